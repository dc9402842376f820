"""`hubtweets retract`: a model taken down, with a receipt."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from hubtweets.cli import completion, options

if TYPE_CHECKING:
    from hubtweets.publishing.retract import Foreseen

# ruff: noqa: UP045  (typer reads the signature at run time)


def command(
    name: Annotated[
        str,
        typer.Argument(
            metavar="HANDLE|REPO",
            help="Whose model, or which repo; --watch: the ORG.",
            autocompletion=completion.repo_ids,
        ),
    ],
    reason: Annotated[
        Optional[str], typer.Option(metavar="TEXT", help="Words for the card that stays; never who asked.")
    ] = None,
    delete: Annotated[bool, typer.Option("--delete", help="Delete the whole repo, and leave no card.")] = False,
    org_list: Annotated[
        bool, typer.Option("--org-list", help="Remember it in a private data set of the namespace, too.")
    ] = False,
    namespace: Annotated[
        Optional[str], typer.Option(metavar="NAME", help="Where a HANDLE's repo is; default huggingtweets.")
    ] = None,
    receipt: Annotated[
        Optional[Path],
        typer.Option(metavar="FILE", help="Write the receipt to FILE, as text.", rich_help_panel="Output"),
    ] = None,
    watch: Annotated[
        bool, typer.Option("--watch", help="List open discussions of an organisation that ask for removal.")
    ] = False,
    undo: Annotated[
        Optional[str], typer.Option(metavar="WORDS", help="Forget it on this machine; nothing deleted comes back.")
    ] = None,
    hub: options.Hub = None,
    token_for_this_hub: options.TokenForThisHub = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help="Say what would be taken down, and do nothing.", rich_help_panel="Output"),
    ] = False,
    as_json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Take a model down: not visible first, then weights, pictures, history and tracked runs, and never made again.

    On a terminal you are asked before. Stopped at any moment, the same command ends the work.

    Example: hubtweets retract @anna --namespace my-org
    """
    import msgspec

    from hubtweets._shared import disk
    from hubtweets._shared.text import spelled_out, spelled_out_line
    from hubtweets.cli import output
    from hubtweets.publishing import retract as verb

    if watch:
        found = verb.requests(
            name, hub=hub, token_for_this_hub=token_for_this_hub, progress=output.progress(quiet=quiet or as_json)
        )
        if as_json:
            output.print_json([msgspec.to_builtins(one) for one in found])
        for one in found if not as_json else ():
            output.stdout().print(spelled_out_line(f"{one.url}: {one.title}"), markup=False)
        return
    if undo is not None:
        known = verb.undo(name, undo, namespace=namespace)
        if as_json:
            output.print_json({"name": name, "forgotten": known})
        else:
            output.stdout().print("Forgotten." if known else "It was not remembered here.", markup=False)
        return
    if dry_run:
        foreseen = verb.foresee(
            name, delete=delete, hub=hub, token_for_this_hub=token_for_this_hub, namespace=namespace
        )
        if as_json:
            output.print_json(msgspec.to_builtins(foreseen))
        else:
            _show(foreseen)
        return
    done = verb.retract(
        name,
        reason=reason,
        delete=delete,
        org_list=org_list,
        hub=hub,
        token_for_this_hub=token_for_this_hub,
        namespace=namespace,
        confirm=None if yes else options.agreed,
        progress=output.progress(quiet=quiet or as_json),
    )
    if receipt is not None:
        disk.write_text(receipt, done.text())
    if as_json:
        output.print_json({**msgspec.to_builtins(done), "complete": done.complete})
    elif not quiet:
        output.stdout().print(spelled_out(done.text()), markup=False, end="")
    if not done.complete:
        raise typer.Exit(1)


def _show(foreseen: Foreseen) -> None:
    from hubtweets._shared.text import spelled_out_line
    from hubtweets.cli import output

    parts = {"file": foreseen.files, "tracked run": foreseen.tracked}
    lines = [f"Would be taken down: {foreseen.told}"]
    lines += [f"  {what}  {one}" for what, ones in parts.items() for one in ones]
    if foreseen.commits:
        lines.append(f"  {foreseen.commits:,} commits of main")
    for line in lines:
        output.stdout().print(spelled_out_line(line), markup=False, soft_wrap=True)
