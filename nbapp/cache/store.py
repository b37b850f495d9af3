"""Where entries are kept: by key, for a while, up to a number of them."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

Entry = TypeVar("Entry")


class Store(Generic[Entry]):
    """Entries by key; safe to use from several threads.

    Parameters
    ----------
    ttl : float, optional
        Seconds for which an entry counts, from when it was set.
    max_entries : int, optional
        How many are kept; the one used longest ago goes first.
    now : callable
        What tells the time, in seconds.

    Examples
    --------
    >>> store = Store(max_entries=1)
    >>> store.set(b"a", 1), store.set(b"b", 2)
    (None, None)
    >>> store.get(b"a"), store.get(b"b")
    (None, 2)
    """

    def __init__(
        self,
        ttl: float | None = None,
        max_entries: int | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self.ttl = ttl
        self.max_entries = max_entries
        self._now = now
        self._entries: OrderedDict[bytes, tuple[float, Entry]] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: bytes) -> Entry | None:
        """Return the entry, None if there is none that still counts."""
        with self._lock:
            found = self._entries.get(key)
            if found is None:
                return None
            if self.ttl is not None and found[0] <= self._now():
                del self._entries[key]
                return None
            if self.max_entries is not None:
                self._entries.move_to_end(key)
            return found[1]

    def set(self, key: bytes, entry: Entry) -> None:
        """Keep an entry, and drop what is too much or too old."""
        with self._lock:
            now = self._now()
            end = float("inf") if self.ttl is None else now + self.ttl
            self._entries[key] = (end, entry)
            self._entries.move_to_end(key)
            if self.ttl is not None:
                for old in [key for key, (end, _) in self._entries.items() if end <= now]:
                    del self._entries[old]
            if self.max_entries is not None:
                while len(self._entries) > self.max_entries:
                    self._entries.popitem(last=False)

    def remove(self, key: bytes) -> None:
        """Drop an entry, if it is there."""
        with self._lock:
            self._entries.pop(key, None)

    def clear(self) -> None:
        """Drop all entries."""
        with self._lock:
            self._entries.clear()
