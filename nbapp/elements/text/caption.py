"""`caption`: small print."""

from __future__ import annotations

from nbapp.elements.place import P
from nbapp.elements.prose import Alignment, cleaned, laid_out
from nbapp.elements.sizes import Width


def caption(
    here: P,
    body: object,
    unsafe_allow_html: bool = False,
    *,
    help: str | None = None,
    width: Width = "stretch",
    text_alignment: Alignment = "left",
    wrap: bool = True,
) -> P:
    """Show small, muted text: a source, a footnote, a remark under a chart.

    Parameters
    ----------
    body : object
        Markdown; anything but a string is shown as `str(body)`.
    unsafe_allow_html : bool
        Draw HTML inside `body` instead of showing it as text. Never for text that readers can write.
    help : str, optional
        A tooltip, Markdown.
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
    >>> nbapp.caption("Source: Palmer Station LTER.")  # doctest: +SKIP
    """
    props: dict[str, object] = {"body": cleaned(body), "small": True}
    if unsafe_allow_html:
        props["html"] = True
    if help is not None or width != "stretch" or text_alignment != "left" or wrap is not True:
        laid_out(props, help, width, text_alignment, "stretch", wrap=wrap)
    return here.put("markdown", props)
