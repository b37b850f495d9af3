"""A value kept so that no caller can harm it: each gets one of his own, copied only where that is needed.

Plain values that cannot change are given as they are, and so are Arrow tables. A pandas frame is given as a shallow
copy where pandas copies on write (3, or 2 with the option), a polars frame as a clone, a read-only array as a view that
nobody can write to. An array that can be written to is copied for each caller: who ports an app may write into his.
Everything else is pickled once and unpickled for each caller; frames and arrays inside it are still given as above.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from typing import Any, NamedTuple

from nbapp.cache import sharing
from nbapp.cache.sharing import PLAIN


class Kept(NamedTuple):
    """A value in the cache.

    Parameters
    ----------
    give : callable
        Returns the value for one more caller.
    first : object
        The value for the caller who computed it: the function's own, but for a read-only array.
    """

    give: Callable[[], Any]
    first: Any


def as_it_is(value: Any) -> Kept:
    """Keep a value that all callers share (`cache_resource`)."""
    return Kept(lambda: value, value)


def kept(value: Any) -> Kept:
    """Keep a value.

    Parameters
    ----------
    value : object
        What a function returned.

    Raises
    ------
    pickle.PicklingError, TypeError, AttributeError and others
        If it has to be pickled and cannot be.

    Examples
    --------
    >>> numbers = kept([3, 4])
    >>> numbers.first.append(5)
    >>> numbers.give()
    [3, 4]
    """
    kind = type(value)
    if kind in PLAIN or (kind in (tuple, frozenset) and _all_plain(value)):
        return Kept(lambda: value, value)
    if (share := sharing.way(value)) is not None:
        return Kept(share, share() if sharing.is_read_only(value) else value)
    if kind in (list, set, dict) and _all_plain(value) and (kind is not dict or _all_plain(value.values())):
        safe = value.copy()
        return Kept(safe.copy, value)
    return Kept(_Pickled(value), value)


def _all_plain(values: Any) -> bool:
    return PLAIN.issuperset(map(type, values))


class _Pickled:
    """A pickled value, with the frames and arrays in it held apart."""

    def __init__(self, value: Any) -> None:
        self._parts: list[Callable[[], Any]] = []
        data = io.BytesIO()
        _Pickler(data, self._parts).dump(value)
        self._data = data.getvalue()

    def __call__(self) -> Any:
        if not self._parts:
            return pickle.loads(self._data)
        return _Unpickler(io.BytesIO(self._data), self._parts).load()


class _Pickler(pickle.Pickler):
    def __init__(self, data: io.BytesIO, parts: list[Callable[[], Any]]) -> None:
        super().__init__(data, protocol=5)
        self._parts = parts
        self._seen: dict[int, tuple[int, Any]] = {}

    def persistent_id(self, obj: Any) -> int | None:
        """Name a part that is held apart; the same part by the same name."""
        if type(obj).__module__ == "builtins":
            return None
        if (known := self._seen.get(id(obj))) is not None:
            return known[0]
        share = sharing.way(obj)
        if share is None:
            return None
        self._parts.append(share)
        self._seen[id(obj)] = len(self._parts) - 1, obj
        return len(self._parts) - 1


class _Unpickler(pickle.Unpickler):
    def __init__(self, data: io.BytesIO, parts: list[Callable[[], Any]]) -> None:
        super().__init__(data)
        self._parts = parts
        self._given: dict[int, Any] = {}

    def persistent_load(self, pid: int) -> Any:
        """Return a part for this caller; the same object wherever it stands."""
        if pid not in self._given:
            self._given[pid] = self._parts[pid]()
        return self._given[pid]
