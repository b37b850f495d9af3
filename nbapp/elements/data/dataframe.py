"""`dataframe`: a table to scroll and sort, of any length."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from nbapp.elements.data.columns import (
    INDEX,
    ColumnConfig,
    checked_config,
    chosen_columns,
    described,
    entries_of,
)
from nbapp.elements.data.styled import styled_cells
from nbapp.elements.frame import as_frame, has_row_names, is_styler
from nbapp.elements.place import P
from nbapp.elements.sizes import Height, Width, checked_height, checked_width
from nbapp.errors import StreamlitValueError
from nbapp.session.sources import Source


def dataframe(
    here: P,
    data: Any = None,
    width: Width = "stretch",
    height: Height | Literal["auto"] = "auto",
    *,
    use_container_width: bool | None = None,
    hide_index: bool | None = None,
    column_order: Iterable[Any] | None = None,
    column_config: ColumnConfig | None = None,
    key: str | int | None = None,
    row_height: int | None = None,
    placeholder: str | None = None,
    lazy: bool | None = None,
    alt: str | None = None,
) -> P:
    """Show a table that scrolls and sorts; only the rows in sight travel to the browser.

    Parameters
    ----------
    data : dataframe-like
        A frame, series, index or Styler of pandas, a polars or pyarrow table, an array, lists, dicts.
    width : int or str
        CSS pixels, "stretch" or "content".
    height : int or str
        CSS pixels, "auto" (about ten rows), "content" (all rows) or "stretch".
    use_container_width : bool, optional
        The older way to say `width`: True for "stretch", False for "content".
    hide_index : bool, optional
        Whether to leave the index out; by itself it is shown if the rows have names.
    column_order : iterable of str, optional
        Which columns to show, in this order.
    column_config : dict, optional
        By column: None hides it, a string is its label, a dict may have "label", "width" ("small", "medium", "large"
        or CSS pixels), "help", "format", "alignment", "hidden". "_index" stands for the index.
    key : str or int, optional
        Gives the element the CSS class `st-key-<key>`.
    row_height : int, optional
        CSS pixels.
    placeholder : str, optional
        What stands in a cell without a value; "None" by itself.
    lazy : bool, optional
        Taken for Streamlit's sake: rows always travel when they come into sight.
    alt : str, optional
        What the table shows, said to screen readers.

    Returns
    -------
    Container
        The element; drawing on it replaces it.

    Raises
    ------
    StreamlitDataframeConversionError
        If the data cannot be seen as a table.

    Examples
    --------
    >>> import nbapp
    >>> nbapp.dataframe({"city": ["Oslo", "Rome"], "rain": [763.0, 799.4]}, hide_index=True)  # doctest: +SKIP
    """
    if use_container_width is not None:
        width = "stretch" if use_container_width else "content"
    source, columns = _prepared(here, data, hide_index, column_order, column_config)
    props: dict[str, Any] = {
        "source": source.id,
        "total": source.total,
        "columns": columns,
        "rows": source.first,
    }
    if width != "stretch":
        props["width"] = checked_width(width)
    if height != "auto":
        props["height"] = checked_height(height)
    if row_height is not None:
        props["row_height"] = _pixels(row_height)
    for name, value in (("placeholder", placeholder), ("alt", alt)):
        if value is not None:
            props[name] = str(value)
    if key is not None:
        props["css"] = f"st-key-{key}"
    return here.put("dataframe", props)


def _prepared(
    here: P, data: Any, hide_index: bool | None, column_order: Iterable[Any] | None, column_config: Any
) -> tuple[Source, list[dict[str, Any]]]:
    """Return the source of the rows, and the properties of the columns."""
    frame, config = as_frame(data), checked_config(column_config)
    styler = data if is_styler(data) else None
    index = not hide_index if hide_index is not None else has_row_names(data, frame)
    hidden = frame.index.name in config and config[frame.index.name] is None
    if hide_index is None and (hidden or config.get(INDEX, ()) is None or (styler and any(styler.hide_index_))):
        index = False
    shown = None
    if styler is None:
        frame = chosen_columns(frame, column_order, config)
    else:
        frame, shown = _styled(styler, index, column_order, config)
    entries = entries_of(frame, index, config)
    formats = {at: entry["format"] for at, (_, entry) in enumerate(entries) if isinstance(entry.get("format"), str)}
    source = here.run.session.sources.add(frame, index, shown, formats)
    levels = len(entries) - frame.shape[1]
    columns = [
        described(name, kind, entry, at < levels)
        for at, ((name, entry), kind) in enumerate(zip(entries, source.kinds, strict=True))
    ]
    for column, digits in zip(columns, source.digits, strict=True):
        if digits:
            column["digits"] = digits
    return source, columns


def _styled(styler: Any, index: bool, order: Iterable[Any] | None, config: Any) -> tuple[Any, Any]:
    """Return the shown columns of a Styler's frame, and its cells as they look."""
    data = styler.data
    hidden = {data.columns[at]: None for at in styler.hidden_columns}
    frame = chosen_columns(data, order, {**config, **hidden})
    cells = styled_cells(styler, index)
    if cells is None:
        return frame, None
    drawn = [at for at in range(data.shape[1]) if at not in set(styler.hidden_columns)]
    levels = data.index.nlevels if index else 0
    places = {data.columns[at]: levels + place for place, at in enumerate(drawn)}
    wanted = [*range(levels), *(places[name] for name in frame.columns)]
    return frame, [[row[at] for at in wanted] for row in cells]


def _pixels(row_height: Any) -> int:
    """Return the height of a row in CSS pixels."""
    if isinstance(row_height, bool) or not isinstance(row_height, int) or row_height <= 0:
        raise StreamlitValueError("row_height", ["a positive whole number of pixels", "None"], row_height)
    return row_height
