"""What will not get better is said at once, with its cause and what to do; a token goes only where it belongs."""

from __future__ import annotations

import http.server
import os
import shutil
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from huggingface_hub import JobInfo, constants

from hubtweets.errors import (
    BaseModelError,
    HubError,
    HubUnreachableError,
    MissingExtraError,
    NotLoggedInError,
    TokenRejectedError,
    UsageError,
)
from hubtweets.hub.client import HubClient
from hubtweets.hub.failures import translated
from hubtweets.hub.tokens import token_for
from hubtweets.hub.transport import proxy_for
from hubtweets.localhub import LocalHub
from hubtweets.model import find_base_model
from tests.support.clock import SkippingClock
from tests.support.odd_hub import Given, OddHub, Rule
from tests.support.process import run_command

STORED = "hf_" + "s" * 34
GIVEN = "hf_" + "g" * 34
SCOPED = (
    '{"name": "ann", "orgs": [{"name": "choir"}], "auth": {"accessToken": {"role": "fineGrained", "fineGrained": '
    '{"scoped": %s}}}}'
)


@pytest.fixture
def with_tls(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A server whose certificate nobody knows, and its file."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs openssl to make a certificate")
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    command = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    command += ["-addext", "subjectAltName=DNS:localhost", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Nothing)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda request, client_address: None  # type: ignore[method-assign]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"https://localhost:{server.server_address[1]}", certificate
    server.shutdown()
    server.server_close()
    thread.join()


class _Nothing(http.server.BaseHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        self.send_response(404)
        self.send_header("X-Error-Code", "RepoNotFound")
        self.send_header("Content-Length", "0")
        self.end_headers()


def test_a_certificate_that_is_not_known(with_tls: tuple[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    endpoint, certificate = with_tls
    clock = SkippingClock()
    with HubClient(endpoint, clock=clock) as client, pytest.raises(HubUnreachableError, match="certificate") as caught:
        client.read_card("huggingtweets/bot")
    assert "SSL_CERT_FILE" in str(caught.value.hint)
    assert clock.skipped == 0, "not tried again"
    for name in ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.setenv("SSL_CERT_FILE", "")
        monkeypatch.delenv("SSL_CERT_FILE")
        monkeypatch.setenv(name, str(certificate))
        with HubClient(endpoint) as client, pytest.raises(HubError, match="no repo"):
            client.read_card("huggingtweets/bot")
        monkeypatch.delenv(name)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate) + "-not")
    with HubClient(endpoint) as client, pytest.raises(UsageError, match="cannot be read"):
        client.read_card("huggingtweets/bot")


@pytest.mark.thorough
@pytest.mark.parametrize("name", ["HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"])
def test_offline(hub: LocalHub, tmp_path: Path, name: str) -> None:
    """The network is not touched; a local Hub is none, uploads included, and no proxy is asked for it."""
    large = tmp_path / "model.safetensors"
    large.write_bytes(b"\x02" * 200_000)
    script = f"""
from pathlib import Path
from hubtweets.errors import HubUnreachableError
from hubtweets.hub.client import HubClient
from hubtweets.hub.failures import translated
from hubtweets.hub.commits import RepoChange
try:
    HubClient("https://hub.example").read_card("a/b")
except HubUnreachableError as error:
    print(error)
with HubClient({hub.endpoint!r}, {hub.token!r}) as client:
    client.create_repo("me/offline-{name.lower()}")
    change = RepoChange(files={{"model.safetensors": Path({str(large)!r})}})
    print(client.update_repo("me/offline-{name.lower()}", lambda card: change, message="it").changed)
"""
    env = {**os.environ, name: "1", "HTTP_PROXY": "http://127.0.0.1:9"}  # where nothing listens
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, env=env)
    assert done.stdout.splitlines() == [f"{name} is set, so no Hub can be reached.", "True"], done.stderr


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1:8000", "huggingface.co", "ftp://huggingface.co", "http://", "https://a b", "https://x:y@huggingface.co",
     "http://[::1", "https://h/?a=b", "https://h\x1b[0m"],
)  # fmt: skip
def test_an_address_that_is_none(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="not the address of a Hub") as caught:
        HubClient(address)
    assert "y@" not in str(caught.value)
    monkeypatch.setattr(constants, "ENDPOINT", address)
    with pytest.raises(UsageError, match="HF_ENDPOINT"):
        HubClient()


