"""Users, organisations and tokens of a local Hub, kept in `accounts.json` in its folder."""

from __future__ import annotations

import copy
import hashlib
import secrets
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from hubtweets._shared.disk import write_bytes
from hubtweets.errors import LocalHubError

Role = Literal["write", "read"]
OrgRole = Literal["no access", "read", "contributor", "write", "admin"]
"""What a member may do (https://huggingface.co/docs/hub/organizations-security): a contributor makes repos and changes
those only; `no access` sees what everybody sees."""


class Token(msgspec.Struct, kw_only=True, omit_defaults=True):
    """A token of a user. `repos` (ids as `model/ns/name`) narrows it to them; `expires` is a Unix time; `author`
    stands in its commits in place of the user."""

    token: str
    role: Role = "write"
    name: str = ""
    repos: list[str] | None = None
    expires: float | None = None
    author: str = ""


class User(msgspec.Struct, kw_only=True, omit_defaults=True):
    """A person. With `any_namespace` its write tokens may write everywhere, and create in any namespace."""

    name: str
    fullname: str = ""
    email: str = ""
    tokens: list[Token] = []
    any_namespace: bool = False


class Organisation(msgspec.Struct, kw_only=True, omit_defaults=True):
    """An organisation; `members` are user names, and `roles` says what those may do who are no admins. With
    `private_by_default` its new repos are private."""

    name: str
    fullname: str = ""
    members: list[str] = []
    roles: dict[str, OrgRole] = {}
    private_by_default: bool = False


class Publisher(msgspec.Struct, kw_only=True, omit_defaults=True):
    """A trusted publisher: jobs of the CI `repository` (`owner/name`) may write to the Hub repo `repo_id`. Where
    branch, workflow (a file's name) or environment are given, the job's have to be these; or it may `read_only`."""

    repo_id: str
    repository: str
    repo_type: str = "model"
    branch: str = ""
    workflow: str = ""
    environment: str = ""
    read_only: bool = False

    @property
    def id(self) -> str:
        """What it is called in its repo's settings."""
        return hashlib.sha256(msgspec.json.encode(self)).hexdigest()[:24]


class Accounts(msgspec.Struct, kw_only=True):
    """All of them. The first user is the one that the tools are pointed at."""

    users: list[User] = []
    organisations: list[Organisation] = []
    publishers: list[Publisher] = []


class Caller(NamedTuple):
    """Who sent a request: nobody (`user` is None), or a user through a token."""

    user: User | None
    token: Token | None

    @property
    def name(self) -> str | None:
        """The user's name."""
        return self.user.name if self.user else None


NOBODY = Caller(None, None)


def new_token() -> str:
    """A token in the Hub's form."""
    return "hf_" + secrets.token_hex(17)


def default_accounts() -> Accounts:
    """One user, `me`, who may write everywhere and is in the organisation `huggingtweets`."""
    me = User(name="me", fullname="Me", email="me@localhost", any_namespace=True)
    return Accounts(users=[me], organisations=[Organisation(name="huggingtweets", members=["me"])])


def covers(token: Token, repo: str | None) -> bool:
    """Whether a repo is one that a token is for."""
    return token.repos is None or (repo is not None and repo.lower() in (known.lower() for known in token.repos))


