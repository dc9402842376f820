"""What an evaluation is: a module of this folder that measures a model on the posts of its accounts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from hubtweets.model.loaded import LoadedModel

if TYPE_CHECKING:
    from hubtweets.model.splitting import Split


class Evaluation(Protocol):
    """Measures one thing. A new one is a module beside this, and a line in `EVALUATIONS` of the package."""

    name: str
    """What a progress bar calls it."""

    def measure(self, model: LoadedModel, accounts: Mapping[str, Split]) -> Mapping[str, float]:
        """Numbers by the names that a card knows them by.

        Args:
            model: whose `model` is as it was afterwards.
            accounts: handle -> the posts that it was trained on and those held out, of the same configuration.
        """
