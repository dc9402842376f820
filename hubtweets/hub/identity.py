"""Whom a token belongs to, and where it may write."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import msgspec

from hubtweets._shared.text import one_line
from hubtweets.errors import TokenRejectedError
from hubtweets.hub import repos
from hubtweets.hub.failures import LOG_IN


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """Whom a token belongs to.

    `organisations` are the user's, each with the user's role there (None where the Hub does not say). `may_write` is
    False for a token that only reads. `scopes` are the users, organisations and repos that a fine-grained token may
    write to; None for any other token. `everywhere`: the local Hub's own user, who may write to every namespace.
    """

    name: str
    organisations: Mapping[str, str | None] = MappingProxyType({})
    may_write: bool = True
    scopes: frozenset[str] | None = None
    everywhere: bool = False

    def why_not(self, repo_id: str) -> str | None:
        """Why this rules out writing to a repo; None when it does not."""
        repo = repos.parts(repo_id)
        namespace = repo.namespace
        if not self.may_write:
            return "the token may only read"
        if self.everywhere:
            return None
        roles = {name.lower(): role for name, role in self.organisations.items()}
        if namespace.lower() != self.name.lower() and namespace.lower() not in roles:
            return f"{namespace} is neither the user nor one of the user's organisations"
        if roles.get(namespace.lower()) == "read":
            return f"the user may only read in {namespace}"
        if self.scopes is not None and not self.scopes & {namespace.lower(), repo.bare.lower()}:
            return f"the fine-grained token has no write permission for {namespace}"
        return None

    @property
    def namespaces(self) -> tuple[str, ...]:
        """Where the token may write: the user's own namespace first, then organisations."""
        return tuple(name for name in (self.name, *self.organisations) if self.why_not(f"{name}/any") is None)


def read_identity(answer: Any) -> Identity:
    """Whom whoami's answer speaks of, whatever it leaves out: older Hubs, mirrors and other Hubs have other forms.

    Raises:
        TokenRejectedError: when it names nobody.
    """
    if not isinstance(answer, dict) or not isinstance(answer.get("name"), str):
        raise TokenRejectedError("The Hub does not say whom this token belongs to.", hint=LOG_IN)
    entries = answer.get("orgs")
    organisations: dict[str, str | None] = {}
    for entry in entries if isinstance(entries, list) else []:
        name = entry.get("name") if isinstance(entry, dict) else entry
        role = entry.get("roleInOrg") if isinstance(entry, dict) else None
        if isinstance(name, str):
            organisations[one_line(name)] = role if isinstance(role, str) else None
    auth = answer.get("auth")
    token = auth.get("accessToken") if isinstance(auth, dict) else None
    token = token if isinstance(token, dict) else {}
    scopes: frozenset[str] | None = None
    fine = token.get("fineGrained")
    scoped = fine.get("scoped") if isinstance(fine, dict) else None
    if token.get("role") == "fineGrained" and isinstance(scoped, list):
        scopes = frozenset(
            str(scope["entity"].get("name", "")).lower()
            for scope in scoped
            if isinstance(scope, dict)
            and isinstance(scope.get("entity"), dict)
            and isinstance(scope.get("permissions"), list)
            and "repo.write" in scope["permissions"]
        )
    return Identity(
        name=one_line(answer["name"]),
        organisations=organisations,
        may_write=token.get("role") != "read",
        scopes=scopes,
        everywhere=bool(answer.get("anyNamespace")),
    )
