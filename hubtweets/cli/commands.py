"""How `--help` is laid out: options in panels, in plain text that opens at once; and commands loaded when they run."""

from __future__ import annotations

import difflib
import re
import shutil
from collections.abc import Callable
from importlib import import_module
from typing import Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup

from hubtweets.errors import DOCS

NAMES = {"help_option_names": ["-h", "--help"]}

_PANELS = ("Arguments", "Options", "Posts", "Training", "Tracking", "Card", "Hub", "Output")


# What the library calls types, and people do not; what one may choose from stays.
_WORDS = {
    "int": "NUMBER", "int range": "NUMBER", "float": "NUMBER", "float range": "NUMBER", "str": "TEXT", "path": "PATH",
    "%Y-%m-%d": "YYYY-MM-DD",
}  # fmt: skip


def _plain(names: str) -> str:
    """An option's names and value in plain words."""
    names = names.replace(" <list[str]>", "")
    return re.sub(r"<([^<>]+)>", lambda match: _WORDS.get(match[1], match[1]), names)


class PanelCommand(TyperCommand):
    """A command whose options stand in panels, each of which means the same for every command."""

    def make_context(self, info_name: Any, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """See `TyperCommand.make_context`; the library would write at least 50 columns, whatever there is."""
        columns = shutil.get_terminal_size().columns
        if columns < 52:
            extra.setdefault("terminal_width", max(20, columns - 2))
        return super().make_context(info_name, args, parent, **extra)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """See `TyperCommand.format_epilog`."""
        formatter.write_paragraph()
        formatter.write_text(f"Documentation: {DOCS}")

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """See `TyperCommand.format_options`."""
        panels: dict[str, list[tuple[str, str]]] = {panel: [] for panel in _PANELS}
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx)
            if record is None:
                continue
            own = "Arguments" if param.param_type_name == "argument" else "Options"
            own = "Output" if param.name == "help" and panels["Output"] else own
            panels[getattr(param, "rich_help_panel", None) or own].append((_plain(record[0]), record[1]))
        for panel, records in panels.items():
            if records:
                with formatter.section(panel):
                    formatter.write_dl(records, col_max=min(30, formatter.width // 2))


class Group(TyperGroup):
    """Commands of a command, each with its whole line of help."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """See `TyperGroup.format_commands`, which cuts lines off."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, one.get_short_help_str(200)) for name, one in self.commands.items()])


def group(name: str, about: str) -> typer.Typer:
    """A command that has commands, such as `card`."""
    return typer.Typer(
        name=name, help=about, no_args_is_help=True, rich_markup_mode=None, cls=Group, add_completion=False
    )


class Command(NamedTuple):
    """Where a command is (a module of this folder, and its function or group), and what it does, in a line."""

    module: str
    name: str
    help: str


COMMANDS = {
    "publish": Command("publish", "command", "Fine-tune a model on posts and publish it, or update its repo."),
    "demo": Command("demo", "command", "Publish a small model of a made-up account to a local Hub."),
    "posts": Command("posts", "command", "Read a source and show its account, counts and a few posts."),
    "push": Command("push", "command", "Publish a Trainer's output folder, with a card of the run."),
    "rerender": Command("rerender", "command", "Render an organisation's cards again; people's edits are kept."),
    "refresh": Command("refresh", "command", "Train and publish the configured models that have enough new posts."),
    "retract": Command("retract", "command", "Take a model down completely, and never make it again."),
    "evaluate": Command("evaluate", "command", "Measure a trained model, and state it on its card."),
    "space": Command("space", "command", "Make a Gradio Space in which people write with published models."),
    "card": Command("card", "app", "Model cards: write, read, check and look at them."),
    "init": Command("schedule", "init", "Write hubtweets.toml, which `refresh` keeps up to date."),
    "schedule": Command("schedule", "app", "Run `hubtweets refresh` on a schedule."),
    "track": Command("track", "app", "Send tracked runs that were kept on this machine."),
    "hub": Command("hub", "command", "Serve a local Hub."),
    "doctor": Command("doctor", "command", "Say what works here, and the next command for the rest."),
}


_ELSEWHERE = {
    "login": "To log in to the Hub: hf auth login",
    "logout": "To log out of the Hub: hf auth logout",
    "whoami": "To see who you are on the Hub: hf auth whoami",
    "train": "To train and publish: hubtweets publish",
    "upload": "To publish a folder: hubtweets push",
    "delete": "To take a model down: hubtweets retract",
}


class Commands(TyperGroup):
    """The commands of `COMMANDS`. Each is loaded when it is asked for, so that the list of them opens at once."""

    def list_commands(self, ctx: Any) -> list[str]:
        """See `TyperGroup.list_commands`."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """See `TyperGroup.get_command`."""
        return load(cmd_name) if cmd_name in COMMANDS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """See `TyperGroup.resolve_command`; says what those want who are used to other tools."""
        if args and args[0] in _ELSEWHERE and args[0] not in COMMANDS:
            ctx.fail(f"No such command '{args[0]}'. {_ELSEWHERE[args[0]]}")
        if args and args[0] not in COMMANDS and (meant := difflib.get_close_matches(args[0], COMMANDS, 1)):
            ctx.fail(f"No such command '{args[0]}'. Is it {meant[0]} that you mean?")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """See `TyperGroup.format_commands`."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, command.help) for name, command in COMMANDS.items()])


def load(name: str) -> Any:
    """A command, or a group of commands, as typer runs it."""
    command = COMMANDS[name]
    found = getattr(import_module(f"hubtweets.cli.{command.module}"), command.name)
    app = found if isinstance(found, typer.Typer) else _alone(name, found)
    loaded: Any = typer.main.get_command(app)
    loaded.name = name
    for one in getattr(loaded, "commands", {}).values():
        one.__class__ = PanelCommand
    return loaded


def _alone(name: str, function: Callable[..., Any]) -> typer.Typer:
    app = typer.Typer(rich_markup_mode=None, add_completion=False, context_settings=NAMES)
    app.command(name, cls=PanelCommand)(function)
    return app
