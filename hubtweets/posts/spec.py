"""From what a person writes after `--posts` to the source that it means."""

from __future__ import annotations

import functools
import pkgutil
import re
from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NoReturn

from hubtweets._shared import disk, network
from hubtweets._shared.progress import IN_PYTHON, SILENT, Progress
from hubtweets._shared.text import one_line
from hubtweets.errors import NoPostsError, SourceSpecError
from hubtweets.posts import formats, sources
from hubtweets.posts.contract import ArchiveFormat, Files, NetworkSource, OrderedSource, Source, TableFormat
from hubtweets.posts.formats._piped import from_pipe
from hubtweets.posts.options import DEFAULT_OPTIONS, ReadOptions

if TYPE_CHECKING:
    from hubtweets.posts.sources._split import SplitTable

GROUP = "hubtweets.sources"
"""The entry point group in which other packages offer sources and formats: the value is a `NetworkSource`, an
`ArchiveFormat` or a `TableFormat`, or a function like `NetworkSource.open`, whose word is the entry point's name."""

Offered = NetworkSource | ArchiveFormat | TableFormat


def open_source(
    spec: str | Path,
    *,
    handle: str | None = None,
    name: str | None = None,
    reading: ReadOptions = DEFAULT_OPTIONS,
    progress: Progress = IN_PYTHON,
) -> OrderedSource:
    """The source that `spec` names; its posts come once each, oldest first.

    Args:
        spec: an X archive (zip, folder or a lone `tweets.js`); a Mastodon or Threads export (zip, tar.gz or folder); a
            table (`.csv`, `.tsv`, `.json`, `.jsonl`, `.parquet`, also with `.gz`); `hf:dataset-id[:split]`; `x:handle`;
            `bluesky:handle`; `mastodon:user@server`; `-`, or a named pipe, for an archive or table that comes
            through it; or what an installed package offers.
        handle: whose posts they are; wins over what an archive says, chooses in a table of several accounts, and is
            needed where nothing says it.
        name: the display name, likewise.
        reading: how it is read.
        progress: where a source on the network reports how far it is.

    Raises:
        SourceSpecError: when it names no known source.
        WhosePostsError: when it is not certain whose posts they are.
        HandleError: when `handle` is not one that the platform would allow.
        MissingExtraError: when the source needs a library that is not installed.
        UsageError: when the environment names a proxy or certificates that cannot be used.
        PostsError: when the source cannot be opened.
    """
    spec = str(spec)
    if spec == "-" or disk.expanded(spec).is_fifo():
        return OrderedSource(_open_file(from_pipe(spec), handle, name, reading))
    if (meant := _pasted(spec)) is not None and not disk.expanded(spec).exists():
        raise SourceSpecError(
            f"{one_line(spec)[:200]!r} is not how a source of posts is named.",
            spec=spec,
            hint=f"For that account's or data set's posts: {meant}",
        )
    if (word := _word(spec)) is not None:
        rest = spec.partition(":")[2]
        found = _network(word, spec)
        if not disk.expanded(rest).exists():  # hf: takes folders too
            network.check()
        return OrderedSource(found.open(rest, handle=handle, name=name, reading=reading, progress=progress))
    return OrderedSource(_open_file(spec, handle, name, reading))


def is_on_network(spec: str) -> bool:
    """Whether `spec` names an account or data set of a service that posts are read from, such as `x:handle`."""
    return _word(spec) in network_sources()


def _word(spec: str) -> str | None:
    """The word before the colon, where `spec` names no file.

    A single letter is a Windows drive, but for x; and files may have a colon in their names.
    """
    word, colon, _ = spec.partition(":")
    return word if colon and (len(word) > 1 or word == "x") and not Path(spec).exists() else None


def is_table(spec: str) -> bool:
    """Whether `spec` is a file that is read as a table by its name alone."""
    path = disk.expanded(spec)
    bare = path.name.lower().removesuffix(".gz")  # a .json may be a file of an archive
    return path.is_file() and not bare.endswith(".json") and any(bare.endswith(one.suffixes) for one in _tables())


def split_table(
    spec: str, folder: Path, *, reading: ReadOptions = DEFAULT_OPTIONS, progress: Progress = SILENT
) -> SplitTable:
    """A table (`is_table`) of many accounts, read once; its `source` gives one account's posts.

    Args:
        spec: the table.
        folder: where its rows are kept by account.
        reading: how it is read; the same for all accounts.
        progress: where it says how far it is.

    Raises:
        MissingExtraError: when a library for it is not installed.
        PostsError: when it cannot be read.
        OSError: when `folder` cannot be written.
    """
    from hubtweets.posts.sources._split import SplitTable

    path = disk.expanded(spec)
    table = next(one for one in _tables() if path.name.lower().removesuffix(".gz").endswith(one.suffixes))
    return SplitTable(
        path, table.rows(path), folder, title=f"a table ({table.title})", reading=reading, progress=progress
    )


