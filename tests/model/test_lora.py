"""Adapters: trained, merged or published alone, and gone on from."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from hubtweets.errors import BaseModelError, UsageError
from hubtweets.localhub import LocalHub
from hubtweets.model import (
    BaseModel,
    ModelArtifact,
    TrainingConfig,
    find_base_model,
    fine_tune,
    libraries,
    load_base_model,
)
from hubtweets.model.loaded import LoadedModel
from tests.support.models import save_tiny_gpt2

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
    names = set(artifact.files)
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


@pytest.fixture(scope="module")
def adapter_folder(hub: LocalHub, base_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A LoRA adapter that does something, as peft saves it, its tokenizer beside it."""
    import peft
    from transformers import AutoModelForCausalLM, AutoTokenizer

    folder = tmp_path_factory.mktemp("adapters") / "adapter"
    settings = peft.LoraConfig(
        task_type="CAUSAL_LM", r=4, target_modules=["c_attn"], fan_in_fan_out=True, init_lora_weights=False
    )
    with libraries.quiet():
        peft.get_peft_model(AutoModelForCausalLM.from_pretrained(base_folder), settings).save_pretrained(folder)
    AutoTokenizer.from_pretrained(base_folder).save_pretrained(folder)
    return edited(folder, base_model_name_or_path=f"{hub.user}/tiny")


def edited(folder: Path, **changes: object) -> Path:
    settings = json.loads((folder / "adapter_config.json").read_text("utf-8"))
    (folder / "adapter_config.json").write_text(json.dumps({**settings, **changes}), "utf-8")
    return folder


def load(folder: Path, hub: LocalHub) -> LoadedModel:
    adapter = msgspec.structs.replace(find_base_model(str(folder)), endpoint=hub.endpoint, token=hub.token)
    with libraries.quiet():
        return load_base_model(adapter, [], CONFIG)


def test_an_adapter_is_a_base_of_which_every_weight_can_be_trained(
    hub: LocalHub, base_folder: Path, adapter_folder: Path, tmp_path: Path
) -> None:
    import peft
    import torch
    from transformers import AutoModelForCausalLM

    model = load(adapter_folder, hub).model.eval()
    assert all(weight.requires_grad for weight in model.parameters())
    folder = edited(Path(shutil.copytree(adapter_folder, tmp_path / "copy")), base_model_name_or_path=str(base_folder))
    ids = torch.tensor([[1, 2, 3, 4]])
    with torch.no_grad(), libraries.quiet():
        there = peft.PeftModel.from_pretrained(AutoModelForCausalLM.from_pretrained(base_folder), str(folder)).eval()
        assert torch.allclose(model(ids).logits, there(ids).logits, atol=1e-4)
        with there.disable_adapter():
            assert not torch.allclose(model(ids).logits, there(ids).logits, atol=1e-4)
    # a pattern that would be tried for ever; where the matrices belong, their names say
    endless = edited(folder, base_model_name_or_path=f"{hub.user}/tiny", target_modules="(([a-z_.0-9]+)+)+X")
    assert torch.equal(load(endless, hub).model(ids).logits, model(ids).logits)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"peft_type": "IA3"}, "only LoRA adapters"),
        ({"base_model_name_or_path": "nobody/gone"}, "it is an adapter, and nobody/gone cannot be had"),
        ({"init_lora_weights": "pissa"}, "has init_lora_weights='pissa', which makes more of it"),
        ({"trainable_token_indices": [1]}, "has trainable_token_indices, which makes more of it"),
        ({"use_something_newer": True}, "has use_something_newer, which makes more of it"),
        ({"rank_pattern": {"(([a-z_.0-9]+)+)+X": 2}}, "a rank_pattern that is no name of a layer"),
        ({"rank_pattern": 7}, "a rank_pattern that is no name of a layer"),
        ({"r": 8}, "does not fit .*: .*size mismatch"),
        ({"r": "many"}, "does not fit"),
        ({"modules_to_save": 7}, "does not fit"),
    ],
)
def test_an_adapter_that_cannot_be_merged_as_it_was_meant_is_refused(
    changes: dict[str, object], said: str, hub: LocalHub, adapter_folder: Path, tmp_path: Path
) -> None:
    folder = edited(Path(shutil.copytree(adapter_folder, tmp_path / "adapter")), **changes)
    with pytest.raises(BaseModelError, match=said) as caught:
        load(folder, hub)
    assert caught.value.hint


