"""The options that several commands share, in the groups that `--help` shows them in.

Each option is written once, and means the same everywhere. A command that takes whole groups is decorated with
`configured`, and is given the `PublishConfig` that they describe.
"""

from __future__ import annotations

import functools
import inspect
import re
import sys
import typing
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, Optional

import typer

from hubtweets.cli import completion

if TYPE_CHECKING:
    from hubtweets.publishing.config import PublishConfig

# ruff: noqa: UP045  (typer reads these at run time)

Hub = Annotated[
    Optional[str],
    typer.Option(
        "--hub",
        metavar="URL|local:DIR",
        help="A Hub endpoint, or local:DIR for the embedded Hub in a folder.",
        rich_help_panel="Hub",
    ),
]
TokenForThisHub = Annotated[
    bool,
    typer.Option("--token-for-this-hub", help="HF_TOKEN was given for the Hub of --hub.", rich_help_panel="Hub"),
]
Json = Annotated[
    bool, typer.Option("--json", help="One JSON document on stdout, and nothing else.", rich_help_panel="Output")
]
JsonLines = Annotated[
    bool,
    typer.Option(
        "--json",
        help="JSON on stdout, and nothing else: an object a line for each new state of a model, the result at the end.",
        rich_help_panel="Output",
    ),
]
Quiet = Annotated[
    bool,
    typer.Option(
        "--quiet", "-q", help="No progress and no summary; errors and warnings only.", rich_help_panel="Output"
    ),
]
OnConflict = Annotated[
    Literal["stop", "skip", "keep-theirs", "keep-ours"],
    typer.Option(
        "--on-conflict",
        metavar="POLICY",
        help="Where people edited what has to change on the card: stop, skip, keep-theirs or keep-ours.",
        rich_help_panel="Card",
    ),
]
Templates = Annotated[
    Optional[list[Path]],
    typer.Option(
        "--templates",
        metavar="DIR",
        help="A folder with templates that cards were made with; may be given several times.",
        rich_help_panel="Card",
    ),
]


class Flag(NamedTuple):
    """One option: the type that typer reads, and the default."""

    annotation: Any
    default: Any


Group = Mapping[str, Flag]
"""Options by the names of their parameters."""


def _flag(
    panel: str,
    kind: Any,
    default: Any,
    help: str,  # noqa: A002
    *names: str,
    metavar: str | None = None,
    **more: Any,
) -> Flag:
    option = typer.Option(*names, help=help, metavar=metavar, rich_help_panel=panel, **more)
    return Flag(Annotated[kind, option], default)


_posts = functools.partial(_flag, "Posts")
_card = functools.partial(_flag, "Card")
_hub = functools.partial(_flag, "Hub")
_output = functools.partial(_flag, "Output")

Text, Day, File = Optional[str], Optional[datetime], Optional[Path]


def day(text: str) -> datetime:
    """`2023-06-30`.

    Raises:
        BadParameter: when it is none.
    """
    try:
        return datetime.strptime(text.strip(), "%Y-%m-%d")
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no day such as 2023-06-30.") from None


_DAY: dict[str, Any] = {"parser": day, "metavar": "YYYY-MM-DD"}

