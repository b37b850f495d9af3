"""Whose change it was decides what happens: triggers, callbacks on the script's turn, and what a new run undoes."""

from __future__ import annotations

import threading
from typing import Any

import ipywidgets
import pytest
from ipywidgets import IntSlider
from reader import App, app, send, tell, wired

SLIDER = """
import ipywidgets as W
w = W.IntSlider()
w.observe(lambda change: heard.append((run, change.name, change.old, change.new, change.owner is w)), "value")
"""


def slider_runs(one: App, runs: list[int], heard: list[Any]) -> Any:
    """Run the slider's script a few times."""
    for run in runs:
        slider = one.run(SLIDER, run=run, heard=heard).w
    return slider


def test_an_observer_is_called_once_on_the_scripts_turn() -> None:
    """Not on the thread of the message; before the script; and only last run's own."""
    heard: list[Any] = []
    with app() as one:
        slider = slider_runs(one, [1, 2], heard)
        send(slider, value=3)
        send(slider, value=5)
        assert heard == []
        slider_runs(one, [3, 4], heard)
        assert heard == [(2, "value", 0, 5, True)]


def test_a_value_that_came_back_calls_nobody() -> None:
    """There and back again between two runs is no change."""
    heard: list[Any] = []
    with app() as one:
        slider = slider_runs(one, [1], heard)
        send(slider, value=3)
        send(slider, value=0)
        slider_runs(one, [2], heard)
        assert heard == []


def test_what_the_script_sets_notifies_at_once_and_triggers_nothing() -> None:
    """The same for what a callback sets."""
    heard: list[Any] = []
    script = SLIDER + "w.value = 4\nassert heard[-1][3] == 4\nb = W.Button()\n"
    script += "b.on_click(lambda _: setattr(w, 'max', 50))"
    with app() as one:
        button = one.run(script, run=1, heard=heard).b
        assert one.changes == []
        tell(button, event="click")
        one.run("app", run=2)
        assert one.changes == []


def test_a_cell_that_sets_a_value_triggers() -> None:
    """From another thread, or from this one while no script runs; other traits do not."""
    with app() as one:
        slider = slider_runs(one, [1], [])
        slider.value = 3
        slider.max = 50
        thread = threading.Thread(target=lambda: setattr(slider, "value", 4))
        thread.start()
        thread.join()
        assert [changes for _, changes in one.changes if changes] == [{"value": 3}] * 2 + [{"value": 4}] * 2


def test_an_ordinary_cells_observer_stays() -> None:
    """What a cell registers is the cell's, and is called at once."""
    heard: list[Any] = []
    with app() as one:
        slider = slider_runs(one, [1], [])
        slider.observe(lambda change: heard.append(change.new), "value")
        slider_runs(one, [2], [])
        send(slider, value=3)
        assert heard == [3]


@pytest.mark.parametrize("clicks", [1, 3])
def test_each_click_runs_its_handler_once(clicks: int) -> None:
    """The handler of the run that showed the button, on the script's turn."""
    hits: list[int] = []
    script = "w = B()\nw.on_click(lambda _: hits.append(run))"
    with app() as one:
        for run in (1, 2):
            button = one.run(script, B=ipywidgets.Button, hits=hits, run=run).w
        for _ in range(clicks):
            tell(button, event="click")
        assert hits == []
        assert one.clicks == [button] * clicks
        one.run(script, B=ipywidgets.Button, hits=hits, run=3)
        assert hits == [2] * clicks


def test_a_click_without_handler_is_an_event() -> None:
    """Another message without handler is none."""
    with app() as one:
        button = one.run("w = B()", B=ipywidgets.Button).w
        tell(button, event="hover")
        assert one.clicks == []
        tell(button, event="click")
        assert one.clicks == [button]


def test_a_message_counts_where_the_script_listens() -> None:
    """`on_msg` and `on_submit` of this run make an event of it."""
    heard: list[Any] = []
    script = "w = T()\nif listen: w.on_msg(lambda *given: heard.append(given[1]))"
    with app() as one:
        text = one.run(script, T=ipywidgets.Text, heard=heard, listen=False).w
        tell(text, event="other")
        assert one.clicks == []
        one.run(script, T=ipywidgets.Text, heard=heard, listen=True)
        tell(text, event="other")
        assert one.clicks == [text]
        one.run(script, T=ipywidgets.Text, heard=heard, listen=False)
        assert heard == [{"event": "other"}]


