"""The avatar that a source brings along lies beside the card that shows it."""

from __future__ import annotations

import io
import itertools
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PIL import Image

import hubtweets
from hubtweets import card
from hubtweets.card.picture import FILE
from hubtweets.cardview import view
from hubtweets.hub.commits import RepoChange
from hubtweets.hub.connection import RemoteFile
from hubtweets.posts import open_source, read_corpus
from hubtweets.publishing.pictures import SocialPicture, with_pictures, written_anew
from hubtweets.record import Account, ModelRecord, Sample
from tests.support.verbs import Bench

from .conftest import EXAMPLE, QUICK, REPO, First, commit_count, did

Cli = Callable[..., subprocess.CompletedProcess[str]]
AVATAR = "avatar-0123456789ab.jpg"
_numbers = itertools.count(1)
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


@pytest.mark.slow
def test_the_first_commit_has_the_picture(first: First) -> None:
    (name,) = pictures(first.folder)
    assert first.told["record"]["accounts"][0]["avatar_url"] == name
    shown = view(git(first.folder, "show", "main:README.md").decode(), base_url="https://hub.example/a/b/resolve/main/")
    assert f'src="https://hub.example/a/b/resolve/main/{name}"' in shown.body
    assert 'alt="Tilda Quillfen 🦆"' in shown.body
    pointer = git(first.folder, "show", f"main:{name}").decode()
    picture = written_anew(PICTURE.read_bytes())
    assert picture is not None
    assert f"size {len(picture[1])}\n" in pointer


@pytest.mark.slow
def test_a_new_picture_takes_the_place_of_the_old_one(
    hub_folder: Path, first: First, archive: Path, hubtweets: Cli
) -> None:
    (old,) = pictures(hub_folder)
    (archive / PICTURE.relative_to(EXAMPLE)).write_bytes(gif())
    answer = publish(hubtweets, archive, hub_folder)
    assert did(answer) == ("changed", None)
    (new,) = pictures(hub_folder)
    assert new != old
    assert new.endswith(".jpg")
    assert commit_count(hub_folder) == 2
    changed = git(hub_folder, "diff", "--name-status", "--no-renames", "main~1", "main").decode().split()
    # the new one has its line for LFS, and the social picture shows it
    expected = {".gitattributes": "M", "README.md": "M", "predictions.png": "M", old: "D", new: "A"}
    assert dict(zip(changed[1::2], changed[::2], strict=True)) == expected
    assert not publish(hubtweets, archive, hub_folder)["changed"]


@pytest.mark.parametrize(
    "content", [b"<svg onload=alert(1)>", b"", b"\xff\xd8\xff" + b"x" * 2**20, b"GIF89a/*<script>alert(1)</script>"]
)
def test_what_is_no_picture_stays_here(archive: Path, content: bytes) -> None:
    (archive / PICTURE.relative_to(EXAMPLE)).write_bytes(content)
    corpus = read_corpus(open_source(str(archive)))
    (account,), files = with_pictures([corpus])
    assert files == {}
    assert account.avatar_url == corpus.account.avatar_url
    assert str(account.avatar_url).startswith("https://")


@pytest.mark.thorough
def test_the_social_picture_is_part_of_the_first_commit_and_shown(first: First) -> None:
    record = first.told["record"]
    address = f"https://huggingface.co/{REPO}/resolve/main/predictions.png?v="
    assert record["thumbnail"].startswith(address)
    names = git(first.folder, "diff-tree", "--name-only", "--no-commit-id", "-r", "main").decode().split()
    assert {"README.md", "model.safetensors", "predictions.png"} <= set(names)
    assert f"thumbnail: {record['thumbnail']}\n" in git(first.folder, "show", "main:README.md").decode()


SAMPLES = (Sample(prompt="I", text="am here"),)
WHO = (Account(handle="quill", name="Quill"),)


def test_what_it_shows_is_what_its_address_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = SocialPicture({}, "http://127.0.0.1:1")
    record = drawn.stated(ModelRecord(repo_id="a/b", accounts=WHO, samples=SAMPLES))
    assert str(record.thumbnail).startswith("https://huggingface.co/a/b/resolve/main/predictions.png?v=")
    assert (drawn.png(record) or b"")[:4] == b"\x89PNG"
    again = SocialPicture({})
    assert again.stated(record) is record
    assert not again._drawn  # nothing is drawn where nothing changes
    other = msgspec.structs.replace(record, samples=(Sample(prompt="I", text="am elsewhere"),))
    assert again.stated(other).thumbnail != record.thumbnail
    assert SocialPicture({"quill": gif()}).stated(record).thumbnail != record.thumbnail
    unseen = msgspec.structs.replace(record, samples=(Sample(prompt="今日", text="晴れ"),))
    assert again.stated(unseen).thumbnail is None  # ours is gone: it shows other samples
    monkeypatch.setitem(sys.modules, "takumi_py", None)
    assert SocialPicture({}).stated(unseen) is unseen  # without the extra no address is written
    bare = ModelRecord(repo_id="a/b", accounts=WHO, samples=SAMPLES)
    assert SocialPicture({}).stated(bare).thumbnail is None


def gif() -> bytes:
    written = io.BytesIO()
    Image.new("P", (9, 9), 3).save(written, "GIF")
    return written.getvalue()


