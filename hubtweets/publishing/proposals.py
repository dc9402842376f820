"""Pull requests of ours that wait for somebody to merge them, with what their Hubs say of each now."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from pathlib import Path

import msgspec

from hubtweets._shared.progress import SILENT, Progress
from hubtweets.errors import HubtweetsError, RepoNotFoundError
from hubtweets.hub.client import HubClient
from hubtweets.hub.pacing import Stop, StoppedError
from hubtweets.publishing import ledger
from hubtweets.publishing.connect import connect
from hubtweets.publishing.ledger import Ledger, LedgerSummary, Proposal

PATIENCE = 30.0
"""Seconds that each Hub is given to say which of them are open."""


def summary(path: Path | None = None, *, send_token: bool = False, progress: Progress = SILENT) -> LedgerSummary:
    """What a ledger holds, with the status of its pull requests; those that are not open any more are left out.

    Args:
        path: of the ledger; default a file of the user's.
        send_token: the token of this machine was given for the Hubs that the ledger names.
        progress: warned of a Hub that does not say.

    Raises:
        LedgerError: when the ledger cannot be read.
    """
    told = ledger.summary(path)
    if not told.proposals:
        return told
    by_hub = groupby(sorted(told.proposals, key=attrgetter("hub")), key=attrgetter("hub"))
    asked = [one for hub, proposals in by_hub for one in _asked(hub, list(proposals), send_token, progress)]
    book = Ledger(Path(told.path))
    try:
        for one in asked:
            if not _may_be_open(one):
                book.forget_proposal(one)
    finally:
        book.close()
    return msgspec.structs.replace(told, proposals=[one for one in asked if _may_be_open(one)])


def _may_be_open(proposal: Proposal) -> bool:
    return proposal.status in (None, "open", "draft")


def _asked(hub: str, proposals: list[Proposal], send_token: bool, progress: Progress) -> list[Proposal]:
    asked: list[Proposal] = []
    try:
        with connect(hub, stop=Stop(PATIENCE), send_token=send_token) as client:
            asked.extend(msgspec.structs.replace(one, status=_status(client, one)) for one in proposals)
    except (HubtweetsError, StoppedError) as error:
        why = error.message if isinstance(error, HubtweetsError) else f"it did not answer within {PATIENCE:.0f} s"
        progress.warn(f"Which pull requests are open on {hub} is not known: {why}")
    return [*asked, *proposals[len(asked) :]]


def _status(client: HubClient, proposal: Proposal) -> str:
    try:
        return client.pull_request_status(proposal.repo_id, proposal.pull_request)
    except RepoNotFoundError:
        return "closed"  # with its repo
