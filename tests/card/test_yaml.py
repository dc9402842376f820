"""The emitter of the front matter, with PyYAML's two readers as judges."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from hubtweets._shared import frontmatter
from hubtweets.card import yamltext
from hubtweets.card.metadata import Entry
from hubtweets.errors import CardReadError, RecordError

TRICKY = [
    "", " ", "a ", " a", "yes", "No", "NULL", "~", "y", "true", "1", "-1", "+1", "1.0", "1e3", "1.0e+3", ".5",
    "0x1F", "0o7", "0b1", "1_000", "12:30", "1:20:30", "2021-05-07", "2021-05-07T12:00:00Z", ".inf", "-.inf",
    ".nan", "=", "<<", "a: b", "a:", ":a", "a #b", "#a", "a#b", "- a", "-", "--- a", "...", "? a", "! a", "& a",
    "* a", "%a", "@a", "`a", "|", ">", "[a]", "{a}", "a, b", "'", '"', "it's", 'say "x"', "a\nb", "a\r\nb",
    "\t", "a\tb", "\x00", "\x7f", "\x85", "\u2028", "\ufeff", "\ufffe", "\U0001f916", "日本",
    "https://a.b/c?d=e#f", "\\n", "é\xa0", "\xa0",
]  # fmt: skip
text = st.one_of(st.sampled_from(TRICKY), st.text())
scalars = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), text)
data = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(text | st.integers(), inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.slow
@settings(max_examples=500, deadline=None)
@given(value=data, indent=st.sampled_from([0, 2, 4]))
def test_libyaml_gives_back_what_went_in(value: Any, indent: int) -> None:
    _gives_back(yaml.CSafeLoader, value, indent)


@pytest.mark.thorough
@settings(max_examples=500, deadline=None)  # the same in Python, and much slower
@given(value=data, indent=st.sampled_from([0, 2, 4]))
def test_pyyaml_gives_back_what_went_in(value: Any, indent: int) -> None:
    _gives_back(yaml.SafeLoader, value, indent)


def _gives_back(loader: Any, value: Any, indent: int) -> None:
    for written in (yamltext.dump(value, indent), yamltext.inline(value)):
        loaded = yaml.load(written, Loader=loader)
        assert loaded == value
        assert repr(loaded) == repr(value)  # 1 is not True, 1.0 is not 1, and keys keep their order


WRITTEN = [
    "a: &x {b: 1, c: [d]}\ne: *x\nf: {<<: *x, g: 2}", "1: a\n2: b", "a: 010\nb: 0x1F\nc: 1_000\nd: +3\ne: 0\nf: 00",
    "a: !!str 1\nb: !!int '2'\nc: !!float 3", "a: 12:30\nb: 2021-05-07\nc: 9999999999999999999999", "- a\n- 1", "a: =",
    "a: ~\nb:\nc: yes\nd: .inf\ne: 1e3\nf: 1.5", "a: 1\na: 2", "? [a]\n: b", "a: !!binary aGk=", "a: !!int x", "a: ١٢",
]  # fmt: skip


@pytest.mark.thorough
@settings(max_examples=300, deadline=None)
@given(written=st.one_of(st.sampled_from(WRITTEN), data.map(yamltext.dump), st.text(max_size=60)))
def test_front_matter_is_what_pyyaml_makes_of_it(written: str) -> None:
    """Most of a card's front matter is made into data without PyYAML's constructor: as that would have made it."""
    try:
        root = frontmatter.compose(written)
    except CardReadError:
        return
    told = []
    for work in (frontmatter.construct, _by_pyyaml_alone):
        try:
            told.append(repr(work(root)))
        except CardReadError as error:
            told.append(f"{error.message} {error.place}")
    assert told[0] == told[1]


def _by_pyyaml_alone(root: Any) -> Any:
    if root is None:
        return {}
    outer = yaml.MappingNode("tag:yaml.org,2002:map", [(yaml.ScalarNode("tag:yaml.org,2002:null", ""), root)])
    found = frontmatter.construct(outer)[None]  # a key that is no text: all of it is left to PyYAML
    if not isinstance(found, dict) and found is not None:
        raise CardReadError(f"the front matter is a {type(found).__name__}, not a mapping", place="2")
    return found or {}


@pytest.mark.parametrize("value", TRICKY)
def test_tricky_texts_as_keys_and_values(value: str) -> None:
    for written in (yamltext.dump({value: value}), yamltext.dump([{value: [value]}]), yamltext.inline({value: value})):
        assert yaml.safe_load(written) in ({value: value}, [{value: [value]}])


@pytest.mark.parametrize("key", ["k" * 121, "k" * 2000, "a: b" * 50])
def test_long_keys(key: str) -> None:
    value = {key: [key], "b": {key: 1}, "c": [{key: 1}, {key: key}], "d": {key: {key: {}}}}
    assert yaml.load(yamltext.dump(value), Loader=yaml.CSafeLoader) == value


def test_people_can_read_it() -> None:
    assert yamltext.dump({"name": "Ⓐju goblin 🦉", "counts": {"kept": 1}, "tags": ["a"], "note": "a\nb"}) == (
        'name: Ⓐju goblin 🦉\ncounts: {kept: 1}\ntags:\n- a\nnote: "a\\nb"\n'
    )


def test_what_is_no_data_is_refused() -> None:
    with pytest.raises(RecordError, match="bytes"):
        yamltext.dump({"a": b""})


def test_lone_surrogates_become_the_replacement_character() -> None:
    assert yaml.safe_load(yamltext.dump({"a": "x\ud800y\n"})) == {"a": "x\ufffdy\n"}


@pytest.mark.parametrize(
    ("source", "comment"),
    [
        ("a: x #y\n", True), ("# n\na: x\n", True), ("a: |  # n\n  t\n", True), ("a: |\n  t\n# n\n", True),
        ("a: |\n  t\n # out\n", True), ('a: "x #y" # z\n', True), ("a: [x, #n\n y]\n", True), ("a: *x # n\n", True),
        ("a: 'x #y'\n", False), ("a: |\n  t # x\n", False), ("a: |\n  t\n\n  # in text\n", False),
        ("a:\n- '\U0001f916 #b'\n- c\n", False), ("a: 'x\n  #y'\n", False), ("a: *x\n", False),
        ("a: >-\n  # x\n", False), ("a: x#y\n", False),
    ],
)  # fmt: skip
def test_what_is_a_comment(source: str, comment: bool) -> None:
    assert Entry(None, source).has_comment is comment
