"""`hubtweets space`: made and kept up to date against a real Hub; what the app says of models that mean it ill."""

from __future__ import annotations

import itertools
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import hubtweets
from hubtweets.card import render
from hubtweets.cli.main import run
from hubtweets.hub.client import HubClient
from hubtweets.hub.commits import RepoChange
from hubtweets.localhub import LocalHub
from hubtweets.publishing.space import _without_tokens, publish_space
from hubtweets.publishing.space_files import APP, README, REQUIREMENTS
from hubtweets.record import Account, Consent, ModelRecord, Sample
from tests.support.browser import CHROMIUM

from .conftest import First

_numbers = itertools.count(1)


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalHub]:
    with LocalHub(tmp_path_factory.mktemp("spaces") / "hub") as server:
        yield server


@pytest.fixture
def client(hub: LocalHub, monkeypatch: pytest.MonkeyPatch) -> Iterator[HubClient]:
    monkeypatch.setenv("HF_TOKEN", hub.token)
    with HubClient(hub.endpoint, hub.token) as opened:
        yield opened


@pytest.fixture
def name() -> str:
    return f"birds/demo{next(_numbers)}"


def space(client: HubClient, name: str, **options: Any) -> Any:
    return publish_space(name, hub=client.endpoint, **options)


def texts(client: HubClient, name: str) -> dict[str, str]:
    """The files of a Space."""
    repo_id = f"spaces/{name}"
    files = client.list_files(repo_id)
    return {
        path: client.read_file_range(repo_id, path, 0, max(0, file.size - 1)).decode()
        for path, file in files.items()
        if path != ".gitattributes"
    }


def edit(client: HubClient, name: str, path: str, text: str | None) -> None:
    """What a person does on the Hub's page."""
    change = RepoChange(delete={path}) if text is None else RepoChange(small={path: text.encode()})
    change = RepoChange(card=text) if path == README else change
    client.update_repo(f"spaces/{name}", lambda _: change, message="Edit")


def commits(client: HubClient, name: str) -> int:
    return len(client.get_json(f"/api/spaces/{name}/commits/main"))


def test_made_in_one_commit_and_left_alone_after_that(client: HubClient, name: str) -> None:
    planned = space(client, name, dry_run=True)
    assert (planned.action, planned.kind, planned.commit) == ("planned", "create", None)
    first = space(client, name)
    assert (first.action, first.kind, first.models) == ("changed", "create", "birds")
    assert set(texts(client, name)) == {README, APP, REQUIREMENTS}
    told = client.get_json(f"/api/spaces/{name}")
    assert (told["sdk"], told["cardData"]["app_file"]) == ("gradio", APP)
    made = commits(client, name)
    assert made == 2  # one of them made the repo
    again = space(client, name)
    assert (again.action, again.kind, again.commit) == ("none", "identical", first.commit)
    assert commits(client, name) == made


def test_other_models_bring_what_nobody_changed_up_to_date(client: HubClient, name: str) -> None:
    space(client, name)
    done = space(client, name, namespace="fish")
    assert (done.action, done.kind, done.models) == ("changed", "update", "fish")
    after = texts(client, name)
    assert '"fish"' in after[APP]
    assert "models: fish" in after[README]


@pytest.mark.thorough
@pytest.mark.parametrize("path", [APP, REQUIREMENTS, README])
def test_what_a_person_changed_stays(client: HubClient, name: str, path: str) -> None:
    space(client, name)
    theirs = f"{texts(client, name)[path]}\n# a person's line\n"
    edit(client, name, path, theirs)
    again = space(client, name)
    assert (again.action, again.kind) == ("none", "identical")
    assert path in str(again.reason)
    assert texts(client, name)[path] == theirs


@pytest.mark.thorough
@pytest.mark.parametrize(("path", "policy"), [*itertools.product([APP, README], ["keep-theirs", "keep-ours"])])
def test_an_edit_of_what_has_to_change_is_a_conflict(client: HubClient, name: str, path: str, policy: Any) -> None:
    space(client, name)
    edit(client, name, path, f"{texts(client, name)[path]}\n# a person's line\n")
    before, count = texts(client, name), commits(client, name)
    with pytest.raises(hubtweets.MergeConflictError, match=path) as told:
        space(client, name, namespace="fish")
    assert [one["place"] for one in told.value.conflicts] == [path]
    assert texts(client, name) == before
    done = space(client, name, namespace="fish", on_conflict=policy)
    after = texts(client, name)
    assert (done.action, done.kind) == ("changed", "conflict")
    assert ("a person's line" in after[path]) is (policy == "keep-theirs")
    other = README if path == APP else APP
    assert "fish" in after[other]
    assert space(client, name, namespace="fish").action == "none"
    assert commits(client, name) == count + 1


