"""Radio buttons: one of a few options."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from nbapp.elements.binding import Bind, bound, option
from nbapp.elements.choice import Choice, FormatFunc
from nbapp.elements.look import (
    Key,
    LabelVisibility,
    OnChange,
    PersistState,
    checked_change,
    checked_persistence,
    look,
)
from nbapp.elements.sizes import FITS
from nbapp.errors import StreamlitInvalidParameterTypeError
from nbapp.session.inputs import InputSpec

if TYPE_CHECKING:
    from ipywidgets import Widget

    from nbapp.elements.place import Place


def radio(
    here: Place,
    label: str,
    options: Any,
    index: int | None = 0,
    format_func: FormatFunc = str,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Sequence[Any] | None = None,
    kwargs: Mapping[str, Any] | None = None,
    *,
    disabled: bool = False,
    horizontal: bool = False,
    captions: Sequence[str | None] | None = None,
    label_visibility: LabelVisibility = "visible",
    width: int | str = "content",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> Any:
    """Draw radio buttons, to choose one of a few options.

    Parameters
    ----------
    label : str
        What stands above them, Markdown.
    options : iterable
        What can be chosen: a list, an Enum, a Series, the keys of a dict.
    index : int or None
        Which option is chosen at first; None for none.
    format_func : callable
        Turns an option into what the reader sees, Markdown.
    key : str or int, optional
        Its name in `session_state`.
    help : str, optional
        A tooltip, Markdown.
    on_change : callable, "rerun" or "ignore", optional
        Called before the rerun, with `args` and `kwargs`.
    disabled : bool
        Takes no input.
    horizontal : bool
        Side by side.
    captions : sequence of str, optional
        A small line for each option, Markdown.
    label_visibility : "visible", "hidden" or "collapsed"
        Whether the label is seen; "hidden" keeps its room.
    width : int, "content" or "stretch"
        In CSS pixels, as wide as needed, or all of the column.
    bind : "query-params", optional
        Puts the value of a keyed input into the address, under its key, and takes it from there.
    persist_state : "page" or "session", optional
        Keeps the value of a keyed input while it is not drawn.

    Returns
    -------
    Any
        The option itself, or None.

    Raises
    ------
    StreamlitValueOutOfRangeError
        If `index` is outside the options.

    Examples
    --------
    >>> import nbapp as st
    >>> st.radio("Class", [1, 2, 3], index=2)
    3
    """
    choice = Choice(options, format_func, index is None)
    default = choice.default(index)
    notes = _checked_captions(captions)
    extra = (("captions", notes),) if notes else ()
    orientation = "horizontal" if horizontal else "vertical"
    return here.input(
        InputSpec(
            "radio",
            label,
            default,
            _make,
            (choice.labels, index, help, orientation, notes, width),
            (),
            key,
            {"options": choice.labels, "orientation": orientation, "disabled": disabled},
            "index",
            choice.index,
            choice.option,
            fit=choice.fit,
            props=look(help, label_visibility, width, FITS, extra),
            disabled=disabled,
            on_change=checked_change(on_change),
            args=args,
            kwargs=kwargs,
            persist_state=checked_persistence(persist_state, key),
            bind=None if bind is None else bound(bind, key, option(choice)),
        )
    )


def _checked_captions(captions: Any) -> tuple[str, ...]:
    if captions is None:
        return ()
    for caption in captions:
        if caption is not None and not isinstance(caption, str):
            raise StreamlitInvalidParameterTypeError("captions", ["a str or None for each option"], caption)
    return tuple("" if caption is None else caption for caption in captions)


def _make() -> Widget:
    import ipywidgets

    return ipywidgets.RadioButtons()
