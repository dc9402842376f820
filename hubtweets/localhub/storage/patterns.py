"""Which files go to LFS (.gitattributes) and which are left out (.gitignore)."""

from __future__ import annotations

from collections.abc import Callable

from pathspec import GitIgnoreSpec

BIG = 10 * 1024 * 1024
"""Regular files are smaller than this (bytes); the Hub's limit, https://huggingface.co/docs/hub/repositories-getting-started."""


def lfs_rule(gitattributes: bytes | None) -> Callable[[str], bool | None]:
    """A function from a path to whether .gitattributes sends it to LFS; None where it does not say. Last match wins."""
    rules: list[tuple[GitIgnoreSpec, bool]] = []
    for line in (gitattributes or b"").decode("utf-8", "replace").splitlines():
        words = line.split()
        if len(words) < 2 or words[0].startswith(("#", "!", "[")):
            continue
        says = [word for word in words[1:] if word.lstrip("-!").split("=")[0] == "filter"]
        if not says:
            continue
        try:
            rules.append((GitIgnoreSpec.from_lines([words[0]]), says[-1] == "filter=lfs"))
        except ValueError:  # not a pattern; git skips it too
            continue

    def rule(path: str) -> bool | None:
        return next((lfs for pattern, lfs in reversed(rules) if pattern.match_file(path)), None)

    return rule


def ignore_rule(gitignore: str | None) -> Callable[[str], bool]:
    """A function from a path to whether .gitignore leaves it out."""
    spec = GitIgnoreSpec.from_lines(filter(_is_pattern, (gitignore or "").splitlines()))
    return lambda path: bool(spec.match_file(path))


def _is_pattern(line: str) -> bool:
    """Whether git would take a line, and not skip it."""
    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True


def is_binary(sample: bytes) -> bool:
    """Whether the first bytes of a file (at most 512) are no text."""
    if b"\x00" in sample:
        return True
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError as error:
        return len(sample) - error.start > 3  # a character cut off by the end of the sample is fine
    return False
