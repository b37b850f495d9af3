"""What 200 reruns leave behind: nothing."""

from __future__ import annotations

import json

import pytest
from hosts import Host

pytestmark = pytest.mark.browser

EARLY, LATE = 30, 210
"""Runs after which it is counted: of the same kind, and the garbage just collected."""

SCRIPT = """%%app
import gc, json, threading
import comm, ipywidgets, pandas as pd
from ipywidgets.widgets import widget
import matplotlib.pyplot as plt
n = st.slider("N", 0, 1000, 0)
for each in range(n % 3):
    st.text_input("one of some", key=f"some{each}")
st.text_input("another each time", key=f"key{n}")
st.write(ipywidgets.HBox([ipywidgets.IntSlider(max=100 + n), ipywidgets.Text(description=str(n))]))
ipywidgets.interactive(lambda x: None, x=(0, n + 1))
st.dataframe(pd.DataFrame({"n": [n]}))
if n % 10 == 0:
    figure, axes = plt.subplots(figsize=(1, 1))
    st.pyplot(figure)
with st.columns(2)[0]:
    st.write(f"n is {n}")
if n % 30 == 0:
    gc.collect()
    comms = comm.get_comm_manager().comms
    left = [len(widget._instances), len(comms), threading.active_count(), len(plt.get_fignums())]
    LINE
"""
COUNT_AT_REST = """async () => {
    let count, before;
    do {
        before = count;
        await new Promise((resolve) => setTimeout(resolve, 500));
        count = document.querySelectorAll('.nbapp-root *, head > *').length;
    } while (count !== before);
    return count;
}"""
SHOWS = "(text) => document.querySelector('.nbapp-root').textContent.includes(text)"


def test_nothing_is_left_after_200_reruns(host: Host) -> None:
    """Widgets, comms, threads, figures and elements are as many as after a few runs."""
    journal = host.journal()
    app = host.open(SCRIPT.replace("LINE", journal.line("json.dumps([n, *left])")))
    thumb = app.locator(".noUi-handle").first
    counts = {}
    for n in range(1, LATE + 1):
        thumb.press("ArrowRight")
        host.page.wait_for_function(SHOWS, arg=f"n is {n}")
        if n in (EARLY, LATE):
            counts[n] = host.page.evaluate(COUNT_AT_REST)
    left = {line[0]: line[1:] for line in map(json.loads, journal.lines)}
    assert left[LATE] == left[EARLY], "widgets, comms, threads, figures"
    assert counts[LATE] == counts[EARLY], "elements of the document"
