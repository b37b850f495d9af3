"""The live inputs: what makes one the same, which value it has, and when it ends. The rules are those of SEMANTICS."""

from __future__ import annotations

import threading
from typing import Any

import numpy as np
import pytest
from desk import Desk
from hypothesis import given, settings
from hypothesis import strategies as st

from nbapp.elements.ambient import session_state
from nbapp.elements.container import Container
from nbapp.errors import (
    StreamlitDuplicateElementId,
    StreamlitDuplicateElementKey,
    StreamlitValueAboveMaxError,
    StreamlitValueAssignmentNotAllowedError,
    StreamlitWidgetAlreadyInstantiatedError,
)


def test_r16_an_unkeyed_input_is_another_when_a_parameter_changes(desk: Desk) -> None:
    """Another default is another input."""
    assert desk.run(lambda here: here.text_input("a", "one")) == "one"
    assert desk.give("mine") == "mine"
    assert desk.run(lambda here: here.text_input("a", "two")) == "two"


def test_r17_the_position_is_not_part_of_identity(desk: Desk) -> None:
    """An input that moves keeps its value, even into a container."""
    desk.run(lambda here: (here.text("x"), here.slider("n", 0, 10))[1])
    desk.give(7)
    assert desk.run(lambda here: here.container().slider("n", 0, 10)) == 7


def test_r19_with_a_key_label_and_default_may_change(desk: Desk) -> None:
    """The new default is ignored, the reader's value stays."""
    desk.run(lambda here: here.text_input("first", "one", key="k"))
    assert desk.run(lambda here: here.text_input("second", "two", key="k")) == "one"


def test_r20_a_keyed_slider_with_other_bounds_begins_anew(desk: Desk) -> None:
    """Although the old value would fit."""
    desk.run(lambda here: here.slider("a", 0, 100, 5, key="k"))
    assert desk.give(50) == 50
    assert desk.run(lambda here: here.slider("a", 0, 60, 5, key="k")) == 5


def test_r21_a_keyed_number_out_of_its_new_bounds_returns_to_the_default(desk: Desk) -> None:
    """It is not clamped, and session_state is corrected too."""
    desk.run(lambda here: here.number_input("a", 0, 100, 5, key="k"))
    assert desk.give(50) == 50
    assert desk.run(lambda here: (here.number_input("a", 0, 10, 5, key="k"), session_state.k)) == (5, 5)


def test_r22_a_keyed_choice_stays_while_it_is_offered(desk: Desk) -> None:
    """Other options around it do not matter; without it, the default comes back."""
    desk.run(lambda here: here.selectbox("a", ["p", "q"], key="k"))
    assert desk.give(1) == "q"
    assert desk.run(lambda here: here.selectbox("a", ["x", "y", "q"], key="k")) == "q"
    assert desk.run(lambda here: here.selectbox("a", ["x", "y"], key="k")) == "x"


def test_r23_two_inputs_alike_are_an_error(desk: Desk) -> None:
    """The second one is not drawn."""
    with pytest.raises(StreamlitDuplicateElementId, match="'go'"):
        desk.run(lambda here: (here.button("go"), here.button("go")))


def test_r24_a_key_belongs_to_one_element(desk: Desk) -> None:
    """Even of another kind."""
    with pytest.raises(StreamlitDuplicateElementKey, match="'k'"):
        desk.run(lambda here: (here.button("go", key="k"), here.checkbox("on", key="k")))


def test_r26_keys_are_text(desk: Desk) -> None:
    """A number is as good as its digits."""
    assert desk.run(lambda here: (here.checkbox("on", key=1), session_state["1"])) == (False, False)


def test_r30_what_is_assigned_goes_before_the_default(desk: Desk) -> None:
    """The widget shows it too."""

    def script(here: Any) -> Any:
        session_state.k = "state"
        return here.text_input("a", "default", key="k")

    assert desk.run(script) == "state"
    assert desk.live().widget.value == "state"


def test_r31_what_is_returned_can_be_changed_without_harm(desk: Desk) -> None:
    """It is a copy."""
    desk.run(lambda here: here.multiselect("a", ["x", "y"], ["x"])).append("y")
    assert desk.run() == ["x"]


