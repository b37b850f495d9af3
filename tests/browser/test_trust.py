"""A page that sends what the script did not offer."""

from __future__ import annotations

import json

import pytest
from forger import Forger
from hosts import Host, Voila
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

SCRIPT = """%%app
import json
import ipywidgets
from ipywidgets.widgets import widget
raw = ipywidgets.IntSlider(value=3, max=10, description="raw")
st.write(raw)
box = ipywidgets.Dropdown(options=["a", "b"])
st.write(box)
ear = ipywidgets.IntText(description="ear")
st.write(ear)
chosen = st.selectbox("Choice", ["x", "y"])
amount = st.slider("Amount", 0, 10, 3)
open_ones = {kind.__name__: model for model, kind in ((m, type(w)) for m, w in list(widget._instances.items()))}
state = [raw.value, raw.max, raw.description, raw.layout.width, box.index, box.options, chosen, amount]
LINE
st.write(f"chosen {chosen}, {amount}")
st.write(f"heard {ear.value}")
"""


def test_what_was_not_offered_is_refused(host: Host) -> None:
    """Foreign traits and values change nothing in the kernel, and the page works on."""
    journal = host.journal()
    said = "json.dumps([state, open_ones, raw.model_id, raw.layout.model_id, ear.model_id])"
    app = host.open(SCRIPT.replace("LINE", journal.line(said)))
    expect(app.get_by_text("chosen x, 3")).to_be_visible()
    before, models, raw, layout, ear = json.loads(journal.lines[-1])
    forger = Forger(host)
    forger.update(raw, max=10**6, description="<b>forged</b>", value=10**5)
    forger.update(raw, value="text")
    forger.update(layout, width="1px")
    forger.update(models["Dropdown"], index=7, _options_labels=["forged"])
    forger.update(models["Dropdown"], _esm="alert(1)", _view_module="forged")
    forger.update(
        models["AppView"], _esm="throw new Error('forged')", snapshot={"seq": 1, "roots": {}}, app={"id": "x"}
    )
    for name, model in models.items():
        if name in ("Select", "Slider"):
            forger.update(model, value=99, options=["forged"], _esm="throw 1")
    # What is offered goes through: the forger is heard. It comes last, so the rest has been looked at.
    forger.update(ear, value=7)
    expect(app.get_by_text("heard 7", exact=True)).to_be_visible()
    app.locator(".nbapp-input-slider .noUi-handle").press("ArrowRight")
    expect(app.get_by_text("chosen x, 4")).to_be_visible()
    highest = 10  # of the slider: what is beyond it is brought back
    assert json.loads(journal.lines[-1])[0] == [highest, *before[1:-1], 4]
    expect(app.get_by_text("forged")).to_have_count(0)


def test_a_published_page_opens_no_model_and_runs_no_code(voila: Voila) -> None:
    """A comm_open and an execute_request of the page's own change nothing."""
    journal = voila.journal()
    app = voila.open(SCRIPT.replace("LINE", journal.line("json.dumps([len(widget._instances), ear.model_id])")))
    expect(app.get_by_text("chosen x, 3")).to_be_visible()
    forger = Forger(voila)
    state = {"_model_module": "@jupyter-widgets/controls", "_model_name": "IntSliderModel", "value": 5}
    data = {"state": state, "buffer_paths": []}
    opened = {"comm_id": "f" * 32, "target_name": "jupyter.widget", "data": data}
    forger.send("comm_open", {**opened, "metadata": {"version": "2.1.0"}})
    forger.send("comm_open", {"comm_id": "e" * 32, "target_name": "elsewhere", "data": {}})
    code = f"open({str(journal.path)!r}, 'a').write('forged')"
    forger.send("execute_request", {"code": code, "silent": False, "store_history": False, "user_expressions": {}})
    forger.update(json.loads(journal.lines[-1])[1], value=7)
    expect(app.get_by_text("heard 7", exact=True)).to_be_visible()
    assert len({json.loads(line)[0] for line in journal.lines}) == 1, journal.lines
    assert "Traceback" not in forger.heard()
