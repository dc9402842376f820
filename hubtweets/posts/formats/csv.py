"""CSV and TSV as programs and people leave them: any encoding, delimiter and line end, quotes that are never closed."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO

from hubtweets.posts.contract import Row, TableFormat
from hubtweets.posts.formats import _magic
from hubtweets.posts.formats._encodings import UNDECODED, cesu_text, detect
from hubtweets.posts.formats._streams import LINE_LIMIT, damaged, opened, too_large, whole
from hubtweets.posts.values import is_nothing

UNCLOSED = "quotation marks are not closed; each of these lines was taken as it stands"
REPEATED = "lines repeat the names of the columns, as files that were put together have them"
TOO_MANY = "rows have more cells than columns; those beyond the last are not used"
UNKNOWN = "bytes are in no known encoding; each is shown as \ufffd"

LOOKED_AT = 200
"""Lines at the beginning that show what the columns look like."""

CELL_LINES = 2_000
"""Lines that one cell may have."""

MOST_UNCLOSED = 50
"""So many quotes that nothing closes, and quotes mean nothing in this file."""

DELIMITERS = ",;\t|\x01\x1f^"
_TEXT_COLUMNS = frozenset(("text", "tweet", "content", "full_text", "post", "body", "message", "tweets", "posts"))
_ONE_COLUMN = "\x1e"
"""The delimiter of a file without any: no text has it."""

_ESCAPED = re.compile(r'[^\\,;\t|]\\"(?!\s*(?:[,;\t|"]|$))')
_DATE = re.compile(
    r"\d{4}[-/.]\d\d?[-/.]\d\d?[ T\d:.Z+-]*|\d\d?[-/.]\d\d?[-/.]\d{2,4}[ \d:.APMapm]*"
    r"|[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d? .{10,30}|[A-Z][a-z]{2,8} \d\d?, \d{4}(?: at \d\d?:\d\d ?[AaPp][Mm])?"
)
_HANDLE = re.compile(r"@?[A-Za-z_]\w{2,29}")


class CsvRows:
    """The rows of a CSV or TSV file; see `TableFormat`. `trouble` counts what could not be used, by what is wrong.

    Raises:
        ArchiveError: when it is damaged or empty.
        ArchiveTooLargeError: when a line is over `LINE_LIMIT`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.trouble: Counter[str] = Counter()
        self.notes: list[str] = []

    def __iter__(self) -> Iterator[Row]:
        encoding = detect(self.path)
        if encoding not in ("utf-8", "utf-8-sig"):
            self.notes.append(f"{self.path.name} is read in the encoding {encoding}, which its bytes look like.")
        csv.field_size_limit(LINE_LIMIT)
        with opened(self.path) as file:
            self._check_kind(file.read(64))
            file.seek(0)
        with opened(self.path) as file, self._text(file, encoding) as text:
            try:
                yield from self._rows(_Lines(self.path, text))
            except (UnicodeDecodeError, csv.Error) as error:  # of UTF-16, and of a cell of many lines that is too long
                raise damaged(self.path, error) from None

    def _check_kind(self, start: bytes) -> None:
        """Refuse a file of another kind under the name of a table."""
        found = _magic.hint(start)
        if found is None and re.match(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*[\"}]", start):
            found = "It is JSON: give it the ending .json or .jsonl."
        if found is not None:
            raise damaged(self.path, "it is no table in CSV or TSV", hint=found)

    def _text(self, file: IO[bytes], encoding: str) -> IO[str]:
        if encoding == "cesu-8":
            return io.StringIO(cesu_text(whole(self.path)), newline="")
        return io.TextIOWrapper(file, encoding, errors="surrogateescape", newline="")

    def _rows(self, lines: _Lines) -> Iterator[Row]:
        dialect = _Dialect(self.path, lines, self.notes)
        names = dialect.names
        if not any(name.strip() for name in names):
            raise damaged(self.path, "it is empty")
        repeated = [name.strip("\ufeff") for name in names]
        twice = [name for name, count in Counter(names).items() if count > 1 and name.strip()]
        if twice:
            listed = ", ".join(repr(name[:40]) for name in twice[:5])
            self.notes.append(
                f"{self.path.name} has several columns called {listed}; of each row the first with something is used."
            )
        for cells in _Records(lines, dialect, self.trouble):
            if any(cells[len(names) :]):
                self.trouble[TOO_MANY] += 1
            if cells[1:] == repeated[1:] and cells[:1] in (repeated[:1], [f"\ufeff{repeated[0]}"]):
                self.trouble[REPEATED] += 1
            elif any(cells):
                row = dict(zip(names, map(self._decoded, cells), strict=False))
                if twice:  # then the last of a name is there
                    for name, cell in reversed([*zip(names, cells, strict=False)]):
                        if not is_nothing(cell):
                            row[name] = self._decoded(cell)
                yield row

    def _decoded(self, cell: str) -> str:
        if cell.isascii():
            return cell
        text, count = UNDECODED.subn("\ufffd", cell)
        if count:
            self.trouble[UNKNOWN] += count
        return text


def written_rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The lines of a table that people wrote for a program: any encoding and delimiter, but nothing is guessed besides.

    Yields:
        The number of the line in the file in which it begins, from 1, and its cells; the names of the columns come
        first.

    Raises:
        OSError: when it cannot be read.
        ValueError: when a quote is never closed, or bytes are no text.
        ArchiveTooLargeError: when a line is over `LINE_LIMIT`.
    """
    csv.field_size_limit(LINE_LIMIT)
    with path.open(encoding=detect(path), newline="") as file:
        lines = _Lines(path, file)
        first = [lines.next().removeprefix("\ufeff")]
        while first[-1] and not first[-1].strip():
            first.append(lines.next())
        lines.put_back(first)
        delimiter = _delimiter(first[-1], ())
        rows = csv.reader(iter(lines.next, ""), delimiter=delimiter, skipinitialspace=True, strict=True)
        before = 0
        try:
            for cells in rows:
                yield before + 1, cells
                before = rows.line_num
        except csv.Error as error:
            raise ValueError(f"line {before + 1}: {error}") from None


class _Lines:
    """The lines of a text, without NUL characters; some may be put back, and come again."""

    def __init__(self, path: Path, file: IO[str]) -> None:
        self._path = path
        self._file = file
        self._back: deque[str] = deque()

    def next(self) -> str:
        """The next line with its end, or an empty string where there is none."""
        if self._back:
            return self._back.popleft()
        line = self._file.readline(LINE_LIMIT)
        if len(line) >= LINE_LIMIT:
            raise too_large(self._path, "a line", LINE_LIMIT, LINE_LIMIT)
        return line.replace("\x00", "") or ("\n" if line else "") if "\x00" in line else line

    def put_back(self, lines: Sequence[str]) -> None:
        """Let `lines` come next, in this order."""
        self._back.extendleft(reversed(lines))


class _Dialect:
    """How a file is written, by its first lines: the delimiter, whether quotes mean anything, the names of its columns.

    `strict` has, for columns that hold numbers or dates alone or one word in each row, what their cells look like.
    """

    def __init__(self, path: Path, lines: _Lines, notes: list[str]) -> None:
        while (first := lines.next()) and not first.strip("\ufeff\r\n"):
            pass
        self.delimiter = ""
        if match := re.fullmatch(r"\ufeff?\"?sep=(.)\"?\s*", first):  # what Excel takes for a delimiter
            self.delimiter = match[1]
            first = lines.next()
        head = [line for _ in range(LOOKED_AT) if (line := lines.next())]
        if not self.delimiter:
            self.delimiter = (
                "\t" if path.name.lower().endswith((".tsv", ".tsv.gz", ".tab")) else _delimiter(first, head)
            )
        if first.strip('\ufeff" \r\n').lower() in _TEXT_COLUMNS:
            self.delimiter = _ONE_COLUMN
        while head and first.count(self.delimiter) == 0 and head[0].count(self.delimiter) > 0:
            if first.strip():
                notes.append(f"{path.name}: the line above the names of the columns is not used.")
            first = head.pop(0)
        if (title := self._lines_of_title(first, head)) is not None:
            notes.append(f"{path.name}: the {title + 1} lines above the names of the columns are not used.")
            first, head = head[title], head[title + 1 :]
        self.quote = "'" if self._has_single_quotes(first, head) else '"'
        self.quoting = not self._is_unquoted(first, head)
        # Databases write a quote inside of quotes as \\" and not as "".
        self.escape = "\\" if self.quoting and any(map(_ESCAPED.search, head)) else None
        # People who write tables by hand put a space behind the comma, and the quote after it.
        spaced = f"{self.delimiter} {self.quote}"
        self.skip_spaces = any(spaced in line for line in head) and not any(
            self.delimiter + self.quote in line for line in head
        )
        lines.put_back(head)
        self.names = self._header(lines, first)
        samples = [self.cells(line) for line in head if line.count(self.quote) % 2 == 0]
        samples = [cells for cells in samples if len(cells) == len(self.names)]
        self.opens_each = not samples  # each row has a quote that nothing closes
        if self.opens_each:
            samples = [cells for line in head if len(cells := self.bare_cells(line)) == len(self.names)]
        if _is_data(self.names):
            notes.append(f"{path.name} has no line with the names of its columns; they are numbered (--text-column 3).")
            lines.put_back([first])
            self.names = _numbered([self.cells(first), *samples])
        self.strict = {
            at: shape
            for at in range(len(self.names))
            if (shape := _shape([cells[at] for cells in samples])) is not None
        }

    def cells(self, line: str) -> list[str]:
        """The cells of one line alone."""
        return next(self.reader([line.rstrip("\r\n")]), []) if self.quoting else self.bare_cells(line)

    def bare_cells(self, line: str) -> list[str]:
        """The cells of one line in which quotes mean nothing."""
        return next(csv.reader([line.rstrip("\r\n")], delimiter=self.delimiter, quoting=csv.QUOTE_NONE), [])

    def _lines_of_title(self, first: str, head: Sequence[str]) -> int | None:
        """How many lines after the first still tell about the file, as reports have some above their columns."""
        if first.count(self.delimiter) or self.delimiter == _ONE_COLUMN:
            return None
        at = next((at for at, line in enumerate(head[:20]) if line.count(self.delimiter)), len(head))
        below = head[at + 1 : at + 2]
        return at if below and 2 <= head[at].count(self.delimiter) <= below[0].count(self.delimiter) else None

    def reader(self, lines: Iterable[str]) -> Iterator[list[str]]:
        """The rows of lines with quotes."""
        return csv.reader(
            lines,
            delimiter=self.delimiter,
            quotechar=self.quote,
            escapechar=self.escape,
            skipinitialspace=self.skip_spaces,
        )

    def looks_like_row(self, line: str) -> bool:
        """Whether a line inside an open quote has the very form of a row of its own."""
        if not self.strict or line.count(self.delimiter) < len(self.names) - 1:
            return False
        if line.count(self.quote) % 2 and not self.opens_each:
            return False
        cells = self.bare_cells(line) if self.opens_each else self.cells(line)
        return len(cells) >= len(self.names) and all(shape.fullmatch(cells[at]) for at, shape in self.strict.items())

    def _has_single_quotes(self, first: str, head: Sequence[str]) -> bool:
        """Whether cells stand between single quotes, as some databases write them.

        Then no double quote is there, cells so read are as many as the first line has names, and it is needed: the
        names are quoted too, nearly all lines are, or there are more delimiters than columns.
        """
        begins = re.compile(rf"(?:^|{re.escape(self.delimiter)})'")
        if any('"' in line for line in (first, *head)) or not any(map(begins.search, head)):
            return False
        delimiters = first.count(self.delimiter)
        quoted = [line for line in head if begins.search(line) and line.count("'") % 2 == 0]  # no part of a longer cell
        whole = [line for line in quoted if self._cells_in_single_quotes(line) == delimiters + 1]
        is_needed = (
            first.startswith("'")
            or len(quoted) >= 0.9 * len(head)
            or any(line.count(self.delimiter) > delimiters for line in whole)
        )
        return is_needed and 0 < len(whole) >= 0.5 * len(quoted)

    def _cells_in_single_quotes(self, line: str) -> int:
        """How many cells a line has where single quotes stand around whole cells; 0 where they do not."""
        try:
            return len(next(csv.reader([line.rstrip("\r\n")], delimiter=self.delimiter, quotechar="'", strict=True)))
        except csv.Error:
            return 0

    def _is_unquoted(self, first: str, head: Sequence[str]) -> bool:
        """Tabs never stand in posts, so that lines of the right number of cells with odd quotes show unquoted text."""
        if self.delimiter != "\t" or any(line.count("\t") != first.count("\t") for line in head):
            return False
        cells = [cell for line in head for cell in line.rstrip("\r\n").split("\t")]
        return any(cell.startswith('"') and not re.fullmatch(r'"(?:[^"]|"")*"', cell) for cell in cells)

    def _header(self, lines: _Lines, first: str) -> list[str]:
        taken = [first]
        while (
            self.quoting
            and sum(line.count(self.quote) for line in taken) % 2
            and len(taken) < 50
            and (line := lines.next())
        ):
            taken.append(line)
        if len(taken) > 1 and sum(line.count(self.quote) for line in taken) % 2:
            lines.put_back(taken[1:])
            taken = [first]
        if len(taken) == 1:
            return self.cells(first)
        return next(self.reader(taken), [])


class _Records:
    """The cells of one row after another. A quote that is never closed spoils the row it is in, and no other."""

    def __init__(self, lines: _Lines, dialect: _Dialect, trouble: Counter[str]) -> None:
        self._lines = lines
        self._dialect = dialect
        self._trouble = trouble
        self._taken: list[str] = []
        self._is_open = False

    def __iter__(self) -> Iterator[list[str]]:
        dialect = self._dialect
        while line := self._lines.next():
            if dialect.quote not in line or not dialect.quoting:
                yield dialect.cells(line)
                continue
            yield self._quoted(line)

    def _feed(self, line: str) -> Iterator[str]:
        yield line
        while line := self._lines.next():
            if self._dialect.looks_like_row(line) or len(self._taken) > CELL_LINES:
                self._lines.put_back([line])
                break
            self._taken.append(line)
            yield line
        self._is_open = True  # asked for more than there is: inside quotes at the end

    def _quoted(self, line: str) -> list[str]:
        self._taken, self._is_open = [], False
        cells = next(self._dialect.reader(self._feed(line)), [])
        if not self._is_open:
            return cells
        self._lines.put_back(self._taken)
        self._trouble[UNCLOSED] += 1
        if self._trouble[UNCLOSED] >= MOST_UNCLOSED:
            self._dialect.quoting = False
        bare = line.rstrip("\r\n")
        quote = self._dialect.quote
        if bare.count(quote) == 1 or not self._dialect.quoting:
            return next(csv.reader([bare], delimiter=self._dialect.delimiter, quoting=csv.QUOTE_NONE), [])
        return next(self._dialect.reader([bare + quote]), [])


def _delimiter(first: str, head: Sequence[str]) -> str:
    """The mark that the first line has most often; where that is a title, the one that the lines after it share."""
    best = max(DELIMITERS, key=first.count)
    return best if first.count(best) or not head else max(DELIMITERS, key=head[0].count)


def _is_data(names: Sequence[str]) -> bool:
    """Whether the first line is a row already: it holds a long number, an address, a date, or a sentence."""
    return any(
        re.fullmatch(r"\d{5,}|https?://\S+", name) or _DATE.fullmatch(name) or (len(name) > 40 and name.count(" ") >= 5)
        for name in map(str.strip, names)
    )


def _shape(cells: Sequence[str]) -> re.Pattern[str] | None:
    """What all the cells of a column look like, where that is telling."""
    if len(cells) < 2 or not all(cells):
        return None
    for shape in (re.compile(r"\d+"), _DATE):
        if all(shape.fullmatch(cell) for cell in cells):
            return shape
    return re.compile(re.escape(cells[0])) if len(set(cells)) == 1 and len(cells[0]) < 100 else None


def _numbered(rows: Sequence[Sequence[str]]) -> list[str]:
    """Names for columns without any: `text`, `id`, `date` and `username` where their cells tell, else their numbers."""
    names = [str(number) for number in range(1, len(rows[0]) + 1)]
    columns = list(zip(*rows, strict=False))
    spaces = [sum(cell.count(" ") for cell in column if not _DATE.fullmatch(cell)) for column in columns]
    if spaces and max(spaces):
        names[spaces.index(max(spaces))] = "text"
    for name, shape in (("id", re.compile(r"\d{5,}")), ("date", _DATE)):
        fits = [at for at, column in enumerate(columns) if names[at] != "text" and all(map(shape.fullmatch, column))]
        if fits:
            names[max(fits, key=lambda at: len(columns[at][0]))] = name
    people = [at for at, column in enumerate(columns) if names[at].isdecimal() and all(map(_HANDLE.fullmatch, column))]
    if people:
        # Of columns with one word in each row, constants of programs are in capitals.
        names[max(people, key=lambda at: (len(set(columns[at])), not columns[at][0].isupper()))] = "username"
    return names


FORMAT = TableFormat("CSV", (".csv", ".tsv", ".tab"), CsvRows)
