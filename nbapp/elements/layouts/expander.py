"""The expander."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from nbapp.elements.binding import Bind, bound, flag
from nbapp.elements.icon import checked_icon
from nbapp.elements.layouts.tracking import OnToggle, is_tracked, told
from nbapp.elements.look import checked_flag
from nbapp.elements.sizes import FILLS, checked_width, checked_word
from nbapp.errors import StreamlitMissingRequiredParameterError
from nbapp.session.inputs import InputSpec

if TYPE_CHECKING:
    from ipywidgets import Widget

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
    on_change: OnToggle = "ignore",
    args: Sequence[Any] | None = None,
    kwargs: Mapping[str, Any] | None = None,
    bind: Bind = None,
) -> P:
    """Draw a container that the reader opens and closes; what it holds is computed in any case.

    With `on_change` or `bind` it is an input: the script runs when the reader opens or closes it, and it has `.open`,
    so that what nobody sees need not be computed.

    Parameters
    ----------
    label : str
        What stands on it, Markdown.
    expanded : bool
        Whether it is open at first.
    key : str or int, optional
        Its identity, and a CSS class `st-key-<key>`. As an input, its name in `session_state`: whether it is open.
    icon : str, optional
        An emoji or ":material/name:".
    type : "default", "compact" or "step"
        How much room it takes.
    width : int or "stretch"
        In CSS pixels, or all of its container.
    on_change : callable, "rerun" or "ignore", optional
        Called before the rerun, with `args` and `kwargs`; "ignore" leaves it to the page whether it is open.
    bind : "query-params", optional
        Puts into the address whether it is open, under the key, and takes it from there.

    Returns
    -------
    place
        The inside; its `.open` is True or False, or None if the script does not know.

    Examples
    --------
    >>> import nbapp as st
    >>> with st.expander("How this is computed"):
    ...     st.write("By counting.")
    """
    if label is None:
        raise StreamlitMissingRequiredParameterError("label", "Say in a few words what the expander holds.")
    mark = checked_icon(icon)
    props: dict[str, Any] = {"label": str(label), "width": checked_width(width, FILLS)}
    if checked_word("type", type, TYPES) != "default":
        props["type"] = type
    if mark:
        props["icon"] = mark
    if not is_tracked(on_change, bind):
        props["expanded"] = bool(expanded)
        if key is None:
            return here.nest("expander", props)
        return here.nest("expander", {**props, "css": f"st-key-{key}"}, key=("key", str(key)))
    all_of_it = (str(label), bool(expanded), mark, width, type)
    spec = InputSpec(
        "expander",
        str(label),
        bool(expanded),
        _make,
        all_of_it,
        all_of_it,
        key,
        check=checked_flag,
        on_change=told(on_change),
        args=args,
        kwargs=kwargs,
        waits=False,
        bind=None if bind is None else bound(bind, key, flag()),
    )
    inside, inside_is_open = here.nest_input(spec, lambda is_open: {**props, "expanded": is_open})
    inside.open = inside_is_open
    return inside


def _make() -> Widget:
    import ipywidgets

    return ipywidgets.ToggleButton()
