"""The example workflows, run for real with the action of the working tree."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.act import ROOT, run_workflow

WORKFLOWS = ROOT / "examples" / "workflows"


@pytest.mark.thorough
@pytest.mark.parametrize(("language", "code"), [("[en", 1), ("[en]", 0)])
def test_a_pull_request_is_told_what_is_wrong_with_its_card(tmp_path: Path, language: str, code: int) -> None:
    card = f"---\nlicense: apache-2.0\nlanguage: {language}\n---\n# A model\n\nWhat it is for.\n"
    done = run_workflow(WORKFLOWS / "check.yml", "pull_request", tmp_path, {}, {"README.md": card})
    assert (done.code, "front-matter-invalid" in done.log) == (code, bool(code)), done.log
