"""README files of training libraries: what is theirs goes, what a person wrote stays, wherever it stands."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from hubtweets.card import render
from hubtweets.card.generated import read_generated
from hubtweets.card.written import with_written
from hubtweets.record import ModelRecord

TRAINER = """---
base_model: gpt2
tags:
- generated_from_trainer
---

<!-- This model card has been generated automatically according to the information the Trainer had access to. -->

# out

This model is a fine-tuned version of [gpt2](https://huggingface.co/gpt2) on an unknown dataset.

## Model description

More information needed

## Training procedure

### Training hyperparameters

The following hyperparameters were used during training:
- learning_rate: 5e-05
- seed: 42

### Framework versions

- Transformers 5.0.0
"""


def _body(text: str) -> str:
    found = read_generated(text)
    assert found is not None
    return found.written.body


def test_nothing_of_a_fresh_one_is_a_persons() -> None:
    assert _body(TRAINER) == ""


@pytest.mark.parametrize(
    "paragraph",
    [
        "Este modelo es para todo el mundo.",
        "My list of things todo with this bot.",
        "See the photodocumentation of the club.",
        "More information needed by the club is on its page.",
    ],
)
@pytest.mark.parametrize("heading", ["## Model description", "### Training hyperparameters", "### Framework versions"])
def test_a_persons_paragraph_stays(paragraph: str, heading: str) -> None:
    """Also under a heading of the library's, and with words in it that a placeholder has."""
    assert paragraph in _body(TRAINER.replace(f"{heading}\n", f"{heading}\n\n{paragraph}\n"))


def test_the_blank_template_of_peft_is_nobodys() -> None:
    """As huggingface_hub has it, whatever it says there today."""
    text = (files("huggingface_hub") / "templates" / "modelcard_template.md").read_text("utf-8")
    text = re.sub(r'\{\{[^}]*default\("([^"]*)"[^}]*\}\}', r"\1", text)
    text = text.replace("{{ card_data }}", "base_model: gpt2").replace(
        text[text.index("# Model Card for") :].split("\n")[0], "# Model Card for Model ID"
    )
    assert _body(text) == ""
    filled = text.replace("**Developed by:** [More Information Needed]", "**Developed by:** the club", 1)
    assert "**Developed by:** the club" in _body(filled)


@pytest.mark.parametrize("template", ["huggingtweets-2021-05", "hubtweets@1", "hubtweets@2"])
def test_what_was_written_goes_on_a_card_of_any_template(template: str) -> None:
    found = read_generated(
        TRAINER.replace("More information needed", "It quacks.").replace("tags:", "inference: false\ntags:")
    )
    assert found is not None
    card = with_written(render(ModelRecord(repo_id="me/bot", template=template, accounts=()), template), found.written)
    assert "It quacks." in card
    assert card.partition("\n---\n")[0].count("\ninference: false") == 1


@pytest.mark.parametrize("template", ["huggingtweets-2021-05", "hubtweets@1", "hubtweets@2"])
def test_a_paragraph_without_any_key_leaves_the_front_matter_whole(template: str) -> None:
    found = read_generated(TRAINER.replace("More information needed", "It quacks."))
    assert found is not None
    assert found.written.keys == {}
    record = ModelRecord(repo_id="me/bot", template=template, accounts=())
    card = with_written(render(record, template), found.written)
    front = render(record, template).partition("\n---\n")[0]
    assert card.startswith(f"{front}\n---\n")
    assert "It quacks." in card
