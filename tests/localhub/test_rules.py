"""The Hub's rules on their own: what goes to LFS, which cards are refused, what a repo's tags are."""

from __future__ import annotations

import base64
import hashlib
import subprocess
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hubtweets.localhub.api.oidc import sign, verify
from hubtweets.localhub.storage.cardrules import check
from hubtweets.localhub.storage.facts import card_data, derive
from hubtweets.localhub.storage.patterns import is_binary, lfs_rule, sending_to_lfs


@pytest.mark.parametrize(
    ("path", "size", "sample", "mode"),
    [
        ("a.txt", 3, b"abc", "regular"),
        ("model.safetensors", 3, b"abc", "lfs"),
        ("in/deep/model.bin", 3, b"abc", "lfs"),
        ("saved_model/a/b", 3, b"abc", "lfs"),
        ("events.out.tfevents.1", 3, b"abc", "lfs"),
        ("large.txt", 11 * 1024 * 1024, b"abc", "lfs"),
        ("nul", 3, b"a\x00b", "lfs"),
        ("latin", 6, b"caf\xe9 au lait", "lfs"),
        ("cut", 512, ("ä" * 300).encode()[:511], "regular"),
        ("empty", 0, b"", "regular"),
    ],
)
def test_what_goes_to_lfs(web: Any, path: str, size: int, sample: bytes, mode: str) -> None:
    repo = web.create("huggingtweets/ada")
    body = {"files": [{"path": path, "size": size, "sample": base64.b64encode(sample).decode()}]}
    answer = web.post(f"/api/models/{repo}/preupload/main", json=body).json()["files"][0]
    assert (answer["uploadMode"], answer["shouldIgnore"]) == (mode, False)


def test_gitattributes_and_gitignore_of_the_repo(web: Any) -> None:
    repo = web.create("huggingtweets/ada")
    rules = b"*.bin filter=lfs diff=lfs merge=lfs -text\nsmall/*.bin !filter\nnotes.txt filter=lfs\n"
    web.commit(repo, {".gitattributes": rules, ".gitignore": b"*[z-a]\n*.log\n!keep.log\n", "a.txt": b"x"})
    paths = ["a.bin", "small/a.bin", "notes.txt", "a.txt", "x.log", "keep.log"]
    body = {"files": [{"path": path, "size": 1, "sample": ""} for path in paths]}
    told = web.post(f"/api/models/{repo}/preupload/main", json=body).json()["files"]
    assert [file["uploadMode"] for file in told] == ["lfs", "regular", "lfs", "regular", "regular", "regular"]
    assert [file["shouldIgnore"] for file in told] == [False, False, False, False, True, False]
    assert told[3]["oid"] == hashlib.sha1(b"blob 1\x00x").hexdigest()
    assert "oid" not in told[0]
    body["gitIgnore"] = "a.*"  # type: ignore[assignment]
    told = web.post(f"/api/models/{repo}/preupload/main", json=body).json()["files"]
    assert [file["shouldIgnore"] for file in told] == [True, True, False, True, False, False]


@settings(deadline=None)  # other work may go on beside it
@example(b"*[z-a] filter=lfs", "a")
@given(st.binary(max_size=300), st.text(max_size=30))
def test_any_gitattributes_can_be_read(content: bytes, path: str) -> None:
    assert lfs_rule(content)(path) in (None, True, False)
    assert lfs_rule(None)(path) is None


@pytest.fixture(scope="module")
def git_filters(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes, list[str]], list[str]]:
    """What git itself takes as the filter of each path under a .gitattributes."""
    folder = tmp_path_factory.mktemp("attributes")
    subprocess.run(["git", "init", "-q", folder], check=True)

    def filters(gitattributes: bytes, paths: list[str]) -> list[str]:
        (folder / ".gitattributes").write_bytes(gitattributes)
        told = subprocess.run(
            ["git", "-C", folder, "check-attr", "-z", "--stdin", "filter"],
            input="".join(f"{path}\0" for path in paths).encode(), check=True, capture_output=True,
        )  # fmt: skip
        return told.stdout.decode().split("\0")[2::3]

    return filters


_NAMES = st.text('ab \t\r\n#![]*?\\"^-:é\xa0', min_size=1, max_size=6).filter(lambda name: name == name.strip("\xa0"))


