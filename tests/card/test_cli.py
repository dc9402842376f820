"""The card commands, as a user runs them."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from hubtweets.cli import cards
from hubtweets.errors import RecordError

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
FAULTY = HERE / "faulty"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.slow
def test_render_to_standard_output(hubtweets: Run) -> None:
    done = hubtweets("card", "render", GOLDEN / "huggingtweets-2021-05.json")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (GOLDEN / "huggingtweets-2021-05.md").read_text(encoding="utf-8")


@pytest.mark.thorough
def test_render_from_standard_input_to_a_file(hubtweets: Run, tmp_path: Path) -> None:
    record = (GOLDEN / "huggingtweets-2021-05.json").read_text(encoding="utf-8")
    done = hubtweets("card", "render", "-", "--template", "hubtweets", "-o", tmp_path / "README.md", input=record)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert "template: hubtweets@2\n" in (tmp_path / "README.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_what_read_prints_can_be_rendered(hubtweets: Run, tmp_path: Path) -> None:
    card = GOLDEN / "huggingtweets-2021-05.md"
    told = hubtweets("card", "read", card, "--json").stdout
    assert hubtweets("card", "render", "-", input=told).stdout == card.read_text(encoding="utf-8")
    (tmp_path / "told.json").write_text(told, encoding="utf-8")
    assert hubtweets("card", "diff", card, "--record", tmp_path / "told.json").returncode == 0
    done = hubtweets("card", "render", "-", input='{"record": {"repo_id": 1}}')
    assert done.returncode == 1
    assert "error: standard input is not a hubtweets record: " in done.stderr


def test_a_record_nested_without_end_is_none(tmp_path: Path) -> None:
    (tmp_path / "record.json").write_text("[" * 100_000)
    with pytest.raises(RecordError, match="not JSON"):
        cards.record(str(tmp_path / "record.json"))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["render", "missing.json"], "missing.json"),
        (["render", GOLDEN / "huggingtweets-2021-05.md"], "huggingtweets-2021-05.md is not JSON"),
        (["render", GOLDEN / "huggingtweets-2021-05.json", "--template", "nope"], "hubtweets@2"),
        (["render", GOLDEN / "huggingtweets-2021-05.json", "--template", "./nope/"], "nope"),
        (["read", "missing.md"], "missing.md"),
    ],
)
def test_failures_say_what_and_why(hubtweets: Run, args: list[str], told: str) -> None:
    done = hubtweets("card", *args)
    assert done.returncode == 1
    assert done.stdout == ""
    assert "error:" in done.stderr
    assert told in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.thorough
def test_read_gives_json(hubtweets: Run) -> None:
    done = hubtweets("card", "read", GOLDEN / "huggingtweets-2021-05.md", "--json")
    assert done.returncode == 0
    told = json.loads(done.stdout)
    assert told["record"] == json.loads((GOLDEN / "huggingtweets-2021-05.json").read_bytes())
    assert told["generation"] == "huggingtweets-2021-05@1"
    assert told["exact"] is True
    assert told["edits"] == told["not_understood"] == []


@pytest.mark.slow
def test_read_of_a_folder_and_of_standard_input(hubtweets: Run) -> None:
    told = json.loads(hubtweets("card", "read", GOLDEN, "--json").stdout)
    assert [Path(card["card"]).name for card in told] == sorted(path.name for path in GOLDEN.glob("*.md"))
    done = hubtweets("card", "read", "-", input="# Somebody else's card\n")
    assert done.returncode == 1
    assert "not a card of huggingtweets or hubtweets" in done.stdout
    done = hubtweets("card", "read", "-", "--json", input="# Somebody else's card\n")
    assert done.returncode == 1
    assert json.loads(done.stdout)["foreign"] is True


@pytest.mark.thorough
def test_read_for_people(hubtweets: Run) -> None:
    done = hubtweets("card", "read", GOLDEN / "huggingtweets-2021-05.md")
    assert done.returncode == 0
    assert "Joe Biden @joebiden, 2,738 kept of 3,250" in done.stdout


@pytest.mark.slow
def test_check_tells_place_rule_and_hint(hubtweets: Run) -> None:
    done = hubtweets("card", "check", FAULTY / "table-cells.pipe.md")
    assert done.returncode == 1
    assert "table-cells.pipe.md:25:1 error" in done.stdout
    assert "[table-cells]" in done.stdout
    assert hubtweets("card", "check", HERE / "good").returncode == 0


@pytest.mark.thorough
def test_check_gives_json_and_annotations(hubtweets: Run) -> None:
    done = hubtweets("card", "check", FAULTY, "--json")
    assert done.returncode == 1
    told = json.loads(done.stdout)
    expected = json.loads((FAULTY / "expected.json").read_bytes())
    assert len(told) == sum(map(len, expected.values()))
    assert {Path(finding["card"]).name for finding in told} == expected.keys()
    done = hubtweets("card", "check", FAULTY / "numbers.kept.md", "--github")
    line, *others = done.stdout.splitlines()
    assert others == []
    assert line.startswith("::error file=")
    assert ",line=30,col=1,title=numbers::100 - 20 - 5 is 75, not 76." in line


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """Good cards, and between them one that is not UTF-8, one that is too large, and one of odd numbers."""
    folder = tmp_path / "mixed"
    folder.mkdir()
    good = (GOLDEN / "huggingtweets-2021-05.md").read_text("utf-8")
    for name in ("a.md", "c.md", "z.md"):
        (folder / name).write_text(good, "utf-8")
    (folder / "b.md").write_bytes(b"---\ntags: [x]\n---\n# Caf\xe9\n")
    with (folder / "d.md").open("wb") as stream:
        stream.truncate(2**30)
    (folder / "e.md").write_text(f"---\nlicense: 0x{'F' * 5000}\nzzz: 1{':00' * 3000}.5\n---\n# Odd\n", "utf-8")
    return folder


@pytest.mark.thorough
def test_one_odd_file_among_many_is_told_of_and_the_others_are_done(hubtweets: Run, mixed: Path) -> None:
    done = hubtweets("card", "read", mixed, "--json")
    assert done.returncode == 1
    told = {Path(card["card"]).name: card for card in json.loads(done.stdout)}
    assert {name for name, card in told.items() if card["exact"]} == {"a.md", "c.md", "z.md"}
    assert "is not UTF-8 (line 4)" in told["b.md"]["not_understood"][0]["detail"]
    assert "more than 4 MiB" in told["d.md"]["not_understood"][0]["detail"]
    assert told["e.md"]["not_understood"] or told["e.md"]["foreign"]
    findings = json.loads(hubtweets("card", "check", mixed, "--json").stdout)
    assert {Path(one["card"]).name for one in findings if one["rule"] == "unreadable"} == {"b.md", "d.md"}
    done = hubtweets("card", "check", mixed, "--github")
    assert "b.md,line=1,col=1,title=unreadable::" in done.stdout
    assert done.stderr == ""
    kinds = {
        Path(one["card"]).name: one["kind"] for one in json.loads(hubtweets("card", "diff", mixed, "--json").stdout)
    }
    assert kinds["b.md"] == kinds["d.md"] == "unreadable"
    assert kinds["a.md"] == kinds["z.md"] == "update"


@pytest.mark.thorough
def test_an_odd_file_alone_is_an_error(hubtweets: Run, mixed: Path) -> None:
    for name, words in (("b.md", "is not UTF-8 (line 4)"), ("d.md", "more than 4 MiB")):
        done = hubtweets("card", "read", mixed / name)
        assert (done.returncode, done.stdout) == (1, "")
        assert words in " ".join(done.stderr.split())
        assert "  next: " in done.stderr


@pytest.mark.thorough
def test_check_notes_alone_are_no_failure(hubtweets: Run) -> None:
    assert hubtweets("card", "check", FAULTY / "picture-text.html.md").returncode == 0


@pytest.mark.slow
def test_check_fixes_files_and_standard_input(hubtweets: Run, tmp_path: Path) -> None:
    broken = (FAULTY / "mojibake.robot.md").read_bytes()
    (tmp_path / "README.md").write_bytes(broken.replace(b"\n", b"\r\n"))
    assert hubtweets("card", "check", tmp_path / "README.md", "--fix").returncode == 0
    fixed = (tmp_path / "README.md").read_bytes().decode()
    assert "# A bot 🤖 of Ann\r\n" in fixed
    done = hubtweets("card", "check", "-", "--fix", input=broken.decode())
    assert (done.returncode, done.stdout) == (0, fixed.replace("\r\n", "\n"))
    done = hubtweets("card", "check", "-", "--fix", "--json", input=broken.decode())
    assert (done.returncode, "error:" in done.stderr) == (2, True)


OWN = '{% extends "hubtweets@1" %}\n{% block intro %}\nIn my words, {{ title | md }}.\n\n{% endblock %}\n'


@pytest.fixture
def own(hubtweets: Run, tmp_path: Path) -> Path:
    """A folder with a card that its template `mine` wrote."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "1.md.j2").write_text(OWN, encoding="utf-8")
    record = GOLDEN / "huggingtweets-2021-05.json"
    done = hubtweets("card", "render", record, "-t", "./mine/", "-o", "README.md", cwd=tmp_path)
    assert done.returncode == 0
    return tmp_path


