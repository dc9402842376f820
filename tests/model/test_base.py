"""Which model a fine-tuning starts from, and what is said when it cannot."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from hubtweets.errors import BaseModelError
from hubtweets.localhub import LocalHub
from hubtweets.model import SCRATCH, BaseModel, TrainingConfig, find_base_model, load_base_model
from tests.support.odd_hub import OddHub, Rule

SETTINGS = TrainingConfig()

FIND = """
import json, sys
from hubtweets.errors import HubtweetsError
from hubtweets.model import find_base_model
try:
    base = find_base_model(sys.argv[1]).fetch()
except HubtweetsError as error:
    print(json.dumps([type(error).__name__, error.message, error.hint]))
else:
    print(json.dumps([base.name, base.revision, sorted(path.name for path in base.folder.iterdir())]))
"""


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory, base_folder: Path) -> Iterator[LocalHub]:
    """A Hub with a tiny GPT-2, the same behind a gate, and a BERT."""
    from huggingface_hub import HfApi

    with LocalHub(tmp_path_factory.mktemp("hub")) as running:
        api = HfApi(endpoint=running.endpoint, token=running.token)
        for name in ("tiny", "gated", "bert"):
            api.create_repo(f"{running.user}/{name}")
        api.upload_folder(repo_id=f"{running.user}/tiny", folder_path=base_folder)
        api.upload_file(
            repo_id=f"{running.user}/tiny", path_in_repo="onnx/model.json", path_or_fileobj=b"not to be downloaded"
        )
        config = json.dumps({"model_type": "bert", "architectures": ["BertForMaskedLM"]}).encode()
        api.upload_file(repo_id=f"{running.user}/bert", path_in_repo="config.json", path_or_fileobj=config)
        api.upload_folder(repo_id=f"{running.user}/gated", folder_path=base_folder)
        api.update_repo_settings(f"{running.user}/gated", gated="manual")
        yield running


@pytest.fixture
def find(isolated: Path) -> Callable[..., list[Any]]:
    """`find_base_model` and `fetch` in a process of their own: huggingface_hub reads its settings when imported."""

    def run(name: str, **env: str) -> list[Any]:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", FIND, name],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, "HF_HUB_DISABLE_PROGRESS_BARS": "1", **env},
            check=True,
        )
        found: list[Any] = json.loads(done.stdout)
        return found

    return run


@pytest.fixture
def nobody() -> str:
    """An endpoint at which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}"


@pytest.fixture
def copy(base_folder: Path, tmp_path: Path) -> Path:
    """The base model in a folder of the test's own."""
    return Path(shutil.copytree(base_folder, tmp_path / "a model"))


# -- in a folder ------------------------------------------------------------------------------------------------------


def test_a_folder_is_named_without_its_path(base_folder: Path) -> None:
    base = find_base_model(str(base_folder))
    assert base.name == "local:tiny-gpt2"
    assert len(base.revision or "") == 64
    assert base == find_base_model(f"{base_folder}/../tiny-gpt2/")


def test_the_revision_of_a_folder_changes_with_a_weight_and_not_with_the_place(
    base_folder: Path, copy: Path, tmp_path: Path
) -> None:
    import torch
    from transformers import GPT2LMHeadModel

    original = find_base_model(str(base_folder))
    assert find_base_model(str(copy)).revision == original.revision
    model = GPT2LMHeadModel.from_pretrained(copy)
    with torch.no_grad():
        model.transformer.wte.weight[3, 3] += 1e-3
    model.save_pretrained(copy)
    changed = find_base_model(str(copy))
    assert changed.revision != original.revision
    (copy / "notes.md").write_text("what nobody loads")
    assert find_base_model(str(copy)).revision == changed.revision
    config = json.loads((copy / "config.json").read_text("utf-8"))
    (copy / "config.json").write_text(json.dumps({**config, "activation_function": "relu"}), "utf-8")
    assert find_base_model(str(copy)).revision != changed.revision


def test_a_folder_is_loaded_in_float32(base_folder: Path) -> None:
    loaded = load_base_model(find_base_model(str(base_folder)), [], SETTINGS)
    assert str(loaded.model.dtype) == "torch.float32"
    assert loaded.packed
    assert loaded.encoder.tokenizer.eos_token == "<|endoftext|>"


