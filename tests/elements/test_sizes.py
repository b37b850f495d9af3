"""`elements.sizes`: widths, heights, gaps and words, checked once for all elements."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from nbapp.elements.sizes import FILLS, checked_gap, checked_height, checked_width, checked_word
from nbapp.errors import StreamlitInvalidHeightError, StreamlitInvalidWidthError, StreamlitValueError


@pytest.mark.parametrize(("size", "json"), [("stretch", "stretch"), ("content", "content"), (1, 1), (np.int64(30), 30)])
def test_sizes(size: Any, json: Any) -> None:
    """Words and whole numbers of pixels, as JSON."""
    assert (checked_width(size), checked_height(size)) == (json, json)
    assert type(checked_width(size)) is type(json)


@pytest.mark.parametrize("size", [0, -5, 1.5, True, None, "wide", [1]])
def test_wrong_sizes(size: Any) -> None:
    """Everything else is an error that names the value."""
    with pytest.raises(StreamlitInvalidWidthError):
        checked_width(size)
    with pytest.raises(StreamlitInvalidHeightError):
        checked_height(size)


def test_words_an_element_does_not_know() -> None:
    """An input cannot be as wide as its content."""
    with pytest.raises(StreamlitInvalidWidthError, match="'stretch'"):
        checked_width("content", FILLS)


@pytest.mark.parametrize(("gap", "json"), [("small", "small"), ("LARGE", "large"), (0, 0), (8, 8), (None, None)])
def test_gaps(gap: Any, json: Any) -> None:
    """Words in any case, pixels, or none."""
    assert checked_gap(gap) == json


@pytest.mark.parametrize("gap", [-1, "huge", 1.5, False, ()])
def test_wrong_gaps(gap: Any) -> None:
    """Everything else is an error."""
    with pytest.raises(StreamlitValueError):
        checked_gap(gap)


def test_words() -> None:
    """One of a few, or an error that lists them."""
    assert checked_word("align", "left", ("left", "right")) == "left"
    with pytest.raises(StreamlitValueError, match="'left' or 'right'"):
        checked_word("align", ["left"], ("left", "right"))