class Keys:
    """Answers who a token is and what it may do. Safe for several threads."""

    def __init__(self, path: Path, declared: Accounts | None = None) -> None:
        self._path = path
        self._lock = threading.Lock()
        stored = self._read()
        self.accounts = copy.deepcopy(declared) or stored or default_accounts()
        if declared is not None and stored is not None:  # tokens that were not declared stay those of last time
            known = {user.name: user.tokens for user in stored.users}
            for user in self.accounts.users:
                roles = {token.role for token in user.tokens}
                user.tokens += [token for token in known.get(user.name, []) if token.role not in roles]
        if not self.accounts.users:
            self.accounts.users = default_accounts().users
        for user in self.accounts.users:
            for role in ("write", "read"):
                if not any(token.role == role and token.repos is None for token in user.tokens):
                    user.tokens.append(Token(token=new_token(), role=role, name=role))
        self._save()

    def _read(self) -> Accounts | None:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Accounts)
        except FileNotFoundError:
            return None
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, OSError) as error:
            raise LocalHubError(
                f"{self._path.name} of the local Hub cannot be read: {error}",
                path=self._path,
                hint=f"Correct {self._path}, or delete it for a new user with new tokens.",
            ) from None

    def _save(self) -> None:
        content = msgspec.json.format(msgspec.json.encode(self.accounts), indent=2)
        write_bytes(self._path, content, private=True)
        self._by_digest = {
            hashlib.sha256(token.token.encode()).digest(): Caller(user, token)
            for user in self.accounts.users
            for token in user.tokens
        }
        self._users = {user.name.lower(): user for user in self.accounts.users}
        self._orgs = {org.name.lower(): org for org in self.accounts.organisations}

    @property
    def first(self) -> User:
        """The user that the tools are pointed at."""
        return self.accounts.users[0]

    def token_of(self, user: User, role: Role) -> str:
        """The user's token of this role."""
        return next(token.token for token in user.tokens if token.role == role and token.repos is None)

    def find(self, token: str, *, now: float) -> Caller | None:
        """Whose token this is; compared by digest, so timing tells nothing about it."""
        caller = self._by_digest.get(hashlib.sha256(token.encode()).digest())
        if caller is None or caller.token is None:
            return None
        return None if caller.token.expires is not None and caller.token.expires < now else caller

    def add_token(self, user: User, token: Token, *, now: float) -> None:
        """Give a user one more token, and forget those that have expired."""
        with self._lock:
            user.tokens = [old for old in user.tokens if old.expires is None or old.expires > now] + [token]
            self._save()

    def add_publisher(self, publisher: Publisher) -> None:
        """Trust the jobs of a CI repository with a Hub repo."""
        with self._lock:
            if publisher not in self.accounts.publishers:
                self.accounts.publishers.append(publisher)
                self._save()

    def publishers(self, repo_type: str, repo_id: str) -> list[Publisher]:
        """The trusted publishers of a repo."""
        return [
            publisher
            for publisher in self.accounts.publishers
            if (publisher.repo_type, publisher.repo_id.lower()) == (repo_type, repo_id.lower())
        ]

    def remove_publisher(self, repo_type: str, repo_id: str, publisher_id: str) -> bool:
        """Trust a publisher no more; False when there is none of this id."""
        with self._lock:
            gone = [known for known in self.publishers(repo_type, repo_id) if known.id == publisher_id]
            self.accounts.publishers = [known for known in self.accounts.publishers if known not in gone]
            self._save()
        return bool(gone)

    def repo_went(self, repo_type: str, repo_id: str, to_id: str | None = None) -> None:
        """A repo was deleted, or moved to another id: what was allowed for it goes with it, and not to the next one."""
        name = f"{repo_type}/{repo_id}".lower()
        with self._lock:
            for publisher in self.publishers(repo_type, repo_id):
                self.accounts.publishers.remove(publisher)
                if to_id is not None:
                    self.accounts.publishers.append(msgspec.structs.replace(publisher, repo_id=to_id))
            for token in (token for user in self.accounts.users for token in user.tokens if token.repos is not None):
                token.repos = [known for known in token.repos or () if known.lower() != name]
                # a token of a moved repo does not follow it: on the Hub it is asked for anew
            self._save()

    def user(self, name: str) -> User | None:
        """A user by name, without regard to case."""
        return self._users.get(name.lower())

    def organisation(self, name: str) -> Organisation | None:
        """An organisation by name, without regard to case."""
        return self._orgs.get(name.lower())

    def organisations_of(self, user: User) -> Sequence[Organisation]:
        """Those that the user is a member of."""
        return [org for org in self.accounts.organisations if user.name in org.members]

    def role(self, caller: Caller, namespace: str) -> OrgRole | None:
        """What the caller may do in a namespace: all in one's own, and in an organisation what its roles say."""
        user = caller.user
        if user is None:
            return None
        org = self.organisation(namespace)
        if org is not None and user.name in org.members:
            return org.roles.get(user.name, "admin")
        own = user.name.lower() == namespace.lower() or (user.any_namespace and self.user(namespace) in (None, user))
        return "admin" if own else None

    def may_read(self, caller: Caller, namespace: str, repo: str | None = None) -> bool:
        """Whether the caller sees the private repos of a namespace; `repo` is `type/ns/name`."""
        if self.role(caller, namespace) in (None, "no access"):
            return False
        return caller.token is None or covers(caller.token, repo)

    def may_create(self, caller: Caller, namespace: str, repo: str) -> bool:
        """Whether the caller's token may make a repo there; `repo` is `type/ns/name`."""
        token = caller.token
        if token is None or token.role != "write" or not covers(token, repo):
            return False
        return self.role(caller, namespace) in ("contributor", "write", "admin")

    def may_write(self, caller: Caller, namespace: str, repo: str, *, creator: str = "") -> bool:
        """Whether the caller's token may write to a repo, `type/ns/name`; a contributor only as its `creator`."""
        role = self.role(caller, namespace)
        return self.may_create(caller, namespace, repo) and (role != "contributor" or caller.name == creator)

    def visible(self, caller: Caller) -> frozenset[str] | None:
        """The namespaces whose private repos the caller may list; None means all."""
        user = caller.user
        if user is None:
            return frozenset()
        if caller.token is not None and caller.token.repos is not None:
            return frozenset()
        alone = len(self.accounts.users) == 1 and not any(org.roles for org in self.accounts.organisations)
        if user.any_namespace and alone:
            return None
        orgs = (org.name for org in self.organisations_of(user) if org.roles.get(user.name) != "no access")
        return frozenset({user.name, *orgs})

    def adopt(self, namespace: str, caller: Caller) -> None:
        """Make a namespace that nobody has an organisation of the caller, who may write everywhere."""
        if caller.user is None or not caller.user.any_namespace:
            return
        with self._lock:
            if self.user(namespace) is None and self.organisation(namespace) is None:
                org = Organisation(name=namespace, members=[caller.user.name])
                self.accounts.organisations.append(org)
                self._save()
