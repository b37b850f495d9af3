"""The fragments of an app: the parts of its page that can run again by themselves."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any

from nbapp.tree.branch import Branch
from nbapp.types import SlotId


Runs = Callable[[SlotId | None], bool]
"""Takes a fragment, or None for what stands in none: whether it is part of a run."""


def everything(fragment: SlotId | None) -> bool:
    """Run all of the script."""
    return True


@dataclass(eq=False)
class Fragment:
    """One call of a fragment function.

    Attributes
    ----------
    branch : Branch
        The inside of its node.
    place : callable
        Takes a run; returns where the function draws, as a place.
    call : callable
        Calls the function with the arguments of the last run that passed here.
    key : str or None
        Its name in `rerun`.
    function : hashable
        Which function it is a call of.
    parent : SlotId or None
        The fragment around it.
    every : float or None
        Seconds between the runs that nobody asks for.
    parts : dict
        By each container outside that it draws on: the inside of what is its own there.
    """

    branch: Branch
    place: Callable[[Any], AbstractContextManager[Any]]
    call: Callable[[], Any]
    key: str | None = None
    function: Hashable = None
    parent: SlotId | None = None
    every: float | None = None
    parts: dict[Branch, Branch] = field(default_factory=dict)

    @property
    def id(self) -> SlotId:
        """The slot that its node stands in."""
        return SlotId(int(self.branch.parent))

    def rewind(self) -> None:
        """Begin to draw it from its top, here and outside."""
        for branch in (self.branch, *self.parts.values()):
            branch.rewind()

    def trim(self) -> None:
        """Remove what it did not draw again."""
        for branch in (self.branch, *self.parts.values()):
            branch.trim()

    def take_away(self) -> None:
        """Remove what it drew outside."""
        for outside, part in self.parts.items():
            outside.remove(part)


class Fragments:
    """The fragments that are on one app's page."""

    def __init__(self) -> None:
        self._shown: dict[SlotId, Fragment] = {}

    def __getitem__(self, fragment: SlotId) -> Fragment:
        return self._shown[fragment]

    def __contains__(self, fragment: object) -> bool:
        return fragment in self._shown

    def __iter__(self) -> Iterator[Fragment]:
        return iter(list(self._shown.values()))

    def add(self, fragment: Fragment) -> None:
        """Note a fragment that was drawn; the call of the last run that stood there is replaced."""
        self._shown[fragment.id] = fragment

    def named(self, key: str) -> list[SlotId]:
        """The fragments of a key: one for each place that its function was called at."""
        return [fragment.id for fragment in self if fragment.key == key]

    def is_inside(self, fragment: SlotId | None, others: Collection[SlotId]) -> bool:
        """Whether a fragment is one of these, or in one of them."""
        while fragment is not None:
            if fragment in others:
                return True
            known = self._shown.get(fragment)
            fragment = None if known is None else known.parent
        return False

    def to_run(self, wanted: Collection[SlotId]) -> list[SlotId]:
        """Those of these fragments that are shown, outer ones first; what runs inside another is left to that."""
        shown = [fragment for fragment in wanted if fragment in self._shown]
        return [each for each in shown if not self.is_inside(self._shown[each].parent, shown)]

    def sweep(self) -> None:
        """Forget those that are not on the page any more, and what they drew outside themselves."""
        for fragment in self:
            if fragment.branch.detached:
                del self._shown[fragment.id]
                fragment.take_away()
