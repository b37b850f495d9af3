"""The server extension: gives a Jupyter server (JupyterLab, Notebook) the quick kernel websocket.

The wheel enables it by a file in ``etc/jupyter/jupyter_server_config.d``, which can name extensions and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nbapp.serve.connection import QUICK

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    """Tell the server where the extension is."""
    return [{"module": __name__}]


def _load_jupyter_server_extension(server: ServerApp) -> None:
    """Take the place of the server's own connection class; one that somebody has configured stays."""
    quick = QUICK.get(server.kernel_websocket_connection_class)
    if quick is not None:
        server.kernel_websocket_connection_class = quick
        server.web_app.settings["kernel_websocket_connection_class"] = quick