def test_r34_an_assigned_value_out_of_range_is_an_error(desk: Desk) -> None:
    """A slider says so."""

    def script(here: Any) -> Any:
        session_state.k = 99
        return here.slider("a", 0, 10, key="k")

    with pytest.raises(StreamlitValueAboveMaxError):
        desk.run(script)


def test_r37_a_disabled_input_takes_nothing_from_the_page(desk: Desk) -> None:
    """Whatever the page sends."""
    desk.run(lambda here: here.text_input("a", "x", disabled=True))
    assert desk.give("forged") == "x"


def test_r38_state_of_an_input_that_is_no_longer_drawn_goes_at_the_end_of_the_run(desk: Desk) -> None:
    """During that run it can still be read."""
    desk.run(lambda here: here.text_input("a", key="k"))
    desk.give("bob")
    assert desk.run(lambda here: session_state.k) == "bob"
    assert desk.run(lambda here: "k" in session_state) is False
    assert desk.run(lambda here: here.text_input("a", key="k")) == ""


def test_r39_an_incomplete_run_cleans_nothing_up(desk: Desk) -> None:
    """What stands below the error keeps its value."""

    def broken(here: Any) -> Any:
        raise RuntimeError("half-way")

    desk.run(lambda here: here.text_input("a", key="k"))
    desk.give("bob")
    with pytest.raises(RuntimeError):
        desk.run(broken)
    assert desk.run(lambda here: here.text_input("a", key="k")) == "bob"


def test_r41_persist_state_keeps_the_value_while_hidden(desk: Desk) -> None:
    """The widget is closed, the value is not."""
    desk.run(lambda here: here.text_input("a", key="k", persist_state="page"))
    desk.give("bob")
    desk.run(lambda here: None)
    assert desk.run(lambda here: here.text_input("a", key="k", persist_state="page")) == "bob"


def test_r42_assigning_a_value_to_itself_keeps_it_alive(desk: Desk) -> None:
    """The old idiom."""

    def hidden(here: Any) -> None:
        session_state.k = session_state.k

    desk.run(lambda here: here.text_input("a", key="k"))
    desk.give("bob")
    desk.run(hidden)
    desk.run(hidden)
    assert desk.run(lambda here: here.text_input("a", key="k")) == "bob"


def test_r56_a_key_cannot_be_set_after_its_input(desk: Desk) -> None:
    """The error says where it can."""

    def script(here: Any) -> None:
        here.text_input("a", key="k")
        session_state.k = "late"

    with pytest.raises(StreamlitWidgetAlreadyInstantiatedError, match="callback"):
        desk.run(script)


def test_r57_a_button_cannot_be_set(desk: Desk) -> None:
    """Only a reader can click."""

    def script(here: Any) -> None:
        session_state.b = True
        here.button("go", key="b")

    with pytest.raises(StreamlitValueAssignmentNotAllowedError, match="button"):
        desk.run(script)


def test_r58_a_deleted_key_returns_to_the_default(desk: Desk) -> None:
    """At the input's next registration."""

    def script(here: Any) -> Any:
        value = here.text_input("a", "default", key="k")
        if value == "bob":
            del session_state["k"]
        return value

    desk.run(script)
    assert desk.give("bob") == "bob"
    assert desk.run() == "default"


def test_r60_a_trigger_is_true_in_one_run_in_the_state_too(desk: Desk) -> None:
    """And false in the next."""
    desk.run(lambda here: (here.button("go", key="b"), session_state.b))
    assert desk.click() == (True, True)
    assert desk.run() == (False, False)


def test_an_input_that_is_gone_is_closed(desk: Desk) -> None:
    """With its layout and its style."""
    desk.run(lambda here: here.slider("a"))
    widget = desk.live().widget
    parts = [widget, widget.layout, widget.style]
    desk.run(lambda here: None)
    assert [part.comm for part in parts] == [None, None, None]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 10)), max_size=12))
