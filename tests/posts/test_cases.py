"""Small inputs in the forms that public reports describe, with the right values beside each."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from hubtweets.errors import HubtweetsError
from hubtweets.posts import open_source, read_corpus
from tests.conftest import SHARED

CASES = SHARED / "cases" / "sources"
NAMES = sorted(path.parent.name for path in CASES.glob("*/expected.json"))

if not NAMES:
    pytest.skip(f"needs the test material in {SHARED.name}/ beside the project", allow_module_level=True)


def read(case: str) -> dict[str, Any]:
    """What is read of a case, in the terms of its expectation."""
    folder = CASES / case
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    try:
        source = open_source(folder / expected["spec"], handle=expected["options"].get("handle"))
        corpus = read_corpus(source, minimum=0)
    except HubtweetsError as error:
        return {"error": f"{error} {error.hint}", "notes": []}
    counts = corpus.account.counts
    assert counts is not None
    return {
        "counts": [counts.downloaded, counts.retweets, counts.short, counts.kept],
        "texts": {post.id: text for post, text in zip(corpus.posts, corpus.texts, strict=True)},
        "kinds": {post.id: post.kind for post in source},
        "dates": {post.id: post.created_at.isoformat()[:19] for post in source if post.created_at},
        "order": [post.id for post in corpus.posts],
        "h": corpus.account.handle,
        "name": corpus.account.name,
        "notes": list(corpus.notes),
        "dropped": corpus.dropped,
        "form": corpus.form,
    }


@pytest.mark.parametrize("case", NAMES)
def test_a_case(case: str) -> None:
    expect = json.loads((CASES / case / "expected.json").read_text(encoding="utf-8"))["expect"]
    found = read(case)
    if "error" in found:
        pattern = expect.get("error") or expect.get("or_error")
        assert pattern is not None, found["error"]
        assert re.search(pattern, found["error"])
        assert not ("noterr" in expect and re.search(expect["noterr"], found["error"]))
        return
    notes = found["notes"]
    if "or_note" in expect and any(re.search(expect["or_note"], note) for note in notes):
        return
    assert "error" not in expect
    assert found["form"]
    for key, value in expect.items():
        if key == "note":
            assert any(re.search(value, note) for note in notes), notes
        elif key == "left_out":
            for word, count in value.items():
                assert sum(number for reason, number in found["dropped"].items() if word in reason) == count
        elif isinstance(value, dict):
            assert {id_: found[key].get(id_) for id_ in value} == value
        elif not key.startswith("or_"):
            assert found[key] == value


@pytest.mark.slow
def test_services_with_faults(isolated: Path, tmp_path: Path) -> None:
    """Loopback services, each with one fault; the script runs the real command and says of each whether it held."""
    command = tmp_path / "hubtweets"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m hubtweets "$@"\n')
    command.chmod(0o755)
    # Each case has a cache of its own: what one has been billed for is read again by the next.
    env = {
        **{key: value for key, value in os.environ.items() if key != "XDG_CACHE_HOME"},
        "HUBTWEETS": str(command),
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    script = CASES / "net" / "net.py"

    def run(*names: str) -> list[str]:
        done = subprocess.run(
            [sys.executable, script, *names], cwd=tmp_path, env=env, capture_output=True, text=True, timeout=500
        )
        assert done.returncode == 0, done.stderr
        return [line for line in done.stdout.splitlines() if line.startswith(("held", "FAILED"))]

    results = run()
    assert results
    # A busy machine may not get to the end within a case's seconds: what did not end is tried again, alone.
    late = [line for line in results if line.startswith("FAILED") and "STILL RUNNING" in line]
    again = [line for name in late for line in run(name.split()[1])]
    results = [line for line in results if line not in late] + again
    assert not [line for line in results if line.startswith("FAILED")]
    for line in results:
        asked = re.search(r"requests (\d+)", line)
        assert asked is not None
        assert int(asked[1]) <= 12, line
