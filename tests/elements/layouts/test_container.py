"""`container`: a place for many elements."""

from __future__ import annotations

from typing import Any

import pytest

from nbapp.errors import (
    StreamlitDuplicateElementKey,
    StreamlitIncompatibleParametersError,
    StreamlitInvalidHeightError,
    StreamlitValueError,
)


def test_it_keeps_its_place(sheet: Any) -> None:
    """What is drawn in it later stands above what came after it (R117)."""

    def script(st: Any) -> None:
        inside = st.container()
        st.text("1")
        inside.text("0")

    container, after = sheet.draw(script)
    assert [container[0], container[2][0][1]["body"], after[1]["body"]] == ["container", "0", "1"]


def test_with_gives_the_container(sheet: Any) -> None:
    """Unlike Streamlit's, which gives None (R119)."""

    def script(st: Any) -> None:
        with st.container() as inside:
            inside.text("in")

    [[_, _, [text]]] = sheet.draw(script)
    assert text[1]["body"] == "in"


@pytest.mark.parametrize(
    ("given", "props"),
    [
        ({}, {}),
        ({"border": True}, {"border": True}),
        ({"height": 200}, {"height": 200, "border": True}),
        ({"height": 200, "border": False}, {"height": 200}),
        ({"key": "k"}, {"css": "st-key-k"}),
        ({"horizontal": True, "wrap": False}, {"horizontal": True, "wrap": False}),
        ({"horizontal_alignment": "right", "vertical_alignment": "bottom"}, {"align": "right", "valign": "bottom"}),
    ],
)
def test_its_look(sheet: Any, given: dict[str, Any], props: dict[str, Any]) -> None:
    """Only what is out of the ordinary is told; a fixed height has a border unless told otherwise."""
    [[_, drawn, _]] = sheet.draw(lambda st: st.container(**given))
    assert drawn == {"gap": "small", "width": "stretch", "height": "content"} | props


def test_keys(sheet: Any) -> None:
    """A key is used once in a run, by whatever element (R24)."""
    with pytest.raises(StreamlitDuplicateElementKey):
        sheet.draw(lambda st: (st.container(key="k"), st.expander("e", key="k")))


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"height": 0}, StreamlitInvalidHeightError),
        ({"wrap": False}, StreamlitIncompatibleParametersError),
        ({"horizontal_alignment": "top"}, StreamlitValueError),
        ({"vertical_alignment": "left"}, StreamlitValueError),
        ({"gap": -1}, StreamlitValueError),
    ],
)
def test_wrong_parameters(sheet: Any, given: dict[str, Any], error: type[Exception]) -> None:
    """Each has an error of its own."""
    with pytest.raises(error):
        sheet.draw(lambda st: st.container(**given))
