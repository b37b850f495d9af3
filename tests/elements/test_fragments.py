"""`fragment`: a part of the script that runs by itself (R76 to R89)."""

from __future__ import annotations

import functools
from datetime import timedelta
from typing import Any

import pytest
from reading import Reader

import nbapp
from nbapp.elements.container import Container
from nbapp.errors import (
    StreamlitAPIException,
    StreamlitBadTimeStringError,
    StreamlitDuplicateElementId,
    StreamlitDuplicateElementKey,
    StreamlitInvalidLayoutContextError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueError,
)
from nbapp.signals import StopScript


@nbapp.fragment
def counted(name: str = "part") -> int:
    """Counts its runs in `session_state`."""
    state = nbapp.session_state
    state[name] = state.get(name, 0) + 1
    nbapp.button(f"go {name}")
    nbapp.text(f"{name} {state[name]}")
    return int(state[name])


def test_it_returns_its_value() -> None:
    """In a run of the whole script it is called like any function (R76)."""
    with Reader(lambda here: here.text(counted() * 10)) as stage:
        assert stage.texts == ["part 1", "10"]


def test_an_input_in_it_runs_only_it() -> None:
    """The rest of the page stays as it is (R77); code around it is not run (R89)."""

    def script(here: Container) -> None:
        here.text(f"above {counted('a')}")
        counted("b")
        here.button("all")

    with Reader(script) as stage:
        assert stage.touch("go a") == ["a 2", "above 1", "b 1"]
        assert stage.touch("go b") == ["a 2", "above 1", "b 2"]
        assert stage.touch("all") == ["a 3", "above 3", "b 3"]


def test_arguments_and_closures_are_those_of_the_last_whole_run() -> None:
    """`session_state` is the present one (R77)."""
    runs = iter(range(10))

    def script(here: Container) -> None:
        closed = next(runs)
        here.number_input("n", 0, 9, key="n")

        @nbapp.fragment
        def part(given: int) -> None:
            nbapp.button("go")
            nbapp.text(f"{given} {closed} {nbapp.session_state.n} {nbapp.session_state.get('own')}")

        part(closed * 10)

    with Reader(script) as stage:
        stage.state.assign("own", "set")
        assert stage.touch("go") == ["0 0 0 set"]
        assert stage.touch("n", 4) == ["10 1 4 set"]
        assert stage.touch("go") == ["10 1 4 set"]


def test_its_value_in_a_run_of_its_own_is_dropped() -> None:
    """Nobody is there to take it."""
    with Reader(lambda here: here.write(counted())) as stage:
        stage.touch("go part")
        assert stage.outcomes == ["complete", "complete"]


def test_callbacks_come_before_it() -> None:
    """As before a script (R79)."""
    seen: list[str] = []

    @nbapp.fragment
    def part() -> None:
        nbapp.checkbox("tick", key="tick", on_change=lambda: seen.append(f"called {nbapp.session_state.tick}"))
        seen.append("drawn")

    with Reader(lambda here: part()) as stage:
        seen.clear()
        stage.touch("tick", True)
        assert seen == ["called True", "drawn"]


def test_an_error_in_a_run_of_its_own_is_shown_in_it() -> None:
    """The rest of the page stays (R80), even where the fragment is folded away; the next run is an ordinary one."""

    @nbapp.fragment
    def part() -> None:
        nbapp.text("before")
        with nbapp.container():
            if nbapp.checkbox("fail"):
                raise ValueError("here")
        nbapp.text("after")

    def script(here: Container) -> None:
        with here.expander("more"):
            part()
        here.text("below")

    with Reader(script) as stage:
        assert stage.touch("fail", True) == ["before", "ValueError: here", "below"]
        assert stage.order == ["before", "fail", "ValueError: here", "below"]
        assert stage.touch("fail", False) == ["before", "after", "below"]
        assert stage.outcomes == ["complete", "failed", "complete"]


def test_an_error_in_a_whole_run_ends_the_script() -> None:
    """It is shown in the fragment, and what stands below is not run (R80); so does `stop()`."""
    ends: list[Any] = [ValueError("here")]

    @nbapp.fragment
    def part() -> None:
        nbapp.text("in")
        if ends:
            raise ends.pop()

    with Reader(lambda here: (part(), here.text("below"))) as stage:
        assert (stage.texts, stage.order) == (["in", "ValueError: here"], ["in", "ValueError: here"])
        assert stage.go().texts == ["in", "below"]
        ends.append(StopScript())
        assert stage.go().texts == ["in"]


