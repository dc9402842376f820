"""What publishing asked a Hub with before `HubClient`; goes when nothing uses it any more."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from hubtweets.errors import (
    CardReadError,
    HubError,
    NotLoggedInError,
    NoWriteAccessError,
    RepoNotFoundError,
    TokenRejectedError,
    UsageError,
)
from hubtweets.hub.failures import LOG_IN, translated
from hubtweets.hub.listing import _EXPAND, PAGE, Listed, Selection

if TYPE_CHECKING:
    from huggingface_hub import HfApi

    from hubtweets.hub.wire import Wire

CARD = "README.md"


class RemoteCard(NamedTuple):
    """A repo's card at a commit; `text` is None where the repo has no README.md."""

    text: str | None
    commit: str


class Client:
    """A Hub at `endpoint` (default: huggingface_hub's own), asked with `token` (default: the one logged in with).

    Raises:
        UsageError: when `endpoint` is not an http or https address.
    """

    def __init__(self, endpoint: str | None = None, token: str | None = None) -> None:
        if endpoint is not None and not endpoint.startswith(("http://", "https://")):
            raise UsageError(
                f"{endpoint!r} is not the address of a Hub.",
                hint="Give --hub an address such as https://huggingface.co, or local:DIR for the embedded Hub.",
            )
        from huggingface_hub import HfApi

        self.api: HfApi = HfApi(endpoint=endpoint.rstrip("/") if endpoint else None, token=token)

    @property
    def endpoint(self) -> str:
        """The Hub's address, without a slash at its end."""
        return self.api.endpoint

    @property
    def token(self) -> str | None:
        """The token that requests are sent with."""
        from huggingface_hub import get_token

        with translated(self.endpoint):
            return self.api.token if isinstance(self.api.token, str) else get_token()

    def url(self, repo_id: str) -> str:
        """The page of a model repo."""
        return f"{self.endpoint}/{repo_id}"

    def read_card(self, repo_id: str) -> RemoteCard | None:
        """The card of a model repo and the commit it was read at, in one request; None when there is no such repo.

        Raises:
            CardReadError: when the card is not UTF-8.
        """
        from huggingface_hub.errors import RemoteEntryNotFoundError
        from huggingface_hub.utils import build_hf_headers, get_session, hf_raise_for_status

        url = f"{self.endpoint}/{repo_id}/resolve/main/{CARD}"
        try:
            with translated(self.endpoint, repo_id):
                try:
                    response = get_session().get(url, headers=build_hf_headers(token=self.token), follow_redirects=True)
                    hf_raise_for_status(response)
                except RemoteEntryNotFoundError:
                    return RemoteCard(None, str(self.api.model_info(repo_id).sha))
                commit = response.headers.get("x-repo-commit") or str(self.api.model_info(repo_id).sha)
                return RemoteCard(self._decoded(response.content, repo_id), commit)
        except RepoNotFoundError:
            return None
        except TokenRejectedError:
            if self.token:
                raise
            return None  # without a token the Hub answers 401 for a repo that is not there

    def _decoded(self, content: bytes, repo_id: str) -> str:
        try:
            return content.decode()
        except UnicodeDecodeError:
            raise CardReadError(
                f"The {CARD} of {repo_id} is not UTF-8; to write it again would damage it.",
                hint="Save it as UTF-8 on the Hub, then run the same command again.",
            ) from None

    def files(self, repo_id: str) -> set[str]:
        """The names of all files of a model repo."""
        with translated(self.endpoint, repo_id):
            return set(self.api.list_repo_files(repo_id))

    def weights_metadata(self, repo_id: str) -> dict[str, str]:
        """What the headers of all safetensors files of a model repo say beside their tensors; empty without any."""
        from huggingface_hub.errors import NotASafetensorsRepoError, SafetensorsParsingError

        with translated(self.endpoint, repo_id):
            try:
                found = self.api.get_safetensors_metadata(repo_id)
            except (NotASafetensorsRepoError, SafetensorsParsingError):
                return {}
        headers = [file.metadata.items() for file in found.files_metadata.values()]
        return dict(set.intersection(*map(set, headers))) if headers else {}

    def check_write(self, repo_id: str, *, exists: bool) -> None:
        """Ask, before any long work, whether this token may commit to `repo_id` or create it.

        Raises:
            NotLoggedInError, TokenRejectedError, NoWriteAccessError: when it may not.
        """
        if not self.token:
            raise NotLoggedInError(
                f"Publishing to {self.endpoint} needs a token, and none was found.",
                repo_id=repo_id,
                endpoint=self.endpoint,
                hint=LOG_IN,
            )
        if os.environ.get("HF_OIDC_RESOURCE"):
            return  # a trusted publisher's token is for one repo and knows no user
        with translated(self.endpoint, repo_id):
            who = self.api.whoami()
            if exists:
                self.api.auth_check(repo_id, write=True)
        namespace = repo_id.partition("/")[0]
        why = _why_not(who, namespace, repo_id)
        if why:
            raise NoWriteAccessError(
                f"{who.get('name')} cannot publish {repo_id}: {why}.",
                repo_id=repo_id,
                endpoint=self.endpoint,
                hint=f"Use a token with write access to {namespace}"
                + (f", or publish elsewhere: --namespace {who.get('name')}" if who.get("name") != namespace else "."),
            )


