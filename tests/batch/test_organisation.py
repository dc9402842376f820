"""A whole organisation: what changes, what does not, and how many requests that takes."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from hubtweets import card

CHANGES = {"update", "merge"}


def _requests(world: Any) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Listing pages, GETs of a card by repo, commits by repo."""
    listing: Counter[str] = Counter()
    gets: Counter[str] = Counter()
    posts: Counter[str] = Counter()
    for method, path, _ in world.asked():
        if path == "/api/models":
            listing[path] += 1
        elif "/resolve/main/README.md" in path and method == "GET":
            gets[path.split("/resolve/")[0].removeprefix("/")] += 1
        elif path.endswith("/commit/main") and method == "POST":
            posts[path.removeprefix("/api/models/").removesuffix("/commit/main")] += 1
        else:
            raise AssertionError(f"a request that nobody needs: {method} {path}")
    return listing, gets, posts


def _whole_organisation(world: Any, house: Any, kit: Any, count: int, pages: int) -> None:
    repos = world.fill(kit.mixed(number, house) for number in range(count))
    changing = {repo.repo_id for repo in repos if repo.after is not None}
    kinds = Counter(repo.kind for repo in repos)
    heads = {repo.repo_id: world.head(repo.repo_id) for repo in repos}

    told = world.json(kit.ORG, "--template", house.folder, "--apply")
    assert {kind: number for kind, number in told["kinds"].items() if number} == kinds
    assert told["actions"]["changed"] == len(changing)
    assert told["actions"]["failed"] == 0
    assert told["stopped"] is None
    world.check(repos)
    listing, gets, posts = _requests(world)
    assert listing.total() == pages
    assert posts == Counter(changing)  # one commit each
    read = {repo.repo_id for repo in repos if repo.kind not in ("identical", "foreign", "retracted")}
    assert gets == Counter(read)  # one GET each, and none where the listing says enough
    assert told["requests"] == pages + len(read) + len(changing)
    for repo in repos:
        if repo.after is None:
            assert world.head(repo.repo_id) == heads[repo.repo_id]

    world.hub.clear_requests()
    again = world.json(kit.ORG, "--template", house.folder, "--apply")
    assert again["actions"]["changed"] == again["actions"]["failed"] == 0
    assert again["requests"] == pages
    assert _requests(world) == (Counter({"/api/models": pages}), Counter(), Counter())

    world.hub.clear_requests()
    world.ledger.unlink()
    without = world.json(kit.ORG, "--template", house.folder, "--apply")
    assert without["actions"]["changed"] == without["actions"]["failed"] == 0
    listing, gets, posts = _requests(world)
    assert (listing.total(), posts.total()) == (pages, 0)
    assert set(gets) == {repo.repo_id for repo in repos if repo.kind in ("conflict", "unreadable")}
    assert max(gets.values()) == 1
    world.check(repos)


@pytest.mark.thorough
def test_exactly_what_should_change(world: Any, house: Any, kit: Any) -> None:
    _whole_organisation(world, house, kit, 4 * kit.KINDS, pages=1)


@pytest.mark.slow
def test_ten_thousand_repos(world: Any, house: Any, kit: Any) -> None:
    _whole_organisation(world, house, kit, 10_000, pages=10)


@pytest.mark.slow
def test_generations_become_ours(world: Any, kit: Any, shared: Path) -> None:
    """The 25 published versions of the historical card, and what was really on the Hub."""
    repos = []
    for path in sorted((shared / "cards").rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        repo_id = f"{kit.ORG}/{path.stem.strip('_')}"
        read = card.read(text)
        assert read.record is not None
        import msgspec

        here = msgspec.structs.replace(read.record, repo_id=repo_id, template="hubtweets@2")
        after = card.update(text, here, "hubtweets").text
        repos.append(kit.Repo(repo_id, "update", text, after))
    world.fill(repos)
    told = world.json(kit.ORG, "--apply")
    assert (told["kinds"]["update"], told["actions"]["changed"]) == (len(repos), len(repos))
    assert len(repos) == 35
    world.check(repos)
    assert world.json(kit.ORG, "--apply")["requests"] == 1


@pytest.mark.thorough
def test_edits_of_people_survive(world: Any, kit: Any, people: Any) -> None:
    """Each of the named edits, in a repo of its own: kept in the new card, or the card is left alone."""
    base = card.render(people.JOE)
    names = list(people.EDITS)
    assert len(names) >= 20
    # Joe's own repo id stays in the text of the card; the repo that holds it is another
    repos = [
        kit.Repo(f"{kit.ORG}/edit{number}", name, people.EDITS[name].make(base), None)
        for number, name in enumerate(names)
    ]
    world.fill(repos)
    told = world.json(kit.ORG, "--apply")
    assert told["actions"]["failed"] == 0
    conflicts = 0
    for repo in repos:
        edit = people.EDITS[repo.kind]
        now = world.text(repo.repo_id)
        assert edit.shows(now), repo.kind
        left_alone = len(world.commits(repo.repo_id)) == 1
        conflicts += left_alone
        assert (now == repo.before) == left_alone
        assert left_alone == (edit.conflict or people.JOE.repo_id not in repo.before), repo.kind
    assert told["actions"]["changed"] == len(repos) - conflicts
    assert len(repos) - conflicts >= 15


@pytest.mark.slow
def test_only_limit_and_since(world: Any, house: Any, kit: Any) -> None:
    world.fill(kit.mixed(number, house) for number in range(12))
    assert world.json(kit.ORG, "--only", "bot1*")["listed"] == 3  # 1, 10 and 11
    assert world.json(kit.ORG, "--only", f"{kit.ORG}/bot1")["listed"] == 1
    assert world.json(kit.ORG, "--limit", "5")["listed"] == 5
    assert world.json(kit.ORG, "--since", "2020-01-01")["listed"] == 12
    assert world.json(kit.ORG, "--since", "2999-01-01")["listed"] == 0


@pytest.mark.thorough
def test_a_name_that_nobody_has(world: Any) -> None:
    """A scheduled job with a misspelt name must not be green for ever."""
    done = world.run("nobody")
    assert done.returncode == 1
    assert "There is no organisation or user 'nobody'" in done.stderr


@pytest.mark.thorough
def test_report_summary_and_lines(world: Any, house: Any, kit: Any, tmp_path: Path) -> None:
    repos = world.fill(kit.mixed(number, house) for number in range(kit.KINDS))
    report, summary = tmp_path / "report.json", tmp_path / "summary.md"
    summary.write_text("# Before\n", encoding="utf-8")
    done = world.run(kit.ORG, "-t", house.folder, "--apply", "-v", "--report", report, "--summary", summary)
    assert done.returncode == 0, done.stderr
    written = json.loads(report.read_bytes())
    assert {one["repo_id"]: one["kind"] for one in written["repos"]} == {repo.repo_id: repo.kind for repo in repos}
    assert written["result"]["actions"]["changed"] == sum(repo.after is not None for repo in repos)
    for one in written["repos"]:
        if one.get("action") == "changed":
            assert one["commit"] == world.head(one["repo_id"])
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("# Before\n## rerender birds: aviary&#64;2\n")
    assert "| conflict | 1 |" in text
    assert "| `birds/bot7` | conflict |" in text
    lines = done.stderr.splitlines()
    assert len([line for line in lines if line.startswith("birds/bot")]) == len(repos)
    assert any(line.startswith("birds/bot4: changed (update)") for line in lines)
    assert "Needs a person:" in done.stdout
    assert "birds/bot8: unreadable:" in done.stdout
    assert list(tmp_path.glob(".*.part")) == []
