"""The Hub's check of a README's metadata: what is refused, what is warned about, in its words.

The shape of `model-index` is that of https://github.com/huggingface/hub-docs/blob/main/modelcard.md.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from hubtweets._shared import frontmatter
from hubtweets._shared.vocabulary import LICENSES
from hubtweets._shared.yaml12 import load
from hubtweets.errors import CardReadError

_EMPTY = "empty or missing yaml metadata in repo card (https://huggingface.co/docs/hub/{page})"
_PAGES = {"model": "model-cards#model-card-metadata", "dataset": "datasets-cards", "space": "spaces-config-reference"}
_DATASET_ID = re.compile(r"(?:[\w.-]+/)?[\w.-]+", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,3}|code|multilingual")
_MODEL_ID = re.compile(r"(?:[\w.-]+/)?[\w.-]+", re.ASCII)
_NO_LANGUAGE = (
    'It must be an ISO 639-1, 639-2 or 639-3 code (two/three letters), or a special value like "code",'
    ' "multilingual". If you want to use BCP-47 identifiers, you can specify them in language_bcp47.'
)
_NO_DATASET = "If possible, use a dataset id from https://hf.co/datasets."
_STRINGS = (
    "library_name", "pipeline_tag", "thumbnail", "license_name", "license_link", "pretty_name", "base_model_relation",
    "new_version",
)  # fmt: skip
_IDS = ("library_name", "pipeline_tag")


class Verdict(NamedTuple):
    """Messages; a card with an error is refused."""

    errors: list[str]
    warnings: list[str]

    def text(self) -> str:
        """The plain text answer, which `RepoCard.validate` raises."""
        lines = [f"- Error: {message}" for message in self.errors]
        return "\n".join([*lines, *(f"- Warning: {message}" for message in self.warnings)])


def check(content: str, repo_type: str) -> Verdict:
    """Check a card."""
    verdict = Verdict([], [])
    yaml_text = frontmatter.split(content).yaml
    try:
        data = {} if yaml_text is None else load(yaml_text)
    except CardReadError as error:
        place = f" ({error.place})" if error.place else ""
        verdict.errors.append(f"YAML Metadata Error: {error.message}{place}")
        return verdict
    if not data:
        verdict.warnings.append(_EMPTY.format(page=_PAGES.get(repo_type, _PAGES["model"])))
        return verdict
    _licence(data, verdict)
    _lists(data, verdict)
    if repo_type == "model":
        _base_model(data, verdict)
        _model_index(data, verdict)
    return verdict


def _licence(data: Mapping[str, Any], verdict: Verdict) -> None:
    if "license" not in data:
        return
    value = data["license"]
    values = value if isinstance(value, list) else [value]
    if not all(isinstance(item, str) and item in LICENSES for item in values):
        verdict.errors.append(f'"license" must be one of [{", ".join([*LICENSES, "array"])}]')


def _lists(data: Mapping[str, Any], verdict: Verdict) -> None:
    for key in ("tags", "metrics", "datasets", "language"):
        value = data.get(key)
        if value is None and not (key == "language" and key in data):
            continue
        if key == "tags" and not isinstance(value, list):
            verdict.errors.append('"tags" must be an array')
        elif value is None or isinstance(value, dict | bool | int | float):
            verdict.errors.append(f'"{key}" must be one of [string, array]')
        elif isinstance(value, list):
            verdict.errors.extend(
                f'"{key}[{place}]" must be a string' for place, item in enumerate(value) if not isinstance(item, str)
            )
    for key, form, reason in (("language", _LANGUAGE, _NO_LANGUAGE), ("datasets", _DATASET_ID, _NO_DATASET)):
        value = data.get(key)
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, str) and not form.fullmatch(item):
                verdict.errors.append(f'"{key}" with value "{item}" is not valid. {reason}')
    for key in _STRINGS:
        value = data.get(key)
        if isinstance(value, dict | list) or (key in _IDS and isinstance(value, bool | int | float)):
            verdict.errors.append(f'"{key}" must be a string')
    if "widget" in data and not isinstance(data["widget"], list | bool):
        verdict.errors.append('"widget" must be an array')


def _base_model(data: Mapping[str, Any], verdict: Verdict) -> None:
    value = data.get("base_model")
    if value is None:
        return
    for item in value if isinstance(value, list) else [value]:
        if not isinstance(item, str) or not _MODEL_ID.fullmatch(item):
            verdict.errors.append(
                f'"base_model" with value "{item}" is not valid. Use a model id from https://hf.co/models.'
            )


def _model_index(data: Mapping[str, Any], verdict: Verdict) -> None:
    index = data.get("model-index")
    if index is None:
        return
    if not isinstance(index, list):
        verdict.errors.append('"model-index" must be an array')
        return
    for number, model in enumerate(index):
        at = f"model-index[{number}]"
        if _need(model, at, verdict, "name", str) and _need(model, at, verdict, "results", list):
            for position, result in enumerate(model["results"]):
                _result(result, f"{at}.results[{position}]", verdict)


def _result(result: Any, at: str, verdict: Verdict) -> None:
    if _need(result, at, verdict, "task", dict):
        _need(result["task"], f"{at}.task", verdict, "type", str)
    dataset = result.get("dataset") if isinstance(result, dict) else None
    if dataset is not None:
        for key in ("type", "name"):
            _need(dataset, f"{at}.dataset", verdict, key, str)
        for key in ("config", "split", "revision"):  # may be left out, but not null
            if isinstance(dataset, dict) and key in dataset:
                _need(dataset, f"{at}.dataset", verdict, key, str)
    if _need(result, at, verdict, "metrics", list):
        for place, metric in enumerate(result["metrics"]):
            here = f"{at}.metrics[{place}]"
            if _need(metric, here, verdict, "type", str) and metric.get("value") is None:
                verdict.errors.append(f'"{here}.value" is required')


_KINDS: dict[type, str] = {str: "a string", list: "an array", dict: "of type object"}


def _need(data: Any, at: str, verdict: Verdict, key: str, kind: type) -> bool:
    if not isinstance(data, dict):
        message = f'"{at}" must be of type object'
    elif data.get(key) is None:
        message = f'"{at}.{key}" is required'
    elif not isinstance(data[key], kind):
        message = f'"{at}.{key}" must be {_KINDS[kind]}'
    else:
        return True
    if message not in verdict.errors:
        verdict.errors.append(message)
    return False
