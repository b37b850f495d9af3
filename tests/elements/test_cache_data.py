"""`cache_data`: copies, limits, where results are kept."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path
from typing import Any

import pytest

import nbapp
from nbapp.errors import (
    StreamlitIncompatibleParametersError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueError,
    UnevaluatedDataFrameError,
    UnserializableReturnValueError,
)


@pytest.fixture(autouse=True)
def empty_caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin with nothing in any cache, and a folder of one's own."""
    monkeypatch.setenv("NBAPP_CACHE_DIR", str(tmp_path))
    nbapp.cache_data.clear()


def counted(**options: Any) -> tuple[Any, list[Any]]:
    """A cached function that counts its computations."""
    calls: list[Any] = []

    @nbapp.cache_data(**options)
    def f(*args: Any) -> Any:
        calls.append(args)
        return [len(calls), *args]

    return f, calls


def test_each_caller_has_his_own() -> None:
    """R152: the first one too."""
    f, calls = counted()
    f(1).append("harm")
    f(1).append("harm")
    assert f(1) == [1, 1]
    assert len(calls) == 1


def test_options_limit_what_is_kept() -> None:
    """R156: as long, as many and as much as asked for."""
    f, calls = counted(max_entries=1)
    f(1), f(2), f(1)
    assert len(calls) == 3
    g, calls = counted(ttl="0s")
    g(1), g(1)
    assert len(calls) == 2
    h, calls = counted(max_size="1KB")
    h("a" * 600), h("b" * 600), h("a" * 600), h("a" * 600)
    assert len(calls) == 3


def test_what_cannot_be_copied() -> None:
    """R152, R161: each with its sentence."""
    with pytest.raises(UnserializableReturnValueError, match="generator"):
        nbapp.cache_data(lambda: (i for i in "a"))()
    with pytest.raises(UnserializableReturnValueError, match="function"):
        nbapp.cache_data(lambda: lambda: 1)()
    connection = sqlite3.connect(":memory:")
    with pytest.raises(UnserializableReturnValueError, match="Connection"):
        nbapp.cache_data(lambda: connection)()
    with pytest.raises(UnevaluatedDataFrameError, match="Cursor"):
        nbapp.cache_data(lambda: connection.cursor())()
    connection.close()


@pytest.mark.parametrize("persist", [True, "disk"])
def test_results_on_disk(persist: Any, tmp_path: Path) -> None:
    """R157: they are in the folder, and forgotten with the others."""
    f, calls = counted(persist=persist)
    assert f(1) == f(1) == [1, 1]
    assert len(list(tmp_path.rglob("*.entry"))) == len(calls) == 1
    f.clear(1)
    assert not list(tmp_path.rglob("*.entry"))
    f(1)
    nbapp.cache_data.clear()
    assert not list(tmp_path.rglob("*.entry"))


def test_coroutine_function_on_disk(tmp_path: Path) -> None:
    """R157, R161: tasks wait for one another, and for the disk."""
    calls = []

    @nbapp.cache_data(persist="disk")
    async def f(x: int) -> list[int]:
        calls.append(x)
        await asyncio.sleep(0.01)
        return [x]

    async def main() -> Any:
        return await asyncio.gather(f(1), f(1), f(2))

    assert asyncio.run(main()) == [[1], [1], [2]]
    assert len(list(tmp_path.rglob("*.entry"))) == len(calls) == 2


@pytest.mark.parametrize("persist", ["redis", "tape", 5, "http://localhost"])
def test_stores_there_are_not(persist: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """R157: what is allowed is said; a server has to be named."""
    monkeypatch.delenv("NBAPP_REDIS_URL", raising=False)
    with pytest.raises(StreamlitValueError, match="NBAPP_REDIS_URL" if persist == "redis" else "persist"):
        nbapp.cache_data(persist=persist)


@pytest.mark.parametrize("options", [{"refresh_mode": "background", "ttl": 1}, {"scope": "session"}])
def test_what_does_not_go_with_a_store(options: Any) -> None:
    """R160: and the results of a session are nobody else's."""
    with pytest.raises(StreamlitIncompatibleParametersError, match="persist"):
        nbapp.cache_data(persist="disk", **options)


@pytest.mark.parametrize(("size", "error"), [("5", StreamlitValueError), (2.5, StreamlitInvalidParameterTypeError)])
def test_size_that_cannot_be(size: Any, error: Any) -> None:
    """R156."""
    with pytest.raises(error, match="max_size"):
        nbapp.cache_data(max_size=size)
