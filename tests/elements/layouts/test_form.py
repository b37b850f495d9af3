"""`form`: what is entered waits until it is submitted (R69 to R75)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import Reader

import nbapp
from nbapp.elements.container import Container
from nbapp.errors import (
    StreamlitDuplicateElementKey,
    StreamlitInvalidFormCallbackError,
    StreamlitInvalidLayoutContextError,
    StreamlitInvalidParameterTypeError,
    StreamlitInvalidWidthError,
    StreamlitValueAssignmentNotAllowedError,
)


def visit(here: Container, clear: bool = False) -> None:
    """A form of two inputs, and a button beside it."""
    with here.form("visit", clear):
        name = here.run.here.text_input("name", "Ada", key="name")
        age = here.run.here.number_input("age", value=36)
        sent = here.run.here.form_submit_button("send")
    other = here.button("other")
    here.text(f"{name} {age} {sent} {other}")


def test_values_wait_for_the_submit_button() -> None:
    """Another run sees the last submitted ones, while the page keeps what was typed (R69)."""
    with Reader(visit) as stage:
        stage.touch("name", "Grace")
        assert stage.runs == 1
        stage.touch("other")
        assert (stage.texts, stage.shown("name")) == (["Ada 36 False True"], "Grace")
        assert stage.state.values["name"] == "Ada"
        stage.touch("age", 50)
        assert stage.touch("send") == ["Grace 50 True False"]
        assert stage.touch("other") == ["Grace 50 False True"]


def test_the_newest_of_several_values_is_submitted() -> None:
    """Typing on before the click; a second submit without changes brings the same."""
    with Reader(visit) as stage:
        for name in ("G", "Gr", "Grace"):
            stage.touch("name", name)
        assert stage.touch("send") == ["Grace 36 True False"]
        assert stage.touch("send") == ["Grace 36 True False"]


def test_clear_on_submit() -> None:
    """The run that was asked for sees what was typed; then page and kernel have the defaults (R70)."""
    with Reader(lambda here: visit(here, clear=True)) as stage:
        stage.touch("name", "Grace")
        stage.touch("age", 50)
        assert stage.touch("send") == ["Grace 50 True False"]
        assert (stage.shown("name"), stage.shown("age"), stage.state.values["name"]) == ("Ada", 36, "Ada")
        assert stage.touch("other") == ["Ada 36 False True"]
        assert stage.touch("send") == ["Ada 36 True False"]


def test_clearing_keeps_what_is_typed_meanwhile() -> None:
    """The box is empty at once; what the reader writes while the run lasts waits for the next submit."""

    def script(here: Container) -> None:
        with here.form("f", clear_on_submit=True) as form:
            name = form.text_input("name")
            sent = form.form_submit_button("send")
        if sent:
            assert stage.shown("name") == ""
            stage.send({"method": "update", "state": {"value": "next"}}, 0)
        here.text(f"{name} {sent}")

    with Reader(script) as stage:
        stage.touch("name", "first")
        assert stage.touch("send") == ["first True"]
        assert stage.shown("name") == "next"
        assert stage.go().texts == ["False"]
        assert stage.touch("send") == ["next True"]


def test_clearing_waits_for_the_run_that_sees_the_click() -> None:
    """A run that is abandoned before it reads its button leaves the values to the next; `rerun()` comes too late."""
    seen: list[Any] = []

    def script(here: Container) -> None:
        with here.form("f", clear_on_submit=True) as form:
            name = form.text_input("name")
            if name and len(seen) == 1:
                stage.runner.run._started -= 60  # type: ignore[union-attr]
                stage.mailbox.post_rerun()
                stage.runner.notice()
            seen.append(name)
            if form.form_submit_button("send"):
                seen.append("sent")
                nbapp.rerun()

    with Reader(script) as stage:
        stage.touch("name", "Ada")
        stage.touch("send")
        assert seen == ["", "Ada", "Ada", "sent", ""]
        assert stage.outcomes == ["complete", "outdated", "rerun", "complete"]


def test_what_the_script_assigns_is_shown() -> None:
    """Before what was typed and was not submitted, and before what clearing would show."""

    def script(here: Container) -> None:
        if here.button("set"):
            here.run.session.state.assign("name", "Ada")
        with here.form("f", clear_on_submit=True) as form:
            form.text_input("name", "Ada", key="name")
            form.form_submit_button("send", on_click=lambda: here.run.session.state.assign("name", "called"))
        here.text(here.run.session.state.values["name"])

    with Reader(script) as stage:
        stage.touch("name", "Grace")
        stage.touch("set")
        assert (stage.texts, stage.shown("name")) == (["Ada"], "Ada")
        stage.touch("name", "Grace")
        stage.touch("send")
        assert (stage.texts, stage.shown("name")) == (["called"], "called")
        assert stage.go().texts == ["called"]


def test_an_ordinary_cell_moves_an_input_of_a_form() -> None:
    """What was typed there is gone, as the page shows."""
    with Reader(visit) as stage:
        stage.touch("name", "Grace")
        stage.state.assign("name", "Edsger")
        stage.state.tell("name")
        stage.settle()
        assert (stage.texts, stage.shown("name")) == (["Edsger 36 False False"], "Edsger")
        assert stage.touch("send") == ["Edsger 36 True False"]


def test_what_was_typed_goes_with_its_input() -> None:
    """An input that was not drawn for a run begins anew, and is submitted as it is shown."""

    def script(here: Container) -> None:
        hidden = here.checkbox("hide")
        with here.form("f") as form:
            name = "-" if hidden else form.text_input("name", "Ada")
            form.form_submit_button("send")
        here.text(name)

    with Reader(script) as stage:
        stage.touch("name", "Grace")
        stage.touch("hide", True)
        assert stage.touch("hide", False) == ["Ada"]
        assert stage.shown("name") == "Ada"
        assert stage.touch("send") == ["Ada"]


def test_who_is_in_a_form() -> None:
    """By `with` or by method, inside what the form holds; not what was made before it, nor the sidebar (R74)."""
    where: dict[str, str | None] = {}

    def script() -> None:
        before = nbapp.container()
        with nbapp.form("f") as form:
            nbapp.checkbox("with")
            before.checkbox("before")
            nbapp.sidebar.checkbox("side")
            later = nbapp.columns(2)[1]
        later.checkbox("later")
        form.checkbox("method")
        form.expander("more").checkbox("deep")

    with Reader(lambda here: script()) as stage:
        where = {live.spec.label: live.form for live in stage.session.inputs._live.values()}
        assert {label for label, form in where.items() if form == "f"} == {"with", "later", "method", "deep"}


def test_callbacks_only_on_the_button() -> None:
    """A function on another input is refused, a word is not (R54); the button's sees what was submitted."""
    seen: list[Any] = []

    def script(here: Container) -> None:
        with here.form("f") as form:
            form.text_input("a", on_change="ignore")
            form.text_input("b", on_change="rerun")
            form.text_input("c", key="c")
            form.form_submit_button("send", on_click=lambda: seen.append(here.run.session.state.values["c"]))

    with Reader(script) as stage:
        stage.touch("c", "new")
        stage.touch("send")
        assert seen == ["new"]
    with Reader(lambda here: here.form("f").slider("a", on_change=print)) as stage:
        assert stage.texts[0].startswith(StreamlitInvalidFormCallbackError.__name__)


