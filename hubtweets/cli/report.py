"""The summary at the end of a publish, as people read it or as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hubtweets.cli import output
from hubtweets.workflows.connect import LOCAL

if TYPE_CHECKING:
    from hubtweets.workflows.delivery import Published

_TITLES = {
    "trained": "Published",
    "pushed": "Published",
    "card": "Card updated",
    "unchanged": "Nothing changed: the repo has this very model and card already; nothing was trained or committed",
    "would train": "Would train and publish",
    "would push": "Would publish",
    "would update the card": "Would update the card",
}


def published(result: Published, hub: str | None, *, as_json: bool, quiet: bool) -> None:
    """Print what was published, where, and how it turned out."""
    if as_json:
        output.print_json(result.to_data())
        return
    if quiet:
        return
    from rich.table import Table
    from rich.text import Text

    console = output.stdout()
    record = result.record
    console.print(Text(_TITLES[result.action], "bold green" if result.changed else "bold"))
    table = Table.grid(padding=(0, 2))
    folder = hub.removeprefix(LOCAL) if hub and hub.startswith(LOCAL) else None
    table.add_row("repo", Text(result.repo_id, "bold"))
    table.add_row("address", Text(f"{result.repo_id} on the local Hub in {folder}" if folder else result.url))
    if result.commit:
        table.add_row("commit", result.commit)
    for account in record.accounts:
        if account.counts:
            c = account.counts
            told = f"{c.downloaded:,} downloaded, {c.retweets:,} retweets, {c.short:,} short, {c.kept:,} kept"
            table.add_row(Text(f"@{account.handle}"), told)
    metrics = record.run.metrics if record.run else {}
    if "perplexity" in metrics:
        before = f"{metrics['perplexity_before']:,.2f} before, " if "perplexity_before" in metrics else ""
        table.add_row("held-out perplexity", f"{before}{metrics['perplexity']:,.2f} after")
    if record.samples:
        sample = record.samples[0]
        table.add_row("sample", Text.assemble((sample.prompt, "bold"), output.printable(sample.text)))
    console.print(table)
    if folder:
        console.print(Text(f"Look at it: hubtweets hub {folder}", "dim"))
