"""What a record says, in the words and numbers of a card: for templates that state every fact, such as `hubtweets@2`.

Each function gives nothing where the record has no fact for it.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from hubtweets._shared import vocabulary
from hubtweets.record import Dataset, Evaluation, ModelRecord, Selection

_SPACE = re.compile(r"https://huggingface\.co/spaces/[\w.-]+/[\w.-]+(?=/?(\?|$))", re.ASCII)
"""The Hub shows the metrics of such a Space beside the model, as transformers' TrackioCallback has it."""

_WRITES = "text-generation"
_KINDS = {"replies": "replies to others", "quotes": "quotes", "warned": "posts behind a content warning"}


def task(record: ModelRecord) -> str | None:
    """The Hub's id of what the model does; a model of posts writes."""
    return record.task or (_WRITES if record.is_of_posts else None)


def library(record: ModelRecord) -> str | None:
    """The Hub's id of what loads it."""
    return record.library or ("peft" if record.adapter else "transformers" if record.is_of_posts else None)


def relation(record: ModelRecord) -> str | None:
    """How it comes from its base, in the Hub's words."""
    return record.relation or ("adapter" if record.adapter else "finetune" if record.is_of_posts else None)


def tags(record: ModelRecord) -> list[str]:
    """The tags of a card: what people look for, and what the Hub acts upon."""
    found = ["huggingtweets"] if record.is_of_posts else []
    if task(record) == _WRITES:
        found.append("ai-generated-text")
    if record.adapter is not None:
        found.append(record.adapter.method.lower())
    for run in record.tracked:
        if run.tracker == "trackio" and (space := _SPACE.match(run.url)):
            found += ["trackio", f"trackio:{space[0]}"]
    return list(dict.fromkeys(found))


def trained(record: ModelRecord) -> int:
    """How many posts the model was trained on; 0 where that is not known."""
    if record.run is not None and record.run.train_posts is not None:
        return record.run.train_posts
    return sum(account.counts.kept for account in record.accounts if account.counts is not None)


def period(record: ModelRecord) -> tuple[str, str] | None:
    """The days of the oldest and the newest post kept, where all accounts say."""
    days = [(account.first_post, account.last_post) for account in record.accounts]
    first, last = [one for one, _ in days if one], [one for _, one in days if one]
    return (min(first), max(last)) if days and len(first) == len(last) == len(days) else None


def left_out(record: ModelRecord) -> list[tuple[str, int]]:
    """Why posts were left out, and how many, most first."""
    counts: Counter[str] = Counter()
    for account in record.accounts:
        counts.update(account.left_out)
    return [(reason, count) for reason, count in counts.most_common() if count]


def chosen(selection: Selection | None, posts: str) -> list[str]:
    """Which posts were wanted, a sentence for each choice."""
    if selection is None:
        return []
    lines = []
    if selection.exclude:
        lines.append(f"Without {', '.join(_KINDS.get(kind, kind) for kind in selection.exclude)}.")
    if selection.since or selection.until:
        ends = [f"{word} {day}" for word, day in (("since", selection.since), ("until", selection.until)) if day]
        lines.append(f"Only {posts} {' and '.join(ends)}.")
    if selection.languages:
        lines.append(f"Only {posts} in {languages(selection.languages)}.")
    if selection.near_duplicates:
        lines.append(f"Of {posts} that say almost the same, only the oldest is kept.")
    if selection.without_mentions:
        lines.append("Without the mentions that a reply begins with.")
    if selection.scrub:
        counts = ", ".join(f"{count:,} {kind}" for kind, count in selection.scrubbed.items())
        told = f": {counts}" if counts else ""
        lines.append(
            "Taken out of the text, where their form shows them: e-mail and postal addresses, phone numbers, mentions, "
            f"keys, card and bank account numbers{told}."
        )
    return lines


def languages(codes: tuple[str, ...]) -> str:
    """Languages by their names, where the code is a known one."""
    return ", ".join(vocabulary.LANGUAGES.get(code, code) for code in codes)


def known_limits(record: ModelRecord, posts: str) -> list[str]:
    """What the facts say of where the model ends: language, time, size."""
    lines = []
    if record.toy:
        lines.append(
            f"It is a toy, to try things out with: it knew no word before these {posts}, where a model that writes "
            "whole sentences has a hundred million weights and read millions of pages first. What it writes is hardly "
            "language."
        )
    if record.language and record.is_of_posts:
        lines.append(f"It was trained on text in {languages(record.language)}; expect little of it in other languages.")
    if days := period(record):
        lines.append(f"Its {posts} end on {days[1]}; what happened since then is not in them.")
    if record.run is not None and record.run.parameters is not None and record.adapter is None:
        reads = f" and reads at most {record.context_length:,} tokens at once" if record.context_length else ""
        lines.append(f"It has {record.run.parameters:,} weights{reads}.")
    elif record.context_length:
        lines.append(f"It reads at most {record.context_length:,} tokens at once.")
    return lines


