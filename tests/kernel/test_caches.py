"""Cached functions in real kernels: stopping one, closing an app, restarting the kernel."""

from __future__ import annotations

from pathlib import Path

import pytest
from front_end import FrontEnd

pytestmark = pytest.mark.kernel

STORED = """
from dataclasses import dataclass

@dataclass
class Point:
    x: int

@st.cache_data(persist="disk")
def compute():
    st.text("drawn")
    return Point(6)

st.text(compute().x * 7)
"""


@pytest.mark.parametrize("body", ["time.sleep(100)", "while True: pass", "while True: st.text('x')"])
def test_interrupt_stops_a_cached_function(front: FrontEnd, body: str) -> None:
    """A newer run waits for its result (R116); who interrupts the kernel does not. Nothing is kept."""
    code = f"""%%app
import time
@st.cache_data
def slow(again):
    st.text("begun")
    if not again:
        return "kept"
    {body}
st.text(slow(n == 0))
"""
    front.run("n = 0")
    cell = front.run(code, wait=False)
    page = front.until(lambda: next((front.pages[view] for view in cell.views if view in front.pages), None))
    front.until(lambda: "begun" in page.text)
    front.manager.interrupt_kernel()
    front.finish(cell, 5)
    assert cell.reply["ename"] == "KeyboardInterrupt"
    front.run("n = 1")
    assert front.app(code.partition("\n")[2]).bodies("text")[-1] == "kept"


def test_object_of_an_app_is_released_when_its_cell_is_run_again(front: FrontEnd) -> None:
    """R158: the app that the cell made before is closed, and with it its session."""
    code = """%%app --name scoped
@st.cache_resource(scope="session", on_release=lambda made: open_.remove(made))
def connect():
    open_.append(len(open_) + made)
    return open_[-1]
connect()
"""
    front.run("open_, made = [], 0")
    front.run(code)
    front.run("made = 5")
    front.run(code)
    front.rest(5)
    assert front.run("print(open_)").text == "[5]\n"


def test_result_survives_the_kernel(tmp_path: Path) -> None:
    """R157: with what it drew, and objects of the app's own classes, in whichever app of the next kernel."""
    texts = []
    for cells in (0, 1):
        front = FrontEnd(env={"NBAPP_CACHE_DIR": str(tmp_path)}, subshells=False)
        try:
            front.run("%load_ext nbapp\nimport nbapp as st")
            for _ in range(cells):
                front.app("st.text('another app')")
            texts.append(front.app(STORED).bodies("text"))
        finally:
            front.close()
        (entry,) = tmp_path.rglob("*.entry")
        texts.append(entry.stat().st_mtime_ns)
    assert texts[0] == texts[2] == ["drawn", "42"]
    assert texts[1] == texts[3]
