"""Stopped in the middle, by Ctrl-C, by a kill, or by a full disk: the same call goes on, to the same weights."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import msgspec
import pytest

from hubtweets._shared.progress import Progress, Task
from hubtweets.errors import OutputFolderError
from hubtweets.model import SCRATCH, ModelArtifact, TrainingConfig, find_base_model, fine_tune, libraries

from .conftest import Notes, digest

Start = Callable[..., "subprocess.Popen[str]"]

SETTINGS = TrainingConfig(epochs=4, learning_rate=1e-3, batch_size=4, block_size=64, prompts=("I",))


@pytest.fixture(scope="module")
def job(texts: list[str], base_folder: Path) -> dict[str, Any]:
    """A model with dropout, so that the random numbers have to go on where they were as well."""
    return {"accounts": {"keeper": texts}, "base": str(base_folder), "settings": msgspec.to_builtins(SETTINGS)}


@pytest.fixture(scope="module")
def uninterrupted(texts: list[str], base_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> ModelArtifact:
    folder = tmp_path_factory.mktemp("uninterrupted")
    return fine_tune({"keeper": texts}, find_base_model(str(base_folder)), SETTINGS, folder)


def stop(process: subprocess.Popen[str], with_signal: int, *, after: int) -> str:
    """Send the signal once that many steps are done; returns what the process said at its end on stderr."""
    assert process.stdout is not None
    for line in process.stdout:
        if (step := re.match(r"Training (\d+)(?![\d,])", line)) and int(step[1]) >= after:
            break
    process.send_signal(with_signal)
    stdout, stderr = process.communicate(timeout=120)
    assert "done" not in stdout
    return stderr


def go_on(job: dict[str, Any], work: Path) -> tuple[ModelArtifact, int]:
    """The same call again, to its end; returns what it gave and the step of the checkpoint that it went on from."""
    notes = Notes()
    trained = fine_tune(job["accounts"], find_base_model(job["base"]), SETTINGS, work, progress=notes)
    (note,) = (note for note in notes.notes if note.startswith("Going on from checkpoint-"))
    return trained, int(note.rpartition("-")[2])


def steps_an_epoch(trained: ModelArtifact) -> int:
    return trained.run.log_history[1].step


@pytest.mark.thorough(every=2)
@pytest.mark.parametrize("with_signal", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_and_sigterm_keep_the_step_that_was_done(
    with_signal: signal.Signals, job: dict[str, Any], uninterrupted: ModelArtifact, tmp_path: Path, start_job: Start
) -> None:
    step = steps_an_epoch(uninterrupted) * 3 // 2  # in the middle of the second epoch
    process = start_job(**job, folder=str(tmp_path / "work"))
    stderr = stop(process, with_signal, after=step)
    if with_signal == signal.SIGTERM:
        assert process.returncode == 128 + signal.SIGTERM
    else:
        assert process.returncode != 0
        assert stderr.rstrip().endswith("KeyboardInterrupt")
    assert not (tmp_path / "work" / "model").exists()
    resumed, checkpoint = go_on(job, tmp_path / "work")
    assert checkpoint >= step
    assert digest(resumed.folder) == digest(uninterrupted.folder)
    assert resumed.samples == uninterrupted.samples
    assert resumed.run.metrics == uninterrupted.run.metrics
    assert [entry.eval_loss for entry in resumed.run.log_history] == [
        entry.eval_loss for entry in uninterrupted.run.log_history
    ]


@pytest.mark.slow
def test_a_kill_goes_on_from_the_last_whole_checkpoint(
    job: dict[str, Any], uninterrupted: ModelArtifact, tmp_path: Path, start_job: Start
) -> None:
    epoch = steps_an_epoch(uninterrupted)
    work = tmp_path / "work"
    process = start_job(**job, folder=str(work))
    stop(process, signal.SIGKILL, after=2 * epoch + 3)
    assert process.returncode == -signal.SIGKILL
    checkpoints = work / "checkpoints"
    whole = checkpoints / f"checkpoint-{2 * epoch}"
    # as a kill leaves it while a checkpoint is written: everything but the state, or half of that
    cut = checkpoints / f"checkpoint-{2 * epoch + 1}"
    shutil.copytree(whole, cut)
    (cut / "trainer_state.json").unlink()
    half = checkpoints / f"checkpoint-{2 * epoch + 2}"
    shutil.copytree(whole, half)
    state = (half / "trainer_state.json").read_bytes()
    (half / "trainer_state.json").write_bytes(state[: len(state) // 2])
    # and while the finished model is written
    (work / "model.partial").mkdir()
    (work / "model.partial" / "model-00001-of-00002.safetensors").write_bytes(b"half")
    resumed, checkpoint = go_on(job, work)
    assert checkpoint == 2 * epoch
    assert digest(resumed.folder) == digest(uninterrupted.folder)
    assert sorted(path.name for path in resumed.folder.iterdir()) == sorted(
        path.name for path in uninterrupted.folder.iterdir()
    )


@pytest.mark.slow
def test_a_kill_before_the_first_checkpoint_starts_over(
    job: dict[str, Any], uninterrupted: ModelArtifact, tmp_path: Path, start_job: Start
) -> None:
    process = start_job(**job, folder=str(tmp_path / "work"))
    stop(process, signal.SIGKILL, after=1)
    resumed = fine_tune(job["accounts"], find_base_model(job["base"]), SETTINGS, tmp_path / "work")
    assert digest(resumed.folder) == digest(uninterrupted.folder)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """`small_disk("4m")` gives a folder on a disk of that size, and the next call makes the disk larger."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = False

    def disk(size: str, *options: str) -> Path:
        nonlocal mounted
        words = ",".join([*(["remount"] if mounted else []), f"size={size}", *options])
        try:
            done = subprocess.run(
                ["mount", "-t", "tmpfs", "-o", words, "tmpfs", folder], capture_output=True, text=True
            )
        except FileNotFoundError:
            pytest.skip("needs a mount command")
        if done.returncode != 0:
            pytest.skip(f"needs the right to mount a file system: {done.stderr.strip()}")
        mounted = True
        return folder

    yield disk
    if mounted:
        subprocess.run(["umount", "--lazy", folder], check=True)  # the error that was caught holds files open


