"""`radio`: one of a few."""

from __future__ import annotations

from typing import Any

import pytest

from nbapp.errors import StreamlitInvalidParameterTypeError, StreamlitValueOutOfRangeError


def test_values(desk: Any) -> None:
    """The option at `index` first, then what the reader chooses."""
    desk.run(lambda st: st.radio("a", [1, 2, 3], index=1))
    assert desk.result == 2
    assert desk.give(2) == 3
    assert desk.give(3) == 3


def test_nothing_chosen_at_first(desk: Any) -> None:
    """`index=None` gives None until the reader chooses."""
    desk.run(lambda st: st.radio("a", ["x", "y"], index=None))
    assert (desk.result, desk.live().widget.index) == (None, None)
    assert desk.give(0) == "x"


def test_its_look(desk: Any) -> None:
    """Side by side, with captions."""
    desk.run(lambda st: st.radio("a", ["x", "y"], horizontal=True, captions=["ex", None]))
    assert desk.live().widget.orientation == "horizontal"
    assert desk.props()["captions"] == ["ex", ""]


def test_options_that_change_under_a_key(desk: Any) -> None:
    """The label decides (R22)."""
    options = [["p", "q"]]
    desk.run(lambda st: st.radio("a", options[0], key="k"))
    desk.give(1)
    options[0] = ["o", "p", "q"]
    assert (desk.run(), desk.live().widget.index) == ("q", 2)


def test_wrong_parameters(desk: Any) -> None:
    """An index outside, a caption that is no text."""
    with pytest.raises(StreamlitValueOutOfRangeError):
        desk.run(lambda st: st.radio("a", ["x"], index=1))
    with pytest.raises(StreamlitInvalidParameterTypeError):
        desk.run(lambda st: st.radio("a", ["x"], captions=[1]))