@pytest.mark.slow
def test_a_card_of_a_template_of_ones_own(hubtweets: Run, own: Path) -> None:
    """With the template at hand edits and faults are known; without it nothing is called a fault."""
    told = json.loads(hubtweets("card", "read", "README.md", "--json", cwd=own).stdout)
    assert told["record"]["template"] == "mine@1"
    assert not told["exact"]
    assert "--template ./mine/" in told["not_understood"][0]["detail"]
    told = json.loads(hubtweets("card", "check", "README.md", "--json", cwd=own).stdout)
    assert [(finding["rule"], finding["severity"]) for finding in told] == [
        ("http-link", "warning"),
        ("record-unchecked", "note"),
    ]
    card = (own / "README.md").read_text(encoding="utf-8").replace("| 2,738 |", "| 2,739 |").replace("In my", "In our")
    (own / "README.md").write_text(card, encoding="utf-8")
    told = json.loads(hubtweets("card", "read", "README.md", "--template", "./mine/", "--json", cwd=own).stdout)
    assert [edit["place"] for edit in told["edits"]] == ["before the first heading", "section: Training data"]
    assert told["not_understood"] == []
    told = json.loads(hubtweets("card", "check", "README.md", "--template", "./mine/", "--json", cwd=own).stdout)
    assert [finding["rule"] for finding in told] == ["http-link", "numbers", "record-differs"]


