"""The session: all that one app keeps from run to run."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterable
from typing import Any

from nbapp.session.adoption import AdoptedWidget, Adoption
from nbapp.session.registry import Inputs
from nbapp.session.sources import Sources
from nbapp.session.state import State


class Session:
    """What one app keeps from run to run.

    Parameters
    ----------
    state : State
        The kernel's `session_state`, shared with its other apps.
    changed, clicked : callable
        Told of an input of ours that a reader touched: identity and raw value, or identity.
    touched, pressed : callable
        Told of a widget of the script's own that a reader touched: the widget and its changed traits, or the widget.
    moved : callable, optional
        Told that a key which the app shows was set by an ordinary cell, or in another app.
    sources_shown : callable, optional
        Returns the ids of the tables that the page shows just now.
    """

    def __init__(
        self,
        state: State,
        *,
        changed: Callable[[Hashable, Any], None],
        clicked: Callable[[Hashable], None],
        touched: Callable[[AdoptedWidget, dict[str, object]], None],
        pressed: Callable[[AdoptedWidget], None],
        moved: Callable[[], None] | None = None,
        sources_shown: Callable[[], Iterable[int]] | None = None,
    ) -> None:
        self.state = state
        self.lock = threading.RLock()
        self.inputs = Inputs(state, changed, clicked, self.lock)
        self.adoption = Adoption(changed=touched, clicked=pressed, lock=self.lock)
        self.sources = Sources(sources_shown)
        if moved is not None:
            state.watch(id(self.inputs), self._moved)
        self._tell_moved = moved

    def close(self) -> None:
        """End everything live."""
        self.state.unwatch(id(self.inputs))
        self.inputs.close()
        self.adoption.close()

    def _moved(self, key: str) -> None:
        self.inputs.move(key)
        if self._tell_moved is not None:
            self._tell_moved()
