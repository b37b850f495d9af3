"""Dialogs under a reader's hands: a real modal, closed by all that closes one, with the focus given back."""

from __future__ import annotations

import pytest
from hosts import READY, Host, Lab, Voila
from playwright.sync_api import Locator, expect
from rules import violations

pytestmark = pytest.mark.browser

SCRIPT = """%%app
runs = st.session_state.runs = st.session_state.get("runs", 0) + 1
@st.dialog("Your **vote**", icon="🗳", on_dismiss=lambda: st.session_state.update(left="by X"))
def vote(item):
    inner = st.session_state.inner = st.session_state.get("inner", 0) + 1
    why = st.text_input("Why")
    st.selectbox("Sort", ["one", "two", "three"], help="Which sort")
    st.text(f"{item} because {why}, inner {inner}")
    if st.button("Send"):
        st.session_state.vote = f"{item}: {why}"
        st.rerun()
@st.dialog("Only by me", dismissible=False, position="right", width=400)
def locked():
    left, right = st.columns(2)
    if left.button("Done"):
        st.rerun()
    right.button("Later")
@st.fragment
def part():
    if st.button("From a part"):
        vote("part")
st.text_input("Behind")
if st.button("A"):
    vote("A")
if st.button("Locked"):
    locked()
part()
st.text(f"voted {st.session_state.get('vote')}, left {st.session_state.get('left')}, run {runs}")
"""


def said(app: Locator, text: str) -> None:
    """Wait until the page says it."""
    expect(app.get_by_text(text, exact=True)).to_be_visible()


def press(app: Locator, name: str) -> None:
    """Click a button of the page."""
    app.get_by_role("button", name=name, exact=True).click()


def test_a_dialog(host: Host) -> None:
    """One page for all: it opens, keeps the focus, runs alone, closes by script, X, Escape and a click beside."""
    app = host.open(SCRIPT)
    press(app, "A")
    dialog = app.get_by_role("dialog", name="Your vote")
    expect(dialog).to_be_visible()
    expect(dialog).to_be_focused()
    assert dialog.evaluate("(el) => el.matches(':modal')")
    assert [found for found in violations(host.page) if "nbapp-dialog" in found] == []
    host.page.keyboard.press("Tab")
    expect(dialog.get_by_label("Why")).to_be_focused()
    host.page.keyboard.type("it works")
    host.page.keyboard.press("Enter")
    said(dialog, "A because it works, inner 2")
    for _ in range(12):
        host.page.keyboard.press("Tab")
        inside = "document.activeElement === document.body || document.activeElement.closest('dialog') !== null"
        assert host.page.evaluate(inside)
    dialog.get_by_role("combobox").click()
    dialog.get_by_role("option", name="two").click()
    said(dialog, "A because it works, inner 3")
    dialog.get_by_role("button", name="Send").click()
    expect(dialog).to_have_count(0)
    said(app, "voted A: it works, left None, run 3")
    expect(app.get_by_role("button", name="A", exact=True)).to_be_focused()
    press(app, "A")
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_have_count(0)
    said(app, "voted A: it works, left by X, run 5")
    press(app, "From a part")
    said(dialog, "part because , inner 6")
    host.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    said(app, "voted A: it works, left by X, run 5")
    expect(app.get_by_role("button", name="From a part")).to_be_focused()
    press(app, "A")
    expect(dialog).to_be_visible()
    host.page.mouse.click(8, 300)
    expect(dialog).to_have_count(0)
    app.get_by_label("Behind").fill("works")


def test_one_that_only_the_script_closes(host: Host) -> None:
    """Neither Escape twice, nor a click beside, nor R; in a notebook its author can put it aside and come back."""
    app = host.open(SCRIPT)
    press(app, "Locked")
    dialog = app.get_by_role("dialog", name="Only by me")
    expect(dialog).to_be_visible()
    box = dialog.bounding_box()
    assert box is not None
    size = host.page.viewport_size
    assert size is not None
    assert (round(box["x"] + box["width"]), round(box["height"]), round(box["width"])) == (
        size["width"],
        size["height"],
        400,
    )
    expect(dialog.get_by_role("button", name="Close")).to_have_count(0)
    tops = [
        dialog.get_by_role("button", name=name).evaluate("(el) => el.getBoundingClientRect().top")
        for name in ("Done", "Later")
    ]
    assert tops[0] == tops[1], "the columns of a small dialog stand side by side"
    dialog.get_by_role("button", name="Done").focus()
    host.page.keyboard.press("r")
    host.page.mouse.click(8, 300)
    expect(dialog).to_be_visible()
    if host.name == "voila":
        host.page.keyboard.press("Escape")
        host.page.keyboard.press("Escape")
        host.page.wait_for_timeout(100)
    else:
        host.page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()
        assert app.locator(".nbapp-main").evaluate("(el) => el.inert")
        app.get_by_role("button", name="Show the dialog: Only by me").click()
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name="Done").click()
    expect(dialog).to_have_count(0)
    said(app, "voted None, left None, run 3")


def test_a_reload_shows_what_is_open_and_not_what_was_closed(lab: Lab) -> None:
    """In JupyterLab, whose kernel goes on; a notebook behind another tab locks nothing."""
    app = lab.open(SCRIPT)
    dialog = app.get_by_role("dialog", name="Your vote")
    press(app, "A")
    dialog.get_by_label("Why").fill("typed")
    dialog.get_by_label("Why").press("Enter")
    said(dialog, "A because typed, inner 2")
    dialog.get_by_role("button", name="Back to the notebook").click()
    lab.run("docmanager:save")
    lab.page.reload()
    lab.page.wait_for_function(READY, timeout=60_000)
    expect(dialog).to_be_visible()
    expect(dialog.get_by_label("Why")).to_have_value("typed")
    lab.page.evaluate("async () => { await jupyterapp.restored; }")
    lab.run("launcher:create")
    expect(dialog).to_be_hidden()
    lab.page.locator(".lm-TabBar-tab", has_text=".ipynb").click()
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_have_count(0)
    lab.run("docmanager:save")
    lab.page.reload()
    expect(app.get_by_text("voted None, left by X", exact=False)).to_be_visible(timeout=60_000)
    expect(dialog).to_have_count(0)


def test_on_a_phone(voila: Voila) -> None:
    """It fits, and what does not fit scrolls inside."""
    lines = "    for i in range(60):\n        st.text(f'line {i}')"
    many = f"%%app\n@st.dialog('Many', width='large')\ndef many():\n{lines}\nmany()"
    voila.open(many)
    voila.page.set_viewport_size({"width": 390, "height": 844})
    dialog = voila.app.get_by_role("dialog")
    expect(dialog.get_by_text("line 0", exact=True)).to_be_visible()
    box = dialog.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert box["height"] <= 844
    dialog.get_by_text("line 59").scroll_into_view_if_needed()
    expect(dialog.get_by_text("line 59")).to_be_in_viewport()
    expect(dialog.get_by_role("button", name="Close")).to_be_in_viewport()
