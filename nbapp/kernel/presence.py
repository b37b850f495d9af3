"""Who looks at an app: its views say when they come and go, and answer when they are asked."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

MOST = 1000
"""Views of one app that are counted; a page that tells of more is not believed."""


class Presence:
    """Knows whether anybody looks at an app, and makes up for what was not run while nobody did.

    A view that goes with its browser, or with the notebook in JupyterLab, cannot say so. So before a run that no reader
    caused, the views are asked, and the first answer begins it. Where no view ever was (nbclient, papermill) nobody is
    missed: there an app runs as if it were looked at.

    Parameters
    ----------
    make_up : callable
        Asks for the run that was missed.
    ask : callable
        Asks the views whether they are there; each answers like one that comes.
    hears : callable
        Whether an answer can come while the kernel executes a cell.

    Examples
    --------
    >>> presence = Presence(lambda: print("run"), lambda: print("anybody?"), lambda: True)
    >>> presence.is_missed()
    False
    >>> presence.told({"id": "a", "open": True})
    >>> presence.told({"id": "a", "open": False})
    >>> presence.is_missed()
    True
    >>> presence.told({"id": "b", "open": True})
    run
    """

    def __init__(self, make_up: Callable[[], None], ask: Callable[[], None], hears: Callable[[], bool]) -> None:
        self._make_up = make_up
        self._ask = ask
        self._hears = hears
        self._lock = threading.Lock()
        self._views: set[str] = set()
        self._was_seen = False
        self._missed = False

    def told(self, content: dict[str, object]) -> None:
        """Take that a view has come, is there, or has gone."""
        view = content.get("id")
        if not isinstance(view, str) or len(view) > 100:
            return
        with self._lock:
            if content.get("open") is not True:
                self._views.discard(view)
                return
            if len(self._views) < MOST:
                self._views.add(view)
            self._was_seen = True
            missed, self._missed = self._missed, False
        if missed:
            self._make_up()

    def is_missed(self) -> bool:
        """Whether a run that no reader caused is to wait until one is there."""
        with self._lock:
            if not self._was_seen:
                return False
            if self._views and threading.current_thread() is threading.main_thread() and not self._hears():
                return False
            self._missed = True
            asks = bool(self._views)
        if asks:
            self._ask()
        return True


def has_subshells(kernel: Any) -> bool:
    """Whether a front end sends what its widgets say past the cell that is executed, as JupyterLab does."""
    manager = getattr(getattr(kernel, "shell_channel_thread", None), "manager", None)
    return manager is not None and bool(manager.list_subshell())
