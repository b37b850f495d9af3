"""The two outputs of an app's cell: the view, and a picture of the page for where no view can live."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nbapp.clock import Alarm, clock
from nbapp.view.picture import picture

if TYPE_CHECKING:
    from nbapp.tree.page import Page
    from nbapp.view.app_view import AppView

REST = 1.0
"""Seconds without a run after which the picture is drawn anew: never while a reader drags."""


class Picture:
    """The page as plain HTML, in an output of its own that is updated when the app has come to rest.

    Parameters
    ----------
    uid : str
        The app's; a living view hides the picture that bears it.
    page : Page
        What it shows.
    """

    def __init__(self, uid: str, page: Page) -> None:
        self._uid = uid
        self._page = page
        self._alarm: Alarm | None = None
        self._shown = ""

    @property
    def display_id(self) -> str:
        """What the output is updated by."""
        return f"nbapp-picture-{self._uid}"

    def show(self) -> None:
        """Make the output."""
        self._publish(update=False)

    def refresh(self, now: bool = False) -> None:
        """Draw it anew: now, or once the app has rested."""
        self.close()
        if now:
            self._publish(update=True)
            return
        self._alarm = clock.after(REST, lambda: self._publish(update=True))

    def close(self) -> None:
        """Draw it no more."""
        if self._alarm is not None:
            self._alarm.cancel()

    def _publish(self, update: bool) -> None:
        from IPython.display import display

        html = picture(self._uid, self._page.snapshot())
        if update and html == self._shown:
            return
        self._shown = html
        display({"text/html": html}, raw=True, display_id=self.display_id, update=update)


def display_view(view: AppView, picture_: Picture | None) -> None:
    """Make the outputs of a cell."""
    from IPython.display import display

    display(view)
    if picture_ is not None:
        picture_.show()
