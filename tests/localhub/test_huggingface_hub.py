"""huggingface_hub drives the local Hub from a process of its own, with nothing set but the three variables."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

START = """
import io, json, os
from huggingface_hub import CommitOperationAdd, CommitOperationCopy, CommitOperationDelete, HfApi
api = HfApi()
repo = "huggingtweets/ada"
api.create_repo(repo)
"""


def test_who_and_create(outside: Callable[..., Any]) -> None:
    told = outside(
        """
        import json
        from huggingface_hub import HfApi, whoami
        from huggingface_hub.errors import HfHubHTTPError, RepositoryNotFoundError
        api = HfApi()
        me = whoami()
        url = api.create_repo("short")
        again = api.create_repo("short", exist_ok=True)
        try:
            api.create_repo("short")
        except HfHubHTTPError as error:
            conflict = error.response.status_code
        try:
            api.model_info("me/missing")
        except RepositoryNotFoundError as error:
            missing = error.response.status_code
        api.auth_check("me/short")
        info = api.model_info("me/short")
        print(json.dumps({
            "name": me["name"], "orgs": [org["name"] for org in me["orgs"]], "role": me["auth"]["accessToken"]["role"],
            "id": url.repo_id, "same": str(again) == str(url), "conflict": conflict, "missing": missing,
            "files": [file.rfilename for file in info.siblings], "private": info.private,
            "title": api.list_repo_commits("me/short")[0].title,
        }))
        """
    )
    assert told == {
        "name": "me", "orgs": ["huggingtweets"], "role": "write", "id": "me/short", "same": True, "conflict": 409,
        "missing": 404, "files": [".gitattributes"], "private": False, "title": "initial commit",
    }  # fmt: skip


def test_commit_tree_and_download(outside: Callable[..., Any]) -> None:
    told = outside(
        START
        + """
from huggingface_hub import hf_hub_download, snapshot_download
first = api.create_commit(repo, [
    CommitOperationAdd("README.md", b"---\\ntags: [bird]\\nlicense: mit\\n---\\n# Ada\\n"),
    CommitOperationAdd("model.safetensors", b"weights" * 500),
    CommitOperationAdd("notes/a.txt", b"a"), CommitOperationAdd("notes/b.txt", b"b"),
], commit_message="Upload model", commit_description="All of it.")
second = api.create_commit(repo, [
    CommitOperationDelete("notes/b.txt"), CommitOperationCopy("notes/a.txt", "c.txt"),
    CommitOperationCopy("model.safetensors", "copy.safetensors"),
], commit_message="Tidy", parent_commit=first.oid)
third = api.delete_folder("notes", repo, commit_message="No notes")
entries = {entry.path: entry for entry in api.list_repo_tree(repo, recursive=True, expand=True)}
weights = entries["model.safetensors"]
old = [entry.path for entry in api.list_repo_tree(repo, "notes", revision=first.oid)]
commits = api.list_repo_commits(repo)
path = hf_hub_download(repo, "model.safetensors")
folder = snapshot_download(repo, allow_patterns="*.md")
info = api.model_info(repo, files_metadata=True)
print(json.dumps({
    "paths": sorted(entries), "lfs": weights.lfs.size, "by": weights.last_commit.title, "old": old,
    "titles": [commit.title for commit in commits], "message": commits[2].message, "authors": commits[0].authors,
    "bytes": open(path, "rb").read() == b"weights" * 500, "commit": third.oid in path,
    "copied": entries["copy.safetensors"].lfs.sha256 == weights.lfs.sha256, "snapshot": sorted(os.listdir(folder)),
    "tags": info.tags, "card": info.card_data.to_dict(), "sha": info.sha == third.oid,
    "sizes": {file.rfilename: file.size for file in info.siblings if file.lfs},
}))
"""
    )
    assert told == {
        "paths": [".gitattributes", "README.md", "c.txt", "copy.safetensors", "model.safetensors"],
        "lfs": 3500, "by": "Upload model", "old": ["notes/a.txt", "notes/b.txt"],
        "titles": ["No notes", "Tidy", "Upload model", "initial commit"], "message": "All of it.", "authors": ["me"],
        "bytes": True, "commit": True, "copied": True, "snapshot": ["README.md", "model.safetensors"],
        "tags": ["safetensors", "bird", "license:mit", "region:us"], "card": {"license": "mit", "tags": ["bird"]},
        "sha": True, "sizes": {"model.safetensors": 3500, "copy.safetensors": 3500},
    }  # fmt: skip


def test_upload_folder_and_gitignore(outside: Callable[..., Any]) -> None:
    told = outside(
        START
        + """
