"""What a fine-tuning may be told."""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args

import msgspec
from msgspec import Meta

from hubtweets.errors import UsageError

DEFAULT_BASE_MODEL = "openai-community/gpt2"
SCRATCH = "scratch:tiny"

RECIPE = 4
"""Part of every fingerprint; raised when a change of this package changes the weights that the same input gives."""

Method = Literal["auto", "full", "lora", "dora", "qlora"]
RecipeName = Literal["hubtweets", "huggingtweets"]
Scheduler = Literal["cosine", "linear", "constant"]


class TrainingConfig(msgspec.Struct, frozen=True, kw_only=True):
    """What one fine-tuning is told; None leaves the choice to the recipe, which looks at base model and corpus.

    Each field carries its description, and its command-line name where that differs, as `msgspec.Meta`; `options`
    lists them. Fields at their default are no part of the fingerprint, nor are those of `NOT_IN_WEIGHTS`.

    Raises:
        UsageError: when a value is out of its range.
    """

    recipe: Annotated[
        RecipeName,
        Meta(
            description="Where what is not chosen comes from: `hubtweets` measured best, `huggingtweets` is the "
            "notebook's schedule (4 epochs, 1 x 1,024 tokens, no early stopping)."
        ),
    ] = "hubtweets"
    epochs: Annotated[int | None, Meta(description="At the most so many times over the posts.")] = None
    max_steps: Annotated[int | None, Meta(description="At the most so many steps.")] = None
    max_time: Annotated[
        float | None,
        Meta(
            description="Train no longer than this, such as 20m; the learning rate falls to its end within it.",
            extra={"metavar": "DURATION", "unit": "seconds"},
        ),
    ] = None
    patience: Annotated[
        int | None,
        Meta(description="Stop after so many evaluations in a row without a lower held-out loss; 0 never stops."),
    ] = None
    learning_rate: Annotated[float | None, Meta(description="The highest learning rate.")] = None
    scheduler: Annotated[Scheduler | None, Meta(description="How the learning rate falls.")] = None
    warmup: Annotated[float | None, Meta(description="Share of the steps in which the learning rate rises.")] = None
    weight_decay: Annotated[float, Meta(description="AdamW's weight decay.")] = 0.0
    batch_size: Annotated[int | None, Meta(description="Blocks that are computed at once.")] = None
    block_size: Annotated[int | None, Meta(description="Tokens a block; a longer post is split.")] = None
    gradient_accumulation: Annotated[int | None, Meta(description="Batches a step.")] = None
    gradient_checkpointing: Annotated[
        bool, Meta(description="Keep fewer activations: less memory, a third more time.")
    ] = False
    method: Annotated[
        Method,
        Meta(
            description="Train all weights, or an adapter (LoRA, DoRA, or QLoRA beside weights in 4 bits, on CUDA); "
            "auto takes LoRA where all weights do not fit in memory."
        ),
    ] = "auto"
    lora_rank: Annotated[int, Meta(description="Rank of an adapter's matrices.")] = 16
    adapter_only: Annotated[
        bool,
        Meta(
            description="Publish the adapter instead of the merged model; takes LoRA unless another method is chosen.",
            extra={"flag": "--adapter"},
        ),
    ] = False
    as_chat: Annotated[
        bool,
        Meta(
            description="Train an instruct model in the form of its own chats: each post is what it answers to `Write "
            "a post.`, or to the post before it in a thread of the account's own."
        ),
    ] = False
    goldfish: Annotated[
        int | None,
        Meta(
            description="Leave every K-th token out of the loss, so that no post is learned whole.",
            extra={"metavar": "K"},
        ),
    ] = None
    held_out: Annotated[float, Meta(description="Share of each account's posts that is only measured on.")] = 0.1
    seed: Annotated[int, Meta(description="Of everything random.")] = 42
    prompts: Annotated[
        tuple[str, ...],
        Meta(
            description="A prompt for the card's samples; may be given several times.",
            extra={"flag": "--prompt", "metavar": "TEXT"},
        ),
    ] = ("My dream is", "I think", "Today I")
    top_p: Annotated[float, Meta(description="Samples are drawn from the likeliest tokens of this share.")] = 0.95
    temperature: Annotated[float, Meta(description="Of the samples: below 1 is tamer.")] = 1.0

    def __post_init__(self) -> None:
        rules = {
            f"The recipe must be one of {', '.join(get_args(RecipeName))}.": self.recipe in get_args(RecipeName),
            f"The method must be one of {', '.join(get_args(Method))}.": self.method in get_args(Method),
            f"The scheduler must be one of {', '.join(get_args(Scheduler))}.": self.scheduler
            in (None, *get_args(Scheduler)),
            "Epochs must be 1 to 1,000.": self.epochs is None or 1 <= self.epochs <= 1000,
            "Steps must be at least 1.": self.max_steps is None or self.max_steps >= 1,
            "The time must be at least 1 second.": self.max_time is None or 1 <= self.max_time < float("inf"),
            "The patience must be 0 to 1,000 evaluations.": self.patience is None or 0 <= self.patience <= 1000,
            "The learning rate must be above 0 and at most 1.": self.learning_rate is None
            or 0 < self.learning_rate <= 1,
            "The warm-up must be 0 to 0.5 of the steps.": self.warmup is None or 0 <= self.warmup <= 0.5,
            "The weight decay must be 0 to 1.": 0 <= self.weight_decay <= 1,
            "The batch size must be 1 to 4,096 blocks.": self.batch_size is None or 1 <= self.batch_size <= 4096,
            "The block size must be 16 to 131,072 tokens.": self.block_size is None or 16 <= self.block_size <= 131072,
            "Gradients are accumulated over 1 to 4,096 batches.": self.gradient_accumulation is None
            or 1 <= self.gradient_accumulation <= 4096,
            "The rank of an adapter must be 1 to 1,024.": 1 <= self.lora_rank <= 1024,
            "An adapter alone can be published where one is trained, not with the method full.": not self.adapter_only
            or self.method != "full",
            "Goldfish loss hides every 2nd to 1,000th token.": self.goldfish is None or 2 <= self.goldfish <= 1000,
            "The held-out share must be 0.01 to 0.5.": 0.01 <= self.held_out <= 0.5,
            "The seed must be 0 to 4,294,967,295.": 0 <= self.seed < 2**32,
            "Prompts are a list of texts.": not isinstance(self.prompts, str),
            "There must be at least one prompt, and none empty.": bool(self.prompts) and all(self.prompts),
            "A prompt must be text in UTF-8.": not any("\ud800" <= sign <= "\udfff" for sign in "".join(self.prompts)),
            "Top-p must be above 0 and at most 1.": 0 < self.top_p <= 1,
            "The temperature must be above 0 and at most 10.": 0 < self.temperature <= 10,
        }
        for rule, holds in rules.items():
            if not holds:
                raise UsageError(rule, hint="`hubtweets publish --help` shows the options and their defaults.")

    def chosen(self) -> dict[str, Any]:
        """The fields that are not at their default and bear on the weights; what a fingerprint is made of."""
        return {
            field.name: getattr(self, field.name)
            for field in msgspec.structs.fields(self)
            if field.name not in NOT_IN_WEIGHTS and getattr(self, field.name) != field.default
        }


NOT_IN_WEIGHTS = frozenset({"gradient_checkpointing", "prompts", "temperature", "top_p"})
"""Fields that change the samples or the memory taken, and no weight."""


class Option(msgspec.Struct, frozen=True):
    """One field of `TrainingConfig` as a command line or a form shows it. `type` is the field's own annotation."""

    field: str
    flag: str
    type: Any
    default: Any
    description: str
    metavar: str | None = None


def options() -> tuple[Option, ...]:
    """Every field of `TrainingConfig`, in its order, with the flag that sets it."""
    described = []
    for field in msgspec.structs.fields(TrainingConfig):
        kind: Any = field.type
        meta: Meta = kind.__metadata__[0]
        extra = meta.extra or {}
        described.append(
            Option(
                field=field.name,
                flag=extra.get("flag", f"--{field.name.replace('_', '-')}"),
                type=kind.__origin__,
                default=field.default,
                description=meta.description or "",
                metavar=extra.get("metavar"),
            )
        )
    return tuple(described)
