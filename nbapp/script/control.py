"""What a script can ask of its own run: `stop()` and `rerun()`."""

from __future__ import annotations

from typing import NoReturn

from nbapp.errors import StreamlitInvalidParameterTypeError, StreamlitValueError
from nbapp.script.current import get_run
from nbapp.signals import RerunScript, StopScript


def stop() -> NoReturn:  # type: ignore[misc]  # outside a run it does nothing, as in Streamlit (R12)
    """End this run here, in silence; what it drew so far is the page.

    Outside of an app it does nothing.

    Examples
    --------
    >>> import nbapp
    >>> name = nbapp.text_input("Your name", "Ada")
    >>> if not name:
    ...     nbapp.stop()
    """
    run = get_run()
    if run is not None:
        run.end(StopScript())


def rerun(*, scope: str = "app") -> NoReturn:  # type: ignore[misc]  # see stop
    """End this run here and begin another; the page stays as it is until the new one draws over it.

    Outside of an app it does nothing.

    Parameters
    ----------
    scope : str
        What runs again: `"app"`, the whole script.

    Raises
    ------
    StreamlitValueError
        If `scope` is another word.

    Examples
    --------
    >>> import nbapp
    >>> if nbapp.button("Start over"):
    ...     nbapp.session_state.clear()
    ...     nbapp.rerun()
    """
    if not isinstance(scope, str):
        raise StreamlitInvalidParameterTypeError("scope", ["a string"], scope)
    if scope != "app":
        raise StreamlitValueError("scope", ["'app'"], scope)
    run = get_run()
    if run is not None:
        run.end(RerunScript(asked=True))
