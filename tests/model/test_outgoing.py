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


HIDDEN: dict[str, tuple[str, bytes]] = {
    "UTF-16": ("chat_template.jinja", f"\ufeff{TOKEN}".encode("utf-16")),
    "UTF-16 without a mark": ("generation_config.json", json.dumps({"a": TOKEN}).encode("utf-16-be")),
    "spelled by numbers": ("generation_config.json", "".join(f"\\u{ord(one):04x}" for one in f'"{TOKEN}"').encode()),
    "a pickle": ("model_head.pkl", b"\x80\x04\x8c\x25" + TOKEN.encode() + b"\x94."),
    "GGUF": ("model.gguf", b"GGUF\0\0\0\0" + TOKEN.encode() + b"\0\0"),
    "the header of weights": (
        "model.safetensors",
        (90).to_bytes(8, "little") + json.dumps({"__metadata__": {"note": TOKEN}}).ljust(90).encode() + b"\0" * 9_000,
    ),
}


@pytest.mark.parametrize("form", HIDDEN)
def test_a_token_is_found_in_every_form(form: str, tmp_path: Path) -> None:
    name, content = HIDDEN[form]
    (tmp_path / name).write_bytes(content)
    with pytest.raises(RunFolderError, match=f"{name} holds a Hugging Face token"):
        outgoing.check([tmp_path / name], environment={})


def test_numbers_are_no_words(tmp_path: Path) -> None:
    """What follows a header is weights: a token's letters there are by chance, and would be read for minutes."""
    content = (2).to_bytes(8, "little") + b"{}" + b"\0" * 9_000 + TOKEN.encode()
    (tmp_path / "model.safetensors").write_bytes(content)
    outgoing.check([tmp_path / "model.safetensors"], environment={})


@pytest.mark.parametrize(
    ("name", "content", "left"),
    [
        ("preprocessor_config.json", {"_name_or_path": "/data/me", "size": 8}, {"size": 8}),
        ("processor_config.json", {"feature_extractor": {"name_or_path": "C:\\me\\m"}}, {"feature_extractor": {}}),
        ("quantize_config.json", {"model_name_or_path": "/data/me", "bits": 4}, {"bits": 4}),
        ("sentence_bert_config.json", {"cache_dir": "~/cache", "max_seq_length": 8}, {"max_seq_length": 8}),
        ("config.json", {"dataset_path": "../data", "log_file": "file:///tmp/x"}, {}),
        ("tokenizer_config.json", {"special_tokens_map_file": "/data/me/x.json"}, {}),
        ("modules.json", [{"path": "1_Pooling"}, {"path": ""}], [{"path": "1_Pooling"}, {"path": ""}]),
        ("config.json", {"custom_dir": "org/name", "path": 3}, {"custom_dir": "org/name", "path": 3}),
    ],
)
def test_local_paths_are_left_out_of_every_configuration(
    name: str, content: Any, left: Any, tmp_path: Path, notes: Notes
) -> None:
    (prepared,) = outgoing.prepare([file(tmp_path, name, content)], tmp_path, notes)
    assert json.loads(prepared.read_bytes()) == left
    assert bool(notes.notes) == (left != content)


@pytest.mark.parametrize(
    ("name", "told"),
    [("a\nb.py", r"a\nb.py has a character"), ("a\u202eyp.py", "has a character"), ("a\\b.py", "has a character")],
)
def test_a_name_that_no_repo_takes(name: str, told: str, tmp_path: Path, notes: Notes) -> None:
    with pytest.raises(RunFolderError) as caught:
        outgoing.prepare([file(tmp_path, name, "x = 1\n")], tmp_path, notes)
    assert told in caught.value.message


def test_what_git_did_not_fetch_is_refused(tmp_path: Path, notes: Notes) -> None:
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'a' * 64}\nsize 5\n"
    with pytest.raises(RunFolderError, match="was not fetched") as caught:
        outgoing.prepare([file(tmp_path, "tokenizer.json", pointer)], tmp_path, notes)
    assert caught.value.hint == "git lfs pull"


def test_a_readme_that_leads_elsewhere_is_refused(tmp_path: Path) -> None:
    folder = trainer_folder(tmp_path / "out")
    (folder / "README.md").symlink_to(file(tmp_path, "diary.txt", "Dear diary"))
    with pytest.raises(RunFolderError, match="leads out of the folder"):
        read_trainer_folder(folder)


def test_what_a_tracker_wrote_of_the_machine_stays(tmp_path: Path) -> None:
    folder = trainer_folder(tmp_path / "out")
    (folder / "wandb" / "run").mkdir(parents=True)
    file(folder / "wandb" / "run", "wandb-metadata.json", {"email": "ann@example.org"})
    with pytest.raises(RunFolderError, match="never published") as caught:
        read_trainer_folder(folder, include=["*"])
    assert caught.value.hint == "Leave it out: --exclude 'wandb/*'"
    assert "model.safetensors" in read_trainer_folder(folder, include=["*"], exclude=["wandb/*"]).names


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
