"""The number input."""

from __future__ import annotations

import math
import numbers
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from nbapp.elements.binding import Bind, amount, bound
from nbapp.elements.icon import checked_icon
from nbapp.elements.inputs.scale import LARGEST
from nbapp.elements.look import (
    Key,
    LabelVisibility,
    OnChange,
    PersistState,
    checked_change,
    checked_persistence,
    look,
)
from nbapp.errors import (
    StreamlitInvalidMinMaxError,
    StreamlitInvalidNumberFormatError,
    StreamlitInvalidParameterTypeError,
    StreamlitJSNumberBoundsError,
    StreamlitMixedNumericTypesError,
    StreamlitValueAboveMaxError,
    StreamlitValueBelowMinError,
)
from nbapp.session.inputs import InputSpec

if TYPE_CHECKING:
    from ipywidgets import Widget

    from nbapp.elements.place import Place


def number_input(
    here: Place,
    label: str,
    min_value: float | None = None,
    max_value: float | None = None,
    value: Any = "min",
    step: float | None = None,
    format: str | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Sequence[Any] | None = None,
    kwargs: Mapping[str, Any] | None = None,
    *,
    placeholder: str | None = None,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    icon: str | None = None,
    width: int | str = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> Any:
    """Draw a box for a number, with buttons that step it.

    Parameters
    ----------
    label : str
        What stands above it, Markdown.
    min_value, max_value : int or float, optional
        The bounds.
    value : int, float, "min" or None
        The number at first: the lower bound or zero for "min", an empty box for None.
    step : int or float, optional
        1 for whole numbers, 0.01 for others.
    format : str, optional
        A printf format for one number: "%d", "%.2f", "%e".
    key : str or int, optional
        Its name in `session_state`.
    help : str, optional
        A tooltip, Markdown.
    on_change : callable, "rerun" or "ignore", optional
        Called before the rerun, with `args` and `kwargs`.
    placeholder : str, optional
        Shown while it is empty.
    disabled, required : bool
        Takes no input; cannot be emptied.
    label_visibility : "visible", "hidden" or "collapsed"
        Whether the label is seen; "hidden" keeps its room.
    icon : str, optional
        An emoji or ":material/name:".
    width : int or "stretch"
        In CSS pixels, or all of the column.
    bind : "query-params", optional
        Puts the value of a keyed input into the address, under its key, and takes it from there.
    persist_state : "page" or "session", optional
        Keeps the value of a keyed input while it is not drawn.

    Returns
    -------
    int, float or None
        A whole number if all the numbers given are whole; None for an empty box.

    Raises
    ------
    StreamlitMixedNumericTypesError
        If whole and real numbers are mixed.
    StreamlitValueBelowMinError, StreamlitValueAboveMaxError
        If `value` is outside the bounds.

    Examples
    --------
    >>> import nbapp as st
    >>> st.number_input("Seats", min_value=1, max_value=9)
    1
    """
    if key is not None and here.run.session.state.values.get(str(key), value) is None:
        value = None
    span = span_of(min_value, max_value, value, step, format)
    mark = checked_icon(icon)
    hint = None if placeholder is None else str(placeholder)
    return here.input(
        InputSpec(
            "number_input",
            label,
            span.default,
            _make,
            (span.whole, min_value, max_value, value, step, format, help, hint, mark, width, required),
            (),
            key,
            {**span.traits, "placeholder": hint or "", "required": required, "disabled": disabled},
            from_widget=span.from_widget,
            check=span.check,
            fit=span.fit,
            props=look(help, label_visibility, width, extra=(("icon", mark),) if mark else ()),
            disabled=disabled,
            on_change=checked_change(on_change),
            args=args,
            kwargs=kwargs,
            persist_state=checked_persistence(persist_state, key),
            bind=None if bind is None else bound(bind, key, amount(span.default)),
        )
    )


class Span:
    """The numbers that one input takes.

    Attributes
    ----------
    whole : bool
        Whether they are whole.
    low, high : int, float or None
        The bounds.
    default : int, float or None
        The one at first.
    traits : dict
        What the widget is told.
    """

    __slots__ = ("default", "high", "low", "traits", "whole")

    def __init__(self, whole: bool, low: Any, high: Any, default: Any, step: Any, format: str) -> None:
        self.whole = whole
        self.low = low
        self.high = high
        self.default = default
        self.traits = {
            "min": None if low is None else self.number(low),
            "max": None if high is None else self.number(high),
            "step": self.number(step),
            "format": format,
            "whole": whole,
            "clearable": default is None,
        }

    def number(self, value: Any) -> int | float:
        """Return a number in the type of this input."""
        return int(value) if self.whole else float(value)

    def check(self, value: Any) -> int | float | None:
        """Return a number in this input's type; None for an empty box.

        Raises
        ------
        StreamlitInvalidParameterTypeError
            If it is no number, not finite, or not whole where it must be.
        """
        if value is None:
            return None
        fits = isinstance(value, numbers.Real) and not isinstance(value, bool) and math.isfinite(value)
        if not fits or (self.whole and value != int(value)):
            kind = "a whole number" if self.whole else "a finite number"
            raise StreamlitInvalidParameterTypeError("value", [kind, "None"], value)
        return self.number(value)

    def fit(self, value: Any) -> int | float | None:
        """Return a number within the bounds.

        Raises
        ------
        StreamlitValueBelowMinError, StreamlitValueAboveMaxError
            If it is outside.
        """
        number = self.check(value)
        if number is not None and self.low is not None and number < self.low:
            raise StreamlitValueBelowMinError(number, self.low)
        if number is not None and self.high is not None and number > self.high:
            raise StreamlitValueAboveMaxError(number, self.high)
        if number is not None and self.whole and abs(number) > LARGEST:
            raise StreamlitJSNumberBoundsError("value", number)
        return number

    def from_widget(self, raw: Any) -> int | float | None:
        """Return what the reader gave: an empty box counts only where the script began with one."""
        return self.default if raw is None else self.fit(raw)


@lru_cache(maxsize=1024, typed=True)
def span_of(min_value: Any, max_value: Any, value: Any, step: Any, format: str | None) -> Span:
    """Return the numbers that an input's parameters describe; equal parameters share one.

    Raises
    ------
    StreamlitAPIException
        One of its kinds, where the parameters fit no span.
    """
    given = {"value": None if value == "min" else value, "min_value": min_value, "max_value": max_value, "step": step}
    known = [number for number in given.values() if number is not None]
    whole = bool(known) and all(isinstance(number, numbers.Integral) for number in known)
    if not whole and not all(isinstance(number, float) for number in known):
        raise StreamlitMixedNumericTypesError(given)
    if value == "min":
        value = min_value if min_value is not None else 0 if whole else 0.0
    if step is None:
        step = 1 if whole else 0.01
    if format is None:
        format = "%d" if whole else "%0.2f"
    _check_format(format)
    if min_value is not None and max_value is not None and min_value > max_value:
        raise StreamlitInvalidMinMaxError(min_value, max_value)
    for name, number in {**given, "value": value, "step": step}.items():
        if number is not None and (abs(number) > LARGEST if whole else not math.isfinite(number)):
            raise StreamlitJSNumberBoundsError(name, number)
    if value is not None:
        value = int(value) if whole else float(value)
    span = Span(whole, min_value, max_value, value, step, format)
    span.fit(value)
    return span


def _check_format(format: Any) -> None:
    try:
        float(format % 2)
    except (TypeError, ValueError):
        raise StreamlitInvalidNumberFormatError(format) from None


def _make() -> Widget:
    """Make ours: the stock number boxes can be neither empty nor formatted."""
    from nbapp.view.widgets.number_input import NumberInput

    return NumberInput()
