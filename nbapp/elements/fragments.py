"""`fragment`: a part of the script that runs again by itself when one of its inputs is touched."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable
from datetime import timedelta
from typing import Any, ParamSpec, TypeVar, overload

from nbapp.cache.duration import seconds_of
from nbapp.elements.place import Place
from nbapp.elements.recorder import standing
from nbapp.errors import (
    RESERVED_WORD,
    StreamlitAPIException,
    StreamlitDuplicateElementKey,
    StreamlitInvalidParameterTypeError,
    StreamlitValueError,
)
from nbapp.script import parallel as beside
from nbapp.script.current import get_run
from nbapp.script.run import ScriptRun
from nbapp.session.fragments import Fragment
from nbapp.types import SlotId

Params = ParamSpec("Params")
Result = TypeVar("Result")
Every = int | float | timedelta | str | None

RESERVED = ("app", "fragment")
"""Words that mean something else in `rerun`."""


@overload
def fragment(func: Callable[Params, Result]) -> Callable[Params, Result]: ...


@overload
def fragment(
    func: None = None, *, run_every: Every = None, parallel: bool = False, key: str | int | None = None
) -> Callable[[Callable[Params, Result]], Callable[Params, Result]]: ...


def fragment(
    func: Callable[..., Any] | None = None,
    *,
    run_every: Every = None,
    parallel: bool = False,
    key: str | int | None = None,
) -> Any:
    """Decorate a function, so that it runs again by itself when a reader touches an input that it draws.

    In a run of the whole script it is called like any function. When an input that it drew is touched, it alone is
    called again, with the arguments of the last such run, and draws over what it drew. It may draw in containers made
    outside of it where it also did so in the last run of the whole script.

    Parameters
    ----------
    func : callable
        The function; without it, a decorator is returned.
    run_every : int, float, timedelta or str, optional
        Also run it again after so many seconds ("10s", "1m"), for as long as somebody looks at the page.
    parallel : bool
        In a run of the whole script, go on while the function runs on a thread of its own; the call returns None.
    key : str or int, optional
        What `rerun` knows it by in callbacks.

    Returns
    -------
    callable
        The function.

    Raises
    ------
    StreamlitBadTimeStringError
        If `run_every` cannot be read.
    StreamlitValueError
        If `key` is empty, or a word that `rerun` keeps for itself.

    Examples
    --------
    >>> import nbapp
    >>> @nbapp.fragment
    ... def greet():
    ...     name = nbapp.text_input("Your name", "Ada")
    ...     nbapp.write("Hello", name)
    >>> greet()
    """
    seconds = seconds_of(run_every)
    every = seconds if seconds is not None and 0 < seconds < math.inf else None
    name = None if key is None else checked_key(key)

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        if not callable(function):
            raise StreamlitInvalidParameterTypeError("func", ["a function"], function)

        @functools.wraps(function)
        def call(*args: Any, **kwargs: Any) -> Any:
            run = get_run()
            if run is None:  # outside of an app: what it draws is shown in the cell
                return function(*args, **kwargs)
            check_free(run, function, name)
            inside = opened(run, function, every)
            this = register(run, inside, functools.partial(function, *args, **kwargs), function, name, every)
            if parallel and run.fragments is None and run.main is None:
                return beside.begin(run, this)
            return run.draw(this, this.call)

        return call

    return decorate if func is None else decorate(func)


def checked_key(key: str | int) -> str:
    """Return the key of a fragment, as `rerun` names it."""
    if isinstance(key, bool) or not isinstance(key, (str, int)):
        raise StreamlitInvalidParameterTypeError("key", ["a string", "a whole number"], key)
    if not str(key):
        raise StreamlitValueError("key", ["a text that is not empty"], key)
    if str(key) in RESERVED:
        raise StreamlitAPIException(RESERVED_WORD.format(key=key))
    return str(key)


def name_of(function: Callable[..., Any]) -> tuple[str, str]:
    """What tells a function from others: an object that can be called has the name of its class."""
    named = function if hasattr(function, "__qualname__") else type(function)
    return named.__module__, named.__qualname__


def check_free(run: ScriptRun, function: Callable[..., Any], key: str | None) -> None:
    """Refuse a key that another function has, whose fragment is drawn in this run or stays as it is."""
    fragments, registered = run.session.fragments, (run.main or run).registered
    for named in fragments.named(key) if key is not None else ():
        stays = run.fragments is not None and not fragments.is_inside(named, run.fragments)
        if fragments[named].function != name_of(function) and (stays or named in registered):
            raise StreamlitDuplicateElementKey(str(key))


def opened(run: ScriptRun, function: Callable[..., Any], every: float | None) -> Place:
    """Draw the node of a fragment where the code stands, and return its inside."""
    place = standing(run)
    branch, name = place.part(run), name_of(function)
    occurrence = run.occurrences.get((branch, name), 0)
    while branch.has_drawn(identity := ("fragment", *name, occurrence)):
        occurrence += 1
    run.occurrences[branch, name] = occurrence + 1
    inside = place.nest("fragment", {} if every is None else {"every": every}, identity)
    inside.branch.fragment = SlotId(int(inside.branch.parent))
    return inside


def register(
    run: ScriptRun,
    inside: Place,
    call: Callable[[], Any],
    function: Callable[..., Any],
    key: str | None = None,
    every: float | None = None,
) -> Fragment:
    """Note a call of a fragment's function, for the runs of its own."""
    fragments, registered = run.session.fragments, (run.main or run).registered
    parent = None if run.fragment is None else run.fragment.id
    this = Fragment(
        inside.branch, lambda now: inside.at(now, inside.branch), call, key, name_of(function), parent, every
    )
    this.page_name = run.page_name
    fragments.add(this, whole=run.fragments is None)
    registered.add(this.id)
    return this
