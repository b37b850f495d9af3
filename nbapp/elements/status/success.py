"""`success`: a box that says: that went well."""

from __future__ import annotations

from nbapp.elements.place import P
from nbapp.elements.status.alert import FillingWidth, alert


def success(
    here: P, body: object, *, icon: str | None = None, width: FillingWidth = "stretch", title: object = None
) -> P:
    """Show a green box: something went well.

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
    >>> nbapp.success("342 rows loaded.", icon="✅")  # doctest: +SKIP
    """
    return alert(here, "success", body, icon, width, title)
