"""The forms of one app: what is written waits, is handed in once, and returns to its default."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from nbapp.errors import StreamlitDuplicateElementKey, StreamlitValueAssignmentNotAllowedError
from nbapp.session.inputs import Input, InputSpec
from nbapp.session.sheets import Forms, Sheet
from nbapp.session.state import State
from nbapp.session.widgets import close_widget


def text(name: str, **more: Any) -> Input:
    """An input with a widget."""
    import ipywidgets

    widget = ipywidgets.Text()
    return Input(name, InputSpec("text_input", name, "default", lambda: widget, **more), widget, "submitted")


@pytest.fixture
def inputs() -> Any:
    """Inputs by name, whose widgets are closed at the end."""
    made: dict[Any, Input] = {}
    yield made
    for live in made.values():
        close_widget(live.widget, threading.RLock())


def test_the_newest_is_handed_in_once(inputs: dict[Any, Input]) -> None:
    """In the order in which the inputs were touched last."""
    sheet = Sheet("f")
    inputs["a"], inputs["b"] = text("a"), text("b")
    for name, value in [("a", 1), ("b", 2), ("a", 3)]:
        sheet.write(inputs[name], value)
    assert list(sheet.hand_in().items()) == [("b", 2), ("a", 3)]
    assert sheet.hand_in() == {}


def test_what_is_struck_is_not_handed_in(inputs: dict[Any, Input]) -> None:
    """It says whether there was anything."""
    sheet, live = Sheet("f"), text("a")
    inputs["a"] = live
    sheet.write(live, 1)
    assert [sheet.holds(live), sheet.strike(live), sheet.strike(live), sheet.holds(live)] == [True, True, False, False]
    assert sheet.hand_in() == {}


def test_keys_of_a_run() -> None:
    """Each once; those of fragments that do not run are taken."""
    forms = Forms({}, State(), threading.RLock())
    forms.begin()
    forms.claim("f", False, None)
    with pytest.raises(StreamlitDuplicateElementKey):
        forms.claim("f", False, None)
    forms.begin(lambda fragment: fragment is not None)
    with pytest.raises(StreamlitDuplicateElementKey):
        forms.claim("f", False, None)
    forms.begin()
    forms.sweep()
    assert forms.get("f") is None


def test_a_key_that_the_script_set() -> None:
    """Is none for a form (R57)."""
    state = State()
    state.assign("f", 1)
    with pytest.raises(StreamlitValueAssignmentNotAllowedError):
        Forms({}, state, threading.RLock()).claim("f", False, None)


def test_clearing(inputs: dict[Any, Input]) -> None:
    """Value and widget have the default; not what the script set, nor what the reader writes, nor another form's."""
    state = State()
    inputs.update(a=text("a"), b=text("b", key="b"), c=text("c", key="c"), d=text("d"), e=text("e"))
    sheet = Sheet("f")
    for name, live in inputs.items():
        live.sheet = Sheet("g") if name == "e" else sheet
        live.widget.value = f"shown {name}"
    sheet.write(inputs["d"], "new")
    forms = Forms(inputs, state, threading.RLock())
    cleared = forms.clear(sheet, {"c"}, owner=0)
    assert [live.identity for live in cleared] == ["a", "b", "d"]
    assert {name: (live.value, live.widget.value) for name, live in inputs.items()} == {
        "a": ("default", "default"),
        "b": ("default", "default"),
        "c": ("submitted", "shown c"),
        "d": ("default", "shown d"),
        "e": ("submitted", "shown e"),
    }
    assert state.values == {"b": "default"}


def test_where_no_run_begins() -> None:
    """What an ordinary cell draws has forms too, each key once."""
    forms = Forms({}, State(), threading.RLock())
    forms.claim("f", False, None)
    with pytest.raises(StreamlitDuplicateElementKey):
        forms.claim("f", False, None)
