"""What is looked for in a model's files before they are published, and what is left out of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from hubtweets.errors import RunFolderError
from hubtweets.model import outgoing, read_trainer_folder
from tests.support.models import trainer_folder

from .conftest import Notes

TOKEN = "hf_" + "aB3dE5gH7jK9mN1pQ3sT5vX7zB9dF1hJ3k"


def file(folder: Path, name: str, content: object) -> Path:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("tokenizer.json", {"vocab": {"my": 1, "zx9-secret-value": 2}}, "environment variable SERVICE_API_KEY"),
        ("vocab.txt", "my\nservice_api_key=zx9-secret-value\n", "environment variable SERVICE_API_KEY"),
        ("tokenizer.json", {"vocab": {"editor=/usr/bin/some-editor": 2}}, "environment variable EDITOR"),
        ("config.json", {"note": TOKEN}, "a Hugging Face token"),
        ("LICENSE", f"Apache-2.0 {TOKEN}", "a Hugging Face token"),
        ("bpe.codes", f"a b {TOKEN}", "a Hugging Face token"),
        ("merges.txt", "-----BEGIN OPENSSH PRIVATE KEY-----", "a private key"),
        ("config.json", {"note": "HOME/project/x"}, "a path in your home folder"),
    ],
)
def test_a_secret_is_refused_and_never_repeated(
    name: str, content: object, said: str, isolated: Path, tmp_path: Path
) -> None:
    if isinstance(content, dict) and str(content.get("note")).startswith("HOME"):
        content = {"note": str(isolated / "project")}
    path = file(tmp_path, name, content)
    environment = {"SERVICE_API_KEY": "ZX9-secret-value", "EDITOR": "/usr/bin/some-editor", "CITY": "Toulouse"}
    with pytest.raises(RunFolderError, match=f"{name} holds .*{said}; nothing was published") as caught:
        outgoing.check([path], environment=environment)
    assert "secret-value" not in str(caught.value).lower()
    assert TOKEN not in str(caught.value)
    assert str(isolated) not in caught.value.message


def test_words_of_a_vocabulary_are_no_secrets(tmp_path: Path) -> None:
    vocabulary = {"production": 1, "/home/": 2, "Toulouse": 3, "hf_": 4, "A" * 60: 5, "-----BEGIN": 6}
    files = [file(tmp_path, "tokenizer.json", {"vocab": vocabulary}), file(tmp_path, "config.json", {"n": "a/b"})]
    outgoing.check(files, environment={"STAGE": "production", "MY_TOKEN": "short", "CITY": "Toulouse-Blagnac"})


def test_code_and_local_paths_are_left_out_of_the_copy_and_told(tmp_path: Path, notes: Notes) -> None:
    config = {"_name_or_path": "/data/bases/private", "auto_map": {"AutoConfig": "own.Own"}, "hidden_size": 8}
    config["custom_pipelines"] = {"x": {"impl": "own.Pipe"}}
    adapter = {"base_model_name_or_path": "../bases/private", "r": 8}
    files = [
        file(tmp_path, "config.json", config),
        file(tmp_path, "tokenizer_config.json", {"name_or_path": "openai-community/gpt2"}),
        file(tmp_path, "adapter_config.json", adapter),
    ]
    before = {path: path.read_bytes() for path in files}
    prepared = {path.name: path for path in outgoing.prepare(files, tmp_path, notes)}
    assert json.loads(prepared["config.json"].read_bytes()) == {"hidden_size": 8}
    assert json.loads(prepared["adapter_config.json"].read_bytes()) == {"base_model_name_or_path": None, "r": 8}
    assert prepared["tokenizer_config.json"] == tmp_path / "tokenizer_config.json"
    assert {path: path.read_bytes() for path in files} == before
    assert [note.partition(" (")[0] for note in notes.notes] == [
        "Not published of config.json: _name_or_path, auto_map, custom_pipelines",
        "Not published of adapter_config.json: base_model_name_or_path",
    ]


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path, notes: Notes) -> None:
    run = tmp_path / "run"
    run.mkdir()
    key = file(tmp_path, "id_ed25519", "private")
    (run / "vocab.txt").symlink_to(key)
    with pytest.raises(RunFolderError, match="a link that leads out"):
        outgoing.prepare([run / "vocab.txt"], run, notes)


def test_code_that_is_among_the_files_is_still_named(tmp_path: Path, notes: Notes) -> None:
    """What names other code, or that of another repo, goes; code below the folder is none that it names."""
    own, other = {"AutoConfig": "own.Own", "AutoModel": ["own.Model", None]}, {"AutoConfig": "eve/evil--own.Own"}
    named = {"auto_map": own, "custom_pipelines": {"x": {"impl": "pipe.Pipe"}}, "nested": {"auto_map": other}}
    files = [file(tmp_path, "config.json", named), file(tmp_path, "own.py", "Own = 1\n")]
    prepared = {path.name: path for path in outgoing.prepare(files, tmp_path, notes)}
    assert json.loads(prepared["config.json"].read_bytes()) == {"auto_map": own, "nested": {}}
    assert "--include '*.py'" in notes.notes[0]
    assert outgoing.names_code(list(prepared.values()))


@pytest.mark.parametrize(
    ("data", "names"),
    [
        ([{"type": "sentence_transformers.models.Transformer"}, {"type": "own.Pool"}], True),
        ([{"type": "sentence_transformers.models.Transformer"}, {"type": "own"}], False),
        ({"type": None, "own": "own.Pool"}, False),
    ],
)
def test_modules_that_are_code_of_the_folder(data: Any, names: bool, tmp_path: Path) -> None:
    files = [file(tmp_path, "modules.json", data), file(tmp_path, "own.py", "Pool = 1\n")]
    assert outgoing.names_code(files) == names
    assert not outgoing.names_code(files[:1])


@pytest.mark.parametrize("name", ["config.json", "trainer_state.json"])
def test_json_that_is_nested_too_deep_is_refused(name: str, tmp_path: Path) -> None:
    folder = trainer_folder(tmp_path / "out")
    (folder / name).write_text('{"a": ' + "[" * 200_000 + "]" * 200_000 + "}")
    with pytest.raises(RunFolderError, match=f"{name} is not JSON"):
        read_trainer_folder(folder)