FILTERS: Group = {
    "exclude": _posts(Text, None, "Leave out replies, quotes or warned posts; commas between.", metavar="KINDS"),
    "since": _posts(Day, None, "First day.", **_DAY),
    "until": _posts(Day, None, "Last day.", **_DAY),
    "language": _posts(Text, None, "Only posts in these languages, such as en or en,es.", metavar="CODES"),
    "min_words": _posts(int, 3, "Posts with fewer plain words count as short."),
    "scrub": _posts(bool, False, "Remove addresses, phone and card numbers, keys, @mentions.", "--scrub"),
    "near_duplicates": _posts(
        bool, False, "Of posts that say almost the same, keep the oldest.", "--drop-near-duplicates"
    ),
    "drop_leading_mentions": _posts(
        bool, False, "Remove the @mentions that an answer begins with.", "--drop-leading-mentions"
    ),
}
COLUMNS: Group = {
    f"{what}_column": _posts(Text, None, meaning, f"--{what}-column", metavar="NAME")
    for what, meaning in {
        "text": "A table's column of texts, if not found.",
        "id": "Likewise, of ids.",
        "date": "Likewise, of dates.",
        "type": "Likewise, that tells retweets, replies, quotes.",
        "handle": "Likewise, of the authors' handles.",
    }.items()
}
READING: Group = {
    **COLUMNS,
    "max_posts": _posts(Optional[int], None, "From the network, only so many of the newest posts.", min=1),
    "max_cost": _posts(Optional[float], None, "Spend no more than this on the X API.", metavar="DOLLARS", min=0),
    "yes": _posts(bool, False, "Agree to what would be asked, such as what the X API costs.", "--yes", "-y"),
    "no_cache": _posts(bool, False, "Neither use nor keep posts that were paid for.", "--no-cache"),
}
POSTS: Group = {
    "posts": _posts(
        Optional[list[str]],
        None,
        "Where the posts are, once for each handle: an X archive, a table, a Mastodon export, hf:ID, bluesky:HANDLE, "
        "mastodon:USER@SERVER or x:HANDLE. Default: x:HANDLE.",
        "--posts",
        metavar="SPEC",
        autocompletion=completion.sources,
    ),
    "as_handle": _posts(
        Optional[list[str]],
        None,
        "Whose posts they are, where a source does not say or says another; once for each source.",
        "--as",
        metavar="HANDLE",
    ),
    "name": _posts(
        Optional[list[str]],
        None,
        "The display name, once for each handle; default what the source says.",
        metavar="NAME",
    ),
    **FILTERS,
    **READING,
    "consent": _posts(
        Optional[Literal["self", "agreed"]],
        None,
        "The accounts are your own (self), or their owners agreed; default what the sources tell.",
    ),
}
CARD: Group = {
    "template": _card(
        Text, None, "The card's template; default its own, or the newest hubtweets.", "--template", "-t",
        metavar="NAME[@VERSION]|PATH", autocompletion=completion.templates,
    ),
    "templates": Flag(Templates, None),
    "on_conflict": _card(
        Optional[Literal["stop", "skip", "keep-theirs", "keep-ours"]],
        None,
        "Where people edited what has to change: stop (end with an error), skip (leave that card alone and go on), "
        "keep-theirs or keep-ours (a side counts in those places).",
        metavar="POLICY",
    ),
}  # fmt: skip
STATED: Group = {
    "license": _card(
        Text, None, "The licence's id on the Hub, such as apache-2.0; default what the card says.", metavar="ID"
    ),
    "contact": _card(Text, None, "Where people reach you about the model: an address of the web or of e-mail."),
}
GGUF: Group = {
    "gguf": _flag(
        "Training", Text, None, "Also publish the model for llama.cpp and Ollama, such as q8_0,f16.", metavar="KINDS"
    ),
}
REPO: Group = {
    "repo_id": _hub(
        Text, None, "The repo; default NAMESPACE/handles.", metavar="NAMESPACE/NAME", autocompletion=completion.repo_ids
    ),
    "namespace": _hub(
        Text,
        None,
        "User or organisation; default huggingtweets where your token may write there, else you.",
        autocompletion=completion.namespaces,
    ),
    "private": _hub(bool, False, "Make the repo private when it is created.", "--private"),
}
HUB: Group = {
    "hub": Flag(Hub, None),
    "token_for_this_hub": Flag(TokenForThisHub, False),
    "pull_request": _hub(bool, False, "Open a pull request instead of committing.", "--pr"),
    "ledger": _hub(File, None, "Where it is kept what was done; default a file of yours.", metavar="FILE"),
}
PACE: Group = {
    "workers": _hub(int, 8, "Repos that are worked on at the same time."),
    "max_commits_per_hour": _hub(Optional[int], None, "Commit no more often than this; earlier runs count."),
}
OUTPUT: Group = {
    "dry_run": _output(bool, False, "Say what would be done, and do nothing.", "--dry-run"),
    "plan": _output(File, None, "Write what would be done to FILE, and do nothing.", metavar="FILE"),
    "apply_plan": _output(File, None, "Do exactly what the plan in FILE says.", metavar="FILE"),
    "report": _output(File, None, "Write what became of every repo to FILE, as JSON.", metavar="FILE"),
    "summary": _output(File, None, "Append a summary to FILE, as Markdown; for $GITHUB_STEP_SUMMARY.", metavar="FILE"),
    "time_limit": _output(
        Text, None, "Stop in time, such as 5h or 90m; the next run goes on.", "--for", metavar="TIME"
    ),
}


