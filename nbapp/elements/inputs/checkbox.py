"""The checkbox."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from nbapp.elements.binding import Bind, bound, flag
from nbapp.elements.look import (
    Key,
    LabelVisibility,
    OnChange,
    PersistState,
    checked_change,
    checked_flag,
    checked_persistence,
    look,
)
from nbapp.elements.sizes import FITS
from nbapp.session.inputs import InputSpec

if TYPE_CHECKING:
    from ipywidgets import Widget

    from nbapp.elements.place import Place


def checkbox(
    here: Place,
    label: str,
    value: bool = False,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Sequence[Any] | None = None,
    kwargs: Mapping[str, Any] | None = None,
    *,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: int | str = "content",
    wrap: bool | None = None,
    bind: Bind = None,
    persist_state: PersistState = None,
) -> bool:
    """Draw a checkbox.

    Parameters
    ----------
    label : str
        What stands beside it, Markdown.
    value : bool
        Whether it is ticked at first.
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
    width : int, "content" or "stretch"
        In CSS pixels, as wide as needed, or all of the column.
    wrap : bool, optional
        Whether a long label breaks into lines.
    bind : "query-params", optional
        Puts the value of a keyed input into the address, under its key, and takes it from there.
    persist_state : "page" or "session", optional
        Keeps the value of a keyed input while it is not drawn.

    Returns
    -------
    bool
        Whether it is ticked.

    Examples
    --------
    >>> import nbapp as st
    >>> st.checkbox("Only survivors")
    False
    """
    default = bool(value)
    extra = () if wrap is None else (("wrap", bool(wrap)),)
    ticked: bool = here.input(
        InputSpec(
            "checkbox",
            label,
            default,
            _make,
            (default, help, width),
            (),
            key,
            {"description": str(label), "disabled": disabled},
            check=checked_flag,
            props=look(help, label_visibility, width, FITS, extra),
            disabled=disabled,
            on_change=checked_change(on_change),
            args=args,
            kwargs=kwargs,
            persist_state=checked_persistence(persist_state, key),
            bind=None if bind is None else bound(bind, key, flag()),
        )
    )
    return ticked


def _make() -> Widget:
    import ipywidgets

    return ipywidgets.Checkbox(indent=False)