def test_an_error_in_its_callback_is_shown_in_it() -> None:
    """And nothing else in it (R49); the rest of the page stays."""

    @nbapp.fragment
    def part() -> None:
        nbapp.text("in")
        nbapp.button("go", on_click=lambda: 1 / 0)

    with Reader(lambda here: (here.text("above"), part(), here.text("below"))) as stage:
        assert stage.touch("go") == ["above", "ZeroDivisionError: division by zero", "below"]
        assert stage.go().texts == ["above", "in", "below"]


@nbapp.fragment
def spread(box: Container) -> None:
    """Draws inside, in a container and in the sidebar."""
    n = int(nbapp.number_input("n", 1, 9))
    for i in range(n):
        box.text(f"box {i}")
    with nbapp.sidebar:
        nbapp.text(f"side {nbapp.checkbox('tick')}")


def spreading(here: Container) -> None:
    """A fragment between neighbours."""
    box = here.container()
    box.text("first")
    spread(box)
    box.text("last")
    nbapp.sidebar.text("end")


def test_it_draws_outside_in_a_part_of_its_own() -> None:
    """What stands beside its part keeps its place (R81), inputs too; what it does not draw again goes."""
    with Reader(spreading) as stage:
        assert stage.texts == ["first", "box 0", "last", "side False", "end"]
        assert stage.touch("n", 2) == ["first", "box 0", "box 1", "last", "side False", "end"]
        assert stage.touch("tick", True) == ["first", "box 0", "box 1", "last", "side True", "end"]
        assert stage.touch("n", 1) == ["first", "box 0", "last", "side True", "end"]
        assert stage.go().texts == ["first", "box 0", "last", "side True", "end"]
        assert stage.outcomes == ["complete"] * 5


def test_it_draws_only_where_it_drew_in_the_last_whole_run() -> None:
    """Nothing would say where its part is to stand (R81)."""

    @nbapp.fragment
    def part(box: Container) -> None:
        if nbapp.checkbox("tick"):
            box.text("in the box")

    def script(here: Container) -> None:
        box = here.container()
        part(box)
        box.text("below")

    with Reader(script) as stage:
        assert stage.touch("tick", True)[-1].startswith(StreamlitInvalidLayoutContextError.__name__)
        assert stage.go().texts == ["in the box", "below"]
        assert stage.touch("tick", False) == ["below"]
        assert stage.touch("tick", True) == ["in the box", "below"]


def test_it_draws_in_an_empty_outside() -> None:
    """One element at a time, as there."""

    @nbapp.fragment
    def part(place: Container) -> None:
        place.text(nbapp.number_input("n", 0, 9))

    with Reader(lambda here: part(here.empty())) as stage:
        assert stage.texts == ["0"]
        assert stage.touch("n", 3) == ["3"]


def test_two_parts_of_one_container_keep_their_order() -> None:
    """Whichever runs, and in whichever order both do."""

    @nbapp.fragment(key="both")
    def part(box: Container, name: str) -> None:
        box.text(f"{name} {nbapp.number_input(name, 0, 9)}")

    def script(here: Container) -> None:
        box = here.container()
        part(box, "a")
        box.text("between")
        part(box, "b")
        here.button("both", on_click=lambda: nbapp.rerun("both"))

    with Reader(script) as stage:
        assert stage.touch("b", 2) == ["a 0", "between", "b 2"]
        stage.post("b", 4)
        stage.post("a", 3)
        stage.settle()
        assert stage.texts == ["a 3", "between", "b 4"]
        assert stage.touch("both") == ["a 3", "between", "b 4"]
        assert stage.runs == 5


