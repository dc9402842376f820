"""What works on this machine, and the next command for the rest: one check for each thing that publishing stands on."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from hubtweets._shared.progress import SILENT, Progress
from hubtweets._shared.text import one_line
from hubtweets.errors import HubError, HubtweetsError
from hubtweets.hub import trusted
from hubtweets.model import libraries
from hubtweets.publishing.publish import NAMESPACE

State = Literal["ok", "missing", "warning", "failed"]

GIB = 1024**3
_NEEDED_DISK = 5 * GIB
"""Free bytes that a training with the default base model takes: the model, two checkpoints and the published copy."""


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was looked at.

    `state`: `ok`; `missing`, which is no fault as long as nobody needs it; `warning`; or `failed`. `next_step` says
    what to do, where there is something.
    """

    name: str
    state: State
    detail: str
    next_step: str | None = None


class _Place(NamedTuple):
    hub: str | None
    project: Path
    environment: Mapping[str, str]
    progress: Progress


def diagnose(
    hub: str | None = None,
    project: str | Path = "hubtweets.toml",
    environment: Mapping[str, str] | None = None,
    progress: Progress = SILENT,
) -> Iterator[Check]:
    """Each check as soon as it is made. Nothing is changed, and no secret is in any of them.

    Args:
        hub: an endpoint or `local:DIR`; default huggingface_hub's own.
        project: the configuration that `hubtweets refresh` would read.
        environment: the variables; default those of the process.
        progress: told what is waited for.
    """
    place = _Place(hub, Path(project), os.environ if environment is None else environment, progress)
    for name, look in _CHECKS.items():
        try:
            yield from (msgspec.structs.replace(check, name=check.name or name) for check in look(place))
        except HubtweetsError as error:
            yield Check(name=name, state="failed", detail=one_line(error.message), next_step=error.hint)
        except Exception as error:  # a check that breaks says so itself, and the others are still made
            yield Check(name=name, state="failed", detail=one_line(f"{type(error).__name__}: {error}")[:300])


def _check(state: State, detail: str, next_step: str | None = None, *, name: str = "") -> Check:
    return Check(name=name, state=state, detail=detail, next_step=next_step)


def _versions(_place: _Place) -> Iterator[Check]:
    names = ("huggingface_hub", "transformers", "torch")
    told = [f"{name} {version}" for name in names if (version := _version(name))]
    python = f"Python {platform.python_version()} on {platform.system()} {platform.machine()}"
    yield _check("ok", ", ".join([f"hubtweets {importlib.metadata.version('hubtweets')}", python, *told]))


