"""The prompts of the card's samples, in the language of the posts."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hubtweets.model.config import TrainingConfig

PROMPTS: dict[str, tuple[str, ...]] = {
    "de": ("Mein Traum ist", "Ich glaube", "Heute"),
    "es": ("Mi sueño es", "Creo que", "Hoy"),
    "fr": ("Mon rêve est", "Je pense", "Aujourd'hui"),
    "it": ("Il mio sogno è", "Penso che", "Oggi"),
    "nl": ("Mijn droom is", "Ik denk", "Vandaag"),
    "pl": ("Moim marzeniem jest", "Myślę", "Dzisiaj"),
    "pt": ("Meu sonho é", "Eu acho", "Hoje"),
    "ru": ("Моя мечта", "Я думаю", "Сегодня"),
    "sv": ("Min dröm är", "Jag tror", "Idag"),
    "tr": ("Hayalim", "Bence", "Bugün"),
    "uk": ("Моя мрія", "Я думаю", "Сьогодні"),
    "ja": ("私の夢は", "思うに", "今日は"),
    "ko": ("내 꿈은", "내 생각에", "오늘"),
    "zh": ("我的梦想是", "我觉得", "今天"),
}
"""By the code of the language; English is the default of `TrainingConfig`."""


def in_language(config: TrainingConfig, languages: Sequence[str]) -> TrainingConfig:
    """The same training with prompts in the most frequent language of the posts, unless somebody chose prompts.

    Prompts are no part of what determines the weights.
    """
    if config.prompts != TrainingConfig().prompts or not languages or languages[0] not in PROMPTS:
        return config
    return msgspec.structs.replace(config, prompts=PROMPTS[languages[0]])
