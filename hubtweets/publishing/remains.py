"""What a Hub has of a model beside the files on main, and how each goes.

A receipt says what is gone. Nothing is gone because a Hub said that it took a request: it is looked for again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple
from urllib.parse import quote

from hubtweets._shared.text import one_line
from hubtweets.errors import HubError, RepoNotFoundError
from hubtweets.hub.client import HubClient
from hubtweets.hub.commits import request
from hubtweets.hub.failures import is_broken_hub

_PAGES = 1000
"""Of discussions that are asked for."""

_BATCH = 1000
"""Large files that are deleted with one request."""

Things = Mapping[str, str]
"""Something that there is, by what it is called in requests, and how a receipt calls it."""


class Gone(NamedTuple):
    """What was there and is gone, and what is still there and why, each in words."""

    done: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


About = Callable[..., None]
"""Told, in words, what is about to be removed: whoever is killed in the middle knows it then."""


def removed(listed: Callable[[], Things], remove: Callable[[str], None], about: About) -> Gone:
    """Remove each thing, and look again.

    Raises:
        HubError: when the Hub does not answer, or what there is cannot be listed.
    """
    before, why = listed(), dict[str, str]()
    about(*before.values())
    for name in before:
        try:
            remove(name)
        except HubError as error:
            if is_broken_hub(error):
                raise
            why[name] = error.message
    after = listed() if before else {}
    left = (f"{words}: {why.get(name, 'the Hub still has it')}" for name, words in after.items())
    return Gone(tuple(words for name, words in before.items() if name not in after), tuple(left))


def hide(client: HubClient, repo_id: str, about: About) -> Gone:
    """Make the repo private, or gated where private is not allowed.

    Raises:
        HubError: when it is neither afterwards.
    """
    path, why = f"/api/models/{repo_id}", ""
    about("the repo is private")
    try:
        request(client, "PUT", f"{path}/settings", {"visibility": "private"}, repo_id=repo_id)
    except HubError as error:
        if is_broken_hub(error):
            raise
        why = f"; private is not allowed: {error.message}"
        request(client, "PUT", f"{path}/settings", {"gated": "manual"}, repo_id=repo_id)
    now = client.get_json(path, repo_id=repo_id)
    if isinstance(now, dict) and now.get("private") is True:
        return Gone(("the repo is private",))
    if isinstance(now, dict) and now.get("gated"):
        return Gone((f"the repo is gated{why}",))
    raise HubError(
        f"{repo_id} is still visible on {client.endpoint}.",
        repo_id=repo_id,
        endpoint=client.endpoint,
        hint="Make it private by hand (its Settings page), then run the same command again.",
    )


def collections(client: HubClient, repo_id: str, about: About) -> Gone:
    """Take the model out of the collections of its own namespace."""

    def listed() -> Things:
        asked = [("owner", repo_id.partition("/")[0]), ("item", f"models/{repo_id}")]
        places = {}
        for one in _list(client, repo_id, client.get_json("/api/collections", asked, repo_id=repo_id)):
            slug = str(one.get("slug"))
            collection = client.get_json(f"/api/collections/{quote(slug)}", repo_id=repo_id)
            for item in _list(client, repo_id, collection, "items"):
                if item.get("type") == "model" and str(item.get("id")).lower() == repo_id.lower():
                    places[f"{quote(slug)}/items/{quote(str(item.get('_id')))}"] = f"its place in the collection {slug}"
        return places

    return removed(listed, lambda name: _delete(client, f"/api/collections/{name}", repo_id), about)


def discussions(client: HubClient, repo_id: str, about: About) -> Gone:
    """Delete pull requests, which hold copies of the files, with their refs; close open discussions.

    The API's documentation has the address (https://huggingface.co/spaces/huggingface/openapi), huggingface_hub no
    function for it.
    """
    path = f"/api/models/{repo_id}/discussions"

    def listed() -> Things:
        found, seen = {}, 0
        for page in range(_PAGES):
            told = client.get_json(path, [("p", str(page))], repo_id=repo_id)
            entries = _list(client, repo_id, told, "discussions")
            seen += len(entries)
            for entry in entries:
                number = entry.get("num")
                if entry.get("isPullRequest"):
                    found[f"{number}"] = f"pull request {number}"
                elif entry.get("status") == "open":
                    found[f"{number}/status"] = f"the open discussion {number}"
            if not entries or not isinstance(told.get("count"), int) or seen >= told["count"]:
                break
        for ref in _list(client, repo_id, _refs(client, repo_id), "pullRequests"):
            number = str(ref.get("ref")).rpartition("/")[2]
            found.setdefault(number, f"pull request {number}")
        return found

    def remove(name: str) -> None:
        if name.endswith("/status"):
            request(client, "POST", f"{path}/{name}", {"status": "closed"}, repo_id=repo_id)
        else:
            _delete(client, f"{path}/{name}", repo_id)

    return removed(listed, remove, about)


def history(client: HubClient, repo_id: str, message: str, about: About) -> Gone:
    """Delete branches and tags, and make one commit of main."""
    path = f"/api/models/{repo_id}"

    def names() -> Things:
        refs = _refs(client, repo_id)
        found = {}
        for kind, key in (("branch", "branches"), ("tag", "tags")):
            for name in (str(ref.get("name")) for ref in _list(client, repo_id, refs, key)):
                if (kind, name) != ("branch", "main"):
                    found[f"{kind}/{quote(name, safe='')}"] = f"the {kind} {name}"
        return found

    def earlier() -> Things:
        told = commits(client, repo_id)
        return {"super-squash/main": "every earlier commit"} if len(told) > 1 else {}

    def squash(name: str) -> None:
        request(client, "POST", f"{path}/{name}", {"message": message}, repo_id=repo_id)

    refs = removed(names, lambda name: _delete(client, f"{path}/{name}", repo_id), about)
    squashed = removed(earlier, squash, about)
    return Gone(refs.done + squashed.done, refs.left + squashed.left)


def stored(client: HubClient, repo_id: str) -> dict[str, str]:
    """The large files that the Hub keeps for a repo, of commits or not: the SHA-256 of their content, and a name."""
    files = _list(client, repo_id, client.get_json(f"/api/models/{repo_id}/lfs-files", repo_id=repo_id))
    return {str(one.get("fileOid")): str(one.get("filename")) for one in files}


def large_files(client: HubClient, repo_id: str, names: Mapping[str, str], about: About) -> Gone:
    """Delete what is stored of large files that no commit has any more.

    Args:
        names: of the files, from before; the Hub calls what is in no commit by its SHA-256.
    """

    def listed() -> Things:
        files = stored(client, repo_id)
        return {sha: f"the stored content of {names.get(sha, name)}" for sha, name in files.items()}

    done: list[str] = []
    while files := listed():
        shas = list(files)[:_BATCH]
        about(*(files[sha] for sha in shas))
        deletions = {"deletions": {"sha": shas, "rewriteHistory": True}}
        request(client, "POST", f"/api/models/{repo_id}/lfs-files/batch", deletions, repo_id=repo_id)
        after = listed()
        if not files.keys() - after.keys():
            return Gone(tuple(done), tuple(f"{words}: the Hub still has it" for words in after.values()))
        done += [words for sha, words in files.items() if sha not in after]
    return Gone(tuple(done))


def whole_repo(client: HubClient, repo_id: str, about: About) -> Gone:
    """Delete the repo."""
    namespace, _, name = repo_id.partition("/")

    def listed() -> Things:
        try:
            client.head(repo_id)
        except RepoNotFoundError:
            return {}
        return {repo_id: "the whole repo"}

    def remove(_: str) -> None:
        request(client, "DELETE", "/api/repos/delete", {"name": name, "organization": namespace}, repo_id=repo_id)

    return removed(listed, remove, about)


def commits(client: HubClient, repo_id: str) -> list[str]:
    """The ids of main's commits, the newest first.

    Raises:
        HubError: when the Hub refuses or does not answer.
    """
    told = client.get_json(f"/api/models/{repo_id}/commits/main", repo_id=repo_id)
    return [str(entry.get("id")) for entry in _list(client, repo_id, told)]


def derived(client: HubClient, repo_id: str) -> list[str]:
    """Models on the same Hub that say they come from this one.

    Raises:
        HubError: when the Hub refuses or does not answer.
    """
    asked = [("filter", f"base_model:{repo_id}"), ("limit", "100")]
    told = client.get_json("/api/models", asked, repo_id=repo_id)
    return [one_line(str(model.get("id"))) for model in _list(client, repo_id, told)]


def _refs(client: HubClient, repo_id: str) -> Any:
    return client.get_json(f"/api/models/{repo_id}/refs", [("include_prs", "1")], repo_id=repo_id)


def _delete(client: HubClient, path: str, repo_id: str) -> None:
    request(client, "DELETE", path, repo_id=repo_id)


def _list(client: HubClient, repo_id: str, told: Any, key: str | None = None) -> list[dict[str, Any]]:
    """The entries of an answer; one that is no list says nothing of what there is.

    Raises:
        HubError: then.
    """
    if key is not None:
        told = told.get(key) if isinstance(told, dict) else None
    if not isinstance(told, list):
        raise client.unknown_answer(repo_id)
    return [entry for entry in told if isinstance(entry, dict)]
