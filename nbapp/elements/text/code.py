"""`code`: program text."""

from __future__ import annotations

from nbapp.elements.place import P
from nbapp.elements.sizes import Height, Width, checked_height, checked_width


def code(
    here: P,
    body: object,
    language: str | None = "python",
    *,
    line_numbers: bool = False,
    wrap_lines: bool = False,
    height: Height | None = "content",
    width: Width = "stretch",
) -> P:
    """Show program text with its syntax in colours and a button that copies it.

    Parameters
    ----------
    body : object
        The text; anything but a string is shown as `str(body)`. One empty line at each end is left out.
    language : str, optional
        The language's name, such as "python", "sql" or "json"; None for plain text.
    line_numbers : bool
        Number the lines.
    wrap_lines : bool
        Break long lines instead of scrolling sideways.
    height : int or str
        CSS pixels, "stretch" or "content".
    width : int or str
        CSS pixels, "stretch" or "content".

    Returns
    -------
    Container
        The element; drawing on it replaces it.

    Examples
    --------
    >>> import nbapp
    >>> nbapp.code("SELECT * FROM penguins", language="sql")  # doctest: +SKIP
    """
    props: dict[str, object] = {
        "body": str(body).removeprefix("\n").removesuffix("\n"),
        "language": str(language) if language else None,
    }
    if line_numbers:
        props["numbers"] = True
    if wrap_lines:
        props["wrap"] = True
    if height is not None and height != "content":
        props["height"] = checked_height(height)
    if width != "stretch":
        props["width"] = checked_width(width)
    return here.put("code", props)
