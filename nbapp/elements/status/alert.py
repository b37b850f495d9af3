"""What the four coloured boxes have in common."""

from __future__ import annotations

from typing import Any, Literal

from nbapp.elements.icon import checked_icon
from nbapp.elements.place import P
from nbapp.elements.prose import cleaned
from nbapp.elements.sizes import FILLS, checked_width

FillingWidth = int | Literal["stretch"]


def alert(place: P, level: str, body: object, icon: str | None, width: FillingWidth, title: object) -> P:
    """Draw a coloured box of a level: "success", "info", "warning" or "error".

    Raises
    ------
    StreamlitAPIException
        If the icon or the width is not allowed.
    """
    props: dict[str, Any] = {"body": cleaned(body), "level": level}
    if icon is not None and (mark := checked_icon(icon)):
        props["icon"] = mark
    if title is not None and (words := cleaned(title)):
        props["title"] = words
    if width != "stretch":
        props["width"] = checked_width(width, FILLS)
    return place.put("alert", props)
