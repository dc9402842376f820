"""Runs hubtweets as a step of a GitHub Action: inputs come by environment, outputs and summary go to GitHub's files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

LARGEST_SUMMARY = 1024 * 1024 - 4096
"""Bytes. GitHub refuses a summary over 1 MiB whole, so it is cut before."""


def command(name: str, target: str, options: list[str], report: Path, summary: Path) -> list[str]:
    """The command line for the inputs; each line of `options` is one argument, and no shell ever reads it."""
    record = ["--report", str(report), "--summary", str(summary)]
    if name == "refresh":
        return ["refresh", *([target] if target else []), *record, *options]
    if name == "rerender":
        return ["rerender", target, "--apply", *record, *options]
    if name == "check":
        return ["card", "check", *(target.splitlines() or ["README.md"]), "--github", *options]
    raise SystemExit(f"::error::hubtweets: there is no command {name!r} here; use refresh, rerender or check")


def counts(report: Path) -> tuple[int, int]:
    """How many repos have a new commit or pull request, and how many failed, as the report says."""
    try:
        actions = json.loads(report.read_text(encoding="utf-8"))["result"]["actions"]
    except (OSError, ValueError, KeyError, TypeError):
        return 0, 0
    return actions.get("changed", 0) + actions.get("proposed", 0), actions.get("failed", 0)


def main() -> int:
    """Run it, and hand on what it said. The exit code is the command's own."""
    environment = os.environ
    folder = Path(tempfile.mkdtemp(dir=environment.get("RUNNER_TEMP")))
    report, summary = folder / "report.json", folder / "summary.md"
    options = [line.strip() for line in environment.get("HUBTWEETS_OPTIONS", "").splitlines() if line.strip()]
    arguments = command(
        environment["HUBTWEETS_COMMAND"], environment.get("HUBTWEETS_TARGET", "").strip(), options, report, summary
    )
    code = subprocess.run([sys.executable, "-m", "hubtweets", *arguments], check=False).returncode  # noqa: S603
    changed, failed = counts(report)
    with open(environment["GITHUB_OUTPUT"], "a", encoding="utf-8") as outputs:  # noqa: PTH123
        outputs.write(f"changed={changed}\nfailed={failed}\nreport={report if report.exists() else ''}\n")
    if summary.exists():
        text = summary.read_bytes()
        if len(text) > LARGEST_SUMMARY:
            text = text[:LARGEST_SUMMARY].rpartition(b"\n")[0] + b"\n\nThe rest is in the report.\n"
        with open(environment["GITHUB_STEP_SUMMARY"], "ab") as page:  # noqa: PTH123
            page.write(text)
    return code


if __name__ == "__main__":
    sys.exit(main())
