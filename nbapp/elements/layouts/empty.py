"""The empty: a place for one element."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from nbapp.elements.place import Place

P = TypeVar("P", bound="Place")


def empty(here: P) -> P:
    """Draw a place for one element: each new one replaces the last, `empty()` on it clears it.

    Returns
    -------
    place
        The inside; it holds many elements in a `container()` of its own.

    Examples
    --------
    >>> import nbapp as st
    >>> place = st.empty()
    >>> element = place.text("first")
    >>> element = place.text("this is what stays")
    """
    return here.nest("empty", {}, single=True)
