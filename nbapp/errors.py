"""Every exception, and every sentence said to a user.

A sentence has three short parts: what is wrong with the value in hand, what is allowed, what to do. Names and base
classes are those of Streamlit, so that a script's `except` clauses keep their meaning.
"""

from __future__ import annotations

from collections.abc import Iterable


class Error(Exception):
    """The root of all errors of nbapp."""


class MarkdownFormattedException(Error):
    """An error whose sentence is Markdown."""


class StreamlitAPIException(MarkdownFormattedException):
    """A call of nbapp that cannot be honoured as it stands."""


class LocalizableStreamlitException(StreamlitAPIException):
    """An error built from the values in hand."""


def listed(allowed: Iterable[object]) -> str:
    """Join what is allowed into words: `a, b or c`."""
    words = [word if isinstance(word, str) else repr(word) for word in allowed]
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " or " + words[-1]


# --- parameters of any element -------------------------------------------------------------------------------------


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


# --- sizes and layouts ---------------------------------------------------------------------------------------------


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


# --- inputs --------------------------------------------------------------------------------------------------------


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


# --- identity and session_state ------------------------------------------------------------------------------------


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


class StreamlitWidgetAlreadyInstantiatedError(StreamlitAPIException):
    """A key of `session_state` was set after its input was drawn."""

    def __init__(self, key: str) -> None:
        super().__init__(
            f"`session_state[{key!r}]` was set after the input with that key was drawn in this run. It can be set "
            "before the input's call, or in a callback (`on_change`, `on_click`), which runs before the script. For a "
            "value that no input owns, use another key."
        )


class StreamlitValueAssignmentNotAllowedError(StreamlitAPIException):
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


def missing_key(key: object, known: Iterable[str]) -> str:
    """Say that `session_state` has no such key."""
    names = ", ".join(repr(name) for name in list(known)[:10]) or "nothing yet"
    return (
        f"`session_state` has no key {key!r}. It holds: {names}. Set it first, for instance with "
        f"`session_state.setdefault({key!r}, ...)`."
    )


# --- places and runs -----------------------------------------------------------------------------------------------


