"""Folders of models as the libraries leave them: made here by transformers and peft, one step of training each, or from
the text files that TRL 1.16, sentence-transformers 6.2 and SetFit 1.2 wrote once (tests/publish/folders)."""

from __future__ import annotations

import json
import shutil
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

RECORDED = Path(__file__).parent.parent / "publish" / "folders"
BASE = "me/base"
TEXTS = ["the cat sat on the mat", "a dog ran in the park", "I love rainy days", "trains are late again"]
_SMALL = {"vocab_size": 64, "hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2}


def causal(path: Path) -> None:
    """transformers' Trainer, a language model with its tokenizer; no README."""
    _train(_gpt2(), path, _rows(), tokenizer=_tokenizer())


def classifier(path: Path) -> None:
    """transformers' Trainer, a classifier with metrics and the Trainer's own card."""
    from transformers import BertConfig, BertForSequenceClassification

    labels = {0: "joy", 1: "anger"}
    config = BertConfig(**_SMALL, intermediate_size=16, max_position_embeddings=40, id2label=labels)
    rows = [{"input_ids": [number % 64] * 8, "labels": number % 2} for number in range(8)]

    def measured(given: Any) -> dict[str, float]:
        return {"accuracy": float((given.predictions.argmax(-1) == given.label_ids).mean()), "f1": 0.5}

    trainer = _train(BertForSequenceClassification(config), path, rows, tokenizer=_tokenizer(), metrics=measured)
    trainer.create_model_card(finetuned_from=BASE, dataset="poems", dataset_tags="me/poems", dataset_args="en")


def seq2seq(path: Path) -> None:
    """transformers' Trainer, a model from text to text without a tokenizer; no README."""
    from transformers import T5Config, T5ForConditionalGeneration

    config = T5Config(
        vocab_size=64, d_model=16, d_kv=8, d_ff=16, num_layers=1, num_heads=2, decoder_start_token_id=0,
    )  # fmt: skip
    _train(T5ForConditionalGeneration(config), path, _rows())


def lora(path: Path) -> None:
    """peft's LoRA in the Trainer, saved with the blank card that peft writes."""
    from peft import LoraConfig, get_peft_model

    base = _gpt2()
    base.config._name_or_path = base.name_or_path = BASE
    config = LoraConfig(task_type="CAUSAL_LM", r=4, lora_alpha=8, target_modules=["c_attn"], fan_in_fan_out=True)
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore"
        )  # peft asks the Hub for the base, which is nowhere, and transformers by old names
        _train(get_peft_model(base, config), path, _rows())


def completed(path: Path) -> None:
    """The Trainer's classifier, whose card a person has completed, and the first comment of it removed."""
    classifier(path)
    card = path / "README.md"
    text = card.read_text("utf-8")
    text = text[: text.index("<!--")] + text[text.index("-->") + 3 :].lstrip("\n")
    for old, new in (
        ("---\n", "---\nlicense: cc-by-4.0\nlanguage: it\nnew_version: me/bot2\n"),
        ("tags:\n", "tags:\n- poetry\n"),
        (
            "## Model description\n\nMore information needed\n",
            "## Model description\n\nIt writes poems about trains.\n",
        ),
        ("### Training results\n", "- Trained on my own laptop, in the garden.\n\n### Training results\n"),
        ("### Framework versions\n", "## Limits\n\nIt has never seen a tram.\n\n### Framework versions\n"),
    ):
        assert old in text, old
        text = text.replace(old, new, 1)
    card.write_text(text + "\n## Thanks\n\nTo the railway.\n", "utf-8")


def trl(path: Path) -> None:
    """TRL's SFT."""
    from transformers import GPT2Config, GPT2LMHeadModel

    _recorded(path, "trl", GPT2LMHeadModel(GPT2Config.from_pretrained(RECORDED / "trl")))


def sentences(path: Path) -> None:
    """sentence-transformers' trainer, with an evaluator."""
    from transformers import BertConfig, BertModel

    _recorded(path, "sentences", BertModel(BertConfig.from_pretrained(RECORDED / "sentences")))


def setfit(path: Path) -> None:
    """SetFit, with its pickled head."""
    from transformers import BertConfig, BertModel

    _recorded(path, "setfit", BertModel(BertConfig.from_pretrained(RECORDED / "setfit")))
    (path / "model_head.pkl").write_bytes(b"head")


KINDS: dict[str, Callable[[Path], None]] = {
    one.__name__: one for one in (causal, classifier, seq2seq, lora, trl, sentences, setfit, completed)
}


def _gpt2() -> Any:
    from transformers import GPT2Config, GPT2LMHeadModel

    return GPT2LMHeadModel(GPT2Config(vocab_size=64, n_positions=32, n_embd=16, n_layer=1, n_head=2))


def _rows() -> list[dict[str, list[int]]]:
    return [{"input_ids": [number % 64] * 8, "labels": [number % 64] * 8} for number in range(8)]


def _tokenizer() -> Any:
    from tokenizers import Tokenizer, models, pre_tokenizers, trainers
    from transformers import PreTrainedTokenizerFast

    words = Tokenizer(models.WordLevel(unk_token="[UNK]"))
    words.pre_tokenizer = pre_tokenizers.Whitespace()
    words.train_from_iterator(TEXTS, trainers.WordLevelTrainer(special_tokens=["[PAD]", "[UNK]"]))
    return PreTrainedTokenizerFast(tokenizer_object=words, pad_token="[PAD]", unk_token="[UNK]")


def _train(model: Any, path: Path, rows: list[Any], *, tokenizer: Any = None, metrics: Any = None) -> Any:
    from transformers import PrinterCallback, Trainer, TrainingArguments, default_data_collator, set_seed

    set_seed(1)
    args = TrainingArguments(
        output_dir=str(path), max_steps=1, learning_rate=0.001, eval_strategy="steps", eval_steps=1, logging_steps=1,
        save_steps=1, report_to="none", use_cpu=True, disable_tqdm=True, dataloader_pin_memory=False, seed=7,
    )  # fmt: skip
    trainer = Trainer(
        model=model, args=args, train_dataset=rows, eval_dataset=rows, data_collator=default_data_collator,
        processing_class=tokenizer, compute_metrics=metrics,
    )  # fmt: skip
    trainer.remove_callback(PrinterCallback)
    result = trainer.train()
    trainer.save_metrics("train", result.metrics)
    trainer.save_metrics("eval", trainer.evaluate())
    trainer.save_state()
    trainer.save_model()
    return trainer


def _recorded(path: Path, name: str, model: Any) -> None:
    """The text files of a library, with weights of the model that they describe."""
    config = (RECORDED / name / "config.json").read_text("utf-8")
    model.save_pretrained(path)
    shutil.copytree(RECORDED / name, path, dirs_exist_ok=True)
    (path / "config.json").write_text(config, "utf-8")


def measure(path: Path, **values: float) -> None:
    """Write what the last evaluation measured, as `Trainer.save_metrics` does."""
    file = path / "all_results.json"
    before = json.loads(file.read_text("utf-8")) if file.exists() else {}
    file.write_text(json.dumps(before | values), "utf-8")
