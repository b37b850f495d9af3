"""Who looks at an app: the views that are open, as they say themselves."""

from __future__ import annotations

import threading
from collections.abc import Callable

MOST = 1000
"""Views of one app that are counted; a page that tells of more is not believed."""


class Presence:
    """Counts the views of one app, and makes up for what was not run while there were none.

    Where no view ever was (nbclient, papermill) nobody is missed: there an app runs as if it were looked at. A browser
    that ends without a word leaves its view counted; the app then goes on as if it were there.

    Parameters
    ----------
    make_up : callable
        Asks for the run that was missed.

    Examples
    --------
    >>> presence = Presence(lambda: print("run"))
    >>> presence.is_missed()
    False
    >>> presence.told({"id": "a", "open": True})
    >>> presence.told({"id": "a", "open": False})
    >>> presence.is_missed()
    True
    >>> presence.told({"id": "b", "open": True})
    run
    """

    def __init__(self, make_up: Callable[[], None]) -> None:
        self._make_up = make_up
        self._lock = threading.Lock()
        self._views: set[str] = set()
        self._was_seen = False
        self._missed = False

    def told(self, content: dict[str, object]) -> None:
        """Take that a view has come, or has gone."""
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
        """Whether a run that nobody asked for has no reader; it is made up when one comes."""
        with self._lock:
            left = self._was_seen and not self._views
            self._missed = self._missed or left
            return left
