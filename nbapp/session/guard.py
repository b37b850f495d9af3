"""The gate of a widget: every message that a page sends to it passes here."""

from __future__ import annotations

import logging
import math
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from nbapp.session.actor import incoming
from nbapp.session.arguments import same
from nbapp.session.trust import is_ignored

if TYPE_CHECKING:
    from ipywidgets import Widget

log = logging.getLogger("nbapp")

Changed = Callable[["Widget", dict[str, object]], None]
Custom = Callable[["Widget", object, list[Any]], None]
Check = Callable[[str, object], None]


def guard(
    widget: Widget,
    *,
    accepts: Callable[[str], bool],
    check: Check | None = None,
    changed: Changed,
    custom: Custom | None = None,
    lock: threading.RLock,
) -> None:
    """Let a page set of a widget only what it may, and tell of what it did.

    The widget's layout and style are closed altogether. A widget can be guarded for several: the first says what it
    accepts, and each is told.

    Parameters
    ----------
    widget : Widget
        An open widget.
    accepts : callable
        Takes the name of a trait: whether the page may set it.
    check : callable, optional
        Takes name and raw value; raises an `Exception` if that value was not offered.
    changed : callable
        Told the widget and its new values, by name, when accepted traits differ from before. Called without the lock.
    custom : callable, optional
        Told the widget, the content and the buffers of a custom message, after the widget has handled it.
    lock : threading.RLock
        Held while a message is handled.
    """
    comm = widget.comm
    gate = getattr(comm, "_msg_callback", None)
    if not isinstance(gate, Gate):
        gate = Gate(widget, accepts, check, lock)
        comm.on_msg(gate)
        for name in ("layout", "style"):
            part = getattr(widget, "_trait_values", {}).get(name)
            if getattr(part, "comm", None) is not None:
                close_gate(part, lock)
    gate.listeners.append((changed, custom))


def release(widget: Widget, changed: Changed) -> None:
    """Tell somebody no longer; the last one takes the gate away."""
    gate = getattr(widget.comm, "_msg_callback", None)
    if isinstance(gate, Gate):
        gate.listeners = [each for each in gate.listeners if each[0] != changed]
        if not gate.listeners:
            widget.comm.on_msg(widget._handle_msg)


def close_gate(widget: Widget, lock: threading.RLock) -> None:
    """Let a page set nothing of a widget at all."""
    if not isinstance(getattr(widget.comm, "_msg_callback", None), Gate):
        widget.comm.on_msg(Gate(widget, accepts_nothing, None, lock))


def refuse_what_is_no_number(raw: object) -> None:
    """Refuse NaN and the infinities, alone or in a list: no bound holds them back.

    Raises
    ------
    ValueError
        If there is one.
    """
    numbers = raw if isinstance(raw, list) else [raw]
    if any(isinstance(number, float) and not math.isfinite(number) for number in numbers):
        raise ValueError("not a finite number")


def accepts_nothing(name: str) -> bool:
    """Refuse every trait."""
    return False


class Gate:
    """Handles the messages of one widget's comm."""

    def __init__(
        self, widget: Widget, accepts: Callable[[str], bool], check: Check | None, lock: threading.RLock
    ) -> None:
        self.widget = widget
        self.listeners: list[tuple[Changed, Custom | None]] = []
        self._accepts = accepts
        self._check = check
        self._lock = lock

    def __call__(self, message: dict[str, Any]) -> None:
        """Take a message as ipykernel hands it on. Nothing that it says can raise."""
        try:
            data = message["content"]["data"]
            method = data["method"]
            if method == "update":
                self._update(message, data)
            elif method == "custom":
                self._custom(message, data)
            elif method == "request_state":
                with incoming(self._lock):
                    self.widget._handle_msg(message)
            else:
                self._log("an unknown method %.40r", method)
        except (KeyError, TypeError, AttributeError, ValueError, IndexError) as error:
            self._log("a message that makes no sense (%s: %.100s)", type(error).__name__, error)

    def _update(self, message: dict[str, Any], data: dict[str, Any]) -> None:
        state = _with_buffers(data, message.get("buffers") or [])
        with self._telling():
            wanted, refused = self._sift(state)
            if wanted:
                refused += self._apply(message, data, wanted)
            if refused:
                self.widget.send_state(refused)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Handle a message under the lock, then tell which accepted traits differ."""
        changes: dict[str, object] = {}
        with incoming(self._lock):
            names = [name for name in self.widget.keys if self._accepts(name)]
            before = {name: getattr(self.widget, name) for name in names}
            yield
            for name in names:
                value = getattr(self.widget, name)
                if not same(before[name], value):
                    changes[name] = value
        if changes:
            for changed, _ in self.listeners:
                changed(self.widget, changes)

    def _sift(self, state: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
        wanted: dict[str, Any] = {}
        refused: list[str] = []
        for name, raw in state.items():
            if not self._accepts(name):
                if is_ignored(self.widget, name):
                    continue
                self._log("a value for %.40r, which is not the reader's to set", name)
                refused.append(name)
                continue
            try:
                refuse_what_is_no_number(raw)
                if self._check is not None:
                    self._check(name, raw)
            except Exception as error:  # noqa: BLE001  a check runs code of the script's
                self._log("a value for %.40r: %.200s", name, error)
                refused.append(name)
            else:
                wanted[name] = raw
        return wanted, refused

    def _apply(self, message: dict[str, Any], data: dict[str, Any], wanted: dict[str, Any]) -> list[str]:
        """Let the widget take the values its ordinary way; returns the names of what it would not take."""
        from ipywidgets import Widget
        from traitlets import TraitError

        widget = self.widget
        try:
            if type(widget)._handle_msg is Widget._handle_msg:
                widget.set_state(wanted)
            else:  # a class with a way of its own
                data = {**data, "state": wanted, "buffer_paths": []}
                widget._handle_msg({**message, "content": {**message["content"], "data": data}, "buffers": []})
        except (TraitError, TypeError, ValueError) as error:
            self._log("values for %.80r: %.200s", list(wanted), error)
            return list(wanted)
        except Exception:
            log.exception("An observer of %s failed", type(widget).__name__)
        return []

    def _custom(self, message: dict[str, Any], data: dict[str, Any]) -> None:
        with self._telling():  # the widget's own handler may turn a message into values
            self.widget._handle_msg(message)
        for _, custom in self.listeners:
            if custom is not None:
                custom(self.widget, data.get("content"), message.get("buffers") or [])

    def _log(self, what: str, *values: object) -> None:
        log.warning(f"Refused from the page, for %s: {what}", type(self.widget).__name__, *values)


def _with_buffers(data: dict[str, Any], buffers: list[Any]) -> dict[str, Any]:
    """The state of an update, each binary buffer in its place."""
    from ipywidgets.widgets.widget import _put_buffers

    state = data.get("state") or {}
    if not isinstance(state, dict):
        raise TypeError("the state is no object")
    paths = data.get("buffer_paths") or []
    if paths:
        _put_buffers(state, paths, buffers)
    return state
