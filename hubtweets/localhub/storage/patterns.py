"""Which files go to LFS (.gitattributes) and which are left out (.gitignore)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from pathspec import GitIgnoreSpec
from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

BIG = 10 * 1024 * 1024
"""Regular files are smaller than this (bytes); the Hub's limit, https://huggingface.co/docs/hub/repositories-getting-started."""
TO_LFS = "filter=lfs diff=lfs merge=lfs -text"
"""What .gitattributes says of files that go to LFS."""
_SPACE = " \t\r\n"  # what git takes for space: between words, and as [:space:]


def lfs_rule(gitattributes: bytes | None) -> Callable[[str], bool | None]:
    """A function from a path to whether .gitattributes sends it to LFS; None where it does not say. Last match wins.

    Source: https://git-scm.com/docs/gitattributes. Of the POSIX classes only [:space:] is known: git-lfs writes it.
    """
    rules: list[tuple[re.Pattern[str], bool]] = []
    for line in (gitattributes or b"").decode("utf-8", "replace").split("\n"):
        words = re.findall(f"[^{_SPACE}]+", line)
        if len(words) < 2 or words[0].startswith(("#", "!", "[attr]")):
            continue
        says = [word for word in words[1:] if word.lstrip("-!").split("=")[0] == "filter"]
        if not says:
            continue
        try:
            regex = GitIgnoreSpecPattern(words[0].replace("[:space:]", _SPACE)).regex
        except (ValueError, re.error):  # not a pattern; git skips it too
            continue
        if regex is not None:
            rules.append((regex, says[-1] == "filter=lfs"))

    def rule(path: str) -> bool | None:
        return next((lfs for regex, lfs in reversed(rules) if _is_file_match(regex.search(path))), None)

    return rule


def _is_file_match(match: re.Match[str] | None) -> bool:
    """Whether the file itself was matched: the one group of such a regex marks the match of a folder above it, which
    counts in .gitignore and not in .gitattributes."""
    return match is not None and match.lastgroup is None


def sending_to_lfs(gitattributes: bytes, paths: Iterable[str]) -> bytes:
    """.gitattributes with a line, as the Hub writes it, for each of the paths that it does not send to LFS yet."""
    rule = lfs_rule(gitattributes)
    lines = [f"{_pattern(path)} {TO_LFS}\n" for path in dict.fromkeys(paths) if not rule(path)]
    if not lines:
        return gitattributes
    between = b"\n" if gitattributes and not gitattributes.endswith(b"\n") else b""
    return gitattributes + between + "".join(lines).encode()


def _pattern(path: str) -> str:
    """The pattern that matches a path and, but for the same name in other folders, nothing else."""
    literal = re.sub(r'[\\*?\[]|^[#!"]', r"\\\g<0>", path)
    return re.sub(f"[{_SPACE}]", "[[:space:]]", literal)


def ignore_rule(gitignore: str | None) -> Callable[[str], bool]:
    """A function from a path to whether .gitignore leaves it out."""
    spec = GitIgnoreSpec.from_lines(filter(_is_pattern, (gitignore or "").splitlines()))
    return lambda path: bool(spec.match_file(path))


def _is_pattern(line: str) -> bool:
    """Whether git would take a line, and not skip it."""
    try:
        GitIgnoreSpec.from_lines([line])
    except (ValueError, re.error):
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
