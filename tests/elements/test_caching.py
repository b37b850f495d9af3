"""`cache_data` in a run: values, what was drawn, warnings, spinners."""

from __future__ import annotations

import asyncio
from typing import Any

import pandas as pd
import pytest
from sheet import Sheet

import nbapp
from nbapp.elements.caching import CachedFunction
from nbapp.elements.status import spinner as spinner_room
from nbapp.errors import (
    CachedFunctionReturnedAwaitableError,
    CacheReplayClosureError,
    StreamlitInvalidParameterTypeError,
    UnserializableReturnValueError,
)


@pytest.fixture(autouse=True)
def empty_caches() -> None:
    """Begin with nothing in any cache."""
    nbapp.cache_data.clear()


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


def test_options_limit_what_is_kept() -> None:
    """R156: as many as asked for."""
    f, calls = counted(max_entries=1)
    f(1), f(2), f(1)
    assert len(calls) == 3
    g, calls = counted(ttl="0s")
    g(1), g(1)
    assert len(calls) == 2


def test_method() -> None:
    """R166: `_self` does not count, so objects share."""

    class Model:
        @nbapp.cache_data
        def fit(_self, x: int) -> list[int]:
            """Fit."""
            return [x, id(_self)]

    one, other = Model(), Model()
    assert one.fit(1) == other.fit(1)
    one.fit.clear(1)
    assert other.fit(1)[1] == id(other)
    assert one.fit.__doc__ == "Fit."


def test_coroutine_function() -> None:
    """R161: awaited by each caller, computed once."""
    calls = []

    @nbapp.cache_data
    async def f(x: int) -> list[int]:
        calls.append(x)
        await asyncio.sleep(0)
        return [x]

    async def main() -> Any:
        first = await asyncio.gather(f(1), f(1), f(2))
        first[0].append("harm")
        return await f(1)

    assert asyncio.run(main()) == [1]
    assert sorted(calls) == [1, 2]


def test_what_cannot_be_cached() -> None:
    """R161: generators, awaitables, what pickle refuses; each with its sentence."""
    with pytest.raises(UnserializableReturnValueError, match="generator"):
        nbapp.cache_data(lambda: (i for i in "a"))()
    with pytest.raises(UnserializableReturnValueError, match="function"):
        nbapp.cache_data(lambda: lambda: 1)()

    async def wait() -> None:
        """Nothing."""

    with pytest.raises(CachedFunctionReturnedAwaitableError):
        nbapp.cache_data(lambda: wait())()

    async def stream() -> Any:
        yield 1

    for wrong in (stream, 5):
        with pytest.raises(StreamlitInvalidParameterTypeError, match="func"):
            nbapp.cache_data(wrong)


def test_what_was_drawn_is_drawn_again(sheet: Sheet) -> None:
    """R162: elements, containers, the sidebar; at the caller's place."""

    @nbapp.cache_data
    def f() -> int:
        nbapp.text("a")
        left, right = nbapp.columns(2)
        left.text("b")
        with right:
            nbapp.text("c").text("d")
        nbapp.sidebar.text("e")
        nbapp.empty().text("f")
        return 3

    def script() -> int:
        with nbapp.container():
            return f()

    assert sheet.play(script) == 3
    drawn = sheet.nodes
    assert "e" in sheet.bodies
    assert sheet.play(script) == 3
    assert sheet.nodes == drawn
    assert sheet.ops == []


def test_hit_in_another_place(sheet: Sheet) -> None:
    """R162: what was drawn in one container is drawn again in another."""

    @nbapp.cache_data
    def f() -> None:
        nbapp.text("a")

    def script() -> None:
        f()
        with nbapp.expander("more"):
            f()

    sheet.play(script)
    assert sheet.kinds == ["text", "expander", "text"]


def test_cached_function_inside_another(sheet: Sheet) -> None:
    """What the inner one draws belongs to the outer one too, whether it was computed or not."""

    @nbapp.cache_data
    def inner() -> None:
        nbapp.text("in")

    @nbapp.cache_data
    def outer(x: int) -> None:
        inner()
        nbapp.text(x)

    for _ in range(2):
        sheet.play(lambda: (outer(1), outer(2)))
        assert sheet.bodies == ["in", "1", "in", "2"]


def test_table_is_drawn_again_with_its_rows(sheet: Sheet) -> None:
    """The rows of a table that the page did not show meanwhile can be asked for."""

    @nbapp.cache_data
    def f() -> None:
        nbapp.dataframe(pd.DataFrame({"n": [1, 2]}))

    sheet.play(f)
    sheet.play(lambda: None)
    sheet.session.sources.keep([])
    sheet.play(f)
    assert sheet.session.sources[sheet.last[1]["source"]].rows(0, 2, None) == [[0, 1], [1, 2]]


def test_drawing_outside_cannot_be_repeated(sheet: Sheet) -> None:
    """R162: a hit says so; the first call draws."""

    def script() -> None:
        place = nbapp.container()

        @nbapp.cache_data
        def f() -> None:
            place.text("a")

        f()

    sheet.play(script)
    with pytest.raises(CacheReplayClosureError, match="`f`"):
        sheet.play(script)


def test_input_in_a_cached_function_warns(sheet: Sheet) -> None:
    """R163: a warning, once, and the function goes on."""

    @nbapp.cache_data
    def f() -> tuple[bool, bool]:
        return nbapp.checkbox("a"), nbapp.checkbox("b")

    assert sheet.play(f) == (False, False)
    assert sorted(sheet.kinds) == ["exception", "input", "input"]
    sheet.play(f)
    assert sheet.kinds == []


def test_spinner_while_it_works(sheet: Sheet, monkeypatch: pytest.MonkeyPatch) -> None:
    """R165: only the outermost call shows one, with its name or its own text."""
    begun: list[str] = []
    monkeypatch.setattr(spinner_room, "cleaned", lambda text: begun.append(text) or text)

    @nbapp.cache_data(show_spinner="Mine")
    def inner() -> None:
        """Nothing."""

    @nbapp.cache_data
    def outer() -> None:
        inner()

    @nbapp.cache_data(show_spinner=False)
    def quiet() -> None:
        """Nothing."""

    sheet.play(lambda: (outer(), outer(), quiet()))
    nbapp.cache_data.clear()
    sheet.play(inner)
    assert begun == ["Running `outer(...)`.", "Mine"]


def test_entry_made_outside_of_an_app_draws_nothing(sheet: Sheet) -> None:
    """A value computed by an ordinary cell is a hit in an app."""
    f, calls = counted()
    f(1)
    assert sheet.play(lambda: f(1)) == [1, 1]
    assert len(calls) == 1
