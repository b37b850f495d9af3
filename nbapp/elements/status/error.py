"""`error`: a box that says: that went wrong."""

from __future__ import annotations

from nbapp.elements.place import P
from nbapp.elements.status.alert import FillingWidth, alert


def error(
    here: P, body: object, *, icon: str | None = None, width: FillingWidth = "stretch", title: object = None
) -> P:
    """Show a red box: something went wrong. The script goes on.

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
    >>> nbapp.error("No penguin is that heavy.")  # doctest: +SKIP
    """
    return alert(here, "error", body, icon, width, title)
