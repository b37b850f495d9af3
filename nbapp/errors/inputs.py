"""Errors of inputs: values out of bounds, defaults that are not offered."""

from __future__ import annotations

from nbapp.errors.roots import LocalizableStreamlitException


class StreamlitValueBelowMinError(LocalizableStreamlitException):
    """A value is below the lowest one allowed."""

    def __init__(self, value: object, min_value: object) -> None:
        super().__init__(f"`value` is {value}, below the `min_value` of {min_value}. Raise the one or lower the other.")


class StreamlitValueAboveMaxError(LocalizableStreamlitException):
    """A value is above the highest one allowed."""

    def __init__(self, value: object, max_value: object) -> None:
        super().__init__(f"`value` is {value}, above the `max_value` of {max_value}. Lower the one or raise the other.")


class StreamlitInvalidMinMaxError(LocalizableStreamlitException):
    """The bounds leave no room."""

    def __init__(self, min_value: object, max_value: object) -> None:
        rule = "They must differ" if min_value == max_value else "The lower bound must come first"
        super().__init__(f"`min_value` is {min_value} and `max_value` is {max_value}. {rule}.")


class StreamlitValueOutOfRangeError(LocalizableStreamlitException):
    """A parameter lies outside its range."""

    def __init__(self, parameter: str, value: object, low: object, high: object) -> None:
        super().__init__(f"`{parameter}` is {value!r}. It must be from {low} to {high}.")


class StreamlitJSNumberBoundsError(LocalizableStreamlitException):
    """A number that a browser cannot hold exactly."""

    def __init__(self, parameter: str, value: object) -> None:
        super().__init__(
            f"`{parameter}` is {value}, which a browser cannot hold. "
            "Whole numbers must stay within ±(2**53 - 1), dates within 285 years of 1970; others must be finite."
        )


class StreamlitInvalidNumberFormatError(LocalizableStreamlitException):
    """A format that does not turn a number into a number's text."""

    def __init__(self, given: object) -> None:
        super().__init__(f"`format` is {given!r}, which does not print a number. Use one like '%d', '%.2f' or '%e'.")


class StreamlitMixedNumericTypesError(LocalizableStreamlitException):
    """Whole and real numbers are mixed in one input."""

    def __init__(self, numbers: dict[str, object]) -> None:
        given = ", ".join(f"`{name}` is {value!r}" for name, value in numbers.items() if value is not None)
        super().__init__(f"{given}. They must be all `int` or all `float`: write `1.0` for a real 1.")


class StreamlitDefaultNotInOptionsError(LocalizableStreamlitException):
    """A default that the options do not hold."""

    def __init__(self, value: object) -> None:
        super().__init__(f"`default` has {value!r}, which is not among the `options`. Add it there or drop it here.")


class StreamlitSelectionCountExceedsMaxError(LocalizableStreamlitException):
    """More options are chosen than `max_selections` allows."""

    def __init__(self, count: int, limit: int) -> None:
        super().__init__(
            f"{count} options are chosen, `max_selections` allows {limit}. "
            "Shorten `default` (or the value in `session_state`), or raise `max_selections`."
        )
