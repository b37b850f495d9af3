"""Who acts on the calling thread: what a change of a widget means depends on it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from enum import Enum


class Actor(Enum):
    """The four that nbapp knows of; an ordinary cell, or a thread of the user's own, is none of them."""

    SCRIPT = "script"
    """The script of an app, on the thread that runs it."""
    CALLBACK = "callback"
    """What a script registered, called on that same thread before the script."""
    BROWSER = "browser"
    """A message from a page, on whichever thread it arrives."""
    NBAPP = "nbapp"
    """nbapp itself: it makes a widget or brings one up to date."""


class _Here(threading.local):
    actor: Actor | None = None
    due: dict[Hashable, Callable[[], None]] | None = None


_here = _Here()


def actor() -> Actor | None:
    """Who acts on this thread; None for an ordinary cell."""
    return _here.actor


@contextmanager
def acting(who: Actor) -> Iterator[None]:
    """Act as somebody, on this thread, for the length of a block."""
    before, _here.actor = _here.actor, who
    try:
        yield
    finally:
        _here.actor = before


@contextmanager
def incoming(lock: threading.RLock) -> Iterator[None]:
    """Handle a message from a page: under the lock, and with what `later` was given only after its release."""
    before, _here.due = _here.due, {}
    try:
        with lock, acting(Actor.BROWSER):
            yield
    finally:
        due, _here.due = _here.due, before
        for call in due.values():
            call()


def later(key: Hashable, call: Callable[[], None]) -> None:
    """Call at the end of the message that this thread handles, once for each key; at once where it handles none."""
    if _here.due is None:
        call()
    else:
        _here.due[key] = call
