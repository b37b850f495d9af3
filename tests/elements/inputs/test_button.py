"""`button`: true for one run."""

from __future__ import annotations

from typing import Any

import pytest

from nbapp.errors import (
    StreamlitAPIException,
    StreamlitInvalidWidthError,
    StreamlitValueAssignmentNotAllowedError,
    StreamlitValueError,
)


def test_a_click_is_true_once(desk: Any) -> None:
    """The next run, of whatever cause, sees False (R63)."""
    desk.run(lambda st: st.button("Go"))
    assert desk.result is False
    assert desk.click() is True
    assert desk.run() is False


def test_a_callback(desk: Any) -> None:
    """It runs before the script."""
    calls: list[str] = []
    desk.run(lambda st: (st.button("Go", on_click=calls.append, args=("x",)), list(calls)))
    assert desk.click() == (True, ["x"])


def test_disabled_takes_no_click(desk: Any) -> None:
    """Whatever the page says."""
    desk.run(lambda st: st.button("Go", disabled=True))
    assert desk.click() is False
    assert desk.runs == 1


def test_its_look(desk: Any) -> None:
    """The emoji stands on it, the type is told, the shortcut in one spelling."""
    desk.run(lambda st: st.button("Go", type="primary", icon="🚀", shortcut="Shift+Control+Return", width=200))
    widget, props = desk.live().widget, desk.props()
    assert (widget.description, widget.button_style) == ("🚀 Go", "primary")
    assert (props["shortcut"], props["width"], props["type"]) == ("ctrl+shift+enter", 200, "primary")


def test_it_cannot_be_assigned(desk: Any) -> None:
    """`session_state` holds it for reading only (R57); what was set before the run is of no effect."""
    with pytest.raises(StreamlitValueAssignmentNotAllowedError):
        desk.run(lambda st: (desk.state.assign("k", True), st.button("Go", key="k")))
    assert desk.run(lambda st: st.button("Go", key="k")) is False
    assert desk.state.values == {"k": False}


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"type": "huge"}, StreamlitValueError),
        ({"on_click": "ignore"}, StreamlitAPIException),
        ({"on_click": 3}, StreamlitValueError),
        ({"width": 0}, StreamlitInvalidWidthError),
        ({"icon": "x"}, StreamlitAPIException),
        ({"shortcut": "ctrl+r"}, StreamlitAPIException),
        ({"shortcut": "a+b"}, StreamlitAPIException),
        ({"shortcut": "ctrl"}, StreamlitAPIException),
        ({"shortcut": "ctrl+moon"}, StreamlitAPIException),
    ],
)
def test_wrong_parameters(desk: Any, given: dict[str, Any], error: type[Exception]) -> None:
    """Each has an error of its own."""
    with pytest.raises(error):
        desk.run(lambda st: st.button("Go", **given))
