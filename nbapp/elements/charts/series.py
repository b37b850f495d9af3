"""The data of a line or bar chart: which columns are drawn, as lists that the browser turns into rows.

Values travel by column, once each: a table of n series is not written out as n rows per x.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from nbapp.elements.charts.color import as_css, is_color_text
from nbapp.elements.frame import as_frame
from nbapp.errors import (
    StreamlitColorLengthError,
    StreamlitColumnNotFoundError,
    StreamlitInvalidColorError,
    StreamlitInvalidParameterTypeError,
)
from nbapp.session.cells import EXACT, cells_of, kind_of
from nbapp.types import Json

TYPES = {"int": "quantitative", "float": "quantitative", "decimal": "quantitative", "duration": "quantitative"}
TYPES |= {"date": "temporal", "datetime": "temporal"}
NUMERIC = ("int", "float", "decimal")


@dataclass
class Series:
    """What a chart draws.

    Attributes
    ----------
    columns : dict
        Lists of equal length by the field they become: `x`, and `y`, `color`, `sort` where there are such.
    series : list
        Pairs of a name and its values, if there are several; each is drawn over the same `x`.
    x, y, color : Axis
        What the fields are.
    """

    columns: dict[str, list[Json]]
    series: list[list[Any]]
    x: Axis
    y: Axis
    color: Axis | None = None
    constant: str | None = None

    @property
    def names(self) -> list[str]:
        """The names of the series, if there are several."""
        return [name for name, _ in self.series]

    @property
    def points(self) -> int:
        """How many points are drawn."""
        return len(self.columns["x"]) * max(1, len(self.series))


@dataclass
class Axis:
    """One field of a chart: its name and its kind, and what tells its order or its colors."""

    title: str
    kind: str = "float"
    ordered: list[Json] = field(default_factory=list)
    unit: str | None = None
    colors: list[str] | None = None

    @property
    def type(self) -> str:
        """What Vega-Lite calls the kind."""
        return "ordinal" if self.ordered else TYPES.get(self.kind, "nominal")


def series_of(data: Any, x: Any, y: Any, color: Any, sort: Any = None) -> Series:
    """Return what a chart draws.

    Parameters
    ----------
    data : dataframe-like
        What the caller was given.
    x : str, optional
        A column; the index if None.
    y : str or sequence of str, optional
        One column or several; all columns with numbers if None.
    color : str, tuple or list, optional
        A column, a color, or one color for each series.
    sort : str, optional
        A column whose values are sent along as the field `sort`.

    Raises
    ------
    StreamlitColumnNotFoundError
        If a column does not exist; the sentence says which do.
    """
    frame = as_frame(data)
    if x is not None and not isinstance(x, str):
        raise StreamlitInvalidParameterTypeError("x", ["the name of a column", "None (for the index)"], x)
    color_at = _color_column(frame, color)
    sort_at = None if sort is None else found(frame, "sort", sort)
    x_at = None if x is None else found(frame, "x", x)
    y_at = _y_columns(frame, y, {x_at, color_at, sort_at})
    x_values = frame.index if x_at is None else frame.iloc[:, x_at]
    if x_at is None and frame.index.nlevels > 1:
        x_values = frame.index.map(lambda levels: " / ".join(map(str, levels)))
    drawn = Series({"x": []}, [], Axis(x or ""), Axis(y if isinstance(y, str) else ""))
    drawn.x = _axis(drawn.x.title, x_values)
    drawn.columns["x"] = values_of(x_values, drawn.x.kind)
    if len(y_at) == 1 or (y_at and color_at is not None):
        _put(drawn, "y", frame.iloc[:, y_at[0]], drawn.y.title)
    for at in y_at if len(y_at) > 1 and color_at is None else ():
        column = frame.iloc[:, at]
        drawn.series.append([str(frame.columns[at]), values_of(column, kind_of(column))])
    if color_at is not None:
        _put(drawn, "color", frame.iloc[:, color_at], str(frame.columns[color_at]))
    if sort_at is not None:
        drawn.columns["sort"] = values_of(frame.iloc[:, sort_at], kind_of(frame.iloc[:, sort_at]))
    _paint(drawn, color, color_at, [str(frame.columns[at]) for at in y_at])
    return drawn


def found(frame: Any, parameter: str, name: Any) -> int:
    """Return the position of a column.

    Raises
    ------
    StreamlitColumnNotFoundError
        If there is none of that name.
    """
    position = _position(frame, name)
    if position is None:
        raise StreamlitColumnNotFoundError(parameter, name, frame.columns)
    return position


def values_of(column: Any, kind: str) -> list[Json]:
    """Return the values of a column as a chart reads them: dates as local time, nothing that is not a number."""
    import numpy as np

    if kind in ("date", "datetime"):
        return _moments(column)
    if kind == "duration":
        return [None if value != value else value.total_seconds() for value in column.tolist()]
    if kind == "decimal":
        return [None if value is None or not math.isfinite(value) else float(value) for value in column.tolist()]
    if kind == "float" and isinstance(column.dtype, np.dtype) and column.dtype.kind == "f":
        values = column.to_numpy()
        finite = np.isfinite(values)
        if finite.all():
            return list(values.tolist())
        return [value if good else None for value, good in zip(values.tolist(), finite.tolist(), strict=True)]
    cells = cells_of(column, kind)
    if kind in NUMERIC:
        return [None if isinstance(cell, str) and kind == "float" else _number(cell) for cell in cells]
    return cells


def _put(drawn: Series, name: str, column: Any, title: str) -> None:
    """Add a column as a field, and say what it is."""
    axis = _axis(title, column)
    drawn.columns[name] = values_of(column, axis.kind)
    setattr(drawn, name, axis)


def _axis(title: str, column: Any) -> Axis:
    """Say what a column is: its kind, and the order or the spacing of its values."""
    import pandas as pd

    kind = kind_of(column)
    ordered = isinstance(column.dtype, pd.CategoricalDtype) and column.dtype.ordered
    categories = cells_of(column.dtype.categories, kind) if ordered else []
    unit = _unit(column) if TYPES.get(kind) == "temporal" else None
    return Axis(title, "text" if kind == "nested" else kind, categories, unit)


def _unit(column: Any) -> str:
    """Return the largest unit of time that keeps the moments of a column apart."""
    import pandas as pd

    moments = pd.DatetimeIndex(pd.to_datetime(pd.Series(column).dropna(), utc=True)).unique().sort_values()
    steps = moments[1:] - moments[:-1]
    days = steps.min().total_seconds() / 86400 if len(steps) else 1
    for least, unit in ((365, "year"), (28, "yearmonth"), (1, "yearmonthdate"), (1 / 24, "yearmonthdatehours")):
        if days >= least:
            return unit
    return "yearmonthdatehoursminutes" if days >= 1 / 1440 else "yearmonthdatehoursminutesseconds"


def _moments(column: Any) -> list[Json]:
    """Return dates and times as the browser reads local time, so that it shows what was written."""
    cells = cells_of(column, "datetime")
    return [f"{cell[:10]}T{cell[11:] or '00:00:00'}" if isinstance(cell, str) else None for cell in cells]


def _number(cell: Json) -> Json:
    """Return a cell as the number nearest to it: whole numbers beyond a browser's travel as text elsewhere."""
    return float(cell) if isinstance(cell, str) and abs(float(cell)) > EXACT else cell


