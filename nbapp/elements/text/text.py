"""`text`: text as it is."""

from __future__ import annotations

from nbapp.elements.place import P
from nbapp.elements.prose import Alignment, cleaned, laid_out
from nbapp.elements.sizes import Width


def text(
    here: P,
    body: object,
    *,
    help: str | None = None,
    width: Width = "content",
    text_alignment: Alignment = "left",
    wrap: bool = True,
) -> P:
    """Show text as it is: no Markdown, line breaks and blanks kept.

    Parameters
    ----------
    body : object
        The text; anything but a string is shown as `str(body)`.
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
    >>> line = nbapp.text("loading 2 * 3 * 4 files")  # doctest: +SKIP
    >>> line.text("done")  # doctest: +SKIP
    """
    props: dict[str, object] = {"body": cleaned(body)}
    if help is not None or width != "content" or text_alignment != "left" or wrap is not True:
        laid_out(props, help, width, text_alignment, "content", wrap=wrap)
    return here.put("text", props)
