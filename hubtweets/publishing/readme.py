"""What a README that a training library generated states of the model: facts for the record, those that are sound."""

from __future__ import annotations

import math
import re
from typing import Any

import msgspec

from hubtweets._shared.vocabulary import LANGUAGES, LIBRARIES, LICENSES, TASKS
from hubtweets.card import check, yamltext
from hubtweets.card.generated import Generated, read_generated
from hubtweets.model.described import higher_is_better
from hubtweets.record import Dataset, Emissions, Evaluation, Relation, Run

_MOST = 50
_METHOD = re.compile(r"^This model was trained with ([A-Z][\w-]{1,20}(?: [A-Z][\w-]{1,20})?)[.,]", re.MULTILINE)
_PIPELINE = re.compile(r"^generator = pipeline\(\"([a-z-]{1,40})\", model=", re.MULTILINE)
_VERSION = re.compile(r"^- ([A-Z][\w ]{1,30}?):? (\d[\w.+-]{0,30})$", re.MULTILINE)
_SETTING = re.compile(r"^- (\w{1,40}): (-?\d[\d.e+-]{0,20}|[a-z]\w{0,40})$", re.MULTILINE)
_PACKAGES = {
    "Transformers": "transformers", "Pytorch": "torch", "PyTorch": "torch", "Datasets": "datasets",
    "Tokenizers": "tokenizers", "PEFT": "peft", "TRL": "trl", "Sentence Transformers": "sentence-transformers",
    "SetFit": "setfit", "Accelerate": "accelerate",
}  # fmt: skip
_SETTINGS = {
    "learning_rate": "learning_rate", "gradient_accumulation_steps": "gradient_accumulation_steps",
    "num_epochs": "num_train_epochs", "training_steps": "max_steps", "lr_scheduler_type": "lr_scheduler_type",
    "lr_scheduler_warmup_steps": "warmup_steps", "lr_scheduler_warmup_ratio": "warmup_ratio",
}  # fmt: skip
"""The Trainer's names on its card, and those of `TrainingArguments`."""


def generated(text: str | None) -> Generated | None:
    """The parts of a README that a library generated, without the keys that the Hub refuses; None for others.

    Raises:
        CardReadError: when its front matter cannot be read.
    """
    found = read_generated(text) if text is not None else None
    if found is None:
        return None
    keys = {key: value for key, value in found.written.keys.items() if not _refused(key, value)}
    return found._replace(written=found.written._replace(keys=keys))


def _refused(key: str, value: Any) -> bool:
    card = f"---\n{yamltext.dump({key: value})}---\n"
    return any(finding.severity == "error" and finding.rule != "secret" for finding in check(card))


def facts(found: Generated) -> dict[str, Any]:
    """Fields of the record: task, library, licence, languages, data sets, relation, results; those that are known."""
    data = found.data
    known: dict[str, Any] = {}
    if isinstance(task := data.get("pipeline_tag"), str) and task in TASKS:
        known["task"] = task
    elif found.by == "trl" and (named := _PIPELINE.search(found.text)) and named[1] in TASKS:
        known["task"] = named[1]
    if isinstance(library := data.get("library_name"), str) and library in LIBRARIES:
        known["library"] = library
    known |= licence(data)
    if languages := tuple(code for code in _texts(data.get("language")) if code in LANGUAGES):
        known["language"] = languages
    if data.get("base_model_relation") in Relation.__args__:  # type: ignore[attr-defined]
        known["relation"] = data["base_model_relation"]
    ids = [name for name in _texts(data.get("datasets")) if re.fullmatch(r"[\w.-]+(/[\w.-]+)?", name, re.ASCII)]
    if ids:
        known["datasets"] = tuple(Dataset(id=name) for name in ids[:_MOST])
    if results := tuple(_results(data, ids)):
        known["evaluations"] = results
    return known


def licence(data: dict[str, Any]) -> dict[str, Any]:
    """The licence in a card's front matter, with the name and link that `other` needs; nothing where it is none."""
    value = data.get("license")
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if not isinstance(value, str) or value not in LICENSES:
        return {}
    named = {key: data[key] for key in ("license_name", "license_link") if isinstance(data.get(key), str)}
    return {"license": value, **named}


