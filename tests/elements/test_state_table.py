"""How `session_state` looks where a cell shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy
import pandas
import pytest

import nbapp
from nbapp.elements.show import show
from nbapp.elements.state_table import EMPTY, as_html, as_text, brief
from nbapp.session.state import shared


@pytest.fixture(autouse=True)
def clean() -> Iterator[None]:
    """Leave the state of the process empty."""
    yield
    shared.values.clear()
    shared.assigned.clear()


class Hidden:
    """Its shape is not to be had."""

    @property
    def shape(self) -> tuple[int, ...]:
        """Not to be had."""
        raise RuntimeError("no")


class Broken:
    """It cannot be printed."""

    def __repr__(self) -> str:
        raise RuntimeError("no")


def test_keys_types_and_values_in_columns() -> None:
    """As text for a terminal, as a table for a page."""
    values = {"name": "Ada", "rows": [1, 2]}
    assert as_text(values) == "session_state\n  name  str   'Ada'\n  rows  list  [1, 2]"
    cells = re.findall(r"<td[^>]*>(?:<code>)?(.*?)(?:</code>)?</td>", as_html(values))
    assert cells == ["name", "str", "&#x27;Ada&#x27;", "rows", "list", "[1, 2]"]


def test_nothing_is_said_to_be_nothing() -> None:
    """In both."""
    assert (as_text({}), EMPTY in as_html({})) == (EMPTY, True)


def test_what_a_reader_typed_is_no_html() -> None:
    """Keys and values are escaped."""
    shown = as_html({"<b>": "<script>alert(1)</script>"})
    assert "<script" not in shown
    assert "<b>" not in shown


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (pandas.DataFrame({"a": range(1000), "b": 1}), "1,000 × 2"),
        (numpy.zeros(3), "3"),
        (numpy.float64(1.5), "np.float64(1.5)"),
        (len, "<built-in function len>"),
        (10**5000, "<ValueError in its repr>"),
        (Hidden(), "<RuntimeError in its repr>"),
        (numpy.ndarray, "<class 'numpy.ndarray'>"),
        (Broken(), "<Broken instance at "),
        ("a\nb", r"'a\nb'"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_value_is_shown_in_brief(value: object, said: str) -> None:
    """On one line."""
    assert brief(value).startswith(said)


@pytest.mark.parametrize("value", ["x" * 10_000, list(range(10_000)), dict.fromkeys(range(1000), "x" * 100)], ids=type)
def test_a_large_value_stays_short(value: object) -> None:
    """Nothing prints it whole."""
    assert len(brief(value)) <= 80


def test_many_keys_end_with_a_count() -> None:
    """A hundred are shown."""
    values = {f"k{n}": n for n in range(1234)}
    assert "and 1,134 more" in as_text(values)
    assert "and 1,134 more" in as_html(values)


def test_a_cell_shows_the_state(sheet) -> None:
    """The object itself, as the last expression."""
    nbapp.session_state.name = "Ada"
    assert repr(nbapp.session_state) == "session_state\n  name  str  'Ada'"
    show(sheet.place, nbapp.session_state)
    (kind, props) = sheet.last
    assert (kind, set(props["data"])) == ("mime", {"text/plain", "text/html"})
