"""One fine-tuning in a process of its own: `python job.py job.json`. Says on stdout where it is, one line each time."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hubtweets._shared.progress import Progress, Task
from hubtweets.model import TrainingConfig, find_base_model, fine_tune


class Lines(Progress):
    @contextmanager
    def task(self, label: str, *, total: float | None = None, unit: str = "") -> Iterator[Task]:
        class Line(Task):
            def update(
                self, *, completed: float | None = None, total: float | None = None, note: str | None = None
            ) -> None:
                if completed is not None:
                    print(f"{label} {completed:.0f}", flush=True)

        yield Line()

    def note(self, text: str) -> None:
        print(text, flush=True)


def limit_memory(spare: int) -> None:
    """Let this process have only that many bytes more than it has with the libraries loaded (Linux)."""
    import resource

    import torch
    import transformers.trainer

    assert transformers.trainer.torch is torch
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    limit = pages * resource.getpagesize() + spare
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


if __name__ == "__main__":
    job = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    if "spare_memory" in job:
        limit_memory(job["spare_memory"])
    settings = TrainingConfig(**{**job["settings"], "prompts": tuple(job["settings"]["prompts"])})
    fine_tune(job["accounts"], find_base_model(job["base"]), settings, Path(job["folder"]), progress=Lines())
    print("done", flush=True)