def test_what_another_fragment_drew_in_it_stays() -> None:
    """One fragment's container holds a part of another's."""
    boxes: list[Container] = []

    @nbapp.fragment
    def holder() -> None:
        nbapp.number_input("n", 0, 9, key="n")
        nbapp.text(f"holder {nbapp.session_state.n}")
        boxes[:] = [nbapp.container()]
        boxes[0].text("own")

    @nbapp.fragment
    def guest() -> None:
        boxes[0].text(f"guest {nbapp.number_input('g', 0, 9)}")

    with Reader(lambda here: (holder(), guest())) as stage:
        assert stage.texts == ["holder 0", "own", "guest 0"]
        assert stage.touch("n", 1) == ["holder 1", "own", "guest 0"]
        assert stage.touch("g", 2) == ["holder 1", "own", "guest 2"]
        stage.post("n", 3)
        stage.post("g", 4)
        stage.settle()
        assert stage.texts == ["holder 3", "own", "guest 4"]


def test_keys_are_not_its_own() -> None:
    """Two calls of one function need distinct inputs (R27); an input elsewhere may be in the way."""

    @nbapp.fragment
    def part() -> None:
        nbapp.button("same")

    with Reader(lambda here: (part(), part())) as stage:
        assert stage.texts[-1].startswith(StreamlitDuplicateElementId.__name__)

    @nbapp.fragment
    def keyed() -> None:
        if nbapp.checkbox("tick"):
            nbapp.button("x", key="taken")

    with Reader(lambda here: (keyed(), here.button("y", key="taken"))) as stage:
        assert stage.touch("tick", True)[-1].startswith(StreamlitDuplicateElementKey.__name__)


def test_only_its_own_inputs_become_stale() -> None:
    """State of others stays in its runs (R40)."""

    @nbapp.fragment
    def part() -> None:
        if nbapp.checkbox("show", True):
            nbapp.text_input("mine", key="mine")

    with Reader(lambda here: (part(), here.text_input("other", key="other"))) as stage:
        assert stage.touch("show", False) == []
        assert sorted(stage.state.values) == ["other"]
        stage.touch("other", "kept")
        assert stage.state.values == {"other": "kept"}


def test_two_functions_of_one_key() -> None:
    """In one run they are refused (R83); one after the other they are not."""
    which: list[str] = []

    @nbapp.fragment(key="k")
    def one() -> None:
        nbapp.text("one")

    @nbapp.fragment(key="k")
    def two() -> None:
        nbapp.text("two")

    def script(here: Container) -> None:
        for name in which:
            {"one": one, "two": two}[name]()

    with Reader(script) as stage:
        for which[:], texts in [(["one"], ["one"]), (["two"], ["two"]), (["one", "one"], ["one", "one"])]:
            assert stage.go().texts == texts
        which[:] = ["one", "two"]
        assert stage.go().texts[-1].startswith(StreamlitDuplicateElementKey.__name__)


def test_what_can_be_called_can_be_a_fragment() -> None:
    """Objects, partial functions, methods, functions in loops."""

    class Caller:
        def __call__(self) -> str:
            return "object"

        def method(self) -> str:
            return "method"

    def given(what: str) -> str:
        return what

    calls = [nbapp.fragment(each) for each in (Caller(), Caller().method, functools.partial(given, "partial"))]
    calls += [nbapp.fragment(lambda i=i: f"loop {i}") for i in range(2)]
    with Reader(lambda here: [here.text(call()) for call in calls]) as stage:
        assert stage.texts == ["object", "method", "partial", "loop 0", "loop 1"]


@pytest.mark.parametrize(
    ("every", "seconds"),
    [(2, 2.0), ("1m", 60.0), (timedelta(seconds=5), 5.0), (None, None), (0, None), (float("inf"), None)],
)
def test_every(every: Any, seconds: float | None) -> None:
    """The node tells the view how often it runs (R85)."""
    part = nbapp.fragment(lambda: None, run_every=every)
    with Reader(lambda here: part()) as stage:
        (slot,) = stage.page.walk()
        assert slot.node.props.get("every") == seconds


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"run_every": "soon"}, StreamlitBadTimeStringError),
        ({"key": ""}, StreamlitValueError),
        ({"key": "app"}, StreamlitAPIException),
        ({"key": 1.5}, StreamlitInvalidParameterTypeError),
        ({"func": 3}, StreamlitInvalidParameterTypeError),
    ],
)
def test_wrong_parameters(options: dict[str, Any], error: type[Exception]) -> None:
    """Each has an error of its own."""
    with pytest.raises(error):
        nbapp.fragment(**options)
