"""Text as elements take it: any object becomes a string without the indentation of the script around it."""

from __future__ import annotations

import textwrap
from typing import Any, Literal

from nbapp.elements.sizes import FITS, checked_width, checked_word
from nbapp.errors import StreamlitIncompatibleParametersError, StreamlitValueError

Alignment = Literal["left", "center", "right", "justify"]

ALIGNMENTS = ("left", "center", "right", "justify")


def cleaned(body: object) -> str:
    """Return `body` as text, without common indentation and without blanks around it.

    Parameters
    ----------
    body : object
        What the caller was given: a string, or anything that `str` turns into one.

    Examples
    --------
    >>> cleaned("  one line ")
    'one line'
    """
    text = body if type(body) is str else str(body)
    if "\n " in text or "\n\t" in text:
        text = textwrap.dedent(text)
    return text.strip()


def laid_out(
    props: dict[str, Any],
    help: object,
    width: Any,
    text_alignment: Any,
    usual_width: str,
    widths: tuple[str, ...] = FITS,
    wrap: object = True,
) -> dict[str, Any]:
    """Add to a node's properties what differs from the element's usual look, checked.

    Parameters
    ----------
    props : dict
        The properties so far; changed in place.
    help : object
        The tooltip, Markdown; nothing if empty.
    width : int or str
        In CSS pixels or as one of `widths`; `usual_width` adds nothing.
    text_alignment : str
        "left", "center", "right" or "justify".
    usual_width : str
        The width the element has by itself.
    widths : tuple of str
        The words the element allows as a width.
    wrap : bool
        Whether a long text breaks into lines.

    Returns
    -------
    dict
        `props`.

    Raises
    ------
    StreamlitInvalidWidthError, StreamlitValueError
        If the width, the alignment or `wrap` is not allowed.
    StreamlitIncompatibleParametersError
        If HTML is to stand in one line.
    """
    if help:
        props["help"] = cleaned(help)
    if width != usual_width:
        props["width"] = checked_width(width, widths)
    if text_alignment != "left":
        props["align"] = checked_word("text_alignment", text_alignment, ALIGNMENTS)
    if wrap is not True:
        if wrap is not False:
            raise StreamlitValueError("wrap", ["True", "False"], wrap)
        if props.get("html"):
            raise StreamlitIncompatibleParametersError(
                "wrap=False", "unsafe_allow_html=True", "Only Markdown can be held in one line."
            )
        props["wrap"] = False
    return props
