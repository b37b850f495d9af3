"""The live inputs of one app: found again by what they are, kept while they are drawn, closed when they are not."""

from __future__ import annotations

import copy
import logging
import threading
from collections.abc import Callable, Hashable
from typing import Any

from nbapp.errors import (
    StreamlitDuplicateElementId,
    StreamlitDuplicateElementKey,
    StreamlitValueAssignmentNotAllowedError,
    StreamlitValueError,
)
from nbapp.session.construct import aside
from nbapp.session.fragments import Runs, everything
from nbapp.session.guard import guard
from nbapp.session.inputs import Input, InputSpec, Spot
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
    """

    def __init__(
        self,
        state: State,
        changed: Callable[[Input, Any], None],
        clicked: Callable[[Input], None],
        lock: threading.RLock,
    ) -> None:
        self._state = state
        self._changed = changed
        self._clicked = clicked
        self._lock = lock
        self._live: dict[Hashable, Input] = {}
        self._run = 0
        self._keys: dict[str, Input | None] = {}
        self._forms: set[str] = set()
        self._elsewhere: set[str] = set()

    def begin(self, runs: Runs = everything) -> None:
        """Begin a run: nothing is drawn yet of what it will draw.

        Parameters
        ----------
        runs : callable
            Takes a fragment, or None for what stands in none: whether it runs.
        """
        self._run += 1
        self._keys, self._forms, self._elsewhere = {}, set(), set()
        if runs is everything:
            return
        for live in self._live.values():
            if not runs(live.fragment):
                live.claimed = self._run
                if live.key is not None:
                    self._elsewhere.add(live.key)

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
        """
        if spec.key is None:
            identity: Hashable = (spec.kind, spec.label, spec.identity, spot[:3])
        else:
            key = str(spec.key)
            self.claim_key(key)
            identity = (spec.kind, key, spec.keyed_identity, spot.page_name)
        live = self._live.get(identity)
        if live is None:
            live = self._make(identity, spec)
        elif live.claimed == self._run:
            raise StreamlitDuplicateElementId(spec.kind, spec.label)
        else:
            self._renew(live, spec)
        live.claimed = self._run
        live.form, live.page_name, live.fragment = spot.form, spot.page_name, spot.fragment
        if spec.key is not None:
            self._keys[key] = live
        return live

    def claim_key(self, key: str) -> None:
        """Take a key for this run."""
        if not key or key.startswith("$$ID"):
            raise StreamlitValueError("key", ["a text that is not empty and does not begin with '$$ID'"], key)
        if key in self._keys or key in self._elsewhere:
            raise StreamlitDuplicateElementKey(key)
        self._keys[key] = None

    def claim_form(self, key: str) -> None:
        """Take the key of a form for this run; forms have theirs for themselves (R24)."""
        if key in self._forms:
            raise StreamlitDuplicateElementKey(key)
        self._forms.add(key)

    def is_claimed(self, key: str) -> bool:
        """Whether this run drew an input of that key."""
        return self._keys.get(key) is not None

    def find(self, identity: Hashable) -> Input | None:
        """The live input of that identity, if there is one."""
        return self._live.get(identity)

    def sweep(self) -> None:
        """End a complete run: close what it did not draw."""
        for identity, live in list(self._live.items()):
            if live.claimed != self._run:
                del self._live[identity]
                self._close(live, live.key is not None and self._keys.get(live.key) is None)

    def close(self) -> None:
        """Close them all."""
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
        value = live.spec.check(given)
        if value == live.value and type(value) is type(live.value):
            return False
        live.value = value
        if live.key is not None:
            self._state.receive(live.key, value)
            self._state.tell(live.key, but=id(self))
        return True

    def move(self, key: str) -> None:
        """Show at once what was assigned to a key elsewhere; what the input does not offer is the next run's error."""
        live = next((each for each in list(self._live.values()) if each.key == key), None)
        if live is None or live.spec.trigger or live.spec.read_only:
            return
        try:
            raw = live.spec.to_widget(live.spec.check(self._state.values[key]))
        except Exception as refusal:  # noqa: BLE001  a check runs code of the script's
            log.debug("%s %r does not show what was assigned: %s", live.spec.kind, live.spec.label, refusal)
            return
        with aside():
            set_traits(live.widget, {}, live.spec.trait, raw, self._lock)

    def press(self, live: Input, pressed: bool) -> None:
        """Say whether a trigger is true in the coming run."""
        live.value = pressed
        if live.key is not None:
            self._state.receive(live.key, pressed)

    def value_of(self, live: Input) -> Any:
        """What the script is given: a copy of what it could change (R31)."""
        value = live.value
        return value if isinstance(value, SIMPLE) else copy.deepcopy(value)

    def _make(self, identity: Hashable, spec: InputSpec) -> Input:
        self._check_assignable(spec)
        value = spec.default
        if spec.key is not None:
            value = self._kept_value(identity, spec, str(spec.key))
            self._state.hold(str(spec.key), id(self))
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
        live.props = self._props(live)
        return live

    def _renew(self, live: Input, spec: InputSpec) -> None:
        self._check_assignable(spec)
        old, live.spec = live.spec, spec
        value = live.value
        if spec.key is not None:
            value = self._kept_value(live.identity, spec, str(spec.key))
        elif spec.fit is not None:
            value = self._fitted(spec, value)
        changed_traits = {} if spec.traits == old.traits else dict(spec.traits)
        if changed_traits or not equal(value, live.value):
            with aside(), self._lock:
                shown = self._newest(live, old, value) if equal(value, live.value) and not spec.trigger else value
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

    def _kept_value(self, identity: Hashable, spec: InputSpec, key: str) -> Any:
        """Which value a keyed input has now: assigned, kept, or its default (R30)."""
        state = self._state
        live = self._live.get(identity)
        if key in state.assigned:
            value = spec.check(state.values[key])
            if spec.fit is not None:
                value = self._fitted(spec, value)
            state.assigned.discard(key)
        elif key in state.values and not spec.trigger and not self._is_successor(identity, key):
            value = state.values[key]
            if spec.fit is not None or live is None:
                value = self._fitted(spec, value)
        elif spec.trigger and live is not None:
            value = live.value
        else:
            value = spec.default
        state.values[key] = value
        return value

    def _is_successor(self, identity: Hashable, key: str) -> bool:
        """Whether it replaces another input of this app that had the same key: then it begins anew (R20)."""
        return identity not in self._live and any(other.key == key for other in self._live.values())

    @staticmethod
    def _fitted(spec: InputSpec, value: Any) -> Any:
        """A kept value, or the default where the script does not offer it any more."""
        try:
            return (spec.fit or spec.check)(value)
        except Exception as refusal:  # noqa: BLE001  whatever a user's own function raises, the default is right
            log.debug("%s %r returns to its default: %s", spec.kind, spec.label, refusal)
        return spec.default

    def _check_assignable(self, spec: InputSpec) -> None:
        if spec.key is not None and spec.read_only and str(spec.key) in self._state.assigned:
            raise StreamlitValueAssignmentNotAllowedError(str(spec.key), spec.kind)

    @staticmethod
    def _check(live: Input, raw: Any) -> None:
        live.spec.check(live.spec.from_widget(raw))

    def _receive_custom(self, live: Input, content: object) -> None:
        if live.spec.trigger and not live.spec.disabled and content == {"event": "click"}:
            self._clicked(live)

    @staticmethod
    def _props(live: Input) -> dict[str, Any]:
        spec = live.spec
        props = {"model_id": live.widget.model_id, "element": spec.kind, "label": spec.label, **spec.props}
        if spec.disabled:
            props["disabled"] = True
        if spec.key is not None:
            props["css"] = f"st-key-{spec.key}"
        return props

    def _close(self, live: Input, forget: bool) -> None:
        close_widget(live.widget, self._lock)
        if live.key is not None:
            self._state.release(live.key, id(self), keep=not forget or live.spec.persist_state is not None)


def equal(one: Any, other: Any) -> bool:
    """Whether two values are the same to a script."""
    if one is other:
        return True
    try:
        return bool(one == other) and type(one) is type(other)
    except (ValueError, TypeError):
        return False
