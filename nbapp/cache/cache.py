"""The cache of one function: its entries, each computed once, however many ask at the same time."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable

from nbapp.cache.entry import Care, Computed, Entry, Options
from nbapp.cache.flight import Caller, Flight
from nbapp.cache.shelf import Shelf
from nbapp.cache.size import weight_of
from nbapp.cache.store import Store
from nbapp.errors import NOT_REFRESHED, NOT_RELEASED, TOO_LARGE

log = logging.getLogger("nbapp")

AT_ONCE = threading.BoundedSemaphore(4)
"""How many entries are computed anew in the background at the same time; others stay stale until the next hit."""

COOLING = 60.0
"""Seconds after which a background computation that failed is tried again."""


class Cache:
    """The entries of one function; safe to use from several threads and tasks.

    Parameters
    ----------
    name : str
        The function's, for the log.
    options : Options
        How long, how many, where.
    shelf : Shelf, optional
        Where entries are kept outside of the process too.

    Attributes
    ----------
    care : Care
        How objects that all callers share are looked after.

    Examples
    --------
    >>> from nbapp.cache.copies import kept
    >>> from nbapp.cache.flight import ThreadCaller, finished
    >>> cache = Cache("f", Options())
    >>> caller = ThreadCaller(lambda: Computed(kept(3), [], False), touch=lambda: None)
    >>> finished(cache.get(b"key", "this thread", caller)).kept.first
    3
    >>> cache.find(b"key").give()
    3
    """

    def __init__(self, name: str, options: Options, shelf: Shelf | None = None) -> None:
        self.name = name
        self.options = options
        self.care = Care()
        self.shelf = shelf
        self._store: Store[Entry] = Store(options.end, options.max_entries, options.max_size)
        self._lock = threading.Lock()
        self._flights: dict[bytes, Flight] = {}
        self._failed: dict[bytes, float] = {}

    def find(self, key: bytes) -> Entry | None:
        """Return the entry of a key from memory, None if there is none that still counts."""
        entry = self._store.get(key)
        if entry is None:
            return None
        if self.shelf is not None and not self.shelf.holds(key, entry.mark):
            self._store.remove(key, entry)
            return None
        validate = self.care.validate
        if validate is not None and not validate(entry.give()):
            self._release(self._store.remove(key, entry))
            return None
        return entry

    async def get(self, key: bytes, owner: object, caller: Caller) -> Entry | Computed:
        """Return the entry of a key, or what the caller has computed because there was none.

        Parameters
        ----------
        key : bytes
            The arguments' digest.
        owner : object
            The thread or task that asks: inside its own computation of this key it computes once more, as it would
            without a cache.
        caller : Caller
            Waits and computes.
        """
        flight, entry = Flight(owner), None
        try:
            while (other := self._board(key, flight)) is not flight:
                if other.owner == owner:
                    return await caller.compute()
                if (found := await caller.wait(other)) is not None:
                    return found
            entry = self.find(key)
            if entry is not None:
                return entry
            self._release(self._store.sweep())
            entry, computed = await self._obtain(key, flight, caller)
            self._keep(key, flight, entry)
            return computed or entry
        finally:
            try:
                self._land(key, flight, entry)
            except BaseException:  # an interrupt has struck there: who waits for this flight would wait for ever
                self._land(key, flight, entry)
                raise

    def refresh(self, key: bytes, compute: Callable[[], Computed]) -> None:
        """Compute a stale entry anew, on a thread of its own; who asks meanwhile gets the old one (R160)."""
        ttl = self.options.ttl
        if ttl is None or self._store.age(key) < ttl or self._failed.get(key, 0.0) > time.monotonic():
            return
        slots = AT_ONCE
        if key in self._flights or not slots.acquire(blocking=False):
            return
        thread = threading.Thread(target=self._refresh, args=(key, compute, slots), name="nbapp-refresh", daemon=True)
        try:
            thread.start()
        except RuntimeError:  # no threads here: it is computed when it does not count any more
            slots.release()

    def clear(self, key: bytes | None = None, shelf: bool = True) -> None:
        """Drop one entry, or all; what is being computed now is not kept either.

        Parameters
        ----------
        key : bytes, optional
            Which one.
        shelf : bool
            Drop it outside of the process too.
        """
        with self._lock:
            for flying, flight in self._flights.items():
                if key in (None, flying):
                    flight.wanted = False
            gone = self._store.clear() if key is None else self._store.remove(key)
            self._failed.clear()
        if shelf and self.shelf is not None:
            self.shelf.drop(key)
        self._release(gone)

    def _board(self, key: bytes, flight: Flight) -> Flight:
        """Return the computation under way; the caller's own if there was none, and so it begins."""
        with self._lock:
            other = self._flights.get(key)
            if other is not None and (other.wanted or other.owner == flight.owner):
                return other  # who asks after a clearing does not get what was begun before it
            self._flights[key] = flight
            return flight

    async def _obtain(self, key: bytes, flight: Flight, caller: Caller) -> tuple[Entry, Computed | None]:
        """Take an entry from the shelf, or have it computed and put there; no other process computes it meanwhile."""
        shelf = self.shelf
        if shelf is None:
            computed = await caller.compute()
            return self._entry(computed), computed
        if (found := shelf.look(key)) is not None:
            return found, None
        while (hold := shelf.try_lock(key)) is None:
            await caller.pause()
        try:
            if (found := shelf.look(key)) is not None:
                return found, None
            computed = await caller.compute()
            entry = self._entry(computed)
            if flight.wanted and shelf.wants(hold):
                entry = shelf.keep(key, entry, computed.kept.first)
            flight.wanted = flight.wanted and shelf.wants(hold)
            if not flight.wanted and entry.mark is not None:
                shelf.drop(key)  # cleared while it was being written
            return entry, computed
        finally:
            hold.end()

    def _entry(self, computed: Computed) -> Entry:
        size = 0
        if self.options.max_size is not None and self.shelf is None:
            size = weight_of(computed.kept.first)
        return Entry(computed.kept.give, computed.steps, computed.outside, size)

    def _keep(self, key: bytes, flight: Flight, entry: Entry) -> bool:
        """Keep an entry, unless its key was cleared while it was computed."""
        if self.options.max_size is not None and entry.size > self.options.max_size:
            log.warning(TOO_LARGE, self.name, entry.size, self.options.max_size)
        gone: Iterable[Entry] = ()
        with self._lock:
            self._failed.pop(key, None)
            if flight.wanted:
                gone = self._store.set(key, entry, entry.size, 0.0 if entry.mark is None else entry.mark.age)
        self._release(gone, entry)
        return flight.wanted

    def _land(self, key: bytes, flight: Flight, entry: Entry | None) -> None:
        with self._lock:
            if self._flights.get(key) is flight:
                del self._flights[key]
        if not flight.landed.done():
            flight.landed.set_result(entry)

    def _refresh(self, key: bytes, compute: Callable[[], Computed], slots: threading.Semaphore) -> None:
        """What the thread of a refresh does."""
        flight, entry = Flight(threading.get_ident()), None
        try:
            if self._board(key, flight) is flight:
                entry = self._entry(compute())
                if not self._keep(key, flight, entry):
                    self._release([entry])
        except BaseException:  # `stop` too: nobody above would be told
            self._failed[key] = time.monotonic() + COOLING
            log.warning(NOT_REFRESHED, self.name, exc_info=True)
        finally:
            self._land(key, flight, entry)
            slots.release()

    def _release(self, gone: Iterable[Entry], instead: Entry | None = None) -> None:
        """Tell the author's function of objects that the cache lets go; its errors are not the caller's."""
        on_release = self.care.on_release
        if on_release is None:
            return
        for entry in gone:
            released = entry.give()
            if instead is not None and released is instead.give():
                continue
            try:
                on_release(released)
            except Exception:
                log.exception(NOT_RELEASED, self.name)
