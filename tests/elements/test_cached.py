"""A cached function: values, what was drawn, warnings, spinners, stopping."""

from __future__ import annotations

import asyncio
import functools
import time
from typing import Any

import pytest
from desk import Desk
from sheet import Sheet

import nbapp
from nbapp.elements.cached import CachedFunction
from nbapp.elements.status import spinner as spinner_room
from nbapp.errors import (
    CachedFunctionReturnedAwaitableError,
    SessionCacheError,
    StreamlitBadTimeStringError,
    StreamlitInvalidParameterTypeError,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)
from nbapp.signals import StopScript


@pytest.fixture(autouse=True)
def empty_caches() -> None:
    """Begin with nothing in any cache."""
    nbapp.cache_data.clear()
    nbapp.cache_resource.clear()


BOTH = pytest.mark.parametrize("decorator", [nbapp.cache_data, nbapp.cache_resource], ids=["data", "resource"])


def counted(**options: Any) -> tuple[CachedFunction[..., Any], list[Any]]:
    """A cached function that counts its computations."""
    calls: list[Any] = []

    @nbapp.cache_data(**options)
    def f(*args: Any, **kwargs: Any) -> Any:
        """Count."""
        calls.append(args)
        return [len(calls), *args]

    return f, calls


def test_computed_once_for_the_same_arguments() -> None:
    """With and without parentheses, outside of any app."""
    f, calls = counted()
    assert f(1) == f(1) == [1, 1]
    assert f(2) == [2, 2]
    assert len(calls) == 2

    @nbapp.cache_data
    def g() -> int:
        return 5

    assert (g(), g(), g.__name__, f.__doc__) == (5, 5, "g", "Count.")


def test_each_caller_has_his_own() -> None:
    """R152."""
    f, _ = counted()
    f(1).append("harm")
    f(1).append("harm")
    assert f(1) == [1, 1]


def test_clearing() -> None:
    """R164: one entry, all of a function, all of all."""
    f, calls = counted()
    f(1), f(2), f.clear(1), f(1), f(2)
    assert len(calls) == 3
    f.clear(), f(1), f(2)
    assert len(calls) == 5
    nbapp.cache_data.clear()
    f(1)
    assert len(calls) == 6


def test_error_is_not_kept() -> None:
    """R154."""
    calls = []

    @nbapp.cache_data
    def f() -> None:
        calls.append(1)
        raise ValueError("no")

    for _ in range(2):
        with pytest.raises(ValueError, match="no"):
            f()
    assert len(calls) == 2


@BOTH
def test_method(decorator: Any) -> None:
    """R166: `_self` does not count, so objects share."""

    class Model:
        @decorator
        def fit(_self, x: int) -> list[int]:
            """Fit."""
            return [x, id(_self)]

    one, other = Model(), Model()
    assert one.fit(1) == other.fit(1)
    one.fit.clear(1)
    assert other.fit(1)[1] == id(other)
    one.fit.clear()
    assert one.fit(1)[1] == id(one)
    assert (one.fit.__doc__, repr(Model.fit)[:7]) == ("Fit.", "<cached")


@BOTH
def test_coroutine_function(decorator: Any) -> None:
    """R161: awaited by each caller, computed once."""
    calls = []

    @decorator
    async def f(x: int) -> list[int]:
        calls.append(x)
        await asyncio.sleep(0)
        return [x]

    async def main() -> Any:
        await asyncio.gather(f(1), f(1), f(2))
        return await f(1)

    assert asyncio.run(main()) == [1]
    assert sorted(calls) == [1, 2]


@BOTH
def test_what_cannot_be_cached(decorator: Any) -> None:
    """R161: awaitables that nobody awaits, streams, what cannot be called."""

    async def wait() -> None:
        """Nothing."""

    with pytest.raises(CachedFunctionReturnedAwaitableError):
        decorator(lambda: wait())()

    async def stream() -> Any:
        yield 1

    for wrong in (stream, 5, functools.partial(len, "a")):
        with pytest.raises(StreamlitInvalidParameterTypeError, match="func"):
            decorator(wrong)


@BOTH
@pytest.mark.parametrize(
    ("options", "error", "sentence"),
    [
        ({"scope": "page"}, StreamlitValueError, "scope"),
        ({"refresh_mode": "later"}, StreamlitValueError, "refresh_mode"),
        ({"refresh_mode": "background"}, StreamlitMissingRequiredParameterError, "ttl"),
        ({"refresh_mode": "background", "ttl": 0}, StreamlitValueError, "positive"),
        ({"max_entries": 0}, StreamlitValueError, "max_entries"),
        ({"ttl": "soon"}, StreamlitBadTimeStringError, "soon"),
    ],
)
def test_parameters_that_cannot_be_used(decorator: Any, options: Any, error: Any, sentence: str) -> None:
    """R156, R158, R160: said when the function is decorated."""
    with pytest.raises(error, match=sentence):
        decorator(**options)


