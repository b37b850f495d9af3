"""What a rerun costs beside the script's own work: timed in a real kernel, in a real app, without a browser."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.manager import start_new_kernel

TIMER = Path(__file__).with_name("timer.py").read_text(encoding="utf-8")
PATIENCE = 120


@dataclass(frozen=True)
class Job:
    """One script whose reruns are timed.

    Attributes
    ----------
    title : str
        What a table calls it.
    code : str
        The script.
    """

    title: str
    code: str

    @property
    def own(self) -> str:
        """The script's own work: the same with functions that do nothing."""
        return re.sub(r"\bst\.\w+", "nothing", re.sub(r"^import .*", "", self.code, flags=re.MULTILINE))


LINES = """
import nbapp as st
for i in range(1000):
    st.text(f"row {i}")
"""
ONE_CHANGES = """
import nbapp as st
st.text(f"row {next(numbers)}")
for i in range(999):
    st.text(f"row {i}")
"""
SLIDERS = """
import nbapp as st
for i in range(200):
    st.slider(f"slider {i}", 0, 100, 5)
"""
KINDS = """
import nbapp as st
for i in range(40):
    st.slider(f"slider {i}", 0, 100, 5)
    st.checkbox(f"box {i}")
    st.text_input(f"text {i}")
    st.selectbox(f"choice {i}", ["a", "b", "c"])
    st.button(f"button {i}")
"""
WIDGETS = """
import ipywidgets as st
for i in range(200):
    st.IntSlider(value=5, min=0, max=100, description=f"{i}")
"""
JOBS = {
    "nothing": Job("an empty script", "pass"),
    "nodes": Job("1,000 lines, none of which changes", LINES),
    "one": Job("1,000 lines, of which one changes", ONE_CHANGES),
    "inputs": Job("200 sliders", SLIDERS),
    "mixed": Job("200 inputs of five kinds", KINDS),
    "widgets": Job("200 ipywidgets that the script constructs", WIDGETS),
}


@dataclass(frozen=True)
class Cost:
    """Milliseconds of one rerun, the median of many.

    Attributes
    ----------
    run : float
        The processor time that the rerun took on its thread, all told.
    own : float
        The script's own work in that.
    """

    title: str
    run: float
    own: float
    reruns: int

    @property
    def bookkeeping(self) -> float:
        """What nbapp adds."""
        return self.run - self.own

    def as_json(self) -> dict[str, Any]:
        """The figures, for a file."""
        return {**asdict(self), "bookkeeping": self.bookkeeping}


def measure(reruns: int) -> dict[str, Cost]:
    """Time the reruns of every job, in one kernel."""
    manager, client = start_new_kernel(stderr=subprocess.DEVNULL)
    try:
        say(client, f"%load_ext nbapp\nimport itertools\nnumbers = itertools.count()\n{TIMER}")
        return {name: cost(client, name, job, reruns) for name, job in JOBS.items()}
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def cost(client: BlockingKernelClient, name: str, job: Job, reruns: int) -> Cost:
    """Time one job."""
    say(client, f"%%app --name {name}\n{job.code}")
    told = say(client, f"print(measure({name!r}, {job.own!r}, {reruns}))")
    run, own = json.loads(told)
    say(client, f"end({name!r})")
    return Cost(job.title, run, own, reruns)


def say(client: BlockingKernelClient, code: str) -> str:
    """Run a cell; what it prints is returned.

    Raises
    ------
    RuntimeError
        If the cell fails.
    """
    printed: list[str] = []

    def hear(message: dict[str, Any]) -> None:
        if message["msg_type"] == "stream":
            printed.append(message["content"]["text"])

    reply = client.execute_interactive(code, output_hook=hear, timeout=PATIENCE)
    if reply["content"]["status"] != "ok":
        raise RuntimeError("\n".join(reply["content"].get("traceback", ["the kernel does not answer"])))
    return "".join(printed)
