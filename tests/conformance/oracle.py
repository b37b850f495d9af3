"""The oracle: Streamlit in a process and an environment of its own, asked what it shows."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from described import played

from bench.peer import streamlit_python
from nbapp.testing import AppTest

Agree = Callable[..., list[dict[str, Any]]]
"""What the fixture `agree` is."""

Differ = Callable[..., None]
"""What the fixture `differ` is."""

HERE = Path(__file__).parent


class Oracle:
    """One process of Streamlit's for all questions."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [streamlit_python(None), "-W", "ignore", str(HERE / "streamlit_side.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            bufsize=1,
        )

    def play(
        self, script: str, steps: list[str], path: str | None = None, scoped: bool = False
    ) -> list[dict[str, Any]]:
        """What Streamlit shows after each step of using a script; if `scoped`, fragments run alone as in a browser."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"script": script, "steps": steps, "path": path, "scoped": scoped}) + "\n")
        self._process.stdin.flush()
        reply = json.loads(self._process.stdout.readline())
        assert "failed" not in reply, reply["failed"]
        shown: list[dict[str, Any]] = reply["shown"]
        return shown

    def close(self) -> None:
        """End the process."""
        self._process.stdin.close()  # type: ignore[union-attr]
        self._process.stdout.close()  # type: ignore[union-attr]
        self._process.wait(timeout=10)


def ours(script: str, steps: list[str], path: str | None = None) -> list[dict[str, Any]]:
    """What nbapp shows."""
    at = AppTest.from_file(path, streamlit=True) if path else AppTest.from_string(script, streamlit=True)
    at.default_timeout = 30
    with at:
        return json.loads(json.dumps(played(at, steps)))
