"""What becomes of what a reader does: a run at once, with the next one, or when a form is submitted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from nbapp.script.requests import Mailbox

if TYPE_CHECKING:
    from nbapp.session.adoption import AdoptedWidget
    from nbapp.session.fragments import Fragment
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
    is_left : callable, optional
        Asked before a run that no reader caused: whether it is made up when one comes back.
    """

    def __init__(
        self, mailbox: Mailbox, holds_back: Callable[[], bool] = never, is_left: Callable[[], bool] = never
    ) -> None:
        self._mailbox = mailbox
        self._holds_back = holds_back
        self._is_left = is_left

    def changed(self, live: Input, value: Any) -> None:
        """Take the new value of an input; in a form it waits until that is submitted (R69)."""
        if live.sheet is not None:
            live.sheet.write(live, value)
            return
        quiet = live.spec.on_change == "ignore" or self._holds_back()
        self._mailbox.post_change(live.identity, value, quiet=quiet, fragment=live.fragment)

    def clicked(self, live: Input) -> None:
        """Take a click; that of a form's button brings what was changed in the form."""
        form, fragment = live.sheet, live.fragment
        values = {} if form is None else form.hand_in()
        self._mailbox.post_submit(values, live.identity, form=form, quiet=self._holds_back(), fragment=fragment)

    def touched(self, widget: AdoptedWidget, changes: dict[str, object]) -> None:
        """Take the new trait values of a widget of the script's own; in a form they wait for the next run."""
        quiet = widget.in_form or self._holds_back()
        self._mailbox.post_touch(widget, changes, quiet=quiet, fragment=widget.fragment)

    def pressed(self, widget: AdoptedWidget) -> None:
        """Take a click on a widget of the script's own."""
        self._mailbox.post_press(widget, quiet=self._holds_back(), fragment=widget.fragment)

    def moved(self, live: Input | None = None) -> None:
        """Take that a key was set by an ordinary cell, or in another app; an older value that its reader gave goes."""
        if live is not None:
            self._mailbox.forget_change(live.identity)
        if not self._holds_back() and not self._is_left():
            self._mailbox.post_rerun()

    def dismissed(self, dialog: Fragment | None) -> bool:
        """Take that a reader closed a dialog: it is gone at once, so that a page loaded anew does not show it (R92).

        Returns
        -------
        bool
            Whether it was open, and may be closed by its reader.
        """
        if dialog is None or dialog.within is None or dialog.on_dismiss is None or dialog.branch.detached:
            return False
        dialog.within.remove(dialog.branch)
        if dialog.on_dismiss != "ignore":
            call = dialog.on_dismiss if callable(dialog.on_dismiss) else None
            self._mailbox.post_rerun(*(() if dialog.parent is None else (dialog.parent,)), call=call)
        return True
