"""A sheet: a page and a run, for drawing layouts on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from nbapp.elements.container import Container
from nbapp.script.requests import Mailbox
from nbapp.script.run import ScriptRun
from nbapp.session.session import Session
from nbapp.session.state import State
from nbapp.tree.page import Page


class Sheet:
    """Draws a script on a page."""

    def __init__(self) -> None:
        def ignore(*_: object) -> None:
            """Hear nothing: no reader touches a layout."""

        self.page = Page()
        self.session = Session(State(), changed=ignore, clicked=ignore, touched=ignore, pressed=ignore)

    def draw(self, script: Callable[[Container], Any]) -> list[Any]:
        """Run a script to its end; returns the page as nested lists of kind, properties and children."""
        self.page.rewind()
        self.session.inputs.begin()
        run = ScriptRun(self.session, self.page, Mailbox())
        script(Container(run, self.page.roots["main"]))
        self.page.trim()
        return [outline(slot) for slot in self.page.snapshot()["main"]]


def outline(slot: dict[str, Any]) -> list[Any]:
    """A slot without its id."""
    return [
        slot["kind"],
        slot["props"],
        *([[outline(child) for child in slot["children"]]] if "children" in slot else []),
    ]


@pytest.fixture
def sheet() -> Iterator[Sheet]:
    """A fresh sheet."""
    sheet = Sheet()
    yield sheet
    sheet.session.close()
