"""Errors of parameters that any element may have: their values, types and sizes."""

from __future__ import annotations

from collections.abc import Iterable

from nbapp.errors.roots import LocalizableStreamlitException, StreamlitAPIException, listed


class StreamlitValueError(LocalizableStreamlitException):
    """A parameter has the right type but not one of the values allowed."""

    def __init__(self, parameter: str, allowed: Iterable[object], given: object, advice: str = "") -> None:
        tail = f" {advice}" if advice else ""
        super().__init__(f"`{parameter}` is {given!r}. It must be {listed(allowed)}.{tail}")


class StreamlitInvalidParameterTypeError(LocalizableStreamlitException):
    """A parameter has a type that its element cannot use."""

    def __init__(self, parameter: str, allowed: Iterable[object], given: object, advice: str = "") -> None:
        tail = f" {advice}" if advice else ""
        kind = type(given).__name__
        super().__init__(f"`{parameter}` is {given!r}, of type `{kind}`. It must be {listed(allowed)}.{tail}")


class StreamlitMissingRequiredParameterError(LocalizableStreamlitException):
    """A parameter that its element cannot do without was not given."""

    def __init__(self, parameter: str, advice: str) -> None:
        super().__init__(f"`{parameter}` is missing. {advice}")


class StreamlitIncompatibleParametersError(LocalizableStreamlitException):
    """Two parameters contradict each other."""

    def __init__(self, first: str, second: str, advice: str) -> None:
        super().__init__(f"`{first}` and `{second}` contradict each other. {advice}")


class StreamlitInvalidLayoutContextError(StreamlitAPIException):
    """An element stands where it may not stand."""


class StreamlitInvalidWidthError(LocalizableStreamlitException):
    """A width is neither a number of pixels nor one of the words."""

    def __init__(self, given: object, words: Iterable[str]) -> None:
        allowed = listed(["a positive whole number of pixels", *(repr(word) for word in words)])
        super().__init__(f"`width` is {given!r}. It must be {allowed}.")


class StreamlitInvalidHeightError(LocalizableStreamlitException):
    """A height is neither a number of pixels nor one of the words."""

    def __init__(self, given: object, words: Iterable[str]) -> None:
        allowed = listed(["a positive whole number of pixels", *(repr(word) for word in words)])
        super().__init__(f"`height` is {given!r}. It must be {allowed}.")


class StreamlitInvalidColumnSpecError(LocalizableStreamlitException):
    """The columns are not described by a count or by widths above zero."""

    def __init__(self, given: object) -> None:
        super().__init__(
            f"`spec` is {given!r}. It must be a positive whole number of columns, or a sequence of relative widths "
            "that are all above zero, such as `columns(3)` or `columns([2, 1])`."
        )


class InvalidIconError(StreamlitAPIException):
    """An icon is neither one emoji nor the name of a Material symbol."""

    def __init__(self, given: object) -> None:
        super().__init__(
            f"`icon` is {given!r}. It must be one emoji, or a Material symbol such as `':material/thumb_up:'`; "
            "shortcodes like `':rocket:'` are not known here."
        )


SOMETHING_WENT_WRONG = "Something went wrong here. The app's author finds the cause in the log under this number."
"""What a reader of a published app sees of an error."""
