"""What a cache hit and a look at session_state cost: timed inside one script, which nbapp and Streamlit both run."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from jupyter_client.manager import start_new_kernel

from bench.bookkeeping import PATIENCE, say

SCRIPT = Path(__file__).parent / "apps" / "timed" / "caches.py"
TITLES = {
    "ten": "ten cached functions, decorated and hit",
    "large": "a hit on a frame of ten million rows",
    "state": "1,000 keys of session_state, read and set",
}
WARMING = 2
"""Runs that compute, and are not counted."""

RERUN = """
def rerun(name, count):
    from IPython import get_ipython
    from nbapp.kernel.runtime import load
    app = load(get_ipython()).apps[name]
    step = app.runner.step
    for _ in range(count):
        done = threading.Event()
        app.runner.step = lambda: (step(), done.set())[0]
        app.mailbox.post_rerun()
        assert done.wait(60)
"""

STREAMLIT = """
import sys
from streamlit.testing.v1 import AppTest
app = AppTest.from_file(sys.argv[1], default_timeout=120)
for _ in range(int(sys.argv[2])):
    app.run()
    assert not app.exception, app.exception
"""

Times = dict[str, float]


def measure(streamlit: str | None, reruns: int) -> list[dict[str, Any]]:
    """Time both, one after the other, each in a process of its own.

    Parameters
    ----------
    streamlit : str or None
        The interpreter that has Streamlit.
    reruns : int
        How often the script runs.
    """
    ours = timed(in_kernel, reruns)
    theirs = timed(lambda count: in_streamlit(str(streamlit), count), reruns) if streamlit else {}
    return [{"title": title, "nbapp": ours[name], "Streamlit": theirs.get(name)} for name, title in TITLES.items()]


def timed(run: Callable[[int], None], reruns: int) -> Times:
    """The medians of what the script writes down, in milliseconds."""
    with tempfile.TemporaryDirectory(prefix="nbapp-bench-") as folder:
        file = Path(folder) / "times"
        os.environ["NBAPP_BENCH_TIMES"] = str(file)
        run(reruns + WARMING)
        lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    return {name: median(line[name] for line in lines[WARMING:]) * 1000 for name in TITLES}


def in_kernel(count: int) -> None:
    """Run the script in an app of a real kernel."""
    manager, client = start_new_kernel(stderr=subprocess.DEVNULL)
    try:
        say(client, f"%load_ext nbapp\nimport threading\n{RERUN}")
        script = SCRIPT.read_text(encoding="utf-8").replace("import streamlit as st", "import nbapp as st")
        say(client, f"%%app --name timed\n{script}")
        say(client, f"rerun('timed', {count - 1})")
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def in_streamlit(python: str, count: int) -> None:
    """Run the script in Streamlit, by the means that it has for tests: without a browser, as ours."""
    command = [python, "-c", STREAMLIT, str(SCRIPT), str(count)]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL, timeout=PATIENCE * 5)
