"""`line_chart`: a specification and its data."""

from __future__ import annotations

import pandas as pd
import pytest
from sheet import Sheet

from nbapp.errors import StreamlitColumnNotFoundError, StreamlitInvalidWidthError

WIDE = pd.DataFrame({"year": [2007, 2008], "Adelie": [50, 50], "Gentoo": [34, 46]})


def test_lines_over_a_column(sheet: Sheet) -> None:
    """Each column is a line; the data stand apart from the specification."""
    sheet.place.line_chart(WIDE, x="year", y=["Adelie", "Gentoo"])
    kind, props = sheet.last
    assert kind == "vega"
    assert props["data"] == {"columns": {"x": [2007, 2008]}, "series": [["Adelie", [50, 50]], ["Gentoo", [34, 46]]]}
    encoding = props["spec"]["encoding"]
    assert (encoding["x"]["type"], encoding["x"]["title"], encoding["y"]["title"]) == ("quantitative", "year", "")
    assert encoding["color"]["sort"] == ["Adelie", "Gentoo"]
    assert [layer["mark"]["type"] for layer in props["spec"]["layer"]] == ["line", "point"]


def test_new_data_leave_the_specification(sheet: Sheet) -> None:
    """Only the data differ, so the view changes them in place."""
    sheet.place.line_chart(WIDE, x="year")
    before = sheet.last[1]["spec"]
    sheet.place.line_chart(WIDE * 2, x="year")
    assert sheet.last[1]["spec"] == before


def test_labels_colors_and_size(sheet: Sheet) -> None:
    """What the caller says stands in the specification."""
    sheet.place.line_chart(
        WIDE, x="year", y="Adelie", x_label="Year", y_label="Pairs", color="#f00", width=300, height=200, alt="pairs"
    )
    props = sheet.last[1]
    encoding = props["spec"]["encoding"]
    assert (encoding["x"]["title"], encoding["y"]["title"]) == ("Year", "Pairs")
    assert encoding["color"] == {"value": "#f00"}
    assert (props["spec"]["width"], props["spec"]["height"], props["alt"]) == (300, 200, "pairs")


def test_many_points_are_not_hovered(sheet: Sheet) -> None:
    """Beyond some thousand points only the lines are drawn."""
    sheet.place.line_chart(list(range(30_000)))
    assert len(sheet.last[1]["spec"]["layer"]) == 1


def test_mistakes(sheet: Sheet) -> None:
    """A missing column and a width that is none are named."""
    with pytest.raises(StreamlitColumnNotFoundError):
        sheet.place.line_chart(WIDE, y="Chinstrap")
    with pytest.raises(StreamlitInvalidWidthError):
        sheet.place.line_chart(WIDE, width=0)