def _position(frame: Any, name: Any) -> int | None:
    """Return the position of the first column of that name, or of that text; None if there is none."""
    names = list(frame.columns)
    for at, candidate in enumerate(names):
        if candidate == name or (not isinstance(candidate, str) and str(candidate) == str(name)):
            return at
    return None


def _y_columns(frame: Any, y: Any, taken: set[int | None]) -> list[int]:
    """Return the positions of the columns to draw."""
    if isinstance(y, str):
        return [found(frame, "y", y)]
    if y is not None:
        if not isinstance(y, Iterable):
            raise StreamlitInvalidParameterTypeError("y", ["the name of a column", "a list of names", "None"], y)
        return [found(frame, "y", name) for name in y]
    free = [at for at in range(frame.shape[1]) if at not in taken]
    numeric = [at for at in free if kind_of(frame.iloc[:, at]) in (*NUMERIC, "duration")]
    return numeric or free


def _color_column(frame: Any, color: Any) -> int | None:
    """Return the position of the column that gives the colors; None if `color` is no column."""
    if isinstance(color, (list, tuple)) and len(color) == 1 and isinstance(color[0], str):
        color = color[0]
    if not isinstance(color, (str, int)) or isinstance(color, bool):
        return None
    at = _position(frame, color)
    if at is None and not (isinstance(color, str) and is_color_text(color)) and not _is_css_name(color):
        raise StreamlitColumnNotFoundError("color", color, frame.columns)
    return at


def _is_css_name(color: Any) -> bool:
    """Whether a word is the name of a CSS color."""
    return isinstance(color, str) and color.lower() in CSS_NAMES


def _paint(drawn: Series, color: Any, color_at: int | None, names: list[str]) -> None:
    """Note the colors that were given: one for all, one for each series, or a column that holds them."""
    if drawn.color is not None:
        values = list(dict.fromkeys(drawn.columns["color"]))
        if values and all(is_color_text(value) for value in values):
            drawn.color.colors = []
        return
    if color is None or color_at is not None:
        return
    if isinstance(color, str) or (
        isinstance(color, tuple) and not any(isinstance(part, (str, tuple)) for part in color)
    ):
        drawn.constant = as_css(color)
        return
    if not isinstance(color, Iterable):
        raise StreamlitInvalidColorError(color)
    colors = [as_css(one) for one in color]
    if len(colors) != len(names):
        raise StreamlitColorLengthError(len(colors), names)
    if len(colors) == 1:
        drawn.constant = colors[0]
    else:
        drawn.y.colors = colors


CSS_NAMES = {"black", "white", "silver", "gray", "grey", "maroon", "red", "brown", "orange", "gold", "yellow", "olive"}
CSS_NAMES |= {"lime", "green", "teal", "aqua", "cyan", "blue", "navy", "indigo", "purple", "violet", "magenta", "pink"}
CSS_NAMES |= {"coral", "crimson", "salmon", "tomato", "khaki", "orchid", "plum", "turquoise", "steelblue", "skyblue"}
"""Words that are taken for colors where no column is called so."""
