"""One decision about a card: `card diff`, `rerender`, `push` and `publish` say and do the same about the same card.

The same card, facts, template and policy give the same kind, conflicts, reason and text, whichever verb asks.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, get_args

import msgspec
import pytest
from typer.testing import CliRunner

import hubtweets
from hubtweets import card
from hubtweets._shared import disk
from hubtweets.card import CardUpdate, Policy, differing, render, templates
from hubtweets.errors import HubtweetsError, MergeConflictError
from hubtweets.hub.client import HubClient
from hubtweets.hub.connection import RemoteCard
from hubtweets.localhub import LocalHub
from hubtweets.model import read_trainer_folder
from hubtweets.posts import Corpus
from hubtweets.publishing.apply import Observer
from hubtweets.publishing.commit import Committer, Notebook
from hubtweets.publishing.config import made
from hubtweets.publishing.decide import Rules
from hubtweets.publishing.ledger import Ledger
from hubtweets.publishing.publish import publish_target, read_corpora
from hubtweets.publishing.push import push_target
from hubtweets.publishing.road import Road
from hubtweets.publishing.target import Change, Outcome, PlannedChange, Present, Target
from hubtweets.record import Account, Counts, ModelRecord, Run, Sample
from tests.card.test_merge import EDITS, JOE
from tests.support.models import trainer_folder

from .conftest import EXAMPLE

OURS = [name for name in templates.names() if name.startswith("hubtweets@")]
TEMPLATES = ["huggingtweets-2021-03", "huggingtweets-2021-05", *OURS]
POLICIES: tuple[Policy, ...] = get_args(Policy)
NOTE = "\n## Mine\n\nA person wrote this.\n"


class Cards(NamedTuple):
    """A Hub whose organisation has a repo for each card."""

    hub: LocalHub
    organisation: str
    texts: Mapping[str, str]


class _Seen(Observer):
    """Keeps each repo's line of the plan."""

    def __init__(self) -> None:
        self.changes: dict[str, PlannedChange] = {}

    def outcome(self, outcome: Outcome, plan: PlannedChange | None, change: Change | None) -> None:
        """See `Observer.outcome`."""
        assert plan is not None, outcome
        self.changes[outcome.repo_id] = plan


class Remembering(HubClient):
    """Asks each question once: nothing changes in these tests."""

    read_card = cache(HubClient.read_card)  # type: ignore[assignment]
    weights_metadata = cache(HubClient.weights_metadata)  # type: ignore[assignment]
    list_files = cache(HubClient.list_files)  # type: ignore[assignment]

    def check_write(self, repo_id: str, *, exists: bool) -> None:
        """Everything may be written."""


def _full(template: str) -> ModelRecord:
    """Facts that a historical template has no place for, too."""
    return ModelRecord(
        template=template,
        repo_id="birds/wren",
        accounts=(Account(handle="wren", name="A | wren", counts=Counts(downloaded=10, retweets=1, short=2, kept=7)),),
        base_model="openai-community/gpt2",
        run=Run(metrics={"eval_loss": 3.0, "perplexity": 20.09}, seed=42),
        samples=(Sample(prompt="My dream is", text=" to fly"),),
        fingerprint="ab" * 32,
    )


def _contradicted(text: str) -> str:
    return text.replace("to fly", "to swim")


def _made(folder: Path) -> dict[str, str]:
    """Cards of each kind that this project writes, as people leave them; no two are alike."""
    old, texts = render(JOE), dict[str, str]()
    for name, edit in EDITS.items():
        texts[name] = edit.make(old)
    for template in OURS:
        own = render(_full(template))
        texts |= {
            f"{template} as it was": own,
            f"{template} with a section": own + NOTE,
            f"{template} with a licence": own.replace("tags:\n", "license: mit\ntags:\n", 1),
            f"{template} saved elsewhere": own.replace("\n", "\r\n"),
            f"{template} contradicted": _contradicted(own),
            f"{template} taken down": own.replace("hubtweets:\n", "hubtweets:\n  retracted: '2026-01-01'\n", 1),
        }
    aviary = folder / "aviary"
    aviary.mkdir()
    (aviary / "1.md.j2").write_text('{% extends "hubtweets@1" %}{% block removal %}\n## The aviary\n{% endblock %}')
    house = render(_full("hubtweets@1"), f"{aviary}@1")
    return texts | {
        "a template of their own": house,
        "a template of their own with a section": house + NOTE,
        "somebody else's": "---\nlicense: mit\n---\n# Another model\n",
        "a licence and no word": "---\nlicense: mit\ntags:\n- huggingtweets\n---\n",
        "empty": "",
    }


