"""Damaged and hostile input: each a clear error, within bounded memory."""

from __future__ import annotations

import gzip
import io
import json
import subprocess
import sys
import tarfile
import warnings
import zipfile
from pathlib import Path

import pytest

from hubtweets.errors import ArchiveError, ArchiveTooLargeError, HandleError, NoPostsError, SourceSpecError
from hubtweets.posts import open_source
from hubtweets.posts.identity import NAME_LIMIT
from tests.posts.conftest import Write, js, tweet

ROWS = [{"tweet": tweet(n, f"Some words, and the number {n}")} for n in range(50)]


def read(path: Path) -> list[object]:
    return list(open_source(str(path), handle="example"))


def test_a_zip_that_is_none(tmp_path: Path) -> None:
    path = tmp_path / "twitter.zip"
    path.write_bytes(b"<html>Please log in to download</html>")
    with pytest.raises(ArchiveError, match="no zip") as caught:
        read(path)
    assert caught.value.hint
    path.write_bytes(b"")
    with pytest.raises(ArchiveError, match="no zip"):
        read(path)


def test_a_cut_zip(archive: Write) -> None:
    path = archive([row["tweet"] for row in ROWS])
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(ArchiveError, match="no zip"):
        read(path)


def test_a_zip_with_a_damaged_member(archive: Write) -> None:
    path = archive([row["tweet"] for row in ROWS])
    data = bytearray(path.read_bytes())
    at = data.index(b"tweets.js") + 200
    data[at : at + 64] = bytes(64)
    path.write_bytes(data)
    with pytest.raises(ArchiveError, match="damaged"):
        read(path)


def test_a_zip_whose_files_begin_before_it(archive: Write) -> None:
    path = archive([row["tweet"] for row in ROWS])
    data = bytearray(path.read_bytes())
    directory = data.rindex(b"PK\x01\x02")  # its last entry, which is that of tweets.js
    data[directory + 42 : directory + 46] = b"\xff\xff\xff\x7f"
    end = data.rindex(b"PK\x05\x06")
    data[end + 16 : end + 20] = b"\xff\xff\xff\x7f"  # where it says that the directory is
    path.write_bytes(data)
    with pytest.raises(ArchiveError):
        read(path)


@pytest.mark.parametrize(
    "text",
    [
        js("tweets", ROWS)[:-200],  # cut
        "",
        "   \n",
        "window.YTD.tweets.part0 = ",
        '{"error": "not found"}',
        "\x00" * 100_000,
        js("tweets", [{"tweet": {"id_str": 5, "full_text": "x", "created_at": "y"}}]),  # a number for a text
        js("tweets", [["tweet"]]),
        js("tweets", {"tweet": 1}),
        "window.YTD.tweets.part0 = " + "[" * 100_000,
        js("tweets", [{"tweet": tweet(1, "x", deep="HERE")}]).replace('"HERE"', "[" * 100_000 + "]" * 100_000),
    ],
)
def test_a_damaged_file(archive: Write, text: str) -> None:
    with pytest.raises(ArchiveError, match=r"tweets\.js|A post") as caught:
        read(archive(text))
    assert caught.value.hint


def test_no_rows(archive: Write) -> None:
    assert read(archive([])) == []


@pytest.mark.parametrize("name", ["../evil.js", "/etc/evil.js", "data/../../evil.js", "C:/evil.js", "..\\evil.js"])
def test_a_name_outside_the_archive(archive: Write, name: str) -> None:
    with pytest.raises(ArchiveError, match="outside"):
        read(archive([tweet(1, "x")], **{name: "window.YTD.x.part0 = []"}))


def test_names_that_are_odd_and_inside(archive: Write) -> None:
    odd = ["./", "12:30 notes.txt", "data/a:b.js", "data/..hidden.js"]
    assert len(read(archive([tweet(1, "x")], **dict.fromkeys(odd, "")))) == 1


