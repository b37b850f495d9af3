"""The same place gives the same live widget, with the reader's value, and nothing is left behind."""

from __future__ import annotations

import dis
import sys
from typing import Any

import ipywidgets
import numpy
import pytest
from ipywidgets import HBox, IntSlider
from reader import app, opened, send, wired

from nbapp.errors import StreamlitDuplicateElementKey
from nbapp.session.adoption import call_site

HEADER = "import ipywidgets as W\nimport numpy as np\n"
INPUTS: list[tuple[str, dict[str, Any]]] = [
    ("W.IntSlider(max=9)", {"value": 3}),
    ("W.FloatSlider()", {"value": 2.5}),
    ("W.FloatLogSlider()", {"value": 100.0}),
    ("W.IntRangeSlider()", {"value": (2, 3)}),
    ("W.FloatRangeSlider()", {"value": (2.0, 3.5)}),
    ("W.IntText()", {"value": 3}),
    ("W.BoundedIntText()", {"value": 3}),
    ("W.FloatText()", {"value": 3.5}),
    ("W.BoundedFloatText()", {"value": 3.5}),
    ("W.Play()", {"value": 3}),
    ("W.Checkbox()", {"value": True}),
    ("W.ToggleButton()", {"value": True}),
    ("W.Text()", {"value": "a"}),
    ("W.Textarea()", {"value": "a"}),
    ("W.Password()", {"value": "a"}),
    ("W.Combobox(options=['a'])", {"value": "a"}),
    ("W.Dropdown(options=['a', 'b'])", {"index": 1}),
    ("W.RadioButtons(options=['a', 'b'])", {"index": 1}),
    ("W.Select(options=['a', 'b'])", {"index": 1}),
    ("W.SelectMultiple(options=['a', 'b'])", {"index": (0, 1)}),
    ("W.ToggleButtons(options=['a', 'b'])", {"index": 1}),
    ("W.SelectionSlider(options=['a', 'b'])", {"index": 1}),
    ("W.SelectionRangeSlider(options=['a', 'b', 'c'])", {"index": (1, 2)}),
    ("W.TagsInput()", {"value": ["a"]}),
    ("W.ColorsInput()", {"value": ["red"]}),
    ("W.FloatsInput()", {"value": [1.5]}),
    ("W.IntsInput()", {"value": [1]}),
    ("W.ColorPicker()", {"value": "red"}),
    ("W.DatePicker()", {"value": {"year": 2020, "month": 0, "date": 5}}),
    ("W.TimePicker()", {"value": {"hours": 1, "minutes": 2, "seconds": 3, "milliseconds": 0}}),
    ("W.FileUpload()", {"error": "too large"}),
    ("W.Tab([W.Text(), W.Text()])", {"selected_index": 1}),
    ("W.Accordion([W.Text(), W.Text()])", {"selected_index": 1}),
    ("W.Stack([W.Text(), W.Text()])", {"selected_index": 1}),
]


@pytest.mark.parametrize(("source", "state"), INPUTS)
def test_every_input_keeps_its_value(source: str, state: dict[str, Any]) -> None:
    """A reader's value is told once, stays through reruns, and is not sent back."""
    with wired() as sent, app() as one:
        first = one.run(f"{HEADER}w = {source}").w
        count = opened()
        send(first, **state)
        sent.clear()
        assert [widget for widget, _ in one.changes] == [first]
        again = one.run(f"{HEADER}w = {source}").w
        again = one.run(f"{HEADER}w = {source}").w
        assert again is first
        assert opened() == count
        assert first.get_state(list(state)) == {name: first.get_state(name)[name] for name in state}
        assert getattr(first, next(iter(state))) is not None
        assert sent == []
        assert len(one.changes) == 1


