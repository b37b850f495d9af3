"""Every class of ipywidgets that takes input reruns the app when its browser state changes."""

from __future__ import annotations

from typing import Any

import pytest
from front_end import FrontEnd

pytestmark = pytest.mark.kernel

CHOICES = ("Dropdown", "RadioButtons", "Select", "ToggleButtons", "SelectionSlider")
TOUCHED: list[tuple[str, dict[str, Any], str]] = [
    *((f"{name}(value=1)", {"value": 5}, "5") for name in ("IntSlider", "IntText", "BoundedIntText", "Play")),
    *((f"{name}(value=1)", {"value": 5.5}, "5.5") for name in ("FloatSlider", "FloatText", "BoundedFloatText")),
    ("FloatLogSlider(value=1)", {"value": 100.0}, "100.0"),
    ("IntRangeSlider(value=(1, 2))", {"value": [3, 5]}, "(3, 5)"),
    ("FloatRangeSlider(value=(1, 2))", {"value": [3.5, 5]}, "(3.5, 5.0)"),
    *((f"{name}(value=False)", {"value": True}, "True") for name in ("Checkbox", "ToggleButton")),
    *((f"{name}()", {"value": "typed"}, "typed") for name in ("Text", "Textarea", "Password", "Combobox")),
    *((f"{name}(options=['a', 'b'])", {"index": 1}, "b") for name in CHOICES),
    ("SelectMultiple(options=['a', 'b'])", {"index": [1]}, "('b',)"),
    ("SelectionRangeSlider(options=[1, 2, 3])", {"index": [1, 2]}, "(2, 3)"),
    ("TagsInput(value=['a'])", {"value": ["a", "b"]}, "['a', 'b']"),
    ("ColorsInput(value=['red'])", {"value": ["red", "blue"]}, "['red', 'blue']"),
    ("FloatsInput(value=[1.5])", {"value": [1.5, 2]}, "[1.5, 2.0]"),
    ("IntsInput(value=[1])", {"value": [1, 2]}, "[1, 2]"),
    ("DatePicker()", {"value": {"year": 2026, "month": 0, "date": 5}}, "2026-01-05"),
    (
        "NaiveDatetimePicker()",
        {"value": {"year": 2026, "month": 0, "date": 5, "hours": 1, "minutes": 2, "seconds": 3, "milliseconds": 0}},
        "2026-01-05 01:02:03",
    ),
    ("TimePicker()", {"value": {"hours": 1, "minutes": 2, "seconds": 3, "milliseconds": 0}}, "01:02:03"),
    ("ColorPicker(value='red')", {"value": "blue"}, "blue"),
]


@pytest.mark.parametrize(("made", "state", "shown"), TOUCHED, ids=[made.split("(")[0] for made, *_ in TOUCHED])
def test_a_stock_widget_reruns_its_app(front: FrontEnd, made: str, state: dict[str, Any], shown: str) -> None:
    """Its value is the new one, and it is the same live widget."""
    page = front.app(f"import ipywidgets as w\nx = w.{made}\nx\nst.text(str(x.value))\n")
    model = page.widget()
    front.touch(model, **state)
    assert (page.bodies("text"), page.widget()) == ([shown], model)


@pytest.mark.parametrize(("made", "name"), [("Accordion", "titles"), ("Tab", "titles"), ("Stack", "selected_index")])
def test_what_is_open_reruns_too(front: FrontEnd, made: str, name: str) -> None:
    """Which page of an accordion, a tab or a stack."""
    body = f"import ipywidgets as w\nx = w.{made}([w.Text(), w.Text()], selected_index=0)\nx\n"
    page = front.app(body + "st.text(x.selected_index)")
    front.touch(page.widget(), selected_index=1)
    assert page.bodies("text") == ["1"]


def test_a_file_upload(front: FrontEnd) -> None:
    """Its bytes come as buffers."""
    page = front.app("import ipywidgets as w\nx = w.FileUpload()\nx\nst.text(str([f.name for f in x.value]))")
    file = {"name": "a.txt", "type": "text/plain", "size": 1, "last_modified": 0, "content": None}
    state = {"value": [file]}
    message = front.client.session.msg("comm_msg", {"comm_id": page.widget(), "data": {}})
    message["content"]["data"] = {"method": "update", "state": state, "buffer_paths": [["value", 0, "content"]]}
    front.client.session.send(front.client.shell_channel.socket, message, buffers=[b"x"])
    front.until(lambda: page.bodies("text") == ["['a.txt']"])


