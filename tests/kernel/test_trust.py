"""The browser is not trusted: what a page may not set is refused, logged, and told the right value."""

from __future__ import annotations

from typing import Any

import pytest
from front_end import FrontEnd

pytestmark = pytest.mark.kernel

BODY = """
import ipywidgets as w
st.text(st.slider('n', 0, 9, 4))
st.text(st.selectbox('s', ['a', 'b']))
st.text(st.text_input('t', max_chars=3))
st.text(st.button('b', disabled=True))
st.text(st.radio('r', ['a', 'b']))
own = w.IntSlider(2, min=0, max=9)
own
st.text(own.value)
"""


@pytest.mark.parametrize(
    ("label", "state"),
    [
        ("n", {"value": 99}),
        ("n", {"value": "x"}),
        ("n", {"value": None}),
        ("n", {"max": 99}),
        ("n", {"_esm": "alert(1)"}),
        ("n", {"layout": "IPY_MODEL_x"}),
        ("n", {"description": "<b>"}),
        ("s", {"value": 7}),
        ("s", {"value": -1}),
        ("s", {"value": "z"}),
        ("s", {"options": ["x", "y"]}),
        ("r", {"index": 7}),
        ("r", {"_options_labels": ["x", "y"]}),
        ("t", {"value": "too long"}),
        ("own", {"max": 99}),
        ("own", {"_view_module": "evil"}),
        ("view", {"snapshot": {}}),
        ("view", {"_esm": "alert(1)"}),
        ("view", {"app": {}}),
    ],
)
def test_what_a_page_may_not_set(front: FrontEnd, label: str, state: dict[str, Any]) -> None:
    """The kernel's state stays, and the page is told what it is."""
    page = front.app(BODY)
    model = {"own": page.widget(), "view": page.model_id}.get(label) or page.input(label)
    known = {name: value for name, value in front.models[model].items() if name in state and label != "view"}
    texts = page.bodies("text")
    front.models[model].update(state)
    front.touch(model, **state)
    assert {name: front.models[model][name] for name in known} == known
    assert page.bodies("text")[:5] == texts[:5]


def test_a_disabled_button_is_not_clicked(front: FrontEnd) -> None:
    """Whatever the page sends."""
    page = front.app(BODY)
    front.click(page.input("b"))
    assert page.bodies("text")[3] == "False"


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"method": "update"},
        {"method": "update", "state": []},
        {"method": "update", "state": {"value": 1}, "buffer_paths": [["value", "x"]]},
        {"method": "custom"},
        {"method": "custom", "content": [1]},
        {"method": "custom", "content": {"t": 5}},
        {"method": "custom", "content": {"t": "rows", "source": {}, "start": "x"}},
        {"method": "custom", "content": {"t": "module", "name": "../../errors.py"}},
        {"method": "custom", "content": {"t": "snapshot", "snapshot": {}}},
        {"method": "nonsense"},
        "text",
        None,
    ],
)
def test_malformed_messages_do_no_harm(front: FrontEnd, data: Any) -> None:
    """To the view, to an input, to a widget of the script's own."""
    page = front.app(BODY)
    for model in (page.model_id, page.input("n"), page.input("b"), page.widget()):
        front.post(model, data)
    front.rest()
    front.touch(page.input("n"), value=5)
    assert page.bodies("text")[0] == "5"


def test_a_published_kernel_opens_no_model(published: FrontEnd) -> None:
    """A page may use what the script made, and nothing else."""
    published.run("%%app\nst.text('x')")
    before = published.value("len(get_ipython().kernel.comm_manager.comms)")
    state = {"_model_name": "IntSliderModel", "_model_module": "@jupyter-widgets/controls", "value": 3}
    content = {"comm_id": "from-the-page", "target_name": "jupyter.widget", "data": {"state": state}}
    sent = published.send("comm_open", content)
    published.until(lambda: sent.idle)
    assert published.value("len(get_ipython().kernel.comm_manager.comms)") == before


def test_a_published_page_still_gets_all_states(published: FrontEnd) -> None:
    """The control target answers as ever: Voilà's page asks it first."""
    cell = published.run("%%app\nst.text(st.slider('n', 0, 9))")
    page = published.pages[cell.views[0]]
    published.until(lambda: page.slots("input"))
    control = {"comm_id": "control-1", "target_name": "jupyter.widget.control", "data": {"state": {}}}
    published.send("comm_open", control, version="1.0.0")
    asked = published.send("comm_msg", {"comm_id": "control-1", "data": {"method": "request_states"}})
    published.until(lambda: asked.idle)
    answers = [m["content"]["data"] for m in published.messages if m["content"].get("comm_id") == "control-1"]
    states = next(answer["states"] for answer in answers if answer.get("method") == "update_states")
    assert page.model_id in states
    assert states[page.model_id]["state"]["snapshot"]["roots"]["main"]
