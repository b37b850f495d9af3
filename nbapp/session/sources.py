"""The tables that the page shows: their rows on demand, in any order, and the same id for the same content.

A `Source` is a snapshot: what the script does to its frame afterwards does not reach it. `Sources` are those of one
app; what the page no longer shows is dropped.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from typing import Any, cast

from nbapp.errors import RowsRefusedError
from nbapp.session.cells import cells_of, kind_of
from nbapp.session.formats import formatted
from nbapp.types import Json

FIRST = 200
"""Rows that travel with the node itself."""

FIRST_CELLS = 20_000
"""Cells that travel with the node at most: a very wide table begins with fewer rows."""

MOST = 500
"""Rows that one request may ask for."""

ORDERS = 2
"""Sort orders that a source remembers."""

JUST_MADE = 16
"""The newest sources are not dropped while a run goes on: a parallel fragment may be about to draw one."""

Shown = list[list[Json]]
"""All cells of a table as a Styler shows them, by row."""


class Source:
    """One table of the page.

    Parameters
    ----------
    id : int
        What the page calls it.
    frame : pandas.DataFrame
        The content; a snapshot is taken.
    index : bool
        Whether the index is shown, as the first columns.
    shown : list of list, optional
        The same cells as a Styler shows them, by row.
    formats : dict, optional
        The `format` of columns (`session.formats`), by their position.

    Examples
    --------
    >>> import pandas as pd
    >>> source = Source(1, pd.DataFrame({"n": [3, 1, 2]}), index=False)
    >>> source.rows(0, 2, [0, "desc"])
    [[3], [2]]
    """

    def __init__(
        self,
        id: int,
        frame: Any,
        index: bool = True,
        shown: Shown | None = None,
        formats: dict[int, str] | None = None,
    ) -> None:
        self.id = id
        self.frame = _snapshot(frame)
        self.index = index
        self.shown = shown
        self.formats = formats or {}
        self.total = len(frame)
        self.columns = _columns(self.frame, index)
        self.kinds = [kind_of(column) for column in self.columns]
        self.digits = [self._longest(position) for position in range(len(self.columns))]
        self._orders: dict[tuple[int, str], Any] = {}
        self._lock = threading.Lock()
        count = max(20, min(FIRST, FIRST_CELLS // max(1, len(self.columns))))
        self.first = self._cells(slice(0, count))

    def rows(self, start: Any, end: Any, sort: Any) -> list[list[Json]]:
        """Return the rows from `start` up to `end`.

        Parameters
        ----------
        start, end : int
            Positions in the sorted table. At most `MOST` rows; what is past the last row is left out.
        sort : list or None
            `[column, "asc" | "desc"]`, the column by its position; None for the frame's own order.

        Raises
        ------
        RowsRefusedError
            If the request is not of that form: it came from a browser.
        """
        if not (_is_whole(start) and _is_whole(end) and 0 <= start <= end and end - start <= MOST):
            raise RowsRefusedError("rows", [start, end])
        if sort is None:
            return self._cells(slice(start, end))
        if not (isinstance(sort, (list, tuple)) and len(sort) == 2 and sort[1] in ("asc", "desc")):
            raise RowsRefusedError("sort", sort)
        if not (_is_whole(sort[0]) and 0 <= sort[0] < len(self.columns)):
            raise RowsRefusedError("column", sort[0])
        return self._cells(self._order(sort[0], sort[1])[start:end])

    def holds(self, frame: Any, index: bool, shown: Shown | None, formats: dict[int, str]) -> bool:
        """Whether this source shows just what a source of these would."""
        mine = self.frame
        if mine.shape != frame.shape or index != self.index or formats != self.formats:
            return False
        if "nested" in self.kinds or shown != self.shown:
            return False
        if list(mine.columns) != list(frame.columns) or mine.columns.names != frame.columns.names:
            return False
        if index and not (mine.index.names == frame.index.names and _same_index(mine.index, frame.index)):
            return False
        return all(_same(mine.iloc[:, i], frame.iloc[:, i]) for i in range(mine.shape[1]))

    def _cells(self, chosen: Any) -> list[list[Json]]:
        """Return the rows at these positions as lists of cells."""
        if self.shown is not None:
            return self.shown[chosen] if isinstance(chosen, slice) else [self.shown[i] for i in chosen]
        parts = [self._part(position, chosen) for position in range(len(self.columns))]
        return [list(row) for row in zip(*parts, strict=True)]

    def _part(self, position: int, chosen: Any) -> list[Json]:
        """Return the cells of one column at these positions."""
        values = _take(self.columns[position], chosen)
        cells = cells_of(values, self.kinds[position])
        format = self.formats.get(position)
        if format is None:
            return cells
        texts = [formatted(value, format) for value in values.tolist()]
        return [cell if text is None else text for cell, text in zip(cells, texts, strict=True)]

    def _longest(self, position: int) -> int | None:
        """Return how many characters the longest number of a column has; None for what is no number."""
        if self.kinds[position] not in ("int", "float") or not self.total:
            return None
        column, format = self.columns[position], self.formats.get(position)
        try:
            ends = [column.min(), column.max()]
        except TypeError:  # categories without an order
            return None
        texts = [formatted(end, format) if format else None for end in ends]
        return max(len(text or f"{end:.4f}".rstrip("0").rstrip(".")) for text, end in zip(texts, ends, strict=True))

    def _order(self, column: int, direction: str) -> Any:
        """Return the positions of the rows in sorted order; the newest orders are remembered."""
        key = (column, direction)
        with self._lock:
            order = self._orders.pop(key, None)
            if order is None:
                order = _sorted_positions(self.columns[column], descending=direction == "desc")
            self._orders[key] = order
            while len(self._orders) > ORDERS:
                del self._orders[next(iter(self._orders))]
            return order


class Sources:
    """The tables of one app.

    Parameters
    ----------
    on_page : callable, optional
        Returns the ids of the sources the page shows just now. With it, a run without end that shows a new table
        again and again does not keep them all.

    Examples
    --------
    >>> import pandas as pd
    >>> sources = Sources()
    >>> sources.add(pd.DataFrame({"n": [1]})) is sources.add(pd.DataFrame({"n": [1]}))
    True
    """

    def __init__(self, on_page: Callable[[], Iterable[int]] | None = None) -> None:
        self._sources: dict[int, Source] = {}
        self._on_page = on_page
        self._last = 0
        self._room = 16
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._sources)

    def __getitem__(self, id: int) -> Source:
        return self._sources[id]

    def add(
        self, frame: Any, index: bool = True, shown: Shown | None = None, formats: dict[int, str] | None = None
    ) -> Source:
        """Return a source of this content: the one that is there, or a new one.

        Parameters
        ----------
        frame : pandas.DataFrame
            The content.
        index : bool
            Whether the index is shown.
        shown : list of list, optional
            The cells as a Styler shows them, by row.
        formats : dict, optional
            The `format` of columns, by their position.
        """
        if self._on_page is not None and len(self._sources) >= self._room:
            self.keep({*self._on_page(), *range(self._last - JUST_MADE, self._last + 1)})
            self._room = 2 * len(self._sources) + 16
        for source in reversed(list(self._sources.values())):
            if source.holds(frame, index, shown, formats or {}):
                return source
        with self._lock:
            self._last = number = self._last + 1
        fresh = Source(number, frame, index, shown, formats)
        for source in list(self._sources.values()):
            if _nested_alike(source, fresh):
                return source
        with self._lock:
            self._sources[number] = fresh
        return fresh

    def keep(self, ids: Iterable[int]) -> None:
        """Drop every source but these."""
        kept = frozenset(ids)
        with self._lock:
            self._sources = {id: source for id, source in self._sources.items() if id in kept}

    def answer(self, message: dict[str, Any]) -> dict[str, Any]:
        """Return the reply to a browser's `rows` message; one without rows if its table is gone.

        Raises
        ------
        RowsRefusedError
            If the message does not ask for rows that exist, in a form that the page itself would use.
        """
        id, request = message.get("source"), message.get("request")
        if not (_is_whole(id) and _is_whole(request)):
            raise RowsRefusedError("source", [id, request])
        source = self._sources.get(cast(int, id))
        start = message.get("start")
        rows = [] if source is None else source.rows(start, message.get("end"), message.get("sort"))
        total = 0 if source is None else source.total
        return {"t": "rows", "source": id, "request": request, "start": start, "rows": rows, "total": total}


def _is_whole(value: Any) -> bool:
    """Whether a value from a browser is a whole number."""
    return type(value) is int


def _snapshot(frame: Any) -> Any:
    """Return the frame as it is now: free where pandas copies on write, a true copy elsewhere."""
    import pandas as pd

    lazy = int(pd.__version__.split(".")[0]) >= 3 or pd.options.mode.copy_on_write is True
    return frame.copy(deep=not lazy)


def _columns(frame: Any, index: bool) -> list[Any]:
    """Return what the table shows: the levels of the index, then the columns."""
    levels = [frame.index.get_level_values(level) for level in range(frame.index.nlevels)] if index else []
    return levels + [frame.iloc[:, position] for position in range(frame.shape[1])]


def _take(column: Any, chosen: Any) -> Any:
    """Return the cells of an index level or of a series at these positions."""
    return column.iloc[chosen] if hasattr(column, "iloc") else column[chosen]


def _same(mine: Any, other: Any) -> bool:
    """Whether two columns hold the same; where pandas copies on write, lying at the same place in memory will do."""
    import numpy as np
    import pandas as pd

    dtype = mine.dtype
    if dtype != other.dtype:
        return False
    if isinstance(dtype, np.dtype) or (isinstance(dtype, pd.StringDtype) and dtype.storage == "python"):
        a, b = np.asarray(mine.array), np.asarray(other.array)
        if a.__array_interface__["data"] == b.__array_interface__["data"] and a.strides == b.strides:
            return True
    return bool(mine.array.equals(other.array))


def _same_index(mine: Any, other: Any) -> bool:
    """Whether two indexes hold the same."""
    return mine is other or (mine.dtype == other.dtype and bool(mine.equals(other)))


def _nested_alike(old: Source, fresh: Source) -> bool:
    """Whether two small tables with cells that are lists or dicts (which can change unseen) show the same."""
    if "nested" not in fresh.kinds or old.kinds != fresh.kinds or old.total != fresh.total:
        return False
    whole = len(fresh.first) == fresh.total
    same_labels = list(old.frame.columns) == list(fresh.frame.columns)
    same_index = old.index == fresh.index and old.frame.index.names == fresh.frame.index.names
    return whole and same_labels and same_index and old.formats == fresh.formats and old.first == fresh.first


def _sorted_positions(column: Any, descending: bool) -> Any:
    """Return the positions in sorted order: equal values keep theirs, missing ones are last either way."""
    import numpy as np

    missing = np.asarray(column.isna())
    present = np.flatnonzero(~missing)
    keys = _sort_keys(_take(column, present))
    if descending:
        order = len(keys) - 1 - np.argsort(keys[::-1], kind="stable")[::-1]
    else:
        order = np.argsort(keys, kind="stable")
    return np.concatenate([present[order], np.flatnonzero(missing)])


def _sort_keys(values: Any) -> Any:
    """Return numbers that sort as the values do; there is no missing one among them."""
    import numpy as np
    import pandas as pd

    if isinstance(values.dtype, np.dtype) and values.dtype.kind in "biufmM":
        return values.to_numpy()
    if isinstance(values.dtype, pd.CategoricalDtype) and values.dtype.ordered:
        return np.asarray(getattr(values, "cat", values).codes)
    if not isinstance(values.dtype, pd.CategoricalDtype):
        try:
            codes, uniques = pd.factorize(values)
        except TypeError:
            codes, uniques = pd.factorize(np.asarray([str(value) for value in values], dtype=object))
    else:
        codes, uniques = np.asarray(getattr(values, "cat", values).codes), values.dtype.categories
    ranks = np.empty(len(uniques), dtype=np.int64)
    ranks[_ranked(list(uniques))] = np.arange(len(uniques))
    return ranks[codes]


def _ranked(uniques: list[Any]) -> list[int]:
    """Return the positions of these values in their sorted order; values that do not compare are sorted as text."""
    positions = range(len(uniques))
    try:
        return sorted(positions, key=uniques.__getitem__)
    except TypeError:
        return sorted(positions, key=lambda position: str(uniques[position]))
