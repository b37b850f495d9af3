"""A page inside of the page: HTML of the script's own, or another address, in a frame that is kept apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from nbapp.errors import StreamlitInvalidParameterTypeError, StreamlitValueError

if TYPE_CHECKING:
    from nbapp.elements.place import Place

P = TypeVar("P", bound="Place")

HEIGHT = 150


def framed(
    place: P,
    content: dict[str, str],
    width: int | None = None,
    height: int | None = None,
    scrolling: bool = False,
    tab_index: int | None = None,
) -> P:
    """Draw a frame.

    Parameters
    ----------
    place : Place
        Where to draw.
    content : dict
        "html" with a document's text, or "src" with an address.
    width, height : int, optional
        Pixels; all the width there is, and 150 high.
    scrolling : bool
        Whether what does not fit can be scrolled to.
    tab_index : int, optional
        Its place in the order of the Tab key; -1 to be passed over.

    Returns
    -------
    Place
        The element.

    Raises
    ------
    StreamlitInvalidParameterTypeError, StreamlitValueError
        If the content is no text, or a size no positive number of pixels.
    """
    (name,) = content
    if not isinstance(content[name], str):
        raise StreamlitInvalidParameterTypeError(name, ["text"], content[name])
    props: dict[str, Any] = {**content, "height": _pixels("height", height) or HEIGHT, "scrolling": bool(scrolling)}
    if width is not None:
        props["width"] = _pixels("width", width)
    if tab_index is not None:
        if type(tab_index) is not int or tab_index < -1:
            raise StreamlitValueError("tab_index", ["-1", "0 or a positive whole number"], tab_index)
        props["tab_index"] = tab_index
    return place.put("frame", props)


def _pixels(name: str, given: Any) -> int | None:
    if given is None:
        return None
    if isinstance(given, bool) or not isinstance(given, (int, float)) or given <= 0:
        raise StreamlitValueError(name, ["a positive number of pixels"], given)
    return round(given)
