"""`cache_resource`: one object for all, looked after."""

from __future__ import annotations

from typing import Any

import pytest
from sheet import Sheet

import nbapp
from nbapp.errors import StreamlitInvalidParameterTypeError


@pytest.fixture(autouse=True)
def empty_caches() -> None:
    """Begin with nothing in any cache."""
    nbapp.cache_resource.clear()


class Link:
    """What has to be closed."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.open = True

    def close(self) -> None:
        """Close it."""
        self.open = False


def test_all_callers_share_one_object() -> None:
    """R153: also what could not be copied."""

    @nbapp.cache_resource
    def f() -> Any:
        return [lambda: 1]

    f().append("seen by all")
    assert f() is f()
    assert len(f()) == 2


def test_object_that_is_no_longer_good() -> None:
    """R159: it is let go and made anew."""
    made: list[Link] = []

    @nbapp.cache_resource(validate=lambda link: link.open, on_release=Link.close)
    def connect() -> Link:
        made.append(Link(len(made)))
        return made[-1]

    assert connect() is connect()
    connect().open = False
    assert connect().number == 1


def test_objects_are_closed() -> None:
    """R159: on eviction, when they are cleared, when the session ends."""

    @nbapp.cache_resource(max_entries=1, on_release=Link.close)
    def shared(number: int) -> Link:
        return Link(number)

    @nbapp.cache_resource(scope="session", on_release=Link.close)
    def own() -> Link:
        return Link(0)

    one, two = shared(1), shared(2)
    assert (one.open, two.open) == (False, True)
    shared.clear(2)
    assert not two.open
    three = shared(3)
    nbapp.cache_resource.clear()
    assert not three.open
    sheet = Sheet()
    four = sheet.play(own)
    assert sheet.play(own).open
    sheet.session.close()
    assert not four.open


def test_functions_of_the_newest_run_look_after_objects() -> None:
    """A rerun decorates again: what the author has edited counts."""
    told: list[str] = []

    def decorated(name: str) -> Any:
        def connect() -> Link:
            return Link(0)

        return nbapp.cache_resource(connect, on_release=lambda link: told.append(name))

    decorated("old")()
    decorated("new").clear()
    assert told == ["new"]


@pytest.mark.parametrize("parameter", ["validate", "on_release"])
def test_function_that_nobody_awaits_is_refused(parameter: str) -> None:
    """R159: an `async` one would never run."""

    async def later(link: Link) -> bool:
        return True

    class Later:
        async def __call__(self, link: Link) -> bool:
            return True

    for wrong in (later, Later(), 5):
        with pytest.raises(StreamlitInvalidParameterTypeError, match=parameter):
            nbapp.cache_resource(**{parameter: wrong})
