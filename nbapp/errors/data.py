"""Errors of tables and charts."""

from __future__ import annotations

from collections.abc import Iterable

from nbapp.errors.roots import LocalizableStreamlitException, StreamlitAPIException, listed


class StreamlitDataframeConversionError(StreamlitAPIException):
    """Something that was to be shown as a table is none."""

    def __init__(self, given: object) -> None:
        shown = repr(given)
        super().__init__(
            f"A value of type `{type(given).__name__}` cannot be shown as a table: "
            f"`{shown if len(shown) <= 120 else shown[:120] + '…'}`. Pass a dataframe, an array of one or two "
            "dimensions, a list, or a dict of columns that are equally long."
        )


class StreamlitColumnNotFoundError(StreamlitAPIException):
    """A column was named that the data do not have."""

    def __init__(self, parameter: str, name: object, known: Iterable[object]) -> None:
        names = [repr(column) for column in known]
        more = f" and {len(names) - 20} more" if len(names) > 20 else ""
        have = f"They have {', '.join(names[:20])}{more}." if names else "They have no columns."
        super().__init__(f"`{parameter}` names the column {name!r}, which the data do not have. {have}")


class StreamlitInvalidColorError(LocalizableStreamlitException):
    """A color that no chart can use."""

    def __init__(self, given: object) -> None:
        super().__init__(
            f"`color` is {given!r}. It must be the name of a column, a CSS color such as '#ffaa00' or 'teal', a tuple "
            "of 3 or 4 numbers from 0 to 255 (or from 0.0 to 1.0), or a list with one color for each line or bar."
        )


class StreamlitColorLengthError(LocalizableStreamlitException):
    """There are not as many colors as series."""

    def __init__(self, colors: int, series: Iterable[object]) -> None:
        names = list(series)
        super().__init__(
            f"`color` has {colors} colors, and the chart draws {len(names)} series: {listed(names)}. Give one color "
            "for each of them."
        )


class InvalidJsonError(StreamlitAPIException):
    """A string that was to be shown as JSON is none."""

    def __init__(self, text: str, reason: str) -> None:
        shown = text if len(text) <= 120 else text[:120] + "…"
        super().__init__(
            f"`body` is a string that is not JSON: {shown!r} ({reason}). Pass JSON text, or the dict or list itself."
        )


class RowsRefusedError(ValueError):
    """A browser asked for rows that its page would not ask for."""

    def __init__(self, what: str, given: object) -> None:
        super().__init__(f"A request for rows was refused: its {what} is {given!r}.")
