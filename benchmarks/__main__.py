"""Run the benchmarks and keep their output in docs/benchmarks.md, a section each."""

from __future__ import annotations

import argparse
import importlib
import os
import pkgutil
import platform
import re
import sys
from pathlib import Path

import benchmarks

OUTPUT = Path(__file__).parent.parent / "docs" / "benchmarks.md"

HEAD = """# Benchmarks

Ratios against a named peer, measured in one run on one machine; `make bench` measures again and rewrites this page,
`python -m benchmarks NAME` one section. Absolute times depend on the machine; the ratios are what counts.
"""


def names() -> list[str]:
    """The modules of this folder that measure something."""
    return sorted(
        module.name for module in pkgutil.iter_modules(benchmarks.__path__) if not module.name.startswith("_")
    )


def sections(text: str) -> dict[str, str]:
    """Title -> section, as the page has them."""
    return {part.splitlines()[0]: part for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"what to measure: {', '.join(names())}")
    chosen = parser.parse_args().names or names()
    unknown = set(chosen) - set(names())
    if unknown:
        parser.error(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(names())}")
    page = sections(OUTPUT.read_text("utf-8")) if OUTPUT.exists() else {}
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}"
    for name in chosen:
        module = importlib.import_module(f"benchmarks.{name}")
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        body = f"{module.TITLE}\n\n{module.measure().strip()}\n\n*{machine}; `python -m benchmarks {name}`*\n\n"
        print(f"## {body}", flush=True)
        page[module.TITLE] = body
        OUTPUT.write_text(
            HEAD + "\n" + "".join(f"## {page[title].rstrip()}\n\n" for title in sorted(page)).rstrip() + "\n", "utf-8"
        )


main()