def test_an_adapter_of_a_base_that_others_do_not_have_is_refused_before_any_work(
    base_folder: Path, tmp_path: Path
) -> None:
    with pytest.raises(BaseModelError, match="An adapter alone is of no use to others") as caught:
        train(find_base_model(str(base_folder)), tmp_path / "work", TrainingConfig(adapter_only=True))
    assert "--adapter" in (caught.value.hint or "")
    assert not (tmp_path / "work").exists()
    with pytest.raises(UsageError, match="not with the method full"):
        TrainingConfig(adapter_only=True, method="full")


def test_qlora_without_cuda_is_refused_before_any_work(
    base_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)  # as on a machine without
    with pytest.raises(UsageError, match="QLoRA needs an NVIDIA GPU with CUDA, and there is none here") as caught:
        train(find_base_model(str(base_folder)), tmp_path / "work", TrainingConfig(method="qlora"))
    assert "--method lora" in (caught.value.hint or "")
    assert not (tmp_path / "work").exists()


@pytest.mark.thorough
@pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing` is deprecated:FutureWarning")  # peft's
def test_an_adapter_beside_4_bits_is_merged_into_the_weights_as_they_were(tmp_path: Path) -> None:
    """bitsandbytes quantizes on a CPU too, slowly; the training there is not offered."""
    pytest.importorskip("bitsandbytes", reason="QLoRA needs bitsandbytes, of the extra `qlora`")
    import torch
    from transformers import AutoTokenizer, LlamaConfig, LlamaForCausalLM, set_seed

    from hubtweets.model import lora

    folder = save_tiny_gpt2(tmp_path / "base", make_texts(80))
    set_seed(1)
    sizes = {"hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 2, "num_attention_heads": 2}
    words = len(AutoTokenizer.from_pretrained(folder))
    LlamaForCausalLM(LlamaConfig(vocab_size=words, **sizes)).save_pretrained(folder)
    base, config = find_base_model(str(folder)), msgspec.structs.replace(CONFIG, method="qlora")
    original = load_base_model(base, [], CONFIG).model.state_dict()
    quantized = load_base_model(base, [], config)
    assert quantized.model.get_memory_footprint() < 0.7 * sum(part.numel() * 4 for part in original.values())
    adapted = lora.add(quantized, "qlora", config.lora_rank)
    trained = [part for part in adapted.model.parameters() if part.requires_grad]
    ids = torch.tensor(adapted.encoder.posts(make_texts(4))[:1])
    optimizer = torch.optim.SGD(trained, lr=0.1)
    for _ in range(2):  # the first step moves one of the two matrices alone: the other begins at 0
        adapted.model(input_ids=ids, labels=ids).loss.backward()
        optimizer.step()
    merged = lora.merge_into_base(adapted, base, config).model.state_dict()
    assert merged.keys() == original.keys()
    changed = {name for name in merged if not torch.equal(merged[name], original[name])}
    assert changed == {name for name in merged if "_proj" in name}
    weights, place = adapted.model.state_dict(), "base_model.model.model.layers.0.self_attn.q_proj"
    low, high = (weights[f"{place}.lora_{part}.default.weight"] for part in "AB")
    name = "model.layers.0.self_attn.q_proj.weight"
    assert torch.allclose(merged[name], original[name] + 2 * high @ low, atol=1e-5)  # alpha is twice the rank
    assert lora.facts("qlora", 4)["load_in_4bit"] is True
