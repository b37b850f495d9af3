"""The forms of one app, and the sheet of each: what a reader writes on it stays there until it is handed in."""

from __future__ import annotations

import threading
from collections.abc import Collection, Hashable, Mapping
from typing import Any

from nbapp.errors import StreamlitDuplicateElementKey, StreamlitValueAssignmentNotAllowedError
from nbapp.session.construct import aside
from nbapp.session.fragments import Runs, everything
from nbapp.session.inputs import Input, equal
from nbapp.session.state import State
from nbapp.session.widgets import set_traits
from nbapp.types import SlotId


class Sheet:
    """The sheet of one form.

    Parameters
    ----------
    key : str
        The form's.

    Attributes
    ----------
    clears : bool
        Its inputs return to their defaults once it was handed in.
    claimed : int
        The number of the last run that drew the form.
    fragment : SlotId or None
        The fragment that drew it.

    Examples
    --------
    >>> class Name:
    ...     identity = "name"
    >>> sheet, name = Sheet("visit"), Name()
    >>> sheet.write(name, "Ada")
    >>> sheet.hand_in(), sheet.hand_in()
    ({'name': 'Ada'}, {})
    """

    __slots__ = ("_drafts", "_lock", "claimed", "clears", "fragment", "key")

    def __init__(self, key: str) -> None:
        self.key = key
        self.clears = False
        self.claimed = -1
        self.fragment: SlotId | None = None
        self._lock = threading.Lock()
        self._drafts: dict[Input, Any] = {}

    def write(self, live: Input, value: Any) -> None:
        """Keep the newest value of an input; on the thread of the message."""
        with self._lock:
            self._drafts.pop(live, None)
            self._drafts[live] = value

    def holds(self, live: Input) -> bool:
        """Whether a value of an input waits here."""
        return live in self._drafts

    def strike(self, live: Input) -> bool:
        """Forget what was written in an input.

        Returns
        -------
        bool
            Whether there was anything.
        """
        with self._lock:
            if live not in self._drafts:
                return False
            del self._drafts[live]
            return True

    def hand_in(self) -> dict[Hashable, Any]:
        """Take all that was written since it was last handed in, by the identities of the inputs, oldest first."""
        with self._lock:
            drafts, self._drafts = self._drafts, {}
        return {live.identity: value for live, value in drafts.items()}


class Forms:
    """The forms of one app.

    Parameters
    ----------
    live : mapping
        The app's inputs.
    state : State
        Holds the values of keyed ones.
    lock : threading.RLock
        Held by incoming messages and by writes to live widgets.
    """

    def __init__(self, live: Mapping[Hashable, Input], state: State, lock: threading.RLock) -> None:
        self._live = live
        self._state = state
        self._lock = lock
        self._sheets: dict[str, Sheet] = {}
        self._run = 0

    def begin(self, runs: Runs = everything) -> None:
        """Begin a run; those that it does not draw stay."""
        self._run += 1
        if runs is everything:
            return
        for sheet in self._sheets.values():
            if not runs(sheet.fragment):
                sheet.claimed = self._run

    def claim(self, key: str, clears: bool, fragment: SlotId | None) -> None:
        """Take a form's key for this run.

        Raises
        ------
        StreamlitDuplicateElementKey
            If it is taken.
        StreamlitValueAssignmentNotAllowedError
            If this run set a value under that key (R57).
        """
        if key in self._state.assigned & self._state.recent:
            raise StreamlitValueAssignmentNotAllowedError(key, "form")
        sheet = self._sheets.setdefault(key, Sheet(key))
        if sheet.claimed == self._run:
            raise StreamlitDuplicateElementKey(key)
        sheet.claimed, sheet.clears, sheet.fragment = self._run, clears, fragment

    def get(self, key: str) -> Sheet | None:
        """The sheet of a form."""
        return self._sheets.get(key)

    def sweep(self) -> None:
        """End a complete run: forget what it did not draw."""
        self._sheets = {key: sheet for key, sheet in self._sheets.items() if sheet.claimed == self._run}

    def blank(self, sheet: Sheet) -> None:
        """Show the defaults in a form that was handed in, but where the reader has written anew."""
        for live in self._on(sheet):
            self._show_default(live, sheet)

    def clear(self, sheet: Sheet, set_by_script: Collection[str], owner: int) -> list[Input]:
        """Return the inputs of a form to their defaults, in the kernel and on the page.

        Parameters
        ----------
        sheet : Sheet
            The form's; the run that saw what was handed in has ended.
        set_by_script : collection of str
            Keys that keep what they have.
        owner : int
            The app, as `State.tell` knows it.

        Returns
        -------
        list of Input
            Those that have their defaults now.
        """
        cleared = []
        for live in self._on(sheet):
            key, default = live.key, live.spec.default
            if key is not None and (key in set_by_script or key in self._state.assigned):
                continue
            moved, live.value = not equal(default, live.value), default
            if key is not None and moved:
                self._state.receive(key, default)
                self._state.tell(key, but=owner)
            self._show_default(live, sheet)
            cleared.append(live)
        return cleared

    def _on(self, sheet: Sheet) -> list[Input]:
        return [live for live in list(self._live.values()) if live.sheet is sheet and not live.spec.trigger]

    def _show_default(self, live: Input, sheet: Sheet) -> None:
        with aside(), self._lock:
            if not sheet.holds(live):
                set_traits(live.widget, {}, live.spec.trait, live.spec.to_widget(live.spec.default), self._lock)
