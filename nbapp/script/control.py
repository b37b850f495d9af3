"""What a script can ask of its own run: `stop()` and `rerun()`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn, TypeAlias

from nbapp.errors import (
    KEYS_IN_CALLBACKS,
    NO_FRAGMENT_RUNS,
    NO_SUCH_FRAGMENT,
    StreamlitAPIException,
    StreamlitInvalidLayoutContextError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueError,
)
from nbapp.script.current import get_run
from nbapp.signals import RerunScript, StopScript
from nbapp.types import SlotId

if TYPE_CHECKING:
    from nbapp.script.run import ScriptRun

Scope: TypeAlias = "str | int | list[str | int]"


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


def rerun(scope: Scope = "app") -> NoReturn:
    """End this run here and begin another; the page stays as it is until the new one draws over it.

    Outside of an app it does nothing.

    Parameters
    ----------
    scope : str, int or list
        What runs again: `"app"`, the whole script; `"fragment"`, the fragment that is running by itself; or, in a
        callback, the `key` of a fragment or several of them, instead of what the interaction would have run.

    Raises
    ------
    StreamlitInvalidLayoutContextError
        If `scope` is `"fragment"` and no fragment runs by itself.
    StreamlitAPIException
        If `scope` names a fragment that is not shown, or names one outside of a callback.
    StreamlitValueError, StreamlitInvalidParameterTypeError
        If `scope` is empty, or of another type.

    Examples
    --------
    >>> import nbapp
    >>> if nbapp.button("Start over"):
    ...     nbapp.session_state.clear()
    ...     nbapp.rerun()
    """
    keys = checked_keys(scope)
    run = get_run()
    if run is None:
        return  # type: ignore[misc]  # see stop
    if keys == ["app"]:
        run.end(RerunScript(asked=True))
    if keys == ["fragment"]:
        if run.fragments is None or run.fragment is None:
            raise StreamlitInvalidLayoutContextError(NO_FRAGMENT_RUNS)
        run.end(RerunScript(asked=True, fragments=[run.fragment.id]))
    run.end(RerunScript(asked=True, fragments=named_fragments(run, keys)))


def checked_keys(scope: object) -> list[str]:
    """The scope as a list of words and keys."""
    keys = scope if isinstance(scope, list) else [scope]
    if not all(isinstance(key, (str, int)) and not isinstance(key, bool) for key in keys):
        raise StreamlitInvalidParameterTypeError("scope", ["a string", "a whole number", "a list of these"], scope)
    if not keys or "" in keys:
        raise StreamlitValueError("scope", ["'app'", "'fragment'", "the key of a fragment", "a list of keys"], scope)
    return [str(key) for key in keys]


def named_fragments(run: ScriptRun, keys: list[str]) -> list[SlotId]:
    """The fragments of these keys."""
    if not run.in_callback:
        raise StreamlitAPIException(KEYS_IN_CALLBACKS.format(keys=keys))
    found = {key: run.session.fragments.named(key) for key in keys}
    for key, fragments in found.items():
        if not fragments:
            raise StreamlitAPIException(NO_SUCH_FRAGMENT.format(key=key))
    return [fragment for fragments in found.values() for fragment in fragments]
