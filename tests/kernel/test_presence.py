"""Who looks at an app; and in a real kernel: what is not run while nobody does."""

from __future__ import annotations

import pytest
from front_end import FrontEnd

from nbapp.kernel.presence import Presence


class Seen(Presence):
    """One that notes what it asks for."""

    def __init__(self, hears: bool = True) -> None:
        self.noted: list[str] = []
        super().__init__(lambda: self.noted.append("run"), lambda: self.noted.append("ask"), lambda: hears)

    def tell(self, view: object, open_: object = True) -> None:
        """Tell of a view."""
        self.told({"id": view, "open": open_})


def test_nobody_is_missed_where_nobody_was() -> None:
    """nbclient opens no view."""
    one = Seen()
    assert not one.is_missed()
    assert one.noted == []


def test_a_run_waits_for_an_answer() -> None:
    """The first view that is there begins it; the others change nothing."""
    one = Seen()
    one.tell("a")
    one.tell("b")
    assert (one.is_missed(), one.noted) == (True, ["ask"])
    one.tell("b")
    one.tell("a")
    assert one.noted == ["ask", "run"]


def test_what_was_missed_is_made_up_once() -> None:
    """When a view comes, however often it was missed; views that are known to be gone are not asked."""
    one = Seen()
    one.tell("a")
    one.tell("a", False)
    assert [one.is_missed(), one.is_missed()] == [True, True]
    one.tell("c")
    one.tell("d")
    assert one.noted == ["run"]


def test_nobody_is_asked_who_cannot_answer() -> None:
    """A front end without subshells: its messages wait for the end of the cell that sets the key."""
    one = Seen(hears=False)
    one.tell("a")
    assert (one.is_missed(), one.noted) == (False, [])
    one.tell("a", False)
    assert one.is_missed()


@pytest.mark.parametrize(("view", "open_"), [(None, True), (3, True), (["x"], True), ("x" * 1000, True), ("a", "yes")])
def test_what_makes_no_sense_is_not_counted(view: object, open_: object) -> None:
    """A page may say anything."""
    one = Seen()
    one.told({"id": view, "open": open_})
    one.told({})
    assert not one.is_missed()


def test_views_without_end_are_not_believed() -> None:
    """The memory they take is bounded."""
    one = Seen()
    for number in range(5000):
        one.told({"id": str(number), "open": True})
    assert len(one._views) == 1000


@pytest.mark.kernel
def test_an_app_that_nobody_looks_at_does_not_run_by_itself(front: FrontEnd) -> None:
    """An ordinary cell sets a key: nothing runs until a view opens; with none ever open, it runs (nbclient)."""
    front.run("st.session_state.clear()")
    page = front.app("name = st.text_input('Name', key='name')\nst.text(f'hello {name}')")
    front.run("st.session_state.name = 'nobody'")
    front.rest()
    assert page.bodies("text") == ["hello nobody"]
    if front.subshell is None:
        pytest.skip("without subshells nobody is asked while a cell is executed")
    front.tell(page, t="view", id="a", open=True)
    front.run("st.session_state.name = 'Ada'")
    front.until(lambda: any(wire["content"]["data"]["content"]["t"] == "present" for wire in page.wire))
    assert page.bodies("text") == ["hello nobody"]
    front.tell(page, t="view", id="a", open=True)
    front.rest()
    assert page.bodies("text") == ["hello Ada"]
    front.tell(page, t="view", id="a", open=False)
    front.run("st.session_state.name = 'Grace'")
    front.rest()
    assert page.bodies("text") == ["hello Ada"]
    assert front.models[page.input("Name")]["value"] == "Grace"
    front.tell(page, t="view", id="b", open=True)
    front.rest()
    assert page.bodies("text") == ["hello Grace"]
