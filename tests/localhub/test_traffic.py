"""Rate limits, faults on purpose, and the request log, each as a client sees it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from hubtweets.errors import UsageError
from hubtweets.localhub import Fault, LocalHub


class Clock:
    """Time that stands still until it is told."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def limited(tmp_path: Path, clock: Clock) -> Iterator[LocalHub]:
    """A Hub with 3 API requests and 2 downloads in 100 seconds."""
    with LocalHub(tmp_path / "hub", limits={"api": 3, "resolvers": 2}, window=100, clock=clock) as hub:
        yield hub


def test_limit_by_bucket_and_caller(limited: LocalHub, as_web: Callable[..., Any], clock: Clock) -> None:
    web = as_web(limited)
    web.create("huggingtweets/ada")
    answers = [web.get("/api/models") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert [answer.headers["RateLimit"] for answer in answers] == [
        '"api";r=1;t=100', '"api";r=0;t=100', '"api";r=0;t=100',
    ]  # fmt: skip
    assert answers[0].headers["RateLimit-Policy"] == '"fixed window";"api";q=3;w=100'
    url = "/huggingtweets/ada/resolve/main/.gitattributes"
    assert [web.get(url).status_code for _ in range(3)] == [200, 200, 429]  # a bucket of its own
    assert [web.get("/").status_code for _ in range(5)] == [200] * 5  # pages have no limit here
    assert (
        as_web(limited, limited.read_token).get("/api/models").status_code == 200
    )  # nor has another caller used it up
    clock.now += 60
    assert web.get("/api/models").headers["RateLimit"] == '"api";r=0;t=40'
    clock.now += 40
    assert web.get("/api/models").headers["RateLimit"] == '"api";r=2;t=100'


def test_huggingface_hub_reads_the_limit(tmp_path: Path) -> None:
    from huggingface_hub import HfApi
    from huggingface_hub.errors import HfHubHTTPError

    with LocalHub(tmp_path / "hub", limits={"api": 1}) as hub:
        api = HfApi(endpoint=hub.endpoint, token=hub.token)
        api.whoami()
        with pytest.raises(HfHubHTTPError, match="rate limit") as caught:
            api.model_info("huggingtweets/ada")
    assert caught.value.response.status_code == 429


@pytest.mark.parametrize("status", [429, 500, 503, 504])
def test_fault_status(hub: LocalHub, web: Any, status: int) -> None:
    hub.set_faults(Fault(kind="status", status=status, path="^/api/models", methods=["GET"]))
    assert web.get("/api/models").status_code == status
    assert web.get("/api/whoami-v2").status_code == 200  # another path
    web.create("huggingtweets/ada")  # another method
    hub.set_faults()
    assert web.get("/api/models").status_code == 200


def test_fault_reset_before_the_work(hub: LocalHub, web: Any) -> None:
    repo = web.create("huggingtweets/ada")
    hub.set_faults(Fault(kind="reset-before", path="/commit/"))
    with pytest.raises(httpx2.TransportError):
        web.commit(repo, {"a.txt": b"x"})
    assert web.history(repo) == ["initial commit"]


def test_fault_reset_after_the_work(hub: LocalHub, web: Any) -> None:
    repo = web.create("huggingtweets/ada")
    hub.set_faults(Fault(kind="reset-after", path="/commit/", times=1))
    with pytest.raises(httpx2.TransportError):
        web.commit(repo, {"a.txt": b"x"}, summary="done all the same")
    assert web.history(repo) == ["done all the same", "initial commit"]
    assert web.commit(repo, {"a.txt": b"y"}).status_code == 200  # once only


def test_fault_cut_in_the_body(hub: LocalHub, web: Any) -> None:
    repo = web.create("huggingtweets/ada")
    web.commit(repo, {"a.txt": b"x" * 100_000})
    hub.set_faults(Fault(kind="cut", path="/resolve/"))
    got: list[bytes] = []
    with web.client.stream("GET", f"/{repo}/resolve/main/a.txt") as answer:
        assert (answer.status_code, answer.headers["content-length"]) == (200, "100000")
        pieces = answer.iter_raw()
        with pytest.raises(httpx2.TransportError):
            got.extend(pieces)
    assert 0 < len(b"".join(got)) <= 50_000


def test_fault_delay(hub: LocalHub, web: Any) -> None:
    hub.set_faults(Fault(kind="delay", seconds=1.0, path="whoami"))
    with pytest.raises(httpx2.ReadTimeout):
        web.get("/api/whoami-v2", timeout=0.3)
    hub.set_faults(Fault(kind="delay", seconds=0.05, path="whoami"))
    assert web.get("/api/whoami-v2").status_code == 200


def test_share_of_requests_is_seeded(hub: LocalHub, web: Any) -> None:
    def codes(seed: int) -> list[int]:
        hub.set_faults(Fault(kind="status", status=503, share=0.3, path="whoami"), seed=seed)
        return [web.get("/api/whoami-v2").status_code for _ in range(60)]

    first = codes(1)
    assert first == codes(1)
    assert first != codes(2)
    assert 5 <= first.count(503) <= 35


def test_faults_over_http(web: Any) -> None:
    plan = {"seed": 3, "faults": [{"kind": "status", "status": 504, "path": "whoami"}]}
    assert web.put("/_faults", json=plan).status_code == 200
    assert web.get("/api/whoami-v2").status_code == 504
    assert web.get("/_faults").json()["faults"][0]["status"] == 504
    for bad in ({"faults": [{"kind": "dance"}]}, {"faults": [{"kind": "status", "share": 2}]}, {"fault": []},
                {"faults": [{"kind": "status", "path": "("}]},
                {"faults": [{"kind": "status", "path": "a{99999999999}"}]}):  # fmt: skip
        assert web.put("/_faults", json=bad).status_code == 400
    assert web.delete("/_faults").json() == {"faults": [], "seed": 0}
    assert web.get("/api/whoami-v2").status_code == 200


def test_request_log(hub: LocalHub, web: Any) -> None:
    repo = web.create("huggingtweets/ada")
    hub.clear_requests()
    hub.set_faults(Fault(kind="reset-after", path="whoami"))
    web.commit(repo, {"a.txt": b"x"})
    with pytest.raises(httpx2.TransportError):
        web.get("/api/whoami-v2?a=b")
    logged = web.get("/_requests").json()
    assert [(entry["method"], entry["path"], entry["status"], entry["fault"], entry["user"]) for entry in logged] == [
        ("POST", f"/api/models/{repo}/commit/main", 200, None, "me"),
        ("GET", "/api/whoami-v2", None, "reset-after", "me"),
    ]
    assert logged[0]["received"] > 50
    assert logged[1]["query"] == "a=b"
    assert hub.token not in web.get("/_requests").text
    assert len(hub.requests) == 2
    web.delete("/_requests")
    assert hub.requests == []


def test_only_the_first_user_has_these_tools(town: LocalHub, as_web: Callable[..., Any]) -> None:
    plan = {"faults": [{"kind": "status"}]}
    for token, status in (("", 401), ("hf_ada_read", 403), ("hf_bo", 403), ("hf_ada", 200)):
        web = as_web(town, token)
        codes = [web.get("/_requests").status_code, web.put("/_faults", json=plan).status_code,
                 web.delete("/_faults").status_code, web.delete("/_requests").status_code]  # fmt: skip
        assert codes == [status] * 4, token


def test_bad_limits_are_refused(tmp_path: Path) -> None:
    for limits, window in (({"else": 1}, 1.0), ({"api": 0}, 1.0), ({}, 0.0), ({}, math.nan), ({}, math.inf)):
        with pytest.raises(UsageError, match="limits are"):
            LocalHub(tmp_path, limits=limits, window=window)
