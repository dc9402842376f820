"""`publish --track` and `track sync` by the real command line, with W&B's real SDK and its server on loopback."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from hubtweets import LocalHub, ModelRecord, TrackedRun, push
from hubtweets.card import render
from hubtweets.hub.client import HubClient
from hubtweets.model.trackers import PATIENCE
from hubtweets.record import Account
from tests.support.wandb_server import KEY, WandbServer

pytest.importorskip("wandb", reason="needs the extra wandb")

SPACE = "https://huggingface.co/spaces/me/trackio"
EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "archive"
Run = Callable[..., subprocess.CompletedProcess[str]]


def published(hubtweets: Run, home: Path, env: dict[str, str], *options: str) -> subprocess.CompletedProcess[str]:
    """Publish the example to a local Hub in `home`."""
    done = hubtweets(
        "publish", "--posts", EXAMPLE, "--base-model", "scratch:tiny", "--epochs", "1",
        "--hub", f"local:{home / 'hub'}", *options, env=env,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done


def card(home: Path) -> str:
    repository = home / "hub" / "repos" / "models" / "huggingtweets" / "quillfen_lock9.git"
    shown = subprocess.run(
        ["git", "-C", repository, "show", "main:README.md"], capture_output=True, check=True, encoding="utf-8"
    )
    return shown.stdout


@pytest.mark.parametrize(
    ("url", "tags"),
    [
        (f"{SPACE}/?project=huggingtweets&runs=%40anna-train", ["trackio", f"trackio:{SPACE}"]),
        (SPACE, ["trackio", f"trackio:{SPACE}"]),
        ("http://127.0.0.1:7860/?project=huggingtweets&runs=%40anna-train", []),
        ("https://huggingface.co/spaces/x", []),
    ],
)
def test_a_card_is_tagged_with_the_space_of_its_metrics_alone(url: str, tags: list[str]) -> None:
    runs = tuple(TrackedRun(tracker="trackio", role=role, url=url) for role in ("data", "training"))
    text = render(ModelRecord(repo_id="me/anna", accounts=(Account(handle="anna", name="Anna"),), tracked=runs))
    front = yaml.safe_load(text.split("---\n")[1])
    assert [tag for tag in front["tags"] if "trackio" in tag] == tags


@pytest.mark.slow
def test_the_historical_card_links_the_runs_as_the_seed_cards_do(hubtweets: Run, tmp_path: Path) -> None:
    with WandbServer() as server:
        published(hubtweets, tmp_path, server.env, "--track", "wandb", "--template", "huggingtweets-2021-05")
        text = card(tmp_path)
        run = rf"{server.url}/[\w-]+/huggingtweets/runs/\w{{8}}"
        forms = (
            rf"\[Explore the data\]\(({run}/artifacts)\), which is tracked with",
            rf"\[W&B training run\]\(({run})\) for full transparency",
            rf"\[the final model\]\(({run}/artifacts)\) is logged",
        )
        links = [re.search(form, text) for form in forms]
        assert all(links), text
        assert {urllib.request.urlopen(link[1]).status for link in links if link} == {200}
        names = {one["artifactCollectionName"] for one in server.artifacts.values()}
        assert {"dataset-quillfen_lock9", "model-quillfen_lock9"} <= names
        assert server.unknown == []


@pytest.mark.slow
def test_an_offline_run_gets_its_links_by_track_sync(hubtweets: Run, tmp_path: Path) -> None:
    done = published(hubtweets, tmp_path, {}, "--track", "wandb-offline")
    kept = re.search(r"hubtweets track sync (\S+)", re.sub(r"\s*\n\s*", " ", done.stderr))
    assert kept is not None, done.stderr
    assert "runs/" not in card(tmp_path)
    with WandbServer() as server:
        sync = ("track", "sync", kept[1], "--hub", f"local:{tmp_path / 'hub'}", "--json")
        done = hubtweets(*sync, env=server.env)
        assert done.returncode == 0, done.stderr
        urls = [run["url"] for run in json.loads(done.stdout)["tracked"]]
        assert len(urls) == 2
        assert all(f"]({url})" in card(tmp_path) for url in urls)


def test_a_publish_waits_less_than_15_seconds_for_trackers() -> None:
    assert 2 * PATIENCE < 15  # once for the addresses, and once at the end


@pytest.mark.slow
def test_a_dead_server_is_a_warning_and_the_model_is_published(hubtweets: Run, tmp_path: Path) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        env = {"WANDB_BASE_URL": f"http://127.0.0.1:{unused.getsockname()[1]}", "WANDB_API_KEY": KEY}
        began = time.monotonic()
        published(hubtweets, tmp_path / "without", {})
        without = time.monotonic() - began
        began = time.monotonic()
        done = published(hubtweets, tmp_path, env, "--track", "wandb")
        assert time.monotonic() - began < without + 15
    assert "wandb: " in done.stderr
    assert "The training run" not in card(tmp_path)


@pytest.mark.slow
def test_push_links_the_run_that_made_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from transformers import GPT2Config, GPT2LMHeadModel

    out = tmp_path / "out"
    GPT2LMHeadModel(GPT2Config(vocab_size=64, n_positions=32, n_embd=16, n_layer=1, n_head=2)).save_pretrained(out)
    (out / "trainer_state.json").write_text(
        '{"global_step": 4, "max_steps": 4, "log_history": [{"loss": 2, "step": 4}]}'
    )
    program = (
        "import wandb; run = wandb.init(project='others', id='theirs01', settings=wandb.Settings(console='off'));"
        "run.config.update({'output_dir': 'out'}); run.finish()"
    )
    with WandbServer() as server, LocalHub(tmp_path / "hub") as hub:
        for name, value in {**server.env, "HF_TOKEN": hub.token}.items():
            monkeypatch.setenv(name, value)
        subprocess.run([sys.executable, "-c", program], cwd=tmp_path, check=True, capture_output=True)
        published = push(out, repo_id="me/bot", hub=hub.endpoint)
        url = f"{server.url}/alice-team/others/runs/theirs01"
        assert [run.url for run in published.record.tracked] == [url]
        assert f"]({url})" in (HubClient(hub.endpoint, hub.token).read_card("me/bot").text or "")
        server.runs.clear()
        assert not push(out, repo_id="me/bot", hub=hub.endpoint).changed  # a link stays while the server is away
