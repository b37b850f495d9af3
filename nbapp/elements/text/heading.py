"""What the three headings have in common."""

from __future__ import annotations

from typing import Any, Literal

from nbapp.elements.icon import checked_icon
from nbapp.elements.place import P
from nbapp.elements.prose import Alignment, cleaned, laid_out
from nbapp.elements.sizes import Width
from nbapp.errors import StreamlitInvalidParameterTypeError, StreamlitValueError

Anchor = str | Literal[False] | None
Divider = bool | str
"""A colour of `COLORS`, True for the next one of them, False for none."""

COLORS = ("red", "orange", "yellow", "blue", "green", "violet", "gray", "grey", "rainbow")


def heading(
    place: P,
    level: int,
    body: object,
    anchor: Anchor,
    *,
    help: str | None,
    icon: str | None,
    width: Width,
    text_alignment: Alignment,
    wrap: bool,
    divider: Divider = False,
) -> P:
    """Draw a heading of a level.

    Parameters
    ----------
    level : int
        1 for a title, 2 for a header, 3 for a subheader.
    body, anchor, help, icon, width, text_alignment, wrap, divider
        As the three elements take them.

    Raises
    ------
    StreamlitAPIException
        If one of them is not allowed.
    """
    props: dict[str, Any] = {"body": cleaned(body), "level": level}
    if anchor is not None:
        props["anchor"] = _checked_anchor(anchor)
    if divider:
        props["divider"] = _checked_divider(divider)
    if icon is not None and (mark := checked_icon(icon)):
        props["icon"] = mark
    if help is not None or width != "stretch" or text_alignment != "left" or wrap is not True:
        laid_out(props, help, width, text_alignment, "stretch", wrap=wrap)
    return place.put("heading", props)


def _checked_anchor(anchor: object) -> str | bool:
    if isinstance(anchor, str) or anchor is False:
        return anchor
    allowed = ["a string", "None for an anchor made of the text", "False for no anchor"]
    if anchor is True:
        raise StreamlitValueError("anchor", allowed, anchor)
    raise StreamlitInvalidParameterTypeError("anchor", allowed, anchor)


def _checked_divider(divider: object) -> bool | str:
    if divider is True or (isinstance(divider, str) and divider in COLORS):
        return divider
    raise StreamlitValueError("divider", ["True", "False", *map(repr, COLORS)], divider)
