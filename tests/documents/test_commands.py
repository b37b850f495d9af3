"""The commands of the documentation do what they say; here the real ones run."""

from __future__ import annotations

import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from pages import REPOSITORY, commands

# Every command of the README and docs, and where it is run.
RUN_HERE = {"make demo", "make lab"}
RUN_BY_CI = {"make test", "make check", "pip install ."}
VOILA = next(command for command in commands() if command.startswith("voila "))
# What a make around these tests, or a screen, would say to the make inside them.
NOT_HANDED_ON = {"ARGS", "DISPLAY", "MAKEFLAGS", "MAKELEVEL", "MAKEOVERRIDES", "MFLAGS", "WAYLAND_DISPLAY"}


@pytest.fixture
def start(tmp_path) -> Iterator:
    """Start a command of the documentation, as a person would; end it, and all that it has started, after the test."""
    started = []
    ours = {"VENV": sys.prefix, "JUPYTER_CONFIG_DIR": str(tmp_path), "JUPYTERLAB_WORKSPACES_DIR": str(tmp_path)}
    ours["PATH"] = os.pathsep.join([str(Path(sys.prefix, "bin")), os.environ["PATH"]])
    theirs = {name: value for name, value in os.environ.items() if name not in NOT_HANDED_ON}

    def run(*command: str) -> subprocess.Popen:
        process = subprocess.Popen(
            command, cwd=REPOSITORY, env={**theirs, **ours}, start_new_session=True, stderr=subprocess.DEVNULL
        )
        started.append(process)
        return process

    yield run
    for process in started:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=30)


def free_port() -> str:
    """Ask the system for a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


def page_of(process: subprocess.Popen, port: str) -> str:
    """Fetch the first page of a server that is being started."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        assert process.poll() is None, "the command has ended"
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=60) as reply:
                return reply.read().decode()
        except urllib.error.HTTPError as refusal:
            return f"refused: {refusal.code}"
        except urllib.error.URLError:
            time.sleep(0.2)
    raise AssertionError("the server does not answer")


def test_every_command_is_run() -> None:
    """Each command that a page tells is run here, by another test, or by .ci/run."""
    assert commands() <= RUN_HERE | RUN_BY_CI | {VOILA}
    script = (REPOSITORY / ".ci" / "run").read_text(encoding="utf-8")
    assert not [command for command in RUN_BY_CI if command.replace("make ", "") not in script]


@pytest.mark.kernel
def test_make_demo_serves_the_app(start) -> None:
    """`make demo` serves the demo notebook in Voilà."""
    port = free_port()
    assert "kernelId" in page_of(start("make", "demo", f"PORT={port}"), port)


@pytest.mark.kernel
def test_make_lab_starts_jupyterlab(start) -> None:
    """`make lab` starts JupyterLab, which asks strangers for its token."""
    port = free_port()
    lab = start("make", "lab", f"LAB_PORT={port}", "ARGS=--ServerApp.custom_display_url=http://127.0.0.1")
    assert re.search("Password or token|refused: 403", page_of(lab, port))


@pytest.mark.kernel
def test_voila_command_serves_the_app(start) -> None:
    """The command of docs/install.md serves the demo notebook."""
    port = free_port()
    words = shlex.split(re.sub(r"--port=\d+", f"--port={port}", VOILA))
    assert "kernelId" in page_of(start(str(Path(sys.prefix, "bin", words[0])), *words[1:]), port)