def test_values_are_what_was_given_last(given_values: list[tuple[str, int]]) -> None:
    """Any touches of three inputs: each run returns what each was given last."""
    desk = Desk()
    expected = {"a": 0, "b": 0, "c": 0}
    desk.run(lambda here: {name: here.slider(name, 0, 10) for name in "abc"})
    for name, value in given_values:
        expected[name] = value
        assert desk.give(value, "abc".index(name)) == expected
    desk.session.close()


def test_a_newer_value_of_the_reader_is_not_overwritten(desk: Desk) -> None:
    """A run that changes a trait writes only the trait when the reader is already ahead of it."""
    typed = iter(["abc"])

    def script(here: Any) -> Any:
        later = next(typed, None) if desk.runs > 1 else None
        if later is not None:  # the reader goes on typing while this run works
            desk.send({"method": "update", "state": {"value": later}, "buffer_paths": []})
        return here.text_input("q", key="q", placeholder=f"run {desk.runs}")

    desk.run(script)
    assert desk.give("ab") == "abc"
    assert desk.live().widget.value == "abc"


def test_a_choice_is_kept_as_it_was_offered_when_it_was_made(desk: Desk) -> None:
    """An index that arrives while the options change means the option that the reader saw."""
    desk.run(lambda here: here.selectbox("a", ["p", "q"], key="k"))
    desk.send({"method": "update", "state": {desk.live().spec.trait: 1}, "buffer_paths": []})
    desk.run(lambda here: here.selectbox("a", ["q", "p"], key="k"))
    assert desk.result == "q"


def test_options_that_are_hard_to_compare_or_to_copy(desk: Desk) -> None:
    """Arrays have no plain `==`, locks no copy: the choice is handed on all the same."""
    arrays, locks = [np.array([1, 2]), np.array([3, 4])], [threading.Lock(), threading.Lock()]

    def named(lock: threading.Lock) -> str:
        return str(locks.index(lock))

    desk.run(lambda here: here.selectbox("a", arrays, key="a"))
    assert desk.give(1).tolist() == [3, 4]
    assert desk.run(lambda here: here.selectbox("b", locks, format_func=named)) is locks[0]
    chosen = desk.run(lambda here: here.multiselect("c", locks, locks, format_func=named))
    chosen.clear()
    assert desk.run() == locks


def test_what_an_ordinary_cell_sets_while_an_input_is_drawn_is_not_lost(desk: Desk) -> None:
    """It comes from another thread, between two steps of the call: the next run has it."""

    def named(option: str) -> str:
        if desk.runs == 2 and desk.state.values["k"] == "a":
            desk.state.assign("k", "b")
        return option

    desk.run(lambda here: here.selectbox("s", ["a", "b"], format_func=named, key="k"))
    desk.run()
    assert desk.run() == "b"


def test_r58_what_was_deleted_can_be_set_for_the_next_run(desk: Desk) -> None:
    """After its input was drawn, too; the key stays taken in this one."""

    def script(here: Container) -> str:
        value: str = here.text_input("a", "one", key="k")
        if desk.runs == 2:
            del session_state.k
            session_state.k = "set"
            with pytest.raises(StreamlitDuplicateElementKey):
                here.text_input("b", key="k")
        return value

    assert [desk.run(script), desk.run(), desk.run(), desk.run()] == ["one", "one", "set", "set"]


def test_a_key_is_the_apps_as_long_as_it_has_an_input(desk: Desk) -> None:
    """Also where that is another than before: an ordinary cell moves it, and another app leaves its value alone."""
    desk.run(lambda here: here.text_input("a", key="k"))
    desk.run(lambda here: here.text_area("a", key="k"))
    assert list(desk.state.holders) == ["k"]
    desk.run(lambda here: None)
    assert not desk.state.holders


def test_a_new_input_is_held_against_those_of_its_key_alone(desk: Desk) -> None:
    """A thousand new ones do not look at each other."""
    looks = []

    class Live(dict[Any, Any]):
        def values(self) -> Any:
            looks.append(len(self))
            return super().values()

    def draw(here: Container) -> int:
        looks.clear()
        for number in range(20):
            here.checkbox("c", key=number)
        return len(looks)

    desk.session.inputs._live = Live()
    assert desk.run(draw) == 0
