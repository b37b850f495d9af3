"""The button."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from nbapp.elements.icon import checked_icon
from nbapp.elements.inputs.look import Key, checked_click, look
from nbapp.elements.inputs.shortcut import checked_shortcut
from nbapp.elements.sizes import FITS, checked_word
from nbapp.session.inputs import InputSpec

if TYPE_CHECKING:
    from ipywidgets import Widget

    from nbapp.elements.place import Place

TYPES = ("primary", "secondary", "tertiary")
SIDES = ("left", "right")


def button(
    here: Place,
    label: str,
    key: Key | None = None,
    help: str | None = None,
    on_click: Callable[..., Any] | None = None,
    args: Sequence[Any] | None = None,
    kwargs: Mapping[str, Any] | None = None,
    *,
    type: Literal["primary", "secondary", "tertiary"] = "secondary",
    icon: str | None = None,
    icon_position: Literal["left", "right"] = "left",
    disabled: bool = False,
    use_container_width: bool | None = None,
    width: int | str = "content",
    shortcut: str | None = None,
    wrap: bool | None = None,
) -> bool:
    """Draw a button.

    Parameters
    ----------
    label : str
        What stands on it.
    key : str or int, optional
        Its name in `session_state`, where it can be read only.
    help : str, optional
        A tooltip, Markdown.
    on_click : callable, optional
        Called before the rerun, with `args` and `kwargs`.
    type : "primary", "secondary" or "tertiary"
        How much it stands out.
    icon : str, optional
        An emoji beside the label.
    icon_position : "left" or "right"
        On which side.
    disabled : bool
        Takes no click.
    use_container_width : bool, optional
        The old name of `width="stretch"`.
    width : int, "content" or "stretch"
        In CSS pixels, as wide as needed, or all of the column.
    shortcut : str, optional
        A key that clicks it: "Ctrl+Enter", "K".
    wrap : bool, optional
        Whether a long label breaks into lines.

    Returns
    -------
    bool
        True in the one run that follows a click.

    Examples
    --------
    >>> import nbapp as st
    >>> st.button("Draw again")
    False
    """
    text = "" if label is None else str(label)
    if use_container_width is not None:
        width = "stretch" if use_container_width else "content"
    keys = None if shortcut is None else checked_shortcut(shortcut)
    icon = checked_icon(icon)
    form = (checked_word("type", type, TYPES), icon, checked_word("icon_position", icon_position, SIDES), keys, wrap)
    extra = tuple((name, value) for name, value in zip(NAMES, form, strict=True) if value is not None)
    shown = _with_emoji(text, icon, icon_position)
    clicked: bool = here.input(
        InputSpec(
            "button",
            text,
            False,
            _make,
            (help, width, form[:4]),
            (),
            key,
            {"description": shown, "button_style": "primary" if type == "primary" else "", "disabled": disabled},
            props=look(help, "visible", width, FITS, extra),
            trigger=True,
            read_only=True,
            disabled=disabled,
            on_change=checked_click(on_click),
            args=args,
            kwargs=kwargs,
        )
    )
    return clicked


NAMES = ("type", "icon", "icon_position", "shortcut", "wrap")


def _with_emoji(text: str, icon: str | None, side: str) -> str:
    """Return the label with its emoji; any other icon is the view's to draw."""
    if icon is None or icon.isascii():
        return text
    return f"{icon} {text}" if side == "left" else f"{text} {icon}"


def _make() -> Widget:
    import ipywidgets

    return ipywidgets.Button()
