"""The output folder of a Trainer that somebody else ran: which files are the model, and what the card may state."""

from __future__ import annotations

import json
import math
import re
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from hubtweets._shared import frontmatter
from hubtweets._shared.progress import SILENT, Progress
from hubtweets.errors import CardReadError, RunFolderError
from hubtweets.model import facts, libraries, outgoing
from hubtweets.model.arguments import read_training_args
from hubtweets.model.bases.find import is_causal
from hubtweets.model.described import read_description
from hubtweets.model.evaluations.held_out_loss import perplexity
from hubtweets.model.selecting import last_checkpoint, read_mapping, select
from hubtweets.record import Run

_PROCESSORS = frozenset(
    """tokenizer.json tokenizer_config.json vocab.json vocab.txt spiece.model sentencepiece.bpe.model tokenizer.model
    source.spm tekken.json preprocessor_config.json processor_config.json""".split()  # noqa: SIM905
)


class TrainerFolder(msgspec.Struct, frozen=True, kw_only=True):
    """What was found in the folder.

    `names` are the paths that `files` have in a repo, one for one. `readme` is the text of its README.md, whoever wrote
    it. `description` holds fields of the record that the model's configurations tell, and `measured` what its last
    evaluation gave. `stays` has the paths that are not published, each with the reason.
    """

    folder: Path
    files: tuple[Path, ...]
    names: tuple[str, ...]
    run: Run
    base_model: str | None = None
    readme: str | None = None
    description: dict[str, Any] = {}
    measured: dict[str, Any] = {}
    stays: dict[str, str] = {}

    @property
    def tokenizes(self) -> bool:
        """Whether what makes a model's input (of text, pictures or sound) is in the folder."""
        return any(name in _PROCESSORS for name in self.names)


def read_trainer_folder(
    folder: Path,
    *,
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
    base_model: str | None = None,
    progress: Progress = SILENT,
) -> TrainerFolder:
    """Read weights, tokenizer, `trainer_state.json`, `training_args.bin` and metrics files of a Trainer's folder.

    A number is only taken when it belongs to the weights in the folder: an evaluation of an earlier step does not.
    `training_args.bin` is a pickle; nothing that it names is imported or run.

    Args:
        folder: what the Trainer, or `save_pretrained`, wrote.
        include: patterns of files that are published too.
        exclude: patterns of files that are not.
        base_model: the Hub id of the model that was fine-tuned; default the one that the folder names.
        progress: where it says what it leaves out of configurations.

    Raises:
        RunFolderError: when there is no model in the folder, or its README.md or one of its JSON files is broken.
    """
    found, stays = select(folder, include, exclude)
    files = outgoing.prepare(found, folder, progress, base_model)
    state = read_mapping(_newest(folder, "trainer_state.json"))
    args = _training_args(_newest(folder, "training_args.bin"), progress)
    config, adapter = read_mapping(folder / "config.json"), read_mapping(folder / "adapter_config.json")
    causal = is_causal(config) or adapter.get("task_type") == "CAUSAL_LM"
    metrics = _metrics(folder, state, args, causal=causal)
    version = config.get("transformers_version")
    run = Run(
        hyperparameters=facts.hyperparameters(args) if args is not None else {},
        metrics=metrics,
        log_history=facts.log_entries(_log(state)),
        seed=getattr(args, "seed", None),
        parameters=None if adapter else _parameters(files),  # an adapter's own are no model's
        versions={"transformers": version} if isinstance(version, str) else {},
        seconds=_seconds(folder),
    )
    text = _readme(folder / "README.md")
    return TrainerFolder(
        folder=folder,
        files=files,
        names=tuple(path.relative_to(folder).as_posix() for path in found),
        run=run,
        base_model=base_model or _base_model(text, adapter, config),
        readme=text,
        description=read_description(folder, config, adapter)
        | ({"custom_code": True} if outgoing.names_code(files) else {}),
        measured=_measured(folder, state, args),
        stays=stays,
    )


def training_arguments(folder: Path) -> Any:
    """The `training_args.bin` of a Trainer's folder or its last checkpoint, read as `read_trainer_folder` does; or
    None."""
    return _training_args(_newest(folder, "training_args.bin"), SILENT)


def _readme(path: Path) -> str | None:
    if not path.is_file():
        return None
    outgoing.check_inside(path, path.parent)
    outgoing.check([path])
    try:
        return path.read_bytes().decode()
    except UnicodeDecodeError as error:
        raise RunFolderError(
            f"{path} is not UTF-8: {error.reason}.",
            path=path,
            hint="Save it as UTF-8, or remove it.",
        ) from None


def _newest(folder: Path, name: str) -> Path:
    """The file in the folder, or in its last checkpoint."""
    checkpoint = last_checkpoint(folder)
    return folder / name if (folder / name).exists() or checkpoint is None else checkpoint / name


