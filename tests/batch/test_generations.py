"""An organisation of the notebook's time: 25 generations of cards, 12 of each, one in five edited by people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import hubtweets
from hubtweets import card
from hubtweets._shared import frontmatter
from hubtweets.hub.client import HubClient
from hubtweets.localhub import LocalHub

NOTE = "\n## Notes from the author\n\nTrained for a talk in *Lyon*.\n"
_TABLE_END = re.compile(r"(^\| ?Tweets kept.*\n|</table>\n)", re.MULTILINE)


class Edit(NamedTuple):
    """What a person does to a card, and what shows that it is still there."""

    make: Callable[[str], str]
    shows: Callable[[str], bool]


def _data(text: str) -> dict[str, Any]:
    return dict(frontmatter.load(frontmatter.split(text).yaml or ""))


def _named(text: str) -> str:
    name = "Bernie Sanders" if "Bernie Sanders" in text else "Joe Biden"
    return re.sub(f">(🤖 )?{name}", lambda match: match[0].replace(name, "Sandy B."), text, count=1)


EDITS = {
    "own section": Edit(lambda text: f"{text.rstrip()}\n{NOTE}", lambda text: NOTE.strip() in text),
    "tag": Edit(
        lambda text: text.replace("- huggingtweets\n", "- huggingtweets\n- politics\n", 1),
        lambda text: "politics" in _data(text)["tags"],
    ),
    "licence": Edit(
        lambda text: text.replace("language: en\n", "language: en\nlicense: mit\n", 1),
        lambda text: _data(text).get("license") == "mit",
    ),
    "note under the table": Edit(
        lambda text: _TABLE_END.sub(lambda match: f"{match[0]}\nCounted by hand, twice.\n", text, count=1),
        lambda text: "Counted by hand, twice." in text,
    ),
    "widget": Edit(
        lambda text: text.replace('- text: "My dream is"', '- text: "I have a dream"', 1),
        lambda text: "I have a dream" in str(_data(text)["widget"]),
    ),
    "corrected name": Edit(_named, lambda text: "Sandy B." in text),
}


@pytest.mark.thorough
def test_nearly_all_are_rendered_again_and_every_edit_is_kept(
    shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = sorted((shared / "cards" / "generations").glob("*.md"))
    assert len(paths) == 25
    texts = [path.read_text(encoding="utf-8") for path in paths]
    before: dict[str, str] = {}
    edits: dict[str, str] = {}
    kinds = list(EDITS)
    for number in range(25 * 12):
        repo_id, text = f"birds/bot{number}", texts[number % 25]
        if number % 5 == (number // 25) % 5:  # so that each generation is edited, in several ways
            edits[repo_id] = kinds[len(edits) % len(kinds)]
            edited = EDITS[edits[repo_id]].make(text)
            assert edited != text, (paths[number % 25].name, edits[repo_id])
            text = edited
        before[repo_id] = text
    assert len(edits) == 60
    assert set(Counter(edits.values()).values()) == {10}
    with LocalHub(tmp_path / "hub") as hub, HubClient(hub.endpoint, hub.token) as direct:
        monkeypatch.setenv("HF_TOKEN", hub.token)
        hub.seed((repo_id, {"README.md": text.encode()}) for repo_id, text in before.items())
        hub.clear_requests()
        ledger = tmp_path / "ledger.sqlite3"
        result = hubtweets.rerender("birds", apply=True, on_conflict="skip", hub=hub.endpoint, ledger=ledger)
        requests = Counter(one.path.partition("/resolve/")[0].removeprefix("/api/models").removesuffix("/commit/main")
                           .strip("/") for one in hub.requests)  # fmt: skip
        after = {repo_id: direct.read_card(repo_id).text for repo_id in before}
    changed = {repo_id for repo_id, text in before.items() if after[repo_id] != text}
    assert result.totals.actions["failed"] == 0
    assert result.totals.actions["changed"] == len(changed)
    left = Counter(edits.get(repo_id, "unedited") for repo_id in before.keys() - changed)
    assert len(changed) >= 0.95 * len(before), left
    assert left["unedited"] == 0
    for repo_id, kind in edits.items():
        assert EDITS[kind].shows(after[repo_id] or ""), (repo_id, kind)
    for repo_id in before:
        assert requests[repo_id] == (2 if repo_id in changed else 1), repo_id
    assert requests.total() == 1 + 2 * len(changed) + len(before.keys() - changed)
    for repo_id in changed:
        record = card.read(after[repo_id] or "").record
        assert record is not None
        assert (record.template.partition("@")[0], record.repo_id) == ("hubtweets", repo_id)
