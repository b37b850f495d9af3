"""The options of an input that chooses: as a list, with their labels, found again in the next run by label."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import EnumMeta
from typing import Any

from nbapp.errors import (
    StreamlitDefaultNotInOptionsError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueOutOfRangeError,
)

FormatFunc = Callable[[Any], Any]


class Choice:
    """The options of one call.

    A kept value is known by its label, not by equality: an option may be of a class that the script defines anew in
    each run (R2, R22).

    Parameters
    ----------
    options : iterable
        What the script offers: a list, an Enum, a Series, the keys of a dict.
    format_func : callable
        Turns an option into its label.
    optional : bool
        Whether the reader may choose none.

    Attributes
    ----------
    options : list
        The script's own objects.
    labels : tuple of str
        What the reader sees, one for each.
    """

    __slots__ = ("_places", "format_func", "labels", "optional", "options")

    def __init__(self, options: Any, format_func: FormatFunc = str, optional: bool = False) -> None:
        self.options = options_of(options)
        self.format_func = format_func
        self.optional = optional
        self.labels = tuple([_worded(format_func(option)) for option in self.options])
        self._places: dict[str, int] | None = None

    def place(self, value: Any) -> int:
        """Return where the option is that a value means.

        Raises
        ------
        LookupError
            If there is none.
        """
        for place, option in enumerate(self.options):
            if option is value:
                return place
        if self._places is None:
            self._places = {label: place for place, label in enumerate(self.labels)}
        return self._places[_worded(self.format_func(value))]

    def fit(self, value: Any) -> Any:
        """Return this run's option for a value of an earlier one; None stays None."""
        return None if value is None else self.options[self.place(value)]

    def fit_all(self, values: Any) -> list[Any]:
        """Return this run's options for those values that are still offered."""
        kept = []
        for value in values:
            try:
                kept.append(self.options[self.place(value)])
            except Exception:  # noqa: BLE001  a user's format_func may raise anything on a value of an earlier run
                continue
        return kept

    def index(self, value: Any) -> int | None:
        """Return where a value is, for the widget; None for None."""
        return None if value is None else self.place(value)

    def option(self, index: Any) -> Any:
        """Return the option that the widget's index means; None for None.

        Raises
        ------
        StreamlitValueOutOfRangeError
            If the script offers no such option.
        """
        if index is None and self.optional:
            return None
        if isinstance(index, bool) or not isinstance(index, int) or not 0 <= index < len(self.options):
            raise StreamlitValueOutOfRangeError("index", index, 0, len(self.options) - 1)
        return self.options[index]

    def default(self, index: Any) -> Any:
        """Return the option at the `index` that the script gave, or None.

        Raises
        ------
        StreamlitInvalidParameterTypeError, StreamlitValueOutOfRangeError
            If `index` is no place among the options.
        """
        if index is not None and (isinstance(index, bool) or not hasattr(index, "__index__")):
            raise StreamlitInvalidParameterTypeError("index", ["an int", "None"], index)
        return None if index is None or not self.options else self.option(int(index))

    def defaults(self, default: Any) -> list[Any]:
        """Return the options that a `default` names.

        Raises
        ------
        StreamlitDefaultNotInOptionsError
            If one of them is not offered.
        """
        chosen = []
        for value in options_of(default):
            place = next((i for i, option in enumerate(self.options) if _is_equal(option, value)), None)
            if place is None:
                raise StreamlitDefaultNotInOptionsError(value)
            chosen.append(self.options[place])
        return chosen


def options_of(given: Any) -> list[Any]:
    """Return anything that holds options as a list: a frame by its first column, a mapping by its keys.

    Examples
    --------
    >>> options_of({"a": 1, "b": 2}), options_of("one"), options_of(None)
    (['a', 'b'], ['one'], [])
    """
    if isinstance(given, (list, tuple, range)):
        return list(given)
    if given is None:
        return []
    if isinstance(given, (str, bytes)):
        return [given]
    if isinstance(given, EnumMeta):
        return list(given)
    if hasattr(given, "columns") and hasattr(given, "iloc"):
        return list(given.iloc[:, 0].tolist())
    if getattr(given, "ndim", 1) == 2:
        given = given[:, 0]
    if hasattr(given, "tolist"):
        return list(given.tolist())
    if hasattr(given, "to_list"):
        return list(given.to_list())
    return list(given) if isinstance(given, Iterable) else [given]


def _worded(label: Any) -> str:
    return label if isinstance(label, str) else str(label)


def _is_equal(one: Any, other: Any) -> bool:
    """Whether two options are the same; what cannot say so is not."""
    if one is other:
        return True
    try:
        return bool(one == other)
    except (TypeError, ValueError):
        return False