def left_out(found: Generated) -> list[str]:
    """Metadata of the README that a card cannot have, each as `key: value`."""
    known, told = facts(found), []
    for key in ("license", "language", "datasets"):
        value = found.data.get(key)
        if value not in (None, "license") and key not in known:
            told.append(f"{key}: {value!r:.60}")
    kept = {"license", "language", "datasets", "tags", *found.written.keys}
    return told + [
        f"{key}: {value!r:.60}" for key, value in found.data.items() if key not in kept and _refused(key, value)
    ]


def run(found: Generated, run: Run) -> Run:
    """What the folder's files say of the run, and what only the README says."""
    tags = [tag for tag in _texts(found.data.get("tags")) if tag.startswith(("loss:", "dataset_size:"))]
    told = dict(tag.split(":", 1) for tag in reversed(tags))
    method = found.by == "trl" and _METHOD.search(found.text)
    size = told.get("dataset_size", "")
    section = found.text.partition("### Training hyperparameters")[2].partition("\n#")[0]
    settings = dict(_SETTING.findall(section)) if found.by == "transformers" else {}
    stated = {_SETTINGS[name]: _scalar(value) for name, value in settings.items() if name in _SETTINGS}
    seed = settings.get("seed", "")
    versions = dict(_VERSION.findall(found.text.partition("ramework")[2]))
    emissions, hardware = _emissions(found.data.get("co2_eq_emissions"))
    return msgspec.structs.replace(
        run,
        method=run.method or (method[1] if method else told.get("loss")),
        train_posts=run.train_posts if run.train_posts is not None or not size.isdecimal() else int(size[:15]),
        hyperparameters=run.hyperparameters or stated,
        seed=run.seed if run.seed is not None or not seed.isdecimal() else int(seed),
        versions=run.versions | {_PACKAGES[name]: value for name, value in versions.items() if name in _PACKAGES},
        emissions=run.emissions or emissions,
        hardware=run.hardware or hardware,
    )


def _results(data: dict[str, Any], ids: list[str]) -> list[Evaluation]:
    found = []
    for model in _dicts(data.get("model-index")):
        for result in _dicts(model.get("results")):
            dataset = _dataset(result.get("dataset"), ids)
            for metric in _dicts(result.get("metrics")):
                value, kind, name = metric.get("value"), metric.get("type"), metric.get("name")
                if isinstance(kind, str) and (type(value) is int or (type(value) is float and math.isfinite(value))):
                    plain = name if isinstance(name, str) and name.lower() != kind.replace("_", " ").lower() else None
                    found.append(
                        Evaluation(
                            metric=kind,
                            value=round(value, 4),
                            name=plain,
                            dataset=dataset,
                            higher_is_better=higher_is_better(kind),
                        )
                    )
    return found[:_MOST]


def _dataset(value: Any, ids: list[str]) -> Dataset | None:
    """What was measured on; `unknown`, as libraries write it, is nothing."""
    if not isinstance(value, dict):
        return None
    name, kind = value.get("name"), value.get("type")
    known = kind if isinstance(kind, str) and (kind in ids or re.fullmatch(r"[\w.-]+/[\w.-]+", kind)) else None
    if not isinstance(name, str) or name.lower() == "unknown":
        name = None
    if known is None and name is None:
        return None
    more = {key: value[key] for key in ("config", "split", "revision") if isinstance(value.get(key), str)}
    return Dataset(id=known, name=name, **more)


def _emissions(value: Any) -> tuple[Emissions | None, str | None]:
    """What CodeCarbon measured (https://huggingface.co/docs/hub/model-cards-co2), in grams, and on what."""
    if not isinstance(value, dict):
        return None, None
    grams, texts = value.get("emissions"), {key: text for key, text in value.items() if isinstance(text, str)}
    hardware = texts.get("hardware_used") or texts.get("cpu_model")
    if not isinstance(grams, int | float) or not 0 <= grams < math.inf:
        return None, hardware
    source, place = texts.get("source"), texts.get("geographical_location")
    return Emissions(grams=grams, source=source, location=place), hardware


def _scalar(text: str) -> int | float | str:
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


def _texts(value: Any) -> list[str]:
    return [item for item in (value if isinstance(value, list) else [value]) if isinstance(item, str)]


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [item for item in value[:_MOST] if isinstance(item, dict)] if isinstance(value, list) else []
