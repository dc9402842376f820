"""What mkdocs does for the site beside its plugins: the pages of the reference, one for each group of public names.

They are made when the site is, from `hubtweets.__all__`, so that no public name can be missing from them. Griffe, which
reads the code for them, is told here what one gives to make a struct. What a page would fetch from another host when it
is read is a warning, which ends a strict build.
"""

from __future__ import annotations

import inspect
import logging
from pathlib import PurePosixPath
from typing import Any, NamedTuple

import griffe
import msgspec
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from selectolax.lexbor import LexborHTMLParser

import hubtweets
from hubtweets import errors

_LOG = logging.getLogger("mkdocs.hooks.docs_site")
_FETCHED = (
    "script[src], img[src], iframe[src], source[src], link[rel~=stylesheet], link[rel~=preconnect], link[rel~=icon]"
)


class Group(NamedTuple):
    """A page of the reference: its title, its first sentences, and the rooms whose public names are on it."""

    title: str
    text: str
    rooms: frozenset[str]


GROUPS = {
    "verbs": Group(
        "Verbs",
        "What the commands of the same names call, what they take and what they give back. Each takes the fields of "
        "`PublishConfig` as keyword arguments.",
        frozenset({"publishing", "hub", "_shared"}),
    ),
    "posts": Group(
        "Posts and training",
        "Reading posts, choosing among them, and how a model is trained on them.",
        frozenset({"posts", "model"}),
    ),
    "cards": Group(
        "Records and cards",
        "A record has every fact that a card states; a card is its text.",
        frozenset({"record", "card"}),
    ),
    "local-hub": Group("Local Hub", "A Hugging Face Hub in a folder, for trying and testing.", frozenset({"localhub"})),
    "errors": Group("Errors", "Everything that hubtweets raises on purpose.", frozenset({"errors"})),
}


def names(group: Group) -> list[str]:
    """The public names of a group: functions first, then classes, each in the order of the alphabet."""
    found = [name for name in hubtweets.__all__ if _room(name) in group.rooms]
    return sorted(found, key=lambda name: (name[0].isupper(), name.lower()))


def _room(name: str) -> str:
    return "errors" if name in errors.__all__ else getattr(hubtweets, name).__module__.split(".")[1]


def _page(group: Group) -> str:
    entries = [f"::: hubtweets.{name}" for name in names(group)]
    return "\n\n".join([f"# {group.title}", group.text, *entries]) + "\n"


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the pages of the reference (an event of mkdocs).

    Raises:
        PluginError: when a public name belongs to no page.
    """
    lost = {_room(name) for name in hubtweets.__all__} - frozenset().union(*(group.rooms for group in GROUPS.values()))
    if lost:
        raise PluginError(
            f"No page of the reference has the names of {', '.join(sorted(lost))}: see scripts/docs_site.py."
        )
    for name, group in GROUPS.items():
        path = PurePosixPath("reference", f"{name}.md")
        files.append(File.generated(config, str(path), content=_page(group)))
    return files


def on_post_page(output: str, *, page: Page, **_: Any) -> str:
    """Warn of what a page would fetch from another host (an event of mkdocs)."""
    for node in LexborHTMLParser(output).css(_FETCHED):
        address = node.attributes.get("src") or node.attributes.get("href") or ""
        if address.startswith(("http:", "https:", "//")):
            _LOG.warning("%s: the page would fetch %s", page.file.src_uri, address)
    return output


class Structs(griffe.Extension):
    """Gives the structs and named tuples among the public names the `__init__` that they have when they run."""

    def on_package(self, *, pkg: griffe.Module, **_: Any) -> None:
        """See `griffe.Extension`."""
        if pkg.name != "hubtweets":
            return
        for name in hubtweets.__all__:
            kind = getattr(hubtweets, name)
            if isinstance(kind, type) and (issubclass(kind, msgspec.Struct) or hasattr(kind, "_fields")):
                _give_init(pkg[kind.__module__.partition(".")[2]][name], kind)


def _give_init(read: griffe.Class, kind: type) -> None:
    parameters = [griffe.Parameter("self", kind=griffe.ParameterKind.positional_or_keyword)]
    for name, parameter in inspect.signature(kind).parameters.items():
        attribute = read.all_members[name]
        how = griffe.ParameterKind[parameter.kind.name.lower()]
        parameters.append(griffe.Parameter(name, annotation=attribute.annotation, kind=how, default=attribute.value))
    init = griffe.Function("__init__", parameters=griffe.Parameters(*parameters), returns="None", parent=read)
    read.set_member("__init__", init)
