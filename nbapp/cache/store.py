"""Where entries are kept in memory: by key, for a while, up to a number and a size."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, Generic, NamedTuple, TypeVar

Entry = TypeVar("Entry")

NEVER = float("inf")


class _Held(NamedTuple):
    entry: Any
    made: float
    size: int


class Store(Generic[Entry]):
    """Entries by key; safe to use from several threads.

    What changes a store returns the entries that are not kept any more: who owns it may have to let them go.

    Parameters
    ----------
    ttl : float, optional
        Seconds for which an entry counts, from when it was made.
    max_entries : int, optional
        How many are kept; the one used longest ago goes first.
    max_size : int, optional
        How many bytes they have together; the newest entry is kept even if it alone has more.
    now : callable
        What tells the time, in seconds.

    Examples
    --------
    >>> store = Store(max_entries=1)
    >>> store.set(b"a", 1), store.set(b"b", 2)
    ([], [1])
    >>> store.get(b"a"), store.get(b"b")
    (None, 2)
    """

    def __init__(
        self,
        ttl: float | None = None,
        max_entries: int | None = None,
        max_size: int | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._ttl = NEVER if ttl is None else ttl
        self._most = NEVER if max_entries is None else max_entries
        self._room = NEVER if max_size is None else max_size
        self._limited = max_entries is not None or max_size is not None
        self._now = now
        self._held: OrderedDict[bytes, _Held] = OrderedDict()
        self._size = 0
        self._oldest = NEVER
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._held)

    def get(self, key: bytes) -> Entry | None:
        """Return the entry, None if there is none that still counts."""
        with self._lock:
            held = self._held.get(key)
            if held is None or (self._ttl != NEVER and held.made + self._ttl <= self._now()):
                return None
            if self._limited:
                self._held.move_to_end(key)
            entry: Entry = held.entry
            return entry

    def age(self, key: bytes) -> float:
        """Return how many seconds ago an entry was made; 0 if there is none."""
        with self._lock:
            held = self._held.get(key)
            return 0.0 if held is None else self._now() - held.made

    def set(self, key: bytes, entry: Entry, size: int = 0, age: float = 0.0) -> list[Entry]:
        """Keep an entry; return what it replaced, and what is too much or too old."""
        with self._lock:
            gone = self._take([key]) + self._sweep()
            held = self._held[key] = _Held(entry, self._now() - age, size)
            self._size += size
            self._oldest = min(self._oldest, held.made)
            while len(self._held) > self._most or (self._size > self._room and len(self._held) > 1):
                gone += self._take([next(iter(self._held))])
            return gone

    def sweep(self) -> list[Entry]:
        """Drop what does not count any more, and return it."""
        with self._lock:
            return self._sweep()

    def remove(self, key: bytes, entry: Entry | None = None) -> list[Entry]:
        """Drop an entry, if it is there (and still this one); return it."""
        with self._lock:
            held = self._held.get(key)
            gone = held is not None and (entry is None or held.entry is entry)
            return self._take([key]) if gone else []

    def clear(self) -> list[Entry]:
        """Drop all entries, and return them."""
        with self._lock:
            return self._take(list(self._held))

    def _sweep(self) -> list[Entry]:
        limit = self._now() - self._ttl
        if self._oldest > limit:
            return []
        gone = self._take([key for key, held in self._held.items() if held.made <= limit])
        self._oldest = min((held.made for held in self._held.values()), default=NEVER)
        return gone

    def _take(self, keys: list[bytes]) -> list[Entry]:
        taken = [held for key in keys if (held := self._held.pop(key, None)) is not None]
        self._size -= sum(held.size for held in taken)
        return [held.entry for held in taken]
