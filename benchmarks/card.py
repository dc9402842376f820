"""Rendering and reading whole cards: cards a second in one thread, and rendering against `ModelCard.from_template`."""

from __future__ import annotations

import random
import re
import statistics
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from hubtweets import card
from hubtweets.record import Account, Counts, LogEntry, ModelRecord, Run, Sample, Tracking

TITLE = "Cards: render and read"
CARDS = 2_000
PEER_CARDS = 30
RUNS = 7
GENERATIONS = Path(__file__).parent.parent.parent / "shared" / "cards" / "generations"

WORDS = re.findall(
    r"\w+", "the morning tide was late again and nobody on quay had noticed until ferry bell rang twice across harbour"
)
EMOJI = ["", "", " 🦉", " 🤖", " | Intern", " 🇫🇷", " (she/her)"]


def published(chance: random.Random, number: int, accounts: int = 1) -> ModelRecord:
    """The facts of a published huggingtweets card, all made up; no two records are alike."""

    def account(index: int) -> Account:
        downloaded, retweets, short = chance.randint(3000, 3250), chance.randint(0, 900), chance.randint(0, 400)
        return Account(
            handle=f"user{number}_{index}",
            name=f"{chance.choice(WORDS).title()} {chance.choice(WORDS).title()} {number}{chance.choice(EMOJI)}",
            platform="x",
            avatar_url=f"https://pbs.twimg.com/profile_images/{chance.getrandbits(60)}/{chance.getrandbits(32):x}_400x400.jpg",
            counts=Counts(downloaded=downloaded, retweets=retweets, short=short, kept=downloaded - retweets - short),
        )

    people = tuple(account(index) for index in range(accounts))
    run = "https://wandb.ai/wandb/huggingtweets/runs"
    return ModelRecord(
        template="huggingtweets-2021-05@1",
        repo_id=f"huggingtweets/{'-'.join(person.handle for person in people)}",
        accounts=people,
        base_model="openai-community/gpt2",
        language=("en",),
        tracking=Tracking(
            dataset_run=f"{run}/{chance.getrandbits(32):x}", training_run=f"{run}/{chance.getrandbits(32):x}"
        ),
        thumbnail=f"https://www.huggingtweets.com/{people[0].handle}/{chance.getrandbits(40)}/predictions.png",
    )


def trained(chance: random.Random, number: int) -> ModelRecord:
    """A record as `publish` makes it, with run, results, training log and three samples."""
    before = chance.uniform(4, 6)
    losses = [before - 0.4 * epoch - chance.random() / 10 for epoch in range(1, 5)]
    return msgspec.structs.replace(
        published(chance, number),
        template="hubtweets@1",
        base_model_revision=f"{chance.getrandbits(160):040x}",
        fingerprint=f"{chance.getrandbits(256):064x}",
        run=Run(
            hyperparameters={"learning_rate": 1.372e-4, "lr_scheduler_type": "cosine", "num_train_epochs": 4,
                             "seed": number},
            metrics={"eval_loss": losses[-1], "perplexity": 2.7 ** losses[-1], "eval_loss_before": before,
                     "perplexity_before": 2.7**before},
            log_history=tuple(
                LogEntry(step=72 * epoch, epoch=float(epoch), loss=loss + 0.1, eval_loss=loss)
                for epoch, loss in enumerate(losses, 1)
            ),
            seed=number,
            parameters=124_439_808,
            train_posts=chance.randint(1500, 2500),
            held_out_posts=chance.randint(50, 150),
            hardware="NVIDIA T4",
            versions={"Transformers": "5.23.0", "PyTorch": "2.13.0", "Datasets": "5.2.0", "Tokenizers": "0.23.1"},
        ),
        samples=tuple(
            Sample(prompt="My dream is", text=" ".join(chance.choices(WORDS, k=chance.randint(5, 25))))
            for _ in range(3)
        ),
    )  # fmt: skip


