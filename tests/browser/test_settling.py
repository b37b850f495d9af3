"""Pages with third-party widgets: left alone they are still, touched they run."""

from __future__ import annotations

import pytest
from hands import drag
from hosts import Host, Journal
from playwright.sync_api import Locator, expect

pytestmark = pytest.mark.browser

ALONE = 10.0
"""Seconds for which nobody touches the page."""

WIDGETS = {
    "leaflet": "import ipyleaflet\nm = ipyleaflet.Map(center=(59.9, 10.7), zoom=9)\nst.write(m)\nst.write(m.center)",
    "bqplot": "from bqplot import pyplot as plt\nfigure = plt.figure(title='lines')\nplt.plot([1, 2, 3], [3, 1, 2])\nfigure",
    "plotly figure": "import plotly.express as px\npx.scatter(x=[1, 2, 3], y=[3, 1, 2])",
    "plotly widget": "import plotly.graph_objects as go\nst.write(go.FigureWidget(go.Scatter(y=[3, 1, 2])))",
    "drawdata": "from drawdata import ScatterWidget\ndrawn = ScatterWidget(height=200)\ndrawn\nst.write(len(drawn.data))",
}
PRESENT = {
    "leaflet": ".leaflet-container",
    "bqplot": ".bqplot svg .lines path, .bqplot canvas",
    "plotly figure": ".js-plotly-plot .main-svg",
    "plotly widget": ".js-plotly-plot .main-svg",
    "drawdata": ".nbapp-is-widget svg, .nbapp-is-widget canvas",
}


def test_pages_left_alone_settle_and_a_dragged_map_reruns(host: Host) -> None:
    """Each app runs once, or twice if its widget has something to say on load; then not for 10 s."""
    journals = {name: host.journal() for name in WIDGETS}
    host.open(*(f"%%app --name '{name}'\n{script}\n{journals[name].line()}" for name, script in WIDGETS.items()))
    apps = dict(zip(WIDGETS, (host.page.locator(".nbapp-root").nth(place) for place in range(len(WIDGETS)))))
    for name, app in apps.items():
        app.scroll_into_view_if_needed()
        expect(app.locator(PRESENT[name]).first).to_be_visible(timeout=30_000)
    host.page.wait_for_timeout(1000 * ALONE)
    assert {name: len(journal.lines) for name, journal in journals.items() if len(journal.lines) > 2} == {}
    assert_map_reruns(host, apps["leaflet"], journals["leaflet"])


def assert_map_reruns(host: Host, app: Locator, journal: Journal) -> None:
    """Drag the map; its new centre is on the page."""
    before = len(journal.lines)
    chart = app.locator(".leaflet-container")
    drag(host.page, chart, by=-150, seconds=0.5)
    expect(app.locator(".nbapp-is-mime, .nbapp-is-json, .nbapp-is-markdown").last).not_to_contain_text("10.7]")
    assert len(journal.lines) > before
