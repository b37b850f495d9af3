"""For every test: what it must leave behind (nothing), and where the browser is."""

from __future__ import annotations

import gc
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import chromium
import pytest
from hypothesis import HealthCheck, settings

REPOSITORY = Path(__file__).resolve().parents[1]
PATIENCE = 10.0
# Threads that outside libraries keep for the life of the process.
LASTING = ("IPythonHistorySavingThread", "asyncio_", "ThreadPoolExecutor", "pydevd", "Tornado selector", "IOPub")

# A machine that many share is slow at any moment: no example fails for the time that it takes.
settings.register_profile("shared", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shared")


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder of the repository."""
    return REPOSITORY


@pytest.fixture(scope="session")
def browser_path() -> str:
    """The Chromium of the browser tests; without one the test fails, it is never skipped."""
    found = chromium.find()
    assert found, "no Chromium: run 'python tests/chromium.py', or name one in NBAPP_CHROMIUM"
    return found


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """A test leaves no thread, no live widget and no run behind."""
    threads = set(threading.enumerate())
    widgets = live_widgets()
    yield
    assert current_run() is None, "the test left a script run in its context"
    leftover = wait_for_threads(threads)
    assert not leftover, f"the test left threads behind: {leftover}"
    remaining = {model: widget for model, widget in live_widgets().items() if model not in widgets}
    close_all(remaining)
    left = sorted(type(widget).__name__ for widget in remaining.values() if not is_part(widget))
    assert not left, f"the test left widgets open: {left}"


def live_widgets() -> dict[str, object]:
    """The ipywidgets that are open in this process, by their model id."""
    module = sys.modules.get("ipywidgets.widgets.widget")
    return dict(module._instances) if module else {}


def close_all(widgets: dict[str, object]) -> None:
    """Close widgets, so that the next test is judged by its own."""
    for widget in widgets.values():
        widget.close()  # type: ignore[attr-defined]


def is_part(widget: object) -> bool:
    """Tell whether a widget is the layout or the style of another, which ipywidgets never closes by itself."""
    return type(widget).__name__.endswith(("Layout", "Style"))


def current_run() -> object:
    """The script run that this context is in, if the runtime is loaded at all."""
    module = sys.modules.get("nbapp.script.current")
    return module.get_run() if module else None


def wait_for_threads(before: set[threading.Thread]) -> list[str]:
    """Name the threads that outlive a test, after a little patience."""
    deadline = time.monotonic() + PATIENCE
    while leftover := [found.name for found in set(threading.enumerate()) - before if not lasting(found)]:
        if time.monotonic() > deadline:
            return leftover
        gc.collect()
        time.sleep(0.01)
    return []


def lasting(thread: threading.Thread) -> bool:
    """Tell whether a thread belongs to an outside library that keeps it."""
    return not thread.is_alive() or thread.name.startswith(LASTING)
