"""Elements outside of an app: what an ordinary cell draws is shown in the cell's own output."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from nbapp.errors import LOST_THREAD
from nbapp.script.inbox import Inbox
from nbapp.script.requests import Mailbox
from nbapp.script.run import ScriptRun
from nbapp.script.threads import is_strange
from nbapp.session.inputs import Input
from nbapp.session.session import Session
from nbapp.session.state import State, shared
from nbapp.tree.page import Page

if TYPE_CHECKING:
    from nbapp.elements.place import Place
    from nbapp.session.inputs import InputSpec
    from nbapp.tree.branch import Branch
    from nbapp.types import Op

LOG = logging.getLogger("nbapp")

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
        The innermost `with` of this thread, or a place of its own for the next element. In a thread that a script or a
        cell has started, a place that shows nothing (R13).
    """
    standing: ScriptRun | None = getattr(_local, "run", None)
    if standing is not None and standing.here is not None:
        place: P = standing.here
        return place
    if is_strange():
        run = _local.run = lost_run()
        return container(run, run.page.roots["main"])
    page = Page(lock=threading.RLock())
    session = Session(shared, Inbox(Mailbox()))  # nothing runs again here: nobody empties the mailbox
    page.emit = FirstOp(page, session)
    run = _local.run = ScriptRun(session, page, Mailbox())
    return container(run, page.roots["main"])


class LostRun(ScriptRun):
    """What a thread draws with that belongs to no app: an input has its default, and nothing is shown."""

    __slots__ = ()

    def value_of(self, spec: InputSpec, branch: Branch) -> tuple[Input, Any]:
        """Return an input that nobody sees, with its default."""
        return Input(object(), spec, None, spec.default), spec.default


def lost_run() -> ScriptRun:
    """Make the run of a thread that belongs to no app, and say once for each thread that it draws nothing."""
    if not getattr(_local, "warned", False):
        _local.warned = True
        LOG.warning(LOST_THREAD, threading.current_thread().name)
    session = getattr(_local, "session", None)
    if session is None:
        session = _local.session = Session(State(), Inbox(Mailbox()))
    return LostRun(session, Page(), Mailbox())


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
