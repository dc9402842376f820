"""What holds of every table, whatever its rows say: nothing of anybody else, nothing hidden, nothing lost uncounted."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubtweets.errors import NoPostsError, WhosePostsError
from hubtweets.posts import open_source, read_corpus

ME = "anna"
OPEN = ("public", "unlisted", None)

WORDS = st.sampled_from(
    ("tide", "bell", "RT @bob:", "@bob", "#sea", "https://t.co/a", "海の朝です", "&amp;", "", "\u200b")
)
ROWS = st.fixed_dictionaries(
    {"text": st.lists(WORDS, max_size=6).map(" ".join)},
    optional={
        "id": st.one_of(st.none(), st.integers(1, 30).map(str)),
        "username": st.sampled_from((ME, "Anna", "@anna", "bob", "carol", "", None)),
        "is_retweet": st.sampled_from((True, False, "yes", "no", "t", "0.0", "NA", "", None, "perhaps")),
        "retweeted_status": st.sampled_from((None, {}, {"id": "7"}, "")),
        "visibility": st.sampled_from((*OPEN, "private", "direct", "followers")),
        "protected": st.sampled_from((True, False, "TRUE", "no", None)),
        "in_reply_to_user_id": st.sampled_from((None, "", "9")),
        "created_at": st.sampled_from((None, "", "2020-02-01T10:00:00Z", "10/11/17", "never")),
    },
)


def whose(row: dict[str, Any]) -> str:
    return str(row.get("username") or "").removeprefix("@").lower()


@pytest.mark.thorough
@settings(max_examples=100, deadline=None)
@given(st.lists(ROWS, min_size=1, max_size=15))
def test_every_row_of_a_table_is_accounted_for(rows: list[dict[str, Any]]) -> None:
    marked = [{**row, "text": f"{row['text']} mark{number}x"} for number, row in enumerate(rows)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "posts.json"
        path.write_text(json.dumps(marked), encoding="utf-8")
        try:
            corpus = read_corpus(open_source(path, handle=ME), minimum=0)
        except WhosePostsError as error:
            assert ME not in {whose(row) for row in rows}, error
            return
        except NoPostsError:
            return
    counts = corpus.account.counts
    assert counts is not None
    assert counts.downloaded == counts.retweets + counts.short + counts.kept
    assert counts.downloaded + sum(corpus.dropped.values()) == len(rows), corpus.dropped
    named = any(whose(row) for row in rows)
    for text in corpus.texts:
        (row,) = [row for number, row in enumerate(rows) if f"mark{number}x" in text.split()]
        assert not named or whose(row) == ME
        assert row.get("visibility") in OPEN
        assert row.get("protected") not in (True, "TRUE")
        assert row.get("is_retweet") not in (True, "yes", "t")