def test_an_empty_address_is_none_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constants, "ENDPOINT", "")
    with HubClient() as client:
        assert client.endpoint == "https://huggingface.co"
    with HubClient("https://hub.example/") as client:
        assert client.endpoint == "https://hub.example"


def test_socks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks5://me:secret@127.0.0.1:9")
    monkeypatch.setitem(sys.modules, "socksio", None)
    with pytest.raises(MissingExtraError) as caught, HubClient("https://hub.example") as client:
        client.read_card("a/b")
    assert caught.value.extra == "socks"
    assert "secret" not in str(caught.value)
    monkeypatch.setenv("ALL_PROXY", "gopher://127.0.0.1:9")
    with pytest.raises(UsageError, match="proxy"), HubClient("https://hub.example") as client:
        client.read_card("a/b")


def test_a_proxy_that_is_none_in_a_new_process(tmp_path: Path) -> None:
    """huggingface_hub makes a client of its own there, which knows the proxy before ours does."""
    env = {**os.environ, "HF_HOME": str(tmp_path), "HF_TOKEN": STORED, "HTTP_PROXY": "gopher://me:secret@127.0.0.1:9"}
    ended = run_command("rerender", "choir", "--hub", "https://hub.example", env=env)
    assert ended.returncode == 2
    assert "The proxy of the environment, gopher://127.0.0.1:9, cannot be used" in ended.stderr
    assert "secret" not in ended.stdout + ended.stderr


def test_only_the_proxy_that_is_used_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://plain.example:1")
    monkeypatch.setenv("HTTPS_PROXY", "https://me:secret@proxy.example:2")
    monkeypatch.setenv("NO_PROXY", "inside.example")
    assert proxy_for("https://hub.example") == "https://proxy.example:2"
    assert proxy_for("http://hub.example:8000/a") == "http://plain.example:1"
    assert proxy_for("https://hub.inside.example") == ""
    assert proxy_for("http://127.0.0.1:8000/a") == ""
    monkeypatch.delenv("HTTPS_PROXY")
    assert proxy_for("https://hub.example") == ""


def test_a_proxy_that_is_dead_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = SkippingClock()
    monkeypatch.setenv("HTTPS_PROXY", "http://me:secret@127.0.0.1:9")
    with HubClient("https://hub.example", clock=clock) as client, pytest.raises(HubUnreachableError) as caught:
        client.read_card("a/b")
    assert "through the proxy http://127.0.0.1:9" in str(caught.value)
    assert clock.skipped < 2, "where nobody ever answered, it is said soon"