ENGINE: Group = {
    "on": _flag("Training", str, "here", "Where trainings run: here, ray, jobs (of the Hub), or what a package offers.",
                "--on", metavar="ENGINE"),
    "jobs": _flag("Training", int, 1, "Trainings at the same time here, each in a process of its own.", "--jobs",
                  metavar="N", min=1),
    "flavor": _flag("Training", str, "t4-small", "The hardware of a job of the Hub, with --on jobs.", "--flavor",
                    metavar="NAME"),
    "hours": _flag("Training", Optional[float], None,
                   "How long one training may take; default 2 for jobs of the Hub, and no limit elsewhere.", "--hours",
                   metavar="HOURS", min=0.1, max=72),
    "cpus": _flag("Training", float, 1.0, "Processors of a training on Ray.", "--cpus", metavar="N", min=0.01),
    "gpus": _flag("Training", Optional[float], None, "Its GPUs; default one where the cluster has any.", "--gpus",
                  metavar="N", min=0),
    "memory": _flag("Training", Optional[float], None, "Its memory, for Ray to place it.", "--memory", metavar="GB",
                    min=0.01),
    "work_dir": _flag("Training", File, None, "Train in folders in this one; default your cache.", metavar="DIR"),
}  # fmt: skip
TRACKING: Group = {
    "track": _flag(
        "Tracking", Optional[list[str]], None,
        "Make the runs that the card links to: wandb, wandb-offline or trackio; may be given several times.",
        "--track", metavar="TRACKER",
    ),
    "track_posts": _flag("Tracking", bool, False, "Send the posts along with the data set.", "--track-posts"),
    "track_space": _flag("Tracking", Text, None, "The Space for trackio; default this machine.", metavar="NAME"),
}  # fmt: skip


def training() -> Group:
    """The options of a training: the fields of `TrainingConfig`, by its own description of them."""
    from hubtweets.model import options as fields

    flags = {
        "base_model": _flag(
            "Training", Text, None, "What to start from; scratch:tiny needs no network or GPU. Default GPT-2.",
            metavar="ID|DIR|scratch:tiny",
        ),
    }  # fmt: skip
    for field in fields():
        kind, default = field.type, field.default
        if field.metavar == "DURATION":
            kind = Text
        elif typing.get_origin(kind) is tuple:
            kind, default = Optional[list[str]], None
        flags[f"training_{field.field}"] = _flag(
            "Training", kind, default, field.description, field.flag, metavar=field.metavar
        )
    flags["work_dir"] = _flag(
        "Training", File, None, "Train in this folder and keep the model there; default your cache.", metavar="DIR"
    )
    return flags


