"""One ordered table from exceptions to messages and exit codes. Nothing else in `cli` catches, but for the boundary
around each of several cards (`cards.each`), which asks this table, too."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import traceback
from collections.abc import Callable
from typing import NamedTuple

from hubtweets._shared import disk
from hubtweets._shared.text import spelled_out
from hubtweets.errors import HubtweetsError

ISSUES = "https://github.com/hubtweets/hubtweets/issues"


class Failure(NamedTuple):
    """What to tell, what to do next, and the exit code."""

    message: str
    hint: str | None
    exit_code: int = 1


def _own(error: BaseException) -> Failure:
    assert isinstance(error, HubtweetsError)  # noqa: S101  (the table below says so)
    return Failure(error.message, error.hint, error.exit_code)


def _os_error(error: BaseException) -> Failure:
    assert isinstance(error, OSError)  # noqa: S101
    where = f": {error.filename}" if error.filename else ""
    if disk.is_full(error):
        return Failure(f"The disk is full{where}.", "Free some space, then run the same command again; it goes on.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Failure(f"Not allowed to read or write{where}.", "Change its permissions, or choose another place.")
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.EISDIR):
        return Failure(f"{error.strerror}{where}.", "Check the path.")
    return Failure(f"{error.strerror or error}{where}.", "Run it again with HUBTWEETS_DEBUG=1 to see where it failed.")


def _unexpected(error: BaseException) -> Failure:
    return Failure(
        f"Unexpected {type(error).__name__}. This is a bug in hubtweets.",
        f"Run it again with HUBTWEETS_DEBUG=1 and report the traceback at {ISSUES}",
    )


TABLE: tuple[tuple[type[BaseException], Callable[[BaseException], Failure]], ...] = (
    (HubtweetsError, _own),
    (OSError, _os_error),
    (Exception, _unexpected),
)

INTERRUPTED = Failure(
    "Interrupted. Nothing was half-published.", "Run the same command again; it goes on where it stopped.", 130
)


def explain(error: BaseException) -> Failure:
    """The first entry of the table that fits."""
    return next(formatter(error) for kind, formatter in TABLE if isinstance(error, kind))


def show(failure: Failure, error: BaseException | None, *, as_json: bool) -> int:
    """Print a failure on stderr (and with `--json` as a document on stdout); returns the exit code."""
    from rich.text import Text

    from hubtweets.cli import output

    if error is not None and os.environ.get("HUBTWEETS_DEBUG") == "1":
        traceback.print_exception(error, file=sys.stderr)
    if as_json and not output.json_printed:
        fields = error.fields() if isinstance(error, HubtweetsError) else {}
        kind = type(error).__name__ if error is not None else "Interrupted"
        told = {"type": kind, "message": failure.message, "hint": failure.hint, **fields}
        with contextlib.suppress(OSError):  # standard output may be what failed: a full disk, a closed pipe
            output.print_json({"error": told})
    with contextlib.suppress(OSError):  # the terminal may be what went away
        output.stderr().print(Text.assemble(("error: ", "bold red"), spelled_out(failure.message)))
        if failure.hint:
            output.stderr().print(Text.assemble(("  next: ", "bold"), spelled_out(failure.hint)))
    return failure.exit_code
