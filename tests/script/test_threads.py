"""Threads of a script: drawing in its run, each at its own place; and nowhere without it (R13)."""

from __future__ import annotations

import contextvars
import logging
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import nbapp
from nbapp.script.current import get_run
from nbapp.script.run import ScriptRun
from nbapp.script.threads import give, is_strange
from nbapp.signals import StopScript

sys.path.insert(0, str(Path(__file__).parents[1] / "elements"))

from sheet import Sheet


@pytest.fixture
def sheet() -> Iterator[Sheet]:
    """A fresh sheet."""
    sheet = Sheet()
    yield sheet
    sheet.session.close()


def run_of(script: Callable[[], object]) -> ScriptRun:
    """The run that a script is in."""
    run = get_run()
    assert run is not None
    return run


def in_thread(function: Callable[[], object], *, given: bool = True) -> None:
    """Call a function on a thread, and wait for its end."""
    thread = threading.Thread(target=function)
    if given:
        give(thread, run_of(function))
    thread.start()
    thread.join()


def test_r13_a_thread_that_was_given_the_run_draws(sheet: Sheet) -> None:
    """Before it began."""
    sheet.play(lambda: in_thread(lambda: nbapp.text("from a thread")))
    assert sheet.bodies == ["from a thread"]


def test_r13_the_context_of_python_does_too(sheet: Sheet) -> None:
    """Without a word of nbapp."""

    def script() -> None:
        thread = threading.Thread(target=contextvars.copy_context().run, args=(nbapp.text, "from a context"))
        thread.start()
        thread.join()

    sheet.play(script)
    assert sheet.bodies == ["from a context"]


def test_a_thread_can_take_the_run_itself(sheet: Sheet) -> None:
    """Once it has begun."""

    def script() -> None:
        run = run_of(script)

        def work() -> None:
            give(threading.current_thread(), run)
            nbapp.text(str(nbapp.session_state.setdefault("a", 1)))

        in_thread(work, given=False)

    sheet.play(script)
    assert (sheet.bodies, sheet.session.state.values) == (["1"], {"a": 1})


def test_a_thread_of_a_pool_is_given_each_run_anew(sheet: Sheet) -> None:
    """It has begun before, and is another's thread."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(int).result()

        def script() -> None:
            for thread in pool._threads:
                give(thread, run_of(script))
            pool.submit(nbapp.text, "from a pool").result()
            with nbapp.sidebar:
                pool.submit(nbapp.sidebar.text, "beside").result()

        for _ in range(2):
            sheet.play(script)
            assert sheet.bodies == ["from a pool", "beside"]


def test_each_thread_stands_where_it_stands(sheet: Sheet) -> None:
    """`with` in one moves no other."""
    here, there = threading.Barrier(2), threading.Barrier(2)

    def script() -> None:
        left, right = nbapp.columns(2)

        def work() -> None:
            with right:
                here.wait()
                there.wait()
                nbapp.text("right")

        thread = threading.Thread(target=work)
        give(thread, run_of(script))
        thread.start()
        with left:
            here.wait()
            nbapp.text("left")
            there.wait()
        thread.join()
        nbapp.text("below")

    sheet.play(script)
    assert sheet.bodies == [None, None, "left", None, "right", "below"]


def test_a_thread_of_an_ended_run_ends_in_silence(sheet: Sheet) -> None:
    """At its next element, and without a traceback."""
    reached: list[str] = []

    def script() -> None:
        run = run_of(script)

        def work() -> None:
            with pytest.raises(StopScript):
                run.end(StopScript())
            reached.append("before")
            nbapp.text("never")
            reached.append("after")

        in_thread(work)

    sheet.play(script)
    assert (reached, sheet.bodies) == (["before"], [])


def test_r13_a_thread_without_the_run_draws_nothing_and_says_so(
    sheet: Sheet, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once for each thread; inputs have their defaults."""
    shown: list[object] = []
    monkeypatch.setattr("nbapp.elements.outside._show", [lambda *page: shown.append(page)])
    values: list[object] = []

    def work() -> None:
        with nbapp.expander("More"):
            nbapp.text("lost")
        values.append(nbapp.slider("n", 0, 9, 4))
        values.append(nbapp.button("Go"))
        values.append(is_strange())

    with caplog.at_level(logging.WARNING, "nbapp"):
        sheet.play(lambda: in_thread(work, given=False))
    assert (sheet.nodes, shown, values) == ([], [], [4, False, True])
    (record,) = caplog.records
    assert "copy_context" in record.getMessage()


def test_a_cell_is_not_strange() -> None:
    """Cells run on the main thread."""
    assert not is_strange()