def remembered(record: ModelRecord, examples: str) -> list[list[str]]:
    """What was measured of its memory: what, the number, and what to compare it with."""
    memory = record.memorisation
    if memory is None:
        return []
    rows = []
    if memory.extracted is not None:
        of = f"{memory.posts:,} " if memory.posts else ""
        control = memory.extracted_held_out
        rows.append(
            [
                f"Share of {of}training {examples} written out exactly from their first half",
                f"{memory.extracted:.1%}",
                "" if control is None else f"{control:.1%} of {examples} it was not trained on",
            ]
        )
    if memory.auc is not None:
        told = "0.50 is no better than chance"
        rows.append([f"Telling training {examples} from others by their loss (AUC)", f"{memory.auc:.2f}", told])
    samples = f"Share of {memory.samples:,} samples" if memory.samples else "Share of samples"
    if memory.copied is not None:
        rows.append([f"{samples} that equal one of the {examples}", f"{memory.copied:.1%}", ""])
    if memory.overlapping is not None:
        rows.append([f"{samples} with 8 or more words in a row of one", f"{memory.overlapping:.1%}", ""])
    if memory.longest_overlap is not None:
        rows.append(["Longest run of words that a sample shares with one", f"{memory.longest_overlap:,} words", ""])
    for what, own, theirs in (
        ("words", memory.distinct_1, memory.posts_distinct_1),
        ("word pairs", memory.distinct_2, memory.posts_distinct_2),
    ):
        if own is not None:
            told = "" if theirs is None else f"{theirs:.1%} in as many {examples}"
            rows.append([f"Different {what} in the samples", f"{own:.1%}", told])
    return rows


def making(record: ModelRecord, examples: str) -> list[tuple[str, str]]:
    """How the model was made: what each fact is, and the fact."""
    rows: list[tuple[str, Any]] = []
    run = record.run
    if record.base_model_on_hub and record.base_model_revision:
        rows.append(("Base model", f"{record.base_model_on_hub} at revision {record.base_model_revision}"))
    rows.append(("Architecture", record.architecture))
    if record.labels:
        rows.append(("Labels", ", ".join(record.labels)))
    if record.embedding is not None:
        rows += [("Dimensions", record.embedding.dimensions), ("Similarity", record.embedding.similarity)]
    if record.adapter is not None:
        rows.append(("Weights of the adapter", record.adapter.parameters))
    if run is not None:
        if not record.is_of_posts:
            rows += [(f"Training {examples}", run.train_posts), (f"Held-out {examples}", run.held_out_posts)]
        rows.append(("Hardware", run.hardware))
        rows.append(("Training time", None if run.seconds is None else duration(run.seconds)))
        rows.append(("Finished", run.finished_on))
        if run.emissions is not None:
            source = f", as measured by {run.emissions.source}" if run.emissions.source else ""
            rows.append(("Emissions", f"{run.emissions.grams:,.1f} g of CO2 equivalents{source}"))
        rows.append(("Seed", None if run.seed is None else str(run.seed)))
        rows += run.versions.items()
    rows += [("Published by", record.publisher), ("Contact", record.contact)]
    return [(name, f"{value:,}" if type(value) is int else str(value)) for name, value in rows if value is not None]


def duration(seconds: float) -> str:
    """A time for people: `45 s`, `12 min`, `3 h 5 min`."""
    minutes = round(seconds / 60)
    if minutes < 2:
        return f"{seconds:.0f} s"
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60:,} h {minutes % 60} min"


def results(record: ModelRecord, title: str, posts: str) -> list[dict[str, Any]]:
    """The `model-index` of the card (https://github.com/huggingface/hub-docs/blob/main/modelcard.md)."""
    kind = task(record)
    if kind is None:
        return []
    stated = {"type": kind, "name": vocabulary.TASKS[kind]} if kind in vocabulary.TASKS else {"type": kind}
    found = []
    metrics = record.run.metrics if record.run else {}
    held_out = [
        {"type": type_, "value": metrics[name], "name": f"Held-out {type_}" if record.is_of_posts else type_.title()}
        for type_, name in (("loss", "eval_loss"), ("perplexity", "perplexity"))
        if name in metrics
    ]
    if held_out:
        name = f"Held-out {posts} of {title}" if record.is_of_posts else "Evaluation set"
        found.append({"task": stated, "dataset": {"name": name, "type": "text", "split": "test"}, "metrics": held_out})
    if (memory := record.memorisation) is not None:
        parts = (
            ("memorisation", "Training texts written out exactly", memory.extracted),
            ("roc_auc", "Telling training from held-out texts by loss", memory.auc),
        )
        measured = [{"type": kind, "value": value, "name": what} for kind, what, value in parts if value is not None]
        name = f"Training {posts} of {title}" if record.is_of_posts else "Training examples"
        if measured:
            dataset = {"name": name, "type": "text", "split": "train"}
            found.append({"task": stated, "dataset": dataset, "metrics": measured})
    groups: dict[tuple[str | None, ...], list[Evaluation]] = {}
    for one in record.evaluations:
        if (on := one.dataset) is not None:  # huggingface_hub reads no results without one
            groups.setdefault((on.id, on.name, on.config, on.split, on.revision), []).append(one)
    for group in groups.values():
        numbers = [
            {"type": one.metric, "value": one.value, **({"name": one.name} if one.name else {})} for one in group
        ]
        found.append({"task": stated, "dataset": _dataset(group[0].dataset), "metrics": numbers})
    return [{"name": record.repo_id.rpartition("/")[2], "results": found}] if found else []


def _dataset(dataset: Dataset | None) -> dict[str, Any]:
    if dataset is None:
        return {}
    name = dataset.name or dataset.id
    data = {"name": name, "type": dataset.id or name, "config": dataset.config, "split": dataset.split}
    data["revision"] = dataset.revision
    return {key: value for key, value in data.items() if value is not None}
