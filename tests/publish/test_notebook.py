"""The notebook of a repo: valid, and it runs as it is, against a real Hub."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from hubtweets.localhub import LocalHub
from hubtweets.publishing.notebook import notebook

from .conftest import REPO, First

RUN = """
import json, sys, warnings
warnings.simplefilter("ignore")  # of Jupyter's own libraries
import nbformat
from nbclient import NotebookClient
written = nbformat.read(sys.argv[1], 4)
NotebookClient(written, timeout=300, kernel_name="python3").execute()
print(json.dumps([cell.get("outputs", []) for cell in written.cells]))
"""


def git(folder: Path, name: str) -> bytes:
    command = ["git", "-C", str(folder / "repos" / "models" / f"{REPO}.git"), "show", f"main:{name}"]
    return subprocess.run(command, capture_output=True, check=True).stdout


@pytest.mark.slow
def test_the_notebook_of_the_repo_runs_with_no_edit(first: First, tmp_path: Path) -> None:
    written = tmp_path / "notebook.ipynb"
    written.write_bytes(git(first.folder, "notebook.ipynb"))
    with LocalHub(first.folder) as hub:
        env = {**os.environ, "HF_ENDPOINT": hub.endpoint, "HF_HOME": str(tmp_path / "cache"), "OMP_NUM_THREADS": "1"}
        env |= {"JUPYTER_PLATFORM_DIRS": "1", "IPYTHONDIR": str(tmp_path / "ipython"), "TQDM_DISABLE": "1"}
        done = subprocess.run(
            [sys.executable, "-c", RUN, str(written)], capture_output=True, text=True, env=env, timeout=400, check=False
        )
    assert done.returncode == 0, done.stderr
    outputs = json.loads(done.stdout)
    posts = "".join("".join(one.get("text", "")) for one in outputs[-1] if one["output_type"] == "stream")
    assert posts.count("· My dream is") == 5


@pytest.mark.parametrize("adapter", [False, True])
def test_it_is_valid_and_nothing_ends_its_text(adapter: bool) -> None:
    hostile = 'x"); import os  # \n# %%\nprint(1) \\ {{ 7 }} \u202e 🌅'
    content = notebook("me/bot", hostile, adapter=adapter)
    assert content == notebook("me/bot", hostile, adapter=adapter)
    read = nbformat.reads(content.decode(), as_version=4)
    nbformat.validate(read)
    assert [cell.cell_type for cell in read.cells] == ["markdown", "code", "code", "markdown", "code"]
    for cell in read.cells:
        if cell.cell_type == "code":
            compile(cell.source, "cell", "exec")
    names: dict[str, str] = {}
    exec(read.cells[-1].source.split("\n\n")[0], names)
    assert names["prompt"] == hostile
    assert ("AutoPeftModelForCausalLM" in content.decode()) is adapter
