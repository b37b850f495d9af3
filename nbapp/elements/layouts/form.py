"""The form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from nbapp.elements.sizes import checked_height, checked_width
from nbapp.errors import FORM_IN_FORM, StreamlitInvalidLayoutContextError, StreamlitInvalidParameterTypeError

if TYPE_CHECKING:
    from nbapp.elements.place import Place

P = TypeVar("P", bound="Place")


def form(
    here: P,
    key: str,
    clear_on_submit: bool = False,
    *,
    enter_to_submit: bool = True,
    border: bool = True,
    width: int | str = "stretch",
    height: int | str = "content",
) -> P:
    """Draw a container whose inputs count together, when its `form_submit_button` is clicked.

    Until then the page shows what the reader enters, and the script sees what was submitted last.

    Parameters
    ----------
    key : str
        Its name: once on a page, and a CSS class `st-key-<key>`. It is no key of `session_state`.
    clear_on_submit : bool
        Whether the inputs return to their defaults after the run that saw them.
    enter_to_submit : bool
        Whether Enter in a text or number input (Ctrl+Enter in a text area) clicks the first submit button.
    border : bool
        Whether it has a border.
    width : int, "stretch" or "content"
        In CSS pixels, all of its container, or as wide as needed.
    height : int, "stretch" or "content"
        In CSS pixels (it scrolls), all of its container, or as high as needed.

    Returns
    -------
    place
        The inside of the form.

    Raises
    ------
    StreamlitInvalidLayoutContextError
        If it stands in another form.
    StreamlitDuplicateElementKey
        If the run has drawn a form of that key.

    Examples
    --------
    >>> import nbapp as st
    >>> with st.form("visit"):
    ...     name = st.text_input("Name")
    ...     sent = st.form_submit_button("Send")
    >>> if sent:
    ...     st.write("Welcome", name)
    """
    if isinstance(key, bool) or not isinstance(key, (str, int)):
        raise StreamlitInvalidParameterTypeError("key", ["a string"], key)
    name = str(key)
    if here.branch.form is not None:
        raise StreamlitInvalidLayoutContextError(FORM_IN_FORM.format(key=name, outer=here.branch.form))
    props: dict[str, Any] = {"width": checked_width(width), "height": checked_height(height), "css": f"st-key-{name}"}
    if border:
        props["border"] = True
    if clear_on_submit:
        props["clear"] = True
    if enter_to_submit:
        props["enter"] = True
    run = here.drawn_by()
    run.session.inputs.forms.claim(name, clear_on_submit, None if run.fragment is None else run.fragment.id)
    inside = here.nest("form", props, key=("form", name))
    inside.branch.form = name
    return inside
