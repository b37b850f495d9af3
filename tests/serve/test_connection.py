"""The kernel websocket: real servers, and the option that the kernel's operating system has for their sockets."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from tornado.httpclient import HTTPRequest
from tornado.ioloop import IOLoop
from tornado.websocket import websocket_connect

pytestmark = pytest.mark.kernel

CLASS = "nbapp.serve.connection.KernelConnection"
# Says on stdout what the socket of each new connection is set to; it takes the place of the class that is tested.
WITNESS = """
import socket
from nbapp.serve import connection

class Witness(connection.KernelConnection):
    def connect(self):
        connected = super().connect()
        stream = self.websocket_handler.ws_connection.stream
        print("TCP_NODELAY", stream.socket.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY), flush=True)
        return connected

connection.KernelConnection = Witness
connection.QUICK = {kind: Witness for kind in connection.QUICK}
"""
SERVER = "from jupyter_server.serverapp import main; main()"
VOILA = "from voila.app import main; main()"


def free_port() -> int:
    """Ask the system for a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def start(tmp_path: Path) -> Iterator:
    """Start a server with the configuration file of the wheel and the witness; stop it after the test."""
    config = tmp_path / "config" / "jupyter_server_config.d"
    config.mkdir(parents=True)
    repository = Path(__file__).parents[2]
    shutil.copy(repository / "nbapp" / "serve" / "server_config" / "nbapp.json", config)
    environment = {**os.environ, "JUPYTER_CONFIG_PATH": str(config.parent), "PYTHONUNBUFFERED": "1"}
    started = []

    def run(program: str, *arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", WITNESS + program, *arguments]
        log = (tmp_path / "server.log").open("w")
        server = subprocess.Popen(
            command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=log, text=True, bufsize=1
        )
        started.append((server, log))
        return server

    yield run
    for server, log in started:
        server.terminate()
        server.communicate(timeout=30)
        log.close()


def answer(server: subprocess.Popen[str], address: str, data: bytes | None = None) -> str:
    """Ask an address until the server is up."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        assert server.poll() is None, "the server ended"
        try:
            with urllib.request.urlopen(address, data=data, timeout=60) as reply:
                return reply.read().decode()
        except urllib.error.URLError as error:
            if not isinstance(error.reason, ConnectionRefusedError):
                raise
            time.sleep(0.1)
    raise AssertionError("the server does not answer")


def connect(port: int, kernel: str) -> None:
    """Open a kernel websocket as a browser does, and close it."""
    request = HTTPRequest(f"ws://127.0.0.1:{port}/api/kernels/{kernel}/channels?session_id=test&token=secret")

    async def once() -> None:
        (await websocket_connect(request)).close()

    loop = IOLoop(make_current=False)
    loop.run_sync(once)
    loop.close()


def test_jupyter_server_sets_nodelay(start) -> None:
    """The file that the wheel installs makes a Jupyter server use our connection."""
    port = free_port()
    root = ["--allow-root"] if os.getuid() == 0 else []
    server = start(SERVER, "--no-browser", "--ip=127.0.0.1", f"--port={port}", "--IdentityProvider.token=secret", *root)
    kernel = json.loads(answer(server, f"http://127.0.0.1:{port}/api/kernels?token=secret", b""))["id"]
    connect(port, kernel)
    assert server.stdout.readline().strip() == "TCP_NODELAY 1"


def test_voila_sets_nodelay(start, tmp_path: Path) -> None:
    """The flag that the documentation names makes a standalone Voilà use our connection."""
    nbformat.write(nbformat.v4.new_notebook(), tmp_path / "empty.ipynb")
    port = free_port()
    flag = f"--Voila.kernel_websocket_connection_class={CLASS}"
    server = start(VOILA, "empty.ipynb", "--no-browser", "--Voila.ip=127.0.0.1", f"--port={port}", flag)
    kernel = re.search(r'"kernelId": ?"([^"]+)"', answer(server, f"http://127.0.0.1:{port}/")).group(1)
    connect(port, kernel)
    assert server.stdout.readline().strip() == "TCP_NODELAY 1"