COMPOSITES = [
    "s = W.IntSlider(); t = W.Text(); w = W.HBox([s, t])",
    "w = W.interactive(lambda x, y: None, x=3, y='a')",
    "w = W.interactive(lambda x: None, {'manual': True}, x=(0, 9))",
    "a = W.IntSlider(); b = W.IntSlider(); w = W.jslink((a, 'value'), (b, 'value'))",
    "a = W.IntSlider(); b = W.IntSlider(); w = W.jsdlink((a, 'value'), (b, 'value'))",
    "a = W.IntSlider(); w = W.interactive_output(lambda x: None, {'x': a})",
    "w = W.Accordion([W.Text(), W.Text()], titles=('a', 'b'))",
    "w = W.IntSlider(layout={'width': '9px'}, style={'handle_color': 'red'})",
    "w = W.IntSlider(layout=W.Layout(width='9px'))",
    "w = W.TwoByTwoLayout(top_left=W.Button())",
    "w = [W.Text(description=str(i)) for i in range(5)]",
    "def make():\n    return W.IntSlider()\nw = [make(), make()]",
    "class Own(W.IntSlider):\n    def double(self):\n        return self.value * 2\nw = Own()",
    "w = W.Image(value=b'a' * 9)",
]


@pytest.mark.parametrize("source", COMPOSITES)
def test_composites_are_the_same_and_silent(source: str) -> None:
    """Boxes, links, interactive, loops and functions called twice: the same widgets, and nothing sent."""
    with wired() as sent, app() as one:
        first = one.run(f"{HEADER}{source}").w
        count = opened()
        sent.clear()
        for _ in range(3):
            again = one.run(f"{HEADER}{source}").w
        assert again is first or all(map(lambda a, b: a is b, again, first))
        assert opened() == count
        assert [data["state"].keys() for _, data in sent if "state" in data and "msg_id" not in data["state"]] == []


def test_a_loop_makes_many_and_a_function_called_twice_two() -> None:
    """Places differ by occurrence and by the frames between."""
    with app() as one:
        names = one.run(HEADER + "def f():\n    return W.Text()\na = f()\nb = f()\nc = [W.Text() for _ in range(3)]")
        assert len({id(each) for each in (names.a, names.b, *names.c)}) == 5


ABC = {"options": ["a", "b", "c"]}
CHANGES: list[tuple[str, dict[str, Any], dict[str, Any], dict[str, Any], Any]] = [
    ("IntSlider", {"max": 10}, {"value": 7}, {"min": 20, "max": 30}, 20),
    ("IntSlider", {"max": 10}, {"value": 7}, {"max": 5}, 5),
    ("IntSlider", {"max": 10}, {"value": 7}, {"max": 50}, 7),
    ("IntSlider", {"max": 10}, {"value": 7}, {}, 7),
    ("IntSlider", {"max": 10, "value": 7}, {}, {"max": 5, "value": 7}, 5),
    ("IntSlider", {"value": 1}, {"value": 7}, {"value": 2}, 2),
    ("IntSlider", {"value": 1}, {"value": 7}, {"value": 1, "description": "a"}, 7),
    ("IntRangeSlider", {"max": 10}, {"value": (1, 9)}, {"max": 5}, (1, 5)),
    ("IntRangeSlider", {"max": 10}, {}, {"max": 20}, (5, 15)),
    ("Dropdown", ABC, {"index": 1}, {"options": ["x", "c", "b"]}, "b"),
    ("Dropdown", ABC, {"index": 1}, {"options": ["x", "c"]}, "x"),
    ("Dropdown", ABC, {}, {"options": ["b", "a"]}, "b"),
    ("Dropdown", {**ABC, "value": "b"}, {}, {"options": ["a", "x", "b"], "value": "b"}, "b"),
    ("Dropdown", {**ABC, "value": "b"}, {"index": 0}, {"options": ["c", "b"], "value": "c"}, "c"),
    ("RadioButtons", ABC, {"index": 2}, {"options": {"C": "c", "A": "a"}}, "c"),
    ("SelectionSlider", ABC, {"index": 2}, {"options": ["c"]}, "c"),
    ("SelectMultiple", ABC, {"index": (0, 2)}, {"options": ["c", "a", "b"]}, ("a", "c")),
    ("SelectMultiple", ABC, {"index": (0, 2)}, {"options": ["b", "c"]}, ("c",)),
    ("SelectionRangeSlider", ABC, {"index": (1, 2)}, {"options": ["x", "a", "b", "c"]}, ("b", "c")),
    ("SelectionRangeSlider", ABC, {"index": (1, 2)}, {"options": ["x", "a"]}, ("x", "x")),
    ("TagsInput", {}, {"value": ["a"]}, {"allowed_tags": ["b"]}, []),
    ("Text", {"value": "a"}, {}, {}, ""),
    ("Text", {"value": "a"}, {"value": "z"}, {"value": "a", "placeholder": "p"}, "z"),
    ("Checkbox", {"value": True}, {"value": False}, {"value": True, "description": "d"}, False),
]


