"""Several processes that a launcher started for one training (torchrun, `accelerate launch`): the first one leads.

The leader alone reads, decides, locks, writes and commits, as if it were the only one. The others, its followers, wait
until it calls them to a training, compute their share of each step, and are given its result. What is decided during
the training is decided by the leader: `agreed`.
"""

from __future__ import annotations

import datetime
import functools
import itertools
import os
import pickle
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple, ParamSpec, TypeVar, cast

from hubtweets.errors import ModelError, UsageError

_PATIENCE = datetime.timedelta(days=7)
"""How long a process waits for another: while the leader reads posts or downloads a model, that is no sign of a fault.
A process that ends has its launcher end the others."""

_LOOK = 0.1
"""Seconds between two looks for a message; a call that waits would not see signals."""

_NEEDED = ("RANK", "MASTER_ADDR", "MASTER_PORT")

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


class _Group(NamedTuple):
    """This process among the others. `messages` is a store that needs no answer, `objects` a group on the CPU."""

    rank: int
    size: int
    messages: Any
    objects: Any
    numbers: itertools.count[int]


_group: _Group | None = None
_times = itertools.count()


def launched() -> bool:
    """Whether a launcher started several processes, of which this one has not joined the others yet.

    `WORLD_SIZE` is what such launchers tell their processes (https://docs.pytorch.org/docs/stable/elastic/run.html).
    """
    return os.environ.get("WORLD_SIZE", "1") not in ("", "1")


def size() -> int:
    """How many processes train together; 1 without a launcher."""
    return 1 if _group is None else _group.size


def leads() -> bool:
    """Whether this process is the one that writes, or the only one."""
    return _group is None or _group.rank == 0


def led(function: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    """Of several processes, the first alone runs the function; each gets its result, or raises its error.

    Within it, another such function is a plain one. Without a launcher it is as well.

    Raises:
        UsageError: when the processes are on several machines, or do not know of each other.
    """

    @functools.wraps(function)
    def wrapper(*args: Arguments.args, **options: Arguments.kwargs) -> Result:
        if _group is not None or not launched():
            return function(*args, **options)
        with _joined() as group:
            if group.rank > 0:
                return cast("Result", _follow(group))
            try:
                result = function(*args, **options)
            except BaseException as error:
                _send(group, _portable(error))
                raise
            _send(group, None)
            return cast("Result", _broadcast(group, result))

    return wrapper


def call_followers(function: Callable[..., object], *args: object) -> None:
    """Have each follower call the function, which must be one of a module, with the same arguments as all."""
    if _group is not None:
        _send(_group, "call")
        _broadcast(_group, (function, args))


def agreed(value: Result) -> Result:
    """The leader's `value`. All processes have to ask for it, each in the same order."""
    return value if _group is None else cast("Result", _broadcast(_group, value))


def any_of(value: int) -> int:
    """The highest of the processes' numbers, likewise."""
    if _group is None:
        return value
    import torch.distributed as dist

    values = [value] * _group.size
    dist.all_gather_object(values, value, group=_group.objects)
    return max(values)


def clock() -> float:
    """The leader's `time.monotonic()`, likewise."""
    return agreed(time.monotonic())


def lost_another(error: BaseException) -> bool:
    """Whether the error comes of another process that has ended, which has told its own."""
    import torch.distributed as dist

    return _group is not None and (isinstance(error, dist.DistError) or "gloo" in str(error))


@contextmanager
def _joined() -> Iterator[_Group]:
    global _group
    processes = os.environ["WORLD_SIZE"]
    if any(not os.environ.get(name) for name in _NEEDED):
        raise UsageError(
            f"WORLD_SIZE says that {processes} processes train together, and not how they find each other.",
            hint="Start them with torchrun or `accelerate launch`, or unset WORLD_SIZE.",
        )
    if os.environ.get("LOCAL_WORLD_SIZE", processes) != processes:
        raise UsageError(
            "The processes of one training are on several machines, and work in one folder.",
            hint="Start all of them on one machine: torchrun --standalone --nproc-per-node N -m hubtweets publish …",
        )
    os.environ.setdefault("TORCH_CPP_LOG_LEVEL", "ERROR")  # read when torch is first imported
    import torch
    import torch.distributed as dist
    from torch.distributed import PrefixStore  # type: ignore[attr-defined]
    from torch.distributed.rendezvous import rendezvous

    store, rank, size = next(rendezvous("env://"))
    store = PrefixStore(f"hubtweets {next(_times)}", store)
    started = not dist.is_initialized()
    if started:
        backend = "cpu:gloo,cuda:nccl" if torch.cuda.is_available() else "gloo"
        dist.init_process_group(backend, store=store, rank=rank, world_size=size, timeout=_PATIENCE)
    objects: Any = dist.new_group(backend="gloo", timeout=_PATIENCE)
    _group = _Group(rank, size, PrefixStore("message", store), objects, itertools.count())
    del os.environ["WORLD_SIZE"]  # what this process starts is none of them
    try:
        yield _group
        if started:  # after an error, the others may be waiting for this one's share
            dist.destroy_process_group()
    finally:
        os.environ["WORLD_SIZE"], _group = processes, None


def _follow(group: _Group) -> Any:
    """Take part in what the leader calls to, and return or raise what it ended with."""
    while True:
        message = _receive(group)
        if isinstance(message, BaseException):
            raise message
        told = _broadcast(group, None)
        if message is None:
            return told
        function, args = told
        function(*args)


def _send(group: _Group, message: Any) -> None:
    """Leave a message for the followers. Nobody has to be there: one that is computing will not hear of it."""
    group.messages.set(str(next(group.numbers)), pickle.dumps(message))


def _receive(group: _Group) -> Any:
    key = str(next(group.numbers))
    while not group.messages.check([key]):
        time.sleep(_LOOK)
    return pickle.loads(group.messages.get(key))  # noqa: S301  (of our own leader)


def _broadcast(group: _Group, value: Any) -> Any:
    import torch.distributed as dist

    values = [value]
    dist.broadcast_object_list(values, src=0, group=group.objects)
    return values[0]


def _portable(error: BaseException) -> BaseException:
    """The error, or one that says the same and can go to another process."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301
    except Exception:  # what an error of a library holds may refuse to be pickled in any way
        return ModelError(f"The first process ended: {type(error).__name__}: {error}"[:500])
    return error
