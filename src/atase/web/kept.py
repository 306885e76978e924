"""What pages make of the whole register, kept for as long as the register stays as it is."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass
from threading import Lock
from time import perf_counter
from typing import Any, TypeVar

from django.db import connections

from atase.register.register import Register

T = TypeVar("T")

QUICK = 0.1
"""Seconds: what was made within these is made anew while the person waits."""
MOST = 64
"""How many values are kept; those asked for last."""


@dataclass(frozen=True, slots=True)
class _Value:
    revision: int
    value: Any
    seconds: float


_values: OrderedDict[Hashable, _Value] = OrderedDict()
_making: dict[Hashable, Lock] = {}
_lock = Lock()
_background = ThreadPoolExecutor(1, "kept")


def kept(register: Register, make: Callable[[], T], *name: Hashable) -> T:
    """What `make` gives, made once for each state of the register.

    When the register has changed since, what takes long is made anew behind the scenes, and the last value is given
    until it is there: a page is at most a few seconds behind, and nobody waits while others decide.

    Args:
        name: what it is, and all that it depends on beside the register.
    """
    key, revision = (register.location, *name), register.revision()
    with _lock:
        found = _values.get(key)
        if found:
            _values.move_to_end(key)
    if found and found.revision == revision:
        return found.value  # type: ignore[no-any-return]
    if found and found.seconds > QUICK:
        _background.submit(copy_context().run, _behind, register, make, key)
        return found.value  # type: ignore[no-any-return]
    return _made(register, make, key)  # type: ignore[no-any-return]


def _behind(register: Register, make: Callable[[], Any], key: Hashable) -> None:
    try:
        _made(register, make, key)
    finally:
        connections.close_all()  # those of this thread


def _made(register: Register, make: Callable[[], Any], key: Hashable) -> Any:
    """Make it, once for all that wait for it."""
    with _lock:
        alone = _making.setdefault(key, Lock())
    with alone:
        revision, start = register.revision(), perf_counter()
        found = _values.get(key)
        if found and found.revision == revision:
            return found.value
        value = make()
        with _lock:
            _values[key] = _Value(revision, value, perf_counter() - start)
            _values.move_to_end(key)
            while len(_values) > MOST:
                gone, _old = _values.popitem(last=False)
                _making.pop(gone, None)
    return value
