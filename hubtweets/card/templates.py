"""Where card templates are, and how they are compiled.

A template is a file `<folder>/<version>.md.j2`, called `folder@version`. The templates that come with hubtweets are in
`templates/`; a folder of the user's own is given by its path. What a template may use is in docs/templates.md.
"""

from __future__ import annotations

import functools
import io
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from hubtweets._shared import disk
from hubtweets.card import bounds, escape
from hubtweets.errors import DOCS, HubtweetsError, TemplateError
from hubtweets.record import Facts

_SUFFIX = ".md.j2"
_NAME = re.compile(r"(?P<name>[A-Za-z0-9][\w.-]*)(?:@(?P<version>[1-9]\d*))?", re.ASCII)

_FOLDER = re.compile(r"[A-Za-z0-9][\w.@-]*", re.ASCII)

_READABLE: dict[type, frozenset[str]] = {
    kind: frozenset(kind.__struct_fields__)
    | {name for name, value in vars(kind).items() if isinstance(value, property)}
    for kind in Facts.__subclasses__()
}
"""What templates may read of each kind of facts."""

_FACTS = frozenset().union(*_READABLE.values())

_JINJA_FILTERS = (
    "batch", "count", "default", "dictsort", "first", "groupby", "items", "join", "last", "length", "list", "lower",
    "map", "max", "min", "reject", "rejectattr", "replace", "reverse", "round", "select", "selectattr", "slice", "sort",
    "sum", "title", "trim", "truncate", "unique", "upper",
)  # fmt: skip
"""Jinja's own filters that templates keep: those that work on data. None of them marks text as safe to print."""


class TemplateId(NamedTuple):
    """`name@version`, and the folder with the template's versions in it."""

    name: str
    version: int
    folder: Path

    def __str__(self) -> str:
        return f"{self.name}@{self.version}"

    @property
    def file(self) -> Path:
        """The template's file."""
        return self.folder / f"{self.version}{_SUFFIX}"


def home() -> Path:
    """The folder of the templates that come with hubtweets."""
    return Path(str(resources.files("hubtweets"))) / "templates"


@functools.cache
def names() -> tuple[str, ...]:
    """Every `name@version` that comes with hubtweets, sorted."""
    return tuple(
        sorted(f"{file.parent.name}@{file.name.removesuffix(_SUFFIX)}" for file in home().glob(f"*/*{_SUFFIX}"))
    )


@functools.lru_cache(maxsize=256)
def find(template: str) -> TemplateId:
    """The template called `name@version` or `name` (its newest version), or at a path: a file, a folder, `folder@1`.

    What has a path separator in it, or ends in the suffix of templates, is a path.

    Raises:
        TemplateError: when there is no such template.
    """
    if _is_path(template):
        return _at_path(template)
    match = _NAME.fullmatch(template)
    found = _newest(home() / match["name"], match["version"]) if match else None
    if found is None:
        own = template.partition("@")[0] if match else "mine"
        raise TemplateError(
            f"There is no template {template!r} among those that come with hubtweets.",
            template=template,
            hint=f"These do: {', '.join(names())}. One of your own is asked for by its folder: --template ./{own}/",
        )
    return found


def _is_path(template: str) -> bool:
    return "/" in template or "\\" in template or template.endswith(_SUFFIX)


def sibling(name: str, template: str | None = None, folders: Sequence[Path] = ()) -> str | None:
    """How to ask for the template that a record calls `name`; None where it cannot be found.

    Those of hubtweets are asked for by name. One of the user's own is looked for in the folder that `template`, a path,
    names (the versions of a template lie side by side), then in each of `folders`: a template's folder, or one that
    holds such folders.
    """
    if name in names():
        return name
    own, _, version = name.rpartition("@")
    if not version.isdecimal() or not _FOLDER.fullmatch(own):  # of a card, so it may be anything: no path either
        return None
    near = [find(template).folder] if template is not None and _is_path(template) else []
    for folder in [*near, *(inner for outer in folders for inner in (outer, outer / own))]:
        if folder.name == own and _newest(folder, version):
            return f"{folder}@{version}"
    return None


def _at_path(template: str) -> TemplateId:
    path = Path(template)
    if path.name.endswith(_SUFFIX) and not path.is_dir():
        version = path.name.removesuffix(_SUFFIX)
        if not (version.isascii() and version.isdigit()):
            raise TemplateError(
                f"{path.name} is not the name of a template file: it is called by its version, such as 1{_SUFFIX}.",
                template=template,
                hint=f"Call it 1{_SUFFIX}, or name the folder.",
            )
        return _in_folder(path.absolute().parent, version, template)
    name, at, version = path.name.rpartition("@")
    if at and version.isdigit():
        return _in_folder(path.absolute().with_name(name), version, template)
    return _in_folder(path.absolute(), None, template)


