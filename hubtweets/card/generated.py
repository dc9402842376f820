"""README files that training libraries generate: which parts are theirs, and which a person has written.

Known are transformers' Trainer, peft, TRL, sentence-transformers, SetFit and AutoTrain. The titles are those of their
templates (transformers `modelcard.py`, peft and huggingface_hub `modelcard_template.md`, TRL `lm_model_card.md`,
sentence-transformers and setfit `model_card_template.md`).
"""

from __future__ import annotations

import functools
import re
from importlib.resources import files
from typing import Any, NamedTuple

from hubtweets._shared import frontmatter
from hubtweets.card import sections

_MARKS = {
    "transformers": "This model card has been generated automatically according to the information",
    "peft": "# Model Card for Model ID",
    "trl": "It has been trained using [TRL]",
    "sentence-transformers": "This is a [sentence-transformers](",
    "setfit": "This is a [SetFit](",
    "autotrain": "# Model Trained Using AutoTrain",
}
_TITLES = {
    "transformers": """training procedure|training hyperparameters|training results|framework versions|
        training: evaluation results""",
    "peft": "framework versions",
    "trl": "quick start|training procedure|framework versions|citations",
    "sentence-transformers": """model details|model description|model sources|full model architecture|usage|
        direct usage (sentence transformers)|downstream usage (sentence transformers)|out-of-scope use|evaluation|
        metrics|training details|training dataset|training datasets|evaluation dataset|evaluation datasets|
        training hyperparameters|non-default hyperparameters|all hyperparameters|training logs|framework versions|
        citation|bibtex|training time|training configuration|environmental impact|training hardware""",
    "setfit": """model details|model description|model sources|model labels|evaluation|metrics|uses|
        direct use for inference|downstream use|out-of-scope use|training details|training set metrics|
        training hyperparameters|training results|framework versions|citation|bibtex|environmental impact""",
    "autotrain": "validation metrics|usage",
}
_OWN = {
    name: frozenset(title.strip() for title in titles.replace("\n", "").split("|")) for name, titles in _TITLES.items()
}
_UNFILLED = re.compile(
    r"(?:[-*+] +)?(?:\*\*[^*\n]{1,80}\*\*:? *)?(?:\[?more information needed\]?|_?\[?todo\]?_?)[.:]?", re.IGNORECASE
)
"""A line that says nothing but that something is to be written there, with its label before it."""

_FORMS = re.compile(r"[-*+] |\||```|~~~|<|\[<img|\d+\. ")
"""How a block begins that is no paragraph: in a section of theirs, libraries write lists, tables and code."""

_PARAGRAPHS_ARE_WRITTEN = frozenset({"transformers", "peft", "trl", "autotrain"})
"""Whose sections hold no paragraphs but those of `_SENTENCES`; the others' templates write many."""

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_SENTENCES = re.compile(
    r"""This\ model\ is\ a\ fine-tuned\ version\ of | It\ achieves\ the\ following\ results\ on
      | It\ has\ been\ trained\ using\ \[TRL\] | This\ is\ a\ \[(?:sentence-transformers|SetFit)\]\(
      | -\ (?:Loss|Accuracy|F1|Precision|Recall|[\w .]{1,40}):\ -?[\d.]+(?:\n-\ [\w .]{1,40}:\ -?[\d.e-]+)*\s*\Z
      | -\ Problem\ type:\ | The\ model\ has\ been\ trained\ using\ an\ efficient\ few-shot
      | 1\.\ Fine-tuning\ a\ \[ | The\ following\ hyperparameters\ were\ used\ during\ training
      | This\ model\ was\ trained\ with\ [^\n]{1,300}\Z | Cite\ \S+\ as:\Z""",
    re.VERBOSE,
)
_KEYS = frozenset(
    """base_model library_name pipeline_tag model-index model_index model_name licence hubtweets widget
    co2_eq_emissions generated_from_trainer""".split()  # noqa: SIM905
)
_TAGS = re.compile(
    r"""generated(?:_from_trainer|_from_keras_callback)? | trl | sft | dpo | grpo | kto | orpo | reward-trainer
      | transformers | sentence-transformers | setfit | peft | lora | autotrain | base_model:.* | dataset_size:.*
      | loss:.* | sentence-similarity | feature-extraction | text-classification | dense | text-generation""",
    re.VERBOSE | re.IGNORECASE,
)


