"""The session: all that one app keeps from run to run."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from typing import Any, Protocol

from nbapp.session.adoption import AdoptedWidget, Adoption
from nbapp.session.fragments import Fragments
from nbapp.session.inputs import Input
from nbapp.session.query import Query
from nbapp.session.registry import Inputs
from nbapp.session.route import Route
from nbapp.session.sources import Sources
from nbapp.session.state import State
from nbapp.session.surroundings import Surroundings


class Events(Protocol):
    """Who is told what a reader does; on whichever thread the message arrives."""

    def changed(self, live: Input, value: Any) -> None:
        """An input of ours has a new value."""

    def clicked(self, live: Input) -> None:
        """A trigger of ours was clicked."""

    def touched(self, widget: AdoptedWidget, changes: dict[str, object]) -> None:
        """A widget of the script's own has new trait values."""

    def pressed(self, widget: AdoptedWidget) -> None:
        """A widget of the script's own was clicked."""

    def moved(self, live: Input | None = None) -> None:
        """A key that the app shows was set by an ordinary cell, or in another app."""


class Session:
    """What one app keeps from run to run.

    Parameters
    ----------
    state : State
        The kernel's `session_state`, shared with its other apps.
    events : Events
        Told what a reader does.
    sources_shown : callable, optional
        Returns the ids of the tables that the page shows just now.
    query : Query, optional
        What stands behind the `?` of the address, shared with the kernel's other apps; else one of its own.

    Attributes
    ----------
    route : Route
        Where the reader is.
    at_close : list of callable
        Called with the session when it ends.
    """

    def __init__(
        self,
        state: State,
        events: Events,
        sources_shown: Callable[[], Iterable[int]] | None = None,
        query: Query | None = None,
    ) -> None:
        self.state = state
        self.lock = threading.RLock()
        self.route = Route(Query() if query is None else query)
        self.inputs = Inputs(state, events.changed, events.clicked, self.lock, self.route)
        self.adoption = Adoption(changed=events.touched, clicked=events.pressed, lock=self.lock)
        self.sources = Sources(sources_shown)
        self.fragments = Fragments()
        self.surroundings = Surroundings()
        self.at_close: list[Callable[[Session], object]] = []
        self._events = events
        state.watch(id(self.inputs), self._moved)
        self.route.follow, self.route.run_again = self.inputs.follow, events.moved

    def close(self) -> None:
        """End everything live."""
        self.state.unwatch(id(self.inputs))
        self.route.close()
        self.inputs.close()
        self.adoption.close()
        for call in self.at_close:
            call(self)

    def _moved(self, key: str) -> None:
        self._events.moved(self.inputs.move(key))
