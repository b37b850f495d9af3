"""Cells as JSON."""

from __future__ import annotations

import datetime
import decimal
import json

import numpy as np
import pandas as pd
import pytest

from nbapp.session.cells import LONGEST, as_cell, cells_of, kind_of

COLUMNS = [
    ([1, 2], "int", [1, 2]),
    ([1.5, None], "float", [1.5, None]),
    ([float("inf"), -float("inf")], "float", ["inf", "-inf"]),
    (pd.array([1, None], dtype="Int64"), "int", [1, None]),
    (pd.array([True, None], dtype="boolean"), "bool", [True, None]),
    ([True, False], "bool", [True, False]),
    ([True, None], "bool", [True, None]),
    (["a", None], "text", ["a", None]),
    (pd.Categorical(["x", None]), "text", ["x", None]),
    (pd.Categorical([3, 1]), "int", [3, 1]),
    (pd.to_datetime(["2024-02-29", None]), "date", ["2024-02-29", None]),
    (pd.to_datetime(["2024-02-29 08:30"]), "datetime", ["2024-02-29 08:30:00"]),
    (pd.to_datetime(["2024-02-29 08:30"], utc=True), "datetime", ["2024-02-29 08:30:00+00:00"]),
    ([datetime.date(2024, 1, 2), None], "date", ["2024-01-02", None]),
    (pd.to_timedelta([90], unit="min"), "duration", ["0 days 01:30:00"]),
    ([decimal.Decimal("1.10"), None], "decimal", ["1.10", None]),
    ([[1, 2], {"a": 1}], "nested", ["[1, 2]", '{"a": 1}']),
    ([1 + 2j], "text", ["(1+2j)"]),
    (pd.period_range("2024-01", periods=1, freq="M"), "text", ["2024-01"]),
    ([2**60, 1], "int", [str(2**60), 1]),
    ([np.array([1, 2]), None], "nested", ["[1, 2]", None]),
]


@pytest.mark.parametrize(("values", "kind", "cells"), COLUMNS, ids=[f"{i}-{c[1]}" for i, c in enumerate(COLUMNS)])
def test_columns(values: object, kind: str, cells: list[object]) -> None:
    """Each kind of column is named and converted."""
    column = pd.Series(values)
    assert kind_of(column) == kind
    assert cells_of(column, kind) == cells
    json.dumps(cells_of(column, kind), allow_nan=False)


def test_a_level_of_an_index_converts_like_a_column() -> None:
    """An index is a column of the table as well."""
    index = pd.date_range("2024-01-01", periods=2)
    assert cells_of(index, kind_of(index)) == ["2024-01-01", "2024-01-02"]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("x" * 5000, "x" * LONGEST + "…"),
        ("\ud800", "?"),
        (np.float32(0.5), 0.5),
        (np.int64(3), 3),
        (np.bool_(True), True),
        (np.datetime64("2024-01-01"), "2024-01-01"),
        (pd.NaT, None),
        (pd.NA, None),
        ({3, 1}, "[1, 3]"),
        (b"ab", "b'ab'"),
        (decimal.Decimal("NaN"), None),
        (datetime.time(8, 5), "08:05:00"),
    ],
)
def test_single_values(value: object, cell: object) -> None:
    """Whatever a cell holds becomes JSON of bounded length."""
    assert as_cell(value) == cell


def test_a_list_within_itself_ends() -> None:
    """A value that holds itself has a text."""
    value: list[object] = []
    value.append(value)
    assert as_cell(value) == "[[...]]"
