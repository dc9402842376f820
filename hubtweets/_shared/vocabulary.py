"""What the Hub's metadata may say: licences, tasks, libraries, languages, keys.

The lists age. They stand in vocabulary.json with the day and the versions they were made from;
scripts/update_vocabulary.py makes it anew.
"""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

_DATA: dict[str, Any] = json.loads((resources.files("hubtweets._shared") / "vocabulary.json").read_bytes())

DATE: str = _DATA["date"]
"""The day on which the lists were made, as YYYY-MM-DD."""

LICENSES: tuple[str, ...] = tuple(_DATA["licenses"])
"""Licence ids, in the order of https://huggingface.co/docs/hub/repositories-licenses."""

TASKS: dict[str, str] = _DATA["tasks"]
"""Values of `pipeline_tag`, and what people call each (https://huggingface.co/tasks)."""

LIBRARIES: dict[str, str] = _DATA["libraries"]
"""Values of `library_name`, and what people call each."""

LANGUAGES: dict[str, str] = _DATA["languages"]
"""ISO 639-1 codes and the languages' names; codes of three letters, `code` and `multilingual` are allowed too."""

KEYS: frozenset[str] = frozenset(_DATA["keys"])
"""Keys of a card's front matter that the Hub, huggingface_hub or hubtweets gives a meaning to."""