def _version(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def _extras(_place: _Place) -> Iterator[Check]:
    """Each extra, and which of its libraries is not installed."""
    needed: dict[str, list[str]] = {}
    for line in importlib.metadata.requires("hubtweets") or ():
        requirement, _, marker = line.partition(";")
        extra = re.search(r"extra == ['\"]([\w-]+)['\"]", marker)
        library = re.match(r"[A-Za-z0-9._-]+", requirement)
        if extra and library and library[0].lower() != "hubtweets" and extra[1] not in ("dev", "all"):
            needed.setdefault(extra[1], []).append(library[0])
    for name, wanted in sorted(needed.items()):
        absent = [library for library in wanted if _version(library) is None]
        if absent:
            yield _check(
                "missing", f"without {', '.join(absent)}", f"pip install 'hubtweets[{name}]'", name=f"extra {name}"
            )
        else:
            yield _check("ok", "installed", name=f"extra {name}")


def _hardware(place: _Place) -> Iterator[Check]:
    cores = os.cpu_count() or 1
    if _version("torch") is None:
        yield _check("missing", f"{cores} CPU cores; torch is not installed", "pip install 'hubtweets[train]'")
        return
    libraries.load(place.progress, ("torch",))
    import torch

    if torch.cuda.is_available():
        memory = torch.cuda.get_device_properties(0).total_memory / GIB
        bf16 = "bf16" if torch.cuda.is_bf16_supported(including_emulation=False) else "no bf16"
        yield _check("ok", f"{torch.cuda.get_device_name(0)}, {memory:.0f} GiB, {bf16}; {cores} CPU cores")
    elif torch.backends.mps.is_available():
        yield _check("ok", f"Apple GPU (MPS), {cores} CPU cores")
    else:
        yield _check("warning", f"{cores} CPU cores and no GPU: training works, and takes its time")


def _disk(_place: _Place) -> Iterator[Check]:
    import platformdirs
    from huggingface_hub import constants

    ours = platformdirs.user_cache_path("hubtweets")
    for name, folder in (("cache of hubtweets", ours), ("cache of base models", Path(constants.HF_HUB_CACHE))):
        there = next(parent for parent in (folder, *folder.absolute().parents) if parent.exists())
        free = shutil.disk_usage(there).free
        detail = f"{folder}, {free / GIB:.1f} GiB free"
        if not os.access(there, os.W_OK):
            yield _check("failed", f"{detail}, not writable", "Change its permissions, or set HF_HOME.", name=name)
        elif free < _NEEDED_DISK:
            yield _check("warning", detail, "Free some space: hf cache prune", name=name)
        else:
            yield _check("ok", detail, name=name)


def _hub(place: _Place) -> Iterator[Check]:
    """The endpoint, whose token it is and where that may write."""
    from hubtweets.publishing.connect import connect

    with connect(place.hub) as client:
        if not client.token:
            if trusted.in_ci(place.environment):
                yield _check("missing", f"{client.endpoint}, no token; trusted publishing is tried")
                return
            try:
                client.namespace_exists(NAMESPACE)
            except HubError as error:
                yield _check("warning", f"{error.message} Until it answers, only a local Hub works", error.hint)
                return
            yield _check("warning", f"{client.endpoint}, no token: reading works", "hf auth login")
            return
        identity = client.whoami()
        where = ", ".join(identity.namespaces)
        detail = one_line(f"{client.endpoint}, logged in as {identity.name}")
        if where or identity.everywhere:
            yield _check("ok", one_line(f"{detail}; may publish in {where or 'every namespace'}"))
        else:
            yield _check("warning", f"{detail}, who may only read", "A token that may write: hf auth login")


def _sources(place: _Place) -> Iterator[Check]:
    if place.environment.get("X_BEARER_TOKEN"):
        yield _check("ok", "X_BEARER_TOKEN is set")
    else:
        yield _check("missing", "X_BEARER_TOKEN is not set: x: sources cannot be read, archives can")


def _project(place: _Place) -> Iterator[Check]:
    from hubtweets.publishing.project import read_project, secrets_of

    if not place.project.exists():
        yield _check("missing", f"no {place.project} here", "hubtweets init")
        return
    project = read_project(place.project)
    unset = sorted(set(project.secrets) - set(secrets_of(project, place.environment)))
    detail = f"{place.project}, models: {len(project.models)}"
    if unset:
        yield _check("warning", f"{detail}; not set here: {', '.join(project.secrets[name] for name in unset)}")
    else:
        yield _check("ok", detail)


def _trusted(place: _Place) -> Iterator[Check]:
    """Whether this job could publish without a stored secret."""
    if not trusted.in_ci(place.environment):
        yield _check("missing", "not a job of GitHub Actions; a token is used here")
    elif place.environment.get("ACTIONS_ID_TOKEN_REQUEST_URL"):
        yield _check("ok", "the job may ask for id tokens; each repo has to name it as a trusted publisher")
    else:
        yield _check("warning", "the job may not ask for id tokens", "Give the job `permissions: id-token: write`.")


_CHECKS: dict[str, Callable[[_Place], Iterator[Check]]] = {
    "versions": _versions,
    "extras": _extras,
    "hardware": _hardware,
    "disk": _disk,
    "hub": _hub,
    "x": _sources,
    "project": _project,
    "trusted publishing": _trusted,
}
