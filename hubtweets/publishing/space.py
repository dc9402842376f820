"""A Gradio Space in which people choose among the published models of a namespace and let them write."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Unpack

import msgspec

from hubtweets._shared.progress import IN_PYTHON, SILENT, Progress
from hubtweets.errors import HubtweetsError, MissingExtraError
from hubtweets.hub import repos, tokens
from hubtweets.hub.client import HubClient
from hubtweets.hub.tokens import LOCAL
from hubtweets.publishing import publish
from hubtweets.publishing.config import PublishConfig, PublishOptions, made
from hubtweets.publishing.connect import connect
from hubtweets.publishing.published import lasting_address, raise_failure
from hubtweets.publishing.road import Road, travel
from hubtweets.publishing.space_files import APP, TEMPLATE, space_files
from hubtweets.publishing.target import Action, Kind, Outcome, Target
from hubtweets.record import check_repo_id

_TOKENS = ("HF_TOKEN", "HUGGING_FACE_HUB_TOKEN", "HF_OIDC_RESOURCE")

_LOOKS = 0.1
"""Seconds between two looks at whether the app answers."""


class PublishedSpace(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a Space, in the words of `Published`; `repo_id` has `spaces/` before its name, and `models` is the
    namespace whose models it offers."""

    repo_id: str
    url: str
    models: str
    kind: Kind | None
    action: Action
    reason: str | None
    parent: str | None
    commit: str | None
    pull_request: int | None

    @property
    def changed(self) -> bool:
        """Whether there is a new commit or pull request."""
        return self.action in ("changed", "proposed")

    def to_data(self) -> dict[str, Any]:
        """JSON-ready."""
        return {**msgspec.structs.asdict(self), "changed": self.changed}


def publish_space(
    name: str,
    *,
    config: PublishConfig | None = None,
    progress: Progress = IN_PYTHON,
    **options: Unpack[PublishOptions],
) -> PublishedSpace:
    """Make a Space, or bring the files of one up to date that people have not changed.

    Args:
        name: the Space's name, or `namespace/name`.
        config: what counts where nothing else is said.
        progress: where it says how far it is.
        options: fields of `PublishConfig`. `namespace` is whose models it offers, and where a Space without a
            namespace in its name goes; default where `publish` would publish.

    Raises:
        MergeConflictError: when people edited what has to change, and nobody said which side counts.
        PlanError: when the plan to be applied does not fit any more.
        HubtweetsError: whatever else made it fail.
    """
    config = made(options, config)

    def scope(client: HubClient) -> str:
        whole = name if "/" in name else f"{_models(config, client, progress)}/{name}"
        return repos.SPACES + check_repo_id(whole.removeprefix(repos.SPACES))

    def targets(road: Road) -> Iterator[Sequence[Target | Outcome]]:
        space = repos.parts(road.scope)
        models = config.namespace or space.namespace
        target = Target(
            repo_id=road.scope,
            message=f"Let people write with the models of {models}",
            space=space_files(space.name, models),
            creates=True,
            private=config.private,
            planned=next(road.plan.changes(), None) if road.plan is not None else None,
        )
        yield [target]

    policy, apply = config.on_conflict or "stop", not config.plans_only
    ended = travel(
        "space", scope, TEMPLATE, targets, config,
        apply=apply, policy=policy, missing="make" if apply else "pretend", progress=progress,
    )  # fmt: skip
    raise_failure(ended, policy, config)
    assert ended.last is not None  # noqa: S101  (one target, which did not fail)
    outcome = ended.last.outcome
    return PublishedSpace(
        repo_id=outcome.repo_id,
        url=f"{lasting_address(config.hub, ended.endpoint)}/{outcome.repo_id}",
        models=config.namespace or repos.parts(outcome.repo_id).namespace,
        kind=outcome.kind,
        action=outcome.action,
        reason=outcome.reason,
        parent=outcome.parent,
        commit=outcome.commit or outcome.parent,
        pull_request=outcome.pull_request,
    )


def _models(config: PublishConfig, client: HubClient, progress: Progress = SILENT) -> str:
    """The namespace whose models are offered.

    Raises:
        RepoIdError: when that is no name of one.
    """
    models = publish.namespace(config, client, progress)
    check_repo_id(f"{models}/any")
    return models


def run_here(
    config: PublishConfig,
    *,
    port: int = 0,
    say: Callable[[str], None] = print,
    progress: Progress = SILENT,
) -> None:
    """Run the app of a Space on this machine, until interrupted.

    Args:
        config: `hub` and `namespace` count.
        port: on 127.0.0.1; 0 takes a free one.
        say: gets the app's address when it answers.

    Raises:
        MissingExtraError: without the extras `space` and `train`.
        UsageError: when the port is taken.
        HubtweetsError: when the app ends by itself.
    """
    for module, extra in (("gradio", "space"), ("transformers", "train")):
        if find_spec(module) is None:
            raise MissingExtraError("Running a Space here", extra=extra)
    with (
        connect(config.hub, send_token=config.token_for_this_hub) as client,
        tempfile.TemporaryDirectory(prefix="hubtweets-") as folder,
    ):
        models = _models(config, client, progress)
        app = Path(folder) / APP
        app.write_bytes(space_files("hubtweets", models).files[APP])
        port = port or _free_port()
        environment = {
            **_without_tokens(os.environ, client.token),
            "HF_ENDPOINT": client.endpoint,
            "GRADIO_ANALYTICS_ENABLED": "False",
            "GRADIO_SERVER_NAME": "127.0.0.1",
            "GRADIO_SERVER_PORT": str(port),
        }
        if tokens.is_loopback(client.endpoint):
            environment |= {"HF_HUB_OFFLINE": "0", "TRANSFORMERS_OFFLINE": "0"}
        if config.hub is not None and config.hub.startswith(LOCAL):  # its models are not those of the Hub of that name
            environment["HF_HUB_CACHE"] = str(Path(folder) / "cache")
        process = subprocess.Popen(  # noqa: S603  (our own file)
            [sys.executable, str(app)], cwd=folder, env=environment, stdout=subprocess.DEVNULL
        )
        try:
            address = f"http://127.0.0.1:{port}/"
            with progress.task("Starting Gradio and PyTorch"):
                while process.poll() is None and not _answers(address):
                    time.sleep(_LOOKS)
            if process.returncode is None:
                say(address)
                process.wait()
            raise HubtweetsError(
                f"The app ended by itself, with exit code {process.returncode}.", hint="What it said is above."
            )
        except KeyboardInterrupt:
            return
        finally:
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(10)
            process.kill()


def _without_tokens(environment: Mapping[str, str], token: str | None) -> dict[str, str]:
    """The environment with the token that may go to this Hub, and no other: the app asks the Hub of --hub."""
    kept = {name: value for name, value in environment.items() if name not in _TOKENS}
    return kept | ({"HF_TOKEN": token} if token else {"HF_HUB_DISABLE_IMPLICIT_TOKEN": "1"})


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310  (loopback)
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False
