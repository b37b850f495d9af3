"""Where the entries of one function are kept outside of the process, in a store that other kernels use too."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any, Protocol

from nbapp.cache.copies import kept
from nbapp.cache.entry import Entry, Mark, Options
from nbapp.cache.parcel import Content, Origin, pack, unpack
from nbapp.errors import NOT_STORED, NOT_TRUSTED, STORE_AWAY, ParcelError

log = logging.getLogger("nbapp")

AWAY = 10.0
"""Seconds for which a store that could not be reached is left alone."""


class Hold(Protocol):
    """An entry that one process has for itself, while it computes it."""

    def lasts(self) -> bool:
        """Whether nobody has cleared the entry since, in whichever process."""

    def end(self) -> None:
        """Give it up."""


class Parcels(Protocol):
    """A store of bytes, by function and key.

    Attributes
    ----------
    trust : float
        Seconds for which an entry that was seen in the store is taken to be there still.
    away, failures : tuple
        The errors by which the store says that it cannot be reached, and that it cannot do what it is asked.
    back : float
        When it is asked again after it could not be reached, in seconds of `time.monotonic`.
    """

    trust: float
    back: float
    away: tuple[type[Exception], ...]
    failures: tuple[type[Exception], ...]

    def stamp(self, function: str, key: str) -> object:
        """Tell which version of an entry is there; None for none."""

    def read(self, function: str, key: str) -> tuple[bytes, object] | None:
        """Return an entry's bytes and its stamp; `ParcelError` if somebody else could have written them."""

    def write(self, function: str, key: str, parts: list[bytes], ttl: float | None) -> object:
        """Put an entry there, whole or not at all; return its stamp."""

    def use(self, function: str, key: str) -> None:
        """Note that an entry is used: it goes later."""

    def trim(self, function: str, most: int | None, room: int | None) -> None:
        """Drop the entries used longest ago, down to a number and to a number of bytes, but not the last one."""

    def drop(self, function: str | None = None, key: str | None = None) -> None:
        """Drop an entry, those of a function, or all; and end who has one for himself: he computes what is stale."""

    def try_lock(self, function: str, key: str) -> Hold | None:
        """Have an entry for oneself; None if another process has it now."""


class Shelf:
    """The entries of one function in a store.

    Nothing that goes wrong there is an error of the caller's: his function is computed, as it would be without.

    Parameters
    ----------
    name : str
        The function's, for the log.
    parcels : Parcels
        The store.
    origin : Origin
        Which function it is.
    options : Options
        How long, how many, how large.
    """

    def __init__(self, name: str, parcels: Parcels, origin: Origin, options: Options) -> None:
        self.name = name
        self.parcels = parcels
        self._origin = origin
        self._options = options
        self._limited = options.max_entries is not None or options.max_size is not None

    def holds(self, key: bytes, mark: Mark | None) -> bool:
        """Whether the store still holds the version of an entry that memory has; one it never took is memory's own."""
        if mark is None:
            return True
        now = time.monotonic()
        if self.parcels.trust and now - mark.seen < self.parcels.trust:
            return True
        unknown = object()
        stamp = self._ask(lambda: self.parcels.stamp(*self._place(key)), unknown)
        if stamp is not unknown and stamp != mark.stamp:
            return False
        mark.seen = now
        if self._limited:
            self._ask(lambda: self.parcels.use(*self._place(key)), None)
        return True

    def look(self, key: bytes) -> Entry | None:
        """Return an entry that the store has, if it can be trusted and still counts."""
        try:
            read = self._ask(lambda: self.parcels.read(*self._place(key)), None)
            if read is None:
                return None
            data, stamp = read
            content = unpack(data, self._origin, key)
        except ParcelError as error:
            log.warning(NOT_TRUSTED, self.name, error, self.parcels)
            self.drop(key)
            return None
        ttl = self._options.ttl
        if content is None or (ttl is not None and content.made + ttl <= time.time()):
            return None
        if self._limited:
            self._ask(lambda: self.parcels.use(*self._place(key)), None)
        return Entry(kept(content.value).give, content.steps, content.outside, len(data), Mark(stamp, content.made))

    def keep(self, key: bytes, entry: Entry, value: Any) -> Entry:
        """Put a new entry into the store; return it with what the store knows of it."""
        made = time.time()
        try:
            parts = pack(Content(value, entry.steps, entry.outside, made), self._origin, key)
        except Exception as error:  # noqa: BLE001  what an object's own pickling raises
            log.warning(NOT_STORED, self.name, self.parcels, f"{type(error).__name__}: {error}")
            return entry
        stamp = self._ask(lambda: self.parcels.write(*self._place(key), parts, self._options.ttl), None)
        if stamp is None:
            return entry
        if self._limited:
            options = self._options
            self._ask(lambda: self.parcels.trim(self._origin.digest, options.max_entries, options.max_size), None)
        return entry._replace(size=sum(map(len, parts)), mark=Mark(stamp, made))

    def drop(self, key: bytes | None) -> None:
        """Drop an entry, or all."""
        place = (self._origin.digest,) if key is None else self._place(key)
        self._ask(lambda: self.parcels.drop(*place), None)

    def drop_all(self) -> None:
        """Drop the entries of every function in the store."""
        self._ask(lambda: self.parcels.drop(), None)

    def try_lock(self, key: bytes) -> Hold | None:
        """Have an entry for oneself, across processes; None if another process computes it just now."""
        hold: Hold | None = self._ask(lambda: self.parcels.try_lock(*self._place(key)), Alone())
        return hold

    def wants(self, hold: Hold) -> bool:
        """Whether the store wants the entry still: no process has cleared it since it was begun."""
        wants: bool = self._ask(hold.lasts, True)
        return wants

    def _place(self, key: bytes) -> tuple[str, str]:
        return self._origin.digest, key.hex() or "none"

    def _ask(self, call: Callable[[], Any], otherwise: Any) -> Any:
        """Ask the store; the answer is `otherwise` if it cannot say."""
        if self.parcels.back > time.monotonic():
            return otherwise
        try:
            return call()
        except self.parcels.away as error:
            self.parcels.back = time.monotonic() + AWAY
            log.warning(STORE_AWAY, self.parcels, error, AWAY)
        except self.parcels.failures as error:
            log.warning(NOT_STORED, self.name, self.parcels, error)
        return otherwise


class Alone:
    """What is had where the store could not be asked."""

    def lasts(self) -> bool:
        """Nobody else knows of it."""
        return True

    def end(self) -> None:
        """Nothing is held."""