def _training_args(path: Path, progress: Progress) -> Any:
    if not path.is_file():
        return None
    libraries.require()  # whose defaults the arguments are compared with
    libraries.load(progress, ("torch", "transformers.training_args"))
    try:
        return read_training_args(path)
    except ValueError as error:
        progress.warn(f"{error}; the card will state no hyperparameters.")
        return None


def _measured(folder: Path, state: dict[str, Any], args: Any) -> dict[str, Any]:
    raw: dict[str, Any] = {}
    for name in ("train_results.json", "eval_results.json", "all_results.json"):
        raw.update(read_mapping(folder / name))
    if "eval_loss" not in raw:
        raw.update(_final_evaluation(folder, state, args))
    return raw


def _seconds(folder: Path) -> float | None:
    """How long the training took, as the Trainer measured it when it was over."""
    last = [*_log(read_mapping(folder / "trainer_state.json"))[-2:], read_mapping(folder / "all_results.json")]
    times = [facts.number(entry.get("train_runtime")) for entry in [*last, read_mapping(folder / "train_results.json")]]
    return next((round(time, 1) for time in times[::-1] if time is not None), None)


def _metrics(folder: Path, state: dict[str, Any], args: Any, *, causal: bool) -> dict[str, float]:
    raw = _measured(folder, state, args)
    first = next((entry for entry in _log(state) if entry.get("step") == 0 and "eval_loss" in entry), None)
    if first is not None:
        raw["eval_loss_before"] = first["eval_loss"]
    found = facts.metrics(raw)
    for loss, name in (("eval_loss", "perplexity"), ("eval_loss_before", "perplexity_before")):
        # exp(loss) is a perplexity where the loss is the plain one of a language model
        if causal and loss in found and name not in found and not getattr(args, "label_smoothing_factor", 0):
            found[name] = perplexity(found[loss])
    return {name: round(value, 4) for name, value in found.items()}


def _log(state: dict[str, Any]) -> list[dict[str, Any]]:
    history = state.get("log_history")
    return [entry for entry in history if isinstance(entry, dict)] if isinstance(history, list) else []


def _final_evaluation(folder: Path, state: dict[str, Any], args: Any) -> dict[str, Any]:
    """The evaluation of the weights in the folder, where it is known which step they are of."""
    last, best = state.get("global_step"), re.search(r"checkpoint-(\d{1,18})$", str(state.get("best_model_checkpoint")))
    step = last
    if not _is_checkpoint(folder):
        if not (folder / "trainer_state.json").exists() and last != state.get("max_steps"):
            return {}  # the state is a checkpoint's, and training went on after it
        if best is not None and int(best[1]) != last:
            if args is None:
                return {}  # only the arguments say whether the best weights were loaded at the end
            step = int(best[1]) if getattr(args, "load_best_model_at_end", False) else last
    evaluations = [entry for entry in _log(state) if entry.get("step") == step and "eval_loss" in entry]
    return dict(evaluations[-1]) if evaluations else {}


def _is_checkpoint(folder: Path) -> bool:
    return bool(re.fullmatch(r"checkpoint-\d+", folder.resolve().name)) or (folder / "scheduler.pt").exists()


def _parameters(files: tuple[Path, ...]) -> int | None:
    """The number of weights, from the headers of the safetensors files; None without any."""
    total = 0
    for path in files:
        if path.suffix == ".safetensors":
            try:
                with path.open("rb") as stream:
                    (size,) = struct.unpack("<Q", stream.read(8))
                    header = json.loads(stream.read(min(size, outgoing.LARGEST_HEADER)))
                tensors = [entry for name, entry in header.items() if name != "__metadata__"]
                total += sum(math.prod(entry["shape"]) for entry in tensors)
                end = 8 + size + max((entry["data_offsets"][1] for entry in tensors), default=0)
                if path.stat().st_size != end:
                    raise ValueError(f"{end} bytes announced")
            except (struct.error, ValueError, LookupError, TypeError, AttributeError, RecursionError):
                raise RunFolderError(
                    f"{path} is not a safetensors file, or was cut off.", path=path, hint="Save the model again."
                ) from None
    return total or None


def _base_model(readme: str | None, adapter: dict[str, Any], config: dict[str, Any]) -> str | None:
    """The Hub id that the folder's own files name as the base model, where one does."""
    named = []
    if readme is not None:
        try:
            named.append(frontmatter.load(frontmatter.split(readme).yaml or "").get("base_model"))
        except CardReadError:
            named.append(None)
    named.append(adapter.get("base_model_name_or_path"))
    named.append(config.get("_name_or_path"))
    for name in named:
        if (
            isinstance(name, str)
            and re.fullmatch(r"\w[\w.-]*(/\w[\w.-]*)?", name, re.ASCII)
            and not Path(name).exists()
        ):
            return name
    return None
