"""Workbooks of spreadsheets: not read, but people are told how to save what is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hubtweets.errors import ArchiveError
from hubtweets.posts.contract import Row, TableFormat


class WorkbookRows:
    """Refuses a workbook: it rounds ids of posts to 15 digits, and which sheet is meant is not certain.

    Raises:
        ArchiveError: always.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def __iter__(self) -> Iterator[Row]:
        raise ArchiveError(
            f"{self.path.name} is a spreadsheet's workbook, which hubtweets does not read.",
            path=self.path,
            hint="Save the sheet as CSV UTF-8 (File, Save As, or Download, .csv), and give that file.",
        )


FORMAT = TableFormat("a workbook", (".xlsx", ".xls", ".xlsm", ".ods", ".numbers"), WorkbookRows)
