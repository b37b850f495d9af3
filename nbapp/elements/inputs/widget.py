"""`widget`: an ipywidget that the script makes itself, known by a key instead of by its place in the code."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, TypeVar

from nbapp.elements.place import Place

if TYPE_CHECKING:
    from ipywidgets import Widget

W = TypeVar("W", bound="Widget")


def widget(here: Place, factory: Callable[[], W], *, key: Hashable) -> W:
    """Return the live ipywidget of a key; it is made when the key is new. It is not shown by this.

    A widget that a script constructs is found again by its place in the code. In a list that is sorted or filtered
    that place says nothing: a key does.

    Parameters
    ----------
    factory : callable
        Constructs the widget, with the arguments of this run: those that changed are applied to the live one.
    key : hashable
        What the widget belongs to, such as the id of a row.

    Returns
    -------
    Widget
        The live widget; a change of it by the reader reruns the app.

    Raises
    ------
    StreamlitDuplicateElementKey
        If this run used the key already.

    Examples
    --------
    >>> import ipywidgets
    >>> import nbapp
    >>> for city in ["Oslo", "Lima"]:
    ...     nbapp.write(nbapp.widget(lambda: ipywidgets.IntSlider(description=city), key=city))  # doctest: +SKIP
    """
    return here.run.session.adoption.keyed(key, factory)
