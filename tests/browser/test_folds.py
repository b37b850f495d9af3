"""Tabs and expanders whose script knows what is open (R127)."""

from __future__ import annotations

import re

import pytest
from hosts import READY, Host, Lab
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

SCRIPT = """%%app
for tab in (tabs := st.tabs(['First', 'Second', 'Third'], key='tab', on_change='rerun')):
    if tab.open:
        tab.write(f'this is {st.session_state.tab}')
inside = st.expander('More', on_change='rerun')
if inside.open:
    inside.write('a lot more')
st.text(f'open: {[tab.open for tab in tabs]}, {inside.open}')
"""
TURNED = """%%app
def turn():
    st.session_state.tab = 'Third'
st.button('Third, please', on_click=turn)
tabs = st.tabs(['First', 'Second', 'Third'], key='tab', bind='query-params')
st.text(f'open: {[tab.open for tab in tabs]}')
"""


def test_what_is_seen_is_computed(host: Host) -> None:
    """By mouse and by keys; the tab that is chosen shows at once, and its content when it is there."""
    app = host.open(SCRIPT)
    expect(app.get_by_text("this is First", exact=True)).to_be_visible()
    app.get_by_role("tab", name="Second").click()
    expect(app.get_by_text("this is Second", exact=True)).to_be_visible()
    expect(app.get_by_text("this is First")).to_have_count(0)
    app.get_by_role("tab", name="Second").press("ArrowRight")
    expect(app.get_by_text("open: [False, False, True], False", exact=True)).to_be_visible()
    expect(app.get_by_role("tab", name="Third")).to_be_focused()
    expect(app.get_by_text("a lot more")).to_have_count(0)
    app.get_by_text("More", exact=True).click()
    expect(app.get_by_text("a lot more")).to_be_visible()
    app.get_by_text("More", exact=True).click()
    expect(app.get_by_text("open: [False, False, True], False", exact=True)).to_be_visible()
    expect(app.locator(".nbapp-expander")).not_to_have_attribute("open", "")


def test_the_script_turns_them(host: Host) -> None:
    """What is assigned to their key is seen on the page, and in the address; the reader can turn them again."""
    app = host.open(TURNED)
    expect(app.get_by_role("tab", name="First")).to_have_attribute("aria-selected", "true")
    app.get_by_role("button", name="Third, please").click()
    expect(app.get_by_role("tab", name="Third")).to_have_attribute("aria-selected", "true")
    expect(host.page).to_have_url(re.compile("[?&]tab=Third"))
    app.get_by_role("tab", name="Second").click()
    expect(app.get_by_text("open: [False, True, False]", exact=True)).to_be_visible()
    expect(host.page).to_have_url(re.compile("[?&]tab=Second"))
    expect(app.get_by_role("tab", name="Second")).to_have_attribute("aria-selected", "true")


def test_a_reload_comes_back_to_the_tab(lab: Lab) -> None:
    """In the kernel it is still open, and so it is on the page."""
    app = lab.open(SCRIPT)
    app.get_by_role("tab", name="Second").click()
    expect(app.get_by_text("this is Second", exact=True)).to_be_visible()
    app.get_by_text("More", exact=True).click()
    expect(app.get_by_text("a lot more")).to_be_visible()
    lab.run("docmanager:save")
    lab.page.reload()
    lab.page.wait_for_function(READY, timeout=60_000)
    expect(app.get_by_role("tab", name="Second")).to_have_attribute("aria-selected", "true")
    expect(app.get_by_text("a lot more")).to_be_visible()
