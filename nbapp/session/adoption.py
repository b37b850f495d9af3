"""The widgets that a script makes itself: constructing one again at the same place gives the same live widget."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Hashable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import islice
from types import CodeType
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakKeyDictionary

from nbapp.errors import StreamlitDuplicateElementKey
from nbapp.session.actor import Actor, acting
from nbapp.session.adopted import AdoptedWidget, Attachment
from nbapp.session.arguments import bind
from nbapp.session.classes import rebind, same_class
from nbapp.session.construct import aside, build, diverted, install
from nbapp.session.figures import Figure, is_figure
from nbapp.session.fragments import Runs, everything
from nbapp.session.guard import guard, release
from nbapp.session.reach import children, reachable
from nbapp.session.renewal import carry, renew
from nbapp.session.standpoint import Standpoint
from nbapp.session.trust import accepted_names
from nbapp.types import SlotId

if TYPE_CHECKING:
    from types import FrameType

    from ipywidgets import Widget

__all__ = ["AdoptedWidget", "Adoption"]

T = TypeVar("T")
Place = tuple[Any, ...]

_sites: WeakKeyDictionary[CodeType, dict[int, Hashable]] = WeakKeyDictionary()


def call_site(code: CodeType, offset: int) -> Hashable:
    """Where in its code a call stands: lines and columns.

    The offset of the instruction would not do: CPython 3.11 names another one for the same call once it has run so
    often that it was specialized.
    """
    known = _sites.setdefault(code, {})
    if offset not in known:
        positions = getattr(code, "co_positions", None)
        known[offset] = offset if positions is None else next(islice(positions(), offset // 2, None), offset)
    return known[offset]


class Made:
    """What one outermost construction made: the widget and the others that it needed."""

    __slots__ = ("adoption", "arguments", "attachments", "cls", "figure", "fragment", "run", "watches")

    def __init__(
        self,
        adoption: Adoption,
        cls: type[Any],
        arguments: dict[str, Any],
        watches: list[AdoptedWidget],
        attachments: list[Attachment],
    ) -> None:
        self.adoption = adoption
        self.cls = cls
        self.arguments = arguments
        self.watches = watches
        self.attachments = attachments
        self.figure = Figure(watches[0]) if is_figure(watches[0].widget) else None
        self.run = 0
        self.fragment: SlotId | None = None

    def used(self, run: int, fragment: SlotId | None) -> None:
        """Note the run that needs it, and the fragment that a change of it runs again."""
        self.run, self.fragment = run, fragment
        for watch in self.watches:
            watch.fragment = fragment

    @property
    def widget(self) -> Any:
        """The widget itself; the first of the watches is its own."""
        return self.watches[0].widget


class Adoption:
    """The widgets that one app's script makes or shows.

    Parameters
    ----------
    changed : callable
        Told of a widget and of its new values, on whichever thread they arrive; must be quick.
    clicked : callable
        Told of a widget that was clicked, or sent a message for which the script registered something.
    lock : threading.RLock
        Held while a message is handled and while a live widget is brought up to date.

    Examples
    --------
    >>> import threading
    >>> from ipywidgets import IntSlider
    >>> adoption = Adoption(changed=print, clicked=print, lock=threading.RLock())
    >>> def script(limit):
    ...     with adoption.running():
    ...         slider = IntSlider(max=limit)
    ...     adoption.finish(True)
    ...     return slider
    >>> script(10) is script(20)
    True
    >>> adoption.close()
    """

    def __init__(
        self,
        *,
        changed: Callable[[AdoptedWidget, dict[str, object]], None],
        clicked: Callable[[AdoptedWidget], None],
        lock: threading.RLock,
    ) -> None:
        install()
        self._changed = changed
        self._clicked = clicked
        self._lock = lock
        self._made: dict[Place, Made] = {}
        self._owners: dict[int, Made] = {}
        self._foreign: dict[int, tuple[AdoptedWidget, int]] = {}
        self._shown: dict[int, tuple[Any, SlotId | None]] = {}
        self._run = 0
        self._runs: Runs = everything
        self._at = Standpoint()
        self._seen: dict[Place, int] = {}
        self._keys: set[Hashable] = set()

    @contextmanager
    def running(self, runs: Runs = everything) -> Iterator[None]:
        """Adopt, on this thread, what is constructed within; the caller's frame is where places begin.

        Parameters
        ----------
        runs : callable
            Takes a fragment, or None for what stands in none: whether it runs. All else stays as it is.
        """
        self._run += 1
        self._runs = runs
        self._seen, self._keys = {}, set()
        self._shown = {key: each for key, each in self._shown.items() if not runs(each[1])}
        with self._at.moved(sys._getframe(2)), self.on_this_thread():  # over the frame of `contextmanager`
            yield

    @contextmanager
    def on_this_thread(self) -> Iterator[None]:
        """Adopt what this thread constructs within, too: a fragment that is drawn beside the script."""
        with acting(Actor.SCRIPT), diverted(self._construct):
            yield

    def keyed(self, key: Hashable, factory: Callable[[], T]) -> T:
        """Call a factory whose widgets are found again by a key, wherever in the script and in which order.

        Raises
        ------
        StreamlitDuplicateElementKey
            If this run used the key already.
        """
        if self._at.root is None:
            return factory()
        if key in self._keys:
            raise StreamlitDuplicateElementKey(str(key))
        self._keys.add(key)
        with self._at.moved(sys._getframe(0), ("key", key), self._at.fragment):
            return factory()

    def key_of(self, widget: Widget) -> Any:
        """The key that `keyed` made a widget with, None for any other."""
        sites = [place[0] for place, made in self._made.items() if made.widget is widget]
        return next((site[2][1] for site in sites if site[2][:1] == ("key",)), None)

    def call_in(self, fragment: SlotId, call: Callable[[], T]) -> T:
        """Call a fragment's function: what it constructs is found again in the fragment's own runs."""
        with self._at.moved(sys._getframe(0), ("fragment", fragment), fragment):
            return call()

    def on_page(self, name: str) -> AbstractContextManager[None]:
        """Tell what one page constructs from what another does, for the caller's block: both may share their code."""
        return self._at.moved(sys._getframe(1), ("page", name), self._at.fragment)

    def show(self, widget: Widget, in_form: bool = False) -> None:
        """Say that the page shows a widget: it and what it holds stay alive, and rerun the script unless in a form."""
        self._shown[id(widget)] = widget, self._at.fragment
        mine = self._made_of(widget)
        if mine is not None:
            mine.run = self._run
            for watch in mine.watches:
                watch.in_form = in_form
            if widget.comm is None:
                self._revive(mine)
        else:
            self.adopt_foreign(widget, in_form)
        for child in children(widget):
            if id(child) not in self._shown:
                self.show(child, in_form)

    def owns(self, widget: Widget) -> bool:
        """Whether this app's script made a widget."""
        return self._made_of(widget) is not None

    def adopt_foreign(self, widget: Widget, in_form: bool = False) -> None:
        """Watch a widget that an ordinary cell made for as long as the page shows it; it is never closed here."""
        known = self._foreign.get(id(widget))
        watch = known[0] if known is not None else self._watch(widget) if widget.comm is not None else None
        if watch is not None:
            watch.fragment, watch.in_form = self._at.fragment, in_form
            self._foreign[id(widget)] = (watch, self._run)

    def finish(self, completed: bool, *, settled: bool | None = None) -> None:
        """End a run: send what it changed back, and close what no run uses any more.

        Parameters
        ----------
        completed : bool
            The script ran to its last line: what it did not use is closed.
        settled : bool, optional
            No other run is about to follow, as after `stop()` or an error; by default only of a complete one. A run
            that was abandoned leaves all as it is.
        """
        if not (completed or settled):
            return
        with self._lock:
            used = [made for made in self._made.values() if made.run == self._run]
            for made in used:
                for watch in made.watches:
                    watch.settle()
                if made.figure is not None:
                    made.figure.settle()
            for made in used:
                for child in children(made.widget):
                    self._show_foreign(child)
            if completed:
                self._sweep(used)

    def close(self) -> None:
        """Close every widget that the script made, and let go of those that it only showed."""
        with self._lock:
            for place in list(self._made):
                self._drop(place)
            for watch, _ in self._foreign.values():
                self._let_go(watch)
            self._foreign.clear()

    # -- a construction

    def _construct(self, cls: type[Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        place = self._place(cls, sys._getframe(2))
        made = self._made.get(place)
        arguments = bind(cls, args, kwargs)
        if made is not None and made.widget.comm is not None and self._renewed(made, cls, arguments):
            return made.widget
        return self._make(place, made, cls, arguments, args, kwargs)

    def _place(self, cls: type[Any], frame: FrameType | None) -> Place:
        """Class, frames from the script down to the constructing one, and occurrence."""
        sites: list[Hashable] = [cls.__module__, cls.__qualname__, self._at.prefix]
        root = self._at.root
        while frame is not None and frame is not root:
            code = frame.f_code
            sites += (code.co_filename, code.co_name, code.co_firstlineno, call_site(code, frame.f_lasti))
            frame = frame.f_back
        site = tuple(sites)
        occurrence = self._seen[site] = self._seen.get(site, 0) + 1
        return (site, occurrence)

    def _renewed(self, made: Made, cls: type[Any], arguments: dict[str, Any]) -> bool:
        if cls is not made.cls:
            if not same_class(made.cls, cls):
                return False
            rebind(made.widget, made.cls, cls)
            made.cls = cls
        with self._lock:
            for watch in made.watches:
                watch.begin_again()
        if made.figure is not None:
            with self._lock, aside():
                made.figure.begin_again(arguments)
        elif not renew(made.watches[0], cls, made.arguments, arguments, self._lock):
            return False
        made.arguments = arguments
        made.used(self._run, self._at.fragment)
        return True

    def _make(
        self,
        place: Place,
        old: Made | None,
        cls: type[Any],
        arguments: dict[str, Any],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> Any:
        attachments: list[Attachment] = []
        outer, self._at.attachments = self._at.attachments, attachments
        try:
            with acting(Actor.NBAPP):
                widget, inner = build(cls, args, kwargs)
        finally:
            self._at.attachments = outer
        watches = [self._watch(each) for each in (widget, *inner) if each.comm is not None]
        made = Made(self, cls, arguments, watches, attachments)
        made.used(self._run, self._at.fragment)
        if old is not None:
            for before, after in zip(old.watches, watches, strict=False):
                carry(before, after)
            self._made[("replaced", id(old))] = old
        self._made[place] = made
        for watch in watches:
            self._owners[id(watch.widget)] = made
        return widget

    def _watch(self, widget: Any) -> AdoptedWidget:
        watch = AdoptedWidget(
            widget,
            changed=self._changed,
            clicked=self._clicked,
            run_number=lambda: self._run,
            attachments=lambda: self._at.attachments,
        )
        self._guard(watch)
        return watch

    def _guard(self, watch: AdoptedWidget) -> None:
        widget = watch.widget
        guard(
            widget,
            accepts=lambda name: name in accepted_names(widget),
            changed=watch.received,
            custom=watch.received_message,
            lock=self._lock,
        )

    # -- an end

    def _sweep(self, used: list[Made]) -> None:
        unused = {place: made for place, made in self._made.items() if made.run != self._run}
        stale = [place for place, made in unused.items() if self._runs(made.fragment)]
        if stale:
            idle = [made.widget for made in unused.values() if not self._runs(made.fragment)]
            shown = [widget for widget, _ in self._shown.values()]
            kept = reachable([*(made.widget for made in used), *idle, *shown])
            for place in stale:
                if not any(id(each.widget) in kept for each in self._made[place].watches):
                    self._drop(place)
        for key, (watch, run) in list(self._foreign.items()):
            if run != self._run and self._runs(watch.fragment):
                del self._foreign[key]
                self._let_go(watch)

    def _drop(self, place: Place) -> None:
        made = self._made.pop(place)
        for widget, handler, name, type_ in made.attachments:
            widget._remove_notifiers(handler, name, type_)
        for watch in made.watches:
            self._owners.pop(id(watch.widget), None)
            watch.widget._nbapp_made = made  # should the script have kept it, `show` opens it again
            watch.widget.close()

    def _let_go(self, watch: AdoptedWidget) -> None:
        watch.release()
        if watch.widget.comm is not None:
            release(watch.widget, watch.received)

    def _show_foreign(self, widget: Any) -> None:
        """Show what an ordinary cell put inside a widget of the script's."""
        if id(widget) not in self._owners and id(widget) not in self._shown:
            self.show(widget)

    def _made_of(self, widget: Any) -> Made | None:
        """The construction that a widget comes from, should it have been one of this app, be it closed by now."""
        made = self._owners.get(id(widget)) or widget.__dict__.get("_nbapp_made")
        return made if isinstance(made, Made) and made.adoption is self else None

    def _revive(self, made: Made) -> None:
        """Open again what was closed while the script kept it (in `session_state`, or in a cached function)."""
        self._made[("revived", id(made))] = made
        for watch in reversed(made.watches):
            widget = watch.widget
            self._owners[id(widget)] = made
            for child in children(widget):
                inner = self._made_of(child)
                if inner is not None and inner is not made and child.comm is None:
                    self._revive(inner)
            if widget.comm is None:
                widget.__dict__.pop("_repr_mimebundle_", None)
                with aside():
                    widget.open()
                self._guard(watch)
