"""A front end for the tests: starts a real kernel, keeps the pages that it sends, and touches what is on them."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from queue import Empty
from typing import Any

from jupyter_client import BlockingKernelClient, KernelManager
from paper import Page

PATIENCE = 20.0
WIDGET = "application/vnd.jupyter.widget-view+json"
REST = """
import time as _time
from nbapp.kernel import runtime as _runtime
_deadline = _time.monotonic() + {seconds}
while _time.monotonic() < _deadline and (
    _runtime._runtime.worker._busy or any(a.mailbox.has_waiting for a in _runtime._runtime.apps.values())
):
    _time.sleep(0.002)
"""


@dataclass
class Executed:
    """A cell that was executed: its outputs, as a notebook stores them, and its reply."""

    msg_id: str
    outputs: list[dict[str, Any]] = field(default_factory=list)
    idle: bool = False
    reply: dict[str, Any] = field(default_factory=dict)

    def of_kind(self, kind: str) -> list[dict[str, Any]]:
        """The contents of its outputs of one kind."""
        return [output["content"] for output in self.outputs if output["msg_type"] == kind]

    @property
    def text(self) -> str:
        """What it printed, and the text of what it displayed."""
        shown = [*self.of_kind("display_data"), *self.of_kind("execute_result")]
        streams = "".join(content["text"] for content in self.of_kind("stream"))
        return streams + "".join(str(content["data"].get("text/plain", "")) for content in shown)

    @property
    def views(self) -> list[str]:
        """The models of the widgets it displayed."""
        bundles = [content["data"] for content in self.of_kind("display_data")]
        return [data[WIDGET]["model_id"] for data in bundles if WIDGET in data]


class FrontEnd:
    """A notebook with its pages open.

    Parameters
    ----------
    env : dict, optional
        Variables of the kernel's environment.
    arguments : tuple of str
        Arguments of the kernel's command.
    subshells : bool
        Send the messages of widgets to a subshell, as JupyterLab does, where the kernel has them.
    """

    def __init__(
        self, env: dict[str, str] | None = None, arguments: tuple[str, ...] = (), subshells: bool = True
    ) -> None:
        self.manager = KernelManager(kernel_name="python3")
        env = {**os.environ, "PYDEVD_DISABLE_FILE_VALIDATION": "1", **(env or {})}
        self.manager.start_kernel(extra_arguments=list(arguments), env=env)
        self.client: BlockingKernelClient = self.manager.client()
        self.client.start_channels(stdin=False, hb=False)
        self.client.allow_stdin = False
        self.models: dict[str, dict[str, Any]] = {}
        self.pages: dict[str, Page] = {}
        self.messages: list[dict[str, Any]] = []
        self.executed: dict[str, Executed] = {}
        self.subshell: str | None = None
        info = self._greet()
        if subshells and "kernel subshells" in info["content"].get("supported_features", ()):
            self.subshell = self.control("create_subshell_request")["subshell_id"]

    def close(self) -> None:
        """End the kernel."""
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    # -- cells

    def run(self, code: str, cell_id: str | None = None, wait: bool = True, **more: Any) -> Executed:
        """Execute a cell; waits for its end."""
        content = {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False}
        content["stop_on_error"] = False  # ipykernel 6 else drops what arrives just after an error
        metadata = {} if cell_id is None else {"cellId": cell_id}
        message = self.client.session.msg("execute_request", {**content, **more}, metadata=metadata)
        self.client.shell_channel.send(message)
        cell = self.executed[message["header"]["msg_id"]] = Executed(message["header"]["msg_id"])
        if wait:
            self.finish(cell)
        return cell

    def finish(self, cell: Executed, patience: float = PATIENCE) -> None:
        """Wait for the end of a cell."""
        self.until(lambda: cell.idle, patience)
        cell.reply = self._reply(cell.msg_id)

    def app(self, body: str, options: str = "", cell_id: str | None = None) -> Page:
        """Execute an app cell, which must succeed; returns its page."""
        cell = self.run(f"%%app {options}\n{body}", cell_id)
        assert cell.reply["status"] == "ok", cell.reply
        return self.pages[cell.views[0]]

    def value(self, expression: str) -> Any:
        """What an expression is in the notebook's namespace, by its `repr`."""
        cell = self.run("None", silent=True, store_history=False, user_expressions={"it": expression})
        answer = cell.reply["user_expressions"]["it"]
        assert answer["status"] == "ok", answer
        return eval(answer["data"]["text/plain"], {})

    def rest(self, patience: float = PATIENCE) -> None:
        """Wait until no app has anything to do."""
        self.run(REST.format(seconds=patience), silent=True, store_history=False)

    # -- what a reader does

    def touch(self, model_id: str, **state: Any) -> None:
        """Set traits of a model, and wait until the app has answered."""
        self.post(model_id, {"method": "update", "state": state, "buffer_paths": []})
        self.rest()

    def click(self, model_id: str) -> None:
        """Click a button, and wait until the app has answered."""
        self.post(model_id, {"method": "custom", "content": {"event": "click"}})
        self.rest()

    def tell(self, page: Page, **content: Any) -> None:
        """Send a request of the page."""
        self.post(page.model_id, {"method": "custom", "content": content})

    def post(self, model_id: str, data: dict[str, Any], wait: bool = True) -> None:
        """Send a message to a model; waits until the kernel has handled it."""
        handled = self.send("comm_msg", {"comm_id": model_id, "data": data})
        if wait:
            self.until(lambda: handled.idle)

    def send(self, kind: str, content: dict[str, Any], **metadata: Any) -> Executed:
        """Send a message on the channel of widgets."""
        message = self.client.session.msg(kind, content, metadata=metadata)
        if self.subshell is not None:
            message["header"]["subshell_id"] = self.subshell
        self.client.shell_channel.send(message)
        msg_id = message["header"]["msg_id"]
        sent = self.executed[msg_id] = Executed(msg_id)
        return sent

    # -- the wire

    def control(self, kind: str, content: dict[str, Any] | None = None) -> dict[str, Any]:
        """Ask something on the control channel; returns the content of the reply."""
        message = self.client.session.msg(kind, content or {})
        self.client.control_channel.send(message)
        while True:
            reply = self.client.get_control_msg(timeout=PATIENCE)
            if reply["parent_header"].get("msg_id") == message["header"]["msg_id"]:
                answer: dict[str, Any] = reply["content"]
                return answer

    def until(self, reached: Callable[[], Any], patience: float = PATIENCE) -> Any:
        """Read what the kernel publishes until something is the case; returns what it was."""
        deadline = time.monotonic() + patience
        while not (result := reached()):
            try:
                self._take(self.client.get_iopub_msg(timeout=max(0.01, min(1.0, deadline - time.monotonic()))))
            except Empty:
                if time.monotonic() > deadline:
                    recent = [f"{m['msg_type']}: {str(m['content'])[:300]}" for m in self.messages[-8:]]
                    raise AssertionError("it did not happen; last messages:\n" + "\n".join(recent)) from None
        return result

    def hears_nothing_for(self, seconds: float) -> bool:
        """Whether the kernel says nothing for a while."""
        try:
            self._take(self.client.get_iopub_msg(timeout=seconds))
        except Empty:
            return True
        return False

    def _greet(self) -> dict[str, Any]:
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            asked = self.executed.setdefault(sent := self.client.kernel_info(), Executed(sent))
            try:
                reply: dict[str, Any] = self.client.get_shell_msg(timeout=5)
                self.until(lambda asked=asked: asked.idle, 1)  # type: ignore[misc]
            except (Empty, AssertionError):
                continue
            return reply
        raise AssertionError("the kernel does not answer")

    def _reply(self, msg_id: str) -> dict[str, Any]:
        while True:
            reply = self.client.get_shell_msg(timeout=PATIENCE)
            if reply["parent_header"].get("msg_id") == msg_id:
                content: dict[str, Any] = reply["content"]
                return content

    def _take(self, message: dict[str, Any]) -> None:
        self.messages.append(message)
        kind, content = message["msg_type"], message["content"]
        if kind == "comm_open":
            self._open(content, message)
        elif kind == "comm_msg":
            self._change(content["comm_id"], content["data"], message)
        elif kind == "comm_close":
            self.models.pop(content["comm_id"], None)
            self.pages.pop(content["comm_id"], None)
        cell = self.executed.get(message["parent_header"].get("msg_id"))
        if cell is None:
            return
        if kind == "status":
            cell.idle = cell.idle or content["execution_state"] == "idle"
        elif kind in ("stream", "display_data", "execute_result", "error", "update_display_data", "clear_output"):
            cell.outputs.append(message)

    def _open(self, content: dict[str, Any], message: dict[str, Any]) -> None:
        state = self.models[content["comm_id"]] = dict(content["data"]["state"])
        if "snapshot" in state and "core" in state.get("app", {}):
            self.pages[content["comm_id"]] = Page(content["comm_id"], state, self.models)

    def _change(self, model_id: str, data: dict[str, Any], message: dict[str, Any]) -> None:
        if data["method"] in ("update", "echo_update"):
            self.models.setdefault(model_id, {}).update(data["state"])
        elif data["method"] == "custom" and model_id in self.pages:
            self.pages[model_id].take(data["content"], message)


def weight(message: dict[str, Any]) -> int:
    """Bytes of a message's four JSON parts."""
    parts = ("header", "parent_header", "metadata", "content")
    return sum(len(json.dumps(message[part], separators=(",", ":"), default=str)) for part in parts)