@settings(deadline=None, max_examples=50)
@given(st.lists(st.lists(_NAMES, min_size=1, max_size=3).map("/".join), min_size=1, max_size=8))
def test_every_path_can_be_sent_to_lfs(git_filters: Any, paths: list[str]) -> None:
    rules = sending_to_lfs(b"* text=auto -filter", paths)
    assert git_filters(rules, paths) == ["lfs"] * len(paths)
    assert sending_to_lfs(rules, paths) == rules


@pytest.mark.parametrize(
    "pattern",
    ["a", "a/", "/a", "a/b", "a/*", "a/**", "**/b", "*", "*.b", "a[[:space:]]b", "[[:space:]b]", "[ab]", "a*"],
)
def test_patterns_mean_what_git_takes_them_for(git_filters: Any, pattern: str) -> None:
    paths = ["a", "b", "a/b", "b/a", "a/b/a", "b/a/b", "x.b/a", "a/x.b", "a b", "a:]b", "x/a b", " ", "[a"]
    rules = f"{pattern} filter=lfs\n".encode()
    assert [lfs_rule(rules)(path) is True for path in paths] == [it == "lfs" for it in git_filters(rules, paths)]


@settings(deadline=None)  # other work may go on beside it
@given(st.text(max_size=200))
def test_text_is_never_binary_wherever_it_is_cut(text: str) -> None:
    data = text.replace("\x00", "").encode("utf-8", "ignore")
    assert not any(is_binary(data[:end]) for end in range(len(data) + 1))


@pytest.mark.parametrize(
    ("yaml", "errors"),
    [
        ("license: mit", []),
        ("license: [mit, apache-2.0]", []),
        ("license: MIT", ['"license" must be one of']),
        ("tags: one", ['"tags" must be an array']),
        ("tags: [1]", ['"tags[0]" must be a string']),
        ("base_model: 'a b'", ['"base_model" with value "a b" is not valid']),
        ("model-index: [{}]", ['"model-index[0].name" is required']),
        ("model-index: [{name: a, results: [{task: {}, metrics: [{type: x}]}]}]",
         ['"model-index[0].results[0].task.type" is required',
          '"model-index[0].results[0].metrics[0].value" is required']),
        ("a: [", ["YAML Metadata Error"]),
        ("- a", ["YAML Metadata Error"]),
        *((f"a: {value}", ["YAML Metadata Error"]) for value in ("!!int x", "!!bool x", "!!float x", "9" * 5000)),
        ("hubtweets: {schema: 1}", []),
    ],
)  # fmt: skip
def test_cards(yaml: str, errors: list[str]) -> None:
    verdict = check(f"---\n{yaml}\n---\n# Card\n", "model")
    assert len(verdict.errors) == len(errors)
    assert all(found.startswith(expected) for found, expected in zip(verdict.errors, errors, strict=True))
    assert verdict.warnings == []


def test_cards_without_metadata_are_warned_about() -> None:
    assert check("# Card\n", "model").warnings[0].startswith("empty or missing yaml metadata in repo card")
    assert check("# Card\n", "dataset").warnings[0].endswith("docs/hub/datasets-cards)")


@settings(deadline=None)  # other work may go on beside it
@given(st.text(max_size=300))
def test_any_card_can_be_checked_and_read(text: str) -> None:
    for card in (text, f"---\n{text}\n---\n"):
        check(card, "model")
        derive("model", ["README.md"], card_data(card.encode("utf-8", "ignore")), None)


@pytest.mark.parametrize(
    ("card", "files", "config", "tags"),
    [
        ({}, ["a.safetensors"], {"model_type": "gpt2", "architectures": ["GPT2LMHeadModel"]},
         ["transformers", "safetensors", "gpt2", "text-generation", "region:us"]),
        ({"license": "mit", "datasets": "a/b", "language": ["en", "de"], "tags": ["x", "x"]}, ["tf_model.h5"], None,
         ["tf", "x", "dataset:a/b", "license:mit", "en", "de", "region:us"]),
        ({"base_model": "openai-community/gpt2", "base_model_relation": "finetune"}, [], None,
         ["base_model:openai-community/gpt2", "base_model:finetune:openai-community/gpt2", "region:us"]),
        ({"library_name": 3, "pipeline_tag": ["x"], "tags": {"a": 1}, "license": None}, [], None, ["region:us"]),
    ],
)  # fmt: skip
def test_tags(card: dict[str, Any], files: list[str], config: dict[str, Any] | None, tags: list[str]) -> None:
    assert list(derive("model", files, card, config).tags) == tags


