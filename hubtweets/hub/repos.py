"""What a repo is called. One that is no model has its kind before its name, as on the Hub's pages: `spaces/me/demo`."""

from __future__ import annotations

from typing import NamedTuple

from hubtweets.record import check_repo_id

_KINDS = {"datasets": "dataset", "spaces": "space"}

SPACES = "spaces/"
"""What stands before the name of a Space."""


class RepoName(NamedTuple):
    """The parts of a repo's id. `kind` is the repo's type in the words of the API: model, dataset, space."""

    kind: str
    namespace: str
    name: str

    @property
    def bare(self) -> str:
        """Namespace and name alone, which is what the API's bodies and huggingface_hub take."""
        return f"{self.namespace}/{self.name}"


def parts(repo_id: str) -> RepoName:
    """The parts of a repo's id, whatever it is."""
    first, _, rest = repo_id.partition("/")
    kind = _KINDS.get(first) if "/" in rest else None
    namespace, _, name = (rest if kind is not None else repo_id).partition("/")
    return RepoName(kind or "model", namespace, name)


def api(repo_id: str) -> str:
    """The path of a repo in the Hub's API."""
    repo = parts(repo_id)
    return f"/api/{repo.kind}s/{repo.bare}"


def checked(repo_id: str) -> str:
    """`repo_id`, where the Hub would allow it for a repo of its kind.

    Raises:
        RepoIdError: when it would not.
    """
    check_repo_id(parts(repo_id).bare)
    return repo_id
