"""What a pandas Styler shows: the text of its cells, and the part of their CSS that a cell can have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nbapp.session.cells import as_cell
from nbapp.types import Json

PROPERTIES = frozenset({"color", "background-color", "font-weight", "font-style", "text-decoration", "opacity"})
"""CSS that reaches the page; the rest of a Styler's styles is left out."""


def styled_cells(styler: Any, index: bool) -> list[list[Json]] | None:
    """Return the cells of a Styler's table, by row.

    Parameters
    ----------
    styler : pandas.io.formats.style.Styler
        A frame with formats and styles.
    index : bool
        Whether the levels of the index come first in each row.

    Returns
    -------
    list of list, or None
        A cell is what it is, or `{"text": ..., "css": {...}}` where the Styler says more. None if the table has more
        cells than pandas styles (its option `styler.render.max_elements`): it is then shown unstyled.

    Examples
    --------
    >>> import pandas as pd
    >>> styled_cells(pd.DataFrame({"a": [0.5]}).style.format("{:.0%}"), index=False)
    [[{'text': '50%'}]]
    """
    import pandas as pd

    if styler.data.size > pd.get_option("styler.render.max_elements"):
        return None
    styler._compute()
    drawn = styler._translate(sparse_index=False, sparse_cols=False)
    css = _css_by_id(drawn.get("cellstyle", []) + drawn.get("cellstyle_index", []))
    rows = []
    for row in drawn["body"]:
        cells = [cell for cell in row if index or cell["type"] == "td"]
        rows.append([_as_shown(cell, css.get(cell.get("id", ""), {})) for cell in cells])
    return rows


def _as_shown(cell: Mapping[str, Any], css: dict[str, str]) -> Json:
    """Return one cell with what the Styler says of it."""
    value, text = as_cell(cell["value"]), cell.get("display_value")
    own = not css and (text == cell["value"] or text == str(cell["value"]) or _is_usual(cell["value"], text))
    if own:
        return value
    shown: dict[str, Json] = {"text": "" if text is None else str(text)}
    if css:
        shown["css"] = dict(css)
    return shown


def _is_usual(value: Any, text: Any) -> bool:
    """Whether a text is just what pandas writes for a number when nobody asked for a format."""
    return isinstance(value, float) and (value != value or text == f"{value:.6f}")


def _css_by_id(styles: list[Any]) -> dict[str, dict[str, str]]:
    """Return the CSS of each cell that has some, by the cell's id within the Styler's table."""
    found: dict[str, dict[str, str]] = {}
    for style in styles:
        css = {name: str(value) for name, value in style["props"] if name in PROPERTIES and value}
        for selector in style["selectors"] if css else ():
            found.setdefault(selector, {}).update(css)
    return found