def _in_folder(folder: Path, version: str | None, template: str) -> TemplateId:
    found = _newest(folder, version)
    if found is None:
        raise TemplateError(
            f"There is no template {template!r}: no {version or 1}{_SUFFIX} in {folder}.",
            template=template,
            hint=f"Templates that come with hubtweets: {', '.join(names())}.",
        )
    ours = home() / folder.name
    if ours.is_dir() and not folder.samefile(ours):
        raise TemplateError(
            f"A template of your own cannot be called {folder.name!r}: one that comes with hubtweets is.",
            template=template,
            hint=f"Give the folder {folder} another name: cards tell by it which template wrote them.",
        )
    return found


def _newest(folder: Path, version: str | None) -> TemplateId | None:
    """The template in `folder`, its newest version where none is asked for; None where there is none."""
    numbers = [file.name.removesuffix(_SUFFIX) for file in folder.glob(f"*{_SUFFIX}") if file.is_file()]
    versions = {int(number) for number in numbers if number.isascii() and number.isdigit() and len(number) < 10}
    if version is not None:
        versions = {number for number in versions if str(number) == version}
    return TemplateId(folder.name, max(versions), folder) if versions else None


class _Unfiltered(jinja2.TemplateRuntimeError):
    """A value printed without one of the filters of `hubtweets.card.escape`."""


def printed(value: Any) -> str:
    """`value` if a filter has made it fit for its place, or it is a whole number; else an error."""
    if type(value) is escape.Printable:
        return value
    if type(value) is int:
        return str(value)
    if isinstance(value, Markup):  # what Jinja makes of macros, `super()` and `{% set %}` blocks: printed before
        return value
    if isinstance(value, jinja2.Undefined):
        return str(value)  # StrictUndefined raises here; an `if` without `else` prints nothing
    raise _Unfiltered(
        f"{type(value).__name__} {value!r:.60} is printed without a filter that says where it goes "
        f"({', '.join(escape.FILTERS)})"
    )