def test_a_button_runs_its_handler_before_the_script(front: FrontEnd) -> None:
    """Once for each click; handlers of earlier runs are dropped."""
    body = "import ipywidgets as w\nb = w.Button()\nst.session_state.setdefault('clicks', 0)\n"
    body += "def clicked(_):\n    st.session_state.clicks += 1\nb.on_click(clicked)\nb\n"
    page = front.app(body + "st.text(st.session_state.clicks)")
    for count in ("1", "2", "3"):
        front.click(page.widget())
        assert page.bodies("text") == [count]


def test_an_observer_is_called_once(front: FrontEnd) -> None:
    """Although every run registers it anew."""
    body = "import ipywidgets as w\nx = w.IntSlider()\nx\nst.session_state.setdefault('seen', [])\n"
    body += "x.observe(lambda change: st.session_state.seen.append(change.new), 'value')\n"
    page = front.app(body + "st.text(str(st.session_state.seen))")
    for value in (1, 2, 3):
        front.touch(page.widget(), value=value)
    assert page.bodies("text") == ["[1, 2, 3]"]


def test_what_the_script_sets_reruns_nothing(front: FrontEnd) -> None:
    """Nor what an observer sets."""
    body = "import ipywidgets as w\nst.session_state.runs = st.session_state.get('runs', 0) + 1\n"
    body += "a, b = w.IntSlider(), w.IntSlider()\na.observe(lambda c: setattr(b, 'value', c.new), 'value')\na\nb\n"
    page = front.app(body + "a.value = max(a.value, 1)\nst.text(f'{st.session_state.runs} {a.value} {b.value}')")
    assert page.bodies("text")[0].startswith("1 ")
    runs = front.value("st.session_state.runs")
    front.touch(page.widget(), value=7)
    assert page.bodies("text") == [f"{runs + 1} 7 7"]


def test_a_composite(front: FrontEnd) -> None:
    """Children of a box, in a loop, made by a function called twice."""
    body = "import ipywidgets as w\ndef field(label):\n    return w.HBox([w.IntSlider(description=label), w.Text()])\n"
    body += "boxes = [field(label) for label in 'ab'] + [field('c'), field('d')]\nfor box in boxes: st.write(box)\n"
    page = front.app(body + "st.text(str([box.children[0].value for box in boxes]))")
    sliders = {state["description"]: model for model, state in front.models.items() if "description" in state}
    front.touch(sliders["b"], value=3)
    front.touch(sliders["d"], value=5)
    assert page.bodies("text") == ["[0, 3, 0, 5]"]


def test_a_widget_of_an_ordinary_cell(front: FrontEnd) -> None:
    """Shown by the app, it reruns it; the ordinary cell keeps it."""
    front.run("import ipywidgets\nouter = ipywidgets.IntSlider()")
    page = front.app("outer\nst.text(outer.value)")
    front.touch(page.widget(), value=6)
    assert page.bodies("text") == ["6"]
    front.run("outer.value = 8")
    front.rest()
    assert page.bodies("text") == ["8"]


def test_options_that_change_keep_the_choice(front: FrontEnd) -> None:
    """Where it is still offered; bounds move past the old ones."""
    body = "import ipywidgets as w\nn = st.slider('n', 0, 50, 2)\n"
    body += "d = w.Dropdown(options=[str(i) for i in range(n, n + 3)])\ns = w.IntSlider(min=n, max=n + 10)\nd\ns\n"
    page = front.app(body + "st.text(f'{d.value} {s.value}')")
    front.touch(page.widget(0), index=2)
    front.touch(page.widget(1), value=12)
    front.touch(page.input("n"), value=4)
    assert page.bodies("text") == ["4 12"]
    front.touch(page.input("n"), value=50)
    assert page.bodies("text") == ["50 50"]


def test_a_third_party_anywidget(front: FrontEnd) -> None:
    """Its synced traits count, its code is not the page's to set."""
    body = "import anywidget, traitlets\nclass Counter(anywidget.AnyWidget):\n    _esm = 'export default {}'\n"
    body += "    count = traitlets.Int(0).tag(sync=True)\nc = Counter()\nc\n"
    page = front.app(body + "st.text(c.count)")
    front.touch(page.widget(), count=3)
    front.touch(page.widget(), _esm="evil")
    assert page.bodies("text") == ["3"]
    assert front.models[page.widget()]["_esm"] == "export default {}"