def _serve(folder: Path, texts: Mapping[str, str]) -> Iterator[Cards]:
    with LocalHub(folder / "hub") as hub:
        repos = {f"birds/{re.sub(r'[^a-z0-9]+', '-', name.lower()).strip('-')}": text for name, text in texts.items()}
        assert len(repos) == len(texts)
        # its weights have no fingerprint, and its own name is that of the facts in one of the cards
        repos["birds/wren"] = render(_full("hubtweets@1"))
        hub.seed((repo_id, {"README.md": text.encode()}) for repo_id, text in repos.items())
        yield Cards(hub, "birds", repos)


@pytest.fixture(scope="module")
def made_cards(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cards]:
    folder = tmp_path_factory.mktemp("made")
    yield from _serve(folder, _made(folder))


@pytest.fixture(scope="module")
def published_cards(tmp_path_factory: pytest.TempPathFactory, shared: Path) -> Iterator[Cards]:
    """The 25 published versions of the historical card, the two that the project began with, and eight from the Hub."""
    paths = sorted((shared / "cards").rglob("*.md"))
    assert len(paths) == 35
    texts = {f"{path.parent.name} {path.stem}": path.read_text(encoding="utf-8") for path in paths}
    assert sum("## How to use" in text for text in texts.values()) > 20
    texts |= {
        f"{name} edited": text.replace("\n## How to use", f"{NOTE}\n## How to use", 1)
        for name, text in list(texts.items())[::3]
        if "\n## How to use" in text
    }
    yield from _serve(tmp_path_factory.mktemp("published"), texts)


def _differs(expected: CardUpdate, update: CardUpdate, *, record: bool = True) -> list[str]:
    names = ["kind", "text", "conflicts", "reason", "settled", *(["record"] if record else [])]
    # which line of the Hub's card a conflict is in, only a plan says
    one, other = (
        msgspec.structs.replace(both, conflicts=tuple(conflict._replace(line=None) for conflict in both.conflicts))
        for both in (expected, update)
    )
    return [name for name in names if getattr(one, name) != getattr(other, name)]


def _as_planned(update: CardUpdate, change: PlannedChange) -> bool:
    conflicts = tuple({**conflict._asdict(), "line": None} for conflict in update.conflicts)
    digest = None if update.text is None else disk.sha256(update.text)
    said = (update.kind, update.reason, conflicts, digest)
    planned = tuple({**one, "line": None} for one in change.conflicts)
    return said == (change.kind, change.reason, planned, digest and change.digest)


@cache
def _expected_of_own(text: str, template: str, policy: Policy, repo_id: str) -> CardUpdate | str:
    return _expected(text, None, template, policy, repo_id)


def _expected(text: str, record: ModelRecord | None, template: str, policy: Policy, repo_id: str) -> CardUpdate | str:
    try:
        return card.update(text, record, template, policy, repo_id=repo_id)
    except HubtweetsError as error:
        return error.message


def _planned_by(committer: Committer, target: Target) -> CardUpdate | str:
    try:
        done = committer.do(target)
    except HubtweetsError as error:
        return error.message
    assert done.decision is not None
    return done.decision.update


