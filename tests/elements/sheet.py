"""A sheet: a page with a run to draw on it, without a runner, a view or a kernel."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nbapp.elements.container import Container
from nbapp.script.current import entered
from nbapp.script.inbox import Inbox
from nbapp.script.requests import Mailbox
from nbapp.script.run import ScriptRun
from nbapp.session.session import Session
from nbapp.session.state import State
from nbapp.tree.page import Page


class Sheet:
    """Runs a script on a page, again and again, and says what is shown."""

    def __init__(self, published: bool = False) -> None:
        self.published = published
        self.ops: list[Any] = []
        self.page = Page(self.ops.append)
        self.session = Session(State(), Inbox(Mailbox()))
        self.place = self.begin()

    def begin(self) -> Container:
        """Begin a run; returns the main root."""
        self.ops.clear()
        self.page.rewind()
        self.session.inputs.begin()
        self.run = ScriptRun(self.session, self.page, Mailbox(), published=self.published)
        self.place = Container(self.run, self.page.roots["main"])
        return self.place

    def play(self, script: Callable[[], Any]) -> Any:
        """Run a script of module functions from its top to its end."""
        self.begin()
        with entered(self.run):
            result = script()
        self.page.trim()
        return result

    def draw(self, script: Callable[[Container], Any]) -> list[Any]:
        """Run a script of one place; returns the main root as nested lists of kind, properties and children."""
        script(self.begin())
        self.page.trim()
        return [outline(slot) for slot in self.page.snapshot()["main"]]

    @property
    def nodes(self) -> list[tuple[str, dict[str, Any]]]:
        """What is shown, in reading order: kinds and properties."""
        return [(slot.node.kind, slot.node.props) for slot in self.page.walk()]

    @property
    def kinds(self) -> list[str]:
        """The kinds alone."""
        return [kind for kind, _ in self.nodes]

    @property
    def bodies(self) -> list[Any]:
        """The bodies alone."""
        return [props.get("body") for _, props in self.nodes]

    @property
    def last(self) -> tuple[str, dict[str, Any]]:
        """The element shown last."""
        return self.nodes[-1]


def outline(slot: dict[str, Any]) -> list[Any]:
    """A slot without its id."""
    children = [[outline(child) for child in slot["children"]]] if "children" in slot else []
    return [slot["kind"], slot["props"], *children]


def ignore(*args: Any) -> None:
    """Do nothing."""
