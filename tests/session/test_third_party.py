"""Widgets of third parties: the same after each run, silent, and rerun by what the reader does."""

from __future__ import annotations

from typing import Any

import pytest
from reader import app, opened, send, tell, wired

MAP = """
import ipyleaflet as L
w = L.Map(center=(52, 4), zoom=3 + step)
m = L.Marker(location=(52, 4))
w.add(m)
w.add(L.ScaleControl(position="bottomleft"))
w.on_interaction(lambda **content: heard.append(content["type"]))
"""
PLOT = """
import bqplot as B
import numpy as np
x, y = B.LinearScale(), B.LinearScale()
line = B.Lines(x=np.arange(5.0), y=np.arange(5.0) * (1 + step), scales={"x": x, "y": y})
w = B.Figure(marks=[line], axes=[B.Axis(scale=x), B.Axis(scale=y)])
w.interaction = B.interacts.BrushIntervalSelector(scale=x, marks=[line])
"""
DRAWING = """
import drawdata
w = drawdata.ScatterWidget(height=100 + step)
"""
OWN = """
import anywidget, traitlets
class Counter(anywidget.AnyWidget):
    _esm = "export default {}"
    value = traitlets.Int(0).tag(sync=True)
    @traitlets.validate("value")
    def _small(self, proposal):
        return min(proposal.value, limit)
    def double(self):
        return self.value * 2 + step
limit = 10 + step
w = Counter(value=1)
"""
ALL = {"map": MAP, "plot": PLOT, "drawing": DRAWING, "own": OWN}


@pytest.mark.parametrize("name", ALL)
def test_a_rerun_is_silent(name: str) -> None:
    """The same widget, with the same parts, and no message."""
    with wired() as sent, app() as one:
        first = one.run(ALL[name], step=0, heard=[]).w
        count = opened()
        sent.clear()
        for _ in range(3):
            assert one.run(ALL[name], step=0, heard=[]).w is first
        assert sent == []
        assert opened() == count


@pytest.mark.parametrize(("name", "traits"), [("map", ["zoom"]), ("plot", ["y"]), ("drawing", ["height"]), ("own", [])])
def test_only_changed_arguments_travel(name: str, traits: list[str]) -> None:
    """One argument that differs is one trait on the wire."""
    with wired() as sent, app() as one:
        first = one.run(ALL[name], step=0, heard=[]).w
        sent.clear()
        assert one.run(ALL[name], step=1, heard=[]).w is first
        assert [trait for _, data in sent for trait in data["state"]] == traits


@pytest.mark.parametrize(
    ("name", "state"),
    [("map", {"center": [10, 10]}), ("drawing", {"data": [{"x": 1, "y": 2, "color": "a"}]}), ("own", {"value": 4})],
)
def test_what_the_reader_does_reruns_and_stays(name: str, state: dict[str, Any]) -> None:
    """A value from the page triggers once and is not sent back."""
    with wired() as sent, app() as one:
        widget = one.run(ALL[name], step=0, heard=[]).w
        send(widget, **state)
        send(widget, **state)
        sent.clear()
        one.run(ALL[name], step=0, heard=[])
        assert [changes.keys() for _, changes in one.changes] == [state.keys()]
        assert {trait: getattr(widget, trait) for trait in state} == state
        assert sent == []


def test_housekeeping_reruns_nothing() -> None:
    """What a map says of itself on load, and a view that is counted."""
    with app() as one:
        widget = one.run(MAP, step=0, heard=[]).w
        send(widget, window_url="http://x", left=1.0, right=2.0, top=3.0, bottom=4.0, _view_count=1)
        send(widget.layers[0], loading=True)
        assert one.changes == []
        assert widget.left == 1.0


def test_an_honest_page_is_not_scolded(caplog: pytest.LogCaptureFixture) -> None:
    """A map's cursor is refused without a word, as is a name that the kernel does not know."""
    with wired() as sent, app() as one:
        widget = one.run(MAP, step=0, heard=[]).w
        style = widget.style
        sent.clear()
        send(widget, style=f"IPY_MODEL_{widget.dragging_style.model_id}", no_such_trait=1)
        assert widget.style is style
        assert (sent, caplog.text, one.changes) == ([], "", [])


def test_an_interaction_has_a_handler() -> None:
    """Messages of a map count because the script listens, and are heard on its turn."""
    heard: list[str] = []
    with app() as one:
        widget = one.run(MAP, step=0, heard=heard).w
        tell(widget, event="interaction", type="click")
        assert (heard, one.clicks) == ([], [widget])
        one.run(MAP, step=0, heard=heard)
        assert heard == ["click"]


def test_a_class_of_the_script_is_renewed() -> None:
    """The live widget's methods and validators see this run's names."""
    with app() as one:
        for step in (0, 1, 2):
            names = one.run(OWN, step=step, heard=[])
        assert isinstance(names.w, names.Counter)
        send(names.w, value=99)
        assert names.w.value == 12
        assert names.w.double() == 26


def test_another_definition_makes_another_widget() -> None:
    """A class whose code changed is another one; what the reader chose is taken over."""
    with app() as one:
        first = one.run(OWN, step=0, heard=[]).w
        send(first, value=5)
        second = one.run(OWN.replace("export default {}", "export default { a: 1 }"), step=0, heard=[]).w
        assert second is not first
        assert first.comm is None
        assert second.value == 5
