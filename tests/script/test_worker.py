"""The worker: one thread on which tasks take turns, and how the one under way is ended."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator

import pytest

from nbapp.script.worker import Worker
from nbapp.signals import RerunScript


@pytest.fixture
def worker() -> Iterator[Worker]:
    """A worker that is closed at the end."""
    one = Worker()
    yield one
    one.close()


def test_tasks_take_turns(worker: Worker) -> None:
    """One that wants more goes behind those that wait."""
    order: list[str] = []
    gate, done = threading.Event(), threading.Event()

    def task(name: str, times: int) -> bool:
        gate.wait(5)
        order.append(name)
        if len(order) == 5:
            done.set()
        return order.count(name) < times

    worker.submit(lambda: task("a", 3))
    worker.submit(lambda: task("b", 2))
    gate.set()
    assert done.wait(5)
    assert order == ["a", "b", "a", "b", "a"]


def test_a_task_that_waits_is_not_added_twice(worker: Worker) -> None:
    """However often it is submitted."""
    calls: list[int] = []
    gate, done = threading.Event(), threading.Event()

    def task() -> bool:
        calls.append(1)
        return False

    worker.submit(lambda: bool(gate.wait(5)) and False)
    for _ in range(3):
        worker.submit(task)
    worker.submit(lambda: bool(done.set()))
    gate.set()
    assert done.wait(5)
    assert calls == [1]


@pytest.mark.parametrize("error", [ZeroDivisionError, RerunScript, GeneratorExit])
def test_an_error_of_a_task_does_not_end_the_worker(
    worker: Worker, caplog: pytest.LogCaptureFixture, error: type[BaseException]
) -> None:
    """It is logged: it is nbapp's own."""
    done = threading.Event()

    def fail() -> bool:
        raise error

    worker.submit(fail)
    worker.submit(lambda: bool(done.set()))
    assert done.wait(5)
    assert error.__name__ in caplog.text


def test_the_loop_lasts(worker: Worker) -> None:
    """What one task left on it goes on in the next."""
    loops: list[object] = []
    done = threading.Event()

    async def note() -> None:
        loops.append(asyncio.get_running_loop())

    def task() -> bool:
        worker.run_coroutine(note())
        if len(loops) == 2:
            done.set()
        return len(loops) < 2

    worker.submit(task)
    assert done.wait(5)
    assert loops[0] is loops[1]


@pytest.mark.parametrize("how", ["python", "await"])
def test_a_task_is_ended_wherever_it_is(worker: Worker, how: str) -> None:
    """In pure Python, and in an await."""
    ended: list[str] = []
    begun, done = threading.Event(), threading.Event()

    def task() -> bool:
        begun.set()
        try:
            if how == "await":
                worker.run_coroutine(asyncio.sleep(60))
            while True:
                pass
        except BaseException as error:  # noqa: BLE001
            ended.append(type(error).__name__)
        done.set()
        return False

    worker.submit(task)
    assert begun.wait(5)
    worker.raise_in_task(KeyboardInterrupt, lambda: not done.is_set())
    assert done.wait(5)
    assert ended == ["CancelledError" if how == "await" else "KeyboardInterrupt"]


def test_a_task_that_has_ended_is_left_alone(worker: Worker) -> None:
    """The strike comes a moment later; it must not hit the next one."""
    done = threading.Event()
    worker.submit(lambda: False)
    worker.raise_in_task(KeyboardInterrupt, lambda: False)
    worker.submit(lambda: bool(time.sleep(0.3)))
    worker.submit(lambda: bool(done.set()))
    assert done.wait(5)


def test_closing_ends_what_waits_first() -> None:
    """Then the thread; what comes later is not called."""
    one = Worker()
    calls: list[int] = []
    one.submit(lambda: bool(time.sleep(0.1)))
    one.submit(lambda: bool(calls.append(1)))
    one.close()
    one.submit(lambda: bool(calls.append(2)))
    assert calls == [1]
