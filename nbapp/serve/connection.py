"""The kernel websocket that answers at once.

jupyter_server leaves Nagle's algorithm on: a small message waits until the browser has acknowledged the one before, and
a browser acknowledges after up to 40 ms. A slider's every step waits that long. Here TCP_NODELAY is set instead.
"""

from __future__ import annotations

from typing import Any

from jupyter_server.gateway.connections import GatewayWebSocketConnection
from jupyter_server.services.kernels.connection.base import BaseKernelWebsocketConnection
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection


class KernelConnection(ZMQChannelsWebsocketConnection):
    """A kernel websocket with TCP_NODELAY: for ``Voila.kernel_websocket_connection_class``.

    Examples
    --------
    >>> from nbapp.serve.connection import KernelConnection
    >>> KernelConnection.__name__
    'KernelConnection'
    """

    def connect(self) -> Any:
        """Connect to the kernel, with no delay on the browser's socket."""
        self.websocket_handler.set_nodelay(True)
        return super().connect()


class GatewayConnection(GatewayWebSocketConnection):
    """The same for a server whose kernels live behind a gateway.

    Examples
    --------
    >>> from nbapp.serve.connection import GatewayConnection
    >>> GatewayConnection.__name__
    'GatewayConnection'
    """

    async def connect(self) -> None:
        """Connect to the gateway, with no delay on the browser's socket."""
        self.websocket_handler.set_nodelay(True)
        await super().connect()  # type: ignore[no-untyped-call]


QUICK: dict[type[BaseKernelWebsocketConnection], type[BaseKernelWebsocketConnection]] = {
    ZMQChannelsWebsocketConnection: KernelConnection,
    GatewayWebSocketConnection: GatewayConnection,
}
"""For each connection class that a Jupyter server uses by itself, the quick one in its place."""
