"""Record to card."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from hubtweets._shared import vocabulary
from hubtweets.card import statements, templates, usage, yamltext
from hubtweets.card.escape import Printable
from hubtweets.record import Counts, LogEntry, ModelRecord, platforms, to_data

_HISTORICAL = frozenset({"hubtweets@1", "huggingtweets-2021-03@1", "huggingtweets-2021-05@1"})
"""Templates of before there were statements: they need not be made for these."""

_SURROGATES = re.compile("[\ud800-\udfff]")


def render(record: ModelRecord, template: str | None = None) -> str:
    """The card that `template` makes of `record`: the text of a README.md.

    Pure: the same record and template give the same text on every machine. `template` is `name@version`, `name` (the
    newest version), or the path of a folder of templates or of one file in it; None stands for `record.template`. What
    is used is what the card's front matter then names as its template.

    Raises:
        TemplateError: when there is no such template, or it fails; with its file, line and the name that is missing.
        RecordError: when `record` holds, among its unknown keys, something that YAML cannot.
    """
    found = templates.find(record.template if template is None else template)
    if record.template != (name := str(found)):
        record = msgspec.structs.replace(record, template=name)
    page = templates.compiled(found)
    with templates.errors(found):
        given = variables(record)
        text = page.render(given if name in _HISTORICAL else given | statements_of(record, given))
    try:
        text.encode()
    except UnicodeEncodeError:  # a fact holds half a character, which is no text
        return _SURROGATES.sub("\ufffd", text)
    return text


def variables(record: ModelRecord) -> dict[str, Any]:
    """What a template can use: the contract of docs/templates.md."""
    accounts = record.accounts
    names = [account.name for account in accounts]
    handles = [{"text": account.handle, "url": account.url} for account in accounts if account.handle]
    counts = [account.counts for account in accounts if account.counts is not None]
    platform_names = {account.platform for account in accounts}
    if record.handles:  # nobody knows whose, but all of one platform
        platform = platform_names.pop() if len(platform_names) == 1 else None
        platform_names = {platform}
        handles += [{"text": text, "url": platforms.page(text, platform)} for text in record.handles]
    title = " & ".join(names) or record.repo_id.rpartition("/")[2]
    posts = _posts_word(platform_names)
    return {
        "record": record if record.links is record.tracking else msgspec.structs.replace(record, tracking=record.links),
        "names": names,
        "title": title,
        "handles": handles,
        "label": "AI CYBORG" if len(accounts) > 1 else "AI BOT",
        "posts": posts,
        "counts": _columns(counts) if counts and len(counts) == len(accounts) else {},
        "kept": sum([count.kept for count in counts]),
        "log": [_log_row(entry) for entry in record.run.log_history] if record.run else [],
        "record_yaml": lambda indent=0: Printable(yamltext.dump(to_data(record), indent)),
    }


_FORMER_TASKS = {"text2text-generation": "text-to-text generation"}
"""Tasks that the Hub had, and that libraries still name."""


def statements_of(record: ModelRecord, given: dict[str, Any]) -> dict[str, Any]:
    """What else a template can use, beside what `variables` has `given`: sentences and rows that state the facts."""
    title, posts = given["title"], given["posts"]
    examples = posts if record.is_of_posts else "examples"
    task, library = statements.task(record), statements.library(record)
    results = statements.results(record, title, posts)
    return {
        "examples": examples,
        "runs": record.tracked_runs,
        "task": task,
        "task_name": vocabulary.TASKS.get(task or "", _FORMER_TASKS.get(task or "", task or "")).lower(),
        "pipeline_tag": task if task in vocabulary.TASKS else None,
        "library": library,
        "relation": statements.relation(record),
        "tags": statements.tags(record),
        "trained": statements.trained(record),
        "period": statements.period(record),
        "left_out": statements.left_out(record),
        "chosen": statements.chosen(record.selection, posts),
        "known_limits": statements.known_limits(record, posts),
        "remembered": statements.remembered(record, examples),
        "making": statements.making(record, examples),
        "snippet": Printable("\n".join(usage.snippet(record, library, task))),
        "results": results,
        "results_yaml": lambda: Printable(yamltext.dump(results)),
    }


def _posts_word(platform_names: set[str | None]) -> str:
    """What people call posts on the platform that all accounts are on."""
    named = next(iter(platform_names)) if len(platform_names) == 1 else None
    return platforms.PLATFORMS[named].posts if named in platforms.PLATFORMS else "posts"


def _columns(counts: list[Counts]) -> dict[str, list[int]]:
    """Each row of the table of training data, a number for each account."""
    return {
        "downloaded": [count.downloaded for count in counts],
        "retweets": [count.retweets for count in counts],
        "short": [count.short for count in counts],
        "kept": [count.kept for count in counts],
    }


def _log_row(entry: LogEntry) -> list[Any]:
    """A row of the training log, in the form that transformers' own cards have."""
    return [
        "No log" if entry.loss is None else f"{entry.loss:.4f}",
        "" if entry.epoch is None else f"{entry.epoch:.2f}",
        entry.step,
        "" if entry.eval_loss is None else f"{entry.eval_loss:.4f}",
    ]