def test_handlers_can_be_taken_back() -> None:
    """`unobserve` and `remove=True` find what was registered."""
    heard: list[Any] = []
    script = "w = S(); b = B()\nw.observe(heard.append, 'value'); w.unobserve(heard.append, 'value')\n"
    script += "b.on_click(heard.append); b.on_click(heard.append, remove=True)"
    with app() as one:
        names = one.run(script, S=IntSlider, B=ipywidgets.Button, heard=heard)
        send(names.w, value=3)
        tell(names.b, event="click")
        one.run(script, S=IntSlider, B=ipywidgets.Button, heard=heard)
        assert heard == []


def test_handlers_on_a_kept_widget_do_not_pile_up() -> None:
    """A widget that the script does not construct again has one handler of each line, the newest."""
    heard: list[Any] = []
    script = "w = kept.get('w') or kept.setdefault('w', S())\nfor i in range(2):\n"
    script += "    w.observe(lambda c, i=i: heard.append((run, i)), 'value')\napp.show(w)"
    kept: dict[str, Any] = {}
    with app() as one:
        for run in (1, 2, 3):
            slider = one.run(script, S=IntSlider, kept=kept, heard=heard, run=run).w
        send(slider, value=3)
        one.run("pass", heard=heard)
        assert heard == [(3, 0), (3, 1)]


def test_links_of_the_kernel_and_interactive_run_at_once() -> None:
    """What the construction of another widget registered is no callback of the script's."""
    calls: list[Any] = []
    script = "w = W.IntSlider()\ni = W.interactive(lambda x: calls.append(x), x=w)"
    with app() as one:
        for _ in range(3):
            names = one.run(script, W=ipywidgets, calls=calls)
        calls.clear()
        send(names.w, value=7)
        assert calls == [7]
        one.run("w = 1")
        assert names.w.comm is None
        assert names.w._trait_notifiers["value"]["change"] == []


SETS: list[tuple[str, str, Any, Any]] = [
    ("W.Label('a')", "w.value += 'b'", "value", "ab"),
    ("W.IntSlider()", "w.description += 'b'", "description", "b"),
    ("W.IntSlider()", "w.value = 5", "value", 5),
    ("W.HBox()", "w.children += (W.Button(),)", "children", 1),
    ("W.Button()", "w.layout.width = (w.layout.width or '') + '1px'", "layout", "1px"),
    ("W.Dropdown(options=['a'])", "w.options = (*w.options, 'b')", "options", ("a", "b")),
]


@pytest.mark.parametrize(("source", "sets", "name", "value"), SETS)
def test_the_same_script_gives_the_same_result(source: str, sets: str, name: str, value: Any) -> None:
    """What a run sets on top of a construction is undone by the next construction, and nothing is sent for it."""
    with wired() as sent, app() as one:
        for _ in range(3):
            sent.clear()
            widget = one.run(f"w = {source}\n{sets}", W=ipywidgets).w
        result = getattr(widget, name)
        assert (len(result) if name == "children" else result.width if name == "layout" else result) == value
        assert [data["state"] for _, data in sent if "index" not in data["state"]] == []


def test_what_a_run_does_not_set_again_returns() -> None:
    """At the end of the run the page is told."""
    with wired() as sent, app() as one:
        script = "w = W.Label('a')\nif more: w.value = 'b'"
        one.run(script, W=ipywidgets, more=True)
        sent.clear()
        label = one.run(script, W=ipywidgets, more=False).w
        assert label.value == "a"
        assert [data["state"] for _, data in sent] == [{"value": "a"}]


def test_what_a_click_sets_stays() -> None:
    """A reset button: the value that a run set once is the reader's from then on."""
    script = "w = W.IntSlider(3)\nif reset: w.value = 0"
    with app() as one:
        slider = one.run(script, W=ipywidgets, reset=False).w
        send(slider, value=8)
        one.run(script, W=ipywidgets, reset=True)
        one.run(script, W=ipywidgets, reset=False)
        assert slider.value == 0


def test_a_reader_wins_over_what_the_script_sets_until_it_sets_it_again() -> None:
    """Between two runs the reader's value is the value."""
    script = "w = W.IntSlider()\nseen.append(w.value)\nw.value = 5"
    seen: list[int] = []
    with app() as one:
        slider = one.run(script, W=ipywidgets, seen=seen).w
        send(slider, value=8)
        one.run(script, W=ipywidgets, seen=seen)
        assert seen == [0, 8]
        assert slider.value == 5
