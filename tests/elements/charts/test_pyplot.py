"""`pyplot`: a figure as a picture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import matplotlib
import pytest
from matplotlib.figure import Figure
from sheet import Sheet

from nbapp.errors import StreamlitInvalidParameterTypeError, StreamlitValueError


@pytest.fixture(autouse=True)
def without_a_screen() -> Iterator[None]:
    """Pyplot draws into memory, and leaves no figure open."""
    matplotlib.use("agg")
    from matplotlib import pyplot

    yield
    pyplot.close("all")


def figure() -> Any:
    """A small figure."""
    made = Figure(figsize=(2, 1))
    made.subplots().plot([1, 3, 2])
    return made


def test_figure_becomes_a_picture(sheet: Sheet) -> None:
    """A PNG that fills its column."""
    sheet.place.pyplot(figure(), alt="a line")
    kind, props = sheet.last
    assert kind == "image"
    assert props["data"].startswith(b"\x89PNG")
    assert (props["mime"], props["width"], props["alt"]) == ("image/png", "stretch", "a line")


def test_the_same_figure_sends_nothing(sheet: Sheet) -> None:
    """Equal figures are equal bytes."""
    sheet.place.pyplot(figure())
    sheet.begin()
    sheet.place.pyplot(figure())
    assert sheet.ops == []


def test_savefig_options(sheet: Sheet) -> None:
    """Format and resolution are the caller's."""
    sheet.place.pyplot(figure(), format="svg")
    assert sheet.last[1]["mime"] == "image/svg+xml"
    sheet.place.pyplot(figure(), width="content", dpi=96)
    assert sheet.last[1]["scale"] == 1
    with pytest.raises(StreamlitValueError):
        sheet.place.pyplot(figure(), format="pdf")


def test_pyplot_figures_are_taken_off_the_list(sheet: Sheet) -> None:
    """Nothing shows them again; the object can be drawn on and shown once more."""
    from matplotlib import pyplot

    made, axes = pyplot.subplots(figsize=(2, 1))
    sheet.place.pyplot(made)
    assert pyplot.get_fignums() == []
    axes.plot([1, 2])
    first = sheet.last[1]["data"]
    sheet.place.pyplot(made)
    assert sheet.last[1]["data"] != first


def test_the_current_figure(sheet: Sheet) -> None:
    """`pyplot(plt)` shows what was drawn last."""
    from matplotlib import pyplot

    pyplot.figure(figsize=(2, 1))
    pyplot.plot([1, 2])
    sheet.place.pyplot(pyplot)
    assert sheet.last[0] == "image"
    assert pyplot.get_fignums() == []


def test_clear_figure(sheet: Sheet) -> None:
    """The figure is empty afterwards, or as it was."""
    made = figure()
    sheet.place.pyplot(made)
    assert made.axes
    sheet.place.pyplot(made, clear_figure=True)
    assert not made.axes


@pytest.mark.parametrize("wrong", [None, 1, "axes"])
def test_what_is_no_figure(sheet: Sheet, wrong: Any) -> None:
    """Axes are told apart: the figure they belong to is what to pass."""
    given = figure().axes[0] if wrong == "axes" else wrong
    with pytest.raises(StreamlitInvalidParameterTypeError, match="ax.figure" if wrong == "axes" else "fig"):
        sheet.place.pyplot(given)
