"""The slider."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from nbapp.elements.binding import Bind, bound, moments
from nbapp.elements.inputs.scale import Scale, detail_of, scale_of
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


def slider(
    here: Place,
    label: str,
    min_value: Any = None,
    max_value: Any = None,
    value: Any = None,
    step: Any = None,
    format: str | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Sequence[Any] | None = None,
    kwargs: Mapping[str, Any] | None = None,
    *,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: int | str = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> Any:
    """Draw a slider for one value or a range: numbers, dates, times or moments.

    Parameters
    ----------
    label : str
        What stands above it, Markdown.
    min_value, max_value : int, float, date, time or datetime, optional
        The bounds: 0 to 100 for whole numbers, 0.0 to 1.0 for others, two weeks around the value for dates.
    value : the same type, or a pair, optional
        The value at first; a pair makes a range. The lower bound if not given.
    step : int, float or timedelta, optional
        1, 0.01, a day, or a quarter of an hour.
    format : str, optional
        A printf format for numbers ("%d km"), one like "MM/DD/YY" for dates.
    key : str or int, optional
        Its name in `session_state`.
    help : str, optional
        A tooltip, Markdown.
    on_change : callable, "rerun" or "ignore", optional
        Called before the rerun, with `args` and `kwargs`.
    disabled : bool
        Takes no input.
    label_visibility : "visible", "hidden" or "collapsed"
        Whether the label is seen; "hidden" keeps its room.
    width : int or "stretch"
        In CSS pixels, or all of the column.
    bind : "query-params", optional
        Puts the value of a keyed input into the address, under its key, and takes it from there.
    persist_state : "page" or "session", optional
        Keeps the value of a keyed slider while it is not drawn.

    Returns
    -------
    int, float, date, time, datetime or tuple
        What the reader chose.

    Raises
    ------
    StreamlitAPIException
        One of its kinds, where the parameters do not go together.

    Examples
    --------
    >>> import nbapp as st
    >>> st.slider("Age", 0, 120, 30)
    30
    """
    if value is None and key is not None:
        value = _pair_in_state(here, key, min_value, max_value)
    elif isinstance(value, list):
        value = tuple(value)
    detail = () if isinstance(value, (int, float)) else detail_of(value)
    scale = scale_of(min_value, max_value, value, step, format, detail)
    own = (scale.kind, scale.ranged, scale.stock is None, min_value, max_value, step)
    return here.input(
        InputSpec(
            "slider",
            label,
            scale.default,
            partial(_make, scale),
            (own, value, detail, format, help, width),
            own,
            key,
            _traits(scale, disabled),
            "value",
            scale.to_widget,
            scale.from_widget,
            scale.check,
            None if key is None else scale.check,
            look(help, label_visibility, width),
            disabled=disabled,
            on_change=checked_change(on_change),
            args=args,
            kwargs=kwargs,
            persist_state=checked_persistence(persist_state, key),
            bind=None
            if bind is None
            else bound(bind, key, moments(scale.kind, scale.ranged, scale.default, scale.read)),
        )
    )


@lru_cache(maxsize=1024)
def _traits(scale: Scale, disabled: bool) -> Mapping[str, Any]:
    """Return the traits of the slider's widget beside its value."""
    low, high, step = scale.numbers
    if scale.stock is None:
        form = {"kind": scale.kind, "text": scale.format}
        return {"min": low, "max": high, "step": step, "format": form, "disabled": disabled}
    return {"min": low, "max": high, "step": step, "readout_format": scale.stock, "disabled": disabled}


def _make(scale: Scale) -> Widget:
    """Make the live widget: a stock slider where its readout can show the format, else ours."""
    if scale.stock is None:
        from nbapp.view.widgets.slider import Slider

        return Slider(value=scale.to_widget(scale.default))
    import ipywidgets

    stock = {
        ("int", False): ipywidgets.IntSlider,
        ("int", True): ipywidgets.IntRangeSlider,
        ("float", False): ipywidgets.FloatSlider,
        ("float", True): ipywidgets.FloatRangeSlider,
    }[scale.kind, scale.ranged]
    low, high, step = scale.numbers
    widget: Widget = stock(value=scale.to_widget(scale.default), min=low, max=high, step=step)
    return widget


def _pair_in_state(here: Place, key: Key, min_value: Any, max_value: Any) -> Any:
    """Return a range's bounds if `session_state` holds a pair for this slider, else None."""
    held = here.run.session.state.values.get(str(key))
    if not isinstance(held, (tuple, list)):
        return None
    return (0 if min_value is None else min_value, 100 if max_value is None else max_value)
