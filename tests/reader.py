"""A reader's page for the tests: sends what a browser would, and keeps what the kernel sends to it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import comm

from nbapp.session.adopted import AdoptedWidget
from nbapp.session.adoption import Adoption

SENT: list[tuple[str, dict[str, Any]]] = []
"""Kind and data of the messages from the kernel, newest last."""


class Wire(comm.DummyComm):
    """A comm whose other end is `SENT`."""

    def publish_msg(self, msg_type: str, data: Any = None, **_: Any) -> None:
        """Keep a message."""
        SENT.append((msg_type, data or {}))


@contextmanager
def wired() -> Iterator[list[tuple[str, dict[str, Any]]]]:
    """Have new widgets talk to `SENT`."""
    before, comm.create_comm = comm.create_comm, Wire
    SENT.clear()
    try:
        yield SENT
    finally:
        comm.create_comm = before


def send(widget: Any, **state: Any) -> None:
    """Set traits from the page."""
    widget.comm._msg_callback({"content": {"data": {"method": "update", "state": state}}, "buffers": []})


def tell(widget: Any, **content: Any) -> None:
    """Send a custom message from the page."""
    widget.comm._msg_callback({"content": {"data": {"method": "custom", "content": content}}, "buffers": []})


class App:
    """A script and its adoption; what would be posted to the mailbox is kept."""

    def __init__(self) -> None:
        self.changes: list[tuple[Any, dict[str, object]]] = []
        self.clicks: list[Any] = []
        self._waiting: list[AdoptedWidget] = []
        self.adoption = Adoption(changed=self._changed, clicked=self._clicked, lock=threading.RLock())

    def run(self, script: str, *, complete: bool = True, **names: Any) -> SimpleNamespace:
        """Run a script and return its names."""
        namespace = {"__name__": "script", "app": self.adoption, **names}
        waiting, self._waiting = self._waiting, []
        try:
            with self.adoption.running():
                for watch in waiting:
                    for call in watch.due():
                        call()
                exec(compile(script, "<script>", "exec"), namespace)
        finally:
            self.adoption.finish(complete)
        return SimpleNamespace(**namespace)

    def _changed(self, watch: AdoptedWidget, changes: dict[str, object]) -> None:
        self.changes.append((watch.widget, changes))
        self._waiting.append(watch)

    def _clicked(self, watch: AdoptedWidget) -> None:
        self.clicks.append(watch.widget)
        self._waiting.append(watch)


@contextmanager
def app() -> Iterator[App]:
    """An app that is closed at the end."""
    one = App()
    try:
        yield one
    finally:
        one.adoption.close()


def opened() -> int:
    """How many widgets are open."""
    from ipywidgets.widgets.widget import _instances

    return len(_instances)
