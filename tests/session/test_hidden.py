"""Values that wait for their inputs (R41), and pages that are left (R104)."""

from __future__ import annotations

from typing import Any

from desk import Desk

import nbapp as st


def script(here: Any) -> Any:
    """Two pages: one with an input of each sort, and one that may stop."""

    def one() -> None:
        if st.session_state.get("shown", True):
            for kept in (None, "page", "session"):
                values[str(kept)] = st.slider(f"n {kept}", 0, 10, 1, key=f"n{kept}", persist_state=kept)
            values["unkeyed"] = st.slider("unkeyed", 0, 10, 1)

    def other() -> None:
        values["other"] = st.slider("other", 0, 10, 1, key="npage", persist_state="page") if both else 0
        if stops:
            st.stop()

    values: dict[str, Any] = {"frame": st.slider("frame", 0, 10, 1)}
    both, stops = st.session_state.get("both"), st.session_state.get("stops")
    st.navigation([one, other]).run()
    return values


def turn(desk: Desk, page: str) -> Any:
    """Click a page; returns what the script's inputs are then."""
    desk.mailbox.post_rerun(call=lambda: desk.session.route.go(page))
    desk.result = None
    return desk.settle()


def begun(desk: Desk) -> None:
    """Draw the first page, and give every input the value 5."""
    desk.run(script)
    for at in range(5):
        desk.give(5, at)


def test_leaving_a_page_drops_its_inputs(desk: Desk) -> None:
    """Coming back gives the defaults; what stands around the pages, and what was set by hand, stays."""
    begun(desk)
    desk.state.assign("hand", 3)
    assert turn(desk, "other") == {"frame": 5, "other": 0}
    assert sorted(desk.state.values) == ["hand", "nsession"]
    assert turn(desk, "one") == {"frame": 5, "None": 1, "page": 1, "session": 5, "unkeyed": 1}


def test_also_if_the_other_page_stops(desk: Desk) -> None:
    """A page that ends with `stop()` is a page all the same."""
    begun(desk)
    desk.state.assign("stops", True)
    turn(desk, "other")
    assert desk.page.roots["main"].slots[-1].node.props == {"name": "other"}
    assert turn(desk, "one") == {"frame": 5, "None": 1, "page": 1, "session": 5, "unkeyed": 1}


def test_hidden_on_its_page(desk: Desk) -> None:
    """Kept for the page, or for the session; else gone."""
    begun(desk)
    desk.state.assign("shown", False)
    assert desk.run() == {"frame": 5}
    assert sorted(desk.state.values) == ["npage", "nsession", "shown"]
    desk.state.assign("shown", True)
    assert desk.run() == {"frame": 5, "None": 1, "page": 5, "session": 5, "unkeyed": 1}


def test_hidden_and_left(desk: Desk) -> None:
    """What was kept for a page goes with it."""
    begun(desk)
    desk.state.assign("shown", False)
    desk.run()
    turn(desk, "other")
    assert "npage" not in desk.state.values
    desk.state.assign("shown", True)
    assert turn(desk, "one")["page"] == 1


def test_another_page_does_not_take_what_was_kept_for_one(desk: Desk) -> None:
    """Although it asks for it by the same key, before the first run there has ended."""
    begun(desk)
    desk.state.assign("both", True)
    desk.state.assign("shown", False)
    desk.run()
    assert turn(desk, "other")["other"] == 1


def test_around_the_pages_it_is_kept_until_the_reader_turns(desk: Desk) -> None:
    """`persist_state="page"` there means: as long as the page stays."""

    def framed(here: Any) -> Any:
        value = st.slider("n", 0, 10, 1, key="n", persist_state="page") if st.session_state.get("shown", True) else None
        st.navigation([lambda: None, st.Page(lambda: None, title="b", url_path="b")]).run()
        return value

    desk.run(framed)
    desk.give(5)
    for shown in (False, True):
        desk.state.assign("shown", shown)
        desk.run()
    assert desk.result == 5
    desk.state.assign("shown", False)
    desk.run()
    turn(desk, "b")
    desk.state.assign("shown", True)
    assert desk.run() == 1