def _check_rerender_and_diff(cards: Cards, folder: Path, template: str, policy: Policy) -> None:
    """What `rerender` writes into a plan, and what `card diff` prints."""
    repos, seen = list(cards.texts), _Seen()
    hubtweets.rerender(
        cards.organisation, template=template, on_conflict=policy, ledger=folder / "ledger.sqlite3",
        hub=cards.hub.endpoint, observers=[seen], workers=1,
    )  # fmt: skip
    changes = seen.changes
    from hubtweets.cli.main import app

    args = ["card", "diff", *repos, "--hub", cards.hub.endpoint, "-t", template, "--on-conflict", policy, "--json"]
    shown = CliRunner().invoke(app, args)
    documents = {one["card"]: one for one in json.loads(shown.stdout)}
    stopped = policy == "stop"  # ends with the first conflict
    assert stopped or set(changes) == set(repos)
    for repo_id, text in cards.texts.items():
        expected = _expected_of_own(text, template, policy, repo_id)
        assert isinstance(expected, CardUpdate), expected
        after = text if expected.text is None else expected.text
        name = f"{repo_id} (rendered again)"
        assert documents[repo_id] == {
            "card": repo_id,
            "kind": expected.kind,
            "changed": expected.text is not None,
            "reason": expected.reason,
            "conflicts": [conflict._asdict() for conflict in expected.conflicts],
            "diff": "".join(differing.unified(text, after, repo_id, name)),
        }
        if not stopped or repo_id in changes:
            assert _as_planned(expected, changes[repo_id]), (repo_id, expected, changes[repo_id])


@cache
def _corpora() -> list[Corpus]:
    return read_corpora(made({"handles": ["wren"], "posts": [EXAMPLE], "reading": {"rename": True}}))


def _check_push_and_publish(cards: Cards, folder: Path, template: str, policy: Policy) -> None:
    """The targets of `push` and `publish` with the facts of the card, and with new ones."""
    config = made({"repo_id": "birds/wren", "template": template, "handles": ["wren"], "posts": [EXAMPLE],
                   "base_model": "scratch:tiny", "dry_run": True, "reading": {"rename": True}})  # fmt: skip
    found = read_trainer_folder(trainer_folder(folder / "out"))
    ledger = Ledger(folder / "push.sqlite3")
    with Remembering(cards.hub.endpoint, cards.hub.token) as client:
        notebook = Notebook(ledger, client.endpoint, template, "test")
        committer = Committer(client, notebook, Rules(policy), apply=False)
        pushed = push_target(config, "birds/wren", found)
        road = Road(client, "birds/wren", notebook, committer._rules, None, False)
        published = publish_target(road, config, _corpora(), "birds/wren")
        replace = msgspec.structs.replace
        for number, (repo_id, text) in enumerate(cards.texts.items()):
            own = card.read(text, template).record
            assert pushed.facts is not None
            new = pushed.facts(Present(own, None), None)
            for turn, record in enumerate((own, new)):
                if record is None:
                    continue
                # without new facts, as `rerender` does it; each verb has every other card with each of the two
                if record is own:
                    expected = _expected_of_own(text, template, policy, repo_id)
                else:
                    expected = _expected(text, record, template, policy, repo_id)
                target = (pushed, published)[(number + turn) % 2]
                asked = replace(target, repo_id=repo_id, facts=lambda now, made, record=record: record)
                update = _planned_by(committer, asked)
                if isinstance(expected, str) or isinstance(update, str):
                    assert update == expected, repo_id
                else:
                    assert not _differs(expected, update), (repo_id, target.message)
    ledger.close()


@pytest.mark.thorough(every=8)
@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_the_verbs_agree(made_cards: Cards, tmp_path: Path, template: str, policy: Policy) -> None:
    _check_rerender_and_diff(made_cards, tmp_path, template, policy)
    _check_push_and_publish(made_cards, tmp_path, template, policy)


@pytest.mark.slow
@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_the_verbs_agree_on_published_cards(
    published_cards: Cards, tmp_path: Path, template: str, policy: Policy
) -> None:
    _check_rerender_and_diff(published_cards, tmp_path, template, policy)
    if policy in ("stop", "keep-ours"):  # the others were seen above
        _check_push_and_publish(published_cards, tmp_path, template, policy)


# -- what was answered twice once ------------------------------------------------------------------------------------


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalHub]:
    with LocalHub(tmp_path / "hub") as served:
        monkeypatch.setenv("HF_TOKEN", served.token)
        yield served


