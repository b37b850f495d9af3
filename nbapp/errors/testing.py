"""Errors and sentences of `nbapp.testing`."""

from __future__ import annotations

from collections.abc import Iterable

from nbapp.errors.roots import listed


class AppTestError(Exception):
    """A test asked for what no reader of the app could do, or for what its source does not have."""


class RefusedValueError(AppTestError):
    """An input does not take a value."""

    def __init__(self, kind: str, label: str, value: object, reason: object = "") -> None:
        why = f" ({reason})" if reason and not isinstance(reason, LookupError) else ""
        super().__init__(
            f"The `{kind}` {label!r} does not take {value!r}{why}. Give it a value that a reader could choose."
        )


class DisabledInputError(AppTestError):
    """An input takes no value at all."""

    def __init__(self, kind: str, label: str) -> None:
        super().__init__(
            f"The `{kind}` {label!r} is disabled: no reader could use it. Bring the app to a state in which it is not."
        )


class GoneError(AppTestError):
    """What was found on the page is not there any more."""

    def __init__(self, kind: str, label: str) -> None:
        super().__init__(
            f"The `{kind}` {label!r} is not on the page any more. Ask for it again after a run that draws it."
        )


class NotFoundError(AppTestError, KeyError):
    """Nothing on the page is what was asked for."""

    def __init__(self, wanted: str, there: Iterable[object]) -> None:
        known = list(there)
        shown = listed(map(repr, known)) if known else "nothing of the kind"
        super().__init__(f"The page has no {wanted}. It has: {shown}.")

    def __str__(self) -> str:
        return str(self.args[0])


class NoSuchPageError(AppTestError, ValueError):
    """The app has no page of that name."""

    def __init__(self, page: str, titles: Iterable[str]) -> None:
        known = list(titles)
        there = f"Its pages: {listed(map(repr, known))}." if known else "It has no pages, or has not run yet."
        super().__init__(f"The app has no page {page!r}. {there} Give a title, a name in the address, or a file.")


class TimedOutError(RuntimeError):
    """A run took longer than its test allows."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"The script still ran after {seconds:g} seconds, so it was ended. Allow it more, as in `run(timeout=30)`, "
            "or find what it waits for."
        )


NEVER_ENDED = (
    "A run of this AppTest could not be ended after it had timed out, and is still at work. Make a new AppTest."
)

SEVERAL_WIDGETS = "Several widgets are what was asked for: {found}. Say which one: `label=`, `key=` or `index=`."

SEVERAL_OF_KEY = "Several elements have the key {key!r}: {found}. Ask for one by its kind, as in `at.form({key!r})`."

NO_SCRIPT = "There is no file {path}. A path begins in the folder of the file that calls, or else in the current one."

NOT_A_DICT = "`{name}` of an AppTest is {value!r}. It must be a dict."

NOT_ACCEPTED = "A page may not set {names} of a {kind}. It may set: {accepted}."

NO_APP_CELL = (
    "{asked}{path} has {found}, so it is not clear which app is meant. Give the name of an app, as in "
    "`from_notebook(path, 'sales')` for a cell that begins with `%%app --name sales`, or its number, counted from 0."
)

NO_SOURCE = "The source of {name!r} cannot be read. Write the function in a file, or pass text to `from_string`."

NO_BROWSER = (
    "`context[{name!r}]` was set to {value!r}, which no browser says. It says: {known}, as `nbapp.context` has it."
)

OTHER_SITE = "The `page_link` {label!r} leads to {url}, which is no page of the app. A test cannot follow it."

NO_DIALOG = "A `{kind}` was to be dismissed. Only a dialog that its reader can close can be."

NOT_TRACKED = (
    "A `{kind}` was clicked, but the script does not know what is open. Give `on_change` or `bind` where it is drawn."
)

CLOSED = "This AppTest is closed. Make a new one."
