"""The servers of the browser tests: one JupyterLab (with Notebook 7) and one Voilà over one folder of notebooks."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

PATIENCE = 60.0
CONNECTION = "nbapp.serve.connection.KernelConnection"
LAB = (
    *("jupyterlab", "--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1", "--ServerApp.port_retries=0"),
    *("--IdentityProvider.token=", "--ServerApp.password=", "--LabApp.expose_app_in_browser=True"),
    *("--LabApp.extension_manager=readonly", f"--ServerApp.kernel_websocket_connection_class={CONNECTION}"),
)
VOILA = (
    *("voila", "--no-browser", "--Voila.ip=127.0.0.1", "--strip_sources=True", "--template=nbapp"),
    *(f"--Voila.kernel_websocket_connection_class={CONNECTION}", "--VoilaConfiguration.allow_theme_override=YES"),
)


class Server:
    """A server of this environment on a free port; it is being started once it is made.

    Parameters
    ----------
    folder : Path
        Its notebooks.
    arguments : sequence of str
        A module to run, and its options; "{port}" and "{folder}" are filled in.
    """

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = folder / f".{arguments[0]}.log"
        self._up = False
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", *(each.format(port=self.port, folder=folder) for each in arguments)],
                cwd=folder,
                env=environment(folder),
                start_new_session=True,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def wait(self) -> Server:
        """Wait until it answers."""
        deadline = time.monotonic() + PATIENCE
        while not self._up:
            assert self._process.poll() is None, self.log.read_text()
            assert time.monotonic() < deadline, self.log.read_text()
            try:
                with urllib.request.urlopen(f"{self.url}/api", timeout=5) as reply:
                    self._up = reply.status == 200
            except urllib.error.HTTPError:
                self._up = True
            except OSError:
                time.sleep(0.05)
        return self

    def stop(self) -> None:
        """End it, with the kernels that it started."""
        if self._process.poll() is not None:
            return
        os.killpg(self._process.pid, signal.SIGTERM)
        try:
            self._process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()


def start_lab(folder: Path) -> Server:
    """Start JupyterLab; the same server has Notebook 7 at ``/notebooks``."""
    return Server(folder, *LAB, "--ServerApp.port={port}", "--ServerApp.root_dir={folder}")


def start_voila(folder: Path) -> Server:
    """Start Voilà for every notebook of a folder."""
    return Server(folder, *VOILA, "--port={port}", "{folder}")


def free_port() -> int:
    """Ask the system for a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(folder: Path) -> dict[str, str]:
    """The environment of a server: nothing of the person's own settings, and no question at the first start."""
    home = folder / ".jupyter"
    notification = home / "settings" / "@jupyterlab" / "apputils-extension" / "notification.jupyterlab-settings"
    notification.parent.mkdir(parents=True, exist_ok=True)
    notification.write_text(json.dumps({"fetchNews": "false", "checkForUpdates": False}))
    return {
        **os.environ,
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
        "IPYTHONDIR": str(home / "ipython"),
        "PYTHONWARNINGS": "",
    }