class NoRunError(StreamlitAPIException):
    """Something that only a run can do was asked for outside of one."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"`{what}` needs a running app, and no app is running here. Call it in a cell that begins with `%%app`."
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
            "nbapp's front end is not built: `nbapp/view/static` is empty. In a clone, run `make build`; otherwise "
            "install nbapp again with pip, which builds it."
        )


# --- data and charts -----------------------------------------------------------------------------------------------


class StreamlitDataframeConversionError(StreamlitAPIException):
    """Something that was to be shown as a table is none."""

    def __init__(self, given: object) -> None:
        shown = repr(given)
        super().__init__(
            f"A value of type `{type(given).__name__}` cannot be shown as a table: "
            f"`{shown if len(shown) <= 120 else shown[:120] + '…'}`. Pass a dataframe, an array of one or two "
            "dimensions, a list, or a dict of columns that are equally long."
        )


class StreamlitColumnNotFoundError(StreamlitAPIException):
    """A column was named that the data do not have."""

    def __init__(self, parameter: str, name: object, known: Iterable[object]) -> None:
        names = [repr(column) for column in known]
        more = f" and {len(names) - 20} more" if len(names) > 20 else ""
        have = f"They have {', '.join(names[:20])}{more}." if names else "They have no columns."
        super().__init__(f"`{parameter}` names the column {name!r}, which the data do not have. {have}")


class StreamlitInvalidColorError(LocalizableStreamlitException):
    """A color that no chart can use."""

    def __init__(self, given: object) -> None:
        super().__init__(
            f"`color` is {given!r}. It must be the name of a column, a CSS color such as '#ffaa00' or 'teal', a tuple "
            "of 3 or 4 numbers from 0 to 255 (or from 0.0 to 1.0), or a list with one color for each line or bar."
        )


class StreamlitColorLengthError(LocalizableStreamlitException):
    """There are not as many colors as series."""

    def __init__(self, colors: int, series: Iterable[object]) -> None:
        names = list(series)
        super().__init__(
            f"`color` has {colors} colors, and the chart draws {len(names)} series: {listed(names)}. Give one color "
            "for each of them."
        )


class InvalidJsonError(StreamlitAPIException):
    """A string that was to be shown as JSON is none."""

    def __init__(self, text: str, reason: str) -> None:
        shown = text if len(text) <= 120 else text[:120] + "…"
        super().__init__(
            f"`body` is a string that is not JSON: {shown!r} ({reason}). Pass JSON text, or the dict or list itself."
        )


class RowsRefusedError(ValueError):
    """A browser asked for rows that its page would not ask for."""

    def __init__(self, what: str, given: object) -> None:
        super().__init__(f"A request for rows was refused: its {what} is {given!r}.")


# --- icons, errors shown to readers --------------------------------------------------------------------------------


class InvalidIconError(StreamlitAPIException):
    """An icon is neither one emoji nor the name of a Material symbol."""

    def __init__(self, given: object) -> None:
        super().__init__(
            f"`icon` is {given!r}. It must be one emoji, or a Material symbol such as `':material/thumb_up:'`; "
            "shortcodes like `':rocket:'` are not known here."
        )


SOMETHING_WENT_WRONG = "Something went wrong here. The app's author finds the cause in the log under this number."
"""What a reader of a published app sees of an error."""


# --- caches --------------------------------------------------------------------------------------------------------


class UnhashableTypeError(Exception):
    """A value of a type that a cache cannot tell apart from others."""


class UnhashableParamError(StreamlitAPIException):
    """An argument of a cached function cannot be told apart from others."""

    def __init__(self, function: str, parameter: str | None, value: object) -> None:
        kind = f"{type(value).__module__}.{type(value).__qualname__}"
        name = parameter or "arguments"
        super().__init__(
            f"`{name}` of the cached function `{function}` is of type `{kind}`, which nbapp cannot hash. Rename it to "
            f"`_{name}` if its value does not matter to the result, or say how to hash it: "
            f"`hash_funcs={{{kind!r}: ...}}`."
        )


class UserHashError(StreamlitAPIException):
    """A function of `hash_funcs` failed."""

    def __init__(self, kind: str, function: str, error: BaseException) -> None:
        super().__init__(
            f"The function that `hash_funcs` has for `{kind}` failed in `{function}`: {type(error).__name__}: {error}. "
            "It is given the value, and must return something that can be hashed, such as a string or a number."
        )


class UnserializableReturnValueError(MarkdownFormattedException):
    """What a cached function returned cannot be copied for the next caller."""

    def __init__(self, function: str, value: object) -> None:
        kind = f"{type(value).__module__}.{type(value).__qualname__}"
        super().__init__(
            f"`{function}` returned a `{kind}`, which cannot be pickled, and `cache_data` gives each caller a copy. "
            "Return plain data (a list instead of a generator, say), or decorate it with `cache_resource`, which gives "
            "all callers the same object."
        )


class CachedFunctionReturnedAwaitableError(StreamlitAPIException):
    """A cached function that is not `async` returned something to await."""

    def __init__(self, function: str) -> None:
        super().__init__(
            f"`{function}` returned an awaitable, which can be awaited only once and so cannot be cached. Make it "
            f"`async def {function}(...)` and await inside."
        )


class CacheReplayClosureError(StreamlitAPIException):
    """A cached function drew on a place made outside of it."""

    def __init__(self, function: str) -> None:
        super().__init__(
            f"`{function}` is cached and draws into a container that was made outside of it, which cannot be repeated "
            "when its result comes from the cache. Make the container inside the function, or draw after the call."
        )


class CachedWidgetWarning(StreamlitAPIException, Warning):
    """A cached function has an input."""

    def __init__(self, function: str) -> None:
        super().__init__(
            f"`{function}` is cached and has an input, which is shown only when its result is not in the cache yet. "
            "Draw the input before the call, and hand its value in as an argument."
        )


class StreamlitBadTimeStringError(LocalizableStreamlitException):
    """A length of time that cannot be read."""

    def __init__(self, given: object) -> None:
        super().__init__(
            f"`ttl` is {given!r}, which is no length of time. Give seconds, a `timedelta`, or a text such as '1d2h34m'."
        )


# --- cells ---------------------------------------------------------------------------------------------------------


class InputInRunError(Error):
    """`input()` was called in an app."""

    def __init__(self) -> None:
        super().__init__(
            "`input()` waits for a line in the notebook, and an app runs again whenever a reader touches it. Use "
            "`nbapp.text_input(...)`, whose value is there at once."
        )


class AppOptionError(Error):
    """The first line of an app cell says something that `%%app` does not know."""


BOUND_TO_THREAD = (
    "This object belongs to the thread of the cell that made it, and an app runs on a thread of its own. Make it "
    "inside the app, for instance in a function under `@nbapp.cache_resource`; for sqlite3, "
    "`connect(..., check_same_thread=False)` does too."
)

BOUND_TO_LOOP = (
    "This future or lock belongs to the event loop of the cell that made it, and an app awaits on a loop of its own. "
    "Make it inside the app, and await it there."
)

STOPPED = "Stopped. Change an input, or press R, to run again."
