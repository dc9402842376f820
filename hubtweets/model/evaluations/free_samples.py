"""What a model writes when nothing is asked, many texts at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hubtweets.model.loaded import LoadedModel

if TYPE_CHECKING:
    from torch import Tensor
    from transformers import GenerationConfig

_CACHE = 2**29
"""Bytes that the keys and values of all texts of a batch may take, in float32."""

_MOST_AT_ONCE = 100

_OTHER_CHOICES = ("top_k", "min_p", "top_h", "typical_p", "epsilon_cutoff", "eta_cutoff")


def free_samples(model: LoadedModel, count: int, longest: int, seed: int) -> list[str]:
    """Texts that the model writes from nothing, drawn as it is published.

    Args:
        longest: tokens of a text at the most; no longer than the model is published to write.
        seed: of the draws.
    """
    import torch
    from transformers import set_seed

    network, encoder = model.model, model.encoder
    published: Any = network.generation_config
    longest = max(2, min(longest, published.max_new_tokens or longest))
    drawing: dict[str, Any] = {"do_sample": True}
    if _is_nucleus_only(published):
        draw = NucleusDraw(top_p=published.top_p or 1.0, temperature=published.temperature or 1.0)
        drawing = {"do_sample": False, "temperature": None, "top_p": None, "top_k": None, "logits_processor": [draw]}
    set_seed(seed)
    was_training = network.training
    network.eval()
    texts: list[str] = []
    with torch.no_grad():
        while len(texts) < count:
            ids = torch.tensor([encoder.start] * min(_at_once(network, longest), count - len(texts)))
            ids = ids.to(network.device)
            output = network.generate(  # type: ignore[operator]
                input_ids=ids,
                attention_mask=torch.ones_like(ids),
                min_new_tokens=1,
                max_new_tokens=longest,
                eos_token_id=encoder.end,
                pad_token_id=encoder.end,
                **drawing,
            )
            texts += encoder.tokenizer.batch_decode(output[:, ids.shape[1] :], skip_special_tokens=True)
    network.train(was_training)
    return texts


def _is_nucleus_only(published: GenerationConfig) -> bool:
    """Whether tokens are drawn by temperature and top-p alone, as from the models that hubtweets makes."""
    return not any(getattr(published, name, None) not in (None, 0, 1) for name in _OTHER_CHOICES)


def _at_once(network: Any, longest: int) -> int:
    """Texts whose keys and values fit into `_CACHE` bytes."""
    config = network.config.get_text_config()
    a_token = 2 * 4 * int(config.num_hidden_layers) * int(config.hidden_size)
    return max(1, min(_MOST_AT_ONCE, _CACHE // (a_token * longest)))


class NucleusDraw:
    """Draws each row's next token by temperature and top-p, and leaves that token alone to choose.

    A token is drawn from all of them, and again where it lies outside the nucleus: where those that are likelier have
    `top_p` together. That takes fewer than 1 / top_p draws on average, and needs no sorted vocabulary, which is what
    most of the time goes to with the usual way (https://arxiv.org/abs/1904.09751; the distribution is the same).
    """

    def __init__(self, *, top_p: float, temperature: float) -> None:
        self._top_p = top_p
        self._temperature = temperature

    def __call__(self, input_ids: Tensor, scores: Tensor) -> Tensor:
        """Scores in which the token that was drawn is the only one: what `generate` calls a logits processor."""
        import torch

        shares = (scores.float() / self._temperature).softmax(-1)
        drawn = torch.zeros(len(shares), dtype=torch.long, device=shares.device)
        rows = torch.arange(len(shares), device=shares.device)
        while len(rows):
            sums = shares.cumsum(-1)
            place = torch.rand(len(rows), 1, device=shares.device) * sums[:, -1:]
            token = torch.searchsorted(sums, place, right=True).clamp_(max=shares.shape[-1] - 1)
            likelier = (shares * (shares > shares.gather(1, token))).sum(-1)
            inside = ~(likelier >= self._top_p)  # no number at all, of a broken model, ends the draws too
            drawn[rows[inside]] = token[inside, 0]
            rows, shares = rows[~inside], shares[~inside]
        return torch.full_like(scores, -torch.inf).scatter_(1, drawn[:, None], 0)
