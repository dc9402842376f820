"""One request on its way through the Hub: who sent it, what it names, and how the answer is written."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote, unquote

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from hubtweets.localhub.accounts import NOBODY, Caller, Keys, covers
from hubtweets.localhub.network import is_loopback
from hubtweets.localhub.refusals import Refusal, bad_request, disabled, forbidden, repo_not_found, unauthorized
from hubtweets.localhub.storage.gitrepo import Author
from hubtweets.localhub.storage.index import Row
from hubtweets.localhub.storage.store import Store

if TYPE_CHECKING:
    from hubtweets.localhub.jobs import Jobs

PREFIX = {"model": "", "dataset": "datasets/", "space": "spaces/"}


class Site(NamedTuple):
    """What every request shares."""

    store: Store
    keys: Keys
    endpoint: str
    body_limit: int
    tokens_required: bool
    secret: bytes
    part_size: int
    jobs: Jobs | None = None


@dataclass
class Call:
    """A request with its body read. `params` are the parts of the path, decoded; a `spool` is a body kept in a file."""

    site: Site
    request: Request
    params: Mapping[str, str]
    body: bytes = b""
    spool: IO[bytes] | None = None
    caller: Caller = field(default=NOBODY)

    @property
    def store(self) -> Store:
        """The store."""
        return self.site.store

    @property
    def endpoint(self) -> str:
        """This Hub's address as the client knows it, which may be one of several: behind a proxy on this machine, the
        proxy's."""
        headers = self.request.headers
        client = self.request.client
        behind = client is not None and is_loopback(client.host)
        scheme = _first(headers.get("x-forwarded-proto"), _SCHEME) if behind else None
        host = _first(headers.get("x-forwarded-host"), _HOST) if behind else None
        port = _first(headers.get("x-forwarded-port"), _PORT) if behind else None
        prefix = _first(headers.get("x-forwarded-prefix"), _PREFIX) if behind else None
        if host and port and not _HAS_PORT.search(host) and port != {"https": "443"}.get(scheme or "http", "80"):
            host = f"{host}:{port}"
        host = host or _first(headers.get("host"), _HOST)
        if host is None:
            return self.site.endpoint
        return f"{scheme or 'http'}://{host}{(prefix or '').rstrip('/')}"

    def url(self, row: Row) -> str:
        """The address of a repo's page."""
        return f"{self.endpoint}/{PREFIX[row.type]}{row.id}"

    @property
    def query(self) -> Mapping[str, str]:
        """The query string; the last value of each name."""
        return self.request.query_params

    def many(self, name: str) -> list[str]:
        """All values of a query parameter, written `name=a&name=b` or `name[]=a`."""
        values = self.request.query_params
        return [*values.getlist(name), *values.getlist(f"{name}[]")]

    def flag(self, name: str) -> bool:
        """A query parameter that is on or off."""
        return self.query.get(name, "").lower() in ("1", "true", "yes")

    def number(self, name: str, default: int | None = None) -> int:
        """A query parameter that is a whole number.

        Raises:
            Refusal: 400 when it is not, or is missing where there is no default.
        """
        text = self.query.get(name)
        found = default if text is None else whole(text)
        if found is None:
            raise bad_request(f'"{name}" must be a whole number')
        return found

    def object(self) -> dict[str, Any]:
        """The body as a JSON object.

        Raises:
            Refusal: 400 when it is none.
        """
        try:
            data = msgspec.json.decode(self.body or b"{}")
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise bad_request(f"the body is not JSON: {error}") from None
        if not isinstance(data, dict):
            raise bad_request("the body must be a JSON object")
        return data

    # -- who may do what -------------------------------------------------------------------------------------------

    def user(self) -> str:
        """The caller's name.

        Raises:
            Refusal: 401 without a token.
        """
        if self.caller.name is None:
            raise unauthorized()
        return self.caller.name

    @property
    def author(self) -> Author:
        """The caller as git writes it; a trusted publisher's commits are `[OIDC]`'s."""
        user = self.user()
        return Author.of((self.caller.token.author if self.caller.token else "") or user)

    def repo(self, *, write: bool = False, content: bool = False) -> Row:
        """The repo that the path names.

        With `write` the caller must be allowed to change it; with `content`, to read a gated repo's files.

        Raises:
            Refusal: RepoNotFound (also for private repos of others), a redirect to its new name, 403 or GatedRepo; 403
                for a repo that is disabled.
        """
        repo_type = self.params.get("kind", "models").removesuffix("s")
        asked = f"{self.params.get('ns', '')}/{self.params['name']}"
        return self.find(repo_type, asked, write=write, content=content)

    def find(
        self, repo_type: str, asked: str, *, write: bool = False, content: bool = False, in_path: bool = True
    ) -> Row:
        """The repo of this type and id; see `repo`. A name that is not in the path must be the one it has now."""
        row = self.store.index.get(repo_type, asked)
        moved = self.store.index.moved_to(repo_type, asked) if row is None and in_path else None
        if moved is not None:
            row = self.store.index.get(repo_type, moved)
        keys, known = self.site.keys, self.caller.user is not None
        if row is None or (row.private and not keys.may_read(self.caller, row.author, f"{row.type}/{row.id}")):
            raise repo_not_found(known_caller=known)
        if row.disabled:
            raise disabled()
        if write:
            self.need_write(row)
        if in_path and row.id != asked:  # renamed, or written in another case: the Hub sends the client there
            path = self.request.scope["path"].replace(f"/{asked}", f"/{row.id}", 1)
            path = "%2F".join(map(quote, path.split("%2F")))  # slashes that are no separators stay encoded
            query = self.request.url.query
            address = self.endpoint + path + (f"?{query}" if query else "")
            raise Refusal(307, f"Temporary Redirect. Redirecting to {path}", headers={"Location": address})
        if content and row.gated and not keys.may_read(self.caller, row.author, f"{row.type}/{row.id}"):
            access = self.store.meta(row).access.get(self.caller.name or "")
            if access is None or access["status"] != "accepted":
                self.refuse_gated(row)
        return row

    def refuse_gated(self, row: Row) -> None:
        """Say that the files of a gated repo are not for this caller."""
        status = 403 if self.caller.user else 401
        message = (
            f"Access to {row.type} {row.id} is restricted and you are not in the authorized list. "
            f"Visit {self.url(row)} to ask for access."
        )
        raise Refusal(status, message, code="GatedRepo")

    def need_writer(self, row: Row | None = None) -> None:
        """See that there is a write token, whatever it may write to: it can propose and comment anywhere, unless it is
        for some repos only and `row` is none of them."""
        token = self.caller.token
        if token is None:
            raise unauthorized()
        if token.role != "write":
            raise forbidden("You must use a write token")
        if token.repos is not None and (row is None or not covers(token, f"{row.type}/{row.id}")):
            raise forbidden("This token is for another repo")

    def need_write(self, row: Row) -> None:
        """See that the caller may change this repo."""
        if self.caller.token is None:
            raise unauthorized()
        creator = self.store.meta(row).creator if self.site.keys.role(self.caller, row.author) == "contributor" else ""
        if not self.site.keys.may_write(self.caller, row.author, f"{row.type}/{row.id}", creator=creator):
            raise forbidden(f"You don't have the required permissions to perform this action on {row.id}")


