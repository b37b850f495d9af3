"""What becomes of what a reader does: a run at once, with the next one, or when a form is submitted."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any

from nbapp.script.requests import Mailbox

if TYPE_CHECKING:
    from nbapp.session.adoption import AdoptedWidget
    from nbapp.session.inputs import Input


def never() -> bool:
    """Hold nothing back."""
    return False


class Inbox:
    """Takes what a reader does, from whichever thread, and posts it to an app's mailbox.

    Parameters
    ----------
    mailbox : Mailbox
        Where it is posted.
    holds_back : callable, optional
        Asked at each event: whether it waits for the Run button.
    """

    def __init__(self, mailbox: Mailbox, holds_back: Callable[[], bool] = never) -> None:
        self._mailbox = mailbox
        self._holds_back = holds_back
        self._lock = threading.Lock()
        self._held: dict[str, dict[Hashable, Any]] = {}

    def changed(self, live: Input, value: Any) -> None:
        """Take the new value of an input; in a form it waits until that is submitted (R69)."""
        if live.form is not None:
            with self._lock:
                self._held.setdefault(live.form, {})[live.identity] = value
            return
        quiet = live.spec.on_change == "ignore" or self._holds_back()
        self._mailbox.post_change(live.identity, value, quiet=quiet, fragment=live.fragment)

    def clicked(self, live: Input) -> None:
        """Take a click; that of a form's button brings what was changed in the form."""
        with self._lock:
            values = {} if live.form is None else self._held.pop(live.form, {})
        self._mailbox.post_submit(values, live.identity, quiet=self._holds_back(), fragment=live.fragment)

    def touched(self, widget: AdoptedWidget, changes: dict[str, object]) -> None:
        """Take the new trait values of a widget of the script's own."""
        self._mailbox.post_touch(widget, changes, quiet=self._holds_back(), fragment=widget.fragment)

    def pressed(self, widget: AdoptedWidget) -> None:
        """Take a click on a widget of the script's own."""
        self._mailbox.post_press(widget, quiet=self._holds_back(), fragment=widget.fragment)

    def moved(self) -> None:
        """Take that a key was set by an ordinary cell, or in another app."""
        if not self._holds_back():
            self._mailbox.post_rerun()