def rate(work: Callable[[Any], object], items: Sequence[Any]) -> float:
    """Items a second of CPU time in one thread, the best of `RUNS` passes: other work on the machine counts less."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        for item in items:
            work(item)
        times.append(time.process_time() - start)
    return len(items) / min(times)


def peer() -> Callable[[ModelRecord], str]:
    """huggingface_hub's way to the same card: metadata objects, and the card's Jinja text parsed for every card.

    It writes the sections that our templates do, in fewer words, and is spared all escaping.
    """
    from huggingface_hub import EvalResult, ModelCard, ModelCardData

    def render(record: ModelRecord) -> str:
        run, account = record.run, record.accounts[0]
        results = []
        if run is not None:
            for kind, value in (("loss", run.metrics["eval_loss"]), ("perplexity", run.metrics["perplexity"])):
                results.append(
                    EvalResult(task_type="text-generation", dataset_type="text", metric_type=kind, metric_value=value,
                               dataset_name=f"Held-out tweets of {account.name}")
                )  # fmt: skip
        data = ModelCardData(
            language="en", library_name="transformers", pipeline_tag="text-generation", base_model=record.base_model,
            tags=["huggingtweets"], thumbnail=record.thumbnail, model_name=record.slug, eval_results=results or None,
            widget=[{"text": sample.prompt, "output": {"text": sample.text}} for sample in record.samples],
            hubtweets=msgspec.json.decode(msgspec.json.encode(record)),
        )  # fmt: skip
        return str(
            ModelCard.from_template(data, template_str=_PUBLISHED if record.run is None else _WHOLE, record=record)
        )

    return render


_HEAD = """---
{{ card_data }}
---

<div style="text-align: center;">
{% for account in record.accounts %}
    <img src="{{ account.avatar_url }}" alt="{{ account.name }}" width="92" height="92">
{% endfor %}
    <div>AI BOT</div>
"""

_DATA = """| Data | {{ record.accounts[0].name }} |
| --- | ---: |
| Tweets downloaded | {{ record.accounts[0].counts.downloaded }} |
| Retweets | {{ record.accounts[0].counts.retweets }} |
| Short tweets | {{ record.accounts[0].counts.short }} |
| Tweets kept | {{ record.accounts[0].counts.kept }} |
"""

_PUBLISHED = (
    _HEAD
    + """    <div>{{ record.accounts[0].name }}</div>
</div>

A language model that writes tweets in the style of **{{ record.accounts[0].name }}**.

## How to use

```python
from transformers import pipeline

generator = pipeline("text-generation", model="{{ record.repo_id }}")
generator("My dream is", num_return_sequences=5)
```

## Training data

"""
    + _DATA
)

_WHOLE = (
    _HEAD
    + """</div>

# {{ record.accounts[0].name }}

