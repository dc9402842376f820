"""Whatever is answered, status by content type by body: what is told is true, and the work ends.

Each row is what every request of one kind gets, for ever, while five things are tried: a commit, a pull request,
reading the card, listing, and making a repo. `python -m tests.hub.test_odd_answers` prints what became of each.
"""

from __future__ import annotations

import itertools
from typing import Any, NamedTuple

import pytest

from hubtweets.errors import HubError
from hubtweets.hub.client import HubClient
from hubtweets.hub.commits import RepoChange
from hubtweets.hub.listing import Selection
from hubtweets.localhub import LocalHub
from tests.support.odd_hub import OddHub, Rule

CARD = "---\ntags:\n- huggingtweets\n---\n# Somebody\n"
THEIRS = CARD + "\n## Mine\n\nA person wrote this.\n"

HTML, JSON, TEXT, NDJSON = "text/html; charset=utf-8", "application/json", "text/plain", "application/x-ndjson"
PORTAL = "<!doctype html><html><head><title>Sign in to the network</title></head><body>…</body></html>"


class Row(NamedTuple):
    """An answer, and what each of the five ends with."""

    status: int
    kind: str
    body: str
    ends: str
    headers: dict[str, str] = {}  # noqa: RUF012  (read only)


U, R, F = "HubUnreachableError", "RepoNotFoundError", "NoWriteAccessError"
T, L, G = "TokenRejectedError", "RateLimitedError", "HubError"
# commit, pull request, reading, listing, making a repo; one word for all five where they agree
ROWS = [
    # success that is none
    Row(200, HTML, PORTAL, U),
    Row(200, HTML, "", U),
    Row(200, JSON, "", U),
    Row(200, JSON, "{}", U),
    Row(200, JSON, "null", U),
    Row(200, JSON, "[]", f"{U} {U} {U} listed-0 {U}"),
    Row(200, JSON, "[]", f"{U} {U} {U} listed-0 {U}", {"Link": '</api/models?cursor=\u00fc>; rel="next"'}),
    Row(200, JSON, '{"success": true}', U),
    Row(200, JSON, '{"success": true, "commitOid": null}', U),
    Row(200, JSON, '{"success": true, "commitOid": "main"}', U),
    Row(200, JSON, '{"commitOid": "', U),
    Row(200, TEXT, "OK", U),
    Row(200, NDJSON, '{"key": "header"}\n', U),
    Row(201, JSON, '{"status": "created"}', U),
    Row(202, JSON, '{"status": "queued"}', U),
    Row(203, HTML, PORTAL, U),
    Row(204, TEXT, "", U),
    Row(206, JSON, '{"success": true}', U),
    # elsewhere
    Row(301, HTML, "", U, {"Location": "/login"}),
    Row(302, HTML, "", U, {"Location": "/login"}),
    Row(302, HTML, "", U, {"Location": "http://portal.example/?from=hub"}),
    Row(302, HTML, "", U, {"Location": "file:///etc/passwd"}),
    Row(303, HTML, "", U, {"Location": "/login"}),
    Row(304, TEXT, "", U),
    Row(307, HTML, "", U),
    Row(308, HTML, "", U, {"Location": "http://[::1"}),
    # refusals
    Row(400, JSON, '{"error": "Bad request"}', G),
    Row(400, HTML, PORTAL, G),
    Row(400, TEXT, "", G, {"RateLimit": f'"api";r={"9" * 5000};t=1'}),
    Row(400, TEXT, "", G, {"RateLimit": f'"api";r=1;t={"9" * 400}'}),
    Row(401, JSON, '{"error": "Invalid credentials in Authorization header"}', T),
    Row(401, HTML, PORTAL, U),
    Row(402, JSON, '{"error": "Payment required: your private storage is full"}', G),
    Row(403, JSON, '{"error": "Forbidden: you must be a contributor"}', f"{F} {F} {G} {G} {F}"),
    Row(403, JSON, '{"error": "Not allowed by the resource group"}', f"{F} {F} {G} {G} {F}"),
    Row(403, JSON, '{"error": "Access to this resource is disabled."}', f"{F} {F} {G} {G} {F}"),
    Row(403, HTML, PORTAL, f"{F} {F} {G} {G} {F}"),
    Row(404, HTML, PORTAL, G),
    Row(404, JSON, '{"error": "Repository not found"}', R, {"X-Error-Code": "RepoNotFound"}),
    Row(405, TEXT, "Method Not Allowed", G),
    Row(406, TEXT, "", G),
    Row(409, JSON, '{"error": "Another operation is in progress"}', G),
    Row(409, JSON, '{"error": "You already created this model repo"}', f"{G} {G} {G} {G} there"),
    Row(410, JSON, '{"error": "Gone"}', G),
    Row(412, JSON, '{"error": "The branch was updated"}', f"CommitConflictError CommitConflictError {G} {G} {G}"),
    Row(413, JSON, '{"error": "Too large"}', G),
    Row(418, TEXT, "", G),
    Row(422, JSON, '{"error": {"message": "Unprocessable"}}', G),
    Row(423, JSON, '{"error": "Locked"}', G),
    Row(425, TEXT, "Too Early", G),
    Row(429, JSON, "{}", L),
    Row(429, JSON, '{"error": "Too many repositories created today; retry tomorrow"}', L),
    Row(429, JSON, '{"error": "rate limit for repository commits (128 per hour). Retry in about 1 hour."}', L),
    Row(429, HTML, PORTAL, L, {"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}),
    Row(429, TEXT, "", L, {"Retry-After": "99999"}),
    Row(429, TEXT, "Try again in 9 hours", L, {"Retry-After": "\u00b2"}),
    Row(431, TEXT, "", G),
    Row(451, JSON, '{"error": "Unavailable for legal reasons"}', G),
    Row(500, HTML, PORTAL, U),
    Row(500, JSON, '{"error": "Internal Error - We\'re working hard to fix this as soon as possible!"}', U),
    Row(501, TEXT, "", U),
    Row(502, HTML, "<html><center>502 Bad Gateway</center></html>", U),
    Row(503, TEXT, "", U),
    Row(504, HTML, PORTAL, U),
    Row(507, JSON, '{"error": "Insufficient Storage"}', G),
    Row(520, TEXT, "", U),
    Row(599, TEXT, "", U),
]
KINDS = ("commit", "pull request", "read", "list", "create")
PLACES = {
    "commit": "POST .*/commit/main$",
    "pull request": "POST .*/commit/main.create_pr=1$",
    "read": "GET .*/resolve/main/README",
    "list": r"GET /api/models\?",
    "create": "POST /api/repos/create",
}
_numbers = itertools.count(1)


def tried(kind: str, client: HubClient, repo: str) -> str:
    """What becomes of one of the five: a word, or the name of the error."""
    try:
        if kind == "read":
            return f"read {client.read_card(repo).text!r}"
        if kind == "list":
            return f"listed-{sum(len(page.repos) for page in client.list_models('huggingtweets', Selection()))}"
        if kind == "create":
            return "made" if client.create_repo(f"{repo}-new{next(_numbers)}") else "there"
        change = RepoChange(card=CARD)
        done = client.update_repo(repo, lambda card: change, message="Render it", pull_request=kind == "pull request")
        return "changed" if done.changed else "unchanged"
    except HubError as error:
        assert error.message
        assert error.hint, error.message
        assert "\n" not in error.message
        assert len(error.message) < 700
        return type(error).__name__


@pytest.fixture
def theirs(direct: HubClient, repo: str) -> str:
    """A repo whose card a person wrote a part of."""
    direct.update_repo(repo, lambda card: RepoChange(card=THEIRS), message="a person's")
    return repo


@pytest.mark.thorough(every=7)
@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.status} {row.kind.partition(';')[0]} {row.body[:40]}")
def test_what_is_told_is_true(client: HubClient, direct: HubClient, odd: OddHub, theirs: str, row: Row) -> None:
    head = direct.head(theirs)
    expected = dict(zip(KINDS, row.ends.split() if " " in row.ends else [row.ends] * 5, strict=True))
    found = {}
    for kind in KINDS:
        odd.seen.clear()
        odd.rules = [
            Rule(PLACES[kind], status=row.status, body=row.body, headers={"Content-Type": row.kind, **row.headers}),
            Rule("GET /login", body=PORTAL, headers={"Content-Type": HTML}),
        ]
        found[kind] = tried(kind, client, theirs)
        assert odd.asked(PLACES[kind]) <= 30, "it ends"
    odd.rules = []
    assert found == expected
    assert direct.head(theirs) == head, "nothing was committed, and nothing was said to be"
    assert direct.read_card(theirs).text == THEIRS
    assert not direct.get_json(f"/api/models/{theirs}/discussions", repo_id=theirs)["discussions"]


def main() -> None:
    """Print the table."""
    import tempfile
    from pathlib import Path

    from tests.support.clock import SkippingClock

    with tempfile.TemporaryDirectory() as folder, LocalHub(Path(folder)) as hub, OddHub(hub.endpoint) as odd:
        client = HubClient(odd.endpoint, hub.token, clock=SkippingClock())
        client.create_repo("huggingtweets/bot")
        print(f"| status | content type | body | {' | '.join(KINDS)} |")
        print("| --- " * (3 + len(KINDS)) + "|")
        for row in ROWS:
            cells: list[Any] = [
                row.status,
                row.kind.partition(";")[0],
                row.body[:40].replace("|", " ").replace("\n", " "),
            ]
            for kind in KINDS:
                headers = {"Content-Type": row.kind, **row.headers}
                login = Rule("GET /login", body=PORTAL, headers={"Content-Type": HTML})
                odd.rules = [Rule(PLACES[kind], status=row.status, body=row.body, headers=headers), login]
                cells.append(tried(kind, client, "huggingtweets/bot"))
            print("|", " | ".join(map(str, cells)), "|")
        client.close()


if __name__ == "__main__":
    main()
