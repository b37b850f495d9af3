"""The entries of one function: computed once for each key, however many ask at the same time."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from concurrent.futures import Future, TimeoutError
from typing import Any, NamedTuple

from nbapp.cache.replay import Step
from nbapp.cache.store import Store

PATIENCE = 0.1
"""Seconds after which a thread that waits for another one's result looks up, so that it can be stopped."""

VERSIONS = 8
"""How many functions of one name, told apart by their source, keep a cache at the same time."""


class Entry(NamedTuple):
    """What one call left.

    Parameters
    ----------
    give : callable
        Returns the value for one more caller.
    steps : list
        What the call drew.
    outside : bool
        It also drew where that cannot be repeated.
    """

    give: Callable[[], Any]
    steps: list[Step]
    outside: bool


class Options(NamedTuple):
    """How long and how many a cache keeps."""

    ttl: float | None = None
    max_entries: int | None = None


class _Flight:
    """A computation that is under way."""

    def __init__(self, owner: object) -> None:
        self.owner = owner
        self.wanted = True
        self.landed: Future[Entry | None] = Future()
        self.landed.set_running_or_notify_cancel()

    def wait(self) -> Entry | None:
        """Wait for its end; None if it failed."""
        while True:
            try:
                return self.landed.result(PATIENCE)
            except TimeoutError:
                continue


class DataCache:
    """The cache of one function; safe to use from several threads and tasks.

    Parameters
    ----------
    options : Options
        How long and how many.

    Examples
    --------
    >>> cache = DataCache(Options())
    >>> cache.get(b"key", lambda: Entry(lambda: 3, [], False)).give()
    3
    >>> cache.find(b"key").give()
    3
    """

    def __init__(self, options: Options) -> None:
        self.options = options
        self._store: Store[Entry] = Store(options.ttl, options.max_entries)
        self._lock = threading.Lock()
        self._flights: dict[bytes, _Flight] = {}

    def find(self, key: bytes) -> Entry | None:
        """Return the entry of a key, None if there is none."""
        return self._store.get(key)

    def get(self, key: bytes, compute: Callable[[], Entry]) -> Entry:
        """Return the entry of a key; compute it unless it is there, or another thread does so just now."""
        owner = threading.get_ident()
        while True:
            flight = self._board(key, owner)
            if isinstance(flight, Entry):
                return flight
            if flight is None:
                return compute()
            if flight.owner == owner:
                break
            if (entry := flight.wait()) is not None:
                return entry
        entry = None
        try:
            entry = compute()
            return entry
        finally:
            self._land(key, flight, entry)

    async def get_async(self, key: bytes, compute: Callable[[], Awaitable[Entry]]) -> Entry:
        """The same for a coroutine function."""
        import asyncio

        owner = asyncio.current_task()
        while True:
            flight = self._board(key, owner)
            if isinstance(flight, Entry):
                return flight
            if flight is None:
                return await compute()
            if flight.owner == owner:
                break
            if (entry := await asyncio.wrap_future(flight.landed)) is not None:
                return entry
        entry = None
        try:
            entry = await compute()
            return entry
        finally:
            self._land(key, flight, entry)

    def clear(self, key: bytes | None = None) -> None:
        """Drop one entry, or all; what is being computed now is not kept either."""
        with self._lock:
            for flying, flight in self._flights.items():
                if key is None or flying == key:
                    flight.wanted = False
            if key is None:
                self._store.clear()
            else:
                self._store.remove(key)

    def _board(self, key: bytes, owner: object) -> Entry | _Flight | None:
        """Return the entry, or the computation under way: a new one, or another's; None inside one of one's own."""
        with self._lock:
            entry = self._store.get(key)
            if entry is not None:
                return entry
            flight = self._flights.get(key)
            if flight is None:
                flight = self._flights[key] = _Flight(owner)
            elif flight.owner == owner:
                return None
            return flight

    def _land(self, key: bytes, flight: _Flight, entry: Entry | None) -> None:
        with self._lock:
            del self._flights[key]
            if entry is not None and flight.wanted:
                self._store.set(key, entry)
        flight.landed.set_result(entry)


_caches: dict[tuple[str, str], OrderedDict[bytes, DataCache]] = {}
_lock = threading.Lock()


def cache_of(function: tuple[str, str, bytes], options: Options) -> DataCache:
    """Return the kernel's cache of a function: the one it had, unless its options are others now.

    Parameters
    ----------
    function : tuple
        Module, name and source (`function.function_key`).
    options : Options
        How long and how many.
    """
    module, name, source = function
    with _lock:
        versions = _caches.setdefault((module, name), OrderedDict())
        cache = versions.get(source)
        if cache is None or cache.options != options:
            cache = versions[source] = DataCache(options)
        versions.move_to_end(source)
        while len(versions) > VERSIONS:
            versions.popitem(last=False)
        return cache


def clear_all() -> None:
    """Drop the entries of every function."""
    with _lock:
        caches = [cache for versions in _caches.values() for cache in versions.values()]
    for cache in caches:
        cache.clear()
