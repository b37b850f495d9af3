"""`set_page_config`: what is said of the page as a whole."""

from __future__ import annotations

from typing import Any

import pytest
from sheet import Sheet

import nbapp
from nbapp.elements.page_config import set_page_config
from nbapp.errors import StreamlitInvalidParameterTypeError, StreamlitInvalidURLError, StreamlitValueError
from nbapp.signals import StopScript


def test_r131_each_call_says_only_what_it_is_given(sheet: Sheet) -> None:
    """It can be called anywhere and often."""

    def script() -> None:
        set_page_config(page_title="Pets", layout="wide")
        nbapp.text("in between")
        set_page_config(page_icon="🐧", initial_sidebar_state="collapsed")
        set_page_config(layout="centered")

    sheet.play(script)
    assert sheet.page.facts.get("config") == {
        "title": "Pets",
        "layout": "centered",
        "icon": "🐧",
        "sidebar": "collapsed",
    }


def test_the_menu_is_joined_and_taken_back(sheet: Sheet) -> None:
    """None takes an entry away; keys count in any case."""

    def script() -> None:
        set_page_config(menu_items={"Get Help": "https://example.org/help", "Report a bug": "mailto:a@example.org"})
        set_page_config(menu_items={"About": "# Pets", "Report a bug": None})

    sheet.play(script)
    assert sheet.page.facts.get("config") == {"menu": {"help": "https://example.org/help", "about": "# Pets"}}


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"layout": "narrow"}, StreamlitValueError),
        ({"initial_sidebar_state": "open"}, StreamlitValueError),
        ({"initial_sidebar_state": 0}, StreamlitValueError),
        ({"initial_sidebar_state": True}, StreamlitValueError),
        ({"menu_items": {"Help": "https://example.org"}}, StreamlitValueError),
        ({"menu_items": ["About"]}, StreamlitInvalidParameterTypeError),
        ({"menu_items": {"Get help": "example.org"}}, StreamlitInvalidURLError),
        ({"menu_items": {"Get help": "javascript:alert(1)"}}, StreamlitInvalidURLError),
        ({"page_icon": 3}, StreamlitInvalidParameterTypeError),
    ],
    ids=str,
)
def test_a_wrong_value_is_an_error_and_changes_nothing(
    sheet: Sheet, said: dict[str, Any], error: type[Exception]
) -> None:
    """In a run and outside of one."""
    for call in (lambda: sheet.play(lambda: set_page_config(page_title="x", **said)), lambda: set_page_config(**said)):
        with pytest.raises(error):
            call()
    assert sheet.page.facts.get("config") == {}


def test_outside_of_an_app_there_is_no_page() -> None:
    """A script that is run by Python alone goes on."""
    set_page_config(page_title="Pets", initial_sidebar_state=300)


def test_r94_a_stopped_run_says_nothing_more(sheet: Sheet) -> None:
    """It is a yield point like an element call."""

    def script() -> None:
        try:
            sheet.run.end(StopScript())
        except StopScript:
            set_page_config(page_title="late")

    with pytest.raises(StopScript):
        sheet.play(script)