from pathlib import Path
folder = Path("folder"); (folder / "sub").mkdir(parents=True)
(folder / ".gitignore").write_text("*.log\\n"); (folder / "x.log").write_text("no")
(folder / "sub" / "data.bin").write_bytes(os.urandom(200_000)); (folder / "a.txt").write_text("yes")
(folder / "picture").write_bytes(bytes(range(256)) * 4)
api.upload_folder(folder_path=folder, repo_id=repo)
(folder / "x.log").unlink()
again = api.upload_folder(folder_path=folder, repo_id=repo)
entries = {entry.path: bool(getattr(entry, "lfs", None)) for entry in api.list_repo_tree(repo, recursive=True)}
print(json.dumps({"entries": entries, "commits": len(api.list_repo_commits(repo))}))
"""
    )
    assert told["entries"] == {
        ".gitattributes": False, ".gitignore": False, "a.txt": False, "picture": True, "sub": False,
        "sub/data.bin": True,
    }  # fmt: skip
    assert told["commits"] == 2


@pytest.mark.thorough
def test_listing(outside: Callable[..., Any]) -> None:
    told = outside(
        """
        import json
        from huggingface_hub import CommitOperationAdd, HfApi
        api = HfApi()
        for number in range(5):
            repo = f"huggingtweets/bird{number}"
            api.create_repo(repo)
            text = f"---\\ntags: [huggingtweets, n{number % 2}]\\npipeline_tag: text-generation\\n---\\n"
            api.create_commit(repo, [CommitOperationAdd("README.md", text.encode())], commit_message="card")
        api.create_repo("me/other")
        api.create_repo("me/rows", repo_type="dataset")
        def ids(**options): return [model.id for model in api.list_models(**options)]
        one = next(iter(api.list_models(author="huggingtweets", expand=["cardData", "sha", "lastModified"])))
        print(json.dumps({
            "author": ids(author="huggingtweets"), "search": ids(search="IRD3"), "filter": ids(filter="n1"),
            "both": ids(filter=["n1", "huggingtweets"]), "pipeline": len(ids(pipeline_tag="text-generation")),
            "limit": len(ids(limit=2)), "newest": ids(sort="created_at", limit=1), "none": ids(author="nobody"),
            "expanded": [one.card_data.pipeline_tag, bool(one.sha), bool(one.last_modified), one.siblings],
            "full": [file.rfilename for file in next(iter(api.list_models(search="bird0", full=True))).siblings],
            "datasets": [dataset.id for dataset in api.list_datasets()],
        }))
        """
    )
    birds = [f"huggingtweets/bird{number}" for number in range(5)]
    assert told == {
        "author": birds, "search": [birds[3]], "filter": [birds[1], birds[3]], "both": [birds[1], birds[3]],
        "pipeline": 5, "limit": 2, "newest": ["me/other"], "none": [],
        "expanded": ["text-generation", True, True, None], "full": [".gitattributes", "README.md"],
        "datasets": ["me/rows"],
    }  # fmt: skip


@pytest.mark.thorough
def test_branches_tags_squash_move_delete(outside: Callable[..., Any]) -> None:
    told = outside(
        START
        + """
from huggingface_hub.errors import HfHubHTTPError, RepositoryNotFoundError, RevisionNotFoundError
api.upload_file(path_or_fileobj=b"1", path_in_repo="a.txt", repo_id=repo)
api.create_branch(repo, branch="side/one"); api.create_tag(repo, tag="v1", tag_message="first")
api.upload_file(path_or_fileobj=b"2", path_in_repo="a.txt", repo_id=repo, revision="side/one")
refs = api.list_repo_refs(repo)
read = lambda revision: open(api.hf_hub_download(repo, "a.txt", revision=revision)).read()
texts = [read("main"), read("side/one"), read("v1")]
api.super_squash_history(repo, branch="side/one")
squashed = len(api.list_repo_commits(repo, revision="side/one"))
api.delete_branch(repo, branch="side/one"); api.delete_tag(repo, tag="v1")
codes = []
for action in (lambda: api.delete_branch(repo, branch="main"), lambda: api.model_info(repo, revision="v1")):
    try: action()
    except HfHubHTTPError as error: codes.append([type(error).__name__, error.response.status_code])
api.update_repo_settings(repo, private=True, gated="manual"); info = api.model_info(repo)
api.move_repo(repo, "me/eve"); moved = api.model_info(repo).id
api.delete_repo("me/eve"); gone = api.repo_exists("me/eve")
print(json.dumps({"branches": sorted(ref.name for ref in refs.branches), "tags": [ref.name for ref in refs.tags],
    "texts": texts, "squashed": squashed, "codes": codes, "settings": [info.private, info.gated], "moved": moved,
    "gone": gone}))
"""
    )
    assert told == {
        "branches": ["main", "side/one"], "tags": ["v1"], "texts": ["1", "2", "1"], "squashed": 1,
        "codes": [["HfHubHTTPError", 403], ["RevisionNotFoundError", 404]], "settings": [True, "manual"],
        "moved": "me/eve", "gone": False,
    }  # fmt: skip


def test_pull_requests_and_discussions(outside: Callable[..., Any]) -> None:
    told = outside(
        START
        + """
