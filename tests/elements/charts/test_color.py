"""Colors as CSS."""

from __future__ import annotations

from typing import Any

import pytest

from nbapp.elements.charts.color import as_css
from nbapp.errors import StreamlitInvalidColorError


@pytest.mark.parametrize(
    ("color", "css"),
    [
        ("#ff0000", "#ff0000"),
        ("teal", "teal"),
        ("rgb(1, 2, 3)", "rgb(1, 2, 3)"),
        ((255, 0, 0), "rgb(255, 0, 0)"),
        ([255, 0, 0, 128], "rgba(255, 0, 0, 0.502)"),
        ((1.0, 0.5, 0.0), "rgb(255, 128, 0)"),
        ((1.0, 0.5, 0.0, 0.25), "rgba(255, 128, 0, 0.25)"),
    ],
)
def test_colors(color: Any, css: str) -> None:
    """Texts stay, numbers are written out."""
    assert as_css(color) == css


@pytest.mark.parametrize("color", ["#12", "red;", (1, 2), (300, 0, 0), (1.5, 0.0, 0.0), ("a", "b", "c"), 7, None])
def test_no_colors(color: Any) -> None:
    """What a chart could not use is refused."""
    with pytest.raises(StreamlitInvalidColorError):
        as_css(color)
