"""Data on the page: long tables, charts, pictures."""

from __future__ import annotations

import json

import pytest
from hosts import Host, Voila
from playwright.sync_api import WebSocket, expect

pytestmark = pytest.mark.browser

ROWS = 100_000
LONG = f"""%%app
import numpy as np, pandas as pd
frame = pd.DataFrame({{"n": np.arange({ROWS}), "back": {ROWS} - np.arange({ROWS}), "word": "w"}})
st.dataframe(frame, hide_index=True)
"""
MANY = """%%app
import altair as alt, matplotlib.pyplot as plt, pandas as pd
frame = pd.DataFrame({"x": [1, 2, 3], "y": [3, 1, 2]})
st.altair_chart(alt.Chart(frame, title="altair's").mark_point().encode(x="x", y="y"))
st.line_chart(frame)
st.bar_chart(frame)
figure, axes = plt.subplots(figsize=(3, 1))
st.pyplot(figure)
st.metric("Speed", "70 km/h", "+3")
st.json({"a": [1, 2, {"deep": None}]})
st.table(frame)
st.latex("e^{i\\\\pi} + 1 = 0")
st.code("print('code')")
st.progress(40, "nearly half")
"""
QUICKLY = 1000
"""Milliseconds in which rows must be there."""


def test_long_table_scrolls_and_sorts_at_once(host: Host) -> None:
    """The last of 100,000 rows, and another order, each within a second."""
    app = host.open(LONG)
    grid = app.get_by_role("grid")
    expect(grid).to_have_attribute("aria-rowcount", str(ROWS + 1))
    expect(grid.get_by_role("gridcell", name="0", exact=True)).to_be_visible()
    assert grid.get_by_role("row").count() < 60, "only rows in sight exist"
    app.locator(".nbapp-grid").evaluate("(el) => el.scrollTo(0, el.scrollHeight)")
    expect(grid.get_by_role("gridcell", name=str(ROWS - 1), exact=True)).to_be_visible(timeout=QUICKLY)
    app.locator(".nbapp-grid").evaluate("(el) => el.scrollTo(0, 0)")
    grid.get_by_role("columnheader", name="back").click()
    expect(grid.get_by_role("row").nth(1)).to_contain_text(str(ROWS - 1), timeout=QUICKLY)
    expect(grid.get_by_role("columnheader", name="back")).to_have_attribute("aria-sort", "ascending")


def test_first_message_has_at_most_200_rows(voila: Voila) -> None:
    """The rest of a long table comes when it is looked at."""
    frames: list[str] = []
    page = voila.fresh_page()

    def listen(socket: WebSocket) -> None:
        socket.on(
            "framereceived", lambda data: frames.append(data if isinstance(data, str) else data.decode("latin-1"))
        )

    page.on("websocket", listen)
    page.goto(f"{voila.server.wait().url}/voila/render/{voila.write(LONG).name}", wait_until="domcontentloaded")
    expect(voila.app.get_by_role("gridcell", name="0", exact=True)).to_be_visible(timeout=60_000)
    assert [frame for frame in frames if '"dataframe"' in frame], "the table came over the websocket"
    assert json.dumps([199, ROWS - 199])[1:-1].replace(" ", "") in "".join(frames).replace(" ", "").replace('"', "")
    assert json.dumps([200, ROWS - 200])[1:-1].replace(" ", "") not in "".join(frames).replace(" ", "").replace('"', "")


def test_each_kind_of_picture_is_drawn(host: Host) -> None:
    """Charts, a figure, a metric, JSON, a table, a formula, code."""
    app = host.open(MANY)
    expect(app.locator(".nbapp-is-vega").locator("canvas, svg")).to_have_count(3)
    expect(app.locator(".nbapp-is-image img")).to_have_js_property("complete", True)
    assert app.locator(".nbapp-is-image img").evaluate("(el) => el.naturalWidth") > 100
    for text in ("70 km/h", "nearly half", "print('code')"):
        expect(app.get_by_text(text, exact=True).first).to_be_visible()
    expect(app.get_by_role("table")).to_contain_text("x")
    expect(app.locator(".nbapp-is-json")).to_contain_text("deep")
    expect(app.locator(".nbapp-is-latex")).to_contain_text("1")
    assert app.locator(".nbapp-failure").count() == 0
