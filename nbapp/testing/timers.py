"""The timers of fragments with `run_every`: they go by a clock of the test's own."""

from __future__ import annotations

from nbapp.tree.page import Page
from nbapp.types import SlotId


class Timers:
    """Says which fragments are due, as the timers of a browser that shows the page would.

    Parameters
    ----------
    page : Page
        The page.

    Attributes
    ----------
    now : float
        Seconds since the test began, as far as timers know.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._due: dict[SlotId, tuple[float, float]] = {}
        self.now = 0.0

    def look(self) -> None:
        """Begin the timers of fragments that have come to the page, and end those of others."""
        before, self._due = self._due, {}
        for slot in self._page.walk():
            every = slot.node.props.get("every") if slot.node.kind == "fragment" else None
            if every is None:
                continue
            fragment = SlotId(slot.id)
            known = before.get(fragment)
            self._due[fragment] = known if known and known[0] == every else (every, self.now + every)

    def next(self, until: float) -> SlotId | None:
        """Go on to the next fragment that is due.

        Parameters
        ----------
        until : float
            When to stop.

        Returns
        -------
        SlotId or None
            None if none is due until then.
        """
        if self._due:
            fragment = min(self._due, key=lambda each: self._due[each][1])
            every, due = self._due[fragment]
            if due <= until + 1e-9:
                self.now = max(self.now, due)
                self._due[fragment] = (every, due + every)
                return fragment
        self.now = until
        return None
