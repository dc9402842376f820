"""`hubtweets doctor`: what works here, and what to do about the rest."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hubtweets.cli import options

_STYLES = {"ok": "green", "missing": "dim", "warning": "yellow", "failed": "red"}


def command(
    project: Annotated[Path, typer.Argument(metavar="FILE", help="The configuration to look at.")] = Path(
        "hubtweets.toml"
    ),
    hub: options.Hub = None,
    as_json: options.Json = False,
) -> None:
    """Look at tokens, Hub, hardware, extras, disk and configuration: what works, and the next command for the rest.

    Exit code 1 when something is broken; what is merely not there is no fault.
    """
    import msgspec
    from rich.text import Text

    from hubtweets._shared.text import spelled_out_line
    from hubtweets.cli import output
    from hubtweets.publishing.doctor import diagnose

    checks = []
    for check in diagnose(hub, project, progress=output.progress(quiet=as_json)):
        checks.append(check)
        if as_json:
            continue
        line = Text.assemble(
            (f"{check.state:<8}", _STYLES[check.state]), (f"{check.name}: ", "bold"), spelled_out_line(check.detail)
        )
        output.stdout().print(line)
        if check.next_step:
            output.stdout().print(Text.assemble(("        next: ", "bold"), spelled_out_line(check.next_step)))
    if as_json:
        output.print_json([msgspec.to_builtins(check) for check in checks])
    if any(check.state == "failed" for check in checks):
        raise typer.Exit(1)
