"""The multiselect: any number of options."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from numbers import Integral
from typing import TYPE_CHECKING, Any

from nbapp.elements.binding import Bind, bound, several
from nbapp.elements.choice import Choice, FormatFunc, options_of
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
from nbapp.errors import (
    StreamlitInvalidParameterTypeError,
    StreamlitSelectionCountExceedsMaxError,
    StreamlitValueError,
)
from nbapp.session.inputs import InputSpec

if TYPE_CHECKING:
    from ipywidgets import Widget

    from nbapp.elements.place import Place


def multiselect(
    here: Place,
    label: str,
    options: Any,
    default: Any = None,
    format_func: FormatFunc = str,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Sequence[Any] | None = None,
    kwargs: Mapping[str, Any] | None = None,
    *,
    max_selections: int | None = None,
    placeholder: str | None = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    accept_new_options: bool = False,
    filter_mode: FilterMode = "fuzzy",
    select_all: bool | int = 1000,
    width: int | str = "stretch",
    wrap: bool | None = None,
    bind: Bind = None,
    persist_state: PersistState = None,
) -> list[Any]:
    """Draw a list to choose any number of options from.

    Parameters
    ----------
    label : str
        What stands above it, Markdown.
    options : iterable
        What can be chosen: a list, an Enum, a Series, the keys of a dict.
    default : object or iterable, optional
        What is chosen at first.
    format_func : callable
        Turns an option into what the reader sees.
    key : str or int, optional
        Its name in `session_state`.
    help : str, optional
        A tooltip, Markdown.
    on_change : callable, "rerun" or "ignore", optional
        Called before the rerun, with `args` and `kwargs`.
    max_selections : int, optional
        How many can be chosen.
    placeholder : str, optional
        Shown while nothing is chosen.
    disabled : bool
        Takes no input.
    label_visibility : "visible", "hidden" or "collapsed"
        Whether the label is seen; "hidden" keeps its room.
    accept_new_options : bool
        Whether the reader may type options of their own.
    filter_mode : "fuzzy", "contains", "prefix" or None
        How typing narrows the list.
    select_all : bool or int
        Whether all can be chosen at once; a number: if there are no more options than that.
    width : int or "stretch"
        In CSS pixels, or all of the column.
    wrap : bool, optional
        Whether the chosen ones break into lines.
    bind : "query-params", optional
        Puts the value of a keyed input into the address, under its key, and takes it from there.
    persist_state : "page" or "session", optional
        Keeps the value of a keyed input while it is not drawn.

    Returns
    -------
    list
        The options themselves, new ones as `str`.

    Raises
    ------
    StreamlitDefaultNotInOptionsError
        If `default` names something that is not offered.
    StreamlitSelectionCountExceedsMaxError
        If more are chosen than `max_selections`.

    Examples
    --------
    >>> import nbapp as st
    >>> st.multiselect("Ports", ["Southampton", "Cherbourg", "Queenstown"], ["Cherbourg"])
    ['Cherbourg']
    """
    limit = _checked_limit(max_selections)
    choice = Choice(options, format_func)
    first = choice.defaults(default)
    mode = checked_filter(filter_mode, accept_new_options)
    rule = Selection(choice, limit, accept_new_options)
    rule.check(first)
    places = tuple(map(choice.place, first))
    hint = None if placeholder is None else str(placeholder)
    every = _checked_every(select_all, len(choice.options))
    traits = {
        "options": choice.labels,
        "placeholder": _hint(hint, choice, accept_new_options),
        **{"limit": limit, "filter_mode": mode, "accept_new": accept_new_options},
        **{"select_all": every, "disabled": disabled},
    }
    chosen: list[Any] = here.input(
        InputSpec(
            "multiselect",
            label,
            first,
            _make,
            (choice.labels, places, help, limit, hint, accept_new_options, mode, every, width),
            (limit, accept_new_options),
            key,
            traits,
            "value",
            rule.to_widget,
            rule.from_widget,
            rule.check,
            rule.fit,
            look(help, label_visibility, width, extra=() if wrap is None else (("wrap", bool(wrap)),)),
            disabled=disabled,
            on_change=checked_change(on_change),
            args=args,
            kwargs=kwargs,
            persist_state=checked_persistence(persist_state, key),
            bind=None if bind is None else bound(bind, key, several(choice, limit, rule.new)),
        )
    )
    return chosen


class Selection:
    """The lists of options that one multiselect takes.

    Parameters
    ----------
    choice : Choice
        The options.
    limit : int or None
        How many can be chosen.
    accepts_new : bool
        Whether the reader may add some.
    """

    __slots__ = ("_accepts_new", "_choice", "_limit", "_new")

    def __init__(self, choice: Choice, limit: int | None, accepts_new: bool) -> None:
        self._choice = choice
        self._limit = limit
        self._accepts_new = accepts_new
        self._new = NewOptions(choice)

    @property
    def new(self) -> Callable[[str], Any] | None:
        """What reads a text of the reader's own, where there may be one."""
        return self._new.from_widget if self._accepts_new else None

    def to_widget(self, values: list[Any]) -> tuple[int | str | None, ...]:
        """Return the places of the options, and the texts that the reader added."""
        return tuple(map(self._new.to_widget, values))

    def from_widget(self, raw: Any) -> list[Any]:
        """Return the options that the widget holds; each once.

        Raises
        ------
        StreamlitInvalidParameterTypeError, StreamlitValueOutOfRangeError
            If one of them is not offered.
        """
        if not isinstance(raw, (list, tuple)):
            raise StreamlitInvalidParameterTypeError("value", ["a list"], raw)
        if any(one is None or (isinstance(one, str) and not self._accepts_new) for one in raw):
            raise StreamlitInvalidParameterTypeError("value", ["a list of places among the options"], raw)
        return [self._new.from_widget(one) for one in dict.fromkeys(raw)]

    def check(self, values: Any) -> list[Any]:
        """Return what was chosen as a list.

        Raises
        ------
        StreamlitSelectionCountExceedsMaxError
            If there are too many.
        """
        chosen = options_of(values)
        if self._limit is not None and len(chosen) > self._limit:
            raise StreamlitSelectionCountExceedsMaxError(len(chosen), self._limit)
        return chosen

    def fit(self, values: Any) -> list[Any]:
        """Return those of an earlier run's options that are still offered, and those that the reader added."""
        if self._accepts_new:
            return [self._new.fit(value) for value in values]
        return self._choice.fit_all(values)


def _checked_limit(max_selections: Any) -> int | None:
    if max_selections is None:
        return None
    if isinstance(max_selections, bool) or not isinstance(max_selections, Integral) or max_selections < 1:
        advice = "To take no input, use `disabled=True`."
        raise StreamlitValueError("max_selections", ["a positive whole number", "None"], max_selections, advice)
    return int(max_selections)


def _checked_every(select_all: Any, count: int) -> bool:
    if isinstance(select_all, bool):
        return select_all
    if not isinstance(select_all, Integral):
        raise StreamlitInvalidParameterTypeError("select_all", ["a bool", "an int"], select_all)
    if select_all < 0:
        raise StreamlitValueError("select_all", ["True", "False", "a number from 0 on"], select_all)
    return count <= int(select_all)


def _hint(hint: str | None, choice: Choice, accepts_new: bool) -> str:
    if hint is not None:
        return hint
    if not choice.options:
        return "Type a new option" if accepts_new else "Nothing to choose"
    return "Choose or type options" if accepts_new else "Choose options"


def _make() -> Widget:
    """Make ours: the stock lists show all options at once or take only text."""
    from nbapp.view.widgets.multiselect import Multiselect

    return Multiselect()
