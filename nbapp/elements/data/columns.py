"""The columns of a table as the page sees them: which, in which order, how called, aligned and laid out."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from numbers import Integral
from typing import Any

from nbapp.errors import StreamlitInvalidParameterTypeError, StreamlitValueError

ColumnConfig = Mapping[Any, Any]

NUMBERS = ("int", "float", "decimal")
WIDTHS = ("small", "medium", "large")
ALIGNMENTS = ("left", "center", "right")
INDEX = "_index"


def label_of(name: Any) -> str:
    """Return the label of a column; the levels of a nested one are joined.

    Examples
    --------
    >>> label_of(("penguins", "mass")), label_of(None), label_of(3)
    ('penguins / mass', '', '3')
    """
    if isinstance(name, tuple):
        return " / ".join(str(part) for part in name if str(part) != "")
    return "" if name is None else str(name)


def checked_config(config: Any) -> dict[Any, dict[str, Any] | None]:
    """Return `column_config` with every entry as a dict, or None for a hidden column.

    Parameters
    ----------
    config : dict or None
        By column (its name, its position or "_index"): None to hide it, a string as its label, or a dict with
        "label", "width", "help", "hidden", "format", "alignment".

    Raises
    ------
    StreamlitInvalidParameterTypeError
        If it is no such dict.
    """
    if config is None:
        return {}
    if not isinstance(config, Mapping):
        raise StreamlitInvalidParameterTypeError("column_config", ["a dict by column name", "None"], config)
    return {name: _checked_entry(entry) for name, entry in config.items()}


def _checked_entry(entry: Any) -> dict[str, Any] | None:
    """Return what is said of one column as a dict; None hides it."""
    if entry is None:
        return None
    if isinstance(entry, str):
        return {"label": entry}
    if not isinstance(entry, Mapping):
        allowed = ["None (to hide the column)", "a string (its label)", "a dict"]
        raise StreamlitInvalidParameterTypeError("column_config", allowed, entry)
    said = copy.copy(dict(entry))
    typed = said.pop("type_config", None)
    if isinstance(typed, Mapping):
        said.setdefault("format", typed.get("format"))
    width = said.get("width")
    if width is not None and width not in WIDTHS and not (isinstance(width, Integral) and int(width) > 0):
        raise StreamlitValueError("width", [*map(repr, WIDTHS), "a number of pixels"], width)
    if said.get("alignment") not in (None, *ALIGNMENTS):
        raise StreamlitValueError("alignment", map(repr, ALIGNMENTS), said["alignment"])
    return None if said.get("hidden") else said


def chosen_columns(frame: Any, order: Iterable[Any] | None, config: Mapping[Any, Any]) -> Any:
    """Return the frame with the columns that are shown, in their order.

    Parameters
    ----------
    frame : pandas.DataFrame
        All the data.
    order : iterable of str, optional
        The columns to show; names the frame does not have are passed over.
    config : dict
        What `checked_config` returned; a column whose entry is None is left out.
    """
    positions = list(range(frame.shape[1]))
    if order is not None:
        names = [_names(frame.columns[position]) for position in positions]
        positions = [at for wanted in order for at in positions if wanted in names[at]]
    shown = [at for at in positions if entry_of(config, frame.columns[at], at, {}) is not None]
    return frame if shown == list(range(frame.shape[1])) else frame.iloc[:, shown]


def entry_of(config: Mapping[Any, Any], name: Any, position: int, otherwise: Any) -> Any:
    """Return what `column_config` says of a column, by its name first and by its position then."""
    for key in _names(name):
        if key in config:
            return config[key]
    return config.get(position, otherwise)


def described(name: str, kind: str, entry: Mapping[str, Any], index: bool = False) -> dict[str, Any]:
    """Return one column's properties.

    Parameters
    ----------
    name : str
        Its label.
    kind : str
        What it holds (`session.cells.kind_of`).
    entry : dict
        What `column_config` says of it.
    index : bool
        Whether it is a level of the index.

    Examples
    --------
    >>> described("mass", "float", {"width": "small"})
    {'name': 'mass', 'type': 'float', 'align': 'right', 'width': 'small'}
    """
    usual = "right" if kind in NUMBERS else "center" if kind == "bool" else "left"
    label = entry.get("label")
    column: dict[str, Any] = {"name": name if label is None else str(label), "type": kind}
    column["align"] = entry.get("alignment") or usual
    if index:
        column["index"] = True
    if entry.get("pinned") and not index:
        column["pinned"] = True
    width = entry.get("width")
    if width is not None:
        column["width"] = width if isinstance(width, str) else int(width)
    if entry.get("help"):
        column["help"] = str(entry["help"])
    return column


def entries_of(frame: Any, index: bool, config: Mapping[Any, Any]) -> list[tuple[str, Mapping[str, Any]]]:
    """Return the name of each shown column, and what `column_config` says of it.

    Parameters
    ----------
    frame : pandas.DataFrame
        The shown columns.
    index : bool
        Whether the levels of the index come first.
    config : dict
        What `checked_config` returned.
    """
    entries: list[tuple[str, Mapping[str, Any]]] = []
    for level, name in enumerate(frame.index.names if index else ()):
        said = config.get(name) if name is not None else None
        entries.append((label_of(name), said or (config.get(INDEX) if level == 0 else None) or {}))
    for at, name in enumerate(frame.columns):
        entries.append((label_of(name), entry_of(config, name, at, {}) or {}))
    return entries


def _names(name: Any) -> tuple[Any, ...]:
    """Return what a column may be called: its own name, or as text."""
    if isinstance(name, tuple):
        return (name, "_".join(str(part) for part in name), label_of(name))
    return (name,) if isinstance(name, str) else (str(name),)