@pytest.mark.parametrize(
    ("script", "error"),
    [
        (lambda here: here.form("f").columns(2)[0].form("g"), StreamlitInvalidLayoutContextError),
        (lambda here: (here.form("f"), here.form("f")), StreamlitDuplicateElementKey),
        (lambda here: here.form("f").button("b"), StreamlitInvalidLayoutContextError),
        (lambda here: here.form(None), StreamlitInvalidParameterTypeError),
        (lambda here: here.form("f", width="wide"), StreamlitInvalidWidthError),
    ],
)
def test_what_is_refused(script: Any, error: type[Exception]) -> None:
    """A form in a form, a key twice, a plain button in a form (R68, R73)."""
    with Reader(script) as stage:
        assert stage.texts[-1].startswith(error.__name__)
        assert stage.outcomes == ["failed"]


def test_a_key_of_its_own() -> None:
    """A form and an input may share theirs (R24); it is not in `session_state` (R75), and cannot be set there (R57)."""

    def script(here: Container) -> None:
        if nbapp.session_state:
            nbapp.session_state.visit = 1
        here.form("name").text_input("label", key="name")
        here.form("visit")

    with Reader(script) as stage:
        assert (stage.outcomes, list(stage.state.values)) == (["complete"], ["name"])
        assert stage.go().texts[-1].startswith(StreamlitValueAssignmentNotAllowedError.__name__)


def test_its_node() -> None:
    """Border, Enter and clearing are told to the view; a form without a button is legal (R72)."""
    with Reader(lambda here: (here.form("f"), here.form("g", True, enter_to_submit=False, border=False))) as stage:
        first, second = [slot.node.props for slot in stage.page.walk()]
    assert (first["border"], first["enter"], "clear" in first, first["css"]) == (True, True, False, "st-key-f")
    assert ("border" in second, "enter" in second, second["clear"]) == (False, False, True)


