"""Errors of identity, of `session_state` and of places."""

from __future__ import annotations

from collections.abc import Iterable

from nbapp.errors.roots import Error, LocalizableStreamlitException, StreamlitAPIException


class DuplicateWidgetID(StreamlitAPIException):
    """Two inputs of one run cannot be told apart."""


class StreamlitDuplicateElementId(DuplicateWidgetID):
    """Two inputs without key have the same kind and the same parameters."""

    def __init__(self, kind: str, label: str) -> None:
        super().__init__(
            f"A second `{kind}` with the label {label!r} and the same parameters was drawn in one run, and nothing "
            f"tells the two apart. Each input needs a parameter of its own: give one of them a `key`, such as "
            f"`{kind}(..., key='{kind}_2')`."
        )


class StreamlitDuplicateElementKey(DuplicateWidgetID):
    """Two elements of one run have the same key."""

    def __init__(self, key: str) -> None:
        super().__init__(
            f"`key={key!r}` was given twice in one run. A key belongs to one element: give the second one another key."
        )


class StreamlitWidgetAlreadyInstantiatedError(LocalizableStreamlitException):
    """A key of `session_state` was set after its input was drawn."""

    def __init__(self, key: str) -> None:
        super().__init__(
            f"`session_state[{key!r}]` was set after the input with that key was drawn in this run. It can be set "
            "before the input's call, or in a callback (`on_change`, `on_click`), which runs before the script. For a "
            "value that no input owns, use another key."
        )


class StreamlitValueAssignmentNotAllowedError(LocalizableStreamlitException):
    """A key of `session_state` was set that only a reader can set."""

    def __init__(self, key: str, kind: str) -> None:
        super().__init__(
            f"`session_state[{key!r}]` was set, but it is the key of a `{kind}`, which only a reader can change. Keep "
            "your value under another key."
        )


class StateKeyError(KeyError):
    """A key is not in `session_state`."""

    def __str__(self) -> str:
        return str(self.args[0])


KEY_OF_NBAPP = (
    "`key={key!r}` begins with '$$ID', which is kept for keys that nobody gives. Begin it with something else."
)


def missing_key(key: object, known: Iterable[str]) -> str:
    """Say that `session_state` has no such key."""
    names = ", ".join(repr(name) for name in list(known)[:10]) or "nothing yet"
    return (
        f"`session_state` has no key {key!r}. It holds: {names}. Set it first, for instance with "
        f"`session_state.setdefault({key!r}, ...)`."
    )


class ManyElementsError(StreamlitAPIException):
    """Several elements were to replace one."""

    def __init__(self) -> None:
        super().__init__(
            "`write` with several values was called on a place that holds one element. Draw them into a container: "
            "`place.container().write(...)`."
        )


class FrontEndMissingError(Error):
    """The built front end is not in the package."""

    def __init__(self) -> None:
        super().__init__(
            "nbapp's front end is not built: `nbapp/view/static` is empty. In a clone, run `make front-end`; otherwise "
            "install nbapp again with pip, which builds it."
        )
