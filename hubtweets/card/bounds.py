"""What a template of somebody else's may cost: it ends, and soon, whatever its author meant it to do.

Everything that can grow is paid for before it is made, out of one budget of a rendering: each block that runs costs 1
and the text in it; a text, list or number that an expression makes, prints, compares or gives to a filter costs its
length. So neither time nor memory depends on more than the budget, the template's size and the record's.
"""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, operators
from jinja2.filters import FILTERS, make_attrgetter
from jinja2.nodes import EvalContext
from jinja2.runtime import Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

MOST = 4 * 2**20
"""The budget of one rendering: as many characters as a card may have on the Hub."""

LARGEST_SOURCE = 2**20
"""Bytes of one template file; ours have 15,000."""

_LARGEST_ARGUMENT = 1_000
"""Of a whole number given to a function: `record_yaml(indent)` indents each of many lines."""

_METHODS = frozenset((
    "capitalize", "casefold", "count", "endswith", "find", "get", "index", "isalnum", "isalpha", "isascii",
    "isdecimal", "isdigit", "islower", "isnumeric", "isspace", "isupper", "items", "keys", "lower", "lstrip",
    "partition", "removeprefix", "removesuffix", "rfind", "rpartition", "rsplit", "rstrip", "split",
    "splitlines", "startswith", "strip", "swapcase", "title", "upper", "values",
))  # fmt: skip
"""Methods of texts, lists and dicts that make nothing longer than what they are called on."""


class _Budget(threading.local):
    left = MOST


_BUDGET = _Budget()


class TooMuchError(jinja2.TemplateRuntimeError):
    """The template runs, or writes, without an end in sight."""


@contextmanager
def budget() -> Iterator[None]:
    """What runs inside has a budget of its own."""
    before, _BUDGET.left = _BUDGET.left, MOST
    try:
        yield
    finally:
        _BUDGET.left = before


def charge(cost: int) -> None:
    """Pay for `cost` characters, or steps.

    Raises:
        TooMuchError: when the budget is spent.
    """
    _BUDGET.left -= cost
    if _BUDGET.left < 0:
        raise TooMuchError(f"it runs without end, or writes more than {MOST:,} characters")


