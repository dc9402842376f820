"""Which files of a folder go up, what stays and why, what is told of it, and whose licence the card states."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from hubtweets import RunFolderError, push
from hubtweets._shared import frontmatter
from hubtweets._shared.progress import Progress
from hubtweets.cli.main import app
from hubtweets.localhub import LocalHub
from tests.support.folders import BASE, causal, lora, sentences

REPO = "me/bot"


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("trained") / "out"
    causal(path)
    (path / "handler.py").write_text("# an endpoint\n", "utf-8")
    (path / "onnx").mkdir()
    (path / "onnx" / "model.onnx").write_bytes(b"onnx")
    (path / "train.log").write_text("step 1\n", "utf-8")
    (path / ".cache").mkdir()
    return path


@pytest.fixture
def folder(trained: Path, tmp_path: Path) -> Path:
    shutil.copytree(trained, tmp_path / "out")
    return tmp_path / "out"


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalHub]:
    with LocalHub(tmp_path / "hub") as hub:
        monkeypatch.setenv("HF_TOKEN", hub.token)
        yield hub


class _Told(Progress):
    def __init__(self) -> None:
        self.warnings: list[str] = []

    def warn(self, message: str) -> None:
        self.warnings.append(message)


def _files(hub: LocalHub) -> set[str]:
    from huggingface_hub import HfApi

    return set(HfApi(endpoint=hub.endpoint, token=hub.token).list_repo_files(REPO))


def test_a_dry_run_lists_what_goes_up_and_what_stays(folder: Path, hub: LocalHub) -> None:
    done = push(folder, repo_id=REPO, hub=hub.endpoint, dry_run=True)
    assert done.files == {
        name: (folder / name).stat().st_size
        for name in (
            "config.json",
            "generation_config.json",
            "model.safetensors",
            "tokenizer.json",
            "tokenizer_config.json",
        )
    }
    assert done.stays == {
        ".cache": "hidden",
        "all_results.json": "its numbers are on the card",
        "checkpoint-1": "a checkpoint of the training",
        "eval_results.json": "its numbers are on the card",
        "handler.py": "not known as a file of the model",
        "onnx": "a folder, not known as part of the model",
        "train.log": "a log of the training",
        "train_results.json": "its numbers are on the card",
        "trainer_state.json": "its numbers are on the card",
        "training_args.bin": "a pickle; the card states what is in it",
    }


def test_a_dry_run_for_people(folder: Path, hub: LocalHub) -> None:
    ran = CliRunner().invoke(app, ["push", str(folder), "--repo-id", REPO, "--hub", hub.endpoint, "--dry-run"])
    assert ran.exit_code == 0, ran.output
    assert "Goes up, " in ran.stdout
    assert "model.safetensors" in ran.stdout
    assert "handler.py" in ran.stdout.partition("Stays:")[2]
    told = CliRunner().invoke(
        app, ["push", str(folder), "--repo-id", REPO, "--hub", hub.endpoint, "--dry-run", "--json"]
    )
    assert json.loads(told.stdout)["stays"]["handler.py"] == "not known as a file of the model"


def test_what_is_asked_for_goes_up_and_stays(folder: Path, hub: LocalHub) -> None:
    options: dict[str, Any] = {"include": ["*.py", "onnx/*"], "exclude": "generation_config.json"}
    done = push(folder, repo_id=REPO, hub=hub.endpoint, **options)
    assert {"handler.py", "onnx/model.onnx"} <= _files(hub)
    assert "generation_config.json" not in _files(hub)
    assert done.stays["generation_config.json"] == "left out by --exclude generation_config.json"
    assert push(folder, repo_id=REPO, hub=hub.endpoint, **options).action == "none"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"include": ["training_args.bin"]}, "a state of the training"),
        ({"include": ["*.gguf"]}, "No file in"),
        ({"exclude": ["*.safetensors"]}, "no weights"),
    ],
)
def test_what_cannot_be_meant_is_refused(options: dict[str, Any], told: str, folder: Path, hub: LocalHub) -> None:
    with pytest.raises(RunFolderError, match=told):
        push(folder, repo_id=REPO, hub=hub.endpoint, **options)


def test_an_included_file_is_looked_at_as_every_other(folder: Path, hub: LocalHub) -> None:
    (folder / "handler.py").write_text(f"token = 'hf_{'aB3' * 11}x'\n", "utf-8")
    with pytest.raises(RunFolderError, match=r"handler\.py holds"):
        push(folder, repo_id=REPO, hub=hub.endpoint, include="*.py")


def test_what_the_model_needs_is_missed_before_the_commit(folder: Path, hub: LocalHub) -> None:
    """The library says so: it loads the folder, and not what would be published of it."""
    with pytest.raises(RunFolderError, match="does not load") as raised:
        push(folder, repo_id=REPO, hub=hub.endpoint, exclude="tokenizer.json")
    assert "--include" in str(raised.value.hint)


@pytest.mark.thorough
def test_a_folder_that_does_not_load_itself_is_published_with_a_warning(folder: Path, hub: LocalHub) -> None:
    config = json.loads((folder / "config.json").read_text("utf-8"))
    (folder / "config.json").write_text(json.dumps(config | {"n_layer": 9}), "utf-8")
    told = _Told()
    assert push(folder, repo_id=REPO, hub=hub.endpoint, progress=told).action == "changed"
    assert any("does not load as it should: config.json describes" in warning for warning in told.warnings)


def test_a_module_that_is_missing(tmp_path: Path, hub: LocalHub) -> None:
    path = tmp_path / "vectors"
    sentences(path)
    shutil.rmtree(path / "1_Pooling")
    with pytest.raises(RunFolderError, match=r"modules\.json names 1_Pooling, which has no files"):
        push(path, repo_id=REPO, hub=hub.endpoint)


@pytest.mark.thorough
def test_the_licence_is_the_bases_unless_somebody_said_another(tmp_path: Path, hub: LocalHub) -> None:
    from huggingface_hub import HfApi

    api = HfApi(endpoint=hub.endpoint, token=hub.token)
    api.create_repo(BASE)
    base_card = b"---\nlicense: other\nlicense_name: pond\nlicense_link: LICENSE\n---\n\n# Base\n"
    api.upload_file(path_or_fileobj=base_card, path_in_repo="README.md", repo_id=BASE)
    path = tmp_path / "out"
    lora(path)

    def stated(**options: str) -> dict[str, Any]:
        done = push(path, repo_id=REPO, hub=hub.endpoint, **options)  # type: ignore[arg-type]
        text = Path(api.hf_hub_download(REPO, "README.md", revision=done.commit)).read_text("utf-8")
        data = frontmatter.load(frontmatter.split(text).yaml or "")
        return {key: data.get(key) for key in ("license", "license_name", "license_link")}

    link = f"https://huggingface.co/{BASE}/blob/main/LICENSE"
    assert stated() == {"license": "other", "license_name": "pond", "license_link": link}
    assert stated(license="mit") == {"license": "mit", "license_name": None, "license_link": None}
    assert stated() == {"license": "mit", "license_name": None, "license_link": None}, "it was said once"


STRANGE = {
    "a class of somebody's": ("modules.json", '[{"path": "", "type": "strangers.Module"}]'),
    "a function": ("config.json", {"architectures": ["pipeline"]}),
    "code beside the model": ("config.json", {"architectures": {}, "auto_map": {"AutoModel": "strangers.Module"}}),
    "an index that is a list": ("model.safetensors.index.json", "[1]"),
    "weights by a list": ("model.safetensors.index.json", '{"weight_map": ["a"]}'),
    "modules that are none": ("modules.json", '[1, {"path": 5}, {"path": "../out", "type": 3}]'),
}


@pytest.mark.thorough
@pytest.mark.parametrize("names", STRANGE)
def test_looking_at_the_copy_runs_nothing_that_a_file_names(
    names: str, folder: Path, hub: LocalHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "strangers.py").write_text("raise SystemExit('a stranger is here')", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    name, content = STRANGE[names]
    if isinstance(content, dict):
        content = json.dumps({**json.loads((folder / name).read_text("utf-8")), **content})
    (folder / name).write_text(content, "utf-8")
    assert push(folder, repo_id=REPO, hub=hub.endpoint).changed
    assert {"config.json", "model.safetensors"} <= _files(hub)
