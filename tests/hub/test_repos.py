"""Cards that are hostile, repos that move, files that do not arrive, and what is left behind."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import tracemalloc
import zlib
from collections.abc import Callable
from pathlib import Path

import httpx2
import pytest
from huggingface_hub import CommitOperationAdd, HfApi, constants

from hubtweets._shared.frontmatter import LARGEST_CARD
from hubtweets._shared.model_files import is_model_file, is_weights, stale
from hubtweets.errors import (
    HubError,
    HubUnreachableError,
    InvalidCardError,
    RepoMovedError,
    RepoNotFoundError,
    UnreadableCardError,
)
from hubtweets.hub.client import HubClient
from hubtweets.hub.commits import RepoChange
from hubtweets.hub.connection import RemoteCard
from hubtweets.localhub import LocalHub
from tests.support.odd_hub import Given, OddHub, Rule

CARD = "---\ntags:\n- huggingtweets\n---\n# Somebody\n"
README = "GET .*/resolve/.*README"


@pytest.fixture
def api(hub: LocalHub) -> HfApi:
    return HfApi(endpoint=hub.endpoint, token=hub.token)


def _writes(text: str) -> Callable[[RemoteCard], RepoChange]:
    return lambda card: RepoChange(card=text)


# -- cards -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("body", ["<html>Sign in</html>", "", CARD.replace("Somebody", "Nobody"), "\x00" * 100])
def test_a_page_is_not_taken_for_the_card(
    client: HubClient, direct: HubClient, odd: OddHub, repo: str, body: str
) -> None:
    """All headers of a Hub, and other bytes: the ETag tells."""
    direct.update_repo(repo, _writes(f"{CARD}\nA person wrote this.\n"), message="a person's")
    odd.rules = [Rule(README, "edit", edit=lambda given: given._replace(body=body.encode()))]
    with pytest.raises(HubUnreachableError, match="not the file"):
        client.update_repo(repo, _writes(CARD), message="ours")
    assert "A person wrote this." in str(direct.read_card(repo).text)
    assert odd.asked(README) == 3


def test_an_answer_that_was_odd_once(client: HubClient, odd: OddHub, repo: str) -> None:
    odd.rules = [Rule(README, body="<html>Sign in</html>", times=2)]
    assert client.read_card(repo).text is None


@pytest.mark.parametrize("mark", ['W/"{}"', '"{}-gzip"', '"{}"', "{}"])
def test_a_proxy_that_compresses(client: HubClient, direct: HubClient, odd: OddHub, repo: str, mark: str) -> None:
    direct.update_repo(repo, _writes(CARD), message="one")

    def packed(given: Given) -> Given:
        etag = next(value for name, value in given.headers if name.lower() == "etag").strip('"')
        headers = [(name, value) for name, value in given.headers if name.lower() != "etag"]
        headers += [("ETag", mark.format(etag)), ("Content-Encoding", "gzip")]
        return Given(given.status, gzip.compress(given.body), headers)

    odd.rules = [Rule(README, "edit", edit=packed)]
    assert client.read_card(repo).text == CARD


@pytest.mark.slow
def test_a_card_of_a_gigabyte_is_refused_while_it_is_read(client: HubClient, odd: OddHub, repo: str) -> None:
    packer, piece = zlib.compressobj(9, zlib.DEFLATED, 31), bytes(2**20)
    bomb = b"".join(packer.compress(piece) for _ in range(1024)) + packer.flush()
    odd.rules = [Rule(README, body=bomb, headers={"Content-Encoding": "gzip", "X-Repo-Commit": "a" * 40})]
    tracemalloc.start()
    with pytest.raises(UnreadableCardError, match="4 MiB"):
        client.read_card(repo)
    assert tracemalloc.get_traced_memory()[1] < 40 * 2**20
    tracemalloc.stop()
    assert odd.asked(README) == 1, "not asked for again"


def test_a_card_in_large_file_storage(client: HubClient, api: HfApi, repo: str) -> None:
    """One that is small enough is a card; it has its SHA-256 for an ETag. A large one is refused."""
    api.upload_file(repo_id=repo, path_in_repo=".gitattributes", path_or_fileobj=b"*.md filter=lfs diff=lfs -text\n")
    content = CARD.encode() + b"x\n" * 40_000
    api.upload_file(repo_id=repo, path_in_repo="README.md", path_or_fileobj=content)
    assert client.list_files(repo)["README.md"].sha256 is not None
    assert client.read_card(repo).text == content.decode()
    crowded = CARD.encode() + b"\n" * 50_001
    api.upload_file(repo_id=repo, path_in_repo="README.md", path_or_fileobj=crowded)
    with pytest.raises(UnreadableCardError, match="50,000 lines"):
        client.read_card(repo)
    large = CARD.encode() + b"x\n" * (LARGEST_CARD // 2)
    api.upload_file(repo_id=repo, path_in_repo="README.md", path_or_fileobj=large)
    with pytest.raises(UnreadableCardError, match="4 MiB") as caught:
        client.read_card(repo)
    assert caught.value.commit == client.head(repo)


def test_a_card_that_is_not_utf_8(client: HubClient, odd: OddHub, repo: str, api: HfApi) -> None:
    lines = (
        {"key": "header", "value": {"summary": "by git, say", "description": ""}},
        {
            "key": "file",
            "value": {"path": "README.md", "content": base64.b64encode(b"Caf\xe9\n").decode(), "encoding": "base64"},
        },
    )
    httpx2.post(
        f"{odd.upstream}/api/models/{repo}/commit/main",
        content="\n".join(map(json.dumps, lines)),
        headers={"content-type": "application/x-ndjson", "authorization": f"Bearer {client.token}"},
    ).raise_for_status()
    with pytest.raises(UnreadableCardError, match="not UTF-8") as caught:
        client.update_repo(repo, _writes(CARD), message="ours")
    assert caught.value.commit == client.head(repo)


def test_no_card_no_repo_and_no_token(client: HubClient, odd: OddHub, repo: str) -> None:
    assert client.read_card(repo) == (repo, None, client.head(repo))
    with pytest.raises(RepoNotFoundError):
        client.read_card("huggingtweets/nobody-there")
    with HubClient(odd.endpoint) as nobody, pytest.raises(RepoNotFoundError):
        nobody.read_card("huggingtweets/nobody-there")


# -- repos that move -------------------------------------------------------------------------------------------------


def test_a_repo_that_was_renamed_is_written_under_its_new_name(
    client: HubClient, direct: HubClient, api: HfApi, repo: str
) -> None:
    direct.update_repo(repo, _writes(CARD), message="one")
    api.move_repo(repo, f"{repo}-renamed")
    seen: list[str] = []

    def decide(card: RemoteCard) -> RepoChange:
        seen.append(card.repo_id)
        return RepoChange(card=f"{card.text}More.\n")

    done = client.update_repo(repo, decide, message="two")
    assert seen == [f"{repo}-renamed"] == [done.repo_id]
    assert done.url.endswith("-renamed")
    assert direct.read_card(f"{repo}-renamed").text == f"{CARD}More.\n"


@pytest.mark.parametrize("pull_request", [False, True])
def test_a_repo_that_left_is_left_alone(
    client: HubClient, direct: HubClient, api: HfApi, repo: str, pull_request: bool
) -> None:
    there = f"birds/{repo.partition('/')[2]}"
    api.move_repo(repo, there)
    head = direct.head(there)
    with pytest.raises(RepoMovedError) as caught:
        client.update_repo(repo, _writes(CARD), message="two", pull_request=pull_request)
    assert caught.value.moved_to == there
    assert direct.head(there) == head
    assert not direct.get_json(f"/api/models/{there}/discussions", repo_id=there)["discussions"]


def test_a_repo_that_is_renamed_between_reading_and_committing(
    client: HubClient, direct: HubClient, api: HfApi, repo: str
) -> None:
    turns = 0

    def decide(card: RemoteCard) -> RepoChange:
        nonlocal turns
        turns += 1
        if turns == 1:
            api.move_repo(repo, f"{repo}-soon")
        return RepoChange(card=CARD)

    done = client.update_repo(repo, decide, message="two")
    assert (turns, done.repo_id) == (2, f"{repo}-soon")
    assert direct.read_card(f"{repo}-soon").text == CARD


def test_case_is_no_other_repo(client: HubClient, repo: str) -> None:
    done = client.update_repo(repo.upper(), _writes(CARD), message="one")
    assert done.repo_id == repo


@pytest.mark.parametrize(
    "location", ["/a\x1b]0;/b/resolve/main/README.md", "/../../resolve/main/README.md", "/x/y/resolve/main/"]
)
def test_a_redirect_to_no_repo(client: HubClient, odd: OddHub, repo: str, location: str) -> None:
    odd.rules = [Rule(f"GET /{repo}/resolve", status=307, headers={"Location": location})]
    with pytest.raises(HubError) as caught:
        client.update_repo(repo, _writes(CARD), message="one")
    assert caught.value.message.isprintable()


# -- files -----------------------------------------------------------------------------------------------------------


def test_the_same_files_again_are_no_commit(client: HubClient, repo: str, model: dict[str, Path]) -> None:
    first = client.update_repo(repo, lambda card: RepoChange(card=CARD, files=model), message="one")
    again = client.update_repo(repo, lambda card: RepoChange(card=CARD, files=model), message="two")
    assert (again.changed, again.commit) == (False, first.commit)
    model["config.json"].write_text("{}")
    third = client.update_repo(repo, lambda card: RepoChange(card=CARD, files=model), message="three")
    assert third.changed
    assert third.parent == first.commit


def test_what_is_gone_is_deleted_in_the_same_commit(client: HubClient, repo: str, model: dict[str, Path]) -> None:
    client.update_repo(repo, lambda card: RepoChange(small={"model-v2.bin": b"old", "notes.txt": b"mine"}), message="1")

    def decide(card: RemoteCard) -> RepoChange:
        return RepoChange(files=model, delete=stale(client.list_files(card.repo_id, card.commit), model))

    client.update_repo(repo, decide, message="2")
    assert client.list_files(repo).keys() == {".gitattributes", "notes.txt", *model}


@pytest.mark.parametrize("answer", [Rule("xet-write-token", status=404), Rule("xet-write-token", status=500),
                                    Rule("xet-write-token", body="<html>"), Rule("xet-write-token", "reset"),
                                    Rule("xet-write-token", body='{"accessToken": "x"}')], ids=range(5))  # fmt: skip
def test_where_xet_gives_no_token_files_go_over_lfs(
    client: HubClient, odd: OddHub, repo: str, model: dict[str, Path], monkeypatch: pytest.MonkeyPatch, answer: Rule
) -> None:
    monkeypatch.setattr(constants, "HF_HUB_DISABLE_XET", False)  # as on a machine where nobody set the variable
    odd.rules = [answer]
    assert client.update_repo(repo, lambda card: RepoChange(files=model), message="one").changed
    assert client.list_files(repo)["model.safetensors"].size == 200_000
    assert 1 <= odd.asked("xet-write-token") <= 7
    assert constants.HF_HUB_DISABLE_XET is False


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (403, '{"error": "You have exceeded your private storage limit; buy more or delete files"}'),
        (402, '{"message": "Payment required"}'),
        (413, '{"error": "LFS quota exceeded"}'),
        (422, '{"objects": null}'),
        (200, "<html>Sign in</html>"),
        (200, '{"objects": [{"oid": "%s", "size": 200000, "error": {"code": 507, "message": "quota exceeded"}}]}'),
    ],
)
def test_large_files_that_are_refused_are_told_in_the_hubs_words(
    client: HubClient, odd: OddHub, repo: str, model: dict[str, Path], status: int, body: str
) -> None:
    if "%s" in body:
        body %= hashlib.sha256(b"\x01" * 200_000).hexdigest()
    odd.rules = [Rule("objects/batch", status=status, body=body, headers={"Content-Type": "application/json"})]
    head = client.head(repo)
    with pytest.raises(HubError) as caught:
        client.update_repo(repo, lambda card: RepoChange(files=model), message="one")
    assert caught.value.hint
    assert client.head(repo) == head
    if "quota" in body or "limit" in body:
        assert "quota" in caught.value.message or "limit" in caught.value.message


def test_a_card_that_the_hub_refuses(client: HubClient, repo: str) -> None:
    with pytest.raises(InvalidCardError, match="license"):
        client.update_repo(repo, _writes("---\nlicense: [not, a, licence]\n---\n"), message="one")


def test_the_headers_of_weights(client: HubClient, api: HfApi, repo: str) -> None:
    import torch
    from safetensors.torch import save

    assert client.weights_metadata(repo) == {}
    api.upload_file(path_or_fileobj=b"\x01" * 200, path_in_repo="model.safetensors", repo_id=repo)
    assert client.weights_metadata(repo) == {}, "no safetensors at all"
    many = {f"a{number}": torch.zeros(1) for number in range(3000)}  # a header of more than the first 100,000 bytes
    for tensors in ({"a": torch.zeros(40_000)}, many):
        content = save(tensors, {"x": "1", "y": "2"})
        api.upload_file(path_or_fileobj=content, path_in_repo="model.safetensors", repo_id=repo)
        assert client.weights_metadata(repo) == {"x": "1", "y": "2"}
    shard = save({"a": torch.zeros(3)}, {"x": "1", "y": "3"})
    api.upload_file(path_or_fileobj=shard, path_in_repo="model-00002-of-00002.safetensors", repo_id=repo)
    assert client.weights_metadata(repo) == {"x": "1"}


WEIGHTS = ("model.safetensors", "pytorch_model.bin", "model-00001-of-00002.safetensors", "adapter_model.safetensors",
           "model-v2.safetensors", "consolidated.safetensors", "consolidated.00.pth", "tf_model.h5",
           "pytorch_model-00002-of-00002.bin", "model.fp16.safetensors", "flax_model.msgpack")  # fmt: skip
OTHERS = ("config.json", "tokenizer.json", "merges.txt", "vocab.txt", "tokenizer.model", "chat_template.jinja",
          "model.safetensors.index.json", "model.safetensors.index.fp16.json", "generation_config.json",
          "modules.json", "1_Pooling/config.json", "2_Dense/model.safetensors", "sentence_bert_config.json",
          "config_setfit.json", "model_head.pkl", "source.spm", "qwen.tiktoken")  # fmt: skip
NONE = ("README.md", "optimizer.pt", "scheduler.pt", "rng_state.pth", "trainer_state.json", "my-model.safetensors",
        "onnx/model.safetensors", "data.json", "notes.txt", "modelling.py", "model.gguf",
        "1_Pooling/notes.md", "a/1_Pooling/config.json", "my.model")  # fmt: skip


def test_one_table_of_model_files() -> None:
    assert all(map(is_weights, WEIGHTS))
    assert all(map(is_model_file, (*WEIGHTS, *OTHERS)))
    assert not any(map(is_weights, (*OTHERS, *NONE)))
    assert not any(map(is_model_file, NONE))
    assert stale((*WEIGHTS, *OTHERS, *NONE, "training_args.bin"), OTHERS) == {*WEIGHTS, "training_args.bin"}


# -- what is left behind ---------------------------------------------------------------------------------------------


def test_a_repo_that_is_still_empty_is_taken_away(
    client: HubClient, direct: HubClient, new_repo: Callable[[], str]
) -> None:
    name = f"{new_repo()}-more"
    assert client.create_repo(name)
    assert not client.create_repo(name), "it was there"
    assert client.delete_repo_if_empty(name)
    with pytest.raises(RepoNotFoundError):
        direct.read_card(name)
    assert not client.delete_repo_if_empty(name), "it is gone"


def test_a_repo_that_somebody_wrote_to_stays(client: HubClient, direct: HubClient, repo: str) -> None:
    direct.update_repo(repo, _writes(CARD), message="a person's")
    assert not client.delete_repo_if_empty(repo)
    assert direct.read_card(repo).text == CARD


def test_a_private_repo_is_private(
    client: HubClient, odd: OddHub, hub: LocalHub, api: HfApi, new_repo: Callable[[], str]
) -> None:
    name = f"{new_repo()}-private"
    client.create_repo(name, private=True)
    assert api.model_info(name).private


def test_what_a_person_closed_is_not_opened_again(client: HubClient, api: HfApi, repo: str) -> None:
    one = client.update_repo(repo, _writes(CARD), message="Render with a@1", pull_request=True)
    assert one.pull_request == 1
    api.change_discussion_status(repo, 1, "closed")
    again = client.update_repo(repo, _writes(CARD), message="Render with a@1", pull_request=True)
    assert (again.pull_request, again.changed, again.declined) == (1, False, True)
    newer = client.update_repo(repo, _writes(CARD), message="Render with a@2", pull_request=True)
    assert (newer.pull_request, newer.changed, newer.declined) == (2, True, False)


def test_a_pull_request_of_somebody_else_is_not_ours(client: HubClient, odd: OddHub, repo: str) -> None:
    client.update_repo(repo, _writes(CARD), message="Render with a@1", pull_request=True)

    def by_somebody(given: Given) -> Given:
        return given._replace(body=given.body.replace(b'"me"', b'"somebody"'))

    odd.rules = [Rule("GET .*/discussions", "edit", edit=by_somebody, times=1)]
    assert client.update_repo(repo, _writes(CARD), message="Render with a@1", pull_request=True).pull_request == 2


def test_an_open_pull_request_is_brought_up_to_date(client: HubClient, api: HfApi, repo: str) -> None:
    client.update_repo(repo, _writes(CARD), message="Render with a@1", pull_request=True)
    api.create_commit(repo, [CommitOperationAdd("README.md", f"{CARD}By a person.\n".encode())],
                      commit_message="a person's", revision="refs/pr/1")  # fmt: skip
    seen: list[str | None] = []

    def decide(card: RemoteCard) -> RepoChange:
        seen.append(card.text)
        return RepoChange(card=f"{card.text or CARD}Newer.\n")

    done = client.update_repo(repo, decide, message="Render with a@2", pull_request=True)
    assert seen == [None, f"{CARD}By a person.\n"]
    assert (done.pull_request, done.changed) == (1, True)
    assert client.read_card(repo, "refs/pr/1").text == f"{CARD}By a person.\nNewer.\n"


def test_overtaken_pull_requests_of_ours_are_closed_with_a_word(client: HubClient, api: HfApi, repo: str) -> None:
    ours = "What people wrote on the card is kept."
    for title in ("Fine-tuned on 1,000 posts of @a1", "Fine-tuned on 2,000 posts of @a1", "Render with a@1"):
        client.update_repo(repo, _writes(f"{CARD}{title}\n"), message=title, description=ours, pull_request=True)
    by_hand = api.create_pull_request(repo, "Fine-tuned on 5 posts of @a1", description="My own.").num
    title = "Fine-tuned on 3,000 posts of @a1"
    newest = client.update_repo(repo, _writes(CARD), message=title, description=ours, pull_request=True)
    assert newest.pull_request == 5
    kept = {3, by_hand, 5}
    for closed in ([2, 1], []):
        overtaken = client.close_overtaken(repo, title, ours, by="#5", but=5)
        assert (overtaken.closed, set(overtaken.still_open)) == (closed, kept)
    left = {one.num for one in api.get_repo_discussions(repo, discussion_status="open")}
    assert left == kept
    events = api.get_discussion_details(repo, 1).events
    assert [one.type for one in events[-2:]] == ["comment", "status-change"]
    assert "Overtaken by #5" in events[-2].content  # type: ignore[attr-defined]
    assert client.pull_request_status(repo, 1) == "closed"
    assert client.pull_request_status(repo, 5) == "open"


def test_a_pull_request_of_somebody_else_is_never_closed(client: HubClient, odd: OddHub, api: HfApi, repo: str) -> None:
    client.update_repo(repo, _writes(CARD), message="Render with a@1", description="Ours.", pull_request=True)

    def by_somebody(given: Given) -> Given:
        return given._replace(body=given.body.replace(b'"me"', b'"somebody"'))

    odd.rules = [Rule("GET .*/discussions", "edit", edit=by_somebody, times=1)]
    assert client.close_overtaken(repo, "Render with a@2", "Ours.", by="#2") == ([], [])
    assert api.get_discussion_details(repo, 1).status == "open"
