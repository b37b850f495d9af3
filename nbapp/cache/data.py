"""The entries of one function: computed once for each key, however many ask at the same time."""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable, Generator
from concurrent.futures import Future, TimeoutError
from typing import Any, NamedTuple

from nbapp.cache.copies import Kept, kept
from nbapp.cache.replay import Step
from nbapp.cache.store import Store

PATIENCE = 0.1
"""Seconds after which a thread that waits for another one's result looks up, so that it can be stopped."""


class Entry(NamedTuple):
    """What one call left: its value, what it drew, and whether it drew where that cannot be repeated."""

    value: Kept
    steps: list[Step]
    outside: bool


class Options(NamedTuple):
    """What a cache was made with."""

    ttl: float | None = None
    max_entries: int | None = None


class DataCache:
    """The cache of one function.

    Parameters
    ----------
    options : Options
        How long and how many.
    """

    def __init__(self, options: Options) -> None:
        self.options = options
        self._store: Store[Entry] = Store(options.ttl, options.max_entries)
        self._lock = threading.Lock()
        self._flights: dict[bytes, _Flight] = {}
        self._clearings = 0

    def get(self, key: bytes, compute: Callable[[], Entry]) -> tuple[Entry, bool]:
        """Return the entry of a key; compute it if it is not there and nobody else does so just now.

        Returns
        -------
        tuple
            The entry, and whether this call computed it.
        """
        steps = self._find(key, threading.get_ident(), compute)
        try:
            flight = next(steps)
            while True:
                flight = steps.send(_wait(flight))
        except StopIteration as end:
            found: tuple[Entry | None, _Flight | None] = end.value
        entry, mine = found
        if entry is not None:
            return entry, False
        if mine is None:
            return compute(), True
        with mine:
            mine.entry = compute()
        return mine.entry, True
