"""The page: the root branches of one app, and one listener that is told every change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from nbapp.tree.branch import Branch, Slot
from nbapp.tree.facts import Facts
from nbapp.tree.kinds import ROOTS
from nbapp.types import Op


def ignore(op: Op) -> None:
    """Listen to nothing."""


class Page:
    """What one app shows.

    Parameters
    ----------
    emit : callable, optional
        Called with each op, in order, while the page's lock is held.
    lock : context manager, optional
        Held while the page changes or is looked at; it must be reentrant. None where one thread has the page to itself.

    Attributes
    ----------
    facts : Facts
        What is said of the page as a whole.
    """

    def __init__(self, emit: Callable[[Op], None] = ignore, lock: AbstractContextManager[Any] | None = None) -> None:
        self.lock = lock or nullcontext()
        self.emit = emit
        self.facts = Facts()
        self._last_id = 0
        self.roots = {name: Branch(self, name, name, single=name == "dialog") for name in ROOTS}

    def next_id(self) -> int:
        """A slot id that no slot of this page has had."""
        self._last_id += 1
        return self._last_id

    def rewind(self) -> None:
        """Begin a run: draw every root from its top."""
        with self.lock:
            self.facts.rewind()
            for branch in self.roots.values():
                branch.rewind()

    def trim(self) -> list[Slot]:
        """End a complete run: remove what it did not draw."""
        with self.lock:
            return [slot for branch in self.roots.values() for slot in branch.trim()]

    def walk(self) -> Iterator[Slot]:
        """Every slot of the page, in reading order."""
        for branch in self.roots.values():
            yield from branch.walk()

    def sources(self) -> set[int]:
        """The ids of the tables that are shown."""
        with self.lock:
            return {slot.node.props["source"] for slot in self.walk() if slot.node.kind == "dataframe"}

    def snapshot(self) -> dict[str, Any]:
        """The roots with all that is in them, as they go over the wire."""
        with self.lock:
            return {name: [slot.as_json() for slot in branch.slots] for name, branch in self.roots.items()}