def identify(keys: Keys, authorization: str | None, *, now: float) -> Caller:
    """The caller that an Authorization header names; git sends the token as the password of Basic.

    Raises:
        Refusal: 401 when the token is not known.
    """
    if not authorization:
        return NOBODY
    scheme, _, value = authorization.partition(" ")
    token = value.strip()
    if scheme.lower() == "basic":
        try:
            _, _, token = base64.b64decode(value, validate=True).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError):
            token = ""
    caller = keys.find(token, now=now) if token else None
    if caller is None:
        raise unauthorized("Invalid credentials in Authorization header")
    return caller


class Address(NamedTuple):
    """A method and path that the Hub answers.

    A request to change something that has no token is refused before its body is read, unless the address is `open`
    to all. `signed` ones need no token at all: the address itself is the permission. Where `admit` is given, it is
    asked before the body is read too, and the body, up to the Hub's limit, is kept in a file.
    """

    methods: str
    path: str
    handler: Callable[[Call], Response]
    signed: bool = False
    open: bool = False
    admit: Callable[[Call], None] | None = None


class Streamed(NamedTuple):
    """An address whose handler reads the body itself, piece by piece."""

    methods: str
    path: str
    handler: Callable[[Call], Awaitable[Response]]
    signed: bool = True


_SCHEME = re.compile(r"https?", re.ASCII)
_HOST = re.compile(r"(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?", re.ASCII)
_PORT = re.compile(r"[0-9]{1,5}", re.ASCII)
_PREFIX = re.compile(r"(?:/[A-Za-z0-9._~-]+)*/?", re.ASCII)
_HAS_PORT = re.compile(r":[0-9]+\Z")


def _first(value: str | None, form: re.Pattern[str]) -> str | None:
    """The first of a header's values, which is what the client's side saw, where it has the form."""
    first = (value or "").partition(",")[0].strip()
    return first if form.fullmatch(first) else None


class Json(Response):
    """A JSON answer."""

    media_type = "application/json; charset=utf-8"

    def render(self, content: Any) -> bytes:
        """See `Response.render`."""
        return msgspec.json.encode(content)


def header_text(text: str) -> str:
    """Text in one line of ASCII, as a header can hold it."""
    return re.sub(r"[^\x20-\x7e]", "?", text.replace("\n", " "))


def whole(text: str) -> int | None:
    """The whole number that a text is, or None; none has more than 18 digits."""
    return int(text) if re.fullmatch(r"[0-9]{1,18}", text) else None


def refused(refusal: Refusal) -> Response:
    """A refusal as the Hub writes it."""
    headers = {"X-Error-Message": header_text(refusal.message), **refusal.headers}
    if refusal.code:
        headers["X-Error-Code"] = refusal.code
    return Json({"error": refusal.message}, refusal.status, headers)


_SPECIAL_REF = re.compile(r"((?:pr|convert)/[^/]+)/?(.*)", re.DOTALL)


def decode_params(params: Mapping[str, str]) -> dict[str, str]:
    """The parts of a path; an encoded slash was kept as %2F until here, so that a ref with slashes is one part.

    Raises:
        Refusal: 400 for bytes that cannot be in a name.
    """
    decoded = {name: unquote(value) for name, value in params.items()}
    if any("\x00" in value or "\ufffd" in value for value in decoded.values()):
        raise bad_request("Invalid characters in the path")
    special = _SPECIAL_REF.match(decoded.get("path", "")) if decoded.get("rev") == "refs" else None
    if special:  # refs/pr/1/file, its slashes not encoded
        decoded |= {"rev": f"refs/{special[1]}", "path": special[2]}
    return decoded