def test_a_file_that_is_nothing_like_an_archive(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(b"\xff\xd8\xff\xe0" + bytes(100))
    with pytest.raises(ArchiveError, match="does not begin as"):  # nobody is asked whose posts are in it
        open_source(str(path))


@pytest.mark.parametrize(
    ("name", "content", "says", "hint"),
    [
        ("IMG_2041.HEIC", b"\0\0\0\x18ftypheic" + bytes(40), "does not begin as", "which is a zip"),
        ("letter.pdf", b"%PDF-1.7" + bytes(40), "does not begin as", "It is a PDF"),
        ("notes", b"My notes", "does not begin as", "ending .csv"),
        ("empty", None, "is empty", "as it was downloaded"),
        ("downloads/twitter.zip", b"PK", "another archive inside it: twitter.zip", "Give that file."),
    ],
)
def test_what_people_give_by_mistake(tmp_path: Path, name: str, content: bytes | None, says: str, hint: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.mkdir() if content is None else path.write_bytes(content)
    given = path if path.parent == tmp_path else path.parent
    with pytest.raises(ArchiveError, match=says) as caught:
        open_source(str(given))
    assert hint in str(caught.value.hint)


def test_links_out_of_an_archive(archive: Write, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text(js("tweets", ROWS))
    folder = tmp_path / "folder" / "data"
    folder.mkdir(parents=True)
    (folder / "tweets.js").symlink_to(secret)
    with pytest.raises(ArchiveError, match="outside"):
        read(folder.parent)
    path = tmp_path / "link.zip"
    info = zipfile.ZipInfo("data/tweets.js")
    info.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(info, str(secret))
    with pytest.raises(ArchiveError, match="outside"):
        read(path)


def test_nothing_there_and_nothing_known(tmp_path: Path) -> None:
    with pytest.raises(SourceSpecError, match="No source"):
        open_source(" ")
    with pytest.raises(SourceSpecError, match="neither"):
        read(Path("absent"))
    with pytest.raises(SourceSpecError, match="no source is called 'myspace'"):
        open_source("myspace:example")
    with pytest.raises(ArchiveError, match="no file"):
        read(tmp_path / "absent.zip")
    (tmp_path / "empty").mkdir()
    with pytest.raises(NoPostsError):
        read(tmp_path / "empty")
    (tmp_path / "empty" / "posts.csv").write_text("text\nwords")
    with pytest.raises(NoPostsError) as caught:
        read(tmp_path / "empty")
    assert "posts.csv" in caught.value.hint


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("account", "{}"),
        ("account", js("account", [{"account": {"username": 5}}])),
        ("account", js("account", [{"account": {"username": "<b>", "accountId": "1"}}])),
        ("profile", js("profile", [{"profile": {"avatarMediaUrl": 7}}])),
        ("profile", ""),
        ("note-tweet", js("note_tweet", [{"noteTweet": {"createdAt": "then", "core": {"text": "x"}}}])),
        ("note-tweet", js("note_tweet", [{"noteTweet": {}}])[:-9]),
        ("manifest", "window.__THAR_CONFIG = {"),
    ],
)
def test_damage_beside_the_posts(archive: Write, file: str, text: str) -> None:
    path = archive([tweet(1, "Some words of mine")], **{f"data/{file}.js": text})
    with pytest.raises((ArchiveError, HandleError), match=rf"{file}\.js|not a handle") as caught:
        list(open_source(str(path)))
    assert caught.value.hint


def test_an_empty_zip(tmp_path: Path) -> None:
    path = tmp_path / "empty.zip"
    zipfile.ZipFile(path, "w").close()
    with pytest.raises(NoPostsError):
        read(path)


@pytest.mark.parametrize("name", ["data/tweets.js", "data\\tweets.js", "./data//tweets.js"])
def test_two_files_of_one_name(archive: Write, name: str, tmp_path: Path) -> None:
    rows = [js("tweets", [{"tweet": tweet(number, "Some words of mine")}]) for number in (1, 2)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile's own, of making such a file
        path = archive([tweet(1, "x")], **{"data/tweets.js": rows[0]})
        with zipfile.ZipFile(path, "a") as file:
            file.writestr(name, rows[0])
        assert len(read(path)) == 1  # the same twice
        with zipfile.ZipFile(path, "a") as file:
            file.writestr(name, rows[1])
    with pytest.raises(ArchiveError, match="more than once; which of them is meant") as caught:
        read(path)
    assert "keep the right one" in caught.value.hint
    packed = tmp_path / "archive.tar.gz"
    with tarfile.open(packed, "w:gz") as tar:
        for text in rows:
            info = tarfile.TarInfo("data/tweets.js")
            info.size = len(text)
            tar.addfile(info, io.BytesIO(text.encode()))
    with pytest.raises(ArchiveError, match="more than once"):
        read(packed)


def test_an_encrypted_zip(archive: Write) -> None:
    path = archive([tweet(1, "Some words of mine")])
    data = bytearray(path.read_bytes())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(mark, at + 1)) >= 0:
            data[at + flags] |= 1
    path.write_bytes(data)
    with pytest.raises(ArchiveError, match="encrypted"):
        read(path)


BOMB = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (400 * 2**20, 400 * 2**20))
from hubtweets.posts import open_source
from hubtweets.errors import ArchiveError
try:
    list(open_source(sys.argv[1], handle="example"))
