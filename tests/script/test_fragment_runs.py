"""Runs of fragments: what asks for them, in which order they come, and what of them is left (R82 to R87)."""

from __future__ import annotations

import gc
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reader import opened
from reading import Reader

import nbapp
from nbapp.elements.container import Container
from nbapp.errors import StreamlitInvalidLayoutContextError


def test_rerun_in_it() -> None:
    """Of the whole script (R82)."""

    @nbapp.fragment
    def part() -> None:
        if nbapp.button("all"):
            nbapp.rerun()

    runs: list[int] = []
    with Reader(lambda here: (runs.append(1), part())) as stage:
        stage.touch("all")
        assert (len(runs), stage.outcomes) == (2, ["complete", "rerun", "complete"])


def test_rerun_of_itself_only() -> None:
    """`scope="fragment"` is for runs of its own (R82)."""

    @nbapp.fragment
    def part() -> None:
        left = nbapp.session_state.setdefault("left", 3)
        nbapp.button("go")
        nbapp.text(left)
        if left and nbapp.session_state.get("count"):
            nbapp.session_state.left -= 1
            nbapp.rerun(scope="fragment")

    runs: list[int] = []
    with Reader(lambda here: (runs.append(1), part())) as stage:
        stage.state.assign("count", True)
        assert stage.touch("go") == ["0"]
        assert (len(runs), stage.outcomes[1:]) == (1, ["rerun", "rerun", "rerun", "complete"])
        stage.state.assign("left", 1)
        assert stage.go().texts[-1].startswith(StreamlitInvalidLayoutContextError.__name__)


def test_rerun_by_key_in_a_callback() -> None:
    """Instead of what the interaction would have run; all calls of the function (R83)."""
    runs: list[int] = []

    def script(here: Container) -> None:
        runs.append(1)
        keyed("x")
        keyed("y")
        here.button("both", on_click=lambda: nbapp.rerun("key"))
        here.button("list", on_click=lambda: nbapp.rerun(["key", "key"]))
        here.button("nobody", on_click=lambda: nbapp.rerun("nobody"))

    counts: Counter[str] = Counter()

    @nbapp.fragment(key="key")
    def keyed(name: str) -> None:
        counts[name] += 1
        nbapp.text(f"{name} {counts[name]}")

    with Reader(script) as stage:
        assert stage.touch("both") == ["x 2", "y 2"]
        assert stage.touch("list") == ["x 3", "y 3"]
        assert len(runs) == 1
        assert stage.touch("nobody")[-1].startswith("StreamlitAPIException")


def test_callbacks_vote() -> None:
    """One that asks for fragments and one that does not: all runs, once (R84); so with a change without a callback."""
    runs: list[int] = []

    @nbapp.fragment(key="part")
    def part() -> None:
        nbapp.text("part")

    def script(here: Container) -> None:
        part()
        here.button("part", on_click=lambda: nbapp.rerun("part"))
        here.button("plain", on_click=lambda: None)
        runs.append(here.number_input("n", 0, 9))

    with Reader(script) as stage:
        for other in [("plain", None), ("n", 5)]:
            before = len(runs)
            stage.post("part")
            stage.post(*other)
            stage.settle()
            assert len(runs) == before + 1
        assert runs[-1] == 5


def test_fragments_in_fragments() -> None:
    """The inner one runs alone; the outer one runs it inside; one that is not drawn again is forgotten (R87)."""
    counts: Counter[str] = Counter()

    @nbapp.fragment(key="inner")
    def inner() -> None:
        counts["inner"] += 1
        nbapp.button("in")
        nbapp.sidebar.text(f"inner {counts['inner']}")

    @nbapp.fragment
    def outer() -> None:
        counts["outer"] += 1
        nbapp.text(f"outer {counts['outer']}")
        if nbapp.checkbox("show", True):
            inner()

    with Reader(lambda here: outer()) as stage:
        assert stage.touch("in") == ["outer 1", "inner 2"]
        assert stage.touch("show", False) == ["outer 2"]
        assert stage.session.fragments.named("inner") == []
        assert len(list(stage.session.fragments)) == 1
        with pytest.raises(ValueError, match="in"):
            stage.touch("in")


