"""The live inputs of one app: found again by what they are, kept while they are drawn, closed when they are not."""

from __future__ import annotations

import copy
import logging
import threading
from collections.abc import Callable, Hashable
from typing import Any

from nbapp.errors import (
    StreamlitDuplicateElementId,
    StreamlitInvalidFormCallbackError,
    StreamlitValueAssignmentNotAllowedError,
)
from nbapp.session.binding import Bindings
from nbapp.session.construct import aside
from nbapp.session.fragments import Runs, everything
from nbapp.session.guard import guard
from nbapp.session.hidden import Hidden
from nbapp.session.inputs import Input, InputSpec, Spot, equal
from nbapp.session.keys import Keys
from nbapp.session.precedence import ABSENT, fitted, value_of
from nbapp.session.route import Route
from nbapp.session.sheets import Forms, Sheet
from nbapp.session.state import State
from nbapp.session.widgets import close_widget, set_traits

log = logging.getLogger("nbapp")

SIMPLE = (str, int, float, bool, type(None), tuple, bytes)
"""Types whose values need no copy: nobody can change them."""


class Inputs:
    """The inputs of one app.

    Parameters
    ----------
    state : State
        Holds the values of keyed inputs.
    changed : callable
        Told the input and the value when a reader changed one; called on the thread of the message.
    clicked : callable
        Told the input when a reader clicked a trigger.
    lock : threading.RLock
        Held by incoming messages and by writes to live widgets.
    route : Route
        Where the reader is.
    """

    def __init__(
        self,
        state: State,
        changed: Callable[[Input, Any], None],
        clicked: Callable[[Input], None],
        lock: threading.RLock,
        route: Route,
    ) -> None:
        self._state = state
        self._changed = changed
        self._clicked = clicked
        self._lock = lock
        self.turn = threading.RLock()  # of the threads that draw
        self._live: dict[Hashable, Input] = {}
        self._run = 0
        self.keys = Keys(self.turn)
        self.forms = Forms(self._live, state, lock)
        self._assigned: set[str] = set()
        self._bindings = Bindings(route)
        self._hidden = Hidden(state, route, id(self))

    def begin(self, runs: Runs = everything) -> None:
        """Begin a run: nothing is drawn yet of what it will draw.

        Parameters
        ----------
        runs : callable
            Takes a fragment, or None for what stands in none: whether it runs.
        """
        self._run += 1
        self._state.begin()
        self._assigned = set()
        self.keys.begin()
        self.forms.begin(runs)
        if runs is everything:
            return
        for live in self._live.values():
            if not runs(live.fragment):
                live.claimed = self._run
                self.keys.stays_out(live)

    def claim(self, spec: InputSpec, spot: Spot) -> Input:
        """Find or make the input that a call describes, with the value this run sees.

        Parameters
        ----------
        spec : InputSpec
            What the call asks for.
        spot : Spot
            Where it is drawn.

        Returns
        -------
        Input
            The live input.

        Raises
        ------
        DuplicateWidgetID
            If this run drew it already.
        StreamlitInvalidFormCallbackError
            If it stands in a form and has a callback (R54).
        """
        if spot.form is not None and callable(spec.on_change) and not spec.trigger:
            raise StreamlitInvalidFormCallbackError(spec.kind, spec.label)
        if spec.key is None:
            identity: Hashable = (spec.kind, spec.label, spec.identity, spot[:3])
        else:
            key = str(spec.key)
            self.keys.claim(key)
            identity = (spec.kind, key, spec.keyed_identity, spot.page_name)
        form = spot.form if spec.waits else None
        sheet = None if form is None else self.forms.get(form)
        live = self._live.get(identity)
        if live is None:
            live = self._make(identity, spec)
        elif live.claimed == self._run:
            raise StreamlitDuplicateElementId(spec.kind, spec.label)
        else:
            self._renew(live, spec, sheet)
        live.sheet = sheet
        live.claimed = self._run
        live.form, live.page_name, live.fragment = form, spot.page_name, spot.fragment
        live.drawn_on = self._hidden.page
        if spec.bind is not None:
            self._bindings.show(live)
        if spec.key is not None:
            self.keys.draw(key, live)
        return live

    def clear(self, sheet: Sheet) -> None:
        """End the run that saw what was handed in: the inputs return to their defaults, all but what the script set."""
        for live in self.forms.clear(sheet, set_by_script=self._assigned, owner=id(self)):
            if live.spec.bind is not None:
                self._bindings.show(live)

    def find(self, identity: Hashable) -> Input | None:
        """The live input of that identity, if there is one."""
        return self._live.get(identity)

    def sweep(self) -> None:
        """End a complete run: close what it did not draw."""
        for live in list(self._live.values()):
            if live.claimed != self._run:
                self._end(live)
        self._hidden.turn()
        self.forms.sweep()

    def depart(self) -> None:
        """Begin the script of a run: what inputs of other pages had than the one that is to be shown is gone (R104).

        They themselves stand on the page until that one begins.
        """
        staying = (None, self._hidden.page)
        for live in self._live.values():
            key = live.key
            leaves = live.page_name not in staying and self.keys.has_latest(live)
            if key is not None and leaves and not self._hidden.hide(live):
                self._state.release(key, id(self))

    def hand_on(self) -> None:
        """Have another page find what code has set in this run under the keys of the inputs of the one that is open."""
        for key in self._assigned:
            live = self.keys.drawn(key)
            if live is not None and live.page_name is not None:
                self._state.assigned.add(key)

    def leave(self) -> None:
        """End a run that was cut short: close what other pages drew than the one that the reader is on (R104)."""
        for live in list(self._live.values()):
            if live.page_name not in (None, self._hidden.page) and live.claimed != self._run:
                self._end(live)
        self._hidden.turn()

    def follow(self, history: bool) -> None:
        """Bring the inputs that stand in the address to it, without their callbacks (R110).

        Parameters
        ----------
        history : bool
            The reader came there by going back or forward.
        """
        for live, value in self._bindings.wanted(list(self._live.values()), history):
            live.value = value
            if live.sheet is not None:
                live.sheet.strike(live)
            self._state.receive(str(live.key), value)
            with aside():
                set_traits(live.widget, {}, live.spec.trait, live.spec.to_widget(value), self._lock)

    def close(self) -> None:
        """Close them all."""
        self._bindings.close(self._live.values())
        for live in self._live.values():
            self._close(live, forget=False)
        self._live.clear()

    def receive(self, live: Input, given: Any) -> bool:
        """Take a reader's value for the coming run.

        Returns
        -------
        bool
            Whether it differs from what the last run saw (R45).
        """
        value, state = live.spec.check(given), self._state
        changed = not equal(value, live.value)
        live.value, live.ahead = value, False
        key = live.key
        if key is not None and (changed or key in state.assigned or not equal(state.values.get(key), value)):
            state.receive(key, value)
            state.tell(key, but=id(self))
        return changed

    def move(self, key: str) -> Input | None:
        """Show at once what was assigned to a key elsewhere; what the input does not offer is the next run's error.

        Returns
        -------
        Input or None
            The input of that key, if there is one.
        """
        live = self.keys.first(key)
        if live is None or live.spec.trigger or live.spec.read_only:
            return None
        try:
            raw = live.spec.to_widget(live.spec.check(self._state.values[key]))
        except Exception as refusal:  # noqa: BLE001  a check runs code of the script's
            log.debug("%s %r does not show what was assigned: %s", live.spec.kind, live.spec.label, refusal)
            return live
        with aside():
            set_traits(live.widget, {}, live.spec.trait, raw, self._lock)
        live.ahead = True
        if live.sheet is not None:
            live.sheet.strike(live)
        return live

    def press(self, live: Input, pressed: bool) -> None:
        """Say whether a trigger is true in the coming run."""
        live.value = pressed
        if live.key is not None:
            self._state.receive(live.key, pressed)

    def value_of(self, live: Input) -> Any:
        """What the script is given: a copy of what it could change (R31), where such a thing can be made."""
        value = live.value
        if isinstance(value, SIMPLE):
            return value
        try:
            return copy.deepcopy(value)
        except Exception:  # noqa: BLE001  options may be anything: locks, connections, models
            return copy.copy(value) if isinstance(value, list) else value

    def _make(self, identity: Hashable, spec: InputSpec) -> Input:
        self._check_assignable(spec)
        value = spec.default
        if spec.key is not None:
            key = str(spec.key)
            self._hidden.draw(key)
            value = self._kept_value(identity, spec, key, self._bindings.seed(spec, key))
            self._state.hold(key, id(self))
        with aside():
            widget = spec.widget()
        live = Input(identity, spec, widget, value)
        with aside():
            set_traits(widget, dict(spec.traits), spec.trait, spec.to_widget(value), self._lock, trigger=spec.trigger)
        guard(
            widget,
            accepts=lambda name: name == live.spec.trait and not live.spec.trigger and not live.spec.disabled,
            check=lambda name, raw: self._check(live, raw),
            changed=lambda _, changes: self._changed(live, live.spec.from_widget(changes[live.spec.trait])),
            custom=lambda _, content, buffers: self._receive_custom(live, content),
            lock=self._lock,
        )
        self._live[identity] = live
        self.keys.add(live)
        live.props = self._props(live)
        return live

    def _renew(self, live: Input, spec: InputSpec, sheet: Sheet | None) -> None:
        self._check_assignable(spec)
        assigned = spec.key is not None and str(spec.key) in self._state.assigned
        old, live.spec = live.spec, spec
        value = live.value
        if old.bind is not None and spec.bind is None:
            self._bindings.end(live, old)
        if spec.key is not None:
            value = self._kept_value(live.identity, spec, str(spec.key))
        elif spec.fit is not None:
            value = fitted(spec, value)
        changed_traits = {} if spec.traits == old.traits else dict(spec.traits)
        moved = live.ahead or not equal(value, live.value)
        live.ahead = False
        if live.sheet is not None and (moved or assigned or live.sheet is not sheet):
            moved = live.sheet.strike(live) or moved
        if changed_traits or moved:
            with aside(), self._lock:
                shown = value if moved or spec.trigger else self._newest(live, old, value)
                live.value = value
                set_traits(
                    live.widget, changed_traits, spec.trait, spec.to_widget(shown), self._lock, trigger=spec.trigger
                )
        if spec.props != old.props or spec.label != old.label or spec.disabled != old.disabled:
            live.props = self._props(live)

    @staticmethod
    def _newest(live: Input, old: InputSpec, value: Any) -> Any:
        """What the reader sees just now, if that came after this run had begun and is still offered; else `value`."""
        try:
            return live.spec.check(old.from_widget(getattr(live.widget, old.trait)))
        except Exception:  # noqa: BLE001  whatever it raises, it is not offered any more
            return value

    def _kept_value(self, identity: Hashable, spec: InputSpec, key: str, address: Any = ABSENT) -> Any:
        """Which value a keyed input has now, and with it its key; the address may name one."""
        state = self._state
        live, held = self._live.get(identity), state.values.get(key, ABSENT)
        if spec.trigger:
            value = spec.default if live is None else live.value
        else:
            value = value_of(spec, state, self.keys.known(key, live), live, address)
        self.keys.give(key, identity)
        if state.take(key, value, held):
            self._assigned.add(key)
        return value

    def _check_assignable(self, spec: InputSpec) -> None:
        if spec.key is not None and spec.read_only and str(spec.key) in self._state.assigned & self._state.recent:
            raise StreamlitValueAssignmentNotAllowedError(str(spec.key), spec.kind)

    @staticmethod
    def _check(live: Input, raw: Any) -> None:
        live.spec.check(live.spec.from_widget(raw))

    def _receive_custom(self, live: Input, content: object) -> None:
        if live.spec.trigger and not live.spec.disabled and content == {"event": "click"}:
            self._clicked(live)
            if live.sheet is not None and live.sheet.clears:
                self.forms.blank(live.sheet)

    @staticmethod
    def _props(live: Input) -> dict[str, Any]:
        spec = live.spec
        props = {"model_id": live.widget.model_id, "element": spec.kind, "label": spec.label, **spec.props}
        if spec.disabled:
            props["disabled"] = True
        if spec.key is not None:
            props["css"] = f"st-key-{spec.key}"
        return props

    def _end(self, live: Input) -> None:
        """Close an input that is not drawn any more; its value goes too, unless another has taken its key."""
        del self._live[live.identity]
        self.keys.remove(live)
        forgotten = live.key is not None and self.keys.drawn(live.key) is None
        if forgotten:
            self._bindings.end(live, live.spec)
        self._close(live, forgotten and not self._hidden.hide(live))

    def _close(self, live: Input, forget: bool) -> None:
        if live.sheet is not None:
            live.sheet.strike(live)
        close_widget(live.widget, self._lock)
        if live.key is not None and self.keys.first(live.key) in (None, live):
            self._state.release(live.key, id(self), keep=not forget)
