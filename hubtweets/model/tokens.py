"""Posts and prompts as token ids: one way for training, measuring and writing, which is the published tokenizer's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase


class PostEncoder:
    """Makes the ids of posts and prompts with one tokenizer.

    `start` is what stands before a post: what the tokenizer itself puts before a text (Llama, Gemma and Mistral have
    a token for that), or else end-of-text; `end` is the id of end-of-text, which stands after it. `prefix` is the text
    that a text-generation pipeline has to put before a prompt to get `start`: None where the tokenizer does.

    What a tokenizer puts after a text is taken out of it: nothing could be written after it.

    Raises:
        ValueError: when texts do not come out of the tokenizer as they should.
    """

    def __init__(self, tokenizer: PreTrainedTokenizerBase) -> None:
        self.tokenizer = tokenizer
        end: Any = tokenizer.convert_tokens_to_ids(str(tokenizer.eos_token))
        self.end: int = end
        before, after = self._added()
        if after:
            _add_only_before(tokenizer, before)
            if self._added() != (before, []):
                raise ValueError("it ends every text, and nothing could be written after a prompt.")
        self.start: list[int] = before or [self.end]
        self.prefix: str | None = None if before else str(tokenizer.eos_token)

    def texts(self, texts: Sequence[str]) -> list[list[int]]:
        """Ids of each text, with nothing added; text that spells a special token stays text."""
        encoded: Any = self.tokenizer(list(texts), add_special_tokens=False, split_special_tokens=True)
        return list(encoded["input_ids"])

    def posts(self, texts: Sequence[str]) -> list[list[int]]:
        """Ids of each text as a whole post: `start`, its tokens, `end`."""
        return [[*self.start, *ids, self.end] for ids in self.texts(texts)]

    def starts(self, texts: Sequence[str]) -> list[int]:
        """How many ids of each of the `posts` stand before its own: they are given, and never asked for."""
        return [len(self.start)] * len(texts)

    def prompt(self, text: str) -> list[int]:
        """Ids that a post which begins with `text` begins with."""
        return [*self.start, *self.texts([text])[0]]

    def _added(self) -> tuple[list[int], list[int]]:
        """The ids that the tokenizer puts before and after a text."""
        probe = "My dream is"
        bare, whole = (list(self.tokenizer(probe, add_special_tokens=added)["input_ids"]) for added in (False, True))
        for place in range(len(whole) - len(bare) + 1):
            if whole[place : place + len(bare)] == bare:
                return whole[:place], whole[place + len(bare) :]
        raise ValueError("it changes a text that it adds its marks to.")


def _add_only_before(tokenizer: Any, before: Sequence[int]) -> None:
    from tokenizers.processors import TemplateProcessing

    marks = [(token, tokenizer.convert_tokens_to_ids(token)) for token in tokenizer.convert_ids_to_tokens(before)]
    template = " ".join([*(token for token, _ in marks), "$A"])
    tokenizer.backend_tokenizer.post_processor = TemplateProcessing(single=template, special_tokens=marks)
