"""Errors and sentences of forms."""

from __future__ import annotations

from nbapp.errors.roots import LocalizableStreamlitException

FORM_IN_FORM = (
    "The form {key!r} was begun inside the form {outer!r}. A form cannot hold another one: end the outer `with` first, "
    "or draw both inputs into one form."
)

NO_FORM_AROUND = (
    "`form_submit_button({label!r})` was called outside of a form, where there is nothing to submit. Call it inside "
    "`with form(...):` or as a method of the form, or use `button`."
)

NOT_IN_A_FORM = (
    "`{kind}({label!r})` was called inside the form {form!r}, where it would rerun the app before the form is "
    "submitted. Use `form_submit_button` there, or draw it outside of the form."
)


class StreamlitInvalidFormCallbackError(LocalizableStreamlitException):
    """An input in a form has a callback."""

    def __init__(self, kind: str, label: str) -> None:
        super().__init__(
            f"`{kind}({label!r})` stands in a form and has a function as `on_change`. In a form nothing changes before "
            "it is submitted: give the function to `form_submit_button` as `on_click`, or leave it out."
        )
