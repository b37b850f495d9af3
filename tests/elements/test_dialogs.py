"""`dialog`: a window over the page that runs by itself (R90 to R93)."""

from __future__ import annotations

from typing import Any

import pytest
from reading import Reader

import nbapp
from nbapp.elements.container import Container
from nbapp.errors import (
    InvalidIconError,
    StreamlitInvalidLayoutContextError,
    StreamlitInvalidParameterTypeError,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)


@nbapp.dialog("Vote")
def vote(item: str) -> str:
    """Asks why."""
    why = nbapp.text_input("why")
    nbapp.text(f"{item} because {why}")
    if nbapp.button("send"):
        nbapp.session_state.vote = f"{item} {why}"
        nbapp.rerun()
    return "dropped"


def voting(here: Container) -> None:
    """Opens a dialog for either of two buttons."""
    here.text(f"voted {here.run.session.state.values.get('vote')}")
    for item in "AB":
        if here.button(item):
            here.text(f"opened {vote(item)}")


def close(stage: Reader) -> bool:
    """Close the dialog that is open, as its reader does."""
    (slot,) = (slot for slot in stage.page.walk() if slot.node.kind == "dialog")
    return stage.session._events.dismissed(stage.session.fragments[slot.id])


def test_a_call_opens_it_and_its_inputs_run_only_it() -> None:
    """It stays open although the button is False by then (R90, R93); it returns nothing."""
    with Reader(voting) as stage:
        assert stage.dialogs == []
        assert stage.touch("A") == ["voted None", "opened None", "A because"]
        assert stage.dialogs == [{"title": "Vote", "width": "small", "position": "center", "dismissible": True}]
        assert stage.touch("why", "Ada") == ["voted None", "opened None", "A because Ada"]
        assert stage.runs == 3


def test_it_closes_when_a_whole_run_does_not_call_it() -> None:
    """As after `rerun()` (R90)."""
    with Reader(voting) as stage:
        stage.touch("B")
        stage.touch("why", "Ada")
        assert stage.touch("send") == ["voted B Ada"]
        assert (stage.dialogs, stage.outcomes[-2:]) == ([], ["rerun", "complete"])


def test_it_stays_itself_while_it_is_called() -> None:
    """Its slot, for which the view keeps a window; another function's is another one."""

    @nbapp.dialog("Other")
    def other() -> None:
        nbapp.text("other")

    calls = [vote, vote, other]

    def script(here: Container) -> None:
        call: Any = calls.pop(0)
        call(*["A"] * (call is vote))

    with Reader(script) as stage:
        ids = [slot.id for slot in stage.page.roots["dialog"].slots]
        assert [slot.id for slot in stage.go().page.roots["dialog"].slots] == ids
        assert [slot.id for slot in stage.go().page.roots["dialog"].slots] != ids
        assert stage.texts == ["other"]


def test_its_reader_closes_it() -> None:
    """Nothing runs (R92), and a page loaded anew does not show it; it can be opened again, as it was left."""
    with Reader(voting) as stage:
        stage.touch("A")
        stage.touch("why", "Ada")
        assert close(stage)
        assert (stage.dialogs, stage.mailbox.has_waiting) == ([], False)
        assert stage.page.snapshot()["dialog"] == []
        assert stage.touch("A")[-1] == "A because Ada"


@pytest.mark.parametrize("on_dismiss", ["rerun", "callback"])
def test_what_closing_does_besides(on_dismiss: str) -> None:
    """A run of the script, after a call if there is one (R92)."""
    seen: list[str] = []
    given: Any = "rerun" if on_dismiss == "rerun" else lambda: seen.append("called")

    @nbapp.dialog("Title", on_dismiss=given)
    def ask() -> None:
        nbapp.text("ask")

    def script(here: Container) -> None:
        seen.append("run")
        if len(seen) == 1:
            ask()

    with Reader(script) as stage:
        assert close(stage)
        stage.settle()
        assert seen == ["run", *["called"] * (on_dismiss == "callback"), "run"]
        assert stage.dialogs == []


def test_only_the_script_closes_one_that_is_not_dismissible() -> None:
    """Whatever the page says; nor is one closed twice."""
    ask = nbapp.dialog("Title", dismissible=False, on_dismiss="rerun")(lambda: nbapp.text("ask"))
    with Reader(lambda here: ask()) as stage:
        assert not close(stage)
        assert (len(stage.dialogs), stage.mailbox.has_waiting) == (1, False)
        fragment = stage.session.fragments[stage.page.roots["dialog"].slots[0].id]
        fragment.on_dismiss = "rerun"
        assert [stage.session._events.dismissed(fragment) for _ in range(2)] == [True, False]


def test_what_is_done_in_it_before_it_is_closed_counts() -> None:
    """A click that waits when its reader closes it."""
    with Reader(voting) as stage:
        stage.touch("A")
        stage.post("send")
        assert close(stage)
        stage.settle()
        assert (stage.texts, stage.dialogs) == (["voted A"], [])


def test_one_in_a_run() -> None:
    """A second one is refused (R91), and so is one inside."""

    @nbapp.dialog("Outer")
    def outer() -> None:
        nbapp.text("outer")
        if nbapp.button("open"):
            vote("inside")

    with Reader(lambda here: (outer(), vote("second"))) as stage:
        assert any("A second dialog" in text for text in stage.texts)
    with Reader(lambda here: outer()) as stage:
        assert any("inside another" in text for text in stage.touch("open"))
        assert stage.texts[-1].startswith(StreamlitInvalidLayoutContextError.__name__)


