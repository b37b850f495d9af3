"""An entry of a cache, and what a function's cache is asked to do with its entries."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, NamedTuple

from nbapp.cache.copies import Kept
from nbapp.cache.replay import Step

HARD = 2.0
"""A stale result may be given away until it is so many times as old as `ttl` (R160)."""


class Mark:
    """Which version of an entry a store outside of the process holds.

    Parameters
    ----------
    stamp : object
        What the store knows the version by.
    made : float
        When it was computed, in seconds since the epoch.

    Attributes
    ----------
    seen : float
        When the store was last seen to hold it, in seconds of `time.monotonic`.
    """

    __slots__ = ("made", "seen", "stamp")

    def __init__(self, stamp: object, made: float) -> None:
        self.stamp = stamp
        self.made = made
        self.seen = time.monotonic()

    @property
    def age(self) -> float:
        """Seconds since it was computed."""
        return max(0.0, time.time() - self.made)


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
    size : int
        Bytes, where they are counted.
    mark : Mark, optional
        The version of it that a store outside holds.
    """

    give: Callable[[], Any]
    steps: list[Step]
    outside: bool
    size: int = 0
    mark: Mark | None = None


class Computed(NamedTuple):
    """What a function has just returned and drawn.

    Parameters
    ----------
    kept : Kept
        The value for the caller who computed it, and how later ones get theirs.
    steps, outside
        As in `Entry`.
    """

    kept: Kept
    steps: list[Step]
    outside: bool


class Options(NamedTuple):
    """How long and how much a cache keeps, and where: caches of other options are other caches.

    Parameters
    ----------
    ttl : float, optional
        Seconds.
    max_entries, max_size : int, optional
        How many, and how many bytes.
    background : bool
        What is older than `ttl` is given away once more while it is computed anew.
    persist : str, optional
        A folder, or the address of a Redis server.
    """

    ttl: float | None = None
    max_entries: int | None = None
    max_size: int | None = None
    background: bool = False
    persist: str | None = None

    @property
    def end(self) -> float | None:
        """Seconds after which an entry does not count any more."""
        return self.ttl if self.ttl is None or not self.background else HARD * self.ttl


class Care(NamedTuple):
    """How the entries of `cache_resource` are looked after.

    Parameters
    ----------
    validate : callable, optional
        Says at each hit whether the object is still good.
    on_release : callable, optional
        Told of each object that the cache lets go.
    """

    validate: Callable[[Any], bool] | None = None
    on_release: Callable[[Any], object] | None = None
