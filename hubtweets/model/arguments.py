"""`training_args.bin`: a pickle, read without importing or running anything that it names."""

from __future__ import annotations

import pickle
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import Self

_MOST_BYTES = 2**20  # real ones have four to ten thousand


class Inert:
    """Stands for an object of any class: keeps its attributes and first argument, and does nothing.

    `value` is that argument, which for an enum such as SchedulerType is its value.
    """

    value: Any = None

    def __new__(cls, *args: Any, **_: Any) -> Self:
        """Whatever the file makes it with."""
        self = super().__new__(cls)
        if args:
            self.value = args[0]
        return self

    def __setitem__(self, key: object, value: object) -> None:
        """What a dict of a class of its own is filled with; not kept."""

    def append(self, item: object) -> None:
        """What a list of a class of its own is filled with; not kept."""


class _Unpickler(pickle.Unpickler):
    """Every name in the file is an Inert, and so nothing of it runs."""

    def find_class(self, module: str, name: str) -> Any:
        return Inert

    def persistent_load(self, pid: Any) -> None:  # tensors; no argument is one
        return None


def read_training_args(path: Path) -> Inert:
    """The attributes of the TrainingArguments, or of a subclass from any library, in a file that torch.save wrote.

    Enums and other objects are `Inert` too. How to restrict a pickle:
    https://docs.python.org/3/library/pickle.html#restricting-globals

    Raises:
        ValueError: when it is no such file.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            name = next(name for name in archive.namelist() if name.endswith("/data.pkl"))
            if archive.getinfo(name).file_size > _MOST_BYTES:
                raise ValueError("too large")
            with archive.open(name) as stream:
                found = _Unpickler(stream).load()
    except Exception as error:  # a damaged pickle raises anything
        raise ValueError(f"{path.name} is not what torch.save writes: {error}") from None
    if not isinstance(found, Inert):
        raise ValueError(f"{path.name} holds no arguments")
    return found
