"""`multiselect`: lists of options, their limit, new ones."""

from __future__ import annotations

from typing import Any

import pytest

from nbapp.errors import (
    StreamlitDefaultNotInOptionsError,
    StreamlitInvalidParameterTypeError,
    StreamlitSelectionCountExceedsMaxError,
    StreamlitValueError,
)


@pytest.mark.parametrize(("default", "value"), [(None, []), ("b", ["b"]), (["c", "a"], ["c", "a"]), ((), [])])
def test_first_value(desk: Any, default: Any, value: list[str]) -> None:
    """Nothing, one option, or several in the order given."""
    assert desk.run(lambda st: st.multiselect("a", ["a", "b", "c"], default)) == value


def test_a_reader_chooses(desk: Any) -> None:
    """Places come back as options, each once."""
    desk.run(lambda st: st.multiselect("a", [10, 20, 30]))
    assert desk.give([2, 0, 2]) == [30, 10]
    assert desk.give([]) == []


def test_the_list_is_a_copy(desk: Any) -> None:
    """What the script does to it is not seen by the next run (R31)."""
    desk.run(lambda st: st.multiselect("a", ["x", "y"], ["x"], key="k"))
    desk.result.append("y")
    assert desk.run() == ["x"]


@pytest.mark.parametrize("raw", [[3], ["a"], [None], 0, None, [True], [[0]], [-1]])
def test_what_is_not_offered_is_refused(desk: Any, raw: Any) -> None:
    """One wrong place refuses the whole."""
    desk.run(lambda st: st.multiselect("a", ["a", "b", "c"], "b"))
    assert desk.give(raw) == ["b"]
    assert desk.runs == 1


def test_a_limit(desk: Any) -> None:
    """It holds for the page, for the default and for the state."""
    desk.run(lambda st: st.multiselect("a", [1, 2, 3], max_selections=2, key="k"))
    assert desk.give([0, 1, 2]) == []
    assert desk.give([0, 1]) == [1, 2]
    desk.state.assign("k", [1, 2, 3])
    with pytest.raises(StreamlitSelectionCountExceedsMaxError, match="2"):
        desk.run()
    with pytest.raises(StreamlitSelectionCountExceedsMaxError):
        desk.run(lambda st: st.multiselect("b", [1, 2], [1, 2], max_selections=1))


def test_options_that_go_are_dropped(desk: Any) -> None:
    """What is still offered is kept, in the state too (R22)."""
    options = [["p", "q", "r"]]
    desk.run(lambda st: st.multiselect("a", options[0], key="k"))
    desk.give([0, 2])
    options[0] = ["r", "s"]
    assert desk.run() == ["r"]
    assert desk.state.values["k"] == ["r"]
    assert desk.live().widget.value == (0,)


def test_new_options(desk: Any) -> None:
    """Texts of the reader's own stand beside the script's options."""
    desk.run(lambda st: st.multiselect("a", [1, 2], accept_new_options=True))
    assert desk.give([1, "five", "2"]) == [2, "five", 2]
    assert desk.run() == [2, "five", 2]


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"default": ["z"]}, StreamlitDefaultNotInOptionsError),
        ({"max_selections": 0}, StreamlitValueError),
        ({"max_selections": True}, StreamlitValueError),
        ({"select_all": -1}, StreamlitValueError),
        ({"select_all": "no"}, StreamlitInvalidParameterTypeError),
    ],
)
def test_wrong_parameters(desk: Any, given: dict[str, Any], error: type[Exception]) -> None:
    """Each has an error of its own."""
    with pytest.raises(error):
        desk.run(lambda st: st.multiselect("a", ["x"], **given))
