"""One repo, one commit: against a real Hub over HTTP, with other people and broken connections in between."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2
import pytest
from huggingface_hub import CommitOperationAdd, CommitOperationDelete, constants
from huggingface_hub.utils import get_session, hf_raise_for_status

from hubtweets.errors import (
    CardReadError,
    CommitConflictError,
    HubError,
    HubUnreachableError,
    InvalidCardError,
    NotLoggedInError,
    NoWriteAccessError,
    TokenRejectedError,
    UsageError,
)
from hubtweets.hub import Client, push
from hubtweets.hub.failures import translated
from hubtweets.localhub import LocalHub
from hubtweets.localhub.faults import Fault

REPO = "huggingtweets/somebody"
HEAD = "---\ntags:\n- huggingtweets\n---\n"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[LocalHub]:
    with LocalHub(tmp_path / "hub") as server:
        yield server


@pytest.fixture
def client(server: LocalHub) -> Client:
    return Client(server.endpoint, server.token)


@pytest.fixture
def model(tmp_path: Path) -> dict[str, Path]:
    """A small file, and one large enough to go over LFS."""
    small, large = tmp_path / "config.json", tmp_path / "model.safetensors"
    small.write_text('{"model_type": "gpt2"}')
    large.write_bytes(b"\x01" * 200_000)
    return {path.name: path for path in (small, large)}


def writes(text: str) -> Callable[[str | None], str]:
    return lambda theirs: text


def commits(client: Client) -> list[str]:
    return [commit.title for commit in client.api.list_repo_commits(REPO)]


def test_a_new_repo_gets_everything_in_one_commit(client: Client, model: dict[str, Path]) -> None:
    done = push(client, REPO, card=writes(HEAD + "# card\n"), files=model, message="first")
    assert done.changed
    assert done.created
    assert done.url == f"{client.endpoint}/{REPO}"
    assert commits(client) == ["first", "initial commit"]
    assert {"README.md", "config.json", "model.safetensors"} <= client.files(REPO)
    assert client.read_card(REPO) == (HEAD + "# card\n", done.commit)


def test_large_files_go_over_lfs_where_the_hub_has_no_xet(
    server: LocalHub, client: Client, model: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(constants, "HF_HUB_DISABLE_XET", False)  # as on a machine where nobody set the variable
    push(client, REPO, card=writes(HEAD), files=model, message="first")
    assert [request.status for request in server.requests if "xet-write-token" in request.path] == [501]
    assert "model.safetensors" in client.files(REPO)
    assert constants.HF_HUB_DISABLE_XET is False


def test_the_same_again_is_no_commit(client: Client, model: dict[str, Path]) -> None:
    first = push(client, REPO, card=writes(HEAD + "# card\n"), files=model, message="first")
    again = push(client, REPO, card=writes(HEAD + "# card\n"), files=model, message="second")
    assert not again.changed
    assert again.commit == first.commit
    assert commits(client) == ["first", "initial commit"]


def test_a_card_alone_commits_one_file(client: Client, model: dict[str, Path]) -> None:
    push(client, REPO, card=writes(HEAD + "# card\n"), files=model, message="first")
    done = push(client, REPO, card=writes(HEAD + "# better\n"), message="card")
    assert done.changed
    assert commits(client)[0] == "card"
    changed = [info.path for info in client.api.list_repo_tree(REPO, expand=True) if info.last_commit.title == "card"]  # type: ignore[union-attr]
    assert changed == ["README.md"]


def test_an_older_model_is_not_left_beside_the_new_one(client: Client, model: dict[str, Path]) -> None:
    push(client, REPO, card=writes(HEAD + "x"), files=model, message="first")
    old = {
        "pytorch_model.bin", "model.safetensors.index.json", "model-00001-of-00002.safetensors",
        "pytorch_model-00002-of-00002.bin", "adapter_config.json", "adapter_model.safetensors", "chat_template.jinja",
        "vocab.txt", "tokenizer.model",
    }  # fmt: skip
    theirs = {"notes.txt", "data.json", "onnx/model.safetensors", "my-model.safetensors"}
    client.api.create_commit(
        REPO, [CommitOperationAdd(name, b"old") for name in old | theirs], commit_message="by somebody"
    )
    model["config.json"].write_text("{}")
    push(client, REPO, card=writes(HEAD + "x"), files=model, message="second")
    files = client.files(REPO)
    assert files & old == set()
    assert files >= theirs, "what is not a model's file is somebody's, and stays"


def test_somebody_elses_commit_in_between_is_merged_not_lost(client: Client) -> None:
    push(client, REPO, card=writes(HEAD + "one\n"), message="first")
    seen: list[str | None] = []

    def card(theirs: str | None) -> str:
        seen.append(theirs)
        if len(seen) == 1:  # somebody is faster
            client.api.upload_file(
                path_or_fileobj=f"{HEAD}one\nby a person\n".encode(), path_in_repo="README.md", repo_id=REPO
            )
        return f"{theirs}ours\n"

    push(client, REPO, card=card, message="second")
    assert seen == [f"{HEAD}one\n", f"{HEAD}one\nby a person\n"]
    now = client.read_card(REPO)
    assert now is not None
    assert now.text == f"{HEAD}one\nby a person\nours\n"


def test_it_gives_up_after_three_times_without_overwriting(client: Client) -> None:
    push(client, REPO, card=writes(HEAD + "0\n"), message="first")
    calls = 0

    def card(theirs: str | None) -> str:
        nonlocal calls
        calls += 1
        client.api.upload_file(path_or_fileobj=f"{HEAD}{calls}\n".encode(), path_in_repo="README.md", repo_id=REPO)
        return f"{HEAD}ours\n"

    with pytest.raises(CommitConflictError) as caught:
        push(client, REPO, card=card, message="second")
    assert caught.value.attempts == calls == 3
    now = client.read_card(REPO)
    assert now is not None
    assert now.text == f"{HEAD}3\n"


@pytest.mark.parametrize("kind", ["reset-before", "reset-after"])
def test_a_lost_answer_does_not_make_two_commits(server: LocalHub, client: Client, kind: str) -> None:
    push(client, REPO, card=writes(HEAD + "one\n"), message="first")
    server.set_faults(Fault(kind=kind, methods=["POST"], path=r"/commit/main$", times=1))  # type: ignore[arg-type]
    done = push(client, REPO, card=writes(HEAD + "two\n"), message="second")
    assert done.changed
    assert commits(client) == ["second", "first", "initial commit"]
    assert client.read_card(REPO) == (HEAD + "two\n", done.commit)


def test_a_hub_that_stays_down_is_named(server: LocalHub, client: Client) -> None:
    push(client, REPO, card=writes(HEAD + "one\n"), message="first")
    server.set_faults(Fault(kind="status", status=503, methods=["POST"], path=r"/commit/main$"))
    with pytest.raises(HubUnreachableError, match="503"):
        push(client, REPO, card=writes(HEAD + "two\n"), message="second")
    server.set_faults()
    assert commits(client) == ["first", "initial commit"]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 413, 429, 500])
@pytest.mark.parametrize("code", ["", "RepoNotFound", "GatedRepo"])
def test_every_refusal_has_a_next_step(status: int, code: str) -> None:
    asked = httpx2.Request("GET", f"https://hub.example/api/models/{REPO}")
    with pytest.raises(HubError) as caught, translated("https://hub.example", REPO):
        hf_raise_for_status(httpx2.Response(status, headers={"x-error-code": code}, request=asked))
    assert caught.value.hint


def test_a_card_that_the_hub_refuses_publishes_nothing(client: Client, model: dict[str, Path]) -> None:
    with pytest.raises(InvalidCardError, match="license"):
        push(client, REPO, card=writes("---\nlicense: [not, a, licence]\n---\n"), files=model, message="first")
    assert commits(client) == ["initial commit"]


def test_no_card_and_no_repo_are_told_apart(client: Client) -> None:
    assert client.read_card(REPO) is None
    client.api.create_repo(REPO)
    empty = client.read_card(REPO)
    assert empty is not None
    assert empty.text is None
    assert empty.commit == client.api.model_info(REPO).sha


def test_the_headers_of_weights(client: Client, model: dict[str, Path], tmp_path: Path) -> None:
    import torch
    from safetensors.torch import save

    client.api.create_repo(REPO)
    assert client.weights_metadata(REPO) == {}
    client.api.upload_file(path_or_fileobj=b"\x01" * 200, path_in_repo="model.safetensors", repo_id=REPO)
    assert client.weights_metadata(REPO) == {}, "no safetensors at all"
    one = {"a": torch.zeros(40_000)}
    client.api.upload_file(
        path_or_fileobj=save(one, {"x": "1", "y": "2"}), path_in_repo="model.safetensors", repo_id=REPO
    )
    assert client.weights_metadata(REPO) == {"x": "1", "y": "2"}
    shards = {"model-00001-of-00002.safetensors": "2", "model-00002-of-00002.safetensors": "3"}
    index = json.dumps({"metadata": {}, "weight_map": dict(zip("ab", shards, strict=True))}).encode()
    files = {name: save({"a": torch.zeros(3)}, {"x": "1", "y": value}) for name, value in shards.items()}
    operations: list[CommitOperationAdd | CommitOperationDelete] = [CommitOperationDelete("model.safetensors")]
    for name, content in {**files, "model.safetensors.index.json": index}.items():
        operations.append(CommitOperationAdd(name, content))
    client.api.create_commit(REPO, operations, commit_message="shards")
    assert client.weights_metadata(REPO) == {"x": "1"}


def test_who_may_not_write_is_told_before_any_work(server: LocalHub, client: Client) -> None:
    client.check_write(REPO, exists=False)
    with pytest.raises(NotLoggedInError, match="needs a token"):
        Client(server.endpoint).check_write(REPO, exists=False)
    with pytest.raises(TokenRejectedError):
        Client(server.endpoint, "hf_" + "0" * 34).check_write(REPO, exists=False)
    with pytest.raises(NoWriteAccessError, match="only read"):
        Client(server.endpoint, server.read_token).check_write(REPO, exists=False)


def test_somebody_elses_namespace(tmp_path: Path) -> None:
    from hubtweets.localhub.accounts import Accounts, Organisation, Token, User

    token = "hf_" + "a" * 34
    people = Accounts(
        users=[User(name="ann", tokens=[Token(token=token)])],
        organisations=[Organisation(name="choir", members=["ann"]), Organisation(name="band")],
    )
    with LocalHub(tmp_path, accounts=people) as server:
        client = Client(server.endpoint, token)
        client.check_write("ann/bot", exists=False)
        client.check_write("choir/bot", exists=False)
        with pytest.raises(NoWriteAccessError) as caught:
            client.check_write("band/bot", exists=False)
    assert "--namespace ann" in str(caught.value.hint)
    assert token not in str(caught.value)


def test_an_address_that_is_none() -> None:
    with pytest.raises(UsageError, match="not the address"):
        Client("example.org")


def test_nobody_there(unused_tcp_port: int) -> None:
    with pytest.raises(HubUnreachableError, match="No answer"):
        Client(f"http://127.0.0.1:{unused_tcp_port}", "hf_x").read_card(REPO)


@pytest.fixture
def unused_tcp_port() -> int:
    import socket

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def test_a_card_that_is_not_utf_8_is_left_alone(client: Client) -> None:
    latin = f"{HEAD}Café\n".encode("latin-1")
    client.api.create_repo(REPO)
    lines = (
        {"key": "header", "value": {"summary": "by git, say", "description": ""}},
        {"key": "file", "value": {"path": "README.md", "content": b64encode(latin).decode(), "encoding": "base64"}},
    )
    answer = get_session().post(
        f"{client.endpoint}/api/models/{REPO}/commit/main",
        content="\n".join(map(json.dumps, lines)),
        headers={"content-type": "application/x-ndjson", "authorization": f"Bearer {client.token}"},
    )
    assert answer.status_code == 200, answer.text
    with pytest.raises(CardReadError, match="not UTF-8"):
        push(client, REPO, card=writes(f"{HEAD}ours\n"), message="second")


def test_a_large_file_that_does_not_arrive_is_no_bug(unused_tcp_port: int) -> None:
    """Only the outer error, huggingface_hub's, is written here: with its own retries it takes half a minute to come."""
    endpoint = f"http://127.0.0.1:{unused_tcp_port}"
    with pytest.raises(httpx2.ConnectError) as no_answer:
        get_session().put(f"{endpoint}/_lfs/1", content=b"1")
    with pytest.raises(HubUnreachableError, match="No answer"), translated(endpoint, REPO):
        raise RuntimeError("Error while uploading 'model.safetensors' to the Hub.") from no_answer.value
    with pytest.raises(RuntimeError, match="something else"), translated(endpoint, REPO):
        raise RuntimeError("something else")
