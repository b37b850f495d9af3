"""The date input: one day, or the first and the last of a range."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from nbapp.elements.binding import Bind, bound, moments
from nbapp.elements.inputs.days import checked_format, day_of, days_of
from nbapp.elements.look import (
    Key,
    LabelVisibility,
    OnChange,
    PersistState,
    checked_change,
    checked_persistence,
    look,
)
from nbapp.session.inputs import InputSpec

if TYPE_CHECKING:
    from ipywidgets import Widget

    from nbapp.elements.place import Place


def date_input(
    here: Place,
    label: str,
    value: Any = "today",
    min_value: Any = None,
    max_value: Any = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Sequence[Any] | None = None,
    kwargs: Mapping[str, Any] | None = None,
    *,
    format: str = "YYYY/MM/DD",
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: int | str = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> Any:
    """Draw a box for a day, or two boxes for a range of days.

    Parameters
    ----------
    label : str
        What stands above it, Markdown.
    value : date, datetime, str, "today", None, or a sequence of up to two of them
        The day at first (ISO if a str), None for an empty box; a sequence makes a range.
    min_value, max_value : date, datetime, str or "today", optional
        The bounds; ten years around the value if not given.
    key : str or int, optional
        Its name in `session_state`.
    help : str, optional
        A tooltip, Markdown.
    on_change : callable, "rerun" or "ignore", optional
        Called before the rerun, with `args` and `kwargs`.
    format : str
        The order of year, month and day for the reader; a browser may follow its own language instead.
    disabled, required : bool
        Takes no input; cannot be emptied.
    label_visibility : "visible", "hidden" or "collapsed"
        Whether the label is seen; "hidden" keeps its room.
    width : int or "stretch"
        In CSS pixels, or all of the column.
    bind : "query-params", optional
        Puts the value of a keyed input into the address, under its key, and takes it from there.
    persist_state : "page" or "session", optional
        Keeps the value of a keyed input while it is not drawn.

    Returns
    -------
    date, tuple of date, or None
        The day; for a range a tuple of two, of one while the reader has not finished, or an empty one.

    Raises
    ------
    StreamlitValueBelowMinError, StreamlitValueAboveMaxError
        If `value` is outside the bounds.

    Examples
    --------
    >>> import nbapp as st
    >>> st.date_input("Sailing day", "1912-04-10")
    datetime.date(1912, 4, 10)
    """
    asked = _asked(value)
    if asked == "today" and key is not None:
        held = here.run.session.state.values.get(str(key), asked)
        asked = _asked(held)
    days = days_of(asked, min_value, max_value, required, date.today())
    form = checked_format(format)
    return here.input(
        InputSpec(
            "date_input",
            label,
            days.default,
            _make_range if days.ranged else _make_one,
            (asked, _named(min_value), _named(max_value), help, form, width, required),
            (form, days.ranged),
            key,
            days.traits(form, disabled),
            "value",
            days.to_widget,
            days.from_widget,
            days.check,
            days.fit,
            look(help, label_visibility, width, extra=(("format", form),)),
            disabled=disabled,
            on_change=checked_change(on_change),
            args=args,
            kwargs=kwargs,
            persist_state=checked_persistence(persist_state, key),
            bind=None if bind is None else bound(bind, key, moments("date", days.ranged, days.default, days.inside)),
        )
    )


def _asked(value: Any) -> Any:
    """Return the value as a key: days as days, a range as a tuple; "today" stays a word, for tomorrow's sake (R16)."""
    if isinstance(value, (list, tuple)):
        return tuple(map(_named, value))
    return _named(value)


def _named(value: Any) -> Any:
    return value if value is None or isinstance(value, str) else day_of(value, "value")


def _make_one() -> Widget:
    import ipywidgets

    return ipywidgets.DatePicker()


def _make_range() -> Widget:
    """Make ours: there is no stock input for a range of days."""
    from nbapp.view.widgets.date_range import DateRange

    return DateRange()
