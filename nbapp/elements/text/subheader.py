"""`subheader`: the heading of a part of a section."""

from __future__ import annotations

from nbapp.elements.place import P
from nbapp.elements.prose import Alignment
from nbapp.elements.sizes import Width
from nbapp.elements.text.heading import Anchor, Divider, heading


def subheader(
    here: P,
    body: object,
    anchor: Anchor = None,
    *,
    help: str | None = None,
    icon: str | None = None,
    divider: Divider = False,
    width: Width = "stretch",
    text_alignment: Alignment = "left",
    wrap: bool = True,
) -> P:
    """Show the heading of a part of a section.

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
    divider : bool or str
        A line below: a colour ("red", "orange", "yellow", "blue", "green", "violet", "gray", "rainbow"), or True for
        the next colour in turn.
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
    >>> nbapp.subheader("Adelie", icon="🐧")  # doctest: +SKIP
    """
    return heading(
        here,
        3,
        body,
        anchor,
        help=help,
        icon=icon,
        width=width,
        text_alignment=text_alignment,
        wrap=wrap,
        divider=divider,
    )
