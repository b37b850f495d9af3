"""A slider that is dragged: the thumb follows the hand, the page follows the thumb."""

from __future__ import annotations

import itertools

import pytest
from hands import drag, seen, watch
from hosts import Host
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

RAW = """%%app
import ipywidgets
runs = st.session_state.runs = st.session_state.get("runs", 0) + 1
raw = ipywidgets.IntSlider(
    value=10, min=-(runs % 2), max=100 + runs % 2, description=f"run {runs}", layout={"width": "700px"}
)
st.write(raw)
st.write(f"value {raw.value} of run {runs}")
"""
SLOW = """%%app
import time
amount = st.slider("Amount", 0, 100, 0)
st.write(f"begins with {amount}")
time.sleep(0.3)
st.write(f"complete with {amount}")
"""
COMPLETE = """(() => {
    const [begin, end] = ['begins', 'complete'].map((word) => el.innerText.match(`${word} with ([0-9]+)`)?.[1]);
    return begin && begin === end ? Number(end) : null;
})()"""


def test_thumb_never_jumps_back(host: Host) -> None:
    """At 60 moves a second, while each run gives the slider another minimum, maximum and description."""
    app = host.open(RAW)
    thumb = app.locator(".noUi-handle")
    track = app.locator(".noUi-base").evaluate("(el) => el.getBoundingClientRect().width")
    watch(thumb, "el.getBoundingClientRect().x")
    drag(host.page, thumb, by=0.7 * track, seconds=2)
    value = app.locator(".widget-readout").inner_text()
    expect(app.get_by_text(f"value {value} of run")).to_be_visible()
    places = seen(thumb)
    steps = [after - before for before, after in itertools.pairwise(places)]
    assert 77 <= int(value) <= 83
    assert len([step for step in steps if step > 0]) > 30, "the thumb did not follow the hand"
    # Bounds that move by one move a thumb that stands still by a hundredth of the track, as they should.
    assert min(steps) > -0.025 * track, f"the thumb jumped back, by {-min(steps):.0f} px of {track:.0f}"


def test_complete_pages_appear_during_a_drag(host: Host) -> None:
    """A script of 0.3 s shows whole pages while its reader drags without pause, and in the end the newest value."""
    app = host.open(SLOW)
    thumb = app.locator(".noUi-handle")
    expect(app.get_by_text("complete with 0")).to_be_visible()
    track = app.locator(".noUi-base").evaluate("(el) => el.getBoundingClientRect().width")
    watch(app, COMPLETE)
    drag(host.page, thumb, by=0.9 * track, seconds=4)
    value = int(app.locator(".widget-readout").inner_text())
    during = [amount for amount in seen(app) if 0 < amount < value]
    expect(app.get_by_text(f"complete with {value}")).to_be_visible()
    assert 87 <= value <= 93
    assert during, "no page was complete before the hand came to rest"