api.upload_file(path_or_fileobj=b"one\\n", path_in_repo="a.txt", repo_id=repo)
made = api.create_commit(repo, [CommitOperationAdd("b.txt", b"two\\n")], commit_message="Add b", create_pr=True)
before = api.list_repo_files(repo)
pull = api.get_discussion_details(repo, made.pr_num)
api.merge_pull_request(repo, made.pr_num, comment="Thanks")
merged = api.get_discussion_details(repo, made.pr_num)
clash = [api.create_commit(repo, [CommitOperationAdd("a.txt", text)], commit_message="Edit a", create_pr=True).pr_num
         for text in (b"x\\n", b"y\\n")]
api.merge_pull_request(repo, clash[0])
conflicts = api.get_discussion_details(repo, clash[1]).conflicting_files
try: api.merge_pull_request(repo, clash[1])
except Exception as error: refused = error.response.status_code
talk = api.create_discussion(repo, title="Hello", description="<b>hi</b> <script>x</script>")
api.comment_discussion(repo, talk.num, "second"); api.rename_discussion(repo, talk.num, new_title="Hello you")
api.change_discussion_status(repo, talk.num, "closed", comment="done")
talk = api.get_discussion_details(repo, talk.num)
print(json.dumps({"before": before, "diff": "+two" in pull.diff, "base": pull.target_branch, "status": merged.status,
    "merged": merged.merge_commit_oid == api.list_repo_commits(repo)[1].commit_id,
    "titles": [commit.title for commit in api.list_repo_commits(repo)], "conflicts": conflicts, "refused": refused,
    "prs": [ref.ref for ref in api.list_repo_refs(repo, include_pull_requests=True).pull_requests],
    "talk": [talk.title, talk.status, [event.type for event in talk.events]], "html": talk.events[0].rendered,
    "open": [item.num for item in api.get_repo_discussions(repo, discussion_status="open")]}))
"""
    )
    assert told == {
        "before": [".gitattributes", "a.txt"], "diff": True, "base": "refs/heads/main", "status": "merged",
        "merged": True, "titles": ["Edit a (#2)", "Add b (#1)", "Upload a.txt with huggingface_hub", "initial commit"],
        "conflicts": ["a.txt"], "refused": 409, "prs": ["refs/pr/1", "refs/pr/2", "refs/pr/3"],
        "talk": ["Hello you", "closed", ["comment", "comment", "title-change", "comment", "status-change"]],
        "html": "<p><b>hi</b> </p>\n", "open": [3],
    }  # fmt: skip


def test_cards(outside: Callable[..., Any]) -> None:
    told = outside(
        """
        import json
        from huggingface_hub import CommitOperationAdd, HfApi, ModelCard, metadata_update
        api = HfApi()
        repo = api.create_repo("carded").repo_id
        card = ModelCard("---\\nlicense: mit\\n---\\n# Card\\n")
        card.validate(); card.push_to_hub(repo)
        card.data.license = "none-such"
        try: card.validate()
        except ValueError as error: assert '- Error: "license" must be one of' in str(error)
        else: raise AssertionError("validated")
        metadata_update(repo, {"tags": ["bird"]})
        loaded = ModelCard.load(repo)
        errors = []
        for text in ("---\\nlicense: none-such\\n---\\n", "---\\nmodel-index: foo\\n---\\n", "---\\na: [\\n---\\n"):
            try: api.upload_file(path_or_fileobj=text.encode(), path_in_repo="README.md", repo_id=repo)
            except ValueError as error: errors.append(str(error).split(" [")[0])
        print(json.dumps({"data": loaded.data.to_dict(), "text": loaded.text, "errors": errors,
                          "commits": len(api.list_repo_commits(repo))}))
        """
    )
    assert told["data"] == {"license": "mit", "tags": ["bird"]}
    assert told["text"].strip() == "# Card"
    assert told["commits"] == 3
    assert [error.splitlines()[0] for error in told["errors"]] == ["Invalid metadata in README.md."] * 3
    assert told["errors"][0].endswith('- "license" must be one of')
    assert told["errors"][1].endswith('- "model-index" must be an array')


def test_file_system(outside: Callable[..., Any]) -> None:
    told = outside(
        START
        + """
from huggingface_hub import HfFileSystem
fs = HfFileSystem()
with fs.open(f"{repo}/a/one.txt", "w") as file: file.write("one")
fs.pipe(f"{repo}/two.bin", b"\\x00" * 100_000)
fs.cp_file(f"{repo}/a/one.txt", f"{repo}/three.txt")
listed = sorted(fs.find(repo))
part = fs.cat_file(f"{repo}/two.bin", start=10, end=14)
fs.rm(f"{repo}/a", recursive=True)
print(json.dumps({"listed": listed, "part": part.hex(), "text": fs.read_text(f"{repo}/three.txt"),
    "left": sorted(fs.ls(repo, detail=False)), "size": fs.size(f"{repo}/two.bin"),
    "exists": fs.exists(f"{repo}/a/one.txt")}))
"""
    )
    base = "huggingtweets/ada"
    assert told == {
        "listed": [f"{base}/{name}" for name in (".gitattributes", "a/one.txt", "three.txt", "two.bin")],
        "part": "00000000", "text": "one",
        "left": [f"{base}/{name}" for name in (".gitattributes", "three.txt", "two.bin")],
        "size": 100_000, "exists": False,
    }  # fmt: skip
