"""The button that submits a form."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from nbapp.elements.inputs.button import ButtonLook, Click, pressed
from nbapp.elements.look import Key
from nbapp.errors import NO_FORM_AROUND, StreamlitInvalidLayoutContextError

if TYPE_CHECKING:
    from nbapp.elements.place import Place


def form_submit_button(
    here: Place,
    label: str = "Submit",
    help: str | None = None,
    on_click: Callable[..., Any] | None = None,
    args: Sequence[Any] | None = None,
    kwargs: Mapping[str, Any] | None = None,
    *,
    key: Key | None = None,
    type: Literal["primary", "secondary", "tertiary"] = "secondary",
    icon: str | None = None,
    icon_position: Literal["left", "right"] = "left",
    disabled: bool = False,
    use_container_width: bool | None = None,
    width: int | str = "content",
    shortcut: str | None = None,
    wrap: bool | None = None,
) -> bool:
    """Draw a button that submits the form it stands in: the script runs with all that was entered there.

    Parameters
    ----------
    label : str
        What stands on it, Markdown; a link is only text there.
    help : str, optional
        A tooltip, Markdown.
    on_click : callable, optional
        Called before the rerun, with `args` and `kwargs`; `session_state` has the submitted values already.
    key : str or int, optional
        Its name in `session_state`, where it can be read only; else `FormSubmitter:<form>-<label>`.
    type : "primary", "secondary" or "tertiary"
        How much it stands out.
    icon : str, optional
        An emoji beside the label.
    icon_position : "left" or "right"
        On which side.
    disabled : bool
        Takes no click; if it is the form's first one, Enter submits nothing either.
    use_container_width : bool, optional
        The old name of `width="stretch"`.
    width : int, "content" or "stretch"
        In CSS pixels, as wide as needed, or all of the form.
    shortcut : str, optional
        A key that clicks it: "Ctrl+Enter", "K".
    wrap : bool, optional
        Whether a long label breaks into lines.

    Returns
    -------
    bool
        True in the one run that follows a click.

    Raises
    ------
    StreamlitInvalidLayoutContextError
        If it stands in no form.

    Examples
    --------
    >>> import nbapp as st
    >>> with st.form("visit"):
    ...     age = st.number_input("Age", 0, 150, 36)
    ...     st.form_submit_button("Send")
    False
    """
    text = "" if label is None else str(label)
    form = here.branch.form
    if form is None:
        raise StreamlitInvalidLayoutContextError(NO_FORM_AROUND.format(label=text))
    name = f"FormSubmitter:{form}-{text}" if key is None else key
    as_asked = ButtonLook(text, help, type, icon, icon_position, disabled, use_container_width, width, shortcut, wrap)
    return pressed(here, "form_submit_button", name, as_asked, Click(on_click, args, kwargs))
