"""The one client of a Hub: every verb reads, lists, uploads and commits through it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hubtweets.hub import commits, pull_requests, weights
from hubtweets.hub.commits import RepoChange, RepoCommit
from hubtweets.hub.connection import HubConnection, RemoteCard
from hubtweets.hub.listing import ListingPage, Selection, pages


class HubClient(HubConnection):
    """A Hub with all that is done there: what `HubConnection` asks, whole organisations, and commits."""

    def list_models(self, namespace: str, selection: Selection = Selection()) -> Iterator[ListingPage]:  # noqa: B008  (frozen)
        """The models of an organisation or user, page by page; see `hubtweets.hub.listing.pages`.

        Raises:
            RepoNotFoundError: when there is no such organisation or user.
            HubError: when the Hub refuses or does not answer.
        """
        return pages(self, namespace, selection)

    def weights_metadata(self, repo_id: str) -> dict[str, str]:
        """What the headers of all safetensors files of a model say beside their tensors; empty without any.

        The format: https://huggingface.co/docs/safetensors

        Raises:
            HubError: when the Hub refuses or does not answer.
        """
        return weights.read_metadata(self, repo_id)

    # -- writing ---------------------------------------------------------------------------------------------------

    def create_repo(self, repo_id: str, *, private: bool = False) -> bool:
        """Make a repo where there is none; whether it was made by this call. A Space is one of Gradio.

        Raises:
            NoWriteAccessError: when the token may not make repos there.
            RateLimitedError: when the Hub makes no more of them for now.
            HubError: when the Hub refuses or does not answer.
        """
        return commits.create_repo(self, repo_id, private=private)

    def delete_repo_if_empty(self, repo_id: str) -> bool:
        """Take away a repo that holds nothing but what it was born with; whether that was done.

        Raises:
            HubError: when the Hub refuses or does not answer.
        """
        return commits.delete_repo_if_empty(self, repo_id)

    def check_card(self, repo_id: str, card: str) -> None:
        """See that the Hub takes a card, before anything is done for it; see `hubtweets.hub.commits.check_card`.

        Raises:
            InvalidCardError: when the Hub would refuse it, in the Hub's words.
            HubError: when the token is refused.
        """
        commits.check_card(self, repo_id, card)

    def update_repo(
        self,
        repo_id: str,
        decide: Callable[[RemoteCard], RepoChange | None],
        *,
        message: str,
        description: str = "",
        pull_request: bool = False,
        title: str | None = None,
    ) -> RepoCommit:
        """Read a repo's card, decide, and make one commit (or one pull request) on top of what was read.

        See `hubtweets.hub.commits.update_repo`.
        """
        if pull_request:
            return pull_requests.propose(
                self, repo_id, decide, message=message, description=description, title=title or message
            )
        return commits.update_repo(self, repo_id, decide, message=message, description=description)

    def close_overtaken(
        self, repo_id: str, title: str, description: str, *, by: str, but: int | None = None
    ) -> pull_requests.Overtaken:
        """Close our own pull requests that something newer overtook; see `hubtweets.hub.pull_requests`."""
        return pull_requests.close_overtaken(self, repo_id, title, description, by=by, but=but)

    def pull_request_status(self, repo_id: str, number: int) -> str:
        """`open`, `draft`, `closed` or `merged`.

        Raises:
            HubError: when the Hub refuses or does not answer.
        """
        return pull_requests.status(self, repo_id, number)
