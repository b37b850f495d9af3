"""How a reader narrows a list by typing, and the options that a reader adds."""

from __future__ import annotations

from typing import Any, Literal

from nbapp.elements.choice import Choice
from nbapp.errors import (
    StreamlitIncompatibleParametersError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueError,
)

FilterMode = Literal["fuzzy", "contains", "prefix"] | None
MODES = ("fuzzy", "contains", "prefix")
LONGEST = 10_000
"""A new option has at most so many characters: it comes from a browser."""


class NewOptions:
    """Options to which the reader may add some of their own, as text.

    In the browser an option of the script is its index, one of the reader's its text.

    Parameters
    ----------
    choice : Choice
        The options of the script.
    """

    __slots__ = ("_choice",)

    def __init__(self, choice: Choice) -> None:
        self._choice = choice

    def to_widget(self, value: Any) -> int | str | None:
        """Return a value as an index, a text or None."""
        if value is None:
            return None
        try:
            return self._choice.place(value)
        except Exception:  # noqa: BLE001  a user's format_func may raise anything on a text of the reader's
            return str(value)

    def from_widget(self, raw: Any) -> Any:
        """Return the option or the text that the widget holds.

        Raises
        ------
        StreamlitInvalidParameterTypeError, StreamlitValueOutOfRangeError
            If it is neither.
        """
        if not isinstance(raw, str):
            return self._choice.option(raw)
        text = raw.strip()
        if not text or len(text) > LONGEST:
            raise StreamlitInvalidParameterTypeError("value", [f"a text of 1 to {LONGEST} characters"], raw[:20])
        labels = self._choice.labels
        return self._choice.options[labels.index(text)] if text in labels else text

    def fit(self, value: Any) -> Any:
        """Return this run's option for a value, or the value itself."""
        place = self.to_widget(value)
        return self._choice.options[place] if isinstance(place, int) else value


def checked_filter(filter_mode: Any, accept_new_options: bool) -> str:
    """Return the filter as the browser knows it; "" for none.

    Raises
    ------
    StreamlitValueError
        If there is no such filter.
    StreamlitIncompatibleParametersError
        If the reader may type new options into a list without filter.
    """
    if filter_mode is None:
        if accept_new_options:
            raise StreamlitIncompatibleParametersError(
                "filter_mode=None",
                "accept_new_options=True",
                "Whoever types a new option narrows the list: choose 'fuzzy', 'contains' or 'prefix'.",
            )
        return ""
    if isinstance(filter_mode, str) and filter_mode in MODES:
        return filter_mode
    raise StreamlitValueError("filter_mode", [*map(repr, MODES), "None"], filter_mode)