@pytest.mark.parametrize(("cls", "before", "state", "after", "value"), CHANGES)
def test_changed_arguments(cls: str, before: Any, state: Any, after: Any, value: Any) -> None:
    """Bounds, options and values move on the live widget; what the reader chose stays where it fits."""
    script = "w = make(**given)"
    make = getattr(ipywidgets, cls)
    with app() as one:
        first = one.run(script, make=make, given=before).w
        if state:
            send(first, **state)
        names = one.run(script, make=make, given=after)
        assert names.w is first
        assert type(names.w.value) is type(value)
        assert names.w.value == value


def test_changed_arguments_are_one_message() -> None:
    """Bounds that pass the old ones travel together, and a value that stays is not sent."""
    with wired() as sent, app() as one:
        slider = one.run("w = W.IntSlider(min=0, max=n)", W=ipywidgets, n=10).w
        send(slider, value=4)
        sent.clear()
        one.run("w = W.IntSlider(min=0, max=n)", W=ipywidgets, n=20)
        assert [data["state"] for _, data in sent] == [{"max": 20}]


def test_a_bad_argument_raises_as_a_new_widget_would() -> None:
    """The live widget stays as it was."""
    with app() as one:
        slider = one.run("w = W.IntSlider(min=0, max=n)", W=ipywidgets, n=10).w
        with pytest.raises(ipywidgets.widgets.widget_int.TraitError):
            one.run("w = W.IntSlider(min=0, max=n)", W=ipywidgets, n=-10, complete=False)
        assert (slider.min, slider.max) == (0, 10)


def test_layouts_given_as_dicts_change_in_place() -> None:
    """No new layout model is made for a changed dict."""
    script = "w = W.IntSlider(layout=layout)"
    with app() as one:
        slider = one.run(script, W=ipywidgets, layout={"width": "9px"}).w
        count = opened()
        one.run(script, W=ipywidgets, layout={"height": "8px"})
        assert (slider.layout.width, slider.layout.height) == (None, "8px")
        assert opened() == count


def test_arguments_that_are_no_traits() -> None:
    """`interactive` calls this run's function; other abbreviations make a new one that takes over the values."""
    calls: list[Any] = []
    script = "n = limit\nw = W.interactive(lambda x: calls.append((n, x)), x=(0, limit))"
    with app() as one:
        first = one.run(script, W=ipywidgets, calls=calls, limit=10).w
        send(first.children[0], value=8)
        assert one.run(script, W=ipywidgets, calls=calls, limit=10).w is first
        count = opened()
        second = one.run(script, W=ipywidgets, calls=calls, limit=20).w
        assert second is not first
        assert first.comm is None
        assert (second.children[0].value, second.children[0].max) == (8, 20)
        assert opened() == count
        assert calls[-1] == (20, 8) or second.children[0].value == 8


def test_numpy_arguments() -> None:
    """Arrays among the options do not make the comparison ambiguous."""
    script = "w = W.Dropdown(options=[('a', np.arange(3)), ('b', np.ones(n))], equals=np.array_equal)"
    with app() as one:
        first = one.run(script, W=ipywidgets, np=numpy, n=2).w
        assert one.run(script, W=ipywidgets, np=numpy, n=2).w is first
        assert one.run(script, W=ipywidgets, np=numpy, n=4).w is first
        assert len(first._options_values[1]) == 4


