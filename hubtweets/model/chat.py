"""Posts as turns of a chat, for instruct models: what the base was tuned to read is what it goes on reading.

Chat templates are programs in files of strangers, and none is run or published. The forms below are the usual families'
own, told by the tokens that a tokenizer has; the template that is published is made from them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from hubtweets.model.tokens import PostEncoder
from hubtweets.record import Scalar

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

ASKED = "Write a post."
"""What a post answers that answers none of the account's own."""

_MOST_ASKED = 128
"""Tokens at the end of a longer post that stand for it where another answers it."""


class ChatForm(NamedTuple):
    """How a family writes a turn: `opening` with the role in it, the content, `end` (one token), `between`."""

    name: str
    opening: str
    end: str
    between: str
    tokens: tuple[str, ...]
    assistant: str = "assistant"

    def open(self, role: str) -> str:
        """What a turn begins with."""
        return self.opening.replace("ROLE", self.assistant if role == "assistant" else role)

    def template(self, begin: str) -> str:
        """The form as a chat template (Jinja), with `begin` before the first turn."""
        before, after = self.opening.split("ROLE")
        role = "message['role']"
        if self.assistant != "assistant":
            role = f"('{self.assistant}' if {role} == 'assistant' else {role})"
        return (
            f"{_literal(begin)}{{% for message in messages %}}"
            f"{_literal(before)}{{{{ {role} }}}}{_literal(after)}{{{{ message['content'] }}}}"
            f"{_literal(self.end + self.between)}{{% endfor %}}"
            f"{{% if add_generation_prompt %}}{_literal(self.open('assistant'))}{{% endif %}}"
        )


FORMS = (
    # SmolLM, Qwen and many more: https://github.com/openai/openai-python/blob/release-v0.28.0/chatml.md
    ChatForm("chatml", "<|im_start|>ROLE\n", "<|im_end|>", "\n", ("<|im_start|>", "<|im_end|>")),
    # https://www.llama.com/docs/model-cards-and-prompt-formats/meta-llama-3/
    ChatForm(
        "llama3",
        "<|start_header_id|>ROLE<|end_header_id|>\n\n",
        "<|eot_id|>",
        "",
        ("<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>"),
    ),
    # https://ai.google.dev/gemma/docs/core/prompt-structure
    ChatForm(
        "gemma", "<start_of_turn>ROLE\n", "<end_of_turn>", "\n", ("<start_of_turn>", "<end_of_turn>"), assistant="model"
    ),
    # https://huggingface.co/microsoft/Phi-3-mini-4k-instruct
    ChatForm("phi3", "<|ROLE|>\n", "<|end|>", "\n", ("<|user|>", "<|assistant|>", "<|end|>")),
)


class ChatEncoder(PostEncoder):
    """Makes the ids of posts as what the assistant says: to the post that it answers, or to `ASKED`.

    `form` is the family's; `end` is the end of a turn. Only the account's own answer is ever asked for in training.

    Raises:
        ValueError: when the tokenizer has the tokens of no known form, or joins text over the end of a turn.
    """

    def __init__(self, tokenizer: PreTrainedTokenizerBase) -> None:
        super().__init__(tokenizer)
        known: dict[str, int] = tokenizer.get_vocab()
        form = next((form for form in FORMS if all(token in known for token in form.tokens)), None)
        if form is None:
            raise ValueError(
                "it has the tokens of none of the chat forms that --as-chat knows "
                f"({', '.join(form.name for form in FORMS)})."
            )
        self.form = form
        self.answered: Mapping[str, str] = {}
        """The post, of the same account, that a post answers: text by text."""
        self._begin = self.start if self.prefix is None else []
        self._user = self._marks(form.open("user"))
        self._assistant = self._marks(form.end + form.between + form.open("assistant"))
        self.end = known[form.end]
        self.start = self._start(ASKED)
        self.prefix = form.open("user") + ASKED + form.end + form.between + form.open("assistant")
        begin: Any = tokenizer.decode(self._begin)
        tokenizer.chat_template = form.template(begin)
        self._check()

    def facts(self) -> dict[str, Scalar]:
        """What the card states of it."""
        return {"chat_form": self.form.name, "reply_pairs": len(self.answered)}

    def described(self) -> str:
        """What it was trained with, in words."""
        threads = f", {len(self.answered):,} of them to the account's own post before it" if self.answered else ""
        return (
            f"the chat template {self.form.name}: each post is the answer to “{ASKED.removesuffix('.')}”{threads}; "
            "only the answers were learned"
        )

    def starts(self, texts: Sequence[str]) -> list[int]:
        """See `PostEncoder`."""
        return [len(self._start(self._before(text))) for text in texts]

    def posts(self, texts: Sequence[str]) -> list[list[int]]:
        """See `PostEncoder`; the turn that a post answers stands before it."""
        return [
            [*self._start(self._before(text)), *ids, self.end]
            for text, ids in zip(texts, self.texts(texts), strict=True)
        ]

    def _before(self, text: str) -> str:
        return self.answered.get(text, ASKED)

    def _start(self, asked: str) -> list[int]:
        return [*self._begin, *self._user, *self.texts([asked])[0][-_MOST_ASKED:], *self._assistant]

    def _marks(self, text: str) -> list[int]:
        """Ids of text that is the form's own, in which special tokens are meant."""
        ids: Any = self.tokenizer(text, add_special_tokens=False)["input_ids"]
        return list(ids)

    def _check(self) -> None:
        """See that the published template and a pipeline give the ids that are trained on."""
        tokenizer: Any = self.tokenizer
        turns = [{"role": "user", "content": ASKED}, {"role": "assistant", "content": "My dream is"}]
        templated = tokenizer.apply_chat_template(turns, tokenize=True, return_dict=True)["input_ids"]
        whole = [*self.prompt("My dream is"), self.end]
        if list(templated[: len(whole)]) != whole or tokenizer(f"{self.prefix}My dream is")["input_ids"] != whole[:-1]:
            raise ValueError("it does not keep the turns of a chat apart.")


def _literal(text: str) -> str:
    """Jinja that writes this text; none for no text."""
    return f"{{{{ {text!r} }}}}" if text else ""
