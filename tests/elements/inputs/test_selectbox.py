"""`selectbox`: options of any kind, found again by their label."""

from __future__ import annotations

from enum import Enum
from typing import Any

import numpy as np
import pandas as pd
import pytest

from nbapp.errors import (
    StreamlitIncompatibleParametersError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueError,
    StreamlitValueOutOfRangeError,
)
from nbapp.view.widgets.select import Select


class Port(Enum):
    """Where the ship called."""

    SOUTHAMPTON = "S"
    CHERBOURG = "C"


@pytest.mark.parametrize(
    ("options", "value"),
    [
        (["x", "y"], "x"),
        (("x", "y"), "x"),
        (range(3, 6), 3),
        ({"a": 1, "b": 2}, "a"),
        (Port, Port.SOUTHAMPTON),
        (pd.Series([1.5, 2.5]), 1.5),
        (pd.Index(["p", "q"]), "p"),
        (np.array([7, 8]), 7),
        (pd.DataFrame({"a": [1, 2], "b": [3, 4]}), 1),
        ((letter for letter in "uv"), "u"),
        ([], None),
    ],
)
def test_options_of_any_kind(desk: Any, options: Any, value: Any) -> None:
    """The first option is the default; without options it is None."""
    assert desk.run(lambda st: st.selectbox("a", options)) == value


def test_a_reader_chooses(desk: Any) -> None:
    """The option itself comes back, not its label."""
    rows = [{"id": 1}, {"id": 2}]
    desk.run(lambda st: st.selectbox("a", rows, format_func=lambda row: f"row {row['id']}"))
    assert desk.live().widget.options == ("row 1", "row 2")
    assert desk.give(1) == {"id": 2}


@pytest.mark.parametrize("raw", [2, -1, "y", None, True, 1.0, [0]])
def test_what_is_not_offered_is_refused(desk: Any, raw: Any) -> None:
    """Only the place of an option is taken."""
    desk.run(lambda st: st.selectbox("a", ["x", "y"]))
    assert desk.give(raw) == "x"
    assert desk.runs == 1


def test_options_that_change_under_a_key(desk: Any) -> None:
    """An option whose label is still there is kept, another returns to the default, in the state too (R22)."""
    options = [["p", "q", "r"]]
    desk.run(lambda st: st.selectbox("a", options[0], key="k"))
    desk.give(2)
    options[0] = ["r", "s"]
    assert desk.run() == "r"
    assert desk.live().widget.value == 0
    options[0] = ["t", "u"]
    assert desk.run() == "t"
    assert desk.state.values["k"] == "t"


def test_a_state_that_is_not_offered(desk: Any) -> None:
    """It returns to the default (R22)."""
    desk.state.assign("k", "zzz")
    assert desk.run(lambda st: st.selectbox("a", ["p", "q"], key="k")) == "p"
    assert desk.state.values["k"] == "p"


def test_classes_that_each_run_makes_anew(desk: Any) -> None:
    """The value is always one of this run's own options."""

    def script(st: Any) -> bool:
        fresh = Enum("Fresh", ["A", "B"])
        return isinstance(st.selectbox("a", fresh, format_func=lambda one: one.name, key="k"), fresh)

    assert desk.run(script)
    assert desk.give(1)
    assert desk.run()


def test_nothing_chosen_at_first(desk: Any) -> None:
    """`index=None` gives None, a placeholder, and a way back to None."""
    desk.run(lambda st: st.selectbox("a", ["x", "y"], index=None, placeholder="which?"))
    assert desk.result is None
    assert isinstance(desk.live().widget, Select)
    assert (desk.live().widget.placeholder, desk.live().widget.clearable) == ("which?", True)
    assert desk.give(1) == "y"
    assert desk.give(None) is None


def test_a_new_option(desk: Any) -> None:
    """The reader's own text is a value, unless it is an option's label; only where the script allows it."""
    desk.run(lambda st: st.selectbox("a", [1, 2], accept_new_options=True, key="k"))
    assert desk.give("three") == "three"
    assert desk.run() == "three"
    assert desk.give(" 2 ") == 2
    assert desk.give("") == 2


def test_options_that_outgrow_the_screen(desk: Any) -> None:
    """However many there come to be, it is the same input."""
    count = [2]
    desk.run(lambda st: st.selectbox("a", range(count[0]), key="k"))
    desk.give(1)
    first, count[0] = desk.live().widget, 5000
    assert (desk.run(), desk.live().widget is first) == (1, True)


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"index": 3}, StreamlitValueOutOfRangeError),
        ({"index": -1}, StreamlitValueOutOfRangeError),
        ({"index": "x"}, StreamlitInvalidParameterTypeError),
        ({"filter_mode": "some"}, StreamlitValueError),
        ({"filter_mode": None, "accept_new_options": True}, StreamlitIncompatibleParametersError),
        ({"label_visibility": "gone"}, StreamlitValueError),
        ({"on_change": "always"}, StreamlitValueError),
    ],
)
def test_wrong_parameters(desk: Any, given: dict[str, Any], error: type[Exception]) -> None:
    """Each has an error of its own."""
    with pytest.raises(error):
        desk.run(lambda st: st.selectbox("a", ["x"], **given))
