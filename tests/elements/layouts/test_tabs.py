"""`tabs`: one seen at a time."""

from __future__ import annotations

from typing import Any

import pytest

from nbapp.errors import (
    StreamlitInvalidParameterTypeError,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)


def test_they_hold_what_is_drawn_in_them(sheet: Any) -> None:
    """All contents are computed; `default` names the one that is seen."""

    def script(st: Any) -> None:
        first, second = st.tabs(["a", "b"], default="b")
        second.text("2")
        first.text("1")

    [[kind, props, tabs]] = sheet.draw(script)
    assert (kind, props["default"]) == ("tabs", 1)
    assert [[tab[1]["label"], tab[2][0][1]["body"]] for tab in tabs] == [["a", "1"], ["b", "2"]]


@pytest.mark.parametrize(
    ("tabs", "given", "error"),
    [
        ([], {}, StreamlitMissingRequiredParameterError),
        (["a"], {"default": "b"}, StreamlitValueError),
        (["a", 1], {}, StreamlitInvalidParameterTypeError),
    ],
)
def test_wrong_parameters(sheet: Any, tabs: Any, given: dict[str, Any], error: type[Exception]) -> None:
    """Each has an error of its own."""
    with pytest.raises(error):
        sheet.draw(lambda st: st.tabs(tabs, **given))
