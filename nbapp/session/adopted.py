"""One widget of a script's own, watched: who changed which of its traits, and what the script registered on it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable
from functools import partial
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from nbapp.session.actor import Actor, acting, actor, later
from nbapp.session.arguments import same
from nbapp.session.deferred import Deferred, mark_of
from nbapp.session.trust import is_stock, triggers, value_names
from nbapp.types import SlotId

if TYPE_CHECKING:
    from ipywidgets import Widget

Attachment = tuple[Any, Any, Any, Any]
"""A widget, a handler that the construction of another widget registered on it, the trait's name and the type."""

_dispatchers: WeakKeyDictionary[type[Any], tuple[str, ...]] = WeakKeyDictionary()


class AdoptedWidget:
    """A widget that an app's script made, or shows, and that reruns it.

    Parameters
    ----------
    widget : Widget
        The live widget.
    changed : callable
        Told of this and of new values by name.
    clicked : callable
        Told of this.
    run_number : callable
        Says which run is under way.
    attachments : callable
        Says where handlers are noted that a construction under way registers on other widgets.

    Attributes
    ----------
    touched : set of str
        Traits whose value the reader, a callback or an ordinary cell chose.
    fragment : SlotId or None
        The fragment that a change of it runs again.
    in_form : bool
        It is shown in a form: a change of it waits for the next run.
    """

    __slots__ = (
        "__weakref__",
        "_attachments",
        "_calls",
        "_changed",
        "_clicked",
        "_deferred",
        "_dirty",
        "_owed",
        "_pending",
        "_persistent",
        "_run_number",
        "_shadows",
        "_stock",
        "_triggers",
        "fragment",
        "in_form",
        "touched",
        "widget",
    )

    def __init__(
        self,
        widget: Widget,
        *,
        changed: Callable[[AdoptedWidget, dict[str, object]], None],
        clicked: Callable[[AdoptedWidget], None],
        run_number: Callable[[], int],
        attachments: Callable[[], list[Attachment] | None],
    ) -> None:
        self.widget = widget
        self.touched: set[str] = set()
        self.fragment: SlotId | None = None
        self.in_form = False
        self._changed = changed
        self._clicked = clicked
        self._run_number = run_number
        self._attachments = attachments
        self._stock = is_stock(type(widget))
        self._triggers = triggers(widget)
        self._persistent = value_names(type(widget)) | self._triggers
        self._dirty: dict[str, Any] = {}
        self._owed: dict[str, Any] = {}
        self._deferred: list[tuple[list[Any], Deferred]] = []
        self._pending: dict[str, tuple[Any, dict[Hashable, Callable[..., Any]]]] = {}
        self._calls: deque[Callable[[], object]] = deque()
        self._shadows = "_add_notifiers" not in widget.__dict__
        with acting(Actor.NBAPP):
            widget.observe(self._track)
        if self._shadows:
            self._shadow()

    def due(self) -> list[Callable[[], object]]:
        """Take the calls of what the script registered for what came from outside: each change and each click once.

        What is taken is not due again, also should an error keep it from being called.
        """
        pending, self._pending = self._pending, {}
        for name, (old, handlers) in list(pending.items()):
            new = getattr(self.widget, name)
            if not same(old, new):
                self._calls += [self._notification(handler, name, old, new) for handler in handlers.values()]
        return [partial(_as_callback, self._calls.popleft()) for _ in range(len(self._calls))]

    def defer(self, entry: Deferred, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        """Note a call of what the script registered; the worker makes it before the next run."""
        if entry.name is None:
            self.call_later(lambda: entry.handler(*args, **kwargs))
            return
        change = args[0]
        name = str(change["name"])
        old, handlers = self._pending.get(name, (change.get("old"), {}))
        handlers[entry.mark] = entry.handler
        self._pending[name] = (old, handlers)
        later(("change", id(self), name), lambda: self._changed(self, {name: getattr(self.widget, name)}))

    def call_later(self, call: Callable[[], object]) -> None:
        """Have something called on the worker, once, and a run after it."""
        self._calls.append(call)
        later(("press", id(self)), lambda: self._clicked(self))

    def received(self, widget: Widget, changes: dict[str, object]) -> None:
        """Take changes that passed the widget's gate."""
        wanted = {name: value for name, value in changes.items() if name in self._triggers}
        if wanted:
            self._changed(self, wanted)

    def received_message(self, widget: Widget, content: object, buffers: list[Any]) -> None:
        """Take a custom message: a click on a button is an event even if nobody listens."""
        from ipywidgets import Button

        if isinstance(widget, Button) and isinstance(content, dict) and content.get("event") == "click":
            handlers = widget._click_handlers.callbacks
            if not any(isinstance(each, Deferred) for each in handlers):
                self._clicked(self)

    def begin_again(self) -> None:
        """Return to how the construction left it: no callbacks of the last run, no traits that its script set."""
        self._drop_callbacks()
        if self._dirty:
            self._restore()

    def settle(self) -> None:
        """Send what the page shows of the last run and this run did not set again."""
        if self._owed:
            owed, self._owed = list(self._owed), {}
            del self.widget.__dict__["_should_send_property"]
            self.widget.send_state(owed)

    def release(self) -> None:
        """Watch the widget no longer; its traits stay as they are."""
        self._drop_callbacks()
        self.widget.unobserve(self._track)
        if self._shadows:
            self.widget.__dict__.pop("_add_notifiers", None)
            for dispatcher in _dispatchers_of(self.widget):
                dispatcher.__dict__.pop("register_callback", None)

    def _drop_callbacks(self) -> None:
        if self._deferred:
            for entries, entry in self._deferred:
                _remove(entries, entry)
            self._deferred.clear()

    # -- what happens to the widget

    def _track(self, change: Any) -> None:
        who = actor()
        name = change["name"]
        if who is Actor.NBAPP or (name.startswith("_") and not self._stock):  # other people's bookkeeping
            return
        if who is Actor.SCRIPT and not self._persists(name, change):
            self.touched.discard(name)
            self._dirty.setdefault(name, change["old"])
            return
        self.touched.add(name)
        self._dirty.pop(name, None)
        if who is None and name in self._triggers:
            self._changed(self, {name: change["new"]})

    def _persists(self, name: str, change: Any) -> bool:
        """Whether a value that the script sets is shared with the reader; what holds widgets is built by each run."""
        return name in self._persistent and not (_holds_widget(change["old"]) or _holds_widget(change["new"]))

    def _notification(self, handler: Callable[..., Any], name: str, old: Any, new: Any) -> Callable[[], object]:
        from traitlets import Bunch

        change = Bunch(name=name, old=old, new=new, owner=self.widget, type="change")
        return lambda: handler(change)

    # -- what the script registers

    def _shadow(self) -> None:
        """Have registrations on this one widget pass here."""
        widget = self.widget
        add = widget._add_notifiers

        def add_notifier(handler: Any, name: Any, type: Any) -> None:
            who = actor()
            if who is Actor.NBAPP:
                noted = self._attachments()
                if noted is not None:
                    noted.append((widget, handler, name, type))
            elif who is not None and who is not Actor.BROWSER and type == "change":
                entry = Deferred(handler, self, str(name))
                add(entry, name, type)
                self._keep(widget._trait_notifiers[name][type], entry)
                return
            add(handler, name, type)

        widget._add_notifiers = add_notifier
        for dispatcher in _dispatchers_of(widget):
            self._shadow_dispatcher(dispatcher)

    def _shadow_dispatcher(self, dispatcher: Any) -> None:
        register = dispatcher.register_callback

        def register_callback(callback: Any, remove: bool = False) -> None:
            if not remove and actor() in (Actor.SCRIPT, Actor.CALLBACK):
                entry = Deferred(callback, self, None)
                register(entry)
                self._keep(dispatcher.callbacks, entry)
            else:
                register(callback, remove=remove)

        dispatcher.register_callback = register_callback

    def _keep(self, entries: list[Any], entry: Deferred) -> None:
        """Note a registration of this run, in the place of an earlier run's that the same line of the script made."""
        if not any(each is entry for each in entries):  # the very same handler was there already
            return
        entry.run = self._run_number()
        mine = [each for listed, each in self._deferred if listed is entries]
        code = mark_of(entry.handler)
        entry.mark = (code, sum(each.run == entry.run and each.mark[0] == code for each in mine))
        for each in mine:
            if each.run != entry.run and each.mark == entry.mark:
                _remove(entries, each)
                self._deferred = [pair for pair in self._deferred if pair[1] is not each]
        self._deferred.append((entries, entry))

    # -- what the page has and the kernel has not

    def _restore(self) -> None:
        from traitlets import Undefined

        widget = self.widget
        dirty, self._dirty = self._dirty, {}
        for name in dirty:
            if name in widget.keys:
                self._owed.setdefault(name, self._json(name, getattr(widget, name)))
        if self._owed:
            widget._should_send_property = self._should_send
        with acting(Actor.NBAPP):
            for name, old in dirty.items():
                if old is not Undefined:
                    widget.set_trait(name, old)

    def _should_send(self, name: str, value: Any) -> bool:
        """Whether a new value is news to the page (takes the place of the widget's method while something is owed)."""
        widget = self.widget
        if name in self._owed:
            if actor() is Actor.NBAPP:
                return False
            if same(self._json(name, value), self._owed.pop(name)):
                return False
        return bool(type(widget)._should_send_property(widget, name, value))

    def _json(self, name: str, value: Any) -> Any:
        widget = self.widget
        return widget.trait_metadata(name, "to_json", widget._trait_to_json)(value, widget)


def _remove(entries: list[Any], entry: Deferred) -> None:
    for position, each in enumerate(entries):
        if each is entry:
            del entries[position]
            return


def _holds_widget(value: Any) -> bool:
    from ipywidgets import Widget

    if isinstance(value, (list, tuple)):
        return any(isinstance(each, Widget) for each in value)
    if isinstance(value, dict):
        return any(isinstance(each, Widget) for each in value.values())
    return isinstance(value, Widget)


def _dispatchers_of(widget: Any) -> list[Any]:
    """The dispatchers of a widget: among its traits, and those it keeps as plain attributes."""
    from ipywidgets import CallbackDispatcher
    from traitlets import Instance

    cls = type(widget)
    names = _dispatchers.get(cls)
    if names is None:
        names = tuple(
            name
            for name, trait in cls.class_traits().items()
            if isinstance(trait, Instance) and trait.klass is CallbackDispatcher
        )
        _dispatchers[cls] = names
    found = [getattr(widget, name) for name in names]
    found += [each for each in vars(widget).values() if isinstance(each, CallbackDispatcher)]
    return found


def _as_callback(call: Callable[[], object]) -> None:
    with acting(Actor.CALLBACK):
        call()