def test_opened_by_a_fragment() -> None:
    """In a run of its own; it closes when that one runs without calling it, and not when another does."""

    @nbapp.fragment
    def part() -> None:
        if nbapp.button("open"):
            vote("P")
        nbapp.button("again")

    @nbapp.fragment
    def other() -> None:
        nbapp.button("other")

    runs: list[int] = []
    with Reader(lambda here: (runs.append(1), part(), other())) as stage:
        assert stage.touch("open") == ["P because"]
        assert stage.touch("why", "x") == ["P because x"]
        assert stage.touch("other") == ["P because x"]
        assert stage.touch("again") == []
        assert stage.touch("open") == ["P because"]
        assert close(stage)
        stage.touch("other")
        assert stage.touch("open") == ["P because"]
        assert (stage.dialogs[0]["title"], len(runs)) == ("Vote", 1)
        stage.go()
        assert stage.dialogs == []


def test_keyed_inputs_of_one_that_a_fragment_opens_again() -> None:
    """Whoever ran between: their keys are not in their own way."""

    @nbapp.dialog("Title")
    def ask() -> None:
        nbapp.text(f"name {nbapp.text_input('name', key='name')}")

    @nbapp.fragment
    def part() -> None:
        if nbapp.button("open"):
            ask()

    @nbapp.fragment
    def other() -> None:
        nbapp.button("other")

    with Reader(lambda here: (part(), other())) as stage:
        for _ in range(3):
            assert stage.touch("open")[-1].startswith("name")
            stage.touch("name", "Ada")
            assert close(stage)
            stage.touch("other")
        assert stage.outcomes.count("failed") == 0
        assert len(list(stage.session.fragments)) <= 4


def test_closing_one_that_a_fragment_opened() -> None:
    """With `on_dismiss="rerun"` that fragment runs."""
    seen: list[str] = []
    ask = nbapp.dialog("Title", on_dismiss="rerun")(lambda: nbapp.text("ask"))

    @nbapp.fragment
    def part() -> None:
        seen.append("part")
        if nbapp.button("open"):
            ask()

    with Reader(lambda here: (seen.append("all"), part())) as stage:
        stage.touch("open")
        assert close(stage)
        stage.settle()
        assert seen == ["all", "part", "part", "part"]


def test_fragments_and_forms_in_it() -> None:
    """As on the page."""

    @nbapp.fragment
    def inner() -> None:
        nbapp.text(f"n {nbapp.number_input('n', 0, 9)}")

    @nbapp.dialog("Title")
    def ask() -> None:
        inner()
        with nbapp.form("f", clear_on_submit=True):
            name = nbapp.text_input("name")
            sent = nbapp.form_submit_button("send")
        nbapp.text(f"sent {name} {sent}")

    with Reader(lambda here: ask()) as stage:
        assert stage.touch("n", 3) == ["n 3", "sent  False"]
        stage.touch("name", "Ada")
        assert stage.touch("send") == ["n 3", "sent Ada True"]
        assert stage.shown("name") == ""
        assert stage.runs == 3


def test_an_error_in_it_is_shown_in_it() -> None:
    """In its own runs; the page stays."""

    @nbapp.dialog("Title")
    def ask() -> None:
        if nbapp.button("fail"):
            raise ValueError("here")

    with Reader(lambda here: (here.text("page"), ask())) as stage:
        assert stage.touch("fail") == ["page", "ValueError: here"]
        assert [slot.node.kind for slot in stage.page.roots["dialog"].walk()][-1] == "text"


def test_from_a_callback_and_a_parallel_fragment() -> None:
    """The one opens it, the other may not (R88)."""
    import threading

    with Reader(lambda here: here.button("open", on_click=vote, args=("C",))) as stage:
        assert stage.touch("open") == ["C because"]

    @nbapp.fragment(parallel=True)
    def part() -> None:
        vote("P")

    reader = Reader(lambda here: part())
    reader.page.lock = threading.RLock()
    with reader as stage:
        assert "parallel" in stage.texts[-1]


def test_outside_of_an_app_it_is_a_function() -> None:
    """What it draws is shown where the cell is."""
    seen: list[int] = []
    nbapp.dialog("Title")(lambda n: seen.append(n))(3)
    assert seen == [3]


def test_its_look() -> None:
    """Width, side and icon are told to the view."""
    ask = nbapp.dialog("**Title**", width=640, position="right", icon="🚀")(lambda: None)
    with Reader(lambda here: ask()) as stage:
        (props,) = stage.dialogs
    assert (props["width"], props["position"], props["icon"], props["title"]) == (640, "right", "🚀", "**Title**")


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"title": ""}, StreamlitMissingRequiredParameterError),
        ({"title": None}, StreamlitMissingRequiredParameterError),
        ({"title": lambda: None}, StreamlitMissingRequiredParameterError),
        ({"title": "t", "width": "huge"}, StreamlitValueError),
        ({"title": "t", "width": 0}, StreamlitValueError),
        ({"title": "t", "width": True}, StreamlitValueError),
        ({"title": "t", "position": "top"}, StreamlitValueError),
        ({"title": "t", "icon": "x"}, InvalidIconError),
        ({"title": "t", "on_dismiss": None}, StreamlitValueError),
    ],
)
def test_wrong_parameters(options: dict[str, Any], error: type[Exception]) -> None:
    """Each has an error of its own; a bare `@dialog` has no title."""
    with pytest.raises(error):
        nbapp.dialog(**options)


def test_what_is_decorated_is_a_function() -> None:
    """Anything else is told at once."""
    with pytest.raises(StreamlitInvalidParameterTypeError):
        nbapp.dialog("Title")(3)  # type: ignore[arg-type]
