"""The text area: many lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from nbapp.elements.binding import Bind, bound, line
from nbapp.elements.inputs.writing import checked_length, checked_text, shown_text, writing
from nbapp.elements.look import (
    Key,
    LabelVisibility,
    OnChange,
    PersistState,
    checked_change,
    checked_persistence,
    look,
)
from nbapp.elements.sizes import FITS, checked_height
from nbapp.session.inputs import InputSpec

if TYPE_CHECKING:
    from ipywidgets import Widget

    from nbapp.elements.place import Place


def text_area(
    here: Place,
    label: str,
    value: Any = "",
    height: int | str | None = None,
    max_chars: int | None = None,
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
    width: int | str = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> str | None:
    """Draw a box for lines of text; it counts on Ctrl+Enter, or when the reader leaves it.

    Parameters
    ----------
    label : str
        What stands above it, Markdown.
    value : object
        The text at first; None for an empty box that returns None until something is written.
    height : int, "stretch" or "content", optional
        In CSS pixels, all of its container, or as the text needs; about three lines if not given.
    max_chars : int, optional
        How many characters it takes.
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
    width : int or "stretch"
        In CSS pixels, or all of the column.
    bind : "query-params", optional
        Puts the value of a keyed input into the address, under its key, and takes it from there.
    persist_state : "page" or "session", optional
        Keeps the value of a keyed input while it is not drawn.

    Returns
    -------
    str or None
        The text.

    Examples
    --------
    >>> import nbapp as st
    >>> st.text_area("Remarks")
    ''
    """
    limit = checked_length(max_chars)
    default = None if value is None else str(value)[:limit]
    rules = writing(limit, None, required)
    hint = None if placeholder is None else str(placeholder)
    tall = None if height is None else checked_height(height, FITS)
    text: str | None = here.input(
        InputSpec(
            "text_area",
            label,
            default,
            _make,
            (default, tall, limit, help, hint, width, required),
            (limit,),
            key,
            {"placeholder": hint or "", "disabled": disabled},
            "value",
            shown_text,
            rules.from_widget,
            checked_text,
            props=look(help, label_visibility, width, extra=_extra(tall, limit, required)),
            disabled=disabled,
            on_change=checked_change(on_change),
            args=args,
            kwargs=kwargs,
            persist_state=checked_persistence(persist_state, key),
            bind=None if bind is None else bound(bind, key, line(default, rules.from_widget)),
        )
    )
    return text


@lru_cache(maxsize=512)
def _extra(height: str | int | None, limit: int | None, required: bool) -> tuple[tuple[str, Any], ...]:
    """Return the node's own properties: its height, and HTML attributes of the box."""
    attrs: list[tuple[str, Any]] = []
    if limit is not None:
        attrs.append(("maxlength", limit))
    if required:
        attrs.append(("required", True))
    extra: list[tuple[str, Any]] = [("attrs", tuple(attrs))] if attrs else []
    if height is not None:
        extra.append(("height", height))
    return tuple(extra)


def _make() -> Widget:
    import ipywidgets

    return ipywidgets.Textarea(continuous_update=False, rows=3)
