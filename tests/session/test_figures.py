"""plotly's figures, which grow by method calls, are the same figure after each run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from plotly import graph_objects
from reader import App, app, opened, send, wired

SCRIPT = """
f = go.FigureWidget(data=[go.Scatter(y=[1, n, 3])])
f.add_bar(y=[3, 2, 1])
if n > 5:
    f.add_bar(y=[n])
f.update_layout(title=title)
f.data[1].on_click(lambda trace, points, state: hits.append((n, points.point_inds)))
"""
ZOOM = {"relayout_data": {"xaxis.range[0]": 1, "xaxis.range[1]": 2}, "source_view_id": "v"}
CLICK = {
    "event_type": "plotly_click",
    "points": {"trace_indexes": [1], "point_indexes": [2], "xs": [2], "ys": [1]},
    "device_state": None,
    "selector": None,
}


@pytest.fixture
def wire() -> Iterator[list[Any]]:
    """Messages to the page."""
    with wired() as sent:
        yield sent


def draw(one: App, n: int, hits: list[Any] | None = None, title: str = "t") -> Any:
    """Run the script."""
    return one.run(SCRIPT, go=graph_objects, n=n, hits=hits if hits is not None else [], title=title).f


def messages(wire: list[Any]) -> list[str]:
    """The kinds of plotly's messages."""
    return [
        name
        for _, data in wire
        for name, value in data.get("state", {}).items()
        if name.startswith("_py2js") and value is not None
    ]


def test_the_same_figure_sends_nothing_and_keeps_the_zoom(wire: list[Any]) -> None:
    """What a run builds again is there already; traces keep the ids by which the page knows them."""
    with app() as one:
        figure = draw(one, 2)
        send(figure, _js2py_relayout=ZOOM)
        count, ids = opened(), [trace.uid for trace in figure.data]
        wire.clear()
        for _ in range(3):
            assert draw(one, 2) is figure
        assert wire == []
        assert one.changes == []
        assert figure.layout.xaxis.range == (1, 2)
        assert [trace.uid for trace in figure.data] == ids
        assert opened() == count


@pytest.mark.parametrize(
    ("n", "title", "expected"),
    [(3, "t", ["_py2js_update"]), (2, "u", ["_py2js_relayout"]), (9, "t", ["_py2js_deleteTraces", "_py2js_addTraces"])],
)
def test_what_differs_is_sent_once(wire: list[Any], n: int, title: str, expected: list[str]) -> None:
    """Other data, another title, another trace; the zoom stays."""
    with app() as one:
        figure = draw(one, 2)
        send(figure, _js2py_relayout=ZOOM)
        wire.clear()
        assert draw(one, n, title=title) is figure
        assert messages(wire) == expected
        assert figure.data[0].y == (1, n, 3)
        assert figure.layout.title.text == title
        assert figure.layout.xaxis.range == (1, 2)
        assert [trace["type"] for trace in figure.get_state("_widget_data")["_widget_data"]] == [
            trace.type for trace in figure.data
        ]


def test_a_click_on_a_point_waits_for_the_script() -> None:
    """It is an event where the script listens, and its handler runs once."""
    hits: list[Any] = []
    with app() as one:
        draw(one, 2, hits)
        figure = draw(one, 3, hits)
        send(figure, _js2py_pointsCallback=CLICK)
        assert (hits, one.clicks) == ([], [figure])
        draw(one, 4, hits)
        draw(one, 4, hits)
        assert hits == [(3, [2])]
