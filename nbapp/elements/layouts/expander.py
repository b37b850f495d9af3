"""The expander."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeVar

from nbapp.elements.icon import checked_icon
from nbapp.elements.sizes import FILLS, checked_width, checked_word
from nbapp.errors import StreamlitMissingRequiredParameterError

if TYPE_CHECKING:
    from nbapp.elements.place import Place

P = TypeVar("P", bound="Place")

TYPES = ("default", "compact", "step")


def expander(
    here: P,
    label: str,
    expanded: bool = False,
    *,
    key: str | int | None = None,
    icon: str | None = None,
    type: Literal["default", "compact", "step"] = "default",
    width: int | str = "stretch",
) -> P:
    """Draw a container that the reader opens and closes; what it holds is computed in any case.

    Parameters
    ----------
    label : str
        What stands on it, Markdown.
    expanded : bool
        Whether it is open at first.
    key : str or int, optional
        Its identity, and a CSS class `st-key-<key>`.
    icon : str, optional
        An emoji or ":material/name:".
    type : "default", "compact" or "step"
        How much room it takes.
    width : int or "stretch"
        In CSS pixels, or all of its container.

    Returns
    -------
    place
        The inside.

    Examples
    --------
    >>> import nbapp as st
    >>> with st.expander("How this is computed"):
    ...     st.write("By counting.")
    """
    if label is None:
        raise StreamlitMissingRequiredParameterError("label", "Say in a few words what the expander holds.")
    props: dict[str, Any] = {
        "label": str(label),
        "expanded": bool(expanded),
        "width": checked_width(width, FILLS),
    }
    if checked_word("type", type, TYPES) != "default":
        props["type"] = type
    mark = checked_icon(icon)
    if mark:
        props["icon"] = mark
    if key is None:
        return here.open("expander", props)
    props["css"] = f"st-key-{key}"
    return here.open("expander", props, key=("key", str(key)))
