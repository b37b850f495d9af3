"""The mailbox of one app: what a reader did since the last run began, merged into the least that must be done."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nbapp.session.adoption import AdoptedWidget


def nobody() -> None:
    """Tell nobody."""


@dataclass(slots=True)
class Request:
    """Why a run is wanted.

    Attributes
    ----------
    changes : dict
        The newest raw value of each input that changed, by identity, oldest change first.
    clicks : list
        Triggers to be true in this run, each once.
    carried : set
        Those of them whose callback has run already, in a run that was abandoned before it read them.
    touched : dict
        Changed traits of the script's own widgets.
    pressed : list
        The script's own widgets that were clicked, once for each click.
    asked : bool
        A run is wanted whatever else: the first one, the Rerun button, `rerun()`.
    """

    changes: dict[Hashable, Any] = field(default_factory=dict)
    clicks: list[Hashable] = field(default_factory=list)
    carried: set[Hashable] = field(default_factory=set)
    touched: dict[AdoptedWidget, dict[str, object]] = field(default_factory=dict)
    pressed: list[AdoptedWidget] = field(default_factory=list)
    asked: bool = False


class Mailbox:
    """Takes events from any thread and gives the worker one request at a time.

    Parameters
    ----------
    arrived : callable
        Called, without the lock, after something was posted.

    Attributes
    ----------
    has_waiting : bool
        Another run is wanted.
    outdates : bool
        Something was posted since the last request was taken: the run for that is outdated. A second click on the same
        trigger, left over when the first was taken, wants a run but outdates none.
    """

    def __init__(self, arrived: Callable[[], None] = nobody) -> None:
        self._arrived = arrived
        self._lock = threading.Lock()
        self._waiting = Request()
        self._clicks: deque[Hashable] = deque()
        self.has_waiting = False
        self.outdates = False

    def post_change(self, identity: Hashable, raw: Any, *, quiet: bool = False) -> None:
        """An input has a new value; an older one that still waits is forgotten."""
        with self._lock:
            self._waiting.changes.pop(identity, None)
            self._waiting.changes[identity] = raw
            self._note(quiet)
        self._tell(quiet)

    def post_click(self, identity: Hashable, *, quiet: bool = False) -> None:
        """A trigger was clicked; every click is delivered, one in a run."""
        with self._lock:
            self._clicks.append(identity)
            self._note(quiet)
        self._tell(quiet)

    def post_touch(self, widget: AdoptedWidget, changes: dict[str, object], *, quiet: bool = False) -> None:
        """A widget of the script's own has new trait values."""
        with self._lock:
            self._waiting.touched.setdefault(widget, {}).update(changes)
            self._note(quiet)
        self._tell(quiet)

    def post_press(self, widget: AdoptedWidget, *, quiet: bool = False) -> None:
        """A widget of the script's own was clicked."""
        with self._lock:
            self._waiting.pressed.append(widget)
            self._note(quiet)
        self._tell(quiet)

    def post_rerun(self) -> None:
        """A run is wanted."""
        with self._lock:
            self._waiting.asked = True
            self._note(quiet=False)
        self._arrived()

    def _note(self, quiet: bool) -> None:
        self.has_waiting = self.has_waiting or not quiet
        self.outdates = self.outdates or not quiet

    def _tell(self, quiet: bool) -> None:
        """Tell whoever waits; what is quiet waits for the next run, whatever causes that."""
        if not quiet:
            self._arrived()

    def carry(self, identities: set[Hashable]) -> None:
        """Put back clicks that an abandoned run did not hand out; their callbacks have run."""
        if not identities:
            return
        with self._lock:
            self._waiting.carried |= identities
            self.has_waiting = True

    def take(self) -> Request | None:
        """Take all that waits as one request; of several clicks on one trigger, the first.

        Returns
        -------
        Request or None
            None if nothing waits.
        """
        with self._lock:
            if not self.has_waiting:
                return None
            request, self._waiting = self._waiting, Request()
            # A carried click is delivered before a newer one on the same trigger is begun.
            later: deque[Hashable] = deque()
            request.clicks.extend(request.carried)
            for identity in self._clicks:
                (later if identity in request.clicks else request.clicks).append(identity)
            self._clicks = later
            self.has_waiting = bool(later)
            self.outdates = False
            return request
