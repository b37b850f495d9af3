"""Fragments, forms and dialogs over the wire of a real kernel: what a page says of them, and what it may not."""

from __future__ import annotations

from typing import Any

import pytest
from front_end import FrontEnd
from paper import Page

pytestmark = pytest.mark.kernel


def slot_of(page: Page, kind: str) -> Any:
    """The slot of a kind, of which the page has one."""
    (slot,) = page.slots(kind)
    return slot


def test_a_tick_runs_one_fragment(front: FrontEnd) -> None:
    """No more often than its time allows, and nothing that is none (R85)."""
    page = front.app(
        "count = lambda k: st.session_state.update({k: st.session_state.get(k, 0) + 1})\ncount('all')\n"
        "@st.fragment(run_every=60)\ndef clock():\n    count('clock')\n    st.text(f'clock {st.session_state.clock}')\n"
        "clock()\nst.text(f'all {st.session_state.all}')"
    )
    slot = slot_of(page, "fragment")
    assert slot["props"] == {"every": 60.0}
    for content in [{}, {"slot": 999}, {"slot": "x"}, {"slot": [1]}, {"slot": slot["id"]}, {"slot": slot["id"]}]:
        front.tell(page, t="tick", **content)
    front.rest()
    assert page.bodies("text") == ["clock 2", "all 1"]


def test_an_input_of_a_fragment_sends_only_that(front: FrontEnd) -> None:
    """The patch names nothing of the rest of the page."""
    page = front.app(
        "@st.fragment\ndef part():\n    st.text(st.slider('n', 0, 9))\npart()\n"
        "for i in range(50):\n    st.text(f'line {i}')"
    )
    before = len(page.patches)
    front.touch(page.input("n"), value=4)
    ops = [op for patch in page.patches[before:] for op in patch["ops"]]
    assert [op[0] for op in ops] == ["put"]
    assert page.bodies("text")[:2] == ["4", "line 0"]


def test_a_form_waits_and_a_reload_shows_what_was_typed(front: FrontEnd) -> None:
    """The widget has what was typed, the script what was submitted (R69)."""
    page = front.app(
        "with st.form('f', clear_on_submit=True):\n    name = st.text_input('Name', 'Ada', key='form name')\n"
        "    sent = st.form_submit_button('Send')\nst.text(f'{name} {sent}')\nst.button('Other')"
    )
    front.touch(page.input("Name"), value="Grace")
    front.click(page.input("Other"))
    assert page.bodies("text") == ["Ada False"]
    front.post(page.input("Name"), {"method": "request_state"})
    assert front.models[page.input("Name")]["value"] == "Grace"
    front.click(page.input("Send"))
    assert page.bodies("text") == ["Grace True"]
    assert front.models[page.input("Name")]["value"] == "Ada"
    assert front.value("st.session_state['form name']") == "Ada"


def test_a_dialog_is_dismissed(front: FrontEnd) -> None:
    """At once, while the kernel is at rest; a page that is loaded then does not show it (R92)."""
    page = front.app(
        "@st.dialog('Title', on_dismiss='rerun')\ndef ask():\n    st.text('ask')\n"
        "if st.button('Open'):\n    ask()\nst.session_state.runs = st.session_state.get('runs', 0) + 1"
    )
    front.click(page.input("Open"))
    dialog = slot_of(page, "dialog")
    assert page.roots["dialog"] == [dialog]
    runs = front.value("st.session_state.runs")
    front.tell(page, t="dismiss", slot=dialog["id"])
    front.until(lambda: page.roots["dialog"] == [])
    front.rest()
    assert front.value("st.session_state.runs") == runs + 1
    front.tell(page, t="dismiss", slot=dialog["id"])
    front.rest()
    assert front.value("st.session_state.runs") == runs + 1


def test_a_page_cannot_close_what_it_may_not(published: FrontEnd) -> None:
    """A dialog that only the script closes, and what is no dialog."""
    page = published.app(
        "@st.dialog('Title', dismissible=False)\ndef ask():\n    st.text('ask')\n"
        "@st.fragment\ndef part():\n    st.text('part')\npart()\nask()"
    )
    published.until(lambda: len(page.slots("text")) == 2)
    for slot in page.slots():
        published.tell(page, t="dismiss", slot=slot["id"])
    published.tell(page, t="dismiss", slot="dialog")
    published.rest()
    assert page.bodies("text") == ["part", "ask"]
