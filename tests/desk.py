"""A desk: a script of one place, run by the real runner, with a reader who touches its inputs over their comms."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbapp
from nbapp.elements.container import Container
from nbapp.script.inbox import Inbox
from nbapp.script.requests import Mailbox
from nbapp.script.run import ScriptRun
from nbapp.script.runner import Outcome, Runner
from nbapp.session.session import Session
from nbapp.session.state import State
from nbapp.tree.page import Page

Script = Callable[[Container], Any]


class Desk:
    """Runs a script as an app would, without a kernel."""

    published = False

    def __init__(self) -> None:
        self.mailbox = Mailbox()
        self.state = State()
        self.session = Session(self.state, Inbox(self.mailbox))
        self.page = Page()
        self.runner = Runner(self.session, self.page, self.mailbox, self)
        self.script: Script = lambda place: None
        self.result: Any = None
        self.runs = 0
        self.error: BaseException | None = None

    def run(self, script: Script | None = None) -> Any:
        """Run the script, or another one from now on; its error is raised."""
        self.script = script or self.script
        self.mailbox.post_rerun()
        return self.settle()

    def settle(self) -> Any:
        """Run for whatever waits."""
        self.error = None
        while self.mailbox.has_waiting:
            self.runner.step()
        if self.error is not None:
            raise self.error
        return self.result

    def give(self, value: Any, at: int = 0) -> Any:
        """Let the reader give the input at that place a raw value; returns what the script returns then."""
        self.send({"method": "update", "state": {self.live(at).spec.trait: value}, "buffer_paths": []}, at)
        return self.settle()

    def click(self, at: int = 0) -> Any:
        """Let the reader click the button at that place."""
        self.send({"method": "custom", "content": {"event": "click"}}, at)
        return self.settle()

    def send(self, data: dict[str, Any], at: int = 0) -> None:
        """Send a message as the page does."""
        self.live(at).widget.comm.handle_msg({"content": {"data": data}, "buffers": []})

    def live(self, at: int = 0) -> Any:
        """The live input at that place."""
        shown = [slot.node for slot in self.page.walk() if slot.node.kind != "widget"]
        models = [node.props["model_id"] for node in shown if "model_id" in node.props]
        return next(live for live in self.session.inputs._live.values() if live.widget.model_id == models[at])

    def props(self, at: int = 0) -> dict[str, Any]:
        """The properties of the node at that place."""
        return [slot.node.props for slot in self.page.walk() if slot.node.kind == "input"][at]

    def began(self, run: ScriptRun) -> None:
        """Count it."""
        self.runs += 1

    def execute(self, run: ScriptRun) -> None:
        """Run the script on the main root."""
        self.result = self.script(Container(run, run.page.roots["main"]))

    def run_file(self, run: ScriptRun, path: Path) -> None:
        """Run a Python file, with nothing but `nbapp` as `st`."""
        exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), {"st": nbapp})

    def drawn(self, run: ScriptRun) -> None:
        """Leave nothing open."""

    def draw_error(self, run: ScriptRun, error: BaseException) -> None:
        """Keep the error for the test."""
        self.error = error

    def ended(self, run: ScriptRun, outcome: Outcome, error: BaseException | None) -> None:
        """Leave the page as it is."""
