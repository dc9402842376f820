"""A listing that is odd: addresses of other hosts, entries that are none, pages without end or without measure."""

from __future__ import annotations

import itertools
import json
import re
import time
from collections.abc import Callable
from typing import Any

import pytest

from hubtweets.errors import HubError, RepoNotFoundError
from hubtweets.hub import listing
from hubtweets.hub.client import HubClient
from hubtweets.hub.listing import Selection, Unlisted
from hubtweets.localhub import LocalHub
from tests.support.odd_hub import Given, OddHub, Rule

LIST = r"GET /api/models\?"


@pytest.fixture(scope="module")
def flock(hub: LocalHub) -> list[str]:
    """An organisation of seven."""
    with HubClient(hub.endpoint, hub.token) as client:
        names = [f"flock/bird{number}" for number in range(7)]
        for name in names:
            client.create_repo(name)
    return names


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "PAGE", 2)


def _all(client: HubClient, **chosen: Any) -> tuple[list[str], list[Unlisted]]:
    pages = list(client.list_models("flock", Selection(**chosen)))
    assert [page.more for page in pages[:-1]] == [True] * (len(pages) - 1)
    return [repo.id for page in pages for repo in page.repos], [one for page in pages for one in page.unreadable]


def _links(change: Callable[[str], str]) -> Rule:
    def edit(given: Given) -> Given:
        return given._replace(
            headers=[(name, change(value) if name.lower() == "link" else value) for name, value in given.headers]
        )

    return Rule(LIST, "edit", edit=edit)


@pytest.mark.parametrize("host", ["", "https://huggingface.co", "http://hub.internal:8080", "https://127.0.0.1:1"])
def test_the_next_page_is_at_this_endpoint(
    client: HubClient, odd: OddHub, hub: LocalHub, flock: list[str], small_pages: None, host: str
) -> None:
    """As a mirror leaves it, with another scheme, another host, relative (RFC 8288): path and query are kept."""
    odd.rules = [_links(lambda link: re.sub(r"<https?://[^/]+", f"<{host}", link))]
    assert sorted(_all(client)[0]) == sorted(flock)
    assert odd.asked(LIST) == 4


def test_an_endpoint_with_a_path_of_its_own(hub: LocalHub, flock: list[str], small_pages: None) -> None:
    """Behind a proxy that serves the Hub under /hf, and does not tell it."""
    with OddHub(hub.endpoint, prefix="/hf") as odd, HubClient(f"{odd.endpoint}/hf", hub.token) as client:
        assert sorted(_all(client)[0]) == sorted(flock)
        assert client.read_card(flock[0]).repo_id == flock[0]


@pytest.mark.parametrize(
    "link", ["<http://[::1>", "</login>", "<mailto:x@y>", "nonsense", "<https://evil.example/steal?api/models>"]
)
def test_a_next_page_that_is_none_ends_it(
    client: HubClient, odd: OddHub, flock: list[str], small_pages: None, link: str
) -> None:
    odd.rules = [_links(lambda _: f'{link}; rel="next"')]
    assert len(_all(client)[0]) == 2
    assert odd.asked(".") == 1


def test_pages_without_end(client: HubClient, odd: OddHub, flock: list[str], small_pages: None) -> None:
    odd.rules = [_links(lambda _: f'<{odd.endpoint}/api/models?author=flock&limit=2>; rel="next"')]
    found = _all(client)[0]
    assert len(found) == len(set(found)) <= 4
    assert odd.asked(LIST) <= 3
    number = itertools.count()
    odd.rules = [_links(lambda _: f'<{odd.endpoint}/api/models?author=flock&limit=2&x={next(number)}>; rel="next"')]
    odd.seen.clear()
    found = _all(client)[0]
    assert len(found) == len(set(found)) <= 4
    assert odd.asked(LIST) <= 3


@pytest.mark.thorough
@pytest.mark.parametrize("entries", ["[]", '[{"id": "other/bot"}]'])
def test_pages_without_end_and_without_a_model(client: HubClient, odd: OddHub, flock: list[str], entries: str) -> None:
    """An empty page may come in between; one after the other are no list."""
    number = itertools.count()

    def edit(given: Given) -> Given:
        link = f'<{odd.endpoint}/api/models?author=flock&x={next(number)}>; rel="next"'
        return Given(200, entries.encode(), [("Content-Type", "application/json"), ("Link", link)])

    odd.rules = [Rule(LIST, "edit", edit=edit)]
    with pytest.raises(HubError, match="without a model that can be read"):
        _all(client)
    assert odd.asked(LIST) < 30


def test_an_endless_name_is_told_of_in_short(client: HubClient, odd: OddHub, flock: list[str]) -> None:
    odd.rules = [Rule(LIST, "answer", body=json.dumps([{"id": "flock/" + "a" * 200_000}, {"id": flock[0]}]))]
    repos, (unreadable,) = _all(client)
    assert repos == [flock[0]]
    assert len(unreadable.name) < 200
    assert len(unreadable.reason) < 500


