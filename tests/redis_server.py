"""A Redis server for the tests, on this machine alone. Run as a program, it installs one where there is none."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 10.0


def find() -> str | None:
    """Find a server: the one that NBAPP_REDIS_SERVER names, or the system's."""
    return os.environ.get("NBAPP_REDIS_SERVER") or shutil.which("redis-server")


def can_install() -> bool:
    """Whether the system's packages are ours to install."""
    return shutil.which("apt-get") is not None and os.geteuid() == 0


def install() -> None:
    """Install a server; the system's own instance of it is not started."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    subprocess.run(["apt-get", "update", "-qq"], check=True)
    subprocess.run(
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "redis-server"], env=quiet, check=True
    )


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


@contextmanager
def running(folder: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server for the length of a `with` block; what it holds goes with it."""
    found = find()
    assert found, "no redis-server: run 'python tests/redis_server.py', or name one in NBAPP_REDIS_SERVER"
    command = [found, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
        try:
            wait_for(port)
            yield server
        finally:
            server.terminate()


def wait_for(port: int) -> None:
    """Wait until a server listens."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            assert time.monotonic() < end, "the Redis server does not start"
            time.sleep(0.02)
        else:
            return


if __name__ == "__main__" and find() is None:
    if can_install():
        install()
    else:
        print("No redis-server, and it cannot be installed here: its tests are skipped.")