def test_a_file_that_a_person_took_away_stays_away(client: HubClient, name: str) -> None:
    space(client, name)
    edit(client, name, REQUIREMENTS, None)
    assert space(client, name).action == "none"
    assert set(texts(client, name)) == {README, APP}


def test_a_space_of_somebody_elses_making_is_left_alone(client: HubClient, name: str) -> None:
    client.create_repo(f"spaces/{name}")
    edit(client, name, APP, "print('mine')\n")
    with pytest.raises(hubtweets.MergeConflictError, match="not a Space that hubtweets made"):
        space(client, name)
    assert texts(client, name)[APP] == "print('mine')\n"
    assert space(client, name, on_conflict="keep-ours").action == "changed"
    assert "NAMESPACE" in texts(client, name)[APP]


@pytest.mark.thorough
@pytest.mark.parametrize("front", ["hubtweets: {files: 7}", "hubtweets: none", "hubtweets:\n  files: {app.py: 3}"])
def test_a_front_matter_that_is_none_is_told(client: HubClient, name: str, front: str) -> None:
    space(client, name)
    edit(client, name, README, f"---\n{front}\n---\n")
    with pytest.raises(hubtweets.CardError, match="cannot be read"):
        space(client, name)
    assert front in texts(client, name)[README]


def test_a_readme_that_the_hubs_editor_wrote_anew(client: HubClient, name: str) -> None:
    space(client, name)
    readme = texts(client, name)[README]
    edit(client, name, README, readme.replace("colorTo: blue", "colorTo: green").replace("\n", "\r\n"))
    assert space(client, name).action == "none"
    done = space(client, name, namespace="fish", on_conflict="keep-theirs")
    assert done.action == "changed"
    assert "colorTo: green" in texts(client, name)[README]
    assert client.get_json(f"/api/spaces/{name}")["cardData"]["hubtweets"]["models"] == "fish"
    assert space(client, name, namespace="fish").action == "none"


def test_planned_reviewed_and_done(client: HubClient, name: str, tmp_path: Path) -> None:
    space(client, name)
    plan, report = tmp_path / "plan.jsonl", tmp_path / "report.json"
    assert space(client, name, namespace="fish", plan=plan).action == "planned"
    done = space(client, name, namespace="fish", apply_plan=plan, report=report)
    assert done.action == "changed"
    (repo,) = json.loads(report.read_text("utf-8"))["repos"]
    assert (repo["repo_id"], repo["commit"]) == (f"spaces/{name}", done.commit)
    assert space(client, name, namespace="fish", apply_plan=plan).action == "none"  # it is done
    edit(client, name, APP, "print('mine')\n")
    assert space(client, name, namespace="fish", apply_plan=plan).action == "none"  # and what came after is kept
    edit(client, name, README, texts(client, name)[README].replace("fish", "birds"))
    with pytest.raises(hubtweets.PlanError):
        space(client, name, namespace="fish", apply_plan=plan)


def test_a_new_space_is_made_as_it_was_planned(client: HubClient, name: str, tmp_path: Path) -> None:
    plan = tmp_path / "plan.jsonl"
    assert space(client, name, plan=plan).action == "planned"
    done = space(client, name, apply_plan=plan)
    assert (done.action, done.kind) == ("changed", "create")
    assert set(texts(client, name)) == {README, APP, REQUIREMENTS}


def test_proposed_instead_of_committed(client: HubClient, name: str) -> None:
    space(client, name)
    before = texts(client, name)
    done = space(client, name, namespace="fish", pull_request=True)
    assert (done.action, done.pull_request) == ("proposed", 1)
    assert texts(client, name) == before


