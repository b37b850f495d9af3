"""`widget`: a widget of the script's own, found by a key."""

from __future__ import annotations

from typing import Any

import ipywidgets
import pytest

from nbapp.errors import StreamlitDuplicateElementKey


def test_a_key_goes_before_the_place_in_the_code(desk: Any) -> None:
    """A list that is sorted anew finds each row's widget."""
    script = lambda here, order: {key: here.widget(ipywidgets.IntSlider, key=key) for key in order}  # noqa: E731
    first = desk.run(lambda here: script(here, "ab"))
    second = desk.run(lambda here: script(here, "ba"))
    assert first == second


def test_a_key_is_used_once(desk: Any) -> None:
    """A second use would be the same widget twice."""
    with pytest.raises(StreamlitDuplicateElementKey):
        desk.run(lambda here: [here.widget(ipywidgets.IntSlider, key="k") for _ in range(2)])
