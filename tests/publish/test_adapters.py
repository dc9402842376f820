"""`publish --method lora`, merged and with `--adapter`: what the card says of it is how it loads, for anybody."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

import hubtweets
from hubtweets._shared import frontmatter
from tests.support.models import save_tiny_gpt2
from tests.support.verbs import Bench

pytest.importorskip("peft", reason="adapters need peft, of the extra `train`")

LOADED = """
import json, sys
from peft import AutoPeftModelForCausalLM
from transformers import AutoTokenizer, pipeline
alone, merged = sys.argv[1:]
model, tokenizer = AutoPeftModelForCausalLM.from_pretrained(alone), AutoTokenizer.from_pretrained(alone)
written = model.generate(**tokenizer("The wren", return_tensors="pt"))
plain = pipeline("text-generation", model=merged, device="cpu")("The wren")[0]["generated_text"]
print(json.dumps([tokenizer.decode(written[0]), plain, model.active_peft_config.base_model_name_or_path]))
"""


def new_base(world: Bench, texts: Sequence[str], folder: Path) -> str:
    """A tiny GPT-2 on the Hub, as people save them."""
    from huggingface_hub import HfApi

    save_tiny_gpt2(folder, texts)
    api, base = HfApi(endpoint=world.hub.endpoint, token=world.hub.token), f"{world.hub.user}/tiny-base"
    api.create_repo(base, exist_ok=True)
    api.upload_folder(repo_id=base, folder_path=folder)
    return base


@pytest.mark.slow
def test_both_cards_say_how_the_model_loads_and_it_does(world: Bench, tmp_path: Path) -> None:
    base = new_base(world, world.posts.read_text("utf-8").splitlines(), tmp_path / "base")
    cards: dict[str, tuple[dict[str, Any], str]] = {}
    alone, merged = (f"{world.hub.user}/{name}" for name in ("adapter-alone", "adapter-merged"))
    for repo_id, adapter_only in ((alone, True), (merged, False)):
        training = {"method": "lora", "lora_rank": 4, "max_steps": 3, "block_size": 64, "prompts": ("The wren",)}
        hubtweets.publish(
            ["wren"], posts=world.posts, repo_id=repo_id, base_model=base, hub=world.hub.endpoint,
            work_dir=tmp_path / "work", training={**training, "adapter_only": adapter_only},
        )  # fmt: skip
        text = world.direct.read_card(repo_id).text or ""
        cards[repo_id] = frontmatter.load(frontmatter.split(text).yaml or ""), text
    data, text = cards[alone]
    assert (data["base_model"], data["base_model_relation"], data["library_name"]) == (base, "adapter", "peft")
    assert "AutoPeftModelForCausalLM" in text
    assert "rank 4, alpha 8" in text
    data, text = cards[merged]
    assert (data["base_model"], data["base_model_relation"], data["library_name"]) == (base, "finetune", "transformers")
    assert "AutoPeftModelForCausalLM" not in text
    assert "pipeline(" in text
    assert "lora_r" in text

    # peft knows no other endpoint than the one that huggingface_hub was started with
    environment = {**os.environ, "HF_ENDPOINT": world.hub.endpoint, "HF_HOME": str(tmp_path / "home")}
    command = [sys.executable, "-c", LOADED, alone, merged]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    by_adapter, plain, named = json.loads(done.stdout)
    assert "The wren" in by_adapter
    assert plain.startswith("The wren")
    assert named == base
