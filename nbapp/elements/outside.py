"""Elements outside of an app: what an ordinary cell draws is shown in the cell's own output."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, TypeVar

from nbapp.script.requests import Mailbox
from nbapp.script.run import ScriptRun
from nbapp.session.construct import aside
from nbapp.session.session import Session
from nbapp.session.state import shared
from nbapp.tree.page import Page

if TYPE_CHECKING:
    from typing import Any

    from nbapp.elements.place import Place
    from nbapp.types import Op

P = TypeVar("P", bound="Place")

_local = threading.local()


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
    page = Page()
    run = _local.run = ScriptRun(Session(shared, **_deaf()), page, Mailbox())
    if "IPython" in sys.modules:
        page.emit = FirstOp(page)
    return container(run, page.roots["main"])


def _deaf() -> dict[str, Any]:
    """A session's listeners that do nothing: outside of an app nothing runs again."""
    return {
        "changed": lambda identity, raw: None,
        "clicked": lambda identity: None,
        "touched": lambda widget, changes: None,
        "pressed": lambda widget: None,
    }


class FirstOp:
    """Waits for the first op of a page, and shows the page then.

    Parameters
    ----------
    page : Page
        What is shown.
    """

    def __init__(self, page: Page) -> None:
        self._page = page

    def __call__(self, op: Op) -> None:
        """Show the page; from now on its ops go to the view."""
        from IPython.core.getipython import get_ipython

        if get_ipython() is None:
            return
        from IPython.display import display

        from nbapp.view.app_view import AppView
        from nbapp.view.outbox import Outbox

        outbox = Outbox(self._page, lambda message, buffers: view.send(message, buffers))
        with aside():
            view = AppView(
                lambda: {**outbox.snapshot(), "status": {"state": "idle"}},
                {"rows": lambda content: None},
                {"id": f"cell{id(self._page)}", "name": None, "height": None, "published": False, "bar": False},
            )
        display(view)  # type: ignore[no-untyped-call]
