"""`with ipywidgets.Output():` in a run: what is shown inside is the widget's, not the page's."""

from __future__ import annotations

from typing import Any

import pytest
from front_end import FrontEnd

pytestmark = pytest.mark.kernel


def outputs(front: FrontEnd, model_id: str) -> list[Any]:
    """The texts of a widget's outputs, or their kinds."""
    shown = front.models[model_id]["outputs"]
    return [each.get("text", each.get("ename", each.get("data", {}).get("text/plain"))) for each in shown]


def test_an_output_widget_captures(front: FrontEnd) -> None:
    """Text, displays and their updates; anew in each run."""
    body = "import ipywidgets as w\nout = w.Output()\nout\nn = st.slider('n', 0, 9)\nwith out:\n    print('a')\n"
    page = front.app(body + "    print(n)\n    h = display(1, display_id=True)\nh.update(2)\nprint('on the page')")
    assert outputs(front, page.widget()) == ["a\n0\n", "2"]
    front.touch(page.input("n"), value=3)
    assert outputs(front, page.widget()) == ["a\n3\n", "2"]
    assert page.bodies("stream") == ["on the page\n"]


def test_an_error_inside_is_shown_inside(front: FrontEnd) -> None:
    """As in any cell; the script goes on. `stop()` is no error."""
    body = "import ipywidgets as w\nout = w.Output()\nout\nwith out:\n    1 / 0\nst.text('on')\n"
    page = front.app(body + "with out:\n    st.stop()\n1/0")
    assert outputs(front, page.widget()) == ["ZeroDivisionError"]
    assert page.bodies("text") == ["on"]


def test_clear_output_inside(front: FrontEnd) -> None:
    """Clears the widget, not the page."""
    body = "import ipywidgets as w\nfrom IPython.display import clear_output\nst.text('stays')\nout = w.Output()\nout\n"
    page = front.app(body + "with out:\n    for i in range(3):\n        clear_output(wait=True)\n        print(i)")
    assert outputs(front, page.widget()) == ["2\n"]
    assert page.bodies("text") == ["stays"]


def test_interactive_shows_what_its_function_prints(front: FrontEnd) -> None:
    """With the values of the reader, and the names of this run."""
    body = "from ipywidgets import interactive\nn = st.slider('n', 0, 9)\ndef f(k=3):\n    print(k, n)\n    return k\n"
    page = front.app(body + "i = interactive(f, k=(0, 9))\ni\nst.text(f'result {i.result}')")
    box = front.models[page.widget()]
    slider, out = (child.removeprefix("IPY_MODEL_") for child in box["children"])
    assert outputs(front, out) == ["3 0\n"]
    front.touch(slider, value=7)
    assert (outputs(front, out), page.bodies("text")) == (["7 0\n"], ["result 7"])
    front.touch(page.input("n"), value=5)
    assert outputs(front, out) == ["7 5\n"]
