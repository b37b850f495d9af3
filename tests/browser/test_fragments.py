"""Fragments in a browser: timers that stop when nobody looks, and apps that do not run while nobody does."""

from __future__ import annotations

import pytest
from hosts import Host, Lab
from playwright.sync_api import Locator, expect

pytestmark = pytest.mark.browser

TICKING = """%%app
runs = st.session_state.runs = st.session_state.get("runs", 0) + 1
@st.fragment(run_every=0.2)
def clock(n):
    JOURNAL
    st.text_input("Inside")
    st.text(f"clock {n}")
left, right = st.columns(2)
with left.container(border=True):
    st.text("above")
    if st.checkbox("Tick", True):
        clock(runs)
    st.text("below")
right.text(f"run {runs}")
"""


def said(app: Locator, text: str) -> None:
    """Wait until the page says it."""
    expect(app.get_by_text(text, exact=True)).to_be_visible()


def test_a_timer(host: Host) -> None:
    """It runs the fragment alone, disturbs nobody who types in it, and stops with it."""
    journal = host.journal()
    app = host.open(TICKING.replace("JOURNAL", journal.line("'tick'")))
    said(app, "clock 1")
    app.get_by_label("Inside").press_sequentially("slowly typed", delay=60)
    expect(app.get_by_label("Inside")).to_have_value("slowly typed")
    expect(app.get_by_label("Inside")).to_be_focused()
    before = len(journal.lines)
    host.page.wait_for_timeout(1500)
    assert 4 <= len(journal.lines) - before <= 9
    said(app, "run 1")
    app.get_by_label("Tick").uncheck()
    expect(app.get_by_text("clock 1")).to_have_count(0)
    host.page.wait_for_timeout(300)
    stopped = len(journal.lines)
    host.page.wait_for_timeout(800)
    assert len(journal.lines) == stopped
    places = [app.get_by_text(text, exact=True).bounding_box() for text in ("above", "below")]
    assert all(places)


def test_a_timer_rests_behind_another_tab(lab: Lab) -> None:
    """And makes up for it, once, when the notebook is in front again."""
    journal = lab.journal()
    app = lab.open(TICKING.replace("JOURNAL", journal.line("'tick'")))
    said(app, "clock 1")
    lab.run("launcher:create")
    expect(app).to_be_hidden()
    lab.page.wait_for_timeout(300)
    rested = len(journal.lines)
    lab.page.wait_for_timeout(1000)
    assert len(journal.lines) == rested
    lab.page.locator(".lm-TabBar-tab", has_text=".ipynb").click()
    lab.page.wait_for_timeout(700)
    assert rested + 2 <= len(journal.lines) <= rested + 6


def test_an_app_that_nobody_looks_at_does_not_run_by_itself(lab: Lab) -> None:
    """The notebook is closed, its kernel goes on, a cell sets a key: it runs when the notebook is open again."""
    journal = lab.journal()
    script = f"%%app\n{journal.line()}\nname = st.text_input('Name', key='name')\nst.text(f'hello {{name}}')"
    app = lab.open(script)
    said(app, "hello")
    execute = """async ([kernel, code]) => {
        const { kernels } = jupyterapp.serviceManager;
        const connection = kernels.connectTo({ model: { id: kernel, name: 'python3' } });
        await connection.requestExecute({ code }).done;
        connection.dispose();
    }"""
    kernel, path = lab.page.evaluate(
        "(({ sessionContext, context }) => [sessionContext.session.kernel.id, context.path])"
        "(jupyterapp.shell.currentWidget)"
    )
    lab.page.evaluate(execute, [kernel, "import nbapp; nbapp.session_state.name = 'Ada'"])
    said(app, "hello Ada")
    before = len(journal.lines)
    lab.run("docmanager:save")
    lab.run("application:close")
    expect(lab.page.locator(".nbapp-root")).to_have_count(0)
    lab.page.evaluate(execute, [kernel, "nbapp.session_state.name = 'Grace'"])
    lab.page.wait_for_timeout(500)
    assert len(journal.lines) == before
    lab.page.evaluate("(path) => void jupyterapp.commands.execute('docmanager:open', { path })", path)
    expect(app.get_by_text("hello Grace", exact=True)).to_be_visible(timeout=60_000)
    assert len(journal.lines) == before + 1
