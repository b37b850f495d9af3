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
    former : dict
        The same of the call before, in a run of a fragment around it.
    within : Branch or None
        What its node stands in; None for one that is no dialog.
    on_dismiss : callable, "rerun", "ignore" or None
        What happens when its reader closes it; None for one that only the script closes.
    page_name : str or None
        The page that it is part of; None for the script around the pages.
    """

    branch: Branch
    place: Callable[[Any], AbstractContextManager[Any]]
    call: Callable[[], Any]
    key: str | None = None
    function: Hashable = None
    parent: SlotId | None = None
    every: float | None = None
    parts: dict[Branch, Branch] = field(default_factory=dict)
    former: dict[Branch, Branch] = field(default_factory=dict)
    within: Branch | None = None
    on_dismiss: Callable[..., Any] | str | None = None
    page_name: str | None = None

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
        for outside, part in self.former.items():
            if outside not in self.parts and not part.detached:
                part.rewind()
                self.parts[outside] = part
        self.former = {}
        for branch in (self.branch, *self.parts.values()):
            branch.trim()

    def keep_parts(self) -> None:
        """Hold what it drew outside where it stands, while somebody else draws around it."""
        for outside in self.parts:
            outside.keep(("part", self.id))

    def take_away(self) -> None:
        """Remove what it drew outside."""
        for outside, part in {**self.former, **self.parts}.items():
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

    def get(self, fragment: object) -> Fragment | None:
        """The fragment of that id, if its reader can see it."""
        known = self._shown.get(fragment) if isinstance(fragment, int) else None  # type: ignore[call-overload]
        return None if known is None or known.branch.detached else known

    def add(self, fragment: Fragment, *, whole: bool) -> None:
        """Note a fragment that was drawn; the call of the last run that stood there is replaced.

        Parameters
        ----------
        fragment : Fragment
            What was drawn.
        whole : bool
            By a run of the whole script: all that is outside of it is drawn over, too.
        """
        before = self._shown.get(fragment.id)
        if before is not None and not whole:
            fragment.former = {**before.former, **before.parts}
        self._shown[fragment.id] = fragment

    def named(self, key: str) -> list[SlotId]:
        """The fragments of a key: one for each place that its function was called at."""
        return [fragment.id for fragment in self if fragment.key == key and not fragment.branch.detached]

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

    def trim(self, fragment: Fragment) -> None:
        """Remove what a fragment that was drawn, and those in it, did not draw again; what others drew there stays."""
        inside = [fragment]
        for each in self:
            if not self.is_inside(each.id, (fragment.id,)):
                each.keep_parts()
            elif each is not fragment and not each.branch.detached:
                inside.append(each)
        for each in inside:
            each.trim()

    def sweep(self, running: Collection[SlotId] | None, *, complete: bool) -> None:
        """End a run: what those drew outside of themselves that are not on the page any more goes.

        Parameters
        ----------
        running : collection of SlotId or None
            The fragments that ran; None for the whole script.
        complete : bool
            It ran to its end: those that are gone are forgotten, as their inputs are. A dialog that its reader closed
            is known until what opened it runs again.
        """
        left = [each for each in self if running is None or self._is_left_by(each, running)]
        while gone := [each for each in left if each.branch.detached]:
            left = [each for each in left if not each.branch.detached]
            for fragment in gone:
                fragment.take_away()
                if complete:
                    del self._shown[fragment.id]

    def _is_left_by(self, fragment: Fragment, running: Collection[SlotId]) -> bool:
        return fragment.parent is not None and self.is_inside(fragment.parent, running)
