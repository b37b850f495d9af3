"""Errors of app cells and of the package itself, and the sentences a page shows by itself."""

from __future__ import annotations

from nbapp.errors.roots import Error


class InputInRunError(Error):
    """`input()` was called in an app."""

    def __init__(self) -> None:
        super().__init__(
            "`input()` waits for a line in the notebook, and an app runs again whenever a reader touches it. Use "
            "`nbapp.text_input(...)`, whose value is there at once."
        )


class BreakpointInRunError(Error):
    """`breakpoint()` was reached in an app, and no debugger is there."""

    def __init__(self) -> None:
        super().__init__(
            "`breakpoint()` waits at a prompt, and an app runs again whenever a reader touches it. Switch on the "
            "notebook's debugger (the bug in its toolbar): it stops here, and at lines that you mark in the cell."
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

UNSENDABLE = "This element holds what cannot be sent to a browser. What it holds must be text, numbers or bytes."

LOST_THREAD = (
    "The thread %r belongs to no app, so that what it draws is not shown. Let it draw in the app that starts it: "
    "`threading.Thread(target=contextvars.copy_context().run, args=(function,))`, or draw in the script, once the "
    "thread has ended."
)
