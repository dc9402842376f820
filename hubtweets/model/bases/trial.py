"""A base model is tried as training and writing will use it, before any work is put into it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from hubtweets.errors import BaseModelError
from hubtweets.model import devices
from hubtweets.model.tokens import PostEncoder


def check(name: str, model: Any, encoder: PostEncoder) -> bool:
    """See that the model looks back only, learns to say the next token, and writes.

    Returns:
        Whether its attention stays within a post where position_ids begin again.

    Raises:
        BaseModelError: when it does not, or its code does not run.
    """
    with _named(name, "be trained"):
        causal, packed = _attention(model, encoder)
        learns = causal and _learns(model, encoder)
        finite = learns and _step(model, encoder)
    if not causal:
        why = "is not a causal language model: what it says of a token depends on the tokens after it."
    elif not learns:
        why = (
            "would not learn to write: its loss asks for another token than the next one, as that of one half of an "
            "encoder-decoder does."
        )
    elif not finite:
        why = "cannot be trained as it is: the gradients of its weights are infinite, or no number."
    else:
        with _named(name, "write text"):
            _write(model, encoder)
        return packed
    raise _refused(name, why)


def _refused(name: str, why: str) -> BaseModelError:
    return BaseModelError(
        f"{name} {why}",
        base_model=name,
        hint="Use a decoder-only model for text generation, such as openai-community/gpt2.",
    )


@contextmanager
def _named(name: str, what: str) -> Iterator[None]:
    """Whatever the code of an architecture raises becomes one sentence that names the base model."""
    try:
        yield
    except Exception as error:
        if devices.is_out_of_memory(error):
            raise
        said = next(filter(None, str(error).splitlines()), "")[:300]
        raise _refused(name, f"cannot {what} as it is: {type(error).__name__}: {said}") from error


def _attention(model: Any, encoder: PostEncoder) -> tuple[bool, bool]:
    """Whether the model looks back only, and stays within a post where position_ids begin again. Found by trying."""
    import torch

    device = model.device
    first, second, other = encoder.posts(["My dream is", "I think so", "Today it is"])
    with torch.no_grad():
        alone = model.eval()(input_ids=torch.tensor([second], device=device), use_cache=False).logits[0]
        end_changed = torch.tensor([[*second[:-1], other[-2]]], device=device)
        changed = model(input_ids=end_changed, use_cache=False).logits[0]
        causal = _same(alone[: len(second) - 1], changed[: len(second) - 1])
        before = first[:-1]  # as blocks have it; a convolution may not see over an end, whose embedding is often 0
        ids = torch.tensor([[*before, *second]], device=device)
        places = torch.tensor([[*range(len(before)), *range(len(second))]], device=device)
        try:
            together = model(input_ids=ids, position_ids=places, use_cache=False).logits[0, len(before) :]
        except (TypeError, ValueError, RuntimeError):  # a model without positions
            return causal, False
    return causal, _same(alone, together)


def _same(one: Any, other: Any) -> bool:
    """Whether two pieces of logits differ by rounding only; those of broken weights, told later, count as the same."""
    return not float((one - other).abs().max()) > 1e-3 * float(one.std())


def _learns(model: Any, encoder: PostEncoder) -> bool:
    """Whether the model's loss is that of the next token.

    The decoders of encoder-decoders (BART, Whisper) want labels that were moved by one already: given posts, they learn
    to repeat each token. What a loss adds that no label changes, such as a router's balance, does not count.
    """
    import torch

    post = encoder.posts(["My dream is"])[0]
    ids = torch.tensor([post], device=model.device)
    mask = torch.ones_like(ids)
    with torch.no_grad():
        said = model.eval()(input_ids=ids, attention_mask=mask, use_cache=False).logits[0, -2]
        losses = []
        for token in (said.argmax(), said.argmin()):
            labels = torch.full_like(ids, -100)
            labels[0, -1] = token
            losses.append(float(model(input_ids=ids, attention_mask=mask, labels=labels, use_cache=False).loss))
    apart = float(said.max() - said.min())
    return not abs(losses[1] - losses[0] - apart) > 1e-2 * apart


def _step(model: Any, encoder: PostEncoder) -> bool:
    """Go forward and back as a step of training does, and say whether the gradients are numbers.

    Only those of a few weights far down are computed: all of them would not fit beside a large model.
    """
    import torch

    ids = torch.tensor(encoder.posts(["My dream is"]), device=model.device)
    device = [model.device] if model.device.type == "cuda" else []
    with torch.random.fork_rng(devices=device), devices.deterministic():  # what follows draws the same numbers without
        loss = model.train()(input_ids=ids, attention_mask=torch.ones_like(ids), labels=ids, use_cache=False).loss
        weights = [weight for weight in model.parameters() if weight.requires_grad]
        lowest = next((weight for weight in weights if weight.ndim == 1), weights[0])
        (gradient,) = torch.autograd.grad(loss, lowest, allow_unused=True)
    return gradient is None or bool(gradient.isfinite().all())


def _write(model: Any, encoder: PostEncoder) -> None:
    """Write with the cache and a token at a time, which training never does."""
    import torch
    from transformers import GenerationConfig

    ids = torch.tensor([encoder.prompt("My dream is")], device=model.device)
    own, model.generation_config = model.generation_config, GenerationConfig()
    try:
        model.eval().generate(
            ids, attention_mask=torch.ones_like(ids), max_new_tokens=2, do_sample=False, pad_token_id=encoder.end
        )
    finally:
        model.generation_config = own
