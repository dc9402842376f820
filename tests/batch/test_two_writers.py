"""Two runs that write the same report, plan or summary at the same time: one is there whole, and nothing is mixed."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from hubtweets import LocalHub, rerender
from hubtweets._shared import disk
from hubtweets.card import render
from hubtweets.publishing.plan import Heading, Plan
from hubtweets.publishing.report import PlanObserver, ReportWriter
from hubtweets.publishing.target import PlannedChange
from tests.batch.conftest import record

ORGANISATIONS = ("finches", "wrens")
BOTS = 20


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalHub]:
    with LocalHub(tmp_path_factory.mktemp("two") / "hub") as served:
        served.seed(
            (f"{organisation}/bot{number}", {"README.md": render(record(number)).encode()})
            for organisation in ORGANISATIONS
            for number in range(BOTS)
        )
        yield served


def heading(scope: str) -> Heading:
    return Heading(verb="rerender", hub="http://127.0.0.1", scope=scope, template="hubtweets@2", on_conflict="skip")


def test_plans_that_are_written_by_turns(tmp_path: Path) -> None:
    """Line by line, the shorter one ending first."""
    path = tmp_path / "plan.jsonl"
    with PlanObserver(path, heading("wrens")) as long:
        with PlanObserver(path, heading("finches")) as short:
            for number in range(BOTS):
                long.add(PlannedChange(repo_id=f"wrens/bot{number}", kind="update", reason="a" * 40))
                if number < 3:
                    short.add(PlannedChange(repo_id=f"finches/bot{number}", kind="update", reason="b" * 40))
            short.finish()
        assert [change.repo_id.partition("/")[0] for change in Plan(path).changes()] == ["finches"] * 3
        long.finish()
    assert len(list(Plan(path).changes())) == BOTS
    assert [one.name for one in tmp_path.iterdir()] == ["plan.jsonl"]


def test_a_report_that_is_not_ended_leaves_that_of_the_other(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    with ReportWriter(path, heading("wrens")) as cut:
        cut.begins()
        with ReportWriter(path, heading("finches")) as whole:
            whole.begins()
            whole.write(b"]}")
            whole.finish()
    assert json.loads(path.read_text("utf-8"))["scope"] == "finches"
    assert [one.name for one in tmp_path.iterdir()] == ["report.json"]


def test_two_runs_at_the_same_time(hub: LocalHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_TOKEN", hub.token)
    monkeypatch.setenv("HF_ENDPOINT", hub.endpoint)
    report, plan, summary = tmp_path / "report.json", tmp_path / "plan.jsonl", tmp_path / "summary.md"
    together = threading.Barrier(len(ORGANISATIONS))
    errors: list[BaseException] = []

    def run(organisation: str) -> None:
        try:
            together.wait(60)
            rerender(
                organisation, template="hubtweets@1", hub=hub.endpoint, report=report, plan=plan, summary=summary,
                ledger=tmp_path / f"{organisation}.sqlite3",
            )  # fmt: skip
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=run, args=[organisation]) for organisation in ORGANISATIONS]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert errors == []
    told = json.loads(report.read_text("utf-8"))
    assert {row["repo_id"].partition("/")[0] for row in told["repos"]} == {told["scope"]}
    assert len(told["repos"]) == BOTS
    planned = Plan(plan)
    assert [change.repo_id.partition("/")[0] for change in planned.changes()] == [planned.heading.scope] * BOTS
    sections = summary.read_text("utf-8").split("## rerender ")[1:]
    assert sorted(section.partition(":")[0] for section in sections) == sorted(ORGANISATIONS)
    assert all(f"| {BOTS} |" in section for section in sections)
    assert not [one.name for one in tmp_path.iterdir() if ".partial" in one.name]


def test_what_two_add_to_a_summary_never_mixes(tmp_path: Path) -> None:
    """Sections far longer than what a buffer holds."""
    path = tmp_path / "summary.md"
    sections = [f"{letter * 50_000}\n" for letter in "abcd"]
    threads = [threading.Thread(target=lambda s=s: [disk.append(path, s) for _ in range(10)]) for s in sections]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lines = path.read_text("utf-8").splitlines(keepends=True)
    assert sorted(lines) == sorted(sections * 10)


_NO_ROOM = """
import resource, sys
from pathlib import Path
from hubtweets._shared import disk
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))  # as a disk that is full after so many bytes
try:
    disk.append(Path(sys.argv[1]), "b" * 500)
except OSError as error:
    print(error.strerror)
"""


def test_a_section_that_has_no_room_leaves_what_was_there(tmp_path: Path) -> None:
    pytest.importorskip("resource")
    path = tmp_path / "summary.md"
    path.write_text("a" * 900, "utf-8")
    done = subprocess.run([sys.executable, "-c", _NO_ROOM, path], capture_output=True, text=True, check=True)
    assert done.stdout.strip()
    assert path.read_text("utf-8") == "a" * 900
