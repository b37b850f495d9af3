"""Pages with third-party widgets: left alone they are still, touched they run."""

from __future__ import annotations

import pytest
from hands import drag
from hosts import Host
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

ALONE = 10.0
"""Seconds for which nobody touches the page."""

SCRIPT = """%%app
import ipyleaflet, plotly.express as px, plotly.graph_objects as go
from bqplot import pyplot as plt
from drawdata import ScatterWidget
chart = ipyleaflet.Map(center=(59.9, 10.7), zoom=9)
st.write(chart)
st.text(f"centre {chart.center}")
figure = plt.figure(title="lines")
plt.plot([1, 2, 3], [3, 1, 2])
figure
with st.columns(2)[0]:
    st.write(px.scatter(x=[1, 2, 3], y=[3, 1, 2]))
    st.write(go.FigureWidget(go.Scatter(y=[3, 1, 2])))
drawn = ScatterWidget(height=200)
drawn
st.text(f"{len(drawn.data)} drawn")
"""
PRESENT = {
    "leaflet": ".leaflet-container",
    "bqplot": ".bqplot svg",
    "plotly, displayed and as a widget": ".js-plotly-plot .main-svg >> nth=3",
    "drawdata": ".nbapp-is-widget:last-of-type svg, .nbapp-is-widget:last-of-type canvas",
}


def test_page_left_alone_settles_and_a_dragged_map_reruns(host: Host) -> None:
    """ipyleaflet, bqplot, plotly and drawdata talk on load: at most one more run, and none in 10 s."""
    journal = host.journal()
    app = host.open(SCRIPT + journal.line("chart.center"))
    for look in PRESENT.values():
        expect(app.locator(look).first).to_be_visible(timeout=30_000)
    host.page.wait_for_timeout(1000 * ALONE)
    assert len(journal.lines) <= 2, journal.lines
    place = app.get_by_text("centre ").inner_text()
    drag(host.page, app.locator(".leaflet-container"), by=-150, seconds=0.5)
    expect(app.get_by_text(place, exact=True)).to_have_count(0)
    expect(app.get_by_text("0 drawn", exact=True)).to_be_visible()
