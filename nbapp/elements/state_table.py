"""How `session_state` looks where a cell shows it: a table of keys, types and the beginning of each value."""

from __future__ import annotations

import html
import reprlib
from collections.abc import Mapping
from typing import Any

MOST = 100
"""Keys that are shown."""

LONGEST = 80
"""Characters of a value that are shown."""

EMPTY = "session_state holds nothing yet"

Row = tuple[str, str, str]


def as_text(values: Mapping[str, Any]) -> str:
    """Return values as lines of text.

    Parameters
    ----------
    values : mapping
        What `session_state` holds.

    Examples
    --------
    >>> print(as_text({"name": "Ada", "n": 3}))
    session_state
      name  str  'Ada'
      n     int  3
    """
    if not values:
        return EMPTY
    rows, more = _rows(values)
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    lines = [f"  {key:<{widths[0]}}  {kind:<{widths[1]}}  {value}" for key, kind, value in rows]
    return "\n".join(["session_state", *lines, *([f"  {more}"] if more else [])])


def as_html(values: Mapping[str, Any]) -> str:
    """Return values as an HTML table, with all that is in them escaped.

    Parameters
    ----------
    values : mapping
        What `session_state` holds.
    """
    if not values:
        return f"<p><i>{EMPTY}</i></p>"
    rows, more = _rows(values)
    left = 'style="text-align:left"'
    head = f"<tr><th {left}>key</th><th {left}>type</th><th {left}>value</th></tr>"
    body = "".join(
        f"<tr><td {left}><code>{html.escape(key)}</code></td><td {left}>{html.escape(kind)}</td>"
        f"<td {left}><code>{html.escape(value)}</code></td></tr>"
        for key, kind, value in rows
    )
    foot = f"<p><small>{more}</small></p>" if more else ""
    return f"<table><caption {left}>session_state</caption><thead>{head}</thead><tbody>{body}</tbody></table>{foot}"


def _rows(values: Mapping[str, Any]) -> tuple[list[Row], str]:
    """The rows that are shown, and what is said of the others."""
    items = list(values.items())
    rows = [(key, type(value).__name__, brief(value)) for key, value in items[:MOST]]
    return rows, f"and {len(items) - MOST:,} more" if len(items) > MOST else ""


def brief(value: object) -> str:
    """Return the beginning of a value on one line, without printing a large one in full.

    Parameters
    ----------
    value : object
        Anything; one that fails to print itself, too.

    Examples
    --------
    >>> brief(list(range(1000)))
    '[0, 1, 2, 3, 4, 5, ...]'
    """
    try:
        shape = getattr(value, "shape", None) if hasattr(type(value), "shape") else None
        if isinstance(shape, tuple) and all(isinstance(size, int) for size in shape) and shape:
            return " × ".join(f"{size:,}" for size in shape)
        text = " ".join(_shortened.repr(value).split())
    except Exception as failure:  # noqa: BLE001  one value that cannot print itself must not hide the others
        text = f"<{type(failure).__name__} in its repr>"
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


_shortened = reprlib.Repr()
_shortened.maxstring = _shortened.maxother = LONGEST
