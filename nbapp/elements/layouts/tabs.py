"""Tabs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from nbapp.elements.sizes import FILLS, checked_height, checked_width
from nbapp.errors import StreamlitInvalidParameterTypeError, StreamlitMissingRequiredParameterError, StreamlitValueError

if TYPE_CHECKING:
    from nbapp.elements.place import Place

P = TypeVar("P", bound="Place")


def tabs(
    here: P,
    tabs: Sequence[str],
    *,
    width: int | str = "stretch",
    height: int | str = "content",
    default: str | None = None,
    key: str | int | None = None,
) -> list[P]:
    """Draw tabs, of which the reader sees one at a time; what they hold is computed in any case.

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
        Their identity, and a CSS class `st-key-<key>`.

    Returns
    -------
    list of places
        One for each tab.

    Raises
    ------
    StreamlitMissingRequiredParameterError
        If there is no tab.
    StreamlitValueError
        If `default` is none of the labels.

    Examples
    --------
    >>> import nbapp as st
    >>> chart, table = st.tabs(["Chart", "Table"])
    """
    labels = list(tabs)
    if not labels:
        raise StreamlitMissingRequiredParameterError("tabs", "Give the label of at least one tab.")
    for label in labels:
        if not isinstance(label, str):
            raise StreamlitInvalidParameterTypeError("tabs", ["a str for each tab"], label)
    if default is not None and default not in labels:
        raise StreamlitValueError("default", map(repr, labels), default)
    props: dict[str, Any] = {
        "default": 0 if default is None else labels.index(default),
        "width": checked_width(width, FILLS),
        "height": checked_height(height),
    }
    if key is None:
        row = here.open("tabs", props)
    else:
        props["css"] = f"st-key-{key}"
        row = here.open("tabs", props, key=("key", str(key)))
    return [row.open("tab", {"label": label}) for label in labels]