def test_what_no_run_uses_is_closed_by_complete_runs_only() -> None:
    """An abandoned run closes nothing."""
    script = "if shown:\n    w = W.Button()"
    with app() as one:
        count = opened()
        button = one.run(script, W=ipywidgets, shown=True).w
        one.run(script, W=ipywidgets, shown=False, complete=False)
        assert button.comm is not None
        one.run(script, W=ipywidgets, shown=False)
        assert button.comm is None
        assert opened() == count


def test_a_widget_kept_by_the_script_stays_while_it_is_shown() -> None:
    """What `session_state` holds is not constructed again; once closed, showing it opens it again."""
    script = "w = kept.setdefault('w', None) or kept.update(w=W.HBox([W.Text()])) or kept['w']\nif shown: app.show(w)"
    kept: dict[str, Any] = {}
    with app() as one:
        for shown in (True, True):
            box = one.run(script, W=ipywidgets, kept=kept, shown=shown).w
        assert box.comm is not None
        assert box.children[0].comm is not None
        one.run(script, W=ipywidgets, kept=kept, shown=False)
        assert box.comm is None
        one.run(script, W=ipywidgets, kept=kept, shown=True)
        send(box.children[0], value="a")
        assert one.changes[-1][0] is box.children[0]


def test_keyed_widgets_follow_their_key() -> None:
    """A list that reorders keeps each widget with its key; a key serves once in a run."""
    script = "w = [app.keyed(k, lambda: W.Text(description=k)) for k in keys]"
    with app() as one:
        first = one.run(script, W=ipywidgets, keys="abc").w
        second = one.run(script, W=ipywidgets, keys="ca").w
        assert second[0] is first[2]
        assert second[1] is first[0]
        assert first[1].comm is None
        with pytest.raises(StreamlitDuplicateElementKey):
            one.run(script, W=ipywidgets, keys="aa", complete=False)


def test_a_widget_of_an_ordinary_cell() -> None:
    """While the app shows it, it triggers; its children too; afterwards it is let go, open."""
    box = HBox([IntSlider()])
    slider = box.children[0]
    with app() as one:
        one.run("app.show(box)", box=box)
        send(slider, value=3)
        slider.value = 4
        assert [changes for _, changes in one.changes] == [{"value": 3}, {"value": 4}]
        one.run("pass")
        send(slider, value=5)
        assert slider.value == 5
        assert len(one.changes) == 2
        one.run("import ipywidgets as W\nw = W.VBox([box])", box=box)
        send(slider, value=6)
        assert len(one.changes) == 3
    assert slider.comm is not None
    for each in (box, slider):
        each.close()


def test_nothing_is_left_after_many_reruns() -> None:
    """Widgets, layouts and styles are as many after 200 runs as after the first."""
    script = HEADER + "\n".join(
        (
            "a = W.IntSlider(max=10 + n % 3)",
            "b = [W.Text(description=str(i)) for i in range(n % 4)]",
            "i = W.interactive(lambda x: x, x=(0, 5 + n % 2))",
            "c = W.Button(); c.on_click(lambda _: None); a.observe(lambda c: None, 'value')",
            "d = W.HBox([a, *b, c])",
        )
    )
    with app() as one:
        one.run(script, n=0)
        count = opened()
        for n in range(201):
            names = one.run(script, n=n)
        one.run(script, n=0)
        assert opened() == count
        assert len(names.a._trait_notifiers["value"]["change"]) == 1
        assert len(names.c._click_handlers.callbacks) == 1


@pytest.mark.skipif(sys.version_info < (3, 11), reason="Python 3.10 knows no columns, and keeps the offset of a call")
def test_a_call_is_one_place_whichever_of_its_instructions_is_named() -> None:
    """CPython 3.11 names CALL at first, and PRECALL once the code has been specialized."""
    code = compile("first = W(\n  1)\nsecond = W(2)", "<script>", "exec")
    offsets = [step.offset for step in dis.get_instructions(code) if step.opname.endswith("CALL")]
    sites = {call_site(code, offset) for offset in offsets}
    assert len(sites) == 2
