"""A desk that notes how each run ended, and shows errors on the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desk import Desk

from nbapp.elements.bare import root
from nbapp.elements.container import Container
from nbapp.script.run import ScriptRun
from nbapp.script.runner import Outcome


class Stage(Desk):
    """Runs a script as an app would; used with `with`, so that its inputs are closed."""

    def __init__(self, script: Callable[[Container], Any]) -> None:
        super().__init__()
        self.script = script
        self.outcomes: list[Outcome] = []

    def __enter__(self) -> Stage:
        self.go()
        return self

    def __exit__(self, *error: object) -> None:
        self.session.close()

    def go(self) -> Stage:
        """Ask for a run, and work until nothing waits."""
        self.run()
        return self

    @property
    def texts(self) -> list[str]:
        """What the page says."""
        return [slot.node.props["body"] for slot in self.page.walk() if slot.node.kind == "text"]

    def draw_error(self, run: ScriptRun, error: BaseException) -> None:
        """Show the error as text."""
        (run.place_of(error) or root(run, "main")).text(f"{type(error).__name__}: {error}")

    def ended(self, run: ScriptRun, outcome: Outcome, error: BaseException | None) -> None:
        """Note how it ended."""
        self.outcomes.append(outcome)
