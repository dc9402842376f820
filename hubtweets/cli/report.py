"""The summary at the end of a publish, as people read it or as JSON."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from hubtweets._shared.text import spelled_out, spelled_out_line
from hubtweets.cli import output
from hubtweets.hub.tokens import LOCAL

if TYPE_CHECKING:
    from hubtweets.publishing.published import Published

_MODEL = {("planned", "trained"): "Would train and publish", ("planned", "uploaded"): "Would publish"}

_SHOWN = 200
"""Characters of a sample; the card has all of it."""


def published(result: Published, *, as_json: bool, quiet: bool) -> None:
    """Print what was published, where, and how it turned out."""
    if as_json:
        output.print_json(result.to_data())
        return
    if quiet:
        return
    from rich.text import Text

    console = output.stdout()
    record = result.record
    console.print(Text(_title(result), "bold green" if result.changed else "bold"))
    # a local Hub that somebody serves has an address like any other
    folder = result.url.removeprefix(LOCAL).removesuffix(f"/{result.repo_id}") if result.url.startswith(LOCAL) else None
    rows: list[tuple[str, str | Text]] = [
        ("repo", Text(result.repo_id, "bold")),
        ("address", f"{result.repo_id} on the local Hub in {folder}" if folder else result.url),
    ]
    if result.commit:
        rows.append(("commit", result.commit))
    if result.pull_request:
        rows.append(("pull request", f"{result.url}/discussions/{result.pull_request}"))
    if result.reason:
        rows.append(("reason", spelled_out_line(result.reason)))
    for account in record.accounts:
        if account.counts:
            c = account.counts
            counts = f"{c.downloaded:,} downloaded, {c.retweets:,} retweets, {c.short:,} short, {c.kept:,} kept"
            rows.append((f"@{account.handle}", counts))
    metrics = record.run.metrics if record.run else {}
    if "perplexity" in metrics:
        before = f"{metrics['perplexity_before']:,.2f} before, " if "perplexity_before" in metrics else ""
        rows.append(("held-out perplexity", f"{before}{metrics['perplexity']:,.2f} after"))
    if record.samples:
        sample = record.samples[0]
        text = spelled_out(sample.text.replace("\n", " "))
        text = f"{text[:_SHOWN]}…" if len(text) > _SHOWN else text
        rows.append(("sample", Text.assemble((spelled_out(sample.prompt), "bold"), text)))
    output.facts(rows)
    if result.action == "planned" and result.files:
        _files(result)
    console.print(Text(_next(result, folder), "dim"))


def _next(result: Published, folder: str | None) -> str:
    """What to do now, in one line."""
    if result.action == "planned":
        return "Nothing was changed. To do it: the same command without --dry-run or --plan"
    if result.action == "proposed":
        return f"Next: merge it at {result.url}/discussions/{result.pull_request}"
    if folder:
        return f"Look at it: hubtweets hub {shlex.quote(folder)}"
    return f"Look at it: {result.url}  What you change on the card there is kept."


def _files(result: Published) -> None:
    """What goes up, with sizes, and what stays."""
    from rich.filesize import decimal
    from rich.text import Text

    console = output.stdout()
    console.print(Text(f"Goes up, {decimal(sum(result.files.values()))}:", "bold"))
    output.facts([(spelled_out_line(name), decimal(size)) for name, size in result.files.items()])
    if result.stays:
        console.print(Text("Stays:", "bold"))
        output.facts([(spelled_out_line(name), why) for name, why in result.stays.items()])


def _title(result: Published) -> str:
    if result.action == "planned":
        return _MODEL.get((result.action, result.weights or ""), "Would update the card")
    if result.action == "proposed":
        return "Proposed"
    if result.action == "changed":
        return "Published" if result.weights else "Card updated"
    if result.kind == "identical":
        return "Nothing changed: the repo has this very model and card already; nothing was trained or committed"
    return "Left alone"
