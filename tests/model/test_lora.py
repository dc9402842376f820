"""Adapters: trained, merged or published alone, and gone on from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from hubtweets.errors import BaseModelError, UsageError
from hubtweets.localhub import LocalHub
from hubtweets.model import BaseModel, ModelArtifact, TrainingConfig, find_base_model, fine_tune

from .conftest import digest, make_texts

pytest.importorskip("peft", reason="adapters need peft, of the extra `train`")

CONFIG = TrainingConfig(method="lora", lora_rank=4, max_steps=6, block_size=64, prompts=("My dream is",))


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory, base_folder: Path) -> Iterator[LocalHub]:
    from huggingface_hub import HfApi

    with LocalHub(tmp_path_factory.mktemp("hub")) as running:
        api = HfApi(endpoint=running.endpoint, token=running.token)
        api.create_repo(f"{running.user}/tiny")
        api.upload_folder(repo_id=f"{running.user}/tiny", folder_path=base_folder)
        yield running


@pytest.fixture
def base(hub: LocalHub) -> BaseModel:
    return find_base_model(f"{hub.user}/tiny", endpoint=hub.endpoint, token=hub.token)


def train(base: BaseModel, work: Path, config: TrainingConfig) -> ModelArtifact:
    return fine_tune({"keeper": make_texts(80)}, base, config, work)


@pytest.mark.slow
@pytest.mark.parametrize("method", ["lora", "dora"])
def test_a_merged_adapter_is_a_plain_model(method: str, base_folder: Path, tmp_path: Path) -> None:
    from transformers import pipeline

    config = TrainingConfig(method=method, lora_rank=4, max_steps=6, block_size=64, prompts=("My dream is",))  # type: ignore[arg-type]
    base = find_base_model(str(base_folder))
    artifact = train(base, tmp_path / "one", config)
    assert artifact.run.metrics["eval_loss"] < artifact.run.metrics["eval_loss_before"]
    assert artifact.run.hyperparameters.items() >= {"peft_type": "LORA", "lora_r": 4, "lora_alpha": 8}.items()
    assert ("use_dora" in artifact.run.hyperparameters) is (method == "dora")
    assert not (artifact.folder / "adapter_config.json").exists()
    generate = pipeline("text-generation", model=str(artifact.folder), device="cpu")
    assert generate("My dream is")[0]["generated_text"].startswith("My dream is")
    assert digest(train(base, tmp_path / "two", config).folder) == digest(artifact.folder)


@pytest.mark.thorough
@pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing` is deprecated:FutureWarning")  # peft's
def test_an_adapter_alone_loads_on_its_base_and_can_be_gone_on_from(
    base: BaseModel, hub: LocalHub, tmp_path: Path
) -> None:
    import peft

    alone = TrainingConfig(adapter_only=True, lora_rank=4, max_steps=6, block_size=64, prompts=("My dream is",))
    artifact = train(base, tmp_path / "work", alone)
    settings = json.loads((artifact.folder / "adapter_config.json").read_text("utf-8"))
    assert (settings["base_model_name_or_path"], settings["revision"]) == (base.name, base.revision)
    names = {path.name for path in artifact.files}
    assert "README.md" not in names
    assert "adapter_model.safetensors" in names
    # where peft looks for the base; it knows no other endpoint than huggingface_hub's own
    settings["base_model_name_or_path"] = str(base.fetch().folder)
    (artifact.folder / "adapter_config.json").write_text(json.dumps({**settings, "revision": None}), "utf-8")
    assert peft.AutoPeftModelForCausalLM.from_pretrained(str(artifact.folder)).num_parameters() > 10_000

    settings |= {"base_model_name_or_path": base.name}
    (artifact.folder / "adapter_config.json").write_text(json.dumps(settings), "utf-8")
    adapter = find_base_model(str(artifact.folder))
    assert adapter.is_adapter
    further = msgspec.structs.replace(adapter, endpoint=hub.endpoint, token=hub.token)
    again = train(further, tmp_path / "further", CONFIG)
    assert again.run.metrics["eval_loss_before"] == pytest.approx(artifact.run.metrics["eval_loss"], abs=2e-3)


def test_an_adapter_of_a_base_that_others_do_not_have_is_refused_before_any_work(
    base_folder: Path, tmp_path: Path
) -> None:
    with pytest.raises(BaseModelError, match="An adapter alone is of no use to others") as caught:
        train(find_base_model(str(base_folder)), tmp_path / "work", TrainingConfig(adapter_only=True))
    assert "--adapter" in (caught.value.hint or "")
    assert not (tmp_path / "work").exists()
    with pytest.raises(UsageError, match="not with the method full"):
        TrainingConfig(adapter_only=True, method="full")