except ArchiveError as error:
    print(type(error).__name__)
"""


def zeros(path: Path, size: int, first: bytes) -> Path:
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("data/tweets.js", "w", force_zip64=True) as file,
    ):
        file.write(first)
        for _ in range(size // 2**20):
            file.write(bytes(2**20))
    return path


@pytest.mark.slow
@pytest.mark.parametrize(
    ("size", "first", "error"),
    [
        (10**9, b"", "ArchiveTooLargeError"),
        (10**9, b"window.YTD.tweets.part0 = [", "ArchiveTooLargeError"),
        (500 * 2**20, b"", "ArchiveError"),  # under the limit, but nothing like an archive: not read at all
    ],
)
def test_a_bomb_within_bounded_memory(tmp_path: Path, size: int, first: bytes, error: str) -> None:
    path = zeros(tmp_path / "bomb.zip", size, first)
    done = subprocess.run([sys.executable, "-c", BOMB, path], capture_output=True, text=True, timeout=120)
    assert done.stdout.strip() == error, done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("name", ["a.tar.gz", "a.json", "a.jsonl", "a.csv", "a.parquet", "a.js"])
def test_a_gigabyte_of_zeros_in_other_forms(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name == "a.tar.gz":
        info = tarfile.TarInfo("outbox.json")
        info.size = 10**9
        with tarfile.open(path, "w:gz", compresslevel=1) as archive, Path("/dev/zero").open("rb") as zero:
            archive.addfile(tarfile.TarInfo("actor.json"))
            archive.addfile(info, zero)
    else:
        with path.open("wb") as file:
            file.truncate(10**9)  # takes no room on the disk
    done = subprocess.run([sys.executable, "-c", BOMB, path], capture_output=True, text=True, timeout=120)
    assert done.stdout.strip() in ("ArchiveError", "ArchiveTooLargeError"), done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("kind", [tarfile.GNUTYPE_LONGNAME, tarfile.XHDTYPE])
def test_a_tar_that_states_a_name_of_a_gigabyte(tmp_path: Path, kind: bytes) -> None:
    path = tmp_path / "export.tar.gz"
    header = tarfile.TarInfo("././@LongLink")
    header.type, header.size = kind, 10**9
    with gzip.open(path, "wb", compresslevel=1) as file:
        file.write(header.tobuf(tarfile.GNU_FORMAT))
        for _ in range(header.size // 2**20 + 1):
            file.write(bytes(2**20))
    done = subprocess.run([sys.executable, "-c", BOMB, path], capture_output=True, text=True, timeout=120)
    assert done.stdout.strip() == "ArchiveError", done.stderr


@pytest.mark.thorough
def test_the_error_says_how_large_and_how_much_is_allowed(tmp_path: Path) -> None:
    with pytest.raises(ArchiveTooLargeError) as caught:
        read(zeros(tmp_path / "bomb.zip", 600 * 2**20, b"window.YTD.tweets.part0 = ["))
    assert caught.value.size > caught.value.limit > 2**20
    json.dumps(caught.value.fields())


def test_a_display_name_that_is_endless_or_turns_text_round(archive: Write) -> None:
    def named(name: str) -> str:
        account = js("account", [{"account": {"username": "example", "accountId": "1", "accountDisplayName": name}}])
        return open_source(str(archive([tweet(1, "x")], **{"data/account.js": account}))).account.name

    assert named("N" * 5_000_000) == "N" * (NAME_LIMIT - 1) + "…"
    assert named("\u202eevil\u202c \u2066one\u2069") == "evil one"
    assert named("دُريد\u200f 🌻") == "دُريد\u200f 🌻"  # marks that people write with stay


def test_a_folder_given_as_a_dot_has_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "photos").mkdir()
    monkeypatch.chdir(tmp_path / "photos")
    with pytest.raises(NoPostsError, match=r"^photos is empty"):
        open_source(".")
