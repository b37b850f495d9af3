"""`markdown`: formatted text."""

from __future__ import annotations

from typing import Literal

from nbapp.elements.place import P
from nbapp.elements.prose import Alignment, cleaned, laid_out
from nbapp.elements.sizes import Width

WIDTHS = ("auto", "stretch", "content")


def markdown(
    here: P,
    body: object,
    unsafe_allow_html: bool = False,
    *,
    help: str | None = None,
    width: Width | Literal["auto"] = "auto",
    text_alignment: Alignment = "left",
    anchors: bool = True,
    wrap: bool = True,
) -> P:
    """Show text formatted as Markdown.

    Parameters
    ----------
    body : object
        Markdown, with LaTeX between dollar signs; anything but a string is shown as `str(body)`.
    unsafe_allow_html : bool
        Draw HTML inside `body` instead of showing it as text. Never for text that readers can write.
    help : str, optional
        A tooltip, Markdown.
    width : int or str
        CSS pixels, "stretch", "content" or "auto" (the latter fits the place).
    text_alignment : str
        "left", "center", "right" or "justify".
    anchors : bool
        Whether headings in it have a link to themselves beside them.
    wrap : bool
        Whether a long text breaks into lines; else it ends in an ellipsis, and shows whole under the mouse.

    Returns
    -------
    Container
        The element; drawing on it replaces it.

    Examples
    --------
    >>> import nbapp
    >>> nbapp.markdown("The mean is **3.2**, that is $\\\\bar x$.")  # doctest: +SKIP
    """
    props: dict[str, object] = {"body": cleaned(body)}
    if unsafe_allow_html:
        props["html"] = True
    if help is not None or width != "auto" or text_alignment != "left" or wrap is not True:
        laid_out(props, help, width, text_alignment, "auto", WIDTHS, wrap)
    if not anchors:
        props["anchors"] = False
    return here.put("markdown", props)
