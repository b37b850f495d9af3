"""Who looks at an app; and in a real kernel: what is not run while nobody does."""

from __future__ import annotations

import pytest
from front_end import FrontEnd

from nbapp.kernel.presence import Presence


def presence() -> tuple[Presence, list[str]]:
    """One that notes what it asks for."""
    runs: list[str] = []
    return Presence(lambda: runs.append("run")), runs


def test_nobody_is_missed_where_nobody_was() -> None:
    """nbclient opens no view."""
    one, runs = presence()
    assert not one.is_missed()
    one.told({"id": "a", "open": True})
    assert not one.is_missed()
    assert runs == []


def test_what_was_missed_is_made_up_once() -> None:
    """When a view comes, however often it was missed."""
    one, runs = presence()
    one.told({"id": "a", "open": True})
    one.told({"id": "b", "open": True})
    one.told({"id": "a", "open": False})
    assert not one.is_missed()
    one.told({"id": "b", "open": False})
    assert [one.is_missed(), one.is_missed()] == [True, True]
    one.told({"id": "c", "open": True})
    one.told({"id": "d", "open": True})
    assert (runs, one.is_missed()) == (["run"], False)


@pytest.mark.parametrize("content", [{}, {"id": 3, "open": True}, {"id": ["x"]}, {"id": "x" * 1000, "open": True}])
def test_what_makes_no_sense_is_not_counted(content: dict[str, object]) -> None:
    """A page may say anything."""
    one, _ = presence()
    one.told(content)
    assert not one.is_missed()


def test_views_without_end_are_not_believed() -> None:
    """The memory they take is bounded."""
    one, _ = presence()
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
    front.tell(page, t="view", id="a", open=True)
    front.run("st.session_state.name = 'Ada'")
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