@pytest.mark.slow
@pytest.mark.parametrize("command", ["read", "check"])
def test_a_template_that_is_not_there(hubtweets: Run, own: Path, command: str) -> None:
    done = hubtweets("card", command, "README.md", "--template", "./other/", cwd=own)
    assert (done.returncode, done.stdout) == (1, "")
    assert "no 1.md.j2 in" in done.stderr


@pytest.mark.slow
def test_a_card_whose_template_is_not_at_hand_is_merged_by_section(hubtweets: Run, own: Path) -> None:
    """What nobody can render again is a person's as far as anybody knows, and stays."""
    assert hubtweets("card", "diff", "README.md", cwd=own).returncode == 0
    assert hubtweets("card", "diff", "README.md", "--template", "./mine/", cwd=own).returncode == 0


@pytest.mark.slow
def test_files_are_written_whole(hubtweets: Run, own: Path) -> None:
    """Through a link, with the mode that the file had, and nothing is left beside it."""
    card = own / "README.md"
    card.chmod(0o640)
    (own / "link.md").symlink_to(card)
    before = sorted(path.name for path in own.iterdir())
    assert hubtweets("card", "check", "link.md", "--fix", cwd=own).returncode == 0
    assert "thumbnail: https://www.huggingtweets" in card.read_text(encoding="utf-8")
    assert card.stat().st_mode & 0o777 == 0o640
    assert (own / "link.md").is_symlink()
    assert sorted(path.name for path in own.iterdir()) == before
    done = hubtweets("card", "render", GOLDEN / "huggingtweets-2021-05.json", "-o", "/dev/stdout")
    assert done.stdout == (GOLDEN / "huggingtweets-2021-05.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_diff_unified_side_by_side_and_json(hubtweets: Run) -> None:
    card = GOLDEN / "huggingtweets-2021-05.md"
    done = hubtweets("card", "diff", card)
    assert done.returncode == 0
    assert "\n-| Tweets kept | 2738 |\n" in done.stdout
    assert "\n+| Tweets kept | 2,738 |\n" in done.stdout
    done = hubtweets("card", "diff", card, "--side-by-side")
    assert any("Tweets kept | 2738" in line and "Tweets kept | 2,738" in line for line in done.stdout.splitlines())
    lines = hubtweets("card", "diff", card, "--side-by-side", env={"COLUMNS": "80"}).stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert "…" not in "".join(lines)  # nothing is cut off: one hunk, all of it
    assert any(re.search(r"Tweets kept \| 2738 \| +\|  \| Tweets kept \| 2,738 \|", line) for line in lines)
    assert any(re.search(r"\| Retweets \| 476 \| {5,}\| Retweets \| 476 \|", line) for line in lines)
    assert any(re.search(r"^ +>  base_model: openai-community/gpt2", line) for line in lines)
    (told,) = json.loads(hubtweets("card", "diff", card, "--json").stdout)
    assert told["changed"] is True
    assert told["conflicts"] == []
    done = hubtweets("card", "diff", card, "--template", "huggingtweets-2021-05")
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.thorough
def test_diff_tells_conflicts(hubtweets: Run) -> None:
    card = (GOLDEN / "huggingtweets-2021-05.md").read_text(encoding="utf-8")
    done = hubtweets("card", "diff", "-", input=card.replace("the following pipeline", "my pipeline"))
    assert done.returncode == 1
    assert "conflict: line 31, section: How does it work?" in done.stdout
    assert "The model uses my pipeline." in done.stdout


@pytest.mark.thorough
def test_diff_with_new_facts(hubtweets: Run, tmp_path: Path) -> None:
    record = (GOLDEN / "huggingtweets-2021-05.json").read_text(encoding="utf-8")
    (tmp_path / "new.json").write_text(record.replace("Joe Biden", "Jill Biden"), encoding="utf-8")
    args = ("--record", tmp_path / "new.json", "--template", "huggingtweets-2021-05")
    done = hubtweets("card", "diff", GOLDEN / "huggingtweets-2021-05.md", *args)
    assert "+| Data | Jill Biden |" in done.stdout


@pytest.mark.slow
def test_a_repo_is_a_source_too(hubtweets: Run, tmp_path: Path) -> None:
    """Read, check and diff a card that lies on a Hub, given its repo id."""
    from hubtweets.localhub import LocalHub

    with LocalHub(tmp_path / "hub") as server:
        from huggingface_hub import HfApi

        api = HfApi(endpoint=server.endpoint, token=server.token)
        repo_id = f"{api.whoami()['name']}/joebiden"
        api.create_repo(repo_id)
        api.upload_file(
            path_or_fileobj=(GOLDEN / "huggingtweets-2021-05.md").read_bytes(),
            path_in_repo="README.md",
            repo_id=repo_id,
        )
        told = json.loads(hubtweets("card", "read", repo_id, "--hub", server.endpoint, "--json").stdout)
        assert told["record"]["accounts"][0]["name"] == "Joe Biden"
        assert "http-link" in hubtweets("card", "check", repo_id, "--hub", server.endpoint).stdout
        assert "2,738" in hubtweets("card", "diff", repo_id, "--hub", server.endpoint).stdout
        done = hubtweets("card", "read", repo_id + "-not", "--hub", server.endpoint, env={"HF_TOKEN": server.token})
        assert done.returncode == 1
        assert "There is no repo me/joebiden-not" in done.stderr


@pytest.mark.slow
def test_a_terminal_is_not_driven_by_a_name(hubtweets: Run, tmp_path: Path) -> None:
    card = (
        (GOLDEN / "huggingtweets-2021-05.md")
        .read_text(encoding="utf-8")
        .replace("Joe Biden", "Joe \x1b]0;x\x07\x1b[2J")
    )
    (tmp_path / "README.md").write_text(card.replace("| 476 |", "| 477 |"), encoding="utf-8")
    for command in ("read", "check", "diff"):
        done = hubtweets("card", command, tmp_path / "README.md")
        assert "\x1b" not in done.stdout + done.stderr
        assert "\x07" not in done.stdout + done.stderr
    assert "Joe \\x1b]0;x\\x07\\x1b[2J" in hubtweets("card", "read", tmp_path / "README.md").stdout
