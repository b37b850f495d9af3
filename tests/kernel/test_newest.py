"""Newest wins, no click is lost or doubled, nobody starves: with a slow script in a real kernel."""

from __future__ import annotations

import time

import pytest
from front_end import FrontEnd

pytestmark = pytest.mark.kernel

SLOW = """
import time
n = st.slider('n', 0, 100)
st.session_state.setdefault('began', []).append(n)
if st.button('click'):
    st.session_state.clicks = st.session_state.get('clicks', 0) + 1
for i in range(10):
    time.sleep(0.03)
    st.text(f'{i} {n}')
"""


def move(front: FrontEnd, model: str, value: int) -> None:
    """Drag, without waiting for what comes of it."""
    front.post(model, {"method": "update", "state": {"value": value}}, wait=False)


def test_the_newest_value_wins(front: FrontEnd) -> None:
    """Of many changes in a slow run few begin a run of their own, and the last one is shown."""
    front.run("st.session_state.clear()")
    page = front.app(SLOW)
    for value in range(1, 41):
        move(front, page.input("n"), value)
    front.until(lambda: page.bodies("text")[-1:] == ["9 40"])
    front.rest()
    began = front.value("st.session_state.began")
    assert began == sorted(began)
    assert len(began) < 35


def test_every_click_takes_effect_once(front: FrontEnd) -> None:
    """Clicked and dragged at the same time."""
    front.run("st.session_state.clear()")
    page = front.app(SLOW)
    for value in range(1, 21):
        move(front, page.input("n"), value)
        if value % 4 == 0:
            front.post(page.input("click"), {"method": "custom", "content": {"event": "click"}}, wait=False)
        time.sleep(0.015)
    front.until(lambda: page.bodies("text")[-1:] == ["9 20"])
    front.rest()
    assert front.value("st.session_state.clicks") == 5


def test_a_reader_who_drags_sees_complete_pages(front: FrontEnd) -> None:
    """Within a few seconds, although each run is outdated before it ends."""
    page = front.app(SLOW)
    value, ended = 0, 0
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and ended < 2:
        value = value % 99 + 1
        move(front, page.input("n"), value)
        front.hears_nothing_for(0.02)
        ended = len({text for text in page.bodies("text") if text.startswith("9 ")} - {"9 0"}) + ended
    assert ended >= 2
    front.rest()


def test_a_change_in_the_first_run_is_not_lost(front: FrontEnd) -> None:
    """It outdates the run; the cell ends with the page of the newest value."""
    if front.subshell is None:
        pytest.skip("without subshells, messages wait for the cell")
    body = "import time\nn = st.slider('n', 0, 9)\nfor i in range(20):\n    time.sleep(0.02)\n    st.text(f'{i} {n}')"
    cell = front.run(f"%%app\n{body}", wait=False)
    page = front.until(lambda: next((front.pages[v] for v in cell.views if v in front.pages), None))
    front.until(lambda: page.slots("text"))
    move(front, page.input("n"), 7)
    front.finish(cell)
    front.rest()
    assert page.bodies("text")[-1] == "19 7"


def test_a_live_loop_gives_way(front: FrontEnd) -> None:
    """An endless rerun ends at the next change."""
    page = front.app(
        "import time\nn = st.slider('n', 0, 9)\nst.text(n)\nwhile n == 1:\n    time.sleep(0.01)\n    st.empty()"
    )
    front.post(page.input("n"), {"method": "update", "state": {"value": 1}})
    front.until(lambda: page.bodies("text") == ["1"])
    front.touch(page.input("n"), value=2)
    assert page.bodies("text") == ["2"]


def test_callbacks_run_once_before_the_script(front: FrontEnd) -> None:
    """With `session_state` already new."""
    body = "st.session_state.setdefault('calls', [])\n"
    body += "def called():\n    st.session_state.calls.append(st.session_state.n)\n"
    page = front.app(body + "n = st.slider('n', 0, 9, key='n', on_change=called)\nst.text(str(st.session_state.calls))")
    front.touch(page.input("n"), value=3)
    front.touch(page.input("n"), value=5)
    assert page.bodies("text") == ["[3, 5]"]
