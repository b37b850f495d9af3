"""`warning`: a box that says: take care."""

from __future__ import annotations

from nbapp.elements.place import P
from nbapp.elements.status.alert import FillingWidth, alert


def warning(
    here: P, body: object, *, icon: str | None = None, width: FillingWidth = "stretch", title: object = None
) -> P:
    """Show a yellow box: something to take care of.

    Parameters
    ----------
    body : object
        Markdown; anything but a string is shown as `str(body)`.
    icon : str, optional
        An emoji or `":material/<name>:"` before the text.
    width : int or str
        CSS pixels, or "stretch".
    title : object, optional
        A first line in bold.

    Returns
    -------
    Container
        The element; drawing on it replaces it.

    Examples
    --------
    >>> import nbapp
    >>> nbapp.warning("2 rows have no bill length.", title="Incomplete")  # doctest: +SKIP
    """
    return alert(here, "warning", body, icon, width, title)
