"""Whether the people whose posts these are agreed: what was said, and what their accounts declare."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Literal

from hubtweets._shared.progress import Progress
from hubtweets.errors import ConsentError
from hubtweets.posts import ConsentSignal, Corpus
from hubtweets.record import Consent

Said = Literal["self", "agreed"] | None

OWN_FILES = ("archive", "export")
"""Words in what a source was taken for: files that only the owner of an account can get."""


def obey(signal: ConsentSignal | None, handle: str, said: Said) -> None:
    """Refuse an account that has declared that it does not want this, unless its owner agreed.

    Called before a post is read.

    Raises:
        ConsentError: naming where the account says so.
    """
    if signal is not None and signal.intent == "deny" and said is None:
        raise ConsentError(
            f"@{handle} has declared that it does not want models made of its posts ({signal.source}).",
            handle=handle,
            hint="Ask its owner. Where the owner agrees: --consent agreed; where it is yours: --consent self.",
        )


def consent_of(corpora: Sequence[Corpus], said: Said, before: Consent | None, today: date | None = None) -> Consent:
    """What the record says: what was said, or what the sources stand for, or that nothing is known.

    A consent that says the same as the one on the card keeps its day.

    Args:
        corpora: the posts of each account.
        said: `--consent`.
        before: what the card says now.
        today: the day that is written down.
    """
    day = (today or datetime.now(UTC).date()).isoformat()
    if said is not None:
        how = "said by whoever made the model" if said == "agreed" else "said by the account's owner"
        found = Consent(by=said, how=how, on=day)
    elif all(any(word in (corpus.form or "").lower() for word in OWN_FILES) for corpus in corpora):
        found = Consent(by="self", how="the account's own archive", on=day)
    elif all(corpus.consent_signal is not None and corpus.consent_signal.intent == "allow" for corpus in corpora):
        found = Consent(by="agreed", how="declared on the account", on=day)
    else:
        found = Consent(by="not stated")
    return before if before is not None and (before.by, before.how) == (found.by, found.how) else found


def warn_where_not_stated(consent: Consent, progress: Progress) -> None:
    """Say what the card will say, and how to say more."""
    if consent.by == "not stated":
        progress.warn(
            "Nobody said whether the accounts' owners agreed, and the card says so. "
            "Where they did: --consent agreed; where it is your own account: --consent self."
        )
