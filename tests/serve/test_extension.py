"""The server extension: whose connection class it replaces, and whose not."""

from __future__ import annotations

import json
from importlib import import_module
from types import SimpleNamespace

import pytest
from jupyter_server.gateway.connections import GatewayWebSocketConnection
from jupyter_server.services.kernels.connection.base import BaseKernelWebsocketConnection
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection

from nbapp.serve import extension
from nbapp.serve.connection import GatewayConnection, KernelConnection


class Configured(BaseKernelWebsocketConnection):
    """A connection class that an administrator has chosen."""


@pytest.mark.parametrize(
    ("chosen", "used"),
    [
        (ZMQChannelsWebsocketConnection, KernelConnection),
        (GatewayWebSocketConnection, GatewayConnection),
        (Configured, Configured),
    ],
)
def test_replaces_the_servers_own_class_only(chosen: type, used: type) -> None:
    """A local kernel and a gateway get the quick connection; a choice of the administrator stays."""
    settings = {"kernel_websocket_connection_class": chosen}
    server = SimpleNamespace(web_app=SimpleNamespace(settings=settings), kernel_websocket_connection_class=chosen)
    extension._load_jupyter_server_extension(server)
    assert settings["kernel_websocket_connection_class"] is used
    assert server.kernel_websocket_connection_class is used


def test_the_file_of_the_wheel_names_the_extension(repository) -> None:
    """The module that the configuration file enables is there and says where it is loaded from."""
    text = (repository / "nbapp" / "serve" / "server_config" / "nbapp.json").read_text(encoding="utf-8")
    (name,) = json.loads(text)["ServerApp"]["jpserver_extensions"]
    assert import_module(name)._jupyter_server_extension_points() == [{"module": extension.__name__}]
