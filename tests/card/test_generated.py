"""README files of training libraries: what is theirs goes, what a person wrote stays, wherever it stands."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from hubtweets.card import render, update
from hubtweets.card.generated import read_generated
from hubtweets.card.written import README, with_written
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


MANY = """# A model

This is a [sentence-transformers](https://www.SBERT.net) model finetuned from [a/b](https://huggingface.co/a/b) on the \
[x](https://huggingface.co/datasets/a/x), y, z and w datasets. It maps texts to a 16-dimensional space, useful for it.

## Model Details

### Model Description
- **Model Type:** Sentence Transformer
- **Maximum Query Length:** 32 tokens
- **Supported Modalities:** Text, Image
- **Training Datasets:**
    - [x](https://huggingface.co/datasets/a/x)
    - y

## Training Details

### Training Datasets
<details><summary>x</summary>

#### x

* Size: 1,234 training samples
* Loss: <code>Own</code>
</details>
<details><summary>y</summary>

#### y

* Size: 5 training samples
</details>

### Training Logs
<details><summary>Click to expand</summary>

| Epoch | Step |
|:-----:|:----:|
| 1.0   | 9    |

</details>

## Citation

### BibTeX

#### OneLoss and AnotherLoss
```bibtex
@misc{one}
```
"""
TRL = """# Model Card for out

This model is a fine-tuned version of [a/b](https://huggingface.co/a/b) on the \
[x.y](https://huggingface.co/datasets/a/x.y) dataset.
It has been trained using [TRL](https://github.com/huggingface/trl).

## Training procedure

This model was trained with Online DPO, a method introduced in [On it (and more)](https://huggingface.co/papers/1.2).

## Citations

Cite Online DPO as:

```bibtex
@misc{one}
```
"""
BUILT = TRAINER.replace(
    "\n# out\n",
    '\n[<img src="https://raw.githubusercontent.com/axolotl-ai-cloud/axolotl/main/image/badge.png" alt="Built with '
    'Axolotl"/>](https://github.com/axolotl-ai-cloud/axolotl)\n<details><summary>See axolotl config</summary>\n\n'
    "version: `0.12.0`\n```yaml\ndatasets:\n  - path: /home/ann/data.jsonl\n\n# own\nseed: 7\n```\n\n</details><br>\n\n"
    "# out\n",
)
QUANTISED = """---
library_name: peft
---
## Training procedure

The following `bitsandbytes` quantization config was used during training:
- load_in_4bit: True
- bnb_4bit_quant_type: nf4

### Framework versions

- PEFT 0.5.0
"""
KERAS = TRAINER.replace("the Trainer had", "Keras had").replace(
    "### Framework", "### Training results\n\n| Train Loss | Epoch |\n|:--:|:--:|\n| 1 | 2 |\n\n### Framework"
)
FRESH = {"many": MANY, "trl": TRL, "axolotl": BUILT, "quantised": QUANTISED, "keras": KERAS}


@pytest.mark.parametrize("name", FRESH)
def test_nothing_of_other_forms_is_a_persons(name: str) -> None:
    """Many data sets, each folded under its name; methods of two words; Axolotl's configuration, which names files."""
    assert _body(FRESH[name]) == ""


@pytest.mark.parametrize(
    "block",
    [
        "<details>\n<summary>My notes</summary>\n\nIt rains.\n\n</details>",
        "- GPU hours: 12\n- Rain: 3.5",
        "Cite me as:\n\n```bibtex\n@misc{me}\n```",
        "```python\nprint('mine')\n```",
    ],
)
@pytest.mark.parametrize("name", FRESH)
def test_what_looks_like_theirs_is_a_persons(name: str, block: str) -> None:
    """What is folded, numbers in a list, a citation, code: under the last heading, after what is theirs."""
    assert _body(f"{FRESH[name].rstrip()}\n\n{block}\n").endswith(f"\n\n{block}")


def test_what_comes_later_stands_beside_what_people_rewrote_on_the_hub() -> None:
    first, second = (
        read_generated(TRAINER.replace("More information needed", text, 1))
        for text in ("It rhymes.", "It rhymes.\n\nAnd it sings.")
    )
    assert first is not None
    assert second is not None
    old, new = (
        ModelRecord(repo_id="me/bot", accounts=(), extra={README: found.written.digests()}) for found in (first, second)
    )
    card = update(None, old, added=first.written).text
    assert card is not None
    merged = update(card.replace("It rhymes.", "It rhymes badly."), new, added=second.written)
    assert merged.kind == "merge"
    assert merged.text is not None
    assert "## Model description\n\nIt rhymes badly.\n\nAnd it sings.\n" in merged.text
    assert "It rhymes.\n" not in merged.text
    assert update(merged.text, new, added=second.written).kind == "identical"
