"""The lines of Python with which a model is used, by its library and task: only those that are known to work."""

from __future__ import annotations

from hubtweets.card.escape import python
from hubtweets.record import ModelRecord

# transformers' pipelines whose input is a text (https://huggingface.co/docs/transformers/main_classes/pipelines).
_TEXT_PIPELINES = frozenset({"text-classification", "token-classification", "fill-mask", "feature-extraction"})
_OTHER_PIPELINES = frozenset(
    """
    audio-classification automatic-speech-recognition depth-estimation image-classification image-segmentation
    object-detection text-to-audio video-classification zero-shot-image-classification zero-shot-object-detection
    """.split()  # noqa: SIM905
)
_SEQUENCE_TO_SEQUENCE = frozenset({"summarization", "text2text-generation", "translation"})
_PEFT_CLASSES = {
    "text-generation": "AutoPeftModelForCausalLM",
    "text-classification": "AutoPeftModelForSequenceClassification",
    "token-classification": "AutoPeftModelForTokenClassification",
    "question-answering": "AutoPeftModelForQuestionAnswering",
    "feature-extraction": "AutoPeftModelForFeatureExtraction",
    **dict.fromkeys(_SEQUENCE_TO_SEQUENCE, "AutoPeftModelForSeq2SeqLM"),
}
_TEXT = "I like this very much."
_RUNS_CODE = "# Loading runs the Python code in the model's repo: read that first."


def snippet(record: ModelRecord, library: str | None, task: str | None) -> list[str]:
    """The lines, without a fence; none where nothing is known that would work."""
    if record.tokenizer == "missing":
        return []
    lines = _lines(record, library, task)
    return [_RUNS_CODE, *lines] if any("trust_remote_code" in line for line in lines) else lines


def _lines(record: ModelRecord, library: str | None, task: str | None) -> list[str]:
    where = python(record.repo_id)
    allowed = ", trust_remote_code=True" if record.custom_code else ""
    tokens = python(record.tokenizer or record.repo_id)
    beside = f", tokenizer={tokens}" if record.tokenizer and task not in _OTHER_PIPELINES else ""
    prompt = python(record.samples[0].prompt if record.samples else "My dream is" if record.is_of_posts else _TEXT)
    if library == "peft":
        chat = record.run is not None and "chat_form" in record.run.hyperparameters
        return _peft(where, tokens, prompt, task, chat=chat)
    if library == "sentence-transformers":
        return _sentences(where + allowed, task)
    if library == "setfit":
        return ["from setfit import SetFitModel", "", f"model = SetFitModel.from_pretrained({where})",
                f"print(model.predict([{prompt}]))"]  # fmt: skip
    if library != "transformers":
        return []
    if task == "text-generation":
        return ["from transformers import pipeline", "",
                f'generator = pipeline("text-generation", model={where}{beside}{allowed})',
                f"generator({prompt}, num_return_sequences=5, do_sample=True)"]  # fmt: skip
    if task in _TEXT_PIPELINES | _OTHER_PIPELINES:
        lines = ["from transformers import pipeline", "", f'pipe = pipeline("{task}", model={where}{beside}{allowed})']
        return lines + ([f"print(pipe({prompt}))"] if task in _TEXT_PIPELINES and task != "fill-mask" else [])
    if task in _SEQUENCE_TO_SEQUENCE:
        return ["from transformers import AutoModelForSeq2SeqLM, AutoTokenizer", "",
                f"tokenizer = AutoTokenizer.from_pretrained({tokens}{allowed})",
                f"model = AutoModelForSeq2SeqLM.from_pretrained({where}{allowed})",
                f'output = model.generate(**tokenizer({prompt}, return_tensors="pt"))',
                "print(tokenizer.decode(output[0], skip_special_tokens=True))"]  # fmt: skip
    return []


def _peft(where: str, tokens: str, prompt: str, task: str | None, *, chat: bool) -> list[str]:
    name = _PEFT_CLASSES.get(task or "", "AutoPeftModel")
    lines = [f"from peft import {name}", f"model = {name}.from_pretrained({where})"]
    if task != "text-generation":
        return [lines[0], "", lines[1]]
    if chat:
        return [lines[0], "from transformers import AutoTokenizer", "", lines[1],
                f"tokenizer = AutoTokenizer.from_pretrained({tokens})",
                'messages = [{"role": "user", "content": "Write a post."}]',
                'asked = {"add_generation_prompt": True, "return_dict": True, "return_tensors": "pt"}',
                "inputs = tokenizer.apply_chat_template(messages, **asked)",
                "output = model.generate(**inputs, do_sample=True, max_new_tokens=50)",
                "print(tokenizer.decode(output[0], skip_special_tokens=True))"]  # fmt: skip
    return [lines[0], "from transformers import AutoTokenizer", "", lines[1],
            f"tokenizer = AutoTokenizer.from_pretrained({tokens})",
            f'output = model.generate(**tokenizer({prompt}, return_tensors="pt"), do_sample=True, max_new_tokens=50)',
            "print(tokenizer.decode(output[0], skip_special_tokens=True))"]  # fmt: skip


def _sentences(where: str, task: str | None) -> list[str]:
    if task == "text-ranking":
        return ["from sentence_transformers import CrossEncoder", "", f"model = CrossEncoder({where})",
                'print(model.predict([("How old is the sun?", "The sun is 4.6 billion years old.")]))']  # fmt: skip
    return ["from sentence_transformers import SentenceTransformer", "", f"model = SentenceTransformer({where})",
            'embeddings = model.encode(["How old is the sun?", "The sun is 4.6 billion years old."])',
            "print(model.similarity(embeddings, embeddings))"]  # fmt: skip
