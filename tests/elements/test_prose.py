"""Bodies become text without the indentation of the script."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheet import Sheet

from nbapp.elements.prose import cleaned, laid_out
from nbapp.errors import StreamlitIncompatibleParametersError, StreamlitInvalidWidthError, StreamlitValueError


@given(st.text(alphabet=" \t\nab\r\x0b", max_size=20))
def test_short_way_is_the_long_way(text: str) -> None:
    """Whatever the blanks, the result is that of dedent and strip."""
    assert cleaned(text) == textwrap.dedent(text).strip()


def test_any_object_is_text() -> None:
    """What is no string is turned into one."""
    assert cleaned(3.5) == "3.5"


def test_only_what_differs_becomes_a_property() -> None:
    """The usual look costs nothing on the wire."""
    assert laid_out({}, "", "stretch", "left", "stretch") == {}
    assert laid_out({}, " why ", 300, "center", "stretch") == {"help": "why", "width": 300, "align": "center"}


def test_look_is_checked() -> None:
    """Widths and alignments that do not exist are refused."""
    with pytest.raises(StreamlitInvalidWidthError):
        laid_out({}, None, 0, "left", "stretch")
    with pytest.raises(StreamlitValueError, match="text_alignment"):
        laid_out({}, None, "stretch", "middle", "stretch")
    with pytest.raises(StreamlitValueError, match="wrap"):
        laid_out({}, None, "stretch", "left", "stretch", wrap=0)


def test_one_line() -> None:
    """What is not to wrap says so; raw HTML cannot be held in one line."""
    assert laid_out({}, None, "stretch", "left", "stretch", wrap=False) == {"wrap": False}
    with pytest.raises(StreamlitIncompatibleParametersError):
        laid_out({"html": True}, None, "stretch", "left", "stretch", wrap=False)


@pytest.mark.parametrize("name", ["title", "header", "subheader", "caption", "text", "markdown"])
def test_all_texts_can_stay_on_one_line(sheet: Sheet, name: str) -> None:
    """By the same parameter."""
    getattr(sheet.place, name)("a long one", wrap=False)
    assert sheet.last[1]["wrap"] is False
