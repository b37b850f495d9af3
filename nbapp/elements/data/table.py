"""`table`: a small table, all of it."""

from __future__ import annotations

from typing import Any, Literal

from nbapp.elements.data.columns import described, entries_of
from nbapp.elements.data.styled import styled_cells
from nbapp.elements.frame import as_frame, has_row_names, is_styler
from nbapp.elements.place import P
from nbapp.elements.sizes import Height, Width, checked_height, checked_width
from nbapp.errors import StreamlitValueError
from nbapp.session.cells import cells_of, kind_of

BORDERS = ("horizontal",)


def table(
    here: P,
    data: Any = None,
    *,
    border: bool | Literal["horizontal"] = True,
    width: Width = "stretch",
    height: Height = "content",
    hide_index: bool | None = None,
    hide_header: bool | None = None,
    alt: str | None = None,
) -> P:
    """Show a table with all its rows at once, each as high as its text.

    For more than some hundred rows, `dataframe` shows the same data faster.

    Parameters
    ----------
    data : dataframe-like
        As for `dataframe`; the formats and colors of a pandas Styler are shown.
    border : bool or str
        True draws lines around every cell, "horizontal" only between the rows, False none.
    width : int or str
        CSS pixels, "stretch" or "content".
    height : int or str
        CSS pixels (the table scrolls below its header), "content" or "stretch".
    hide_index, hide_header : bool, optional
        What to leave out; by itself the index is shown if the rows have names, the header if the columns do.
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
    >>> nbapp.table({"species": ["Adelie", "Gentoo"], "count": [152, 124]})  # doctest: +SKIP
    """
    frame = as_frame(data)
    index = not hide_index if hide_index is not None else has_row_names(data, frame)
    if hide_header is None:
        hide_header = not _has_column_names(data, frame)
    props = _content(data, frame, index)
    if hide_header:
        props["headless"] = True
    if border is not True:
        props["border"] = _checked_border(border)
    if width != "stretch":
        props["width"] = checked_width(width)
    if height != "content":
        props["height"] = checked_height(height)
    if alt is not None:
        props["alt"] = str(alt)
    return here.put("table", props)


def _content(data: Any, frame: Any, index: bool) -> dict[str, Any]:
    """Return the columns and the rows."""
    levels = [frame.index.get_level_values(level) for level in range(frame.index.nlevels)] if index else []
    values = levels + [frame.iloc[:, at] for at in range(frame.shape[1])]
    kinds = [kind_of(column) for column in values]
    columns = [
        described(name, kind, entry, at < len(levels))
        for at, ((name, entry), kind) in enumerate(zip(entries_of(frame, index, {}), kinds, strict=True))
    ]
    rows = styled_cells(data, index) if is_styler(data) else None
    if rows is None:
        parts = [cells_of(column, kind) for column, kind in zip(values, kinds, strict=True)]
        rows = [list(row) for row in zip(*parts, strict=True)]
    return {"columns": columns, "rows": rows}


def _has_column_names(data: Any, frame: Any) -> bool:
    """Whether the columns were named by somebody, and not counted by pandas."""
    plain = isinstance(data, (list, tuple, set, frozenset)) or type(data).__name__ == "ndarray"
    counted = [str(name) for name in frame.columns] in ([str(at) for at in range(frame.shape[1])], ["value"])
    return not (plain and counted)


def _checked_border(border: Any) -> bool | str:
    """Return `border` as JSON."""
    if border is False or border in BORDERS:
        return border  # type: ignore[no-any-return]
    raise StreamlitValueError("border", ["True", "False", "'horizontal'"], border)