def _why_not(who: dict[str, Any], namespace: str, repo_id: str) -> str | None:
    """Why whoami's answer rules out writing to the namespace; None when it does not."""
    token = (who.get("auth") or {}).get("accessToken") or {}
    if token.get("role") == "read":
        return "the token may only read"
    organisations = {org.get("name"): org.get("roleInOrg") for org in who.get("orgs", [])}
    if who.get("anyNamespace"):  # the local Hub's own user
        return None
    if namespace != who.get("name") and namespace not in organisations:
        return f"{namespace} is neither the user nor one of the user's organisations"
    if organisations.get(namespace) == "read":
        return f"the user may only read in {namespace}"
    scopes = (token.get("fineGrained") or {}).get("scoped")
    if token.get("role") == "fineGrained" and scopes is not None:
        entities = {
            scope["entity"].get("name")
            for scope in scopes
            if "repo.write" in scope.get("permissions", []) and "entity" in scope
        }
        if not entities & {namespace, repo_id}:
            return f"the fine-grained token has no write permission for {namespace}"
    return None


def pages(wire: Wire, organisation: str, selection: Selection) -> Iterator[tuple[list[Listed], bool]]:
    """The repos that were meant, page by page, and whether more pages may follow.

    In the order in which they were made: commits that happen meanwhile move nothing from one page to another.

    Raises:
        HubError: when the Hub refuses.
    """
    params = [("author", organisation), ("limit", str(PAGE)), ("sort", "createdAt")]
    params += [("expand", name) for name in _EXPAND]
    address: str | None = "/api/models"
    taken = 0
    while address is not None:
        repos, address = _page(wire, address, params)
        params = []  # the address of the next page has them
        kept = [repo for repo in repos if selection.takes(repo)]
        if selection.limit is not None:
            kept = kept[: selection.limit - taken]
        taken += len(kept)
        if taken == selection.limit:
            address = None
        yield kept, address is not None


def _page(wire: Wire, address: str, params: list[tuple[str, str]]) -> tuple[list[Listed], str | None]:
    from hubtweets.hub.wire import raise_for

    response = wire.get("api", address, params)
    raise_for(wire.endpoint, None, response)
    try:
        repos = msgspec.json.decode(response.content, type=list[Listed])
    except msgspec.DecodeError as error:
        raise HubError(f"{wire.endpoint} listed its models in a way that is not known: {error}") from None
    following = response.links.get("next", {}).get("url")
    if following is not None and not following.startswith(f"{wire.endpoint}/"):
        raise HubError(f"{wire.endpoint} sends us elsewhere for the next page; the token is not for there.")
    return repos, following
