"""The button."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from nbapp.elements.icon import checked_icon
from nbapp.elements.inputs.shortcut import checked_shortcut
from nbapp.elements.look import Key, checked_click, look
from nbapp.elements.sizes import FITS, checked_word
from nbapp.errors import NOT_IN_A_FORM, StreamlitInvalidLayoutContextError
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
        What stands on it, Markdown; a link is only text there.
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
    if here.branch.form is not None:
        raise StreamlitInvalidLayoutContextError(NOT_IN_A_FORM.format(kind="button", label=text, form=here.branch.form))
    as_asked = ButtonLook(text, help, type, icon, icon_position, disabled, use_container_width, width, shortcut, wrap)
    return pressed(here, "button", key, as_asked, Click(on_click, args, kwargs))


class ButtonLook(NamedTuple):
    """How a button looks, in its caller's words."""

    label: str
    help: str | None
    type: str
    icon: str | None
    icon_position: str
    disabled: bool
    use_container_width: bool | None
    width: int | str
    shortcut: str | None
    wrap: bool | None


class Click(NamedTuple):
    """What a click calls before the script."""

    call: Callable[..., Any] | None
    args: Sequence[Any] | None
    kwargs: Mapping[str, Any] | None


def pressed(here: Place, kind: str, key: Key | None, as_asked: ButtonLook, click: Click) -> bool:
    """Draw a button of a kind, and say whether this run follows a click on it."""
    text, help, type, icon, side, disabled, fills, width, shortcut, wrap = as_asked
    if fills is not None:
        width = "stretch" if fills else "content"
    keys = None if shortcut is None else checked_shortcut(shortcut)
    icon = checked_icon(icon)
    form = (checked_word("type", type, TYPES), icon, checked_word("icon_position", side, SIDES), keys, wrap)
    extra = tuple((name, value) for name, value in zip(NAMES, form, strict=True) if value is not None)
    shown = _with_emoji(text, icon, side)
    clicked: bool = here.input(
        InputSpec(
            kind,
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
            on_change=checked_click(click.call),
            args=click.args,
            kwargs=click.kwargs,
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