def paid(value: Any) -> Any:
    """`value`, after paying for all that is in it. A list that holds another twice pays for it twice."""
    if isinstance(value, str):
        charge(len(value))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            paid(key)
            paid(item)
    elif isinstance(value, list | tuple | set | frozenset):
        for item in value:
            paid(item)
    elif isinstance(value, int):
        charge(1 + value.bit_length() // 8)
        return value
    charge(1)
    return value


def _paying(function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter or test of Jinja's or ours that pays for what goes in and what comes out."""
    first = 1 if hasattr(function, "jinja_pass_arg") else 0

    @functools.wraps(function)
    def pay_and_call(*args: Any, **kwargs: Any) -> Any:
        for value in args[first:]:
            paid(value)
        for value in (*args[first + 1 :], *kwargs.values()):
            if isinstance(value, int):  # how many columns, digits, characters
                charge(abs(value))
            paid(value)
        made = function(*args, **kwargs)
        return paid(made) if isinstance(made, str | list | tuple) else made

    return pay_and_call


@jinja2.pass_eval_context
def _join(context: EvalContext, value: Iterable[Any], d: str = "", attribute: str | int | None = None) -> Any:
    items = list(value)
    if attribute is not None:
        items = list(map(make_attrgetter(context.environment, attribute), items))
    paid(items)
    charge(len(str(d)) * len(items))
    return FILTERS["join"](context, items, d)


@jinja2.pass_eval_context
def _replace(context: EvalContext, s: str, old: str, new: str, count: int | None = None) -> Any:
    charge(str(s).count(str(old)) * len(str(new)))
    return FILTERS["replace"](context, s, old, new, count)


@jinja2.pass_environment
def _sum(
    environment: jinja2.Environment, iterable: Iterable[Any], attribute: str | int | None = None, start: Any = 0
) -> Any:
    if not isinstance(start, int | float):
        raise TypeError("`sum` adds up numbers")
    return FILTERS["sum"](environment, iterable, attribute, start)


def paying(functions: Mapping[str, Callable[..., Any]]) -> dict[str, Callable[..., Any]]:
    """The same filters or tests, each of which pays."""
    own: dict[str, Callable[..., Any]] = {"join": _join, "replace": _replace, "sum": _sum}
    return {name: _paying(own.get(name, function)) for name, function in functions.items()}


class PayingGenerator(CodeGenerator):
    """Compiles a template to code that pays as it goes."""

    def blockvisit(self, nodes_: Iterable[nodes.Node], frame: Frame) -> None:
        body = list(nodes_)
        texts = [part for node in body if isinstance(node, nodes.Output) for part in node.nodes]
        cost = 1 + sum(len(part.data) for part in texts if isinstance(part, nodes.TemplateData))
        self.writeline(f"environment.charge({cost})", body[0] if body else None)
        super().blockvisit(body, frame)

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible  # it costs whenever it is printed
        return str(node.as_const(frame.eval_ctx))

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("environment.paid(environment.printed(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("))")

    def _visit_paid(self, node: nodes.Node, frame: Frame) -> None:
        self.write("environment.paid(")
        self.visit(node, frame)
        self.write(")")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        self.write("environment.joined((")
        for part in node.nodes:
            self._visit_paid(part, frame)
            self.write(", ")
        self.write("))")

    def visit_Compare(self, node: nodes.Compare, frame: Frame) -> None:  # noqa: N802
        self.write("(")
        self._visit_paid(node.expr, frame)
        for operand in node.ops:
            self.visit(operand, frame)
        self.write(")")

    def visit_Operand(self, node: nodes.Operand, frame: Frame) -> None:  # noqa: N802
        self.write(f" {operators[node.op]} ")
        self._visit_paid(node.expr, frame)

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:  # noqa: N802
        self.write("{")
        for pair in node.items:
            self._visit_paid(pair.key, frame)
            self.write(": ")
            self.visit(pair.value, frame)
            self.write(", ")
        self.write("}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        if isinstance(node.arg, nodes.Slice):
            self.write("environment.paid(")
            super().visit_Getitem(node, frame)
            self.write(")")
        else:
            super().visit_Getitem(node, frame)


class PayingEnvironment(ImmutableSandboxedEnvironment):
    """The parts of an environment that `PayingGenerator` calls."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})
    charge = staticmethod(charge)
    paid = staticmethod(paid)

    @staticmethod
    def joined(parts: tuple[Any, ...]) -> str:
        """What `~` makes of texts and numbers."""
        return Markup("").join(parts) if any(isinstance(part, Markup) for part in parts) else "".join(map(str, parts))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        paid(left)
        paid(right)
        if operator == "%" and not isinstance(left, int | float):
            raise TypeError("`%` divides numbers; texts are put together with `~`")
        for one, times in ((left, right), (right, left)):
            if operator == "*" and isinstance(times, int) and isinstance(one, str | list | tuple):
                charge(len(one) * max(times, 0))
        if operator == "**" and isinstance(left, int) and isinstance(right, int):
            charge(max(left.bit_length(), 1) * abs(right))
        return super().call_binop(context, operator, left, right)

    def getitem(self, obj: Any, argument: Any) -> Any:
        return super().getitem(obj, paid(argument))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if isinstance(obj, str | bytes | int | float | list | tuple | dict | set | frozenset) and attr not in _METHODS:
            return False
        return super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """No `format`: a width in it makes a text of any length."""

    def call(self, context: Any, function: Any, /, *args: Any, **kwargs: Any) -> Any:
        for value in (*args, *kwargs.values()):
            paid(value)
            if isinstance(value, int) and abs(value) > _LARGEST_ARGUMENT and not isinstance(function, Macro):
                raise ValueError(f"a function is given a number over {_LARGEST_ARGUMENT:,}")
        made = super().call(context, function, *args, **kwargs)
        return paid(made) if isinstance(made, str | list | tuple) else made