def test_the_address_is_one_that_lasts(tmp_path: Path) -> None:
    hub = f"local:{tmp_path / 'hub'}"
    assert publish_space("me/demo", hub=hub).url == f"{hub}/spaces/me/demo"


def test_the_command(client: HubClient, name: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    command = ["space", name, "--hub", client.endpoint]
    assert run([*command, "--json"]) == 0
    told = json.loads(capsysbinary.readouterr().out)
    assert (told["repo_id"], told["action"], told["changed"]) == (f"spaces/{name}", "changed", True)
    assert run([*command, "--json"]) == 0
    assert json.loads(capsysbinary.readouterr().out)["kind"] == "identical"


@pytest.mark.parametrize(
    "wrong", [[], ["a/b/c"], ["demo", "--org", "no/org"], ["demo", "--apply-plan", "x", "--plan", "y"]]
)
def test_what_cannot_be_meant(client: HubClient, wrong: list[str]) -> None:
    assert run(["space", *wrong, "--hub", client.endpoint]) == 2


# -- the app ---------------------------------------------------------------------------------------------------------

HOSTILE = "<img src=x onerror=alert(1)></p>\u202e{{ 7 }}\n# x"

RUN = """
import json, runpy, sys, warnings
warnings.simplefilter("ignore")  # of Gradio's own libraries
app = runpy.run_path(sys.argv[1])
names = list(app["models"]())
about = {one: app["about"](one) for one in [*names, "a/b"]}
print(json.dumps({"models": names, "about": about, "chosen": {one: app["choose"](one)[1] for one in names}}))
"""


def publish_card(client: HubClient, record: ModelRecord, *, retracted: bool = False) -> None:
    text = render(record)
    if retracted:
        text = text.replace("hubtweets:\n", "hubtweets:\n  retracted: '2026-01-02'\n", 1)
    client.create_repo(record.repo_id)
    client.update_repo(record.repo_id, lambda _: RepoChange(card=text), message="Publish")


@pytest.mark.slow
def test_what_the_app_offers_and_says(client: HubClient, tmp_path: Path) -> None:
    pytest.importorskip("gradio", reason="needs the extra space")

    def model(repo: str, name: str, handles: int = 1, **facts: Any) -> ModelRecord:
        accounts = tuple(Account(handle=f"{repo}{number}", name=name) for number in range(handles))
        samples = (Sample(prompt=name[:40], text="x"),)
        return ModelRecord(repo_id=f"owls/{repo}", accounts=accounts, samples=samples, task="text-generation", **facts)

    publish_card(client, model("own", "Ola", consent=Consent(by="self", how="the account's own archive")))
    publish_card(client, model("two", "Tom", 2, consent=Consent(by="agreed", on="2026-01-03"), contact="a@owls.test"))
    publish_card(client, model("hostile", HOSTILE, consent=Consent(by="agreed", how=HOSTILE)))
    publish_card(client, model("gone", "Gus"), retracted=True)
    for odd, facts in (("odd", "accounts: 7, samples: x, consent: [1]"), ("odder", "accounts: [7], samples: [7]")):
        front = f"self: 1\npipeline_tag: text-generation\ntags: [huggingtweets]\nhubtweets: {{{facts}}}"
        client.create_repo(f"owls/{odd}")
        change = RepoChange(card=f"---\n{front}\n---\n")
        client.update_repo(f"owls/{odd}", lambda _, change=change: change, message="By hand")
    client.create_repo("owls/other")
    client.update_repo("owls/other", lambda _: RepoChange(card="---\nlicense: mit\n---\n# Other\n"), message="Another")
    space(client, "owls/demo")
    app = tmp_path / APP
    app.write_text(texts(client, "owls/demo")[APP], encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(app)], capture_output=True, text=True, check=False,
        env={**os.environ, "HF_ENDPOINT": client.endpoint, "GRADIO_ANALYTICS_ENABLED": "False"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert set(told["models"]) == {"owls/own", "owls/two", "owls/hostile", "owls/odd", "owls/odder"}
    own, two = told["about"]["owls/own"], told["about"]["owls/two"]
    assert "AI bot" in own
    assert "made by the person whose posts it was trained on (<bdi>the account&#x27;s own archive</bdi>)" in own
    assert f'href="{client.endpoint}/owls/own/discussions"' in own
    assert "The people whose posts these are agreed to this model, on <bdi>2026-01-03</bdi>" in two
    assert "a@owls.test" in two
    hostile = told["about"]["owls/hostile"]
    assert "<img" not in hostile
    assert "&lt;img src=x" in hostile
    assert hostile.count("<p>") == hostile.count("</p>") == 2
    assert told["chosen"]["owls/own"] == "Ola"
    assert "no model" in told["about"]["a/b"]
    assert "imitates how somebody writes" in told["about"]["owls/odder"]
    assert "is not stated" in told["about"]["owls/odd"]


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")
def test_in_a_browser_people_choose_write_and_see_what_it_is(first: First, tmp_path: Path) -> None:
    """Against a local Hub with the model of the example; the picture of it in the docs was made so."""
    pytest.importorskip("gradio", reason="needs the extra space")
    from tests.support.browser import page

    with LocalHub(first.folder) as hub, HubClient(hub.endpoint, hub.token) as opened:
        accounts = (Account(handle="lio", name=HOSTILE),)
        other = ModelRecord(repo_id="huggingtweets/lio", accounts=accounts, task="text-generation")
        publish_card(opened, other)
        command = [sys.executable, "-m", "hubtweets", "space", "--local", "--hub", f"local:{first.folder}"]
        env = {**os.environ, "HF_TOKEN": hub.token}
        process = subprocess.Popen(
            [*command, "--org", "huggingtweets", "--no-browser"], stdout=subprocess.PIPE, text=True, env=env
        )
        try:
            assert process.stdout is not None
            address = process.stdout.readline().split(" ")[0]
            assert address.startswith("http://127.0.0.1:")
            with page(address, tmp_path / "profile") as shown:
                # the newest model, which means it ill, is chosen at first; its name is text
                shown.until("document.querySelector('#notice')?.innerText.includes('AI bot')")
                assert "<img src=x" in shown.run("document.querySelector('#notice').innerText")
                assert shown.run("document.querySelector('#notice img') === null")
                shown.run("document.querySelector('input[role=listbox], input[aria-label=Model]').focus()")
                shown.until("document.querySelectorAll('[role=option]').length === 2")
                shown.run(
                    "[...document.querySelectorAll('[role=option]')].find(one => one.innerText.includes('quillfen'))"
                    ".dispatchEvent(new MouseEvent('mousedown', {bubbles: true}))"
                )
                shown.until("document.querySelector('#notice').innerText.includes('Tilda Quillfen')")
                notice = shown.run("document.querySelector('#notice').innerText")
                assert "made by the person whose posts it was trained on" in notice
                assert "ask for its removal" in notice
                shown.until("document.querySelector('textarea').value === 'My dream is'")
                shown.run("[...document.querySelectorAll('button')].find(one => one.innerText === 'Write').click()")
                shown.until("document.querySelectorAll('#posts li').length === 4", 300)
                assert "posted by nobody" in shown.run("document.querySelector('#written').innerText")
                posts = shown.run("[...document.querySelectorAll('#posts li')].map(one => one.innerText)")
                assert all(post.startswith("My dream is") and len(post) > 20 for post in posts)
                if wanted := os.environ.get("HUBTWEETS_SCREENSHOT"):
                    shown.screenshot(Path(wanted))
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=60)
        assert process.returncode == 0


@pytest.mark.parametrize("token", ["hf_of_this_hub", None])
def test_the_app_knows_no_token_that_was_not_given_for_its_hub(token: str | None) -> None:
    """It asks the Hub of --hub with huggingface_hub, which would send it whatever token it finds."""
    given = {"HF_TOKEN": "hf_of_another", "HUGGING_FACE_HUB_TOKEN": "hf_old", "HF_OIDC_RESOURCE": "me/bot", "HOME": "/"}
    kept = _without_tokens(given, token)
    done = subprocess.run(
        [sys.executable, "-c", "from huggingface_hub.utils import build_hf_headers; print(build_hf_headers())"],
        env={**os.environ, "HF_TOKEN": "", "HUGGING_FACE_HUB_TOKEN": "", **kept},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert kept["HOME"] == "/"
    assert "hf_of_another" not in done.stdout
    assert "hf_old" not in done.stdout
    assert ("Bearer hf_of_this_hub" in done.stdout) == (token is not None)