@pytest.mark.slow
@pytest.mark.parametrize(
    ("size", "goes_on"),
    [
        ("2m", False),  # not even the weights of a checkpoint
        ("9m", False),  # its weights, and not its optimizer's state
        ("20m", False),  # one checkpoint, and not a second: the estimate refuses it
    ],
)
def test_a_full_disk_is_named_and_with_room_training_goes_on(
    small_disk: Callable[..., Path],
    size: str,
    goes_on: bool,
    texts: list[str],
    quick: TrainingConfig,
    trained: ModelArtifact,
    notes: Notes,
) -> None:
    work = small_disk(size) / "work"
    base = find_base_model(SCRATCH)
    # where the estimate does not fit, nothing is begun
    with pytest.raises(OutputFolderError, match=r"The disk is full|Training takes about .* are free") as caught:
        fine_tune({"keeper": texts}, base, quick, work)
    assert caught.value.path == work
    small_disk("100m")
    resumed = fine_tune({"keeper": texts}, base, quick, work, progress=notes)
    assert digest(resumed.folder) == digest(trained.folder)
    assert any(note.startswith("Going on from checkpoint-") for note in notes.notes) == goes_on


class FillsTheDisk(Progress):
    """Somebody else's file that takes all the room but for a `share` of a checkpoint, once a first one is there."""

    def __init__(self, work: Path, share: float) -> None:
        self._work, self._share = work, share
        self.file = work.parent / "somebody-elses"

    @contextmanager
    def task(self, label: str, *, total: float | None = None, unit: str = "") -> Iterator[Task]:
        progress = self

        class Watching(Task):
            def update(
                self, *, completed: float | None = None, total: float | None = None, note: str | None = None
            ) -> None:
                if not progress.file.exists() and any(progress._work.glob("checkpoints/checkpoint-*")):
                    progress.fill()

        yield Watching()

    def fill(self) -> None:
        checkpoint = sum(path.stat().st_size for path in self._work.glob("checkpoints/checkpoint-*/*"))
        with self.file.open("wb", buffering=0) as stream:
            with suppress(OSError):
                while True:
                    stream.write(bytes(64 * 1024))
            stream.truncate(max(0, stream.tell() - int(self._share * checkpoint)))


@pytest.mark.slow
@pytest.mark.parametrize("share", [0.0, 0.2, 0.6])  # nothing of it; a part of the weights; of the optimizer's state
def test_a_disk_that_fills_during_a_checkpoint(
    small_disk: Callable[..., Path], share: float, job: dict[str, Any], uninterrupted: ModelArtifact, notes: Notes
) -> None:
    work = small_disk("100m") / "work"
    base = find_base_model(job["base"])
    filling = FillsTheDisk(work, share)
    with pytest.raises(OutputFolderError, match="The disk is full") as caught:
        fine_tune(job["accounts"], base, SETTINGS, work, progress=filling)
    assert "goes on from its last checkpoint" in str(caught.value.hint)
    assert filling.file.exists()
    filling.file.unlink()
    resumed = fine_tune(job["accounts"], base, SETTINGS, work, progress=notes)
    assert notes.notes[0] == f"Going on from checkpoint-{steps_an_epoch(uninterrupted)}"
    assert digest(resumed.folder) == digest(uninterrupted.folder)
    kept = {path.name for path in work.rglob("*") if "partial" in path.name or "tmp" in path.name}
    assert kept == set()


def test_a_disk_that_cannot_be_written(
    small_disk: Callable[..., Path], texts: list[str], quick: TrainingConfig
) -> None:
    folder = small_disk("1m", "ro")
    with pytest.raises(OutputFolderError, match="Read-only file system"):
        fine_tune({"keeper": texts}, find_base_model(SCRATCH), quick, folder)
    with pytest.raises(OutputFolderError, match="Read-only file system"):
        fine_tune({"keeper": texts}, find_base_model(SCRATCH), quick, folder / "work")


@pytest.mark.parametrize("swallowed", [True, False], ids=["a library that swallows it", "one that lets it through"])
def test_ctrl_c_while_libraries_are_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, swallowed: bool) -> None:
    """torch forgets what importing numpy raises, and numpy then breaks in a way that nobody takes for Ctrl-C."""
    (tmp_path / "ctrl_c_part.py").write_text("import signal\nsignal.raise_signal(signal.SIGINT)\nimport ctrl_c_rest\n")
    (tmp_path / "ctrl_c_rest.py").write_text("")
    body = "try:\n    import ctrl_c_part\nexcept BaseException:\n    pass\n" if swallowed else "import ctrl_c_part\n"
    (tmp_path / "ctrl_c_library.py").write_text(body + "raise RecursionError('half a library')\n")
    monkeypatch.syspath_prepend(tmp_path)
    notes, handler, finders = Notes(), signal.getsignal(signal.SIGINT), list(sys.meta_path)
    with pytest.raises(KeyboardInterrupt):
        libraries.load(notes, ["ctrl_c_library"])
    assert signal.getsignal(signal.SIGINT) is handler
    assert sys.meta_path == finders
    (tmp_path / "ctrl_c_broken.py").write_text("raise RecursionError('half a library')\n")
    with pytest.raises(RecursionError):
        libraries.load(notes, ["ctrl_c_broken"])
