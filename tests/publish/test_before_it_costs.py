"""What is told, and asked, before a training begins or a model is replaced."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from hubtweets._shared.progress import Progress, Task, duration
from hubtweets.errors import (
    HubtweetsError,
    NoWriteAccessError,
    RunFolderError,
    SourceSpecError,
    TokenRejectedError,
    UsageError,
)
from hubtweets.hub.client import HubClient
from hubtweets.localhub import LocalHub
from hubtweets.model import TrainingConfig
from hubtweets.model.callbacks import estimate
from hubtweets.model.prompts import in_language
from hubtweets.posts import Corpus, read_posts
from hubtweets.publishing import asking
from hubtweets.publishing.config import PublishConfig, made
from hubtweets.publishing.connect import connect
from hubtweets.publishing.evaluate import evaluate
from hubtweets.publishing.publish import publish
from hubtweets.publishing.push import push

from .conftest import EXAMPLE, QUICK


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Heard(Progress):
    def __init__(self) -> None:
        self.warnings: list[str] = []

    def warn(self, text: str) -> None:
        self.warnings.append(text)


@pytest.fixture
def client(tmp_path: Path) -> Iterator[HubClient]:
    with LocalHub(tmp_path / "hub") as hub, HubClient(hub.endpoint, hub.token) as client:
        client.create_repo("me/public")
        client.create_repo("me/private", private=True)
        yield client


def config(answer: bool | None, **options: Any) -> PublishConfig:
    """A configuration whose questions get this answer; None where nobody is asked, as in Python."""
    return made({**options, "reading": {} if answer is None else _reading(answer)})


def _reading(answer: bool) -> Any:
    from hubtweets.posts import ReadOptions

    return ReadOptions(confirm=lambda _: answer)


class Began(Heard):
    """Keeps what long work was begun."""

    def __init__(self) -> None:
        super().__init__()
        self.tasks: list[str] = []

    @contextmanager
    def task(self, label: str, *, total: float | None = None, unit: str = "") -> Iterator[Task]:
        self.tasks.append(label)
        yield Task()


@pytest.mark.thorough
def test_a_refused_token_is_told_before_a_model_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "config.json").write_text('{"model_type": "gpt2"}')
    (folder / "model.safetensors").write_bytes(b"broken: an error of its own, once it is looked at")
    posts = tmp_path / "posts.csv"
    posts.write_text("\n".join(["id,text", *(f"{n},The wren sings of bird {n} in the garden" for n in range(400))]))
    began = Began()
    with LocalHub(tmp_path / "hub") as hub, HubClient(hub.endpoint, hub.token) as client:
        client.create_repo("me/bot")
        for token, refused in (("hf_" + "w" * 34, TokenRejectedError), (hub.read_token, NoWriteAccessError)):
            monkeypatch.setenv("HF_TOKEN", token)
            with pytest.raises(refused):
                push(folder, repo_id="me/bot", hub=hub.endpoint, progress=began)
            with pytest.raises(refused):
                evaluate(
                    "me/bot", config=made({"handles": ["me"]}), posts=[str(posts)], hub=hub.endpoint, progress=began
                )
    assert began.tasks == []
    with pytest.raises(RunFolderError, match="is not a folder"):
        push(tmp_path / "out2", repo_id="me/bot", hub="http://127.0.0.1:9", progress=began)


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ({"hub": "localhost:8000"}, "is not the address of a Hub"),
        ({"on": "mars"}, "could run on"),
        ({"track": "pencil"}, "No tracker is called"),
        ({"template": "nothing"}, "There is no template"),
    ],
)
def test_what_cannot_be_meant_is_told_before_posts_are_read(option: dict[str, Any], told: str, tmp_path: Path) -> None:
    began = Began()
    with pytest.raises(HubtweetsError, match=told) as caught:
        publish("@me", posts=tmp_path / "missing.csv", progress=began, dry_run=True, **option)
    assert caught.value.hint
    assert began.tasks == []


CONTRADICTIONS: dict[str, tuple[dict[str, Any], str, str]] = {
    "private": ({"private": True}, "me/public", "is a public repo"),
    "namespace": ({"repo_id": "me/bot", "namespace": "my-org"}, "me/bot", "my-org was asked for"),
}


@pytest.mark.parametrize("kind", CONTRADICTIONS)
def test_a_contradiction_is_told_and_asked(kind: str, client: HubClient) -> None:
    options, repo_id, told = CONTRADICTIONS[kind]
    for answer in (None, True):
        heard = Heard()
        asking.check_place(config(answer, **options), client, repo_id, heard)
        assert told in heard.warnings[0]
    with pytest.raises(UsageError, match=told) as caught:
        asking.check_place(config(False, **options), client, repo_id, Heard())
    assert "--yes" in str(caught.value.hint)


def test_what_does_not_contradict_itself_is_not_asked(client: HubClient) -> None:
    heard = Heard()
    for options, repo_id in (
        ({"private": True}, "me/private"),
        ({"private": True}, "me/new"),
        ({"namespace": "me", "repo_id": "me/bot"}, "me/bot"),
        ({}, "me/public"),
    ):
        asking.check_place(config(False, **options), client, repo_id, heard)
    asking.check_loss(config(False), 3.0, 2.9, heard)
    asking.check_loss(config(False), None, 2.9, heard)
    assert heard.warnings == []


def test_a_worse_model_is_told_and_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    heard = Heard()
    asking.check_loss(config(True), 2.5, 2.75, heard)
    assert "2.750" in heard.warnings[0]
    assert "2.500" in heard.warnings[0]
    asking.check_loss(config(False), 2.5, 2.75, heard)
    assert len(heard.warnings) == 2, "in a script it is told alone"
    monkeypatch.setattr("sys.stdin", Terminal())
    with pytest.raises(UsageError, match="worse"):
        asking.check_loss(config(False), 2.5, 2.75, Heard())


def test_nothing_is_said_of_a_models_loss_before_it_is_trained(hub_folder: Path) -> None:
    heard = Heard()
    planned = publish(
        posts=EXAMPLE,
        base_model="scratch:tiny",
        training={"epochs": 2},
        hub=f"local:{hub_folder}",
        dry_run=True,
        progress=heard,
    )
    assert (planned.action, planned.weights) == ("planned", "trained")
    assert [told for told in heard.warnings if "loss" in told] == []


@pytest.mark.parametrize("spec", ["mars:anna", "https://bsky.app/profile/anna.bsky.social", "gone:/posts.csv"])
def test_a_source_that_is_none_is_told_before_the_hub_is_asked(spec: str) -> None:
    with pytest.raises(SourceSpecError):
        publish("anna", posts=[spec], hub="http://127.0.0.1:9", base_model="scratch:tiny")


@pytest.mark.thorough
def test_on_the_command_line_before_anything_is_trained(
    hubtweets: Callable[..., CompletedProcess[str]], tmp_path: Path
) -> None:
    done = hubtweets(
        "publish", "--posts", EXAMPLE, *QUICK, "--hub", f"local:{tmp_path / 'new'}", "--repo-id", "me/bot",
        "--namespace", "huggingtweets",
    )  # fmt: skip
    assert done.returncode == 2
    assert "huggingtweets was asked for, and the repo is me/bot" in done.stderr
    assert "There is no local Hub in" in done.stderr
    assert "Training" not in done.stderr
    assert not (tmp_path / "new").exists(), "a publish that failed leaves no Hub"


def _german(folder: Path) -> Corpus:
    text = "Heute singt der Zaunkönig wieder im Garten, und niemand hört ihm zu, zum Mal Nummer"
    lines = [f"{number},de,{text} {number}" for number in range(99)]
    path = folder / "posts.csv"
    path.write_text("\n".join(["id,lang,text", *lines]), encoding="utf-8")
    return read_posts(path, handle="anna", minimum=0)


def test_a_base_that_does_not_know_the_language_is_told(tmp_path: Path) -> None:
    german = _german(tmp_path)
    (told,) = asking.language_advice([german], "openai-community/gpt2")
    assert "'de'" in told
    assert asking.language_advice([german], "malteos/gpt2-wechsel-german") == []
    assert asking.language_advice([read_posts(EXAMPLE)], "openai-community/gpt2") == []


def test_prompts_are_in_the_language_of_the_posts() -> None:
    assert in_language(TrainingConfig(), ("de", "en")).prompts[0] == "Mein Traum ist"
    assert in_language(TrainingConfig(), ("en",)) == TrainingConfig()
    chosen = TrainingConfig(prompts=("Once",))
    assert in_language(chosen, ("de",)) == chosen


def test_how_long_it_takes() -> None:
    assert estimate(0.1, 100, "openai-community/gpt2", first=True) is None
    long = estimate(10, 780, "openai-community/gpt2", first=True)
    assert long is not None
    assert "2 h 10 min" in long
    assert "--base-model distilbert/distilgpt2 takes about 1 h 26 min" in long
    assert "--max-time" not in str(estimate(10, 780, "openai-community/gpt2", first=False))
    assert [duration(seconds) for seconds in (0, 59, 60, 150, 7800)] == ["1 s", "59 s", "1 min", "2 min", "2 h 10 min"]


def test_a_hub_that_was_made_for_what_failed_is_removed(tmp_path: Path) -> None:
    with pytest.raises(HubtweetsError), connect(f"local:{tmp_path / 'a'}", missing="make"):
        raise HubtweetsError("whatever")
    assert not (tmp_path / "a").exists()
    with connect(f"local:{tmp_path / 'b'}", missing="make") as client:
        client.create_repo("me/bot")
    with pytest.raises(HubtweetsError), connect(f"local:{tmp_path / 'b'}", missing="make"):
        raise HubtweetsError("whatever")
    assert (tmp_path / "b" / "repos").is_dir()


@pytest.mark.thorough
def test_a_base_model_is_looked_for_on_huggingface_too(
    hubtweets: Callable[..., CompletedProcess[str]], tmp_path: Path
) -> None:
    """With HF_ENDPOINT at a local Hub, as `hubtweets hub` tells to set it; without a network it says whom it asked."""
    with LocalHub(tmp_path / "hub") as hub:
        done = hubtweets("publish", "--posts", EXAMPLE, "--base-model", "me/none", env=hub.environment)
    assert done.returncode == 1
    assert "https://huggingface.co" in done.stderr


@pytest.mark.thorough
@pytest.mark.parametrize(("word", "told"), [("login", "hf auth login"), ("upload", "hubtweets push")])
def test_a_command_of_other_tools(word: str, told: str, hubtweets: Callable[..., CompletedProcess[str]]) -> None:
    done = hubtweets(word)
    assert done.returncode == 2
    assert told in done.stderr
