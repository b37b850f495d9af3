"""The container."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from nbapp.elements.sizes import (
    ACROSS,
    DOWN,
    Gap,
    HorizontalAlignment,
    VerticalAlignment,
    checked_gap,
    checked_height,
    checked_width,
    checked_word,
)
from nbapp.errors import StreamlitIncompatibleParametersError

if TYPE_CHECKING:
    from nbapp.elements.place import Place

P = TypeVar("P", bound="Place")


def container(
    here: P,
    *,
    border: bool | None = None,
    key: str | int | None = None,
    width: int | str = "stretch",
    height: int | str = "content",
    horizontal: bool = False,
    wrap: bool = True,
    horizontal_alignment: HorizontalAlignment = "left",
    vertical_alignment: VerticalAlignment = "top",
    gap: Gap | None = "small",
    autoscroll: bool | None = None,
) -> P:
    """Draw a container for any number of elements; what is drawn in it later still appears at its place.

    Parameters
    ----------
    border : bool, optional
        Whether it has a border; if not given, one of fixed height has.
    key : str or int, optional
        Its identity, and a CSS class `st-key-<key>`.
    width : int, "stretch" or "content"
        In CSS pixels, all of its container, or as wide as needed.
    height : int, "stretch" or "content"
        In CSS pixels (it scrolls), all of its container, or as high as needed.
    horizontal : bool
        Whether elements stand side by side.
    wrap : bool
        Whether a row that is too long breaks; if not, it scrolls.
    horizontal_alignment : "left", "center", "right" or "distribute"
        Where elements stand from left to right.
    vertical_alignment : "top", "center", "bottom" or "distribute"
        Where they stand from top to bottom.
    gap : str, int or None
        The room between them: a word from "xxsmall" to "xxlarge", CSS pixels, or none.
    autoscroll : bool, optional
        Whether it stays at its end while elements are added.

    Returns
    -------
    place
        The inside of the container.

    Examples
    --------
    >>> import nbapp as st
    >>> with st.container(border=True):
    ...     st.write("inside")
    """
    if not wrap and not horizontal:
        raise StreamlitIncompatibleParametersError(
            "wrap=False", "horizontal=False", "Only a row can be kept from breaking: set `horizontal=True` too."
        )
    tall = checked_height(height)
    props: dict[str, Any] = {"gap": checked_gap(gap), "width": checked_width(width), "height": tall}
    across = checked_word("horizontal_alignment", horizontal_alignment, ACROSS)
    down = checked_word("vertical_alignment", vertical_alignment, DOWN)
    if border or (border is None and isinstance(tall, int)):
        props["border"] = True
    if horizontal:
        props["horizontal"] = True
    if not wrap:
        props["wrap"] = False
    if across != "left":
        props["align"] = across
    if down != "top":
        props["valign"] = down
    if autoscroll is not None:
        props["autoscroll"] = bool(autoscroll)
    if key is None:
        return here.nest("container", props)
    props["css"] = f"st-key-{key}"
    return here.nest("container", props, key=("key", str(key)))
