"""What people see: help on a narrow terminal, totals, conflicts with both sides, short reprs, and what comes next."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import msgspec
import pytest
from typer import Exit
from typer.testing import CliRunner

import hubtweets as package
from hubtweets import card
from hubtweets._shared.progress import Progress
from hubtweets.cli import commands, runs, seeding
from hubtweets.cli.main import app
from hubtweets.cli.rerender import _in_editor
from hubtweets.errors import CardError, CardReadError, UsageError
from hubtweets.hub.pacing import Wait
from hubtweets.localhub import LocalHub
from hubtweets.publishing.apply import Observer, Totals
from hubtweets.publishing.config import made
from hubtweets.publishing.each import publish_each
from hubtweets.publishing.editing import BETWEEN, OURS, THEIRS, settle
from hubtweets.publishing.report import NOTABLE, Notables, Result, markdown
from hubtweets.publishing.target import Outcome
from tests.support.odd_hub import Rule
from tests.support.verbs import Bench

from .conftest import EXAMPLE

Cli = Callable[..., CompletedProcess[str]]
CONTESTED = 4  # of the made-up repos, the one where people and a new template touch the same place


def _help(name: str, columns: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COLUMNS", str(columns))
    commands.load(name).main(args=["--help"], prog_name=f"hubtweets {name}", standalone_mode=False)
    return capsys.readouterr().out


@pytest.mark.parametrize("name", ["publish", "push", "rerender", "retract", "evaluate", "posts", "demo"])
def test_help_fits_forty_columns(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = _help(name, 40, capsys, monkeypatch)
    wide = [line for line in told.splitlines() if len(line) > 40 and "https://" not in line]
    assert not wide
    assert "Documentation:" in told


def test_publish_has_panels_an_example_and_plain_words(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = _help("publish", 100, capsys, monkeypatch)
    panels = re.findall(r"^(\w+):$", told, re.MULTILINE)
    assert [name for name in panels if name in ("Posts", "Training", "Card", "Hub", "Output")] == [
        "Posts", "Training", "Card", "Hub", "Output",
    ]  # fmt: skip
    assert "Example: hubtweets publish --posts twitter.zip" in told
    assert not re.search(r"<(int|float|str|path|list)", told)


@pytest.mark.thorough
def test_card_check_counts(hubtweets: Cli, tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.md").write_text(card.render(seeding.made_up(number)), encoding="utf-8")
    done = hubtweets("card", "check", tmp_path)
    assert done.returncode == 0
    assert done.stderr.strip() == "3 cards, nothing found"
    (tmp_path / "3.md").write_text("---\nlicense: [\n---\n\n# Broken\n", encoding="utf-8")
    assert re.search(r"4 cards, .*\d error", hubtweets("card", "check", tmp_path).stderr)


@pytest.mark.thorough
def test_posts_through_a_pipe(hubtweets: Cli) -> None:
    rows = "id,username,text\n" + "".join(f"{n},anna,The wren sings of bird number {n}\n" for n in range(50))
    told = json.loads(hubtweets("posts", "-", "--json", input=rows).stdout)
    assert told["account"]["handle"] == "anna"
    lines = "".join(
        json.dumps({"id": n, "username": "anna", "text": f"The wren sings {n} times"}) + "\n" for n in range(9)
    )
    assert json.loads(hubtweets("posts", "-", "--json", input=lines).stdout)["account"]["counts"]["downloaded"] == 9
    empty = hubtweets("posts", "-")
    assert empty.returncode == 2
    assert "nothing on standard input" in empty.stderr


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    """An organisation of one repo, whose card nobody but a person can settle."""
    folder = tmp_path / "hub"
    with LocalHub(folder) as hub:
        hub.seed([seeding.made_up_repo(CONTESTED)])
    return folder


@pytest.mark.thorough
def test_a_conflict_is_shown_with_both_sides_and_settled_in_an_editor(hubtweets: Cli, hub: Path) -> None:
    place, repo_id = f"local:{hub}", seeding.made_up(CONTESTED).repo_id
    planned = hubtweets("rerender", "huggingtweets", "--hub", place)
    assert re.search(r"conflict: line \d+, ", planned.stdout)
    assert "Somebody explains the pipeline better here." in planned.stdout
    assert "theirs:" in planned.stdout
    assert "ours:" in planned.stdout
    command = re.search(r"settle it: hubtweets (rerender --edit .+)", planned.stdout)
    assert command is not None
    editor = hub.parent / "editor.py"
    editor.write_text(
        "import re, sys, pathlib\n"
        "path = pathlib.Path(sys.argv[1]); text = path.read_text('utf-8')\n"
        f"path.write_text(re.sub(r'{THEIRS}\\n(.*?){BETWEEN}\\n.*?{OURS}\\n', r'\\1', text, flags=re.S), 'utf-8')\n",
        encoding="utf-8",
    )
    env = {"EDITOR": f"python {editor}"}
    done = hubtweets(*command[1].split(), env=env)
    assert done.returncode == 0, done.stderr
    assert "/commit/" in done.stdout or repo_id in done.stdout
    text = hubtweets("card", "read", "--json", repo_id, "--hub", place).stdout
    assert json.loads(text)["generation"].startswith("hubtweets@")
    after = hubtweets("rerender", "huggingtweets", "--hub", place)
    assert "conflict:" not in after.stdout
    assert hubtweets("rerender", "--edit", repo_id, "--hub", place).stdout.strip().endswith("left as it was")


@pytest.mark.parametrize(
    ("editor", "error", "told"),
    [("vi 'two", UsageError, "no command"), ('sh -c \'printf "\\351" > "$0"\'', CardReadError, "not UTF-8")],
)
def test_an_editor_that_is_none(
    monkeypatch: pytest.MonkeyPatch, editor: str, error: type[Exception], told: str
) -> None:
    monkeypatch.setenv("VISUAL", editor)
    with pytest.raises(error, match=told):
        _in_editor("# Card\n")


def test_marks_that_are_left_are_not_committed(hub: Path) -> None:
    repo_id = seeding.made_up(CONTESTED).repo_id
    config = made({"hub": f"local:{hub}"})
    with pytest.raises(UsageError, match="mark is left"):
        settle(repo_id, lambda text: text, config)
    with pytest.raises(CardError, match="fault"):
        settle(repo_id, lambda _: "---\nlicense: [\n---\n", config)


@pytest.mark.thorough
def test_an_organisation_that_is_not_there(hubtweets: Cli, hub: Path) -> None:
    done = hubtweets("rerender", "hugingtweets", "--hub", f"local:{hub}")
    assert done.returncode == 1
    assert "hugingtweets" in done.stderr


def test_reprs_are_short_and_notebooks_show_the_card() -> None:
    record = seeding.made_up(1)
    assert repr(record) == "<ModelRecord huggingtweets/bo1 of @bo1, huggingtweets-2021-05@1>"
    corpus = package.read_posts(EXAMPLE)
    assert re.fullmatch(r"<Corpus of @quillfen_lock9: \d+ posts, [\d,]+ characters>", repr(corpus))
    published: Any = package.Published(
        repo_id="me/bot", url="https://huggingface.co/me/bot", kind="create", action="changed", reason=None,
        parent=None, commit="f" * 40, pull_request=None, weights="trained", changed=True, record=record,
    )  # fmt: skip
    assert repr(published) == "<Published me/bot: changed (create) at ffffffffffff>"
    totals = Totals(done=3)
    totals.actions |= {"changed": 2, "failed": 1}
    result = Result(verb="rerender", hub="h", scope="me", template="t", applied=True, totals=totals)
    assert repr(result) == "<Result of rerender me: 3 looked at, 2 changed, 1 failed>"
    shown = published._repr_markdown_()
    assert shown == record._repr_markdown_()
    assert "AI BOT" in shown
    assert not shown.startswith("---")


def test_what_needs_a_person_comes_with_what_to_do_and_the_rest_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    notables = Notables()
    for number in range(NOTABLE + 2):
        failed = Outcome(repo_id=f"me/{number}", action="failed", reason="No posts.", hint=f"Write {number}.")
        notables.outcome(failed, None, None)
    totals = Totals(done=NOTABLE + 2)
    totals.actions["failed"] = NOTABLE + 2
    result = Result(
        verb="publish", hub="h", scope="list.csv", template="t", applied=True, totals=totals,
        notable=tuple(notables.notable), unshown=notables.unshown,
    )  # fmt: skip
    with pytest.raises(Exit):
        runs.conclude(result, None, "again", as_json=False, quiet=False)
    shown = capsys.readouterr().out
    assert "me/7: failed: No posts. Write 7." in shown
    assert "And 2 more; a report (--report FILE) has all of them." in shown
    assert "And 2 more; a report (--report FILE) has all of them." in markdown(result)


def test_a_plan_of_which_a_part_failed_says_how_the_rest_is_done(capsys: pytest.CaptureFixture[str]) -> None:
    totals = Totals(listed=2, done=2)
    totals.actions |= {"planned": 1, "failed": 1}
    result = Result(verb="publish", hub="h", scope="list.csv", template="t", applied=False, totals=totals)
    with pytest.raises(Exit):
        runs.conclude(result, None, "hubtweets refresh", as_json=False, quiet=False)
    assert "Nothing was changed. To do it: hubtweets refresh" in capsys.readouterr().out


class Waits(Observer):
    def __init__(self) -> None:
        self.told: list[Wait] = []

    def waits(self, wait: Wait) -> None:
        self.told.append(wait)


def test_a_wait_is_told_in_one_place(world: Bench, tmp_path: Path) -> None:
    accounts = tmp_path / "list.csv"
    accounts.write_text(f"handle,posts\nwren,{world.posts}\n")
    for observer, notes in ((Waits(), 0), (Observer(), 1)):
        heard = Notes()
        world.odd.rules = [Rule(r"GET .*/resolve/main/README", status=429, headers={"Retry-After": "60"}, times=1)]
        publish_each(
            accounts, base_model="scratch:tiny", namespace="me", dry_run=True, hub=world.odd.endpoint,
            ledger=tmp_path / "ledger.sqlite3", observers=[observer], progress=heard,
        )  # fmt: skip
        assert len([text for text in heard.told if text.startswith("Waiting")]) == notes
        assert not isinstance(observer, Waits) or len(observer.told) == 1


class Notes(Progress):
    def __init__(self) -> None:
        self.told: list[str] = []

    def note(self, text: str) -> None:
        self.told.append(text)


def test_the_demo_says_that_it_is_a_toy(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    record = seeding.made_up(1)
    assert "a toy" not in card.render(record, "hubtweets")
    shown = card.render(msgspec.structs.replace(record, toy=True), "hubtweets")
    assert "It is a toy, to try things out with: it knew no word before these tweets" in shown
    told = _help("demo", 100, capsys, monkeypatch)
    assert "a toy" in told
    assert "--base-model" in told


@pytest.mark.parametrize(
    ("typed", "says"),
    [("publsh", "Is it publish that you mean?"), ("login", "hf auth login"), ("tweet", "No such command 'tweet'.")],
)
def test_a_command_that_is_not_there(typed: str, says: str) -> None:
    done = CliRunner().invoke(app, [typed])
    assert done.exit_code == 2
    assert says in " ".join(done.output.split())


@pytest.mark.parametrize("name", ["card", "schedule", "track"])
def test_a_group_shows_each_command_with_its_whole_line(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = _help(name, 80, capsys, monkeypatch)
    assert "..." not in told.partition("Commands:")[2]
    assert "--install-completion" not in told  # that is for the whole program
