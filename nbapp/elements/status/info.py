"""`info`: a box that says: good to know."""

from __future__ import annotations

from nbapp.elements.place import P
from nbapp.elements.status.alert import FillingWidth, alert


def info(here: P, body: object, *, icon: str | None = None, width: FillingWidth = "stretch", title: object = None) -> P:
    """Show a blue box: something good to know.

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
    >>> nbapp.info("Choose an island to begin.")  # doctest: +SKIP
    """
    return alert(here, "info", body, icon, width, title)