def configured(*groups: Group | Callable[[], Group]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Gives a command the options of `groups`, and hands them on as its argument `config`."""

    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        flags: dict[str, Flag] = {}
        for group in groups:
            flags.update(group() if callable(group) else group)

        @functools.wraps(function)
        def command(**values: Any) -> None:
            function(config=config({name: values.pop(name) for name in flags}), **values)

        hints = typing.get_type_hints(function, localns={"PublishConfig": Any}, include_extras=True)
        own = [
            parameter.replace(annotation=hints[name], kind=inspect.Parameter.KEYWORD_ONLY)
            for name, parameter in inspect.signature(function).parameters.items()
            if name != "config"
        ]
        shared = [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=flag.default, annotation=flag.annotation)
            for name, flag in flags.items()
        ]
        parameters = sorted([*own, *shared], key=lambda one: one.default is not inspect.Parameter.empty)
        command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        command.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
        del command.__wrapped__  # typer would read its signature
        return command

    return decorate


def config(values: Mapping[str, Any]) -> PublishConfig:
    """The configuration that the options of the groups describe.

    Raises:
        UsageError: when it cannot be meant.
    """
    from hubtweets.publishing.config import PublishConfig, made

    fields = PublishConfig.__struct_fields__
    options = {name: value for name, value in values.items() if name in fields and value is not None}
    if "time_limit" in options:
        options["time_limit"] = seconds(options["time_limit"], "--for")
    if "gguf" in options:
        options["gguf"] = words(options["gguf"])
    if values.get("name"):
        options["names"] = values["name"]
    if values.get("as_handle"):
        options["handles"] = values["as_handle"]
    if values.keys() >= FILTERS.keys():
        options["filters"] = filters(values)
    if values.keys() >= READING.keys():
        options["reading"] = reading(values)
    training_values = {
        name.removeprefix("training_"): value
        for name, value in values.items()
        if name.startswith("training_") and value is not None
    }
    if training_values:
        if "max_time" in training_values:
            training_values["max_time"] = seconds(training_values["max_time"], "--max-time")
        options["training"] = training_values
    return made(options)


def filters(values: Mapping[str, Any]) -> Any:
    """Which posts, from the options of `FILTERS`."""
    from hubtweets.posts import Filters

    since, until = values["since"], values["until"]
    return Filters(
        exclude=typing.cast("Any", words(values["exclude"])),  # Filters checks them
        since=since.date() if since else None,
        until=until.date() if until else None,
        languages=tuple(code.lower() for code in words(values["language"])),
        min_words=values["min_words"],
        scrub=values["scrub"],
        near_duplicates=values["near_duplicates"],
        drop_leading_mentions=values["drop_leading_mentions"],
    )


def reading(values: Mapping[str, Any]) -> Any:
    """How posts are read, from the options of `READING` and `FILTERS`."""
    from hubtweets.posts import ReadOptions

    columns = {name.removesuffix("_column"): values[name] for name in COLUMNS if values[name] is not None}
    return ReadOptions(
        columns=columns,
        exclude=typing.cast("Any", words(values["exclude"])),
        max_posts=values["max_posts"],
        max_cost=values["max_cost"],
        confirm=(lambda _: True) if values["yes"] else _ask,
        cache=not values["no_cache"],
        rename=bool(values.get("as_handle")),
    )


def words(value: str | None) -> tuple[str, ...]:
    """The words of an option that takes several with commas between."""
    return tuple(word.strip() for word in (value or "").split(",") if word.strip())


_DURATION = re.compile(r"(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,9})s)?")


def seconds(text: str, option: str) -> float:
    """`5h`, `90m`, `1h30m` or `45s` in seconds.

    Raises:
        BadParameter: when it is none of these.
    """
    match = _DURATION.fullmatch(text.strip())
    if match is None or not any(match.groups()):
        raise typer.BadParameter(f"{text!r} is no time such as 5h, 90m or 1h30m.", param_hint=f"'{option}'")
    hours, minutes, rest = (int(part or 0) for part in match.groups())
    return float(hours * 3600 + minutes * 60 + rest)


def ask_before_a_hub_is_made(config: PublishConfig, *, quiet: bool) -> None:
    """Where a local Hub is meant that is not there, it may be a slip of the keyboard: ask, or where nobody can be
    asked, say that it is made.

    Raises:
        UsageError: when the answer is no.
    """
    from hubtweets.errors import UsageError
    from hubtweets.publishing.connect import missing_local_hub

    folder = None if config.plans_only else missing_local_hub(config.hub)
    if folder is None:
        return
    told = f"There is no local Hub in {folder} yet; it is made now."
    can_ask = sys.stdin.isatty() and sys.stderr.isatty() and config.reading.confirm in (None, _ask)
    if can_ask and not _ask(told):
        raise UsageError(f"There is no local Hub in {folder}.", hint="Check the name after local:")
    if not can_ask and not quiet:
        from hubtweets.cli import output

        output.progress(quiet=False).note(told)


def agreed(sentence: str) -> bool:
    """Ask on a terminal before what cannot be undone; a script that gives the command means it."""
    return not (sys.stdin.isatty() and sys.stderr.isatty()) or _ask(sentence)


def _ask(sentence: str) -> bool:
    """Ask on a terminal; where nobody can be asked, the answer is no."""
    return sys.stdin.isatty() and sys.stderr.isatty() and typer.confirm(f"{sentence} Go on?", err=True)