ODD = [
    ("null", "", "null"),
    ("7", "", "int"),
    ('{"id": "flock/\\ud800"}', "", ""),
    ('{"id": "flock/a", "sha": 7}', "flock/a", "sha"),
    ('{"id": "flock/\\u001b]0;pwned\\u0007"}', "flock/]0;pwned", "allowed"),
    ('{"id": "flock/x\\n::error::pwned"}', "flock/x ::error::pwned", "allowed"),
    ('{"id": "flock/../../etc"}', "flock/../../etc", "a namespace and a name"),
    ('{"id": "other/bot"}', "other/bot", "not of flock"),
    ('{"id": ' + "[" * 100_000 + "]" * 100_000 + "}", "", ""),
    ('{"id": "flock/deep", "cardData": ' + "[" * 100_000 + "]" * 100_000 + "}", "flock/deep", ""),
    ('{"id": "flock/cut", "sha": "\\x"}', "flock/cut", ""),
]


@pytest.mark.thorough
@pytest.mark.parametrize(("entry", "name", "reason"), ODD)
@pytest.mark.parametrize("place", [0, 3])
def test_an_odd_entry_is_its_own_failure(
    client: HubClient, odd: OddHub, flock: list[str], entry: str, name: str, reason: str, place: int
) -> None:
    def edit(given: Given) -> Given:
        entries = [json.dumps(one) for one in json.loads(given.body)]
        entries.insert(place, entry)
        return given._replace(body=f"[{','.join(entries)}]".encode())

    odd.rules = [Rule(LIST, "edit", edit=edit)]
    repos, unreadable = _all(client)
    assert sorted(repos) == sorted(flock)
    assert len(unreadable) == 1
    assert unreadable[0].name == name
    assert reason in unreadable[0].reason
    assert unreadable[0].reason.isprintable()


def test_huge_card_data_is_left_undecoded(client: HubClient, odd: OddHub, flock: list[str]) -> None:
    def edit(given: Given) -> Given:
        digits = b'"cardData": {"hubtweets": ' + b"9" * 5000 + b'}, "id": "flock/bird3"'
        return given._replace(body=re.sub(rb'"id":\s*"flock/bird3"', digits, given.body))

    odd.rules = [Rule(LIST, "edit", edit=edit)]
    assert sorted(_all(client)[0]) == sorted(flock)


def test_a_page_that_is_too_large_is_asked_for_in_smaller_ones(
    client: HubClient, odd: OddHub, flock: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "PAGE", 10)
    monkeypatch.setattr(listing, "LARGEST_PAGE", 700)
    assert sorted(_all(client)[0]) == sorted(flock)
    monkeypatch.setattr(listing, "LARGEST_PAGE", 10)
    with pytest.raises(HubError, match="lists a model of flock with more than"):
        _all(client)


@pytest.mark.parametrize("limit", ["-30", "many", "9" * 5000, ""])
def test_a_page_of_an_odd_number_of_models_ends(limit: str) -> None:
    assert listing._smaller(f"/api/models?limit={limit}", [])[2] == 0


def test_case_is_no_difference(client: HubClient, odd: OddHub, flock: list[str]) -> None:
    def edit(given: Given) -> Given:
        entries = json.loads(given.body)
        return given._replace(body=json.dumps([*entries, {**entries[0], "id": entries[0]["id"].title()}]).encode())

    odd.rules = [Rule(LIST, "edit", edit=edit)]
    assert len(_all(client)[0]) == len(flock)


def test_an_organisation_that_is_not_there(client: HubClient) -> None:
    with pytest.raises(RepoNotFoundError, match="no organisation or user 'flokc'"):
        list(client.list_models("flokc"))


def test_what_is_chosen(client: HubClient, flock: list[str], small_pages: None) -> None:
    assert len(_all(client, limit=3)[0]) == 3
    assert _all(client, only="*bird5")[0] == ["flock/bird5"]
    assert _all(client, only="FLOCK/bird5")[0] == ["flock/bird5"]
    assert _all(client, since="2999-01-01")[0] == []


@pytest.mark.slow
def test_linear() -> None:
    """What is cut by hand, because one entry is no JSON: four times as much takes about four times as long."""

    def seconds(count: int, piece: bytes) -> float:
        best = 9.0
        for _ in range(3):
            start = time.process_time()
            listing._entries(b"[" + piece * count)
            best = min(best, time.process_time() - start)
        return best

    for piece in (b'"\\"', b"[", b'{"a":', b"\\", b'"\\\\', b",", b'{"id":"a"},'):
        assert seconds(80_000, piece) < 8 * max(seconds(20_000, piece), 0.002), piece