def _card(hub: LocalHub, repo_id: str) -> RemoteCard:
    with HubClient(hub.endpoint, hub.token) as client:
        return client.read_card(repo_id)


def _file_names(hub: LocalHub, repo_id: str) -> list[str]:
    with HubClient(hub.endpoint, hub.token) as client:
        return list(client.list_files(repo_id))


@pytest.mark.slow
@pytest.mark.parametrize("policy", POLICIES)
def test_no_verb_loses_facts_to_a_template_without_a_place_for_them(
    hub: LocalHub, tmp_path: Path, policy: Policy
) -> None:
    folder = trainer_folder(tmp_path / "out")
    first = hubtweets.push(folder, repo_id="me/m", hub=hub.endpoint)
    before = _card(hub, "me/m")
    assert "eval_loss" in (before.text or "")
    options: Any = {"hub": hub.endpoint, "template": "huggingtweets-2021-05", "on_conflict": policy}
    planned = hubtweets.rerender("me", **options)
    assert planned.totals.kinds["conflict"] == 1
    if policy == "skip":
        pushed = hubtweets.push(folder, repo_id="me/m", **options)
        assert (pushed.kind, pushed.reason, pushed.changed) == ("conflict", planned.notable[0].reason, False)
    else:
        with pytest.raises(MergeConflictError) as caught:
            hubtweets.push(folder, repo_id="me/m", **options)
        assert str(planned.notable[0].reason) in caught.value.message
    assert _card(hub, "me/m") == before
    assert before.commit == first.commit


@pytest.mark.thorough
@pytest.mark.parametrize("policy", ["keep-ours", "keep-theirs"])
def test_a_section_on_a_card_of_their_own_template_stays(hub: LocalHub, tmp_path: Path, policy: Policy) -> None:
    """The template is nowhere to be found, and new facts come: what a person wrote is not what has to change."""
    folder = tmp_path / "aviary"
    folder.mkdir()
    (folder / "1.md.j2").write_text('{% extends "hubtweets@1" %}{% block removal %}\n## The aviary\n{% endblock %}')
    hubtweets.push(trainer_folder(tmp_path / "out"), repo_id="me/m", template=folder, hub=hub.endpoint)
    with HubClient(hub.endpoint, hub.token) as client:
        from hubtweets.hub.commits import RepoChange

        client.update_repo("me/m", lambda there: RepoChange(card=f"{there.text}{NOTE}"), message="a person's")
    newer = trainer_folder(tmp_path / "newer", eval_loss=2.0, value=1)
    done = hubtweets.push(newer, repo_id="me/m", template="hubtweets", hub=hub.endpoint, on_conflict=policy)
    assert done.changed
    assert NOTE.strip() in (_card(hub, "me/m").text or "")


@pytest.mark.thorough
def test_weights_of_an_older_layout_never_stay(hub: LocalHub, tmp_path: Path) -> None:
    for number, name in enumerate(("consolidated.safetensors", "model-v2.safetensors", "model.safetensors")):
        folder = trainer_folder(tmp_path / str(number), weights=name, value=number)
        hubtweets.push(folder, repo_id="me/m", hub=hub.endpoint)
        files = _file_names(hub, "me/m")
        assert [one for one in files if one.endswith(".safetensors")] == [name]


def test_paths_are_text_and_days_are_days(hub: LocalHub, tmp_path: Path) -> None:
    hubtweets.push(trainer_folder(tmp_path / "out"), repo_id="me/m", hub=hub.endpoint)
    plan, where = str(tmp_path / "plan.jsonl"), {"hub": hub.endpoint, "ledger": str(tmp_path / "l.sqlite3")}
    assert hubtweets.rerender("me", plan=plan, report=str(tmp_path / "r.json"), **where).totals.listed == 1
    assert hubtweets.rerender(apply_plan=plan, **where).totals.listed == 1
    with pytest.raises(hubtweets.UsageError, match="01/02/2020"):
        hubtweets.rerender("me", since="01/02/2020", **where)
