"""`components.v1`: HTML, and other addresses, in frames of the page."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

from nbapp.elements.bare import here
from nbapp.elements.container import Container
from nbapp.elements.framed import framed
from nbapp.errors import ComponentNotHereError

__all__ = ["declare_component", "html", "iframe"]


def html(
    html: str,
    width: int | None = None,
    height: int | None = None,
    scrolling: bool = False,
    *,
    tab_index: int | None = None,
) -> Container:
    """Show HTML, with the scripts in it, in a frame.

    The frame is kept apart from the page: its scripts reach nothing of the notebook.

    Parameters
    ----------
    html : str
        A document, or a part of one.
    width, height : int, optional
        Pixels; all the width there is, and 150 high.
    scrolling : bool
        Whether what does not fit can be scrolled to.
    tab_index : int, optional
        Its place in the order of the Tab key; -1 to be passed over.

    Returns
    -------
    Container
        The element, to be replaced by drawing on it.

    Examples
    --------
    >>> import nbapp
    >>> nbapp.components.v1.html("<b>Hello</b>", height=40)  # doctest: +SKIP
    """
    return framed(here(), {"html": html}, width, height, scrolling, tab_index)


def iframe(
    src: str,
    width: int | None = None,
    height: int | None = None,
    scrolling: bool = False,
    *,
    tab_index: int | None = None,
) -> Container:
    """Show another page in a frame.

    Parameters
    ----------
    src : str
        Its address. The other server must allow to be shown in frames.
    width, height, scrolling, tab_index
        As for `html`.

    Returns
    -------
    Container
        The element, to be replaced by drawing on it.

    Examples
    --------
    >>> import nbapp
    >>> nbapp.components.v1.iframe("https://example.org", height=400)  # doctest: +SKIP
    """
    return framed(here(), {"src": src}, width, height, scrolling, tab_index)


def declare_component(name: str, path: str | Path | None = None, url: str | None = None) -> NoReturn:
    """Raise an error that says what a component of one's own is here: an anywidget.

    Parameters
    ----------
    name, path, url
        What the component would have been.

    Raises
    ------
    ComponentNotHereError
        Always.

    Examples
    --------
    >>> import nbapp
    >>> nbapp.components.v1.declare_component("mine")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    nbapp.errors.names.ComponentNotHereError: nbapp has no custom components ...
    """
    raise ComponentNotHereError(name)
