"""What a cached function draws: noted, drawn again on a hit, and what cannot be."""

from __future__ import annotations

import asyncio
import pickle
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pandas as pd
import pytest
from sheet import Sheet

import nbapp
from nbapp.elements.recorder import redraw
from nbapp.errors import CacheReplayClosureError
from nbapp.script.current import entered, get_run


@pytest.fixture(autouse=True)
def empty_caches() -> None:
    """Begin with nothing in any cache."""
    nbapp.cache_data.clear()
    nbapp.cache_resource.clear()


BOTH = pytest.mark.parametrize("decorator", [nbapp.cache_data, nbapp.cache_resource], ids=["data", "resource"])


@BOTH
def test_what_was_drawn_is_drawn_again(sheet: Sheet, decorator: Any) -> None:
    """R162: elements, containers, the sidebar; at the caller's place."""

    @decorator
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


def test_coroutines_that_overlap(sheet: Sheet) -> None:
    """R161, R162: each draws for its own function, whichever began last; what a bystander draws is nobody's."""

    @nbapp.cache_data(show_spinner=False)
    async def f(name: str) -> None:
        nbapp.text(f"{name} 1")
        await asyncio.sleep(0.001)
        nbapp.text(f"{name} 2")

    async def main(*names: str) -> None:
        await asyncio.gather(*map(f, names), bystander())

    async def bystander() -> None:
        nbapp.text("other")

    sheet.play(lambda: asyncio.run(main("a", "b")))
    assert sorted(sheet.bodies) == ["a 1", "a 2", "b 1", "b 2", "other"]
    sheet.play(lambda: asyncio.run(main("b", "a")))
    assert sheet.bodies == ["b 1", "b 2", "a 1", "a 2", "other"]


def test_thread_of_a_cached_function(sheet: Sheet) -> None:
    """What it draws for the function is the function's."""

    @nbapp.cache_data(show_spinner=False)
    def f() -> None:
        run = get_run()
        with ThreadPoolExecutor(1) as pool:
            pool.submit(lambda: draw(run)).result()

    def draw(run: Any) -> None:
        with entered(run):
            nbapp.text("a")

    for _ in range(2):
        sheet.play(f)
        assert sheet.bodies == ["a"]


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


@BOTH
def test_drawing_outside_cannot_be_repeated(sheet: Sheet, decorator: Any) -> None:
    """R162: a hit says so; the first call draws."""

    def script() -> None:
        place = nbapp.container()

        @decorator
        def f() -> None:
            place.text("a")

        f()

    sheet.play(script)
    with pytest.raises(CacheReplayClosureError, match="`f`"):
        sheet.play(script)


@BOTH
def test_input_in_a_cached_function_warns(sheet: Sheet, decorator: Any) -> None:
    """R163: a warning, once, and the function goes on."""

    @decorator
    def f() -> tuple[bool, bool]:
        return nbapp.checkbox("a"), nbapp.checkbox("b")

    assert sheet.play(f) == (False, False)
    assert sorted(sheet.kinds) == ["exception", "input", "input"]
    sheet.play(f)
    assert sheet.kinds == []


@BOTH
def test_table_survives_being_stored(sheet: Sheet, decorator: Any) -> None:
    """What was drawn can be pickled, the rows of a table too: another kernel draws it again."""

    @decorator
    def f() -> None:
        nbapp.dataframe(pd.DataFrame({"n": [1, 2]}))

    sheet.play(f)
    (entry,) = (held.entry for held in f._global._store._held.values())
    redraw_ = [pickle.loads(pickle.dumps(step)) for step in entry.steps]
    drawn = sheet.nodes
    sheet.play(lambda: redraw(redraw_, sheet.run))
    assert sheet.nodes == drawn