def network_sources() -> dict[str, NetworkSource]:
    """The services that posts are read from, by the word before the colon; installed ones replace no built-in one."""
    return {source.word: source for source in reversed(_offered(sources)) if isinstance(source, NetworkSource)}


def table_suffixes() -> tuple[str, ...]:
    """The ends of names of the files that are read as tables, such as `.csv` and `.csv.gz`."""
    plain = [suffix for table in _tables() for suffix in table.suffixes]
    return (*plain, *(f"{suffix}.gz" for suffix in plain))


_PAGES = tuple(
    (re.compile(rf"(?:https?://)?(?:www\.|mobile\.)?{page}(?:[/?#].*)?", re.IGNORECASE), source)
    for page, source in (
        (r"(?:x|twitter)\.com/@?(\w{1,15})", r"x:\1"),
        (r"bsky\.app/profile/([\w.:-]{1,253})", r"bluesky:\1"),
        (r"huggingface\.co/datasets/([\w.-]{1,96}/[\w.-]{1,96})", r"hf:\1"),
        (r"([\w.-]{1,253}\.[a-z]{2,24})/@(\w{1,64})", r"mastodon:\2@\1"),
        (r"@?(\w{1,64})@([\w.-]{1,253}\.[a-z]{2,24})", r"mastodon:\1@\2"),
        (r"@?([a-z0-9-]{1,63}\.bsky\.social)", r"bluesky:\1"),
    )
)
"""How people paste accounts and data sets, and the sources that they are."""


def _pasted(spec: str) -> str | None:
    """The source that an address of the web, or an account as others write it, stands for."""
    found = ((page.fullmatch(spec.strip()), source) for page, source in _PAGES)
    return next((match.expand(source) for match, source in found if match), None)


def _network(word: str, spec: str) -> NetworkSource:
    known = network_sources()
    if word not in known:
        words = ", ".join(f"{name}:" for name in sorted(known))
        raise SourceSpecError(
            f"{spec!r}: no source is called {word!r}.",
            spec=spec,
            hint=f"Sources on the network are {words}. For a file, give its path.",
        )
    return known[word]


# -- what is offered: by our own modules and by other packages ---------------------------------------------------------


@functools.cache
def _built_in(package: ModuleType) -> tuple[Offered, ...]:
    """What the modules of a folder offer as `SOURCE` or `FORMAT`; a new module is found without being listed."""
    modules = (
        import_module(f"{package.__name__}.{module.name}")
        for module in pkgutil.iter_modules(package.__path__)
        if not module.name.startswith("_")
    )
    offered = (getattr(module, "SOURCE", None) or getattr(module, "FORMAT", None) for module in modules)
    return tuple(one for one in offered if one is not None)


def _installed() -> Iterator[Offered]:
    for point in entry_points(group=GROUP):
        try:
            offered = point.load()
        except Exception as error:  # a broken package takes nothing but its own source away
            offered = functools.partial(_broken, point.name, error)
        if isinstance(offered, NetworkSource | ArchiveFormat | TableFormat):
            yield offered
        else:
            yield NetworkSource(point.name, offered, f"{point.name}:…")


def _broken(name: str, error: Exception, *_: object, **__: object) -> NoReturn:
    raise SourceSpecError(
        f"The source {name!r} of an installed package cannot be loaded: {one_line(str(error))[:200]}.",
        spec=name,
        hint="Update or remove the package.",
    ) from error


def _offered(package: ModuleType) -> tuple[Offered, ...]:
    return (*_built_in(package), *_installed())


def _tables() -> list[TableFormat]:
    return [one for one in _offered(formats) if isinstance(one, TableFormat)]


# -- files -------------------------------------------------------------------------------------------------------------


def _open_file(spec: str, handle: str | None, name: str | None, reading: ReadOptions) -> Source:
    from hubtweets.posts.formats._files import LoneFile, open_files
    from hubtweets.posts.sources.table import Table

    if not spec.strip():
        raise SourceSpecError("No source is named.", spec=spec, hint="Give the path of an archive, for example.")
    path = disk.expanded(spec)
    path = path if path.name else path.resolve()  # `.` has no name to tell people
    bare = path.name.lower().removesuffix(".gz")
    table = next((table for table in _tables() if bare.endswith(table.suffixes)), None)
    if table is None and not path.exists() and not re.search(r"[/\\]|\.(zip|js|tar\.gz|tgz)$", spec):
        raise SourceSpecError(
            f"{spec!r} is neither a file nor a source that hubtweets knows.",
            spec=spec,
            hint="Give the path of an X archive, a Mastodon export or a table, or a source such as bluesky:HANDLE.",
        )
    if table is None or (path.is_file() and bare.endswith(".json")):
        # A file of an archive may be saved as .json; whether it is one, its content tells.
        files = open_files(path)
        there: list[tuple[ArchiveFormat, Sequence[str]]] = []
        for form in sorted(_archives(), key=lambda archive: -archive.rank):
            if not (there and isinstance(files, LoneFile)) and (found := form.find(files)):
                there.append((form, found))
        if len(there) > 1:
            raise _several(files, [(form.title, found[0]) for form, found in there])
        if there:
            form, found = there[0]
            return form.open(files, found, handle=handle, name=name, reading=reading)
        if table is None:
            raise _no_posts(files)
    source = Table(path.name, table.rows(path), handle=handle, name=name, reading=reading)
    source.form = source.form or f"a table ({table.title})"
    return source


