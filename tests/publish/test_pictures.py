"""The avatar that a source brings along lies beside the card that shows it."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hubtweets import card
from hubtweets.cardview import view
from hubtweets.posts import open_source, read_corpus
from hubtweets.publishing.pictures import with_pictures

from .conftest import EXAMPLE, QUICK, REPO, First, commit_count, did

Cli = Callable[..., subprocess.CompletedProcess[str]]
PICTURE = next((EXAMPLE / "data" / "profile_media").iterdir())


def git(folder: Path, *command: str) -> bytes:
    git = ["git", "-C", str(folder / "repos" / "models" / f"{REPO}.git"), *command]
    return subprocess.run(git, capture_output=True, check=True).stdout


def pictures(folder: Path) -> list[str]:
    names = git(folder, "ls-tree", "--name-only", "main").decode().split()
    return [name for name in names if name.startswith("avatar-")]


def publish(hubtweets: Cli, archive: Path, folder: Path, *options: str) -> Any:
    done = hubtweets("publish", "--posts", archive, *QUICK, "--hub", f"local:{folder}", "--json", *options)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A copy of the example archive."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "archive"))


def test_the_first_commit_has_the_picture(first: First) -> None:
    (name,) = pictures(first.folder)
    assert first.told["record"]["accounts"][0]["avatar_url"] == name
    shown = view(git(first.folder, "show", "main:README.md").decode(), base_url="https://hub.example/a/b/resolve/main/")
    assert f'src="https://hub.example/a/b/resolve/main/{name}"' in shown.body
    assert 'alt="Tilda Quillfen 🦆"' in shown.body
    pointer = git(first.folder, "show", f"main:{name}").decode()
    assert f"size {PICTURE.stat().st_size}\n" in pointer


def test_a_new_picture_takes_the_place_of_the_old_one(
    hub_folder: Path, first: First, archive: Path, hubtweets: Cli
) -> None:
    (old,) = pictures(hub_folder)
    (archive / PICTURE.relative_to(EXAMPLE)).write_bytes(b"GIF89a\x00another one")
    answer = publish(hubtweets, archive, hub_folder)
    assert did(answer) == ("changed", None)
    (new,) = pictures(hub_folder)
    assert new != old
    assert new.endswith(".gif")
    assert commit_count(hub_folder) == 2
    changed = git(hub_folder, "diff", "--name-status", "--no-renames", "main~1", "main").decode().split()
    expected = {".gitattributes": "M", "README.md": "M", old: "D", new: "A"}  # the new one has its line for LFS
    assert dict(zip(changed[1::2], changed[::2], strict=True)) == expected
    assert not publish(hubtweets, archive, hub_folder)["changed"]


@pytest.mark.parametrize("content", [b"<svg onload=alert(1)>", b"", b"\xff\xd8\xff" + b"x" * 2**20])
def test_what_is_no_picture_stays_here(archive: Path, content: bytes) -> None:
    (archive / PICTURE.relative_to(EXAMPLE)).write_bytes(content)
    corpus = read_corpus(open_source(str(archive)))
    (account,), files = with_pictures([corpus])
    assert files == {}
    assert account.avatar_url == corpus.account.avatar_url
    assert str(account.avatar_url).startswith("https://")


def test_the_templates_of_2021_keep_the_address(tmp_path: Path, hubtweets: Cli) -> None:
    hub_folder = tmp_path / "hub"
    answer = publish(hubtweets, EXAMPLE, hub_folder, "--template", "huggingtweets-2021-05")
    address = answer["record"]["accounts"][0]["avatar_url"]
    assert address.startswith("https://pbs.twimg.com/")
    assert f"background-image: url(&#39;{address}&#39;)" in git(hub_folder, "show", "main:README.md").decode()
    assert pictures(hub_folder) == []  # nothing shows it any more


@pytest.mark.parametrize(
    "name", ["../avatar.png", "avatar.svg", "/avatar.png", "a b.png", ".png", "x.png?y", "//x.png"]
)
def test_only_a_plain_name_is_one(first: First, name: str) -> None:
    text = git(first.folder, "show", "main:README.md").decode()
    (own,) = pictures(first.folder)
    record = card.read(text.replace(f"avatar_url: {own}", f"avatar_url: {json.dumps(name)}")).record
    assert record is not None
    assert record.accounts[0].avatar_url == name
    assert "<img" not in card.render(record)
