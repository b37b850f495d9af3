"""Who asks a cache, and what is computed for him."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

from nbapp.cache.cache import Cache
from nbapp.cache.copies import kept
from nbapp.cache.entry import Computed, Entry
from nbapp.cache.flight import ThreadCaller, finished


def computed(value: Any) -> Computed:
    """What a function that draws nothing leaves."""
    return Computed(kept(value), [], False)


def nothing() -> None:
    """Do nothing."""


def ask(cache: Cache, compute: Callable[[], Computed], key: bytes = b"a", touch: Callable[[], object] = nothing) -> Any:
    """What a thread gets."""
    found = cache.find(key) or finished(cache.get(key, threading.get_ident(), ThreadCaller(compute, touch)))
    return found.give() if isinstance(found, Entry) else found.kept.first


class Counter:
    """A function that counts its computations, and takes a moment."""

    def __init__(self, seconds: float = 0.0, error: type[Exception] | None = None) -> None:
        self.calls = 0
        self.seconds = seconds
        self.error = error

    def __call__(self) -> Computed:
        self.calls += 1
        number = self.calls
        time.sleep(self.seconds)
        if self.error is not None:
            raise self.error(number)
        return computed(number)