def test_nothing_but_pixels_is_published() -> None:
    exif = Image.Exif()
    exif[0x9C9D] = "owner: Alice Private".encode("utf-16-le")
    exif.get_ifd(0x8825)[2] = (48.0, 51.0, 30.0)
    drawn, written = Image.new("RGB", (1200, 800), "teal"), io.BytesIO()
    drawn.save(written, "JPEG", exif=exif, comment=b"48.8584 N")
    anew = written_anew(written.getvalue() + b"<script>alert(1)</script>")
    assert anew is not None
    suffix, content = anew
    assert suffix == "jpg"
    for secret in (b"Exif", b"48.8584", b"A\0l\0i\0c\0e", b"<script>"):
        assert secret not in content
    with Image.open(io.BytesIO(content)) as shown:
        assert shown.size == (400, 267)
        assert not shown.getexif()


def test_what_is_transparent_stays_so() -> None:
    written = io.BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(written, "PNG")
    anew = written_anew(written.getvalue())
    assert anew is not None
    assert anew[0] == "png"


def test_a_picture_of_too_many_pixels_is_not_decoded() -> None:
    written = io.BytesIO()
    Image.new("1", (9000, 9000)).save(written, "PNG")
    assert len(written.getvalue()) < 20_000
    assert written_anew(written.getvalue()) is None


@pytest.mark.slow
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


# -- models that are published already --------------------------------------------------------------------------------


@pytest.fixture
def published_bot(bench: Bench, world: Bench) -> Callable[..., tuple[str, ModelRecord]]:
    """Makes a repo with card and picture, in an organisation of its own."""

    def make(**edited: Any) -> tuple[str, ModelRecord]:
        organisation = f"pictures{next(_numbers)}"
        record = ModelRecord(
            repo_id=f"{organisation}/bot", accounts=(Account(handle="quill", name="Quill", avatar_url=AVATAR),),
            samples=SAMPLES, template="hubtweets@1",
        )  # fmt: skip
        avatar = written_anew(gif())
        assert avatar is not None
        social = SocialPicture({"quill": avatar[1]})
        record = social.stated(record)
        files = {FILE: social.png(record) or b"", AVATAR: avatar[1]}
        world.direct.create_repo(record.repo_id)
        change = RepoChange(card=card.render(record), small=files)
        world.direct.update_repo(record.repo_id, lambda _: change, message="Publish")
        if edited:
            stated = card.render(msgspec.structs.replace(record, **edited))
            world.direct.update_repo(record.repo_id, lambda _: RepoChange(card=stated), message="Edit")
        return organisation, record

    return make


def beside(world: Bench, record: ModelRecord) -> tuple[ModelRecord, Mapping[str, RemoteFile]]:
    """What the card says now, and the repo's files."""
    there = card.read(world.direct.read_card(record.repo_id).text or "").record
    assert there is not None
    return there, world.direct.list_files(record.repo_id)


def test_a_card_that_is_rendered_again_keeps_a_picture_that_is_true(
    world: Bench, published_bot: Callable[..., tuple[str, ModelRecord]]
) -> None:
    organisation, record = published_bot()
    _, before = beside(world, record)
    result = hubtweets.rerender(organisation, apply=True, hub=world.odd.endpoint)
    assert result.totals.actions["changed"] == 1
    there, files = beside(world, record)
    assert there.template == "hubtweets@2"
    assert there.thumbnail == record.thumbnail
    assert files[FILE] == before[FILE]


@pytest.mark.thorough
@pytest.mark.parametrize("extra", [True, False])
def test_a_card_that_is_rendered_again_gets_a_new_picture_with_other_samples(
    extra: bool,
    world: Bench,
    published_bot: Callable[..., tuple[str, ModelRecord]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = (Sample(prompt="I", text="am somewhere else"),)
    organisation, record = published_bot(samples=other)
    _, before = beside(world, record)
    if not extra:
        monkeypatch.setitem(sys.modules, "takumi_py", None)
    assert hubtweets.rerender(organisation, apply=True, hub=world.odd.endpoint).totals.actions["changed"] == 1
    there, files = beside(world, record)
    assert there.samples == other
    assert (there.thumbnail != record.thumbnail) is extra
    assert (files[FILE] != before[FILE]) is extra
    if extra:
        avatar = written_anew(gif())
        assert avatar is not None
        assert there == SocialPicture({"quill": avatar[1]}).stated(there)  # its avatar is on it
    commits = world.direct.get_json(f"/api/models/{record.repo_id}/commits/main")
    assert len(commits) == 4  # made, published, edited, rendered again
    assert hubtweets.rerender(organisation, apply=True, hub=world.odd.endpoint).totals.actions["changed"] == 0


def test_a_model_that_is_pushed_over_a_published_one_keeps_no_picture_of_it(
    world: Bench, published_bot: Callable[..., tuple[str, ModelRecord]]
) -> None:
    _, record = published_bot()
    done = hubtweets.push(world.pushed, repo_id=record.repo_id, hub=world.odd.endpoint, on_conflict="keep-ours")
    assert done.changed
    there, files = beside(world, record)
    assert there.samples == ()
    assert there.thumbnail is None
    assert FILE not in files
