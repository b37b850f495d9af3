"""The selectbox: one of many options."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from nbapp.elements.binding import Bind, bound, option
from nbapp.elements.choice import Choice, FormatFunc
from nbapp.elements.icon import checked_icon
from nbapp.elements.inputs.filtering import FilterMode, NewOptions, checked_filter
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


def selectbox(
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
    placeholder: str | None = None,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    icon: str | None = None,
    accept_new_options: bool = False,
    filter_mode: FilterMode = "fuzzy",
    width: int | str = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> Any:
    """Draw a list to choose one option from.

    Parameters
    ----------
    label : str
        What stands above it, Markdown.
    options : iterable
        What can be chosen: a list, an Enum, a Series, the keys of a dict.
    index : int or None
        Which option is chosen at first; None for none, with a way to clear.
    format_func : callable
        Turns an option into what the reader sees.
    key : str or int, optional
        Its name in `session_state`.
    help : str, optional
        A tooltip, Markdown.
    on_change : callable, "rerun" or "ignore", optional
        Called before the rerun, with `args` and `kwargs`.
    placeholder : str, optional
        Shown while nothing is chosen.
    disabled, required : bool
        Takes no input; cannot be cleared.
    label_visibility : "visible", "hidden" or "collapsed"
        Whether the label is seen; "hidden" keeps its room.
    icon : str, optional
        An emoji before the choice.
    accept_new_options : bool
        Whether the reader may type an option of their own.
    filter_mode : "fuzzy", "contains", "prefix" or None
        How typing narrows a long list.
    width : int or "stretch"
        In CSS pixels, or all of the column.
    bind : "query-params", optional
        Puts the value of a keyed input into the address, under its key, and takes it from there.
    persist_state : "page" or "session", optional
        Keeps the value of a keyed input while it is not drawn.

    Returns
    -------
    Any
        The option itself, a new one as `str`, or None.

    Raises
    ------
    StreamlitValueOutOfRangeError
        If `index` is outside the options.

    Examples
    --------
    >>> import nbapp as st
    >>> st.selectbox("Port", ["Southampton", "Cherbourg"])
    'Southampton'
    """
    choice = Choice(options, format_func, index is None and not required)
    default = choice.default(index)
    mode = checked_filter(filter_mode, accept_new_options)
    new = NewOptions(choice) if accept_new_options else None
    mark = checked_icon(icon)
    hint = _hint(placeholder, choice, accept_new_options)
    traits = {
        **{"options": choice.labels, "placeholder": hint, "icon": mark or "", "clearable": choice.optional},
        **{"filter_mode": mode, "accept_new": accept_new_options, "disabled": disabled},
    }
    return here.input(
        InputSpec(
            "selectbox",
            label,
            default,
            _make,
            (choice.labels, index, placeholder, mark, mode, required, accept_new_options, help, width),
            (accept_new_options,),
            key,
            traits,
            to_widget=new.to_widget if new else choice.index,
            from_widget=new.from_widget if new else choice.option,
            fit=new.fit if new else choice.fit,
            props=look(help, label_visibility, width),
            disabled=disabled,
            on_change=checked_change(on_change),
            args=args,
            kwargs=kwargs,
            persist_state=checked_persistence(persist_state, key),
            bind=None if bind is None else bound(bind, key, option(choice, new.from_widget if new else None)),
        )
    )


def _hint(placeholder: str | None, choice: Choice, accept_new_options: bool) -> str:
    if placeholder is not None:
        return str(placeholder)
    if not choice.options:
        return "Type a new option" if accept_new_options else "Nothing to choose"
    return "Choose or type an option" if accept_new_options else "Choose an option"


def _make() -> Widget:
    """Make ours: the stock list can be neither narrowed nor cleared, and shows no placeholder."""
    from nbapp.view.widgets.select import Select

    return Select()
