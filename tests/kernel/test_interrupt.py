"""A run can be stopped: by the kernel's interrupt and by the Stop button, wherever it is; the kernel reports busy."""

from __future__ import annotations

import time

import pytest
from front_end import Executed, FrontEnd
from paper import Page

from nbapp.kernel.busy import DELAY

pytestmark = pytest.mark.kernel

ENDLESS = {
    "pure Python": "while True: pass",
    "elements": "while True: st.text('x')",
    "sleep": "import time\ntime.sleep(100)",
    "prints": "while True: print('x')",
    "await": "import asyncio\nawait asyncio.sleep(100)",
    "beside": "@st.fragment(parallel=True)\ndef part():\n    while True: pass\npart()",
    "except": "import time\nwhile True:\n    try:\n        time.sleep(100)\n    except Exception:\n        pass",
}
endless = pytest.mark.parametrize("body", ENDLESS.values(), ids=ENDLESS)


def begun(front: FrontEnd, cell: Executed) -> Page:
    """The page of a first run that has begun to draw."""
    page = front.until(lambda: next((front.pages[view] for view in cell.views if view in front.pages), None))
    front.until(lambda: "begun" in page.text)
    time.sleep(0.05)
    return page


@endless
def test_interrupt_stops_a_first_run(front: FrontEnd, body: str) -> None:
    """The cell ends with KeyboardInterrupt, the page says so, and the kernel goes on."""
    cell = front.run(f"%%app\nst.text('begun')\n{body}", wait=False)
    page = begun(front, cell)
    front.manager.interrupt_kernel()
    front.finish(cell)
    assert cell.reply["ename"] == "KeyboardInterrupt"
    assert "topped" in page.text
    assert front.app("st.text('next')").bodies("text") == ["next"]


@endless
def test_interrupt_stops_a_rerun(front: FrontEnd, body: str) -> None:
    """Although the kernel executes no cell."""
    indented = body.replace("\n", "\n    ")
    page = front.app(f"n = st.slider('n', 0, 9)\nst.text(f'begun {{n}}')\nif n:\n    {indented}\nst.text(n)")
    front.post(page.input("n"), {"method": "update", "state": {"value": 1}})
    front.until(lambda: "begun 1" in page.text)
    time.sleep(0.05)
    front.manager.interrupt_kernel()
    front.until(lambda: "topped" in page.text)
    front.rest()
    front.touch(page.input("n"), value=0)
    assert page.bodies("text") == ["begun 0", "0"]


def test_interrupt_of_an_idle_kernel_does_nothing(front: FrontEnd) -> None:
    """No run is under way."""
    front.manager.interrupt_kernel()
    assert front.run("print('alive')").text == "alive\n"


def test_interrupt_of_an_ordinary_cell(front: FrontEnd) -> None:
    """As ever."""
    cell = front.run("print('begun')\nimport time\ntime.sleep(100)", wait=False)
    front.until(lambda: "begun" in cell.text)
    front.manager.interrupt_kernel()
    front.finish(cell)
    assert cell.reply["ename"] == "KeyboardInterrupt"


def test_the_stop_button_stops_a_rerun(front: FrontEnd) -> None:
    """Its message comes while the run works."""
    page = front.app("n = st.slider('n', 0, 9)\nst.text(f'begun {n}')\nwhile n: pass")
    front.post(page.input("n"), {"method": "update", "state": {"value": 1}})
    front.until(lambda: "begun 1" in page.text)
    front.tell(page, t="stop")
    front.until(lambda: "topped" in page.text)


def test_the_stop_button_stops_a_first_run(front: FrontEnd) -> None:
    """Where messages of pages have a shell of their own; elsewhere the kernel's interrupt does it."""
    if front.subshell is None:
        pytest.skip("this kernel has no subshells")
    cell = front.run("%%app\nst.text('begun')\nwhile True: pass", wait=False)
    front.tell(begun(front, cell), t="stop")
    front.finish(cell)
    assert cell.reply["ename"] == "KeyboardInterrupt"


def test_interrupt_where_nbapp_is_loaded_at_the_start() -> None:
    """No cell executes when the kernel's configuration loads it."""
    front = FrontEnd(arguments=("--InteractiveShellApp.extensions=nbapp",))
    try:
        front.run("import nbapp as st")
        page = front.app("n = st.slider('n', 0, 9)\nst.text(n)\nwhile n: pass")
        front.post(page.input("n"), {"method": "update", "state": {"value": 1}})
        front.until(lambda: page.bodies("text") == ["1"])
        front.manager.interrupt_kernel()
        front.until(lambda: "topped" in page.text)
    finally:
        front.close()


def test_a_long_rerun_reports_busy(front: FrontEnd) -> None:
    """To the page, and as the kernel's status, until it ends; a server that culls idle kernels counts it."""
    page = front.app("import time\nn = st.slider('n', 0, 9)\ntime.sleep(n / 10)\nst.text(n)")
    front.messages.clear()
    page.history.clear()
    front.post(page.input("n"), {"method": "update", "state": {"value": 5}})
    front.until(lambda: page.bodies("text") == ["5"])
    front.until(lambda: page.history == ["running", "idle"])
    own = [m for m in front.messages if m["msg_type"] == "status" and not m["parent_header"]]
    states = [message["content"]["execution_state"] for message in own]
    assert (set(states[:-1]), states[-1]) == ({"busy"}, "idle")


def test_a_brief_rerun_says_nothing(front: FrontEnd) -> None:
    """Two messages for each step of a slider would cost more than the run."""
    page = front.app("n = st.slider('n', 0, 9999)\nst.text(n)")
    for value in range(1, 1000):
        front.messages.clear()
        began = time.monotonic()
        front.touch(page.input("n"), value=value)
        if time.monotonic() - began < DELAY:  # else the machine was busy with something else
            break
    assert not [m for m in front.messages if m["msg_type"] == "status" and not m["parent_header"]]
