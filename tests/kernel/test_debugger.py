"""Breakpoints of JupyterLab's debugger are hit in the cell's own lines, in first runs and in reruns."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from typing import Any

import pytest
from front_end import FrontEnd

pytestmark = pytest.mark.kernel

CELL = "%%app\nn = st.slider('n', 0, 9)\n\ndef double(x):\n    result = 2 * x\n    return result\n\nst.text(double(n))"
LINE = 5


class Debugger:
    """Speaks the debug adapter protocol over the control channel, as JupyterLab does."""

    def __init__(self, front: FrontEnd) -> None:
        self.front = front
        self._numbers = itertools.count(1)

    def ask(self, command: str, **arguments: Any) -> Any:
        """Send a request; returns the body of the answer."""
        content = {"type": "request", "seq": next(self._numbers), "command": command, "arguments": arguments}
        answer = self.front.control("debug_request", content)
        assert answer.get("success", True), (command, answer)
        return answer.get("body")

    def stopped(self) -> dict[str, Any]:
        """Wait until a thread has stopped; the frame it stands in."""

        def seen() -> Any:
            events = [m["content"] for m in self.front.messages if m["msg_type"] == "debug_event"]
            return next((event for event in events if event.get("event") == "stopped"), None)

        event = self.front.until(seen)
        self.thread = event["body"]["threadId"]
        frame: dict[str, Any] = self.ask("stackTrace", threadId=self.thread)["stackFrames"][0]
        return frame

    def go_on(self) -> None:
        """Continue."""
        self.front.messages.clear()
        self.ask("continue", threadId=self.thread)


@pytest.fixture
def debugger(front: FrontEnd) -> Iterator[Debugger]:
    """A debugger with a breakpoint in the cell."""
    one = Debugger(front)
    one.ask("initialize", clientID="test", adapterID="", pathFormat="path", linesStartAt1=True, columnsStartAt1=True)
    one.ask("attach")
    path = one.ask("dumpCell", code=CELL)["sourcePath"]
    found = one.ask("setBreakpoints", breakpoints=[{"line": LINE}], source={"path": path}, sourceModified=False)
    assert found["breakpoints"][0]["verified"]
    one.ask("configurationDone")
    front.messages.clear()
    yield one
    one.ask("disconnect", restart=False, terminateDebuggee=False)


def test_a_breakpoint_is_hit_in_a_first_run_and_in_a_rerun(front: FrontEnd, debugger: Debugger) -> None:
    """In the line that the author clicked, with the values of the run."""
    cell = front.run(CELL, wait=False)
    frame = debugger.stopped()
    assert (frame["line"], frame["name"]) == (LINE, "double")
    debugger.go_on()
    front.finish(cell)
    page = front.pages[cell.views[0]]
    front.post(page.input("n"), {"method": "update", "state": {"value": 3}}, wait=False)
    frame = debugger.stopped()
    scopes = debugger.ask("scopes", frameId=frame["id"])["scopes"]
    local = debugger.ask("variables", variablesReference=scopes[0]["variablesReference"])["variables"]
    assert {variable["name"]: variable["value"] for variable in local}["x"] == "3"
    debugger.go_on()
    time.sleep(0.1)
    front.until(lambda: page.bodies("text") == ["6"])