def test_a_form_in_a_fragment_runs_only_that() -> None:
    """Values wait as elsewhere, and the rest of the script sees them when it runs next."""

    @nbapp.fragment
    def part() -> None:
        with nbapp.form("f"):
            name = nbapp.text_input("name", key="name")
            sent = nbapp.form_submit_button("send")
        nbapp.text(f"in {name} {sent}")

    def script(here: Container) -> None:
        part()
        nbapp.text(f"out {here.run.session.state.values['name']}")

    with Reader(script) as stage:
        stage.touch("name", "Ada")
        assert stage.touch("send") == ["in Ada True", "out"]
        assert stage.go().texts == ["in Ada False", "out Ada"]


def test_a_widget_of_the_scripts_own_waits_too() -> None:
    """A change of it reruns nothing; the next run has it."""
    import ipywidgets

    def script(here: Container) -> None:
        slider = ipywidgets.IntSlider()
        with here.form("f") as form:
            form.write(slider)
            form.form_submit_button("send")
        here.text(slider.value)

    with Reader(script) as stage:
        model = next(slot.node.props["model_id"] for slot in stage.page.walk() if slot.node.kind == "widget")
        widget = next(each.widget for each in stage.session.adoption._made.values() if each.widget.model_id == model)
        widget.comm.handle_msg({"content": {"data": {"method": "update", "state": {"value": 7}}}, "buffers": []})
        stage.settle()
        assert (stage.runs, stage.texts) == (1, ["0"])
        assert stage.touch("send") == ["7"]


steps = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["a", "b", "outside"]), st.integers(0, 9)),
        st.tuples(st.sampled_from(["send", "clear", "other"]), st.just(0)),
    ),
    max_size=30,
)


@settings(max_examples=150, deadline=None)
@given(steps)
def test_forms_agree_with_a_model(happened: list[tuple[str, int]]) -> None:
    """Random edits, submits and clicks elsewhere: two forms, one that clears, and an input outside."""
    seen: list[tuple[Any, ...]] = []

    def script(here: Container) -> None:
        with here.form("keeps") as form:
            a = form.number_input("a", 0, 9, key="a")
            sent = form.form_submit_button("send")
        with here.form("clears", clear_on_submit=True) as form:
            b = form.number_input("b", 0, 9)
            cleared = form.form_submit_button("clear")
        outside = here.number_input("outside", 0, 9)
        seen.append((a, sent, b, cleared, outside, here.button("other")))

    typed, known = {"a": 0, "b": 0}, {"a": 0, "b": 0, "outside": 0}
    with Reader(script) as stage:
        for what, value in happened:
            runs = len(seen)
            moved = what == "outside" and known["outside"] != value
            stage.touch(what, value)
            if what in typed:
                typed[what] = value
            elif what == "outside":
                known["outside"] = value
            elif what == "send":
                known["a"] = typed["a"]
            elif what == "clear":
                known["b"] = typed["b"]
            if what in ("send", "clear", "other") or moved:
                clicked = [what == name for name in ("send", "clear", "other")]
                assert seen[-1] == (known["a"], clicked[0], known["b"], clicked[1], known["outside"], clicked[2])
                assert len(seen) == runs + 1
            if what == "clear":
                typed["b"] = known["b"] = 0
            assert (stage.shown("a"), stage.shown("b")) == (typed["a"], typed["b"])
            assert what in ("send", "clear", "other") or moved or len(seen) == runs


def test_two_submissions_while_a_run_is_busy() -> None:
    """Each is seen by a run of its own, with what was entered for it."""
    seen: list[str] = []

    def script(here: Container) -> None:
        form = here.form("add", clear_on_submit=True)
        item = form.text_input("item")
        if form.form_submit_button("add"):
            seen.append(item)

    with Reader(script) as stage:
        for item in ("apples", "pears"):
            stage.post("item", item)
            stage.post("add")
        stage.settle()
        assert (seen, stage.shown("item")) == (["apples", "pears"], "")


def test_a_key_that_an_earlier_run_set_is_no_error() -> None:
    """Only the run that assigns is told (R57)."""

    def script(here: Container) -> None:
        nbapp.session_state.setdefault("visit", 1)
        here.form("visit")

    with Reader(script) as stage:
        assert "visit" in stage.texts[0]
        assert stage.go().texts == []
