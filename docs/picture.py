"""Makes the README's picture from the real thing: the demo notebook in Voilà, seen by a browser (`make picture`)."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY / "tests"))

import chromium  # noqa: E402  a neighbour of the tests

PICTURE = REPOSITORY / "docs" / "images" / "demo.png"


@contextmanager
def voila(notebook: str) -> Iterator[str]:
    """Serve a notebook on a free port, and give its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "voila",
        notebook,
        "--no-browser",
        f"--port={port}",
        "--Voila.ip=127.0.0.1",
        "--template=nbapp",
    ]
    with subprocess.Popen(command, cwd=REPOSITORY, stderr=subprocess.DEVNULL) as server:
        try:
            while server.poll() is None and socket.socket().connect_ex(("127.0.0.1", port)):
                time.sleep(0.1)
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()


def main(notebook: str = "notebooks/demo.ipynb", picture: str = str(PICTURE), scheme: str = "light") -> None:
    """Open the app, wait until it is still, and take its picture."""
    with voila(notebook) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1200, "height": 860}, color_scheme=scheme)
        page.goto(address)
        page.get_by_role("heading", level=1).wait_for(timeout=60_000)
        page.wait_for_timeout(4_000)
        page.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
