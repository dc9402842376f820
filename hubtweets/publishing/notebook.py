"""`notebook.ipynb` of a model's repo: the Hub's "Use this model" opens it in Colab and Kaggle.

The template has the cells in the percent format (`# %%`), which editors run as they are.
"""

from __future__ import annotations

import json
import re

from hubtweets.publishing.packaged import packaged

FILE = "notebook.ipynb"

_CELL = re.compile(r"^# %%( \[markdown\])?\n", re.MULTILINE)


def notebook(repo_id: str, prompt: str, *, adapter: bool = False) -> bytes:
    """The notebook that writes with a model; the same bytes each time.

    Args:
        repo_id: the model.
        prompt: what the posts begin with at first.
        adapter: whether the repo has an adapter alone.
    """
    text = packaged("notebook.py.j2", repo_id=repo_id, prompt=prompt, adapter=adapter)
    _, *parts = _CELL.split(text)
    cells: list[dict[str, object]] = []
    for number, (markdown, body) in enumerate(zip(parts[::2], parts[1::2], strict=True), 1):
        lines = body.strip("\n").splitlines(keepends=True)
        if markdown:
            lines = [line.removeprefix("#").removeprefix(" ") for line in lines]
            cells.append({"cell_type": "markdown", "id": f"cell-{number}", "metadata": {}, "source": lines})
        else:
            cells.append(
                {"cell_type": "code", "execution_count": None, "id": f"cell-{number}", "metadata": {}, "outputs": [],
                 "source": lines}
            )  # fmt: skip
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    whole = {
        "cells": cells,
        "metadata": {"kernelspec": kernel, "language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return (json.dumps(whole, indent=1, ensure_ascii=False) + "\n").encode()
