"""`form_submit_button`: submits the form it stands in."""

from __future__ import annotations

from typing import Any

import pytest

from nbapp.errors import (
    StreamlitDuplicateElementKey,
    StreamlitInvalidLayoutContextError,
    StreamlitValueAssignmentNotAllowedError,
    StreamlitValueError,
)


def test_a_click_is_true_once(desk: Any) -> None:
    """As of any button (R63)."""
    desk.run(lambda st: st.form("f").form_submit_button())
    assert [desk.result, desk.click(), desk.run()] == [False, True, False]


def test_its_name_in_session_state(desk: Any) -> None:
    """By form and label, or as it is given (R59)."""

    def script(st: Any) -> None:
        form = st.form("f")
        form.form_submit_button()
        form.form_submit_button("Other")
        form.form_submit_button(key="k")

    desk.run(script)
    assert desk.state.values == {"FormSubmitter:f-Submit": False, "FormSubmitter:f-Other": False, "k": False}
    with pytest.raises(StreamlitValueAssignmentNotAllowedError):
        desk.run(lambda st: (desk.state.assign("k", True), script(st)))


def test_each_button_is_told_apart(desk: Any) -> None:
    """All of them submit; the one that was clicked is True."""

    def script(st: Any) -> Any:
        form = st.form("f")
        name = form.text_input("name")
        return name, form.form_submit_button("Save"), form.form_submit_button("Delete")

    desk.run(script)
    desk.give("Ada")
    assert desk.click(2) == ("Ada", False, True)
    assert desk.click(1) == ("Ada", True, False)


def test_outside_of_a_form(desk: Any) -> None:
    """There is nothing to submit (R73)."""
    with pytest.raises(StreamlitInvalidLayoutContextError, match="outside of a form"):
        desk.run(lambda st: st.form_submit_button("Send"))


def test_two_of_one_label(desk: Any) -> None:
    """They need keys (R73)."""

    def script(st: Any) -> None:
        form = st.form("f")
        form.form_submit_button()
        form.form_submit_button()

    with pytest.raises(StreamlitDuplicateElementKey, match="FormSubmitter:f-Submit"):
        desk.run(script)


def test_its_look(desk: Any) -> None:
    """That of a button; wrong parameters are told as there."""
    desk.run(lambda st: st.form("f").form_submit_button("Go", type="primary", icon="🚀", shortcut="Ctrl+S"))
    assert (desk.live().widget.description, desk.live().widget.button_style) == ("🚀 Go", "primary")
    assert (desk.props()["element"], desk.props()["shortcut"]) == ("form_submit_button", "ctrl+s")
    with pytest.raises(StreamlitValueError):
        desk.run(lambda st: st.form("f").form_submit_button("Go", type="huge"))


def test_disabled_takes_no_click(desk: Any) -> None:
    """Whatever the page says; what was typed waits on."""

    def script(st: Any) -> Any:
        form = st.form("f")
        return form.text_input("name"), form.form_submit_button("Send", disabled=True)

    desk.run(script)
    desk.give("Ada")
    assert desk.click(1) == ("", False)
    assert desk.run() == ("", False)
