"""`hubtweets posts` as people run it."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from hubtweets.errors import SourceSpecError, UsageError
from hubtweets.posts import open_source
from tests.posts.conftest import Write, tweet
from tests.posts.servers.xapi import XServer
from tests.posts.servers.xapi import tweet as x_tweet

HOSTILE = "[bold]not[/bold] markup, \x1b[31mnot red\x07, \u202ebackwards"


def many(count: int) -> list[dict[str, Any]]:
    return [tweet(n, f"These are some plain words with the number {n}") for n in range(count)]


@pytest.mark.parametrize(
    ("pasted", "source"),
    [
        ("https://x.com/jack", "x:jack"),
        ("https://twitter.com/@jack?lang=en", "x:jack"),
        ("bsky.app/profile/anna.example", "bluesky:anna.example"),
        ("@anna.bsky.social", "bluesky:anna.bsky.social"),
        ("https://owls.example/@anna/12", "mastodon:anna@owls.example"),
        ("@anna@owls.example", "mastodon:anna@owls.example"),
        ("https://huggingface.co/datasets/me/posts/tree/main", "hf:me/posts"),
    ],
)
def test_a_pasted_address_is_answered_with_the_source_that_it_is(pasted: str, source: str) -> None:
    with pytest.raises(SourceSpecError) as caught:
        open_source(pasted)
    assert str(caught.value.hint).endswith(f": {source}")


@pytest.mark.parametrize("spec", ["x:anna", "bluesky:anna.bsky.social", "mastodon:anna@social.example", "hf:org/posts"])
@pytest.mark.parametrize(
    ("variable", "value", "told"),
    [
        ("ALL_PROXY", "gopher://me:secret@127.0.0.1:9", "The proxy of the environment, gopher://127.0.0.1:9, cannot"),
        ("HTTPS_PROXY", "http://[::1", "The proxy of the environment"),
        ("SSL_CERT_FILE", __file__, "The certificates in"),
    ],
)
def test_an_odd_network_is_told_by_every_source(
    monkeypatch: pytest.MonkeyPatch, spec: str, variable: str, value: str, told: str
) -> None:
    monkeypatch.setenv("X_BEARER_TOKEN", "a token")
    monkeypatch.setenv(variable, value)
    with pytest.raises(UsageError, match=told) as caught:
        open_source(spec)
    assert "secret" not in str(caught.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_named_pipe_is_read_as_standard_input_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    rows = ["id,text,username", *(f"{n},These are some plain words with the number {n},me" for n in range(3))]
    writer = threading.Thread(target=pipe.write_text, args=("\n".join(rows),), daemon=True)
    writer.start()
    source = open_source(str(pipe))
    writer.join()
    assert next(iter(source)).text == "These are some plain words with the number 0"
    assert source.account.handle == "me"


@pytest.mark.thorough
def test_what_it_shows(hubtweets: Any, archive: Write) -> None:
    tweets = [
        *many(200),
        tweet(900, "RT @you: yours"),
        tweet(901, "ok"),
        tweet(902, f"five plain words here {HOSTILE}"),
    ]
    done = hubtweets("posts", archive(tweets))
    assert done.returncode == 0, done.stderr
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert "Example 🌻 @example https://x.com/example" in lines
    assert lines[2:6] == ["posts downloaded 203", "retweets 1", "short posts 1", "posts kept 201"]
    assert any("posts in a month" in line for line in lines)
    assert "· These are some plain words with the number 0" in lines
    assert "\x1b" not in done.stdout
    assert "a good model needs 40,000" in done.stderr
    assert "too little" not in done.stderr


@pytest.mark.thorough
@pytest.mark.parametrize("columns", [80, 120])
def test_the_plot_fits_the_terminal(hubtweets: Any, archive: Write, columns: int) -> None:
    dated = [
        tweet(n, "plain words of mine", created_at=f"Sat Feb 01 00:00:00 +0000 {2010 + n % 14}") for n in range(99)
    ]
    done = hubtweets("posts", archive(dated), env={"COLUMNS": str(columns)})
    (plot,) = (line for line in done.stdout.splitlines() if line.startswith("2010-02 "))
    assert "2023-02   up to" in plot
    assert columns - 25 < len(plot) <= columns


@pytest.mark.thorough
def test_json_and_filters(hubtweets: Any, archive: Write) -> None:
    reply = {"in_reply_to_status_id_str": "1", "in_reply_to_user_id_str": "7"}
    path = archive([*many(4), tweet(6, "@you an answer in five words", **reply), tweet(7, HOSTILE)])
    done = hubtweets("posts", path, "--json", "--exclude", "replies", "--as", "@me", "--name", "Me [b]")
    assert done.returncode == 0, done.stderr
    facts = json.loads(done.stdout)
    assert (facts["account"]["handle"], facts["account"]["name"]) == ("me", "Me [b]")
    assert facts["account"]["counts"] == {"downloaded": 5, "retweets": 0, "short": 0, "kept": 5}
    assert facts["dropped"] == {"replies": 1}
    assert facts["kinds"] == {"original": 5, "reply": 1}
    assert facts["months"] == {"2020-02": 6}
    assert facts["languages"] == {"en": 5}
    assert "[bold]not[/bold] markup, [31mnot red, backwards" in facts["samples"]
    assert any("too little" in warning for warning in facts["warnings"])
    assert any("@example" in warning for warning in facts["warnings"])


@pytest.mark.slow
def test_export_and_read_again(hubtweets: Any, archive: Write, tmp_path: Path) -> None:
    import datasets

    path = archive([*many(30), tweet(50, "RT @you: yours"), tweet(51, "mail me at me@mail.example please")])
    out = tmp_path / "posts.parquet"
    done = hubtweets("posts", path, "--scrub", "--export", out)
    assert done.returncode == 0, done.stderr
    assert "wrote 31 posts" in done.stdout
    rows = datasets.Dataset.from_parquet(str(out)).to_list()
    assert rows[-1]["text"] == "mail me at please"
    assert [row["id"] for row in rows][:3] == ["0", "1", "2"]
    assert rows[0]["created_at"].isoformat() == "2020-02-01T00:00:00+00:00"
    again = json.loads(hubtweets("posts", out, "--as", "example", "--json").stdout)
    assert again["account"]["counts"] == {"downloaded": 31, "retweets": 0, "short": 0, "kept": 31}
    wrong = hubtweets("posts", path, "--export", tmp_path / "posts.csv")
    assert wrong.returncode == 2
    assert "posts.parquet" in wrong.stderr
    nowhere = hubtweets("posts", path, "--export", path / "posts.parquet")
    assert nowhere.returncode == 1
    assert "cannot be written" in nowhere.stderr
    before = out.read_bytes()
    itself = hubtweets("posts", out, "--handle", "example", "--language", "es", "--export", out)
    assert itself.returncode == 2
    assert "the source itself" in itself.stderr
    assert out.read_bytes() == before
    assert {file.name for file in tmp_path.iterdir()} == {"archive.zip", "posts.parquet"}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no such limits there")
def test_an_export_is_there_as_a_whole_or_not_at_all(archive: Write, tmp_path: Path) -> None:
    code = (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)); "
        "import runpy; runpy.run_module('hubtweets', run_name='__main__')"
    )
    path, out = archive(many(500)), tmp_path / "posts.parquet"
    out.write_bytes(b"what was there")
    done = subprocess.run([sys.executable, "-c", code, "posts", path, "--export", out], capture_output=True, text=True)
    assert done.returncode == 1
    assert "cannot be written" in done.stderr
    assert out.read_bytes() == b"what was there"
    assert {file.name for file in tmp_path.iterdir()} == {"archive.zip", "posts.parquet"}


@pytest.mark.thorough
def test_samples_are_of_all_times(hubtweets: Any, archive: Write) -> None:
    facts = json.loads(hubtweets("posts", archive(many(9)), "--json").stdout)
    assert [text.rpartition(" ")[2] for text in facts["samples"]] == ["0", "1", "3", "5", "7"]


@pytest.mark.thorough
@pytest.mark.parametrize("wrong", [("--exclude", "likes"), ("--min-words", "-1"), ("--export", "posts.csv")])
def test_what_cannot_be_meant_is_told_before_anything_is_paid_for(hubtweets: Any, wrong: tuple[str, str]) -> None:
    with XServer([x_tweet(10_000, "some plain words of mine")]) as server:
        env = {"X_BEARER_TOKEN": "a-bearer-token", "HUBTWEETS_X_API": server.url}
        assert hubtweets("posts", "x:example", *wrong, env=env).returncode == 2
        assert not server.log


@pytest.mark.thorough
def test_a_table_whose_columns_the_person_names(hubtweets: Any, tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"
    path.write_text(
        "a,b,c,d,e\n7,some plain words of mine,2020-05-01,Retweet,ann\n8,and some more words,2020-06-01,,ann\n"
    )
    options = (
        "--text-column",
        "b",
        "--id-column",
        "a",
        "--date-column",
        "c",
        "--type-column",
        "d",
        "--handle-column",
        "e",
    )
    facts = json.loads(hubtweets("posts", path, "--json", *options).stdout)
    assert facts["account"]["handle"] == "ann"
    assert facts["account"]["counts"] == {"downloaded": 2, "retweets": 1, "short": 0, "kept": 1}
    assert facts["account"]["newest_post"] == "8"
    assert facts["months"] == {"2020-05": 1, "2020-06": 1}


@pytest.mark.thorough
def test_several_languages_are_told(hubtweets: Any, archive: Write) -> None:
    tweets = [tweet(n, "unas palabras claras en español", lang="es" if n % 3 else "en") for n in range(9)]
    done = hubtweets("posts", archive(tweets))
    assert "--language es would keep 6 of 9" in done.stderr
    assert "mostly in 'es'" in done.stderr


@pytest.mark.slow
def test_failures(hubtweets: Any, archive: Write, tmp_path: Path) -> None:
    fake = tmp_path / "twitter.zip"
    fake.write_text("no zip")
    done = hubtweets("posts", fake, "--json")
    assert done.returncode == 1
    error = json.loads(done.stdout)["error"]
    assert error["type"] == "ArchiveError"
    assert error["hint"]
    assert "Traceback" not in done.stderr
    assert hubtweets("posts", "myspace:tom").returncode == 2
    assert hubtweets("posts", archive(many(2)), "--as", "not a handle").returncode == 2
    assert hubtweets("posts", archive(many(2)), "--exclude", "likes").returncode == 2
    assert hubtweets("posts", archive([])).returncode == 1


@pytest.mark.slow
def test_money_needs_a_yes_where_nobody_can_be_asked(hubtweets: Any) -> None:
    tweets = [x_tweet(10_000 + n, f"these are some plain words {n}") for n in range(400)][::-1]
    with XServer(tweets) as server:
        env = {"X_BEARER_TOKEN": "a-bearer-token", "HUBTWEETS_X_API": server.url}
        done = hubtweets("posts", "x:example", "--json", env=env)
        assert done.returncode == 1
        error = json.loads(done.stdout)["error"]
        assert (error["type"], error["cost"], error["limit"]) == ("CostError", 2.0, 1.0)
        assert not server.given
        done = hubtweets("posts", "x:example", "--yes", env=env)
        assert done.returncode == 0, done.stderr
        assert "$2.01" in done.stdout
        assert "400 posts were read now" in done.stderr
        done = hubtweets("posts", "x:example", "--json", env=env)
        assert json.loads(done.stdout)["cost"] == 0.01
        assert "a-bearer-token" not in done.stdout + done.stderr
        assert set(server.given.values()) == {1}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("answer", "code"), [(b"n\n", 1), (b"y\n", 0)])
def test_money_is_asked_for_on_a_terminal(answer: bytes, code: int) -> None:
    tweets = [x_tweet(10_000 + n, f"these are some plain words {n}") for n in range(300)][::-1]
    with XServer(tweets) as server:
        env = {**os.environ, "X_BEARER_TOKEN": "a-bearer-token", "HUBTWEETS_X_API": server.url}
        ours, theirs = os.openpty()
        command = [sys.executable, "-m", "hubtweets", "posts", "x:example"]
        process = subprocess.Popen(command, stdin=theirs, stderr=theirs, stdout=subprocess.DEVNULL, env=env)
        os.close(theirs)
        said = b""
        while b"Go on?" not in said:
            said += os.read(ours, 4096)
        assert b"up to 300 posts of @example from X costs up to $1.50" in said
        assert not server.given
        os.write(ours, answer)
        with contextlib.suppress(OSError):  # the terminal is closed when the process ends
            while True:
                os.read(ours, 4096)
        os.close(ours)
        assert process.wait(timeout=60) == code
        assert len(server.given) == (300 if code == 0 else 0)
