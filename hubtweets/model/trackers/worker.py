"""One tracker in a process of its own: `python -m hubtweets.model.trackers.worker`.

Requests come as JSON lines on stdin: first `{"tracker": NAME, "config": …}`, then `{"id": 1, "call": "start",
"argument": …}`. Each is answered on stdout by `{"id": 1, "result": …}` or `{"id": 1, "error": …, "hint": …}`. When
stdin ends, a run that is not finished is ended as failed.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Any

import msgspec

from hubtweets.errors import HubtweetsError
from hubtweets.model.trackers.interface import (
    ArtifactFacts,
    Losses,
    RunKey,
    RunStart,
    SampleTable,
    Tracker,
    TrackingConfig,
    find_tracker,
)

ARGUMENTS: dict[str, Any] = {
    "check": None,
    "start": RunStart,
    "log": Losses,
    "table": SampleTable,
    "artifact": ArtifactFacts,
    "finish": bool,
    "sync": RunKey,
    "delete": RunKey,
    "find": Path,
}
"""The calls that are understood, and what each takes."""


_SECRETS = ("WANDB_API_KEY", "TRACKIO_WRITE_TOKEN", "HF_TOKEN")


class Request(msgspec.Struct, frozen=True):
    """One call."""

    id: int
    call: str
    argument: Any = None


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """What came of it. `missing_extra` names the extra to install."""

    id: int
    result: Any = None
    error: str | None = None
    hint: str | None = None
    missing_extra: str | None = None


def main() -> None:
    answers = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)  # what a library prints is no answer
    opening = msgspec.json.decode(sys.stdin.buffer.readline())
    tracker: Tracker | None = None
    running = False
    for line in sys.stdin.buffer:
        request = msgspec.json.decode(line, type=Request)
        try:
            if tracker is None:
                config = msgspec.convert(opening["config"], TrackingConfig)
                make: type[Tracker] = find_tracker(opening["tracker"]).load()
                tracker = make(Path.cwd(), config)
            running = request.call not in ("finish", "check", "sync", "delete", "find") and (
                running or request.call == "start"
            )
            answer = Answer(request.id, _call(tracker, request))
        except (Exception, SystemExit) as error:  # libraries raise all kinds of their own; the parent tells the user
            hint = error.hint if isinstance(error, HubtweetsError) else None
            answer = Answer(request.id, error=_in_short(error), hint=hint, missing_extra=getattr(error, "extra", None))
        answers.write(msgspec.json.encode(answer) + b"\n")
    if tracker is not None and running:
        tracker.finish(failed=True)


def _call(tracker: Tracker, request: Request) -> Any:
    method, takes = getattr(tracker, request.call), ARGUMENTS[request.call]
    if takes is None:
        return method()
    return method(msgspec.convert(request.argument, takes, dec_hook=lambda kind, value: kind(value)))


def _in_short(error: BaseException) -> str:
    if isinstance(error, HubtweetsError):
        return _without_secrets(error.message)
    first = _without_secrets(next(iter(str(error).strip().splitlines()), ""))
    return f"{type(error).__name__}: {first[:300]}" if first else type(error).__name__


def _without_secrets(text: str) -> str:
    """A library may quote what it was given: an address with a token in it, or a key."""
    for name in _SECRETS:
        if len(secret := os.environ.get(name, "")) > 3:
            text = text.replace(secret, "***")
    return re.sub(r"((?:token|key|secret)=)[^\s&'\"]+", r"\1***", text, flags=re.IGNORECASE)


if __name__ == "__main__":
    main()
