"""The `hubtweets` command. Each command is a module of this folder; heavy imports happen inside it."""

from __future__ import annotations

import os
import warnings
from collections.abc import Sequence
from typing import Annotated

import typer

from hubtweets._shared import ctrl_c
from hubtweets.cli import commands, completion, failures, output
from hubtweets.errors import DOCS

app = typer.Typer(
    name="hubtweets",
    cls=commands.Commands,
    context_settings=commands.NAMES,
    help="Fine-tune a language model on posts and publish it on the Hugging Face Hub.",
    epilog=f"Documentation: {DOCS}",
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help opens in half the time
    pretty_exceptions_enable=False,
)


def _version(value: bool) -> None:
    if value:
        from importlib import metadata

        typer.echo(f"hubtweets {metadata.version('hubtweets')}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    pass


def run(args: Sequence[str]) -> int:
    """Run one command line; returns its exit code and never raises.

    Of several processes that a launcher such as torchrun started, the first one runs it, and all return its code.
    """
    from hubtweets._shared.distributed import led

    try:
        return led(_run)(args)
    # of a process that took part in another one's training
    except KeyboardInterrupt:
        return _interrupted(as_json=False)
    except Exception as error:
        return failures.show(failures.explain(error), error, as_json=False)


def _run(args: Sequence[str]) -> int:
    as_json = "--json" in args
    if as_json and not {"--help", "-h"}.intersection(args):
        with output.stdout_for_json():
            return _ended(args, as_json=True)
    return _ended(args, as_json=as_json)


def _ended(args: Sequence[str], *, as_json: bool) -> int:
    completion.mend_words(os.environ)
    warnings.filterwarnings("ignore", message=r"'HfApi\.\w+' is experimental")  # advice for programmers
    try:
        code = app(args=list(args), prog_name="hubtweets", standalone_mode=False)
    except typer.TyperException as error:  # bad usage: typer's own message and code
        error.show()  # type: ignore[attr-defined]
        if as_json:
            output.print_json({"error": {"type": "UsageError", "message": error.format_message(), "hint": None}})
        return error.exit_code
    except typer.Abort:
        return _interrupted(as_json=as_json)
    except Exception as error:
        return failures.show(failures.explain(error), error, as_json=as_json)
    if code == failures.INTERRUPTED.exit_code:
        return _interrupted(as_json=as_json)
    return code or 0


def _interrupted(*, as_json: bool) -> int:
    failures.show(failures.INTERRUPTED, None, as_json=as_json)
    return ctrl_c.exit_code()
