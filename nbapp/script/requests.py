"""The mailbox of one app: what a reader did since the last run began, merged into the least that must be done."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from nbapp.types import SlotId

if TYPE_CHECKING:
    from nbapp.session.adoption import AdoptedWidget


def nobody() -> None:
    """Tell nobody."""


class Click(NamedTuple):
    """A click that waits.

    Attributes
    ----------
    identity : hashable
        The trigger.
    fragment : SlotId or None
        What it runs.
    changes : dict
        What was entered in its form by then, by the identities of the inputs.
    form : hashable
        That form; None for a trigger that stands in none.
    """

    identity: Hashable
    fragment: SlotId | None
    changes: dict[Hashable, Any]
    form: Hashable


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
    calls : list
        Further functions to call before the script, such as that of a dialog that was dismissed.
    whole : bool
        The whole script is to run.
    fragments : list
        Else the fragments that are, in the order in which they were asked for.
    """

    changes: dict[Hashable, Any] = field(default_factory=dict)
    clicks: list[Hashable] = field(default_factory=list)
    carried: set[Hashable] = field(default_factory=set)
    touched: dict[AdoptedWidget, dict[str, object]] = field(default_factory=dict)
    pressed: list[AdoptedWidget] = field(default_factory=list)
    calls: list[Callable[[], object]] = field(default_factory=list)
    whole: bool = False
    fragments: list[SlotId] = field(default_factory=list)


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
    has_news : bool
        Something was posted since the last request was taken: the run for that may be outdated. A second click on the
        same trigger, left over when the first was taken, wants a run but outdates none.
    """

    def __init__(self, arrived: Callable[[], None] = nobody) -> None:
        self._arrived = arrived
        self._lock = threading.Lock()
        self._waiting = Request()
        self._clicks: deque[Click] = deque()
        self._forms: dict[Hashable, Hashable] = {}  # of the triggers that were taken last
        self._news: set[SlotId | None] = set()
        self.has_waiting = False

    @property
    def has_news(self) -> bool:
        """Whether anything was posted since the last request was taken."""
        return bool(self._news)

    def post_change(
        self, identity: Hashable, value: Any, *, quiet: bool = False, fragment: SlotId | None = None
    ) -> None:
        """An input has a new value; an older one that still waits is forgotten."""
        with self._lock:
            self._waiting.changes.pop(identity, None)
            self._waiting.changes[identity] = value
            self._note(quiet, fragment)
        self._tell(quiet)

    def forget_change(self, identity: Hashable) -> None:
        """A value of an input that waits is outdated by one that was set elsewhere."""
        with self._lock:
            for changes in (self._waiting.changes, *(click.changes for click in self._clicks)):
                changes.pop(identity, None)

    def post_click(self, identity: Hashable, *, quiet: bool = False, fragment: SlotId | None = None) -> None:
        """A trigger was clicked; every click is delivered, one in a run."""
        self.post_submit({}, identity, quiet=quiet, fragment=fragment)

    def post_submit(
        self,
        changes: Mapping[Hashable, Any],
        identity: Hashable,
        *,
        form: Hashable = None,
        quiet: bool = False,
        fragment: SlotId | None = None,
    ) -> None:
        """A trigger was clicked that brings the values of a form with it; its run sees these, not later ones."""
        with self._lock:
            self._clicks.append(Click(identity, fragment, dict(changes), form))
            self._note(quiet, fragment)
        self._tell(quiet)

    def post_touch(
        self,
        widget: AdoptedWidget,
        changes: dict[str, object],
        *,
        quiet: bool = False,
        fragment: SlotId | None = None,
    ) -> None:
        """A widget of the script's own has new trait values."""
        with self._lock:
            self._waiting.touched.setdefault(widget, {}).update(changes)
            self._note(quiet, fragment)
        self._tell(quiet)

    def post_press(self, widget: AdoptedWidget, *, quiet: bool = False, fragment: SlotId | None = None) -> None:
        """A widget of the script's own was clicked."""
        with self._lock:
            self._waiting.pressed.append(widget)
            self._note(quiet, fragment)
        self._tell(quiet)

    def post_rerun(self, *fragments: SlotId, call: Callable[[], object] | None = None) -> None:
        """A run is wanted: of these fragments, or of the whole script; `call` is called before it."""
        with self._lock:
            if call is not None:
                self._waiting.calls.append(call)
            for fragment in fragments or (None,):
                self._note(False, fragment)
        self._arrived()

    def post_tick(self, fragment: SlotId) -> None:
        """A fragment is to run, now that its time has come; no run gives way to that."""
        with self._lock:
            self.has_waiting = True
            self._want(self._waiting, fragment)
        self._arrived()

    def awaits(self, fragment: SlotId) -> bool:
        """Whether a run waits in which that fragment is drawn."""
        with self._lock:
            return self._waiting.whole or fragment in self._waiting.fragments

    def outdates(self, fragments: Collection[SlotId] | None) -> bool:
        """Whether what was posted since makes a run of these fragments, or of the whole script, needless.

        A fragment that is asked for while the whole script runs waits for its end (R86).
        """
        news = self._news
        return None in news or (fragments is not None and bool(news) and news.issuperset(fragments))

    def _note(self, quiet: bool, fragment: SlotId | None) -> None:
        if quiet:
            return
        self.has_waiting = True
        self._news.add(fragment)
        self._want(self._waiting, fragment)

    @staticmethod
    def _want(request: Request, fragment: SlotId | None) -> None:
        if fragment is None:
            request.whole = True
        elif fragment not in request.fragments:
            request.fragments.append(fragment)

    def _tell(self, quiet: bool) -> None:
        """Tell whoever waits; what is quiet waits for the next run, whatever causes that."""
        if not quiet:
            self._arrived()

    def carry(self, identities: set[Hashable], fragments: Iterable[SlotId] | None = None) -> None:
        """Put back clicks that an abandoned run, of these fragments or of all, did not hand out; they had callbacks."""
        if not identities:
            return
        with self._lock:
            self._waiting.carried |= identities
            for fragment in (None,) if fragments is None else fragments:
                self._want(self._waiting, fragment)
            self.has_waiting = True

    def take(self) -> Request | None:
        """Take all that waits as one request; of several clicks on one trigger, and submissions of a form, the first.

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
            request.clicks.extend(request.carried)
            self._forms = {identity: self._forms.get(identity) for identity in request.carried}
            later: deque[Click] = deque()
            for click in self._clicks:
                if self._is_for_later(click, later):
                    later.append(click)
                    self._want(self._waiting, click.fragment)
                else:
                    self._forms[click.identity] = click.form
                    request.clicks.append(click.identity)
                    request.changes.update(click.changes)
            self._clicks = later
            self.has_waiting = bool(later)
            self._news = set()
            return request

    def _is_for_later(self, click: Click, later: Collection[Click]) -> bool:
        """Whether a click waits for a run of its own: a form that was submitted twice meanwhile is seen twice."""
        if click.identity in self._forms:
            return True
        in_turn = click.changes and click.form in self._forms.values()
        return click.form is not None and bool(in_turn or any(each.form == click.form for each in later))