@settings(deadline=None)  # other work may go on beside it
@given(st.dictionaries(st.text(max_size=5), st.integers(-5, 5), max_size=3), st.integers(0, 400), st.data())
def test_id_tokens(claims: dict[str, int], place: int, data: st.DataObject) -> None:
    token = sign({**claims, "exp": 100}, b"key")
    assert verify(token, b"key", now=99) == {**claims, "exp": 100}
    assert verify(token, b"key", now=100) is None
    assert verify(token, b"other", now=99) is None
    place %= len(token)
    other = data.draw(st.sampled_from("abcXYZ019-_.").filter(lambda char: char != token[place]))
    changed = token[:place] + other + token[place + 1 :]
    found = verify(changed, b"key", now=99)
    assert found is None or found == {**claims, "exp": 100}  # the last character holds bits that mean nothing


@pytest.mark.parametrize(
    ("yaml", "says"),
    [
        ("language: dutch", '"language" with value "dutch" is not valid'),
        ("language: [en, zh-CN]", '"language" with value "zh-CN"'),
        ("language: EN", '"language" with value "EN"'),
        ("language: en, fr", '"language" with value "en, fr"'),
        ("language: true", '"language" must be one of [string, array]'),
        ("datasets: ./data/train.csv", '"datasets" with value "./data/train.csv"'),
        ("datasets: [a/b/c]", '"datasets" with value "a/b/c"'),
        ("datasets: [/home/me/x]", '"datasets" with value'),
        ("license: mit\nlicense: mit", "duplicated mapping key: license (3:1)"),
        ("widget:\n- text: a\n  text: b", "duplicated mapping key: text (4:3)"),
        ("metrics: [{wer: 12}]", '"metrics[0]" must be a string'),
        ("license: mit-1", '"license" must be one of'),
    ],
)
def test_what_the_hub_refuses(web: Any, yaml: str, says: str) -> None:
    repo = web.create("huggingtweets/ada")
    refused = web.commit(repo, {"README.md": f"---\n{yaml}\n---\n# Card\n".encode()})
    assert refused.status_code == 400
    assert says in refused.json()["error"]


@pytest.mark.parametrize("key", ["config", "split", "revision"])
def test_what_may_be_left_out_is_not_null(web: Any, key: str) -> None:
    repo = web.create("huggingtweets/ada")
    card = "---\nmodel-index:\n- name: x\n  results:\n  - task: {type: a}\n    dataset: {type: a, name: b, %s}\n"
    card += "    metrics: [{type: a, value: 1}]\n---\n"
    assert web.commit(repo, {"README.md": (card % f"{key}: x").encode()}).status_code == 200
    refused = web.commit(repo, {"README.md": (card % f"{key}: null").encode()})
    assert f'"model-index[0].results[0].dataset.{key}" is required' in refused.json()["error"]


@pytest.mark.parametrize(
    ("yaml", "data"),
    [
        ("language: no", {"language": "no"}),
        ("language: [en, no]", {"language": ["en", "no"]}),
        ("language: multilingual", {"language": "multilingual"}),
        ("license: openmdw-1.1", {"license": "openmdw-1.1"}),
        ("datasets: [squad, a/b.c-d]", {"datasets": ["squad", "a/b.c-d"]}),
        ("tags: [on, off, yes, y]", {"tags": ["on", "off", "yes", "y"]}),
        ("a: 1:30\nb: 0o17\nc: 017\nd: 1_000\ne: =", {"a": "1:30", "b": 15, "c": 17, "d": "1_000", "e": "="}),
        (
            "a: true\nb: ~\nc: 1.5e3\nd: 2021-05-07\ne: 0x1F",
            {"a": True, "b": None, "c": 1500.0, "d": "2021-05-07", "e": 31},
        ),
        ("  license: mit\n  tags: [a]", {"license": "mit", "tags": ["a"]}),
        ("a: &x {license: mit}\nb:\n  <<: *x\n  c: 1", {"a": {"license": "mit"}, "b": {"license": "mit", "c": 1}}),
        ("n: 1" + "0" * 500 + "\nm: 12345678901234567890", {"n": None, "m": 1.2345678901234567e19}),
    ],
)
def test_what_the_hub_takes_and_how_it_reads_it(web: Any, yaml: str, data: dict[str, Any]) -> None:
    repo = web.create("huggingtweets/ada")
    answer = web.commit(repo, {"README.md": f"---\n{yaml}\n---\n# Card\n".encode()})
    assert answer.status_code == 200, answer.text
    assert web.get(f"/api/models/{repo}").json()["cardData"] == data