def test_an_inner_one_keeps_its_part_outside() -> None:
    """Where the outer one's run draws it again; what it leaves out goes."""

    @nbapp.fragment
    def inner(n: int) -> None:
        for i in range(n):
            nbapp.sidebar.text(f"in {i}")

    @nbapp.fragment
    def outer() -> None:
        inner(int(nbapp.number_input("n", 0, 9, 1)))

    def script(here: Container) -> None:
        outer()
        nbapp.sidebar.text("end")

    with Reader(script) as stage:
        assert stage.texts == ["in 0", "end"]
        assert stage.touch("n", 2) == ["in 0", "in 1", "end"]
        assert stage.touch("n", 0) == ["end"]
        assert stage.touch("n", 1) == ["in 0", "end"]


def test_inner_ones_after_an_error_of_the_outer() -> None:
    """Their keyed inputs are drawn again as if nothing had happened."""

    @nbapp.fragment
    def inner() -> None:
        nbapp.text_input("name", key="name")

    @nbapp.fragment
    def outer() -> None:
        if nbapp.checkbox("fail"):
            raise ValueError("here")
        inner()

    with Reader(lambda here: outer()) as stage:
        stage.touch("name", "Ada")
        assert stage.touch("fail", True) == ["ValueError: here"]
        assert stage.touch("fail", False) == []
        assert stage.shown("name") == "Ada"


def test_a_request_waits_for_the_whole_run() -> None:
    """It does not end that one, and comes after it, first come first served (R86)."""
    order: list[str] = []
    due = ["go b", "go a"]

    @nbapp.fragment
    def part(name: str) -> None:
        nbapp.button(f"go {name}")
        order.append(name)

    def script(here: Container) -> None:
        part("a")
        part("b")
        if order == ["a", "b"]:
            stage.runner.run._started -= 60  # type: ignore[union-attr]
            for label in due:
                stage.post(label)
            stage.runner.notice()
        here.text("end")
        order.append("end")

    stage = Reader(script)
    with stage:
        assert order == ["a", "b", "end", "b", "a"]
        assert stage.outcomes == ["complete"] * 2


def test_a_whole_run_does_the_work_of_fragments_that_wait() -> None:
    """They are in it; what was done in them counts."""
    counts: Counter[str] = Counter()

    @nbapp.fragment
    def part() -> None:
        counts["part"] += 1
        nbapp.text(f"{nbapp.number_input('n', 0, 9)} {nbapp.button('go')}")

    with Reader(lambda here: (part(), here.button("all"))) as stage:
        stage.post("n", 4)
        stage.post("go")
        stage.post("all")
        stage.settle()
        assert (stage.texts, counts["part"], stage.runs) == (["4 True"], 2, 2)


def test_an_inner_one_runs_in_the_outer_one_that_waits_too() -> None:
    """Once (R86)."""
    counts: Counter[str] = Counter()

    @nbapp.fragment
    def inner() -> None:
        counts["inner"] += 1
        nbapp.button("in")

    @nbapp.fragment
    def outer() -> None:
        counts["outer"] += 1
        nbapp.button("out")
        inner()

    with Reader(lambda here: outer()) as stage:
        stage.post("in")
        stage.post("out")
        stage.settle()
        assert counts == {"inner": 2, "outer": 2}


@pytest.mark.parametrize(("later", "effects"), [("gone", []), ("elsewhere", ["elsewhere"]), ("moved", ["moved"])])
def test_one_that_is_gone_when_its_turn_comes(later: str, effects: list[str]) -> None:
    """Nothing runs for it, and nothing fails; a click whose button stands elsewhere by then is seen there."""
    clicked: list[str] = []
    runs: list[str] = []

    @nbapp.fragment
    def part(name: str) -> None:
        if nbapp.button("go", key="go"):
            clicked.append(name)

    def script(here: Container) -> None:
        runs.append("all")
        if len(runs) == 1:
            part("first")
            return
        if len(runs) == 2:
            stage.post("go")
        if later == "moved":
            with here.container():
                part("moved")
        if later == "elsewhere" and here.button("go", key="go"):
            clicked.append("elsewhere")

    stage = Reader(script)
    with stage:
        stage.go()
        assert (clicked, len(runs)) == (effects, 3 if later == "elsewhere" else 2)
        assert set(stage.outcomes) == {"complete"}