{% for account in record.accounts %}
[@{{ account.handle }}](https://x.com/{{ account.handle }})
{% endfor %}

A bot that writes tweets in the style of **{{ record.accounts[0].name }}**:
[{{ record.base_model }}](https://huggingface.co/{{ record.base_model }}) fine-tuned
on {{ record.run.train_posts }} of their tweets.

> **Is this the person? No.** It is a program that imitates how somebody writes. What it says is made up.

## How to use

```python
from transformers import pipeline

generator = pipeline("text-generation", model="{{ record.repo_id }}")
generator("My dream is", num_return_sequences=5, do_sample=True)
```

## Samples

Written by the model; the prompt is in bold.

{% for sample in record.samples %}
> **{{ sample.prompt }}** {{ sample.text }}

{% endfor %}
## Training data

"""
    + _DATA
    + """
Of the {{ record.accounts[0].counts.kept }} kept, the model was trained on {{ record.run.train_posts }},
and {{ record.run.held_out_posts }} were held out.

[Explore the data]({{ record.tracking.dataset_run }}).

## Training

{% for name, value in record.run.hyperparameters.items() %}
| {{ name }} | {{ value }} |
{% endfor %}

## Results

On {{ record.run.held_out_posts }} tweets that the model was not trained on; lower is better.

| Held-out tweets | Before fine-tuning | After fine-tuning |
| --- | ---: | ---: |
| Loss | {{ record.run.metrics.eval_loss_before }} | {{ record.run.metrics.eval_loss }} |
| Perplexity | {{ record.run.metrics.perplexity_before }} | {{ record.run.metrics.perplexity }} |

{% for entry in record.run.log_history %}
| {{ entry.loss }} | {{ entry.epoch }} | {{ entry.step }} | {{ entry.eval_loss }} |
{% endfor %}

## Intended use

Made for fun and for learning how language models pick up a style. Out of scope:
passing its words off as a person's own.

## Limits

It states things that are not true, and may repeat phrases of its training data.

- It was trained on text in {{ record.language[0] }}; expect little of it in other languages.
- It has {{ record.run.parameters }} weights.

## Consent and removal

Say so in the [Community tab](https://huggingface.co/{{ record.repo_id }}/discussions) of this repo.

## How it was made

- [The training run]({{ record.tracking.training_run }}), with its metrics and hyperparameters.
- Base model: {{ record.base_model }} at revision {{ record.base_model_revision }}
- Hardware: {{ record.run.hardware }}
- Seed: {{ record.run.seed }}
{% for name, version in record.run.versions.items() %}
- {{ name }}: {{ version }}
{% endfor %}
"""
)


def _record(text: str) -> object:
    return card.read(text).record


def _edits(text: str) -> object:
    return card.read(text).edits


INTRODUCTION = (
    "One thread, whole cards with their YAML, every card with facts of its own; the best of "
    f"{RUNS} passes over {CARDS:,} cards, in CPU time. The peer is huggingface_hub's `ModelCard.from_template` "
    "with a simpler template of the same sections and no escaping."
)


def measure() -> str:
    """The section of docs/benchmarks.md."""
    warnings.simplefilter("ignore")  # the peer's, about its own template
    chance = random.Random(1)
    facts = [published(chance, number) for number in range(CARDS)]
    modern = [msgspec.structs.replace(record, template="hubtweets@1") for record in facts]
    full = [trained(chance, number) for number in range(CARDS)]
    newest = [msgspec.structs.replace(record, template="hubtweets@2") for record in full]
    theirs = peer()
    rows = []
    for name, records in (
        ("a published model's facts, `hubtweets@1`", modern),
        ("a whole training run, `hubtweets@1`", full),
        ("a whole training run, `hubtweets@2`", newest),
        ("a published model's facts, `huggingtweets-2021-05@1`", facts),
    ):
        size = statistics.mean(len(card.render(record).encode()) for record in records)
        ours, other = rate(card.render, records), rate(theirs, records[:PEER_CARDS])
        rows.append(f"| {name} | {size / 1000:.1f} KB | {ours:,.0f} | {other:,.0f} | {ours / other:.0f}x |")
    read_rows = []
    texts = [card.render(record) for record in facts]
    several = [card.render(published(chance, number, accounts=3)) for number in range(CARDS)]
    edited = [text.replace("- huggingtweets", "- huggingtweets\n- politics", 1) for text in texts[:500]]
    own_words = [text.replace("## How does it work?", "## How does it work?\n\nWell.", 1) for text in texts[:500]]
    sources = [("2021-05, one account", texts), ("2021-05, three accounts", several),
               ("2021-05, a tag added since", edited), ("2021-05, a paragraph added since", own_words),
               ("our own, `hubtweets@1`", [card.render(record) for record in modern[:500]]),
               ("our own, a whole run, `hubtweets@2`", [card.render(record) for record in newest[:500]])]  # fmt: skip
    if GENERATIONS.is_dir():
        old = [path.read_text(encoding="utf-8") for path in sorted(GENERATIONS.glob("*.md"))]
        sources.insert(2, ("all 25 generations", old * 20))
    for name, cards in sources:
        records, edits = rate(_record, cards), rate(_edits, cards)
        read_rows.append(f"| {name} | {records:,.0f} | {edits:,.0f} |")
    return "\n".join(
        [
            INTRODUCTION,
            "",
            "| render | card | cards/s | `ModelCard.from_template`, cards/s | ratio |",
            "| --- | ---: | ---: | ---: | ---: |",
            *rows,
            "",
            "| read | its record, cards/s | and what was edited since |",
            "| --- | ---: | ---: |",
            *read_rows,
        ]
    )
