"""The straight road by the real command line, against a real local Hub."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from hubtweets import card
from hubtweets.localhub import LocalHub
from hubtweets.record import from_data

from .conftest import EXAMPLE, QUICK, REPO, First, commit_count, did

Cli = Callable[..., subprocess.CompletedProcess[str]]


def told(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def read_readme(folder: Path, repo_id: str = REPO) -> str:
    git = ["git", "-C", str(folder / "repos" / "models" / f"{repo_id}.git"), "show", "main:README.md"]
    return subprocess.run(git, capture_output=True, text=True, encoding="utf-8", check=True).stdout


def edit_readme(folder: Path, edit: Callable[[str], str]) -> None:
    """A person edits the card on the Hub."""
    from huggingface_hub import HfApi

    with LocalHub(folder) as hub:
        edited = edit(read_readme(folder))
        HfApi(hub.endpoint, token=hub.token).upload_file(
            path_or_fileobj=edited.encode(), path_in_repo="README.md", repo_id=REPO
        )


def test_first_publish(first: First) -> None:
    answer = first.told
    assert {"repo_id", "commit", "url", "changed", "record"} <= set(answer)
    assert answer["repo_id"] == REPO
    assert answer["url"].endswith(f"/{REPO}")
    assert answer["changed"]
    assert did(answer) == ("changed", "trained")
    (account,) = answer["record"]["accounts"]
    counts = account["counts"]
    assert counts == {"downloaded": 491, "retweets": 27, "short": 21, "kept": 443}
    metrics = answer["record"]["run"]["metrics"]
    assert metrics["perplexity"] < metrics["perplexity_before"]
    assert len(answer["record"]["samples"]) == 3
    assert {"posts", "extracted", "extracted_held_out", "auc", "copied"} <= set(answer["record"]["memorisation"])
    assert commit_count(first.folder) == 1
    readme = read_readme(first.folder)
    assert readme == card.render(from_data(answer["record"]))
    assert "Training: " in first.errors, "progress goes to stderr"


@pytest.mark.thorough
def test_publishing_again_does_nothing(hub_folder: Path, first: First, hubtweets: Cli) -> None:
    done = hubtweets("publish", "--posts", EXAMPLE, *QUICK, "--hub", f"local:{hub_folder}", "--json")
    answer = told(done)
    assert not answer["changed"]
    assert did(answer) == ("none", None)
    assert answer["commit"] == first.told["commit"]
    assert answer["record"] == first.told["record"]
    assert commit_count(hub_folder) == 1
    assert "Training" not in done.stderr
    sample = answer["record"]["samples"][0]
    text = hubtweets("publish", "--posts", EXAMPLE, *QUICK, "--hub", f"local:{hub_folder}").stdout
    assert "Nothing changed" in text
    assert [line for line in text.splitlines() if line != line.rstrip()] == []
    assert f"\nsample               {sample['prompt']}" in text


def test_publishing_again_uploads_nothing(hub_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import hubtweets
    from hubtweets.model import TrainingConfig

    with LocalHub(hub_folder) as hub:
        monkeypatch.setenv("HF_TOKEN", hub.token)
        settings = TrainingConfig(epochs=1)
        hubtweets.publish(posts=[str(EXAMPLE)], hub=hub.endpoint, base_model="scratch:tiny", training=settings)
        methods = {request.method for request in hub.requests}
    assert methods <= {"GET", "HEAD"}


@pytest.mark.slow
def test_a_new_display_name_commits_the_card_and_its_picture(
    hub_folder: Path, first: First, tmp_path: Path, hubtweets: Cli
) -> None:
    archive = tmp_path / "archive"
    shutil.copytree(EXAMPLE, archive)
    account = archive / "data" / "account.js"
    account.write_text(account.read_text("utf-8").replace("Tilda Quillfen", "Tilda | <b>Quill</b>fen"), "utf-8")

    def edit(text: str) -> str:
        text = text.replace("- huggingtweets\n", "- huggingtweets\n- canals\n", 1)
        return f"{text}\n## A person's section\n\nWritten by hand.\n"

    edit_readme(hub_folder, edit)
    answer = told(hubtweets("publish", "--posts", archive, *QUICK, "--hub", f"local:{hub_folder}", "--json"))
    assert did(answer) == ("changed", None)
    assert answer["record"]["run"] == first.told["record"]["run"], "nothing was trained"
    assert commit_count(hub_folder) == 3
    text = read_readme(hub_folder)
    assert "- canals\n" in text
    assert "## A person's section\n\nWritten by hand.\n" in text
    assert "<b>Quill</b>" not in text.partition("---\n\n")[2]
    found = card.read(text)
    assert found.record is not None
    assert found.record.accounts[0].name.startswith("Tilda | <b>Quill</b>fen")
    git = [
        "git",
        "-C",
        str(hub_folder / "repos" / "models" / f"{REPO}.git"),
        "show",
        "--name-only",
        "--format=",
        "main",
    ]
    assert subprocess.run(git, capture_output=True, text=True, check=True).stdout.split() == [
        "README.md",
        "predictions.png",
    ]


@pytest.mark.slow
def test_an_edit_where_the_card_must_change_stops(hub_folder: Path, tmp_path: Path, hubtweets: Cli) -> None:
    archive = tmp_path / "archive"
    shutil.copytree(EXAMPLE, archive)
    account = archive / "data" / "account.js"
    account.write_text(account.read_text("utf-8").replace("Tilda Quillfen", "Somebody Else"), "utf-8")
    edit_readme(hub_folder, lambda text: text.replace("| Data | Tilda Quillfen 🦆 |", "| Data | Auntie Tilda |"))
    edited = read_readme(hub_folder)
    args = ("publish", "--posts", archive, *QUICK, "--hub", f"local:{hub_folder}", "--json")
    stopped = hubtweets(*args)
    assert stopped.returncode == 1
    assert json.loads(stopped.stdout)["error"]["type"] == "MergeConflictError"
    assert "--on-conflict" in stopped.stderr
    assert read_readme(hub_folder) == edited
    told(hubtweets(*args, "--on-conflict", "keep-theirs"))
    kept = read_readme(hub_folder)
    assert "Auntie Tilda" in kept
    assert "Somebody Else" in kept


@pytest.mark.slow
def test_over_a_repo_of_the_old_notebook(first: First, tmp_path: Path, hubtweets: Cli) -> None:
    """Its card becomes a modern one, with the tag that somebody added; its pickled weights go."""
    from huggingface_hub import HfApi

    old = msgspec.structs.replace(from_data(first.told["record"]), run=None, samples=(), base_model=None)
    text = card.render(old, "huggingtweets-2021-05@1").replace("- huggingtweets\n", "- huggingtweets\n- canals\n", 1)
    with LocalHub(tmp_path / "hub") as hub:
        api = HfApi(hub.endpoint, token=hub.token)
        api.create_repo(REPO)
        for name, content in {"README.md": text.encode(), "pytorch_model.bin": b"\x80old weights"}.items():
            api.upload_file(path_or_fileobj=content, path_in_repo=name, repo_id=REPO)
    answer = told(hubtweets("publish", "--posts", EXAMPLE, *QUICK, "--hub", f"local:{tmp_path / 'hub'}", "--json"))
    assert did(answer) == ("changed", "trained")
    readme = read_readme(tmp_path / "hub")
    assert "- canals\n" in readme
    found = card.read(readme)
    assert found.record is not None
    assert found.record.fingerprint == first.told["record"]["fingerprint"]
    git = ["git", "-C", str(tmp_path / "hub" / "repos" / "models" / f"{REPO}.git"), "ls-tree", "--name-only", "main"]
    files = subprocess.run(git, capture_output=True, text=True, check=True).stdout.split()
    assert "model.safetensors" in files
    assert "pytorch_model.bin" not in files


@pytest.mark.slow
def test_a_historical_card_has_no_fingerprint_and_its_weights_have(tmp_path: Path, hubtweets: Cli) -> None:
    args = ("publish", "--posts", EXAMPLE, *QUICK, "--hub", f"local:{tmp_path}", "--json")
    first = told(hubtweets(*args, "--template", "huggingtweets-2021-05@1"))
    readme = read_readme(tmp_path)
    assert first["record"]["fingerprint"] not in readme
    again = hubtweets(*args)
    assert did(told(again)) == ("none", None)
    assert "Training" not in again.stderr
    assert again.stdout.count("huggingtweets-2021-05@1") == 1, "its template stays"
    assert read_readme(tmp_path) == readme
    other = hubtweets(*args, "--template", "hubtweets@1")
    assert did(told(other)) == ("changed", "trained"), "only training finds out what a card of this template says"


@pytest.mark.slow
def test_a_record_that_a_person_broke(hub_folder: Path, hubtweets: Cli) -> None:
    edit_readme(hub_folder, lambda text: text.replace("kept: 443", "kept: 444"))
    edited = read_readme(hub_folder)
    args = ("publish", "--posts", EXAMPLE, *QUICK, "--hub", f"local:{hub_folder}", "--json")
    stopped = hubtweets(*args)
    assert stopped.returncode == 1
    assert "kept (444) must be downloaded - retweets - short" in stopped.stderr
    kept = hubtweets(*args, "--on-conflict", "keep-theirs")
    assert did(told(kept)) == ("none", None)
    assert "Training" not in kept.stderr
    assert "cannot be read" in kept.stderr
    assert read_readme(hub_folder) == edited
    assert did(told(hubtweets(*args, "--on-conflict", "keep-ours"))) == ("changed", "trained")
    assert did(told(hubtweets(*args))) == ("none", None)


@pytest.mark.slow
def test_edits_beside_the_numbers_outlive_training_again(hub_folder: Path, hubtweets: Cli) -> None:
    def edit(text: str) -> str:
        text = text.replace("its own tokenizer.\n", "its own tokenizer. Measured on a Tuesday.\n")
        return text.replace("hubtweets:\n", "hubtweets:\n  note: by a person\n")

    edit_readme(hub_folder, edit)
    args = ("publish", "--posts", EXAMPLE, *QUICK, "--hub", f"local:{hub_folder}", "--json", "--seed", "7")
    answer = told(hubtweets(*args))
    assert (did(answer), answer["record"]["note"]) == (("changed", "trained"), "by a person")
    text = read_readme(hub_folder)
    assert "its own tokenizer. Measured on a Tuesday.\n" in text
    assert "  note: by a person\n" in text
    assert f"| Loss | {answer['record']['run']['metrics']['eval_loss_before']:.4f} |" in text
    edit_readme(hub_folder, lambda text: text.replace("| Loss |", "| Loss, in nats |"))
    stopped = hubtweets(*args, "--seed", "8")
    assert stopped.returncode == 1
    assert "section: Results" in stopped.stderr
    assert "Training" not in stopped.stderr, "that this will clash is known before an hour of training"


@pytest.mark.slow
def test_a_template_of_ones_own(hub_folder: Path, tmp_path: Path, hubtweets: Cli) -> None:
    mine = tmp_path / "secret" / "mine"
    mine.mkdir(parents=True)
    (mine / "1.md.j2").write_text(
        '{% extends "hubtweets@1" %}\n{% block limits %}## Mine\n\nBy hand.\n{% endblock %}\n', "utf-8"
    )
    args = ("publish", "--posts", EXAMPLE, *QUICK, "--hub", f"local:{hub_folder}", "--json")
    answer = told(hubtweets(*args, "--template", f"{mine}/"))
    assert did(answer) == ("changed", None)
    assert answer["record"]["template"] == "mine@1"
    readme = read_readme(hub_folder)
    assert "## Mine" in readme
    assert "secret" not in readme
    assert did(told(hubtweets(*args, "--template", f"{mine}/"))) == ("none", None)
    missing = hubtweets(*args)
    assert missing.returncode == 1
    assert "mine@1" in missing.stderr
    assert did(told(hubtweets(*args, "--template", "hubtweets@1"))) == ("changed", None)
    assert "## Mine" in read_readme(hub_folder), "without its template, a section may be a person's"


@pytest.mark.slow
def test_dry_run_changes_nothing(tmp_path: Path, first: First, hub_folder: Path, hubtweets: Cli) -> None:
    empty = f"local:{tmp_path / 'empty'}"
    answer = told(hubtweets("publish", "--posts", EXAMPLE, *QUICK, "--hub", empty, "--dry-run", "--json"))
    assert did(answer) == ("planned", "trained")
    assert answer["commit"] is None
    assert not (tmp_path / "empty").exists()
    args = ("publish", "--posts", EXAMPLE, *QUICK, "--hub", f"local:{hub_folder}", "--json", "--dry-run")
    assert did(told(hubtweets(*args))) == ("none", None)
    assert did(told(hubtweets(*args, "--seed", "7"))) == ("planned", "trained")
    assert commit_count(hub_folder) == 1


@pytest.mark.slow
def test_other_tools_load_what_was_published(hub_folder: Path, tmp_path: Path) -> None:
    """A process that knows nothing of hubtweets, with the variables that `hubtweets hub` prints."""
    process = subprocess.Popen(
        [sys.executable, "-m", "hubtweets", "hub", str(hub_folder), "--json"], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    try:
        lines = ""
        while not lines.rstrip().endswith("}\n}"):
            lines += process.stdout.readline()
        env = {**os.environ, **json.loads(lines)["environment"], "PYTHONWARNINGS": "default"}
        code = f"from transformers import pipeline; print(pipeline('text-generation', model={REPO!r})('My dream is'))"
        written = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, timeout=200)
        assert written.returncode == 0, written.stderr
        (post,) = eval(written.stdout.splitlines()[-1])  # what print made of a list of one dict
        assert post["generated_text"].startswith("My dream is")
        assert len(post["generated_text"]) > len("My dream is")
        hf = [str(Path(sys.executable).with_name("hf")), "download", REPO, "--local-dir", str(tmp_path / "copy")]
        got = subprocess.run(hf, capture_output=True, text=True, env=env, timeout=200)
        assert got.returncode == 0, got.stderr
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
        process.stdout.close()
    weights = tmp_path / "copy" / "model.safetensors"
    digest = hashlib.sha256(weights.read_bytes()).hexdigest()
    objects = hub_folder / "repos" / "models" / f"{REPO}.git" / "lfs" / "objects"
    assert (objects / digest[:2] / digest[2:4] / digest).read_bytes() == weights.read_bytes()


@pytest.mark.slow
def test_the_same_command_gives_the_same_weights(first: First, tmp_path: Path, hubtweets: Cli) -> None:
    told(hubtweets("publish", "--posts", EXAMPLE, *QUICK, "--hub", f"local:{tmp_path}", "--json"))
    again, before = ({path.name for path in folder.rglob("lfs/objects/*/*/*")} for folder in (tmp_path, first.folder))
    assert again == before != set()


@pytest.mark.slow
def test_ctrl_c_publishes_nothing_and_the_same_command_goes_on(tmp_path: Path, hubtweets: Cli) -> None:
    args = ["publish", "--posts", str(EXAMPLE), "--base-model", "scratch:tiny", "--epochs", "4"]
    args += ["--hub", f"local:{tmp_path / 'hub'}", "--work-dir", str(tmp_path / "work")]
    process = subprocess.Popen([sys.executable, "-m", "hubtweets", *args], stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 120
    while not list(tmp_path.glob("work/*/checkpoints/checkpoint-*")):
        assert time.monotonic() < deadline
        assert process.poll() is None, process.communicate()
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=120)
    assert process.returncode == 130
    assert "Interrupted" in errors
    assert "Traceback" not in errors
    assert not (tmp_path / "hub" / "repos" / "models" / f"{REPO}.git").exists()
    done = hubtweets(*args)
    assert done.returncode == 0, done.stderr
    assert "Going on from checkpoint-" in done.stderr
    assert commit_count(tmp_path / "hub") == 1


@pytest.mark.slow
def test_two_accounts_in_one_model(tmp_path: Path, hubtweets: Cli) -> None:
    for handle in ("Zoe", "amy"):
        posts = tmp_path / f"{handle}.jsonl"
        rows = [
            {"id": str(n), "text": f"{handle} wrote post number {n} about the sea and the tide"} for n in range(200)
        ]
        posts.write_text("\n".join(map(json.dumps, rows)))
    sources = ("--posts", tmp_path / "Zoe.jsonl", "--posts", tmp_path / "amy.jsonl")
    args = ("publish", "@Zoe", "amy", *sources, "--name", "Zoe Z.", "--name", "Amy A.")
    answer = told(hubtweets(*args, *QUICK, "--hub", f"local:{tmp_path / 'hub'}", "--json"))
    assert answer["repo_id"] == "huggingtweets/amy-zoe"
    assert [account["handle"] for account in answer["record"]["accounts"]] == ["Zoe", "amy"]
    assert [account["name"] for account in answer["record"]["accounts"]] == ["Zoe Z.", "Amy A."]
    readme = read_readme(tmp_path / "hub", "huggingtweets/amy-zoe")
    assert "AI CYBORG" in readme


@pytest.mark.slow
def test_two_real_archives_in_one_model(shared: Path, tmp_path: Path, hubtweets: Cli) -> None:
    archives = shared / "data" / "archives"
    sources = ("--posts", archives / "x_2024-11_notes.zip", "--posts", archives / "x_2021-11_org.zip")
    answer = told(hubtweets("publish", "@a", "@b", *sources, *QUICK, "--hub", f"local:{tmp_path}", "--json"))
    kept = [account["counts"]["kept"] for account in answer["record"]["accounts"]]
    header, rule, *rows = read_readme(tmp_path, "huggingtweets/a-b").partition("| Data |")[2].splitlines()[:6]
    assert header.count("|") == 2, header
    assert rule.count("|") == 4, rule
    assert rows[-1] == f"| Tweets kept | {kept[0]} | {kept[1]} |"


@pytest.mark.slow
def test_base_model_in_a_folder(shared: Path, first: First, tmp_path: Path, hubtweets: Cli) -> None:
    """An organisation's archive, on a model that save_pretrained wrote."""
    from huggingface_hub import snapshot_download

    with LocalHub(first.folder) as hub:
        base = snapshot_download(REPO, endpoint=hub.endpoint, token=hub.token, local_dir=tmp_path / "base")
    from transformers import AutoModelForCausalLM, AutoTokenizer

    mine = tmp_path / "my-model"
    AutoModelForCausalLM.from_pretrained(base).save_pretrained(mine)
    AutoTokenizer.from_pretrained(base).save_pretrained(mine)
    archive = shared / "data" / "archives" / "x_2021-11_org.zip"
    args = ("publish", "@example", "--posts", archive, "--base-model", mine, "--hub", f"local:{tmp_path / 'hub'}")
    answer = told(hubtweets(*args, "--json"))
    counts = answer["record"]["accounts"][0]["counts"]
    assert counts["kept"] == counts["downloaded"] - counts["retweets"] - counts["short"]
    assert answer["record"]["base_model"] == "local:my-model"
    assert str(tmp_path) not in json.dumps(answer["record"])
    metrics = answer["record"]["run"]["metrics"]
    assert metrics["perplexity"] < metrics["perplexity_before"]


