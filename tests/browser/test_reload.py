"""JupyterLab's page is loaded again, its kernel restarted."""

from __future__ import annotations

import pytest
from hosts import READY, Lab
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

SCRIPT = """%%app
import ipywidgets
name = st.text_input("Name")
raw = ipywidgets.IntSlider(value=3, max=10)
st.write(raw)
st.write(f"{name} has {raw.value}")
"""


def test_reload_brings_page_and_values_back(lab: Lab) -> None:
    """The kernel goes on; the new page shows what the old one did, and works."""
    app = lab.open(SCRIPT)
    app.get_by_label("Name").fill("Ada")
    app.get_by_label("Name").press("Enter")
    app.locator(".noUi-handle").press("ArrowRight")
    expect(app.get_by_text("Ada has 4", exact=True)).to_be_visible()
    lab.run("docmanager:save")
    lab.page.reload()
    lab.page.wait_for_function(READY, timeout=60_000)
    expect(app.get_by_text("Ada has 4", exact=True)).to_be_visible()
    expect(app.get_by_label("Name")).to_have_value("Ada")
    expect(app.locator(".widget-readout")).to_have_text("4")
    app.locator(".noUi-handle").press("ArrowRight")
    expect(app.get_by_text("Ada has 5", exact=True)).to_be_visible()


def test_restarted_kernel_is_told_and_the_cell_runs_again(lab: Lab) -> None:
    """The old page says that it no longer answers; running the cells brings a new one."""
    app = lab.open(SCRIPT)
    expect(app.get_by_text("has 3", exact=True)).to_be_visible()
    lab.page.evaluate("jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()")
    expect(app.get_by_text("The kernel was restarted: run the cell again.")).to_be_visible()
    assert app.locator(".nbapp-frame").evaluate("(el) => el.inert && Number(getComputedStyle(el).opacity) < 1")
    lab.page.wait_for_function(READY)
    lab.run("notebook:run-all-cells")
    expect(app.get_by_text("The kernel was restarted")).to_be_hidden()
    app.locator(".noUi-handle").press("ArrowRight")
    expect(app.get_by_text("has 4", exact=True)).to_be_visible()
