"""Which lines of two texts are the same, in order: difflib's matcher, in time that grows with the texts alone.

difflib takes quadratic time where lines repeat, and cubic time where they also alternate with others. Where it might,
lines that stand once in both texts part them first (patience diff, https://bramcohen.livejournal.com/73318.html).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from difflib import Match, SequenceMatcher

_STEPS = 2_000_000
"""What difflib may take at worst for two whole texts: a section of some hundred lines."""

_STEPS_A_LINE = 400
"""What it may take for a gap between lines that are the same, for each line in it."""

_Gap = tuple[int, int, int, int]


class Matcher(SequenceMatcher[str]):
    """difflib's, without its heuristics of popular lines; for long texts it may find fewer matches, never wrong ones.

    Args:
        isjunk: as difflib has it; merge3 hands in None.
        a: the lines of one text.
        b: the lines of the other.
    """

    def __init__(self, isjunk: Callable[[str], bool] | None, a: Sequence[str], b: Sequence[str]) -> None:
        super().__init__(isjunk, a, b, autojunk=False)
        self._one, self._other = a, b
        self._blocks: list[Match] | None = None

    def get_matching_blocks(self) -> list[Match]:
        """The matches in order, and one of no length at the end of both texts."""
        if self._blocks is None:
            short = _steps(self._one, self._other) <= _STEPS
            self._blocks = super().get_matching_blocks() if short else self._anchored()
        return self._blocks

    def _anchored(self) -> list[Match]:
        whole = (0, len(self._one), 0, len(self._other))
        first, gap, last = self._ends(whole)
        found = [first]
        at, from_b = gap[0], gap[2]
        for in_a, in_b in [*_anchors(self._one, self._other, gap), (gap[1], gap[3])]:
            found += self._in_gap((at, in_a, from_b, in_b))
            found.append(Match(in_a, in_b, 1))
            at, from_b = in_a + 1, in_b + 1
        found[-1] = last  # the gap's end is no line
        return [*_joined(found), Match(len(self._one), len(self._other), 0)]

    def _in_gap(self, gap: _Gap) -> list[Match]:
        first, (start, end, from_b, to_b), last = self._ends(gap)
        one, other = self._one[start:end], self._other[from_b:to_b]
        if not one or not other or _steps(one, other) > _STEPS_A_LINE * (len(one) + len(other)):
            return [first, last]
        blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
        return [first, *(Match(start + block.a, from_b + block.b, block.size) for block in blocks), last]

    def _ends(self, gap: _Gap) -> tuple[Match, _Gap, Match]:
        """The lines that are the same at a gap's beginning, what is between, and those at its end."""
        start, end, from_b, to_b = gap
        while start < end and from_b < to_b and self._one[start] == self._other[from_b]:
            start, from_b = start + 1, from_b + 1
        first = Match(gap[0], gap[2], start - gap[0])
        while start < end and from_b < to_b and self._one[end - 1] == self._other[to_b - 1]:
            end, to_b = end - 1, to_b - 1
        return first, (start, end, from_b, to_b), Match(end, to_b, gap[1] - end)


def _steps(one: Sequence[str], other: Sequence[str]) -> int:
    """What difflib may take at worst: for each match, every pair of lines that are the same."""
    times = Counter(other)
    pairs = sum(times[line] for line in one)
    return (len(one) + pairs) * min(len(one), len(other))


def _anchors(a: Sequence[str], b: Sequence[str], gap: _Gap) -> list[tuple[int, int]]:
    """The lines that stand once in both, as many as are in the same order: a longest increasing subsequence."""
    start, end, from_b, to_b = gap
    once_a, once_b = Counter(a[start:end]), Counter(b[from_b:to_b])
    places = {b[at]: at for at in range(from_b, to_b) if once_b[b[at]] == 1}
    pairs = [(at, places[a[at]]) for at in range(start, end) if once_a[a[at]] == 1 and a[at] in places]
    ends: list[int] = []  # the smallest place in b that a run of each length ends with
    lasts: list[int] = []  # which pair that is
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        ends[length : length + 1] = [place]
        lasts[length : length + 1] = [number]
        before.append(lasts[length - 1] if length else -1)
    run = []
    number = lasts[-1] if lasts else -1
    while number >= 0:
        run.append(pairs[number])
        number = before[number]
    return run[::-1]


def _joined(blocks: list[Match]) -> Iterator[Match]:
    """Matches that touch, made one; those of no length left out."""
    current: Match | None = None
    for block in blocks:
        if not block.size:
            continue
        if current and (current.a + current.size, current.b + current.size) == (block.a, block.b):
            current = Match(current.a, current.b, current.size + block.size)
            continue
        if current:
            yield current
        current = block
    if current:
        yield current
