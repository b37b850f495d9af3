"""Elements outside of an app: what an ordinary cell draws is shown in the cell's own output."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from nbapp.script.inbox import Inbox
from nbapp.script.requests import Mailbox
from nbapp.script.run import ScriptRun
from nbapp.session.session import Session
from nbapp.session.state import shared
from nbapp.tree.page import Page

if TYPE_CHECKING:
    from nbapp.elements.place import Place
    from nbapp.types import Op

P = TypeVar("P", bound="Place")

_local = threading.local()
_show: list[Callable[[Page, Session], None]] = []


def show_pages_with(show: Callable[[Page, Session], None]) -> None:
    """Say how a page that was drawn outside of an app is shown.

    Parameters
    ----------
    show : callable
        Takes a page, when its first element was drawn, and its session; from then on it listens to the page itself.
    """
    _show[:] = [show]


def outside(container: type[P]) -> P:
    """A place that shows what is drawn on it at once, in the output of the cell that draws.

    Parameters
    ----------
    container : type
        The class of the place.

    Returns
    -------
    Place
        The innermost `with` of this thread, or a place of its own for the next element.
    """
    standing: ScriptRun | None = getattr(_local, "run", None)
    if standing is not None and standing.here is not None:
        place: P = standing.here
        return place
    page = Page(lock=threading.RLock())
    session = Session(shared, Inbox(Mailbox()))  # nothing runs again here: nobody empties the mailbox
    page.emit = FirstOp(page, session)
    run = _local.run = ScriptRun(session, page, Mailbox())
    return container(run, page.roots["main"])


class FirstOp:
    """Waits for the first op of a page, and has the page shown then.

    Parameters
    ----------
    page : Page
        What is shown.
    session : Session
        What its inputs and tables belong to.
    """

    def __init__(self, page: Page, session: Session) -> None:
        self._page = page
        self._session = session

    def __call__(self, op: Op) -> None:
        """Show the page."""
        for show in _show:
            show(self._page, self._session)