def _archives() -> list[ArchiveFormat]:
    return [one for one in _offered(sources) if isinstance(one, ArchiveFormat)]


def _several(files: Files, there: Sequence[tuple[str, str]]) -> SourceSpecError:
    """The error for a folder of archives of different forms, of which none is meant more than another."""
    listed = ", ".join(f"{title} ({one_line(found)[:80]})" for title, found in there)
    return SourceSpecError(
        f"{files.path.name} holds archives of several forms: {listed}.",
        spec=str(files.path),
        hint="Give each of them by itself, such as the folder or zip that it was downloaded as.",
    )


_PACKED = re.compile(r".*\.(?:zip|tar(?:\.\w{2,3})?|tgz|tbz2?|7z|rar)", re.IGNORECASE)
_DOWNLOADED = "Ask X for a new archive (Settings, Your account, Download an archive of your data)."
# Downloads of services whose forms are not read, by a file that they all have.
_ELSEWHERE = tuple(
    (re.compile(rf"(?:.*/)?(?:{names})", re.IGNORECASE), what, hint)
    for names, what, hint in (
        (r"your_facebook_activity/.*|posts/your_posts.*\.(?:json|html)", "a Facebook download",
         "Save your public posts as a table with a column `text`, and give that."),
        (r"threads_and_replies\.html", "a Threads download in HTML", "Ask for it anew, and choose JSON."),
        (r"your_instagram_activity/.*|(?:content|media)/posts_\d+\.(?:json|html)", "an Instagram download",
         "Of Meta's downloads those of Threads are read: ask for Threads, in JSON."),
        (r"Shares\.csv", "a LinkedIn download", "Give Shares.csv by itself, with --text-column ShareCommentary."),
        (r"(?:post|comment)_headers\.csv|comments\.csv|subscribed_subreddits\.csv", "a Reddit download",
         "Give comments.csv or posts.csv by itself."),
        (r"payload-\d+\.json|posts/html/\d+\.html", "a Tumblr download",
         "Save your posts as a table with a column `text`, and give that."),
        (r"(?:messages|inbox)/.*|_chat\.txt|WhatsApp Chat.*\.txt|.*messages\d*\.html",
         "a download of chats", "Messages are no posts, and are not read."),
        (r"Takeout/.*", "a download of Google", "It holds no posts of a kind that is read."),
        (r"word/document\.xml|xl/workbook\.xml|content\.opf|mimetype", "a document of another program",
         "Save the posts as CSV, and give that."),
    )
)  # fmt: skip


def _no_posts(files: Files) -> NoPostsError:
    """The error for an archive that is of no known form; it says what is inside that may have been meant."""
    names = [name for name in files.names() if "__MACOSX" not in name]
    where = files.path.name
    if not names:
        return NoPostsError(
            f"{where} is empty.", path=files.path, hint="Give the path of the archive as it was downloaded."
        )
    if inner := [name for name in names if _PACKED.fullmatch(name)]:
        listed = ", ".join(one_line(name)[:200] for name in inner[:5])
        several = len(inner) > 1
        return NoPostsError(
            f"{where} holds no posts, but {f'{len(inner):,} other archives' if several else 'another archive'} inside "
            f"it: {listed}{', …' if len(inner) > 5 else ''}.",
            path=files.path,
            hint="Give one of them; several of one account are read as one when each is unpacked into a folder of its "
            "own here."
            if several
            else "Give that file."
            if files.path.is_dir()
            else "Unpack it, and give the archive that was inside.",
        )
    for pattern, what, hint in _ELSEWHERE:
        if any(map(pattern.fullmatch, names)):
            return NoPostsError(
                f"{where} looks like {what}, which hubtweets does not read.", path=files.path, hint=hint
            )
    suffixes = table_suffixes()
    table = next((name for name in names if name.lower().endswith(suffixes)), None)
    return NoPostsError(
        f"{where} holds no posts: there is no tweet.js, tweets.js, data/js/tweets or outbox.json in it.",
        path=files.path,
        hint=f"If they are in a table in it, such as {one_line(table)[:200]}, give that file alone."
        if table
        else _DOWNLOADED,
    )
