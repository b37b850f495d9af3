"""Shows what an ordinary cell draws with nbapp's functions."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from IPython.core.getipython import get_ipython
from IPython.display import display

from nbapp.session.construct import aside
from nbapp.view.app_view import AppView
from nbapp.view.outbox import Outbox

if TYPE_CHECKING:
    from nbapp.session.session import Session
    from nbapp.tree.page import Page


def show(page: Page, session: Session) -> None:
    """Show a page in the output of the cell that is executed; without a shell there is nowhere to show it.

    Parameters
    ----------
    page : Page
        It has its first element, and may get more.
    session : Session
        Holds the rows of its tables.
    """
    if get_ipython() is None:
        return

    def send(message: dict[str, Any], buffers: list[bytes]) -> None:
        view.send(message, buffers)

    def answer_rows(content: dict[str, Any]) -> None:
        view.send({"t": "rows", **session.sources.answer(content)})

    outbox = Outbox(page, send)
    app = {"id": uuid.uuid4().hex[:8], "name": None, "height": None, "published": False, "bar": False}
    with aside():
        view = AppView(lambda: {**outbox.snapshot(), "status": {"state": "idle"}}, {"rows": answer_rows}, app)
    display(view)
