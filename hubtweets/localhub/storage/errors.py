"""What can be wrong with what is stored or asked of it, in no protocol's words: the API turns each into an answer."""

from __future__ import annotations


class StorageError(Exception):
    """Base of them. `message` is for whoever asked."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class RepoNotFoundError(StorageError):
    """There is no such repo, or not any more."""

    def __init__(self) -> None:
        super().__init__("Repository not found")


class RevisionNotFoundError(StorageError):
    """No such branch, tag, ref or commit."""

    def __init__(self, revision: str) -> None:
        super().__init__(f"Invalid rev id: {revision}")


class EntryNotFoundError(StorageError):
    """No such file or folder at this revision."""

    def __init__(self, path: str = "") -> None:
        super().__init__(f"{path} does not exist" if path else "Entry not found")


class ObjectNotFoundError(StorageError):
    """No such LFS object, or no such upload of one."""


class ExistsError(StorageError):
    """Something of that name is there already."""


class InvalidError(StorageError):
    """What was asked for cannot be meant: a name, an id, bytes that are not what was announced."""


class InvalidPathError(StorageError):
    """A path that git does not allow in a tree."""

    def __init__(self, path: str) -> None:
        super().__init__(f"Invalid path in repo: {path}")


class InvalidCardError(StorageError):
    """The front matter of README.md is one that the Hub refuses; `problems` has one line each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("Invalid metadata in README.md.\n" + "\n".join(f"- {problem}" for problem in problems))


class TooLargeError(StorageError):
    """More bytes than were announced or are allowed."""
