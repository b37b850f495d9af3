"""A page that sends what it should not: a websocket of its own to the app's kernel."""

from __future__ import annotations

from typing import Any

from hosts import Host

SEND = """([channel, type, content]) => {
    const message = {
        channel, content, metadata: {}, parent_header: {}, buffers: [],
        header: { msg_id: crypto.randomUUID(), msg_type: type, session: 'forger', username: '', version: '5.3' },
    };
    window.forger.send(JSON.stringify(message));
}"""
CONNECT = """(kernel) => new Promise((resolve, reject) => {
    const url = new URL(`/api/kernels/${kernel}/channels?session_id=forger`, location.href);
    url.protocol = 'ws:';
    window.forgerHeard = [];
    window.forger = new WebSocket(url);
    window.forger.onopen = () => resolve();
    window.forger.onerror = () => reject(new Error('no connection'));
    window.forger.onmessage = (event) => {
        if (typeof event.data === 'string') window.forgerHeard.push(event.data);
    };
})"""
LAB_KERNEL = "jupyterapp.shell.currentWidget.sessionContext.session.kernel.id"
VOILA_KERNEL = "JSON.parse(document.getElementById('jupyter-config-data').textContent).kernelId"


class Forger:
    """Speaks the kernel's protocol by hand."""

    def __init__(self, host: Host) -> None:
        self._page = host.page
        kernel = self._page.evaluate(LAB_KERNEL if host.name == "lab" else VOILA_KERNEL)
        self._page.evaluate(CONNECT, kernel)

    def send(self, kind: str, content: dict[str, Any]) -> None:
        """Send a message on the shell channel."""
        self._page.evaluate(SEND, ["shell", kind, content])

    def update(self, model: str, **state: Any) -> None:
        """Set traits of a model."""
        data = {"method": "update", "state": state, "buffer_paths": []}
        self.send("comm_msg", {"comm_id": model, "data": data})

    def heard(self) -> str:
        """All that the kernel has said since."""
        return "\n".join(self._page.evaluate("window.forgerHeard"))
