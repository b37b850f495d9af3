"""`title`: the heading of an app."""

from __future__ import annotations

from nbapp.elements.place import P
from nbapp.elements.prose import Alignment
from nbapp.elements.sizes import Width
from nbapp.elements.text.heading import Anchor, heading


def title(
    here: P,
    body: object,
    anchor: Anchor = None,
    *,
    help: str | None = None,
    icon: str | None = None,
    width: Width = "stretch",
    text_alignment: Alignment = "left",
    wrap: bool = True,
) -> P:
    """Show the title of the app, its largest heading.

    Parameters
    ----------
    body : object
        Markdown of one line; anything but a string is shown as `str(body)`.
    anchor : str or False, optional
        What comes after the # in a link to it. By default it is made of the text; False leaves it out.
    help : str, optional
        A tooltip, Markdown.
    icon : str, optional
        An emoji or `":material/<name>:"` before the text.
    width : int or str
        CSS pixels, "stretch" or "content".
    text_alignment : str
        "left", "center", "right" or "justify".
    wrap : bool
        Whether a long text breaks into lines; else it ends in an ellipsis, and shows whole under the mouse.

    Returns
    -------
    Container
        The element; drawing on it replaces it.

    Examples
    --------
    >>> import nbapp
    >>> nbapp.title("Penguins of Palmer Station")  # doctest: +SKIP
    """
    return heading(here, 1, body, anchor, help=help, icon=icon, width=width, text_alignment=text_alignment, wrap=wrap)