class _Generator(CodeGenerator):
    """Compiles `{{ value }}` to a check that `value` has been through a filter, instead of HTML escaping.

    What nearly every expression is, a fact of the record or a text that is fit for its place, is recognised in the
    compiled code itself; only the rest is left to the environment. That makes a card three times faster.
    """

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802
        if frame.buffer is not None or frame.require_output_check:
            super().visit_Output(node, frame)
            return
        parts: list[str | nodes.Expr] = []
        for child in node.nodes:
            try:
                parts.append(self._output_child_to_const(child, frame, self._default_finalize))
            except Exception:  # not constant, or an error that is better raised when the template runs
                parts.append(child)
        self.writeline("yield ''.join((" if len(parts) > 1 else "yield (", node)
        for part in parts:
            if isinstance(part, str):
                self.write(repr(part))
            else:
                self.newline(part)  # so that an error tells the line of this expression
                self._output_child_pre(part, frame, self._default_finalize)
                self.visit(part, frame)
                self._output_child_post(part, frame, self._default_finalize)
            self.write(", " if len(parts) > 1 else "")
        self.write("))" if len(parts) > 1 else ")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("(_v if (_v := (")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")).__class__ is environment.printable else environment.printed(_v))")

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        const = node.as_const(frame.eval_ctx)
        return str(const) if isinstance(node, nodes.TemplateData) else printed(const)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        if node.attr not in _FACTS:
            super().visit_Getattr(node, frame)
            return
        self.write(f"(_v.{node.attr} if (_v := (")
        self.visit(node.node, frame)
        self.write(f")).__class__ in environment.readable else environment.getattr(_v, {node.attr!r}))")


class _Environment(ImmutableSandboxedEnvironment):
    """Jinja that reaches nothing but the record's facts, and prints nothing that has not been through a filter."""

    code_generator_class = _Generator
    printable = escape.Printable
    readable = _READABLE

    def getattr(self, obj: Any, attribute: str) -> Any:
        kind = type(obj)
        if kind in _READABLE:
            if attribute in _READABLE[kind]:
                return getattr(obj, attribute)
        elif kind is dict:  # keys first: a fact may be called `items`
            if attribute in obj:
                return obj[attribute]
        else:
            return super().getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    printed = staticmethod(printed)


class _PayingGenerator(bounds.PayingGenerator, _Generator):
    """The same for the templates of others."""


class _PayingEnvironment(bounds.PayingEnvironment, _Environment):
    """The same for the templates of others, which end whatever they are meant to do."""

    code_generator_class = _PayingGenerator


def _source(file: Path, folder: Path, name: str) -> str:
    """The text of a file of `folder`.

    Raises:
        TemplateError: when it is a link that leaves the folder, or too large.
        jinja2.TemplateNotFound: when there is no such file of text.
    """
    try:
        if not disk.is_inside(file, folder):
            raise TemplateError(
                f"{file} is a link that leads out of its folder.",
                template=str(file),
                hint="Put the file itself there, or name the folder that it is in.",
            )
        if not file.is_file():  # a pipe, say, would be read for ever
            raise jinja2.TemplateNotFound(name)
        with file.open("rb") as stream:
            content = stream.read(bounds.LARGEST_SOURCE + 1)
        if len(content) > bounds.LARGEST_SOURCE:
            raise TemplateError(
                f"{file} has more than {bounds.LARGEST_SOURCE:,} bytes, which no template needs.",
                template=str(file),
                hint="Check that it is the right file.",
            )
        return io.TextIOWrapper(io.BytesIO(content), encoding="utf-8").read()
    except (OSError, RuntimeError, UnicodeDecodeError):  # RuntimeError: links in a circle, until Python 3.13
        raise jinja2.TemplateNotFound(name) from None


@functools.lru_cache(maxsize=32)
def _environment(folder: Path) -> _Environment:
    """The environment for a folder of versions; templates elsewhere are reached as `name@version`."""

    def load(name: str) -> tuple[str, str, Callable[[], bool]]:
        if name.endswith(_SUFFIX) and "/" not in name and "\\" not in name:
            file = folder / name
        elif _NAME.fullmatch(name):  # of hubtweets; never a path, which could lead anywhere
            file = find(name).file
        else:
            raise jinja2.TemplateNotFound(name)
        return _source(file, file.parent, name), str(file), lambda: True

    ours = folder.parent == home()
    environment = (_Environment if ours else _PayingEnvironment)(
        loader=jinja2.FunctionLoader(load),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    filters: dict[str, Any] = {name: environment.filters[name] for name in _JINJA_FILTERS} | escape.FILTERS
    tests: dict[str, Any] = environment.tests
    if not ours:
        filters, tests = bounds.paying(filters), bounds.paying(tests)
    environment.filters, environment.tests = filters, tests
    environment.globals.clear()
    return environment


@functools.lru_cache(maxsize=64)
def compiled(template: TemplateId) -> jinja2.Template:
    """The template, read and compiled once; `forget` makes the next call read it again.

    Raises:
        TemplateError: when it cannot be read or is not a template.
    """
    with errors(template):
        return _environment(template.folder).get_template(template.file.name)


def forget() -> None:
    """Read every template again when it is next used; for those who watch files being edited."""
    find.cache_clear()
    compiled.cache_clear()
    _environment.cache_clear()


FAILURES = (
    jinja2.TemplateError, AttributeError, TypeError, ValueError, LookupError, ArithmeticError, RecursionError,
    SyntaxError, MemoryError,
)  # fmt: skip
"""What a template can make Jinja and Python raise; the last two for source that is nested too deeply."""


@contextmanager
def errors(template: TemplateId) -> Iterator[None]:
    """Turns what Jinja raises inside the block into `TemplateError` with the file, the line and the name missing.

    A template of somebody else's has, inside the block, a budget of its own (`hubtweets.card.bounds`).
    """
    try:
        with bounds.budget():
            yield
    except FAILURES as error:
        if isinstance(error, HubtweetsError):
            raise
        file, line = _place(error)
        where = f"{file or template.file}" + (f", line {line}" if line else "")
        if isinstance(error, jinja2.TemplateNotFound):
            message = f"{where}: there is no template {error.name!r}."
        elif isinstance(error, RecursionError):
            message = f"{where}: it calls or includes itself without end."
        else:
            message = f"{where}: {error}"
        hint = f"The variables and filters that a template has: {DOCS}/templates.md"
        raise TemplateError(message, template=str(template), line=line, hint=hint) from None


def _place(error: BaseException) -> tuple[str | None, int | None]:
    """The template file and line that an exception came from: Jinja rewrites tracebacks to point at them."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return error.filename, error.lineno
    found: tuple[str | None, int | None] = (None, None)
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(_SUFFIX):
            found = trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    return found