@pytest.mark.parametrize("changes", [{"n_layer": 10**6}, {"n_layer": 0}, {"vocab_size": 10**10}])
def test_sizes_that_are_not_those_of_the_weights_are_refused_before_a_model_is_built(
    changes: dict[str, int], copy: Path
) -> None:
    config = json.loads((copy / "config.json").read_text("utf-8"))
    (copy / "config.json").write_text(json.dumps({**config, **changes}), "utf-8")
    with pytest.raises(BaseModelError, match=r"does not belong to its weights: .* layers, 32 wide"):
        load_base_model(find_base_model(str(copy)), [], SETTINGS)


def without_weights(folder: Path) -> None:
    (folder / "model.safetensors").unlink()


def without_config(folder: Path) -> None:
    (folder / "config.json").unlink()


def write_config(content: bytes) -> Callable[[Path], object]:
    return lambda folder: (folder / "config.json").write_bytes(content)


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (without_weights, "has no config.json with weights"),
        (without_config, "has no config.json with weights"),
        (write_config(b'{"architectures": ['), "config.json is not JSON"),
        (write_config(b"\xff\xfe\x00"), "config.json is not JSON"),
        (write_config(b"[]"), "its config.json says no architecture"),
        (write_config(b'{"architectures": [7, null]}'), "its config.json says no architecture"),
        (write_config(b'{"architectures": ["BertForMaskedLM"]}'), "its config.json says BertForMaskedLM"),
        (write_config(b'{"architectures": ["T5ForConditionalGeneration"]}'), "T5ForConditionalGeneration"),
    ],
)
def test_a_folder_that_is_no_base_model(copy: Path, damage: Callable[[Path], object], said: str) -> None:
    damage(copy)
    with pytest.raises(BaseModelError, match=said) as caught:
        find_base_model(str(copy))
    assert caught.value.base_model == str(copy)
    assert caught.value.hint


def truncate(folder: Path) -> None:
    weights = folder / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:5000])


def without_tokenizer(folder: Path) -> None:
    (folder / "tokenizer.json").unlink()
    (folder / "tokenizer_config.json").unlink()


def without_end(folder: Path) -> None:
    settings = json.loads((folder / "tokenizer_config.json").read_text("utf-8"))
    del settings["eos_token"]
    (folder / "tokenizer_config.json").write_text(json.dumps(settings), "utf-8")


def with_code(folder: Path) -> None:
    config = json.loads((folder / "config.json").read_text("utf-8"))
    config |= {"model_type": "own", "auto_map": {"AutoConfig": "own.Own", "AutoModelForCausalLM": "own.Own"}}
    (folder / "config.json").write_text(json.dumps(config), "utf-8")
    (folder / "own.py").write_text("raise SystemExit('code of a model ran')", "utf-8")


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (truncate, "cannot be loaded"),
        (without_tokenizer, "has no tokenizer"),
        (without_end, "no end-of-text token"),
        (with_code, "needs code of its own, which is never run"),
    ],
)
def test_a_folder_that_cannot_be_loaded(copy: Path, damage: Callable[[Path], None], said: str) -> None:
    damage(copy)
    with pytest.raises(BaseModelError, match=said) as caught:
        load_base_model(find_base_model(str(copy)), [], SETTINGS)
    assert caught.value.base_model == "local:a model"
    assert caught.value.hint
    assert "\n" not in caught.value.message


# -- names ------------------------------------------------------------------------------------------------------------


def test_there_is_one_model_from_scratch() -> None:
    assert find_base_model(SCRATCH) == BaseModel(name=SCRATCH)
    with pytest.raises(BaseModelError, match="'scratch:huge'") as caught:
        find_base_model("scratch:huge")
    assert SCRATCH in (caught.value.hint or "")


@pytest.mark.parametrize("name", ["./missing", "/missing/folder", "~/missing", "../missing"])
def test_a_path_is_never_looked_up_on_a_hub(name: str) -> None:
    with pytest.raises(BaseModelError, match="is not a folder with a model in it") as caught:
        find_base_model(name)
    assert SCRATCH in (caught.value.hint or "")


def test_a_file_is_no_base_model(copy: Path) -> None:
    with pytest.raises(BaseModelError, match="is not a folder"):
        find_base_model(str(copy / "config.json"))


def test_a_model_from_scratch_holds_the_longest_block() -> None:
    texts = [f"a sentence about the number {number}" for number in range(40)]
    loaded = load_base_model(find_base_model(SCRATCH), texts, TrainingConfig(block_size=1024))
    model, tokenizer = loaded.model, loaded.encoder.tokenizer
    assert model.config.n_positions == 1024
    assert tokenizer.decode(tokenizer("übrigens 🌊 <b>")["input_ids"]) == "übrigens 🌊 <b>"  # any text, unseen or not


