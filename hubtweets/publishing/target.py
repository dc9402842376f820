"""What a batch decides for each repo. How cards are read, rendered and merged is a value handed in (`Judge`)."""

from __future__ import annotations

from typing import Any, Literal, Protocol

import msgspec

from hubtweets.hub.listing import Listed

Kind = Literal["identical", "update", "merge", "conflict", "unreadable", "not ours", "retracted", "gone"]
KINDS: tuple[Kind, ...] = (
    "identical", "update", "merge", "conflict", "unreadable", "not ours", "retracted", "gone"
)  # fmt: skip

Action = Literal["none", "would change", "changed", "proposed", "failed"]
"""`proposed`: a pull request holds the change."""


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What should become of a card.

    `text` is the card to commit; None where nothing is to be changed. A `conflict` has one where the policy settles it.
    `conflicts` holds each place with what was there, what people made of it, and what would replace it.
    """

    kind: Kind
    why: str | None = None
    text: str | None = None
    conflicts: tuple[dict[str, Any], ...] = ()


class Judge(Protocol):
    """What a batch needs to know of cards."""

    template: str
    """name@version of the cards to be; the ledger keeps books by it."""

    version: str
    """Of what reads and merges cards; what could not be read is looked at again when it changes."""

    def from_listing(self, repo: Listed) -> Decision | None:
        """The decision, where what is listed is enough for one; None where the card has to be read."""

    def from_card(self, repo_id: str, text: str) -> Decision:
        """The decision for the card of a repo.

        Raises:
            HubtweetsError: when the new card could not be made, or would not be valid.
        """


class Outcome(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What became of a repo. `sha` is the commit that was looked at, `commit` the one that was made."""

    repo_id: str
    kind: Kind | None = None
    action: Action = "none"
    why: str | None = None
    sha: str | None = None
    commit: str | None = None
    pull_request: int | None = None
    conflicts: tuple[dict[str, Any], ...] = ()


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A card before and after, for those who show differences."""

    repo_id: str
    before: str
    after: str
