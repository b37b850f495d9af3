"""The values behind `session_state`: one for the whole kernel, shared by its apps and its ordinary cells."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any
from weakref import WeakMethod


class State:
    """Values by key, those of keyed inputs among them.

    Attributes
    ----------
    values : dict
        What each key holds now.
    assigned : set
        Keys that a script, a callback or an ordinary cell set since an input of that key was last drawn: such a value
        goes before what the input shows (R30, R43).
    recent : set
        Those of them that were set since a run of an app began last.
    own : dict
        What keys were set to while no input had them: a key returns to that when its inputs are gone.
    """

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.values: dict[str, Any] = {}
        self.assigned: set[str] = set()
        self.recent: set[str] = set()
        self.own: dict[str, Any] = {}
        self.holders: dict[str, set[int]] = {}
        self._told: dict[int, WeakMethod[Callable[[str], None]]] = {}

    def assign(self, key: str, value: Any) -> None:
        """Set a value from code."""
        with self.lock:
            self.values[key] = value
            self.assigned.add(key)
            self.recent.add(key)

    def begin(self) -> None:
        """A run of an app begins: what was set before it, and no input has taken, is the key's own."""
        with self.lock:
            for key in self.recent & self.assigned - self.holders.keys():
                self.own[key] = self.values[key]
            self.recent.clear()

    def receive(self, key: str, value: Any) -> None:
        """Set a value that a reader gave."""
        with self.lock:
            self.values[key] = value
            self.assigned.discard(key)

    def take(self, key: str, value: Any, held: Any) -> bool:
        """Let an input have a key.

        Parameters
        ----------
        key : str
            Its key.
        value : object
            What it has now.
        held : object
            What was held when that was looked up: what an ordinary cell has set since is left to the next run.

        Returns
        -------
        bool
            Whether code had set it.
        """
        with self.lock:
            was_set = key in self.assigned
            if was_set and self.values[key] is not held:
                return False
            self.assigned.discard(key)
            self.values[key] = value
            return was_set

    def remove(self, key: str) -> None:
        """Forget a key; an input of that key returns to its default."""
        with self.lock:
            del self.values[key]
            self.own.pop(key, None)
            self.assigned.discard(key)

    def hold(self, key: str, holder: int) -> None:
        """Say that an app shows an input of this key."""
        with self.lock:
            self.holders.setdefault(key, set()).add(holder)

    def watch(self, holder: int, told: Callable[[str], None]) -> None:
        """Have an app told, for as long as it exists, of keys that it shows and that somebody else set.

        Parameters
        ----------
        holder : int
            Its number, as in `hold`.
        told : bound method
            Takes the key.
        """
        self._told[holder] = WeakMethod(told, lambda _: self.unwatch(holder))

    def unwatch(self, holder: int) -> None:
        """Tell it no more."""
        self._told.pop(holder, None)

    def tell(self, key: str, but: int | None = None) -> None:
        """Tell the apps that show a key, all but the one that set it."""
        for holder in list(self.holders.get(key, ())):
            reference = self._told.get(holder) if holder != but else None
            told = None if reference is None else reference()
            if told is not None:
                told(key)

    def release(self, key: str, holder: int, keep: bool = False) -> None:
        """Say that an app shows it no more; its value goes with the last one, unless it is to be kept."""
        with self.lock:
            holders = self.holders.get(key, set())
            holders.discard(holder)
            if not holders:
                self.holders.pop(key, None)
                if keep or key in self.assigned:
                    return
                if key in self.own:
                    self.values[key] = self.own[key]
                else:
                    self.values.pop(key, None)


shared = State()
"""The state of this process: every app of a kernel, and its ordinary cells, share it."""
