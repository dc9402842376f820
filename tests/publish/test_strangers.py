"""What a stranger wrote into a base model: a clear error before training, or nothing of it in any published byte."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import hubtweets
from hubtweets import LocalHub
from hubtweets.errors import BaseModelError, HubtweetsError, RunFolderError
from hubtweets.model import TrainingConfig

from .conftest import EXAMPLE

SECRET = "hunter2-planted-8f14e45f"
WORDS = (SECRET.encode(), b"Evil", b"eve/evil", b"auto_map", b"custom_pipelines", b"custom_generate")


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalHub]:
    with LocalHub(tmp_path / "hub") as served:
        monkeypatch.setenv("HF_TOKEN", served.token)
        monkeypatch.setenv("DATABASE_PASSWORD", SECRET)
        yield served


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A base model of the usual kind."""
    from tokenizers import ByteLevelBPETokenizer
    from transformers import GPT2Config, GPT2LMHeadModel, PreTrainedTokenizerFast

    folder = tmp_path / "base"
    trained = ByteLevelBPETokenizer()
    trained.train_from_iterator(["my dream is a boat on the canal"] * 9, vocab_size=300, special_tokens=["<|end|>"])
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=trained._tokenizer, eos_token="<|end|>", bos_token="<|end|>", pad_token="<|end|>"
    )
    size = {"n_positions": 256, "n_embd": 8, "n_layer": 1, "n_head": 1, "bos_token_id": 0, "eos_token_id": 0}
    GPT2LMHeadModel(GPT2Config(vocab_size=len(tokenizer), **size)).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


def edit(path: Path, **more: Any) -> None:
    data = json.loads(path.read_text("utf-8")) if path.exists() else {}
    path.write_text(json.dumps(data | more), "utf-8")


def file_of_secrets(base: Path) -> str:
    path = base.parent / "id_rsa"
    path.write_text(f"[UNK]\nmy\ndream\nis\n{SECRET}\n", "utf-8")
    return str(path)


def a_vocabulary_elsewhere(base: Path) -> None:
    (base / "tokenizer.json").unlink()
    edit(base / "tokenizer_config.json", tokenizer_class="BertTokenizer", vocab=file_of_secrets(base))


def the_environment_as_a_vocabulary(base: Path) -> None:
    (base / "tokenizer.json").unlink()
    edit(base / "tokenizer_config.json", tokenizer_class="BertTokenizer", vocab_file="/proc/self/environ")


def merges_elsewhere(base: Path) -> None:
    (base / "tokenizer.json").unlink()
    secret = file_of_secrets(base)
    edit(base / "tokenizer_config.json", tokenizer_class="GPT2Tokenizer", merges_file=secret, vocab_file=secret)


def files_beside_tokenizer_json(base: Path) -> None:
    secret = file_of_secrets(base)
    edit(base / "tokenizer_config.json", vocab=secret, vocab_file=secret, tokenizer_file=secret, chat_template=secret)


def code(base: Path) -> None:
    edit(
        base / "config.json",
        auto_map={"AutoModelForCausalLM": "eve/evil--modeling_evil.Evil"},
        custom_pipelines={"text-generation": {"impl": "pipe.Evil", "pt": ["AutoModelForCausalLM"]}},
        zzz=SECRET,
    )
    edit(base / "tokenizer_config.json", auto_map={"AutoTokenizer": ["eve/evil--tok.Evil", None]})
    edit(base / "generation_config.json", custom_generate="eve/evil")


def a_vocabulary_that_is_a_link(base: Path) -> None:
    (base / "tokenizer.json").unlink()
    (base / "tokenizer.json").symlink_to(file_of_secrets(base))


def a_secret_in_the_vocabulary(base: Path) -> None:
    path = base / "tokenizer.json"
    data = json.loads(path.read_text("utf-8"))
    data["added_tokens"].append(
        {"id": 301, "content": SECRET, "special": False, "single_word": False, "lstrip": False, "rstrip": False,
         "normalized": False}
    )  # fmt: skip
    path.write_text(json.dumps(data), "utf-8")


KINDS = (
    a_vocabulary_elsewhere, the_environment_as_a_vocabulary, merges_elsewhere, files_beside_tokenizer_json, code,
    a_vocabulary_that_is_a_link, a_secret_in_the_vocabulary,
)  # fmt: skip


def published_bytes(hub: LocalHub) -> bytes:
    """Every byte that was ever published: all git objects and all large files."""
    found = []
    for repository in (hub.folder / "repos").rglob("*.git"):
        git = ["git", "-C", str(repository)]
        objects = subprocess.run(
            [*git, "cat-file", "--batch-all-objects", "--batch"], capture_output=True, check=True
        ).stdout
        found.append(objects)
    found += [path.read_bytes() for path in hub.folder.rglob("*") if path.is_file() and ".git/" not in str(path)]
    return b"".join(found).lower()


def judge(hub: LocalHub, base: Path) -> None:
    try:
        hubtweets.publish(
            posts=[str(EXAMPLE)], hub=hub.endpoint, base_model=str(base), namespace=hub.user,
            training=TrainingConfig(max_steps=2, prompts=("My dream is",)),
        )  # fmt: skip
    except (BaseModelError, RunFolderError) as error:
        assert error.hint
        assert SECRET not in str(error)
    content = published_bytes(hub)
    for word in (*WORDS, str(Path.home()).encode(), os.environ["HF_TOKEN"].encode()):
        if word != os.environ["HF_TOKEN"].encode():  # the local Hub keeps its own tokens in its folder
            assert word.lower() not in content, word


@pytest.mark.slow
@pytest.mark.parametrize("spoil", KINDS, ids=lambda kind: kind.__name__)
def test_nothing_of_it_is_published(hub: LocalHub, base: Path, spoil: Callable[[Path], None]) -> None:
    spoil(base)
    judge(hub, base)


@pytest.mark.slow
def test_those_of_the_cases(hub: LocalHub, shared: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text(f"[UNK]\nmy\ndream\nis\n{SECRET}\n", "utf-8")
    script = shared / "cases" / "security" / "base-model-reads-files.py"
    evil = tmp_path / "evilbase"
    subprocess.run([sys.executable, script, secret, evil], check=True, capture_output=True, cwd=tmp_path)
    judge(hub, evil)
    subprocess.run(
        [sys.executable, script.with_name("base-model-auto-map.py")], check=True, capture_output=True, cwd=tmp_path
    )
    judge(hub, tmp_path / "ev3")


def test_what_is_refused_is_refused_before_training(hub: LocalHub, base: Path) -> None:
    a_vocabulary_elsewhere(base)
    with pytest.raises(HubtweetsError) as caught:
        hubtweets.publish(posts=[str(EXAMPLE)], hub=hub.endpoint, base_model=str(base), namespace=hub.user)
    assert caught.value.hint
    changing = [one for one in hub.requests if one.method in ("POST", "PUT")]
    assert [one for one in changing if one.path != "/api/validate-yaml"] == [], (
        "what it would say to a card is a question"
    )