@pytest.mark.parametrize("token", ["hf_é", "hf_a b", "hf_a\nb", "hf_\x00", "Bearer hf_abc"])
def test_a_token_that_is_none(token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for given in (token, None):
        if "\x00" in token or "\n" in token:  # no environment has the one, and huggingface_hub takes out the other
            if given is None:
                continue
        else:
            monkeypatch.setenv("HF_TOKEN", token)
        with pytest.raises(TokenRejectedError) as caught:
            HubClient("http://127.0.0.1:9", given)
        assert token not in str(caught.value)


# -- which token goes where ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("endpoint", "default", "env", "stored", "send", "sent"),
    [
        ("https://huggingface.co", "https://huggingface.co", None, STORED, False, STORED),
        ("https://huggingface.co", "https://huggingface.co", GIVEN, STORED, False, GIVEN),
        ("https://huggingface.co", "https://huggingface.co", None, None, False, None),
        ("https://other.example", "https://huggingface.co", None, STORED, False, None),
        ("https://other.example", "https://huggingface.co", GIVEN, None, False, None),
        ("https://other.example", "https://huggingface.co", None, STORED, True, STORED),
        ("https://other.example", "https://huggingface.co", GIVEN, None, True, GIVEN),
        ("https://other.example", "https://other.example", GIVEN, STORED, False, GIVEN),
        ("https://other.example", "https://other.example", None, STORED, False, None),
        ("https://other.example:8443", "https://other.example", GIVEN, None, False, None),
        ("https://huggingface.co.evil.example", "https://huggingface.co", None, STORED, False, None),
        ("https://huggingface.co", "https://other.example", GIVEN, None, False, None),
        ("http://127.0.0.1:1", "https://huggingface.co", None, STORED, False, None),
        ("http://127.0.0.1:1", "https://huggingface.co", GIVEN, STORED, False, GIVEN),
        ("http://localhost:1", "https://huggingface.co", GIVEN, STORED, False, GIVEN),
    ],
)
def test_a_token_goes_only_where_it_was_given_for(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    endpoint: str,
    default: str,
    env: str | None,
    stored: str | None,
    send: bool,
    sent: str | None,
) -> None:
    monkeypatch.setattr(constants, "ENDPOINT", default)
    monkeypatch.setattr(constants, "HF_TOKEN_PATH", str(tmp_path / "token"))
    if env is not None:
        monkeypatch.setenv("HF_TOKEN", env)
    if stored is not None:
        (tmp_path / "token").write_text(stored)
    token, why = token_for(endpoint, send_token=send)
    assert token == sent
    assert (why is not None) == (sent is None and (env or stored) is not None)
    client = HubClient(endpoint, send_token=send)
    assert client.token == sent
    if why is not None:
        with pytest.raises(NotLoggedInError, match="was not given for"):
            client.need_token()
        assert not any(secret in why for secret in (STORED, GIVEN))


@pytest.mark.parametrize("default", [True, False])
def test_a_base_model_is_looked_up_with_no_token_of_another_hub(
    odd: OddHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, default: bool
) -> None:
    monkeypatch.setattr(constants, "HF_TOKEN_PATH", str(tmp_path / "token"))
    (tmp_path / "token").write_text(STORED)
    monkeypatch.setattr(constants, "ENDPOINT", odd.endpoint if default else f"{odd.endpoint}0")
    odd.rules = [Rule("/api/models/", status=404, headers={"X-Error-Code": "RepoNotFound"})]
    with pytest.raises(BaseModelError):
        find_base_model("nobody/there", endpoint=odd.endpoint)
    assert odd.seen
    assert not [what for what, headers in odd.seen if "authorization" in headers]
    odd.seen.clear()
    with pytest.raises(BaseModelError):
        find_base_model("nobody/there", endpoint=odd.endpoint, token=GIVEN)
    if not default:
        assert [headers["authorization"] for _, headers in odd.seen] == [f"Bearer {GIVEN}"]


def test_no_token_goes_unencrypted_to_another_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="unencrypted"):
        HubClient("http://hub.example", GIVEN)
    monkeypatch.setenv("HF_TOKEN", GIVEN)
    monkeypatch.setattr(constants, "ENDPOINT", "http://hub.example")
    with pytest.raises(UsageError, match="unencrypted"):
        HubClient()


def test_a_redirect_takes_no_token_along(client: HubClient, odd: OddHub, hub: LocalHub, repo: str) -> None:
    with OddHub(hub.endpoint) as other:
        for path in ("/cdn/README.md", f"/{repo}/resolve/main/README.md"):
            odd.rules = [
                Rule("/resolve/", status=302, headers={"Location": f"{other.endpoint}{path}"}),
                Rule("GET /api/models", status=302, headers={"Location": f"{other.endpoint}/api/models?author=x"}),
            ]
            with pytest.raises(HubError):
                client.read_card(repo)
            with pytest.raises(HubError):
                list(client.list_models("huggingtweets"))
        assert not [what for what, headers in other.seen if "authorization" in headers]


