"""Values that are kept while their inputs are not drawn: `persist_state` (R41)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nbapp.session.inputs import Input
    from nbapp.session.route import Route
    from nbapp.session.state import State


class Hidden:
    """The values of one app's inputs that wait to be drawn again.

    One kept for its page goes when the reader leaves that; one kept for the session stays.

    Parameters
    ----------
    state : State
        Holds the values.
    route : Route
        On which page the reader is.
    holder : int
        The app, as `State.release` knows it.
    """

    def __init__(self, state: State, route: Route, holder: int) -> None:
        self._state = state
        self._route = route
        self._holder = holder
        self._pages: dict[str, str | None] = {}

    @property
    def page(self) -> str | None:
        """The page that the reader is on, or has just turned to; None in an app without pages."""
        entry = self._route.next_entry
        return None if entry is None else entry.name

    def hide(self, live: Input) -> bool:
        """Note that an input is drawn no more.

        Returns
        -------
        bool
            Whether its value is kept.
        """
        kept = live.spec.persist_state
        if live.key is None or kept is None or (kept == "page" and live.drawn_on != self.page):
            return False
        if kept == "page":
            self._pages[live.key] = live.drawn_on
        return True

    def draw(self, key: str) -> None:
        """Note that an input is drawn again; it does not take what was kept for another page."""
        if key in self._pages and self._pages.pop(key) != self.page:
            self._state.release(key, self._holder)

    def turn(self) -> None:
        """Let go of what was kept for pages that the reader has left."""
        for key in [key for key, page in self._pages.items() if page != self.page]:
            self.draw(key)