@pytest.mark.slow
def test_demo_twice(tmp_path: Path, hubtweets: Cli) -> None:
    done = hubtweets("demo", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for word in (REPO, "commit", "443 kept", "before", "after", "My dream is", "hubtweets hub hubtweets-demo"):
        assert word in done.stdout
    again = hubtweets("demo", cwd=tmp_path)
    assert again.returncode == 0, again.stderr
    assert "Nothing changed" in again.stdout
    assert commit_count(tmp_path / "hubtweets-demo") == 1


@pytest.mark.slow
@pytest.mark.parametrize("notice", [False, True])
def test_what_was_taken_down_stays_down(hub_folder: Path, tmp_path: Path, hubtweets: Cli, *, notice: bool) -> None:
    """Neither the same posts nor others bring it back, and neither does a folder."""

    def retract(text: str) -> str:
        marked = text.replace("hubtweets:\n", "hubtweets:\n  retracted: '2026-01-01'\n", 1)
        return "---\nhubtweets: {retracted: 2026-01-01}\n---\n\nTaken down.\n" if notice else marked

    edit_readme(hub_folder, retract)
    where = ("--hub", f"local:{hub_folder}")
    for command in (
        ("publish", "--posts", EXAMPLE, *QUICK),
        ("publish", "--posts", EXAMPLE, *QUICK, "--seed", "3", "--on-conflict", "keep-ours"),
        ("publish", "--posts", EXAMPLE, *QUICK, "--dry-run"),
    ):
        done = hubtweets(*command, *where)
        assert done.returncode == 1
        assert f"{REPO} was taken down at somebody's request (2026-01-01); it was left alone." in done.stderr
        assert "Training" not in done.stderr
    assert commit_count(hub_folder) == 2


@pytest.mark.slow
def test_a_side_that_counts_may_not_contradict_the_record(hub_folder: Path, hubtweets: Cli) -> None:
    """A cell edited by hand, newer posts, and the person's side to be kept: the table would state the old numbers."""
    edit_readme(hub_folder, lambda text: text.replace("| Short tweets | 21 |", "| Short tweets | 21 (many!) |"))
    where = ("--hub", f"local:{hub_folder}", "--on-conflict", "keep-theirs")
    done = hubtweets("publish", "--posts", EXAMPLE, *QUICK, "--since", "2022-06-01", *where)
    assert done.returncode == 1
    assert "the new card has a fault in line" in done.stderr
    assert "--on-conflict keep-ours" in done.stderr
    assert "Training" not in done.stderr
    assert commit_count(hub_folder) == 2


@pytest.mark.slow
def test_a_name_that_will_change_is_told(hub_folder: Path, hubtweets: Cli) -> None:
    edit_readme(hub_folder, lambda text: text.replace("Tilda Quillfen", "Mathilda Quillfen"))
    done = hubtweets("publish", "--posts", EXAMPLE, *QUICK, "--hub", f"local:{hub_folder}", "--dry-run")
    assert done.returncode == 0
    assert "The card calls @quillfen_lock9 'Mathilda Quillfen 🦆'; it will say 'Tilda Quillfen" in done.stderr
    named = ("publish", "--posts", EXAMPLE, *QUICK, "--hub", f"local:{hub_folder}", "--name", "Mathilda Quillfen 🦆")
    kept = hubtweets(*named)
    assert "The card calls" not in kept.stderr
    assert "Card updated" in kept.stdout, "the picture has the name, too"
    assert "Nothing changed" in hubtweets(*named).stdout


@pytest.mark.slow
def test_a_dry_run_tells_what_would_be_refused(hub_folder: Path, hubtweets: Cli) -> None:
    with LocalHub(hub_folder) as hub:
        where = ("--hub", hub.endpoint, "--dry-run")
        for token, why in ((hub.read_token, "the token may only read"), ("", "needs a token, and none was found")):
            done = hubtweets("publish", "--posts", EXAMPLE, *QUICK, *where, env={"HF_TOKEN": token})
            assert done.returncode == 0, done.stderr
            assert "This would be refused: " in done.stderr
            assert why in done.stderr


def test_one_source_needs_no_list(hub_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import hubtweets
    from hubtweets.errors import UsageError
    from hubtweets.model import TrainingConfig

    with LocalHub(hub_folder) as hub:
        monkeypatch.setenv("HF_TOKEN", hub.token)
        settings = TrainingConfig(epochs=1)
        same = {"hub": hub.endpoint, "base_model": "scratch:tiny", "training": settings}
        for posts in (EXAMPLE, str(EXAMPLE), [EXAMPLE]):
            assert not hubtweets.publish("@quillfen_lock9", posts=posts, **same).changed  # type: ignore[arg-type]
        with pytest.raises(UsageError, match="'ours'"):
            hubtweets.publish(posts=EXAMPLE, on_conflict="ours", **same)  # type: ignore[arg-type]
        with pytest.raises(UsageError, match="'ours'"):
            hubtweets.rerender("huggingtweets", hub=hub.endpoint, on_conflict="ours")  # type: ignore[arg-type]
        with pytest.raises(UsageError, match=r"'twitter\.zip' is not a handle") as told:
            hubtweets.publish("twitter.zip")
        assert told.value.hint == "A file of posts is named so: hubtweets publish --posts twitter.zip"
