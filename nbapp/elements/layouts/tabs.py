"""Tabs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from nbapp.elements.binding import Bind, bound, option
from nbapp.elements.choice import Choice
from nbapp.elements.layouts.tracking import OnToggle, is_tracked, told
from nbapp.elements.sizes import FILLS, checked_height, checked_width
from nbapp.errors import (
    StreamlitInvalidParameterTypeError,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)
from nbapp.session.inputs import InputSpec

if TYPE_CHECKING:
    from ipywidgets import Widget

    from nbapp.elements.place import Place

P = TypeVar("P", bound="Place")

BY_LABEL = "With `bind`, the address names a tab by its label."


def tabs(
    here: P,
    tabs: Sequence[str],
    *,
    width: int | str = "stretch",
    height: int | str = "content",
    default: str | None = None,
    key: str | int | None = None,
    on_change: OnToggle = "ignore",
    args: Sequence[Any] | None = None,
    kwargs: Mapping[str, Any] | None = None,
    bind: Bind = None,
) -> list[P]:
    """Draw tabs, of which the reader sees one at a time; what they hold is computed in any case.

    With `on_change` or `bind` they are an input: the script runs when the reader chooses a tab, and each has `.open`,
    so that only what is seen need be computed.

    Parameters
    ----------
    tabs : sequence of str
        What stands on each, Markdown.
    width : int or "stretch"
        In CSS pixels, or all of the container.
    height : int, "stretch" or "content"
        In CSS pixels (they scroll), all of the container, or as high as needed.
    default : str, optional
        The label of the one that is seen at first; else the first.
    key : str or int, optional
        Their identity, and a CSS class `st-key-<key>`. As an input, its name in `session_state`: the chosen label.
    on_change : callable, "rerun" or "ignore", optional
        Called before the rerun, with `args` and `kwargs`; "ignore" leaves the choice to the page.
    bind : "query-params", optional
        Puts the chosen label into the address, under the key, and takes it from there.

    Returns
    -------
    list of places
        One for each tab; `.open` of each is True or False, or None if the script does not know.

    Raises
    ------
    StreamlitMissingRequiredParameterError
        If there is no tab.
    StreamlitValueError
        If `default` is none of the labels; or if there are tabs without a label, or with the same, and `bind`.

    Examples
    --------
    >>> import nbapp as st
    >>> chart, table = st.tabs(["Chart", "Table"], on_change="rerun")
    >>> if table.open:
    ...     table.write("Computed when it is looked at.")
    """
    labels = _checked_labels(tabs, bind)
    if default is not None and default not in labels:
        raise StreamlitValueError("default", map(repr, labels), default)
    first = 0 if default is None else labels.index(default)
    sizes = {"width": checked_width(width, FILLS), "height": checked_height(height)}
    if not is_tracked(on_change, bind):
        props: dict[str, Any] = {"default": first, **sizes}
        if key is None:
            row = here.nest("tabs", props)
        else:
            row = here.nest("tabs", {**props, "css": f"st-key-{key}"}, key=("key", str(key)))
        return [row.nest("tab", {"label": label}) for label in labels]
    choice = Choice(labels)
    all_of_it = (tuple(labels), width, height, default)
    spec = InputSpec(
        "tabs",
        "",
        labels[first],
        _make,
        all_of_it,
        all_of_it,
        key,
        {"options": choice.labels},
        "index",
        choice.index,
        choice.option,
        fit=choice.fit,
        on_change=told(on_change),
        args=args,
        kwargs=kwargs,
        waits=False,
        bind=None if bind is None else bound(bind, key, option(choice)),
    )
    row, chosen = here.nest_input(spec, lambda label: {"default": labels.index(label), **sizes})
    return [_opened(row.nest("tab", {"label": label}), label == chosen) for label in labels]


def _checked_labels(tabs: Sequence[str], bind: Bind) -> list[str]:
    labels = list(tabs)
    if not labels:
        raise StreamlitMissingRequiredParameterError("tabs", "Give the label of at least one tab.")
    for label in labels:
        if not isinstance(label, str):
            raise StreamlitInvalidParameterTypeError("tabs", ["a str for each tab"], label)
    if bind is not None and ("" in labels or len(set(labels)) < len(labels)):
        raise StreamlitValueError("tabs", ["labels that differ, none of them empty"], labels, BY_LABEL)
    return labels


def _opened(tab: P, is_open: bool) -> P:
    tab.open = is_open
    return tab


def _make() -> Widget:
    import ipywidgets

    return ipywidgets.ToggleButtons()
