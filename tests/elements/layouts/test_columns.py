"""`columns`: side by side."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from nbapp.errors import (
    StreamlitInvalidColumnSpecError,
    StreamlitInvalidParameterTypeError,
    StreamlitInvalidWidthError,
    StreamlitValueError,
)


@pytest.mark.parametrize(
    ("spec", "weights"),
    [(2, [0.5, 0.5]), ([3, 1], [0.75, 0.25]), ((0.5,), [1.0]), (np.int64(1), [1.0]), (np.array([1, 3]), [0.25, 0.75])],
)
def test_weights(sheet: Any, spec: Any, weights: list[float]) -> None:
    """A count, or widths in relation to one another."""
    [[kind, _, columns]] = sheet.draw(lambda st: st.columns(spec))
    assert kind == "columns"
    assert [column[:2] for column in columns] == [["column", {"weight": weight}] for weight in weights]


def test_what_is_drawn_in_them(sheet: Any) -> None:
    """Each column holds what is drawn on it, in whatever order; `with` works, and they nest (R118, R123)."""

    def script(st: Any) -> None:
        left, right = st.columns(2)
        right.text("r")
        with left:
            inner = left.columns(1)
        inner[0].text("l")

    [[_, _, (left, right)]] = sheet.draw(script)
    assert left[2][0][2][0][2][0][1]["body"] == "l"
    assert right[2][0][1]["body"] == "r"


def test_its_look(sheet: Any) -> None:
    """Gap, alignment and border are the row's."""
    [[_, props, _]] = sheet.draw(
        lambda st: st.columns(1, gap=None, vertical_alignment="center", border=True, width=300)
    )
    assert props == {"gap": None, "valign": "center", "border": True, "width": 300}


@pytest.mark.parametrize(
    ("spec", "given", "error"),
    [
        (0, {}, StreamlitInvalidColumnSpecError),
        (-1, {}, StreamlitInvalidColumnSpecError),
        ([], {}, StreamlitInvalidColumnSpecError),
        ([1, 0], {}, StreamlitInvalidColumnSpecError),
        (1.5, {}, StreamlitInvalidParameterTypeError),
        ("12", {}, StreamlitInvalidParameterTypeError),
        (True, {}, StreamlitInvalidParameterTypeError),
        (2, {"gap": "wide"}, StreamlitValueError),
        (2, {"vertical_alignment": "distribute"}, StreamlitValueError),
        (2, {"width": "content"}, StreamlitInvalidWidthError),
    ],
)
def test_wrong_parameters(sheet: Any, spec: Any, given: dict[str, Any], error: type[Exception]) -> None:
    """Each has an error of its own (R122, R133)."""
    with pytest.raises(error):
        sheet.draw(lambda st: st.columns(spec, **given))
