"""`table`: all rows at once."""

from __future__ import annotations

import pandas as pd
import pytest
from sheet import Sheet

from nbapp.errors import StreamlitValueError


def test_table_has_all_rows(sheet: Sheet) -> None:
    """Nothing waits for a request."""
    sheet.place.table(pd.DataFrame({"n": range(500), "s": ["a", None] * 250}))
    kind, props = sheet.last
    assert kind == "table"
    assert len(props["rows"]) == 500
    assert props["rows"][1] == [1, 1, None]
    assert [column["name"] for column in props["columns"]] == ["", "n", "s"]


def test_styler(sheet: Sheet) -> None:
    """Formats and colors of a Styler are shown."""
    sheet.place.table(pd.DataFrame({"a": [0.5]}).style.format("{:.1f} g"))
    assert sheet.last[1]["rows"] == [[0, {"text": "0.5 g"}]]


def test_names_that_nobody_gave_are_left_out(sheet: Sheet) -> None:
    """A list has neither header nor index; both can be asked for."""
    sheet.place.table([[1, 2]])
    assert sheet.last[1]["headless"] is True
    assert sheet.last[1]["rows"] == [[1, 2]]
    sheet.place.table([[1, 2]], hide_index=False, hide_header=False)
    assert "headless" not in sheet.last[1]
    assert sheet.last[1]["rows"] == [[0, 1, 2]]


def test_look(sheet: Sheet) -> None:
    """Lines, sizes and the text for screen readers are passed on."""
    sheet.place.table({"a": [1]}, border="horizontal", width="content", height=100, alt="one")
    wanted = {"border": "horizontal", "width": "content", "height": 100, "alt": "one"}
    assert sheet.last[1] | wanted == sheet.last[1]
    with pytest.raises(StreamlitValueError):
        sheet.place.table({"a": [1]}, border="vertical")