class Generated(NamedTuple):
    """A generated README in its parts.

    `by` is what generated it; `data` its whole front matter; `keys` those of it that a person wrote and that the record
    has no place for; `body` the sections and paragraphs of a person.
    """

    by: str
    data: dict[str, Any]
    keys: dict[str, Any]
    body: str


def read_generated(text: str) -> Generated | None:
    """The parts of a README that a library generated, or None where none is known to have done so.

    Raises:
        CardReadError: when its front matter cannot be read.
    """
    parts = frontmatter.split(text)
    by = next((name for name, mark in _MARKS.items() if mark in parts.body), None)
    if by is None:
        return None
    data = frontmatter.load(parts.yaml or "")
    kept = "".join(_written(section, by) for section in sections.split(parts.body))
    return Generated(by, data, _keys(data), kept.strip("\n"))


def with_written(card: str, found: Generated) -> str:
    """A new card with what a person wrote on the generated one: keys before the record, sections before the making."""
    from hubtweets.card import yamltext

    head, mark, rest = card.partition("\nhubtweets:\n")
    if not mark:  # the templates of 2021 have no record
        head, mark, rest = card.partition("\n---\n")
    present = frontmatter.load(head.removeprefix("---\n"))
    keys = {key: value for key, value in found.keys.items() if key not in present}
    tags = [tag for tag in found.keys.get("tags", ()) if tag not in present.get("tags", ())]
    if tags and "tags" in present:
        own = yamltext.dump({"tags": present["tags"]})
        head = (head + "\n").replace(own, yamltext.dump({"tags": [*present["tags"], *tags]}), 1).removesuffix("\n")
    card = head + ("\n" + yamltext.dump(keys).rstrip("\n") if keys else "") + mark + rest
    if not found.body:
        return card
    before, making, after = card.partition("\n## How it was made\n")
    return f"{before.rstrip(chr(10))}\n\n{found.body}\n{making}{after}"


def _keys(data: dict[str, Any]) -> dict[str, Any]:
    keys = {key: value for key, value in data.items() if key not in _KEYS | {"license", "language", "datasets"}}
    tags = keys.pop("tags", None)
    tags = [tags] if isinstance(tags, str) else tags if isinstance(tags, list) else []
    own = [tag for tag in tags if isinstance(tag, str) and not _TAGS.fullmatch(tag)]
    return {**keys, "tags": own} if own else keys


def _written(section: sections.Section, by: str) -> str:
    """What of a section is a person's: with its heading, unless that is the card's own title."""
    own = section.key[0] in _OWN[by]
    if own and by not in _PARAGRAPHS_ARE_WRITTEN:
        return ""
    lines = sections.split_lines(_COMMENT.sub("", section.text))
    title = lines[0] if section.level and lines else ""
    kept = [block for block in sections.blocks(lines[1:] if title else lines) if _is_written(block, by)]
    if own:
        kept = [block for block in kept if not _FORMS.match(block.strip())]
    if not kept:
        return ""
    heading = f"{title.rstrip()}\n\n" if title and section.level > 1 else ""
    return heading + "\n\n".join(block.strip("\n") for block in kept) + "\n\n"


def _is_written(block: str, by: str) -> bool:
    text = block.strip()
    if not text or _SENTENCES.match(text) or (by == "peft" and text in _blank_template()):
        return False
    return not all(_UNFILLED.fullmatch(line.strip()) for line in text.splitlines() if line.strip())


@functools.cache
def _blank_template() -> frozenset[str]:
    """The blocks of huggingface_hub's template, which peft fills in: what stands there word for word is nobody's."""
    template = files("huggingface_hub") / "templates" / "modelcard_template.md"
    text = re.sub(r'\{\{[^}]*default\("([^"]*)"[^}]*\}\}', r"\1", template.read_text("utf-8"))
    body = _COMMENT.sub("", text)
    return frozenset(block.strip() for block in sections.blocks(sections.split_lines(body)))
