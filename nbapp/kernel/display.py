"""The two outputs of an app's cell: the view, and a picture of the page for where no view can live."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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
    kernel : ipykernel.kernelbase.Kernel or None
        Sends the later updates.
    """

    def __init__(self, uid: str, page: Page, kernel: Any = None) -> None:
        self._uid = uid
        self._kernel = kernel
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
        self._alarm = clock.after(REST, self._publish_at_rest)

    def close(self) -> None:
        """Draw it no more."""
        if self._alarm is not None:
            self._alarm.cancel()

    def _publish(self, update: bool) -> None:
        from IPython.display import display

        self._shown = picture(self._uid, self._page.snapshot())
        display({"text/html": self._shown}, raw=True, display_id=self.display_id, update=update)

    def _publish_at_rest(self) -> None:
        """Update the output, past IPython's publisher: an ordinary cell may have its output captured just now."""
        html = picture(self._uid, self._page.snapshot())
        if self._kernel is None or html == self._shown:
            return
        self._shown = html
        content = {"data": {"text/html": html}, "metadata": {}, "transient": {"display_id": self.display_id}}
        topic = self._kernel._topic("update_display_data")
        self._kernel.session.send(self._kernel.iopub_socket, "update_display_data", content, parent={}, ident=topic)


def display_view(view: AppView, picture_: Picture | None) -> None:
    """Make the outputs of a cell."""
    from IPython.display import display

    display(view)
    if picture_ is not None:
        picture_.show()
