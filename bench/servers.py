"""The servers whose pages are compared: Voilà and JupyterLab of this environment, and Streamlit."""

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
from collections.abc import Callable
from pathlib import Path

from bench.cases import LAB, LAB_SLOW, STREAMLIT_WITHOUT_GC, VOILA, VOILA_SLOW

PATIENCE = 90.0
CONNECTION = "nbapp.serve.connection.KernelConnection"
WITHOUT_GC = Path(__file__).parent / "without_gc"
COMMANDS = {
    VOILA: (
        *("voila", "{folder}", "--no-browser", "--Voila.ip=127.0.0.1", "--port={port}"),
        f"--Voila.kernel_websocket_connection_class={CONNECTION}",
    ),
    VOILA_SLOW: ("voila", "{folder}", "--no-browser", "--Voila.ip=127.0.0.1", "--port={port}"),
    LAB: (
        *("jupyterlab", "--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1", "--ServerApp.port={port}"),
        *("--ServerApp.root_dir={folder}", "--IdentityProvider.token=", "--ServerApp.password="),
        *("--LabApp.expose_app_in_browser=True", "--LabApp.extension_manager=readonly"),
    ),
}
COMMANDS[LAB_SLOW] = (*COMMANDS[LAB], "--ServerApp.jpserver_extensions={{'nbapp.serve.extension': False}}")
STREAMLIT_COMMAND = (
    *("streamlit", "run", "{script}", "--server.headless=true", "--server.address=127.0.0.1"),
    *("--server.port={port}", "--browser.gatherUsageStats=false", "--server.fileWatcherType=none"),
)


class Server:
    """A server on a free port of this machine; it is being started once it is made.

    Parameters
    ----------
    python : str
        The interpreter of its environment.
    command : tuple of str
        A module to run, and its options; "{port}" and what `places` names are filled in.
    folder : Path
        Where it works and writes its log.
    gc : bool
        Whether its full garbage collections happen.
    places : str
        What else the options name.
    """

    def __init__(self, python: str, command: tuple[str, ...], folder: Path, *, gc: bool = True, **places: str) -> None:
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        self._log = folder / f".{command[0]}-{port}.log"
        self._up = False
        with self._log.open("wb") as log:
            self.process = subprocess.Popen(
                [python, "-m", *(word.format(port=port, folder=folder, **places) for word in command)],
                cwd=folder,
                env=environment(folder, gc),
                start_new_session=True,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def wait(self) -> Server:
        """Wait until it answers.

        Raises
        ------
        RuntimeError
            With its log, if it does not.
        """
        deadline = time.monotonic() + PATIENCE
        while not self._up:
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{self.process.args!r} does not answer:\n{self._log.read_text()[-4000:]}")
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
        for signal_ in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(self.process.pid, signal_)
                self.process.wait(timeout=10)
            except ProcessLookupError:
                return
            except subprocess.TimeoutExpired:
                continue


class Servers:
    """Every server of one comparison, started when it is first needed.

    Parameters
    ----------
    folder : Path
        The notebooks and scripts.
    streamlit : str or None
        The interpreter of an environment with Streamlit.
    """

    def __init__(self, folder: Path, streamlit: str | None) -> None:
        self._folder = folder
        self._streamlit = streamlit
        self._started: dict[tuple[str, str], Server] = {}

    def jupyter(self, host: str) -> Server:
        """Voilà or JupyterLab, with or without the connection class."""
        return self._get((host, ""), lambda: Server(sys.executable, COMMANDS[host], self._folder))

    def streamlit(self, host: str, script: Path) -> Server:
        """Streamlit, for one script."""
        return self._get(
            (host, script.name),
            lambda: Server(
                self._streamlit or sys.executable,
                STREAMLIT_COMMAND,
                self._folder,
                gc=host != STREAMLIT_WITHOUT_GC,
                script=str(script),
            ),
        )

    def stop(self) -> None:
        """End them all."""
        for server in self._started.values():
            server.stop()
        self._started.clear()

    def _get(self, name: tuple[str, str], start: Callable[[], Server]) -> Server:
        if name not in self._started:
            self._started[name] = start()
        return self._started[name].wait()


def free_port() -> int:
    """Ask the system for a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(folder: Path, gc: bool) -> dict[str, str]:
    """The environment of a server: nothing of the person's own settings, and no question at the first start."""
    home = folder / ".jupyter"
    notification = home / "settings" / "@jupyterlab" / "apputils-extension" / "notification.jupyterlab-settings"
    notification.parent.mkdir(parents=True, exist_ok=True)
    notification.write_text(json.dumps({"fetchNews": "false", "checkForUpdates": False}))
    ours = {
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
        "IPYTHONDIR": str(home / "ipython"),
    }
    return {**os.environ, **ours} if gc else {**os.environ, **ours, "PYTHONPATH": str(WITHOUT_GC)}