# -- on a Hub ---------------------------------------------------------------------------------------------------------


def test_a_model_is_found_on_the_given_hub_fetched_and_loaded(hub: LocalHub) -> None:
    from huggingface_hub import HfApi

    base = find_base_model(f"{hub.user}/tiny", endpoint=hub.endpoint, token=hub.token)
    assert base.name == f"{hub.user}/tiny"
    assert base.revision == HfApi(endpoint=hub.endpoint).model_info(base.name).sha
    assert base.folder is None  # nothing was downloaded yet
    fetched = base.fetch()
    assert fetched.folder is not None
    assert {path.name for path in fetched.folder.iterdir()} == {
        "config.json",
        "generation_config.json",
        "model.safetensors",
        "tokenizer.json",
        "tokenizer_config.json",
    }
    assert load_base_model(base, [], SETTINGS).model.num_parameters() > 10_000
    assert hub.token not in repr(base) + repr(fetched) + str(fetched)


@pytest.mark.thorough
def test_a_fetched_model_is_used_when_the_hub_is_gone(
    hub: LocalHub, find: Callable[..., list[Any]], nobody: str
) -> None:
    online = find(f"{hub.user}/tiny", HF_ENDPOINT=hub.endpoint)
    assert "model.safetensors" in online[2]
    assert find(f"{hub.user}/tiny", HF_ENDPOINT=nobody) == online
    assert find(f"{hub.user}/tiny", HF_HUB_OFFLINE="1") == online


@pytest.mark.thorough
def test_a_model_that_was_never_fetched_needs_the_hub(find: Callable[..., list[Any]], nobody: str) -> None:
    for env in ({"HF_ENDPOINT": nobody}, {"HF_HUB_OFFLINE": "1"}):
        kind, message, hint = find("openai-community/gpt2", **env)
        assert kind == "BaseModelError"
        assert "is not on this machine yet, and http" in message
        assert "cannot be reached" in message
        assert f"--base-model {SCRATCH}" in hint


@pytest.mark.parametrize("body", ["<title>Log in</title>", "[]", "{}", '{"id": "a/b", "siblings": 3}', "[" * 100_000])
def test_an_answer_that_is_no_hubs(hub: LocalHub, body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("huggingface_hub.constants.ENDPOINT", "hubtweets.model.bases.find.HUGGING_FACE"):
        monkeypatch.setattr(place, hub.endpoint)  # which has no such model
    with OddHub(hub.endpoint) as odd:
        odd.rules = [Rule("GET /api/models/", body=body)]
        with pytest.raises(BaseModelError, match=f"{odd.endpoint} cannot be reached"):
            find_base_model("nobody/nothing", endpoint=odd.endpoint)


@pytest.mark.thorough
@pytest.mark.parametrize("name", ["nobody/nothing", "nothing-at-all", "three/part/name", "no spaces please"])
def test_an_unknown_model(hub: LocalHub, find: Callable[..., list[Any]], name: str) -> None:
    kind, message, hint = find(name, HF_ENDPOINT=hub.endpoint)
    assert kind == "BaseModelError"
    assert message.startswith(f"There is no base model {name!r} on {hub.endpoint}")
    assert "https://huggingface.co" in message  # which is asked too, where the Hub is a local one
    assert f"--base-model {SCRATCH}" in hint


@pytest.mark.slow
def test_a_model_of_another_kind_on_the_hub(hub: LocalHub, find: Callable[..., list[Any]]) -> None:
    kind, message, hint = find(f"{hub.user}/bert", HF_ENDPOINT=hub.endpoint)
    assert kind == "BaseModelError"
    assert "is not a causal language model: its config.json says BertForMaskedLM" in message
    assert "openai-community/gpt2" in hint


def test_a_gated_model(hub: LocalHub, find: Callable[..., list[Any]]) -> None:
    kind, message, hint = find(f"{hub.user}/gated", HF_ENDPOINT=hub.endpoint, HF_HUB_DISABLE_IMPLICIT_TOKEN="1")
    assert (kind, message) == (
        "BaseModelError",
        f"The base model {hub.user}/gated is for those who have accepted its terms.",
    )
    assert "hf auth login" in hint
