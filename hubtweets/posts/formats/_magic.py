"""What a file is that cannot be read as what it was given for, by its first bytes: one hint for each kind."""

from __future__ import annotations

_PICTURE = "It is a picture or a film: give the archive as it came, which is a zip."
_UNPACK = "unpack it, and give the file that was inside."
_HINTS = (
    (b"\x1f\x8b", f"It is packed with gzip: {_UNPACK}"),
    (b"7z\xbc\xaf\x27\x1c", f"It is packed with 7-Zip: {_UNPACK}"),
    (b"Rar!", f"It is packed with RAR: {_UNPACK}"),
    (b"BZh", f"It is packed with bzip2: {_UNPACK}"),
    (b"\xfd7zXZ", f"It is packed with xz: {_UNPACK}"),
    (b"\x28\xb5\x2f\xfd", f"It is packed with Zstandard: {_UNPACK}"),
    (b"PK\x03\x04", "It is a zip: give it the ending .zip; for a spreadsheet's workbook, save the sheet as CSV UTF-8."),
    (b"\xd0\xcf\x11\xe0", "It is a workbook of an old Excel: save the sheet as CSV UTF-8, and give that."),
    (b"SQLite format 3\0", "It is a database: export its table of posts as CSV, and give that."),
    (b"PAR1", "It is Parquet: give it the ending .parquet."),
    (b"ARROW1", "It is an Arrow or Feather file: save the table as Parquet or CSV, and give that."),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"%PDF", "It is a PDF, not a table or an archive."),
)
_MARKUP = (
    ((b"<!doctype", b"<html"), "It is a web page, often a page of an error or a login: download the file again."),
    ((b"<?xml", b"<rss", b"<feed"), "It is XML, such as a feed: save the posts as CSV or JSON, and give that."),
)


def hint(start: bytes) -> str | None:
    """What to do with a file that begins with these bytes, or None where they are of no kind that is known."""
    for mark, told in _HINTS:
        if start.startswith(mark):
            return told
    if start[4:8] == b"ftyp":
        return _PICTURE
    if b"\xa2eroots" in start[:16]:
        return "It is an account's repository on Bluesky (CAR): give bluesky:HANDLE, which reads the same posts."
    plain = start.lstrip(b"\xef\xbb\xbf \t\r\n")[:16].lower()
    return next((told for marks, told in _MARKUP if plain.startswith(marks)), None)
