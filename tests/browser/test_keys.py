"""The keyboard and the bar of an app: rerun, clear the cache, stop, run."""

from __future__ import annotations

import pytest
from hosts import Host
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

SCRIPT = """%%app
@st.cache_data
def made():
    st.session_state.made = st.session_state.get("made", 0) + 1
    return st.session_state.made
runs = st.session_state.runs = st.session_state.get("runs", 0) + 1
st.checkbox("Tick")
st.text_input("Text")
st.write(f"made {made()} in run {runs}")
"""
ENDLESS = """%%app
import time
if st.button("Go"):
    st.write("going")
    while True:
        time.sleep(0.01)
st.write("at rest")
"""
CELL_TYPES = "jupyterapp.shell.currentWidget.content.widgets.map((cell) => cell.model.type).join()"


def test_r_reruns_and_c_clears_the_cache(host: Host) -> None:
    """Where the focus is in the app and not in an input; JupyterLab's own R and C stay quiet."""
    app = host.open(SCRIPT)
    tick = app.get_by_label("Tick")
    tick.focus()
    tick.press("r")
    expect(app.get_by_text("made 1 in run 2", exact=True)).to_be_visible()
    tick.press("c")
    expect(app.get_by_text("made 2 in run 3", exact=True)).to_be_visible()
    tick.press("m")
    tick.press("y")
    if host.name == "lab":
        assert host.page.evaluate(CELL_TYPES) == "code,code"


def test_letters_in_an_input_are_letters(host: Host) -> None:
    """R and C are typed, and nothing runs."""
    app = host.open(SCRIPT)
    box = app.get_by_label("Text")
    box.press_sequentially("racer")
    expect(box).to_have_value("racer")
    expect(app.get_by_text("made 1 in run 1", exact=True)).to_be_visible()


def test_stop_ends_an_endless_script(host: Host) -> None:
    """The bar's Stop button; the app works on."""
    app = host.open(ENDLESS)
    app.get_by_role("button", name="Go", exact=True).click()
    expect(app.get_by_text("going", exact=True)).to_be_visible()
    app.get_by_role("button", name="Stop").click()
    expect(app.get_by_role("button", name="Stop")).to_be_hidden()
    app.get_by_role("button", name="Rerun").click(force=True)
    expect(app.get_by_text("at rest", exact=True)).to_be_visible()
    expect(app.get_by_text("going", exact=True)).to_have_count(0)


def test_manual_app_waits_for_run(host: Host) -> None:
    """A change says that it waits, and the Run button brings it in."""
    app = host.open("%%app --manual\nname = st.text_input('Name')\nst.write(f'hello {name}')")
    app.get_by_label("Name").fill("Ada")
    app.get_by_label("Name").press("Enter")
    run = app.get_by_role("button", name="Run")
    expect(run.filter(has_text="changes pending")).to_be_visible()
    expect(app.get_by_text("hello", exact=True)).to_be_visible()
    run.filter(has_text="Run").first.click()
    expect(app.get_by_text("hello Ada", exact=True)).to_be_visible()
    expect(app.get_by_text("changes pending")).to_have_count(0)