@BOTH
def test_coroutine_function_is_not_computed_in_the_background(decorator: Any) -> None:
    """R160: it runs on its caller's loop."""

    async def f() -> None:
        """Nothing."""

    with pytest.raises(StreamlitValueError, match="foreground"):
        decorator(f, ttl=1, refresh_mode="background")


def test_spinner_while_it_works(sheet: Sheet, monkeypatch: pytest.MonkeyPatch) -> None:
    """R165: only the outermost call shows one, with its name or its own text."""
    begun: list[str] = []
    monkeypatch.setattr(spinner_room, "cleaned", lambda text: begun.append(text) or text)

    @nbapp.cache_data(show_spinner="Mine")
    def inner() -> None:
        """Nothing."""

    @nbapp.cache_data
    def outer(x: int = 0) -> None:
        inner()

    @nbapp.cache_resource(show_spinner=False)
    def quiet() -> None:
        """Nothing."""

    sheet.play(lambda: (outer(), outer(1), outer(), quiet()))
    nbapp.cache_data.clear()
    sheet.play(inner)
    assert begun == ["Running `outer()`.", "Running `outer(...)`.", "Mine"]


def test_entry_made_outside_of_an_app_draws_nothing(sheet: Sheet) -> None:
    """A value computed by an ordinary cell is a hit in an app."""
    f, calls = counted()
    f(1)
    assert sheet.play(lambda: f(1)) == [1, 1]
    assert len(calls) == 1


@BOTH
def test_abandoned_run_ends_the_computation_first(decorator: Any) -> None:
    """R116: what a cached function computes is not thrown away; the run ends at the next yield point after it."""
    desk, calls, after = Desk(), [], []

    @decorator
    def slow() -> int:
        calls.append(1)
        if len(calls) == 1:
            desk.mailbox.post_rerun()
            desk.runner.notice()
        nbapp.text("inside")
        return len(nbapp.session_state)

    def script(place: Any) -> None:
        slow()
        place.text("after")
        after.append(1)

    desk.run(script)
    assert (len(calls), len(after), desk.runs) == (1, 1, 2)
    desk.session.close()


@BOTH
def test_stop_ends_the_computation(decorator: Any) -> None:
    """R116: who stops the run stops the function in it; nothing is kept."""
    desk, calls = Desk(), []

    @decorator
    def slow() -> None:
        calls.append(1)
        desk.runner.run.interrupt(StopScript)
        nbapp.text("inside")
        calls.append("not reached")

    for _ in range(2):
        desk.run(lambda place: slow())
    assert calls == [1, 1]
    desk.session.close()


@BOTH
def test_results_of_a_session(decorator: Any) -> None:
    """R158: each app has its own, until it is closed; elsewhere there is no session."""
    calls: list[int] = []

    @decorator(scope="session")
    def f() -> int:
        calls.append(1)
        return len(calls)

    one, other = Sheet(), Sheet()
    assert [one.play(f), other.play(f), one.play(f), other.play(f)] == [1, 2, 1, 2]
    one.play(f.clear)
    assert [one.play(f), other.play(f)] == [3, 2]
    decorator.clear()
    assert other.play(f) == 4
    other.session.close()
    assert other.play(f) == 5
    with pytest.raises(SessionCacheError, match="`f`"):
        f()
    one.session.close()
    other.session.close()


@BOTH
def test_drawing_in_the_background_mode_warns(sheet: Sheet, decorator: Any) -> None:
    """R160: what it draws is shown once, with a warning, and never again."""

    @decorator(ttl=60, refresh_mode="background")
    def f() -> int:
        nbapp.text("a")
        return 1

    assert sheet.play(f) == 1
    assert sheet.kinds == ["text", "exception"]
    assert sheet.last[1]["type"] == "CachedStFunctionInBackgroundModeWarning"
    assert sheet.play(f) == 1
    assert sheet.kinds == []


@BOTH
def test_refresh_in_the_background(sheet: Sheet, decorator: Any) -> None:
    """R160: the old result, then the new one; what the function draws meanwhile goes nowhere."""
    calls: list[int] = []

    @decorator(ttl=100, refresh_mode="background", show_spinner=False)
    def f() -> int:
        calls.append(1)
        if len(calls) > 1:
            nbapp.text("unseen")
        return len(calls)

    assert sheet.play(f) == 1
    f._global._store._now = lambda: time.monotonic() + 101
    assert sheet.play(f) == 1
    end = time.monotonic() + 10
    while sheet.play(f) == 1 and time.monotonic() < end:
        time.sleep(0.005)
    assert sheet.play(f) == 2
    assert sheet.kinds == []
