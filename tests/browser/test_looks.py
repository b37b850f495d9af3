"""On a phone, and in the dark."""

from __future__ import annotations

import gallery
import pytest
from hosts import Host, Lab, Voila
from playwright.sync_api import expect
from rules import violations

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
LIGHTNESS = "(el) => Number(getComputedStyle(el).color.match(/[0-9]+/)[0])"


def test_phone(voila: Voila) -> None:
    """Nothing scrolls sideways, and columns stand below each other."""
    voila.open(gallery.SCRIPT)
    voila.page.set_viewport_size(PHONE)
    expect(voila.app.get_by_text("inside the first")).to_be_visible()
    columns = [column.bounding_box() for column in voila.app.locator(".nbapp-is-column").all()]
    assert columns[1]["y"] >= columns[0]["y"] + columns[0]["height"]
    assert columns[0]["width"] > 250
    assert voila.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    expect(voila.app.locator(".nbapp-is-vega canvas, .nbapp-is-vega svg").first).to_be_visible()
    chart = voila.app.locator(".nbapp-is-vega").bounding_box()
    assert chart["x"] + chart["width"] <= PHONE["width"]


FIGURE = """%%app
import plotly.graph_objects as go
n = st.slider("n", 1, 5, 2)
left, right = st.columns([1, 2])
with left:
    display(go.Figure(go.Bar(y=[1, n])))
with right:
    display(go.Figure(go.Bar(y=[1, n]), layout={"width": 250}))
"""
WATCH = """() => {
    window.widths = new Set();
    const look = () => {
        for (const el of document.querySelectorAll(".nbapp-body:not(.nbapp-pending) > .js-plotly-plot"))
            window.widths.add(Math.round(el.querySelector("svg.main-svg").width.baseVal.value));
        requestAnimationFrame(look);
    };
    look();
}"""


def test_a_figure_of_plotlys_fills_its_column(host: Host) -> None:
    """In every frame of a rerun; one that has a width keeps it."""
    app = host.open(FIGURE)
    figures = app.locator(".js-plotly-plot:has(svg.main-svg)")
    expect(figures).to_have_count(2)
    host.page.evaluate(WATCH)
    app.get_by_role("slider").press("ArrowRight")
    expect(app.locator(".widget-readout")).to_have_text("3")
    expect(app.locator(".ytick", has_text="3")).not_to_have_count(0)
    place = figures.first.bounding_box()
    assert place
    assert set(host.page.evaluate("[...window.widths]")) == {round(place["width"]), 250}


def test_dark_voila(voila: Voila) -> None:
    """Words can be read."""
    voila.visit(voila.write(gallery.SCRIPT), "?theme=dark")
    assert_readable(voila)


def test_dark_lab(lab: Lab) -> None:
    """Words can be read, and the other theme is put back."""
    lab.open(gallery.SCRIPT)
    choose = "(theme) => jupyterapp.commands.execute('apputils:change-theme', { theme })"
    lab.page.evaluate(choose, "JupyterLab Dark")
    try:
        lab.page.locator("body[data-jp-theme-light='false']").wait_for(state="attached")
        assert_readable(lab)
    finally:
        lab.page.evaluate(choose, "JupyterLab Light")
        lab.page.locator("body[data-jp-theme-light='true']").wait_for(state="attached")


def assert_readable(host: Host) -> None:
    """The page is dark, and axe finds enough contrast everywhere."""
    expect(host.app.get_by_text("inside the first")).to_be_visible()
    assert host.app.evaluate(LIGHTNESS) > 150, "the words are dark"
    assert [found for found in violations(host.page) if found.startswith("color-contrast")] == []