# -- who ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "namespaces"),
    [
        ('{"name": "ann", "orgs": null}', ("ann",)),
        ('{"name": "ann"}', ("ann",)),
        ('{"name": "ann", "orgs": [{"name": "choir", "roleInOrg": "write"}, {"name": "band", "roleInOrg": "read"}]}',
         ("ann", "choir")),
        ('{"name": "ann", "orgs": ["choir", null, 7, {"roleInOrg": "admin"}]}', ("ann", "choir")),
        ('{"name": "ann", "auth": {"accessToken": {"role": "read"}}}', ()),
        (SCOPED % '[{"entity": {"name": "choir"}, "permissions": ["repo.write"]}]', ("choir",)),
        (SCOPED % '[null, {}, {"entity": null, "permissions": null}]', ()),
        (SCOPED % '[{"entity": {"name": "me"}, "permissions": 3}, {"entity": {"name": 7}, "permissions": {}}]', ()),
        ('{"name": "ann", "auth": null}', ("ann",)),
        ('{"name": "ann", "auth": {"accessToken": null}, "orgs": {}}', ("ann",)),
    ],
)  # fmt: skip
def test_whoami_in_any_form(client: HubClient, odd: OddHub, answer: str, namespaces: tuple[str, ...]) -> None:
    odd.rules = [Rule("whoami", body=answer)]
    assert client.whoami().namespaces == namespaces
    assert client.whoami().name == "ann"
    assert odd.asked("whoami") == 1


@pytest.mark.parametrize("answer", ["{}", "[]", '{"name": null}', '{"name": 7}'])
def test_whoami_that_names_nobody(client: HubClient, odd: OddHub, answer: str) -> None:
    odd.rules = [Rule("whoami", body=answer)]
    with pytest.raises(TokenRejectedError):
        client.whoami()


@pytest.mark.parametrize("answer", ["", "<html>Log in</html>", "[]", "{}", '{"private": "no"}', "null", "7"])
def test_who_may_see_a_repo_is_not_guessed(client: HubClient, odd: OddHub, repo: str, answer: str) -> None:
    odd.rules = [Rule("GET /api/models/", body=answer)]
    with pytest.raises(HubError):
        client.is_private(repo)
    odd.rules = []
    assert client.is_private(repo) is False
    assert client.is_private(f"{repo}-that-is-not-there") is None


@pytest.mark.thorough
def test_the_token_is_in_no_message(client: HubClient, odd: OddHub, hub: LocalHub, repo: str) -> None:
    """Not even where a Hub repeats it."""
    for status in (400, 401, 403, 404, 409, 429, 500):
        odd.rules = [Rule("/resolve/", status=status, body=f'{{"error": "bad token {hub.token}"}}')]
        with pytest.raises(HubError) as caught:
            client.read_card(repo)
        assert hub.token not in f"{caught.value}{caught.value.hint}{caught.value.fields()}"
    assert hub.token not in repr(client) + repr(client.__dict__)


def test_words_of_a_hub_are_cleaned(client: HubClient, odd: OddHub, repo: str) -> None:
    def evil(given: Given) -> Given:
        return Given(
            403, b"", [("X-Error-Message", "\x1b]0;pwned\x07 evil \x1b[31m \x9b1m"), ("Content-Length", "0")][:1]
        )

    odd.rules = [Rule("/resolve/", "edit", edit=evil)]
    with pytest.raises(HubError) as caught:
        client.read_card(repo)
    assert caught.value.message.isprintable()
    assert "evil" in caught.value.message


def test_an_answer_that_the_library_cannot_take_apart_is_told_and_our_own_mistakes_are_not() -> None:
    with pytest.raises(HubUnreachableError, match="a form that is not a Hub's"), translated("http://hub.example"):
        JobInfo(stage="RUNNING")
    with pytest.raises(KeyError), translated("http://hub.example"):
        {"id": 1}["stage"]