def test_widgets_of_the_scripts_own_stay_the_same() -> None:
    """In whole runs and in those of a fragment; fifty of each leave nothing behind, and nothing is lost."""
    import ipywidgets

    models: set[str] = set()
    values: list[int] = []

    @nbapp.fragment
    def part() -> None:
        slider = ipywidgets.IntSlider(max=100)
        slider.observe(lambda change: values.append(change.new), "value")
        box = ipywidgets.HBox([ipywidgets.Label("x"), slider])
        nbapp.write(box)
        models.update((slider.model_id, box.model_id))
        nbapp.text(slider.value)
        nbapp.button("go")

    with Reader(lambda here: (part(), here.write(ipywidgets.Text()))) as stage:
        slider = next(each.widget for each in stage.session.adoption._made.values() if "IntSlider" in str(each.cls))
        before = opened()
        for n in range(1, 51):
            slider.comm.handle_msg({"content": {"data": {"method": "update", "state": {"value": n}}}, "buffers": []})
            stage.settle()
            assert stage.texts == [str(n)]
            stage.touch("go")
            if n % 10 == 0:
                stage.go()
        gc.collect()
        assert (len(models), opened(), values) == (2, before, list(range(1, 51)))
        assert stage.runs == 1 + 50 * 2 + 5


def test_a_widget_that_only_one_of_them_shows() -> None:
    """It goes with the run that does not make it again, and only with that."""
    import ipywidgets

    @nbapp.fragment
    def part() -> None:
        if nbapp.checkbox("show", True):
            nbapp.write(ipywidgets.IntSlider())

    @nbapp.fragment
    def other() -> None:
        nbapp.button("go")

    def kinds() -> list[str]:
        return [slot.node.kind for slot in stage.page.walk() if slot.node.kind == "widget"]

    with Reader(lambda here: (part(), other())) as stage:
        stage.touch("go")
        assert (len(kinds()), len(stage.session.adoption._made)) == (1, 1)
        stage.touch("show", False)
        assert (len(kinds()), len(stage.session.adoption._made)) == (0, 0)


happenings = st.lists(st.sampled_from(["a", "b", "c", "n", "all", "wait"]), max_size=30)


class Clicked:
    """Nested fragments, one that draws outside, an input of the script; it counts what each button did."""

    def __init__(self) -> None:
        self.effects: Counter[str] = Counter()
        inner, outer, third = map(nbapp.fragment, (self.inner, self.outer, self.third))
        self.parts = inner, outer, third

    def press(self, name: str) -> None:
        """A button whose click counts in the script and in its callback."""
        if nbapp.button(name, on_click=self.effects.update, args=([f"called {name}"],)):
            self.effects[name] += 1

    def inner(self) -> None:
        """Draws in the sidebar too."""
        self.press("a")
        nbapp.text(f"a {self.effects['a']}")
        nbapp.sidebar.text(f"side {self.effects['a']}")

    def outer(self, box: Container) -> None:
        """Draws in a container of the script's, and the inner one."""
        self.press("b")
        box.text(f"b {self.effects['b']}")
        self.parts[0]()

    def third(self) -> None:
        """Has a value as well."""
        self.press("c")
        nbapp.text(f"c {self.effects['c']} {nbapp.number_input('n', 0, 99)}")

    def script(self, here: Container) -> None:
        """All of them."""
        self.parts[1](here.container())
        self.parts[2]()
        self.press("all")
        nbapp.text(f"all {self.effects['all']}")


@settings(max_examples=150, deadline=None)
@given(happenings)
def test_each_click_counts_once_and_the_page_is_that_of_a_whole_run(happened: list[str]) -> None:
    """Clicked at random, several at a time and one after the other."""
    clicked = Clicked()
    with Reader(clicked.script) as stage:
        moved = 0
        for name in happened:
            if name == "wait":
                stage.settle()
            elif name == "n":
                moved += 1
                stage.post("n", moved)
            else:
                stage.post(name)
        stage.settle()
        clicks = Counter(name for name in happened if name not in ("n", "wait"))
        assert clicked.effects == clicks + Counter({f"called {name}": count for name, count in clicks.items()})
        page = stage.texts
        assert page == stage.go().texts
        assert page[:3] == [f"b {clicks['b']}", f"a {clicks['a']}", f"c {clicks['c']} {moved}"]
