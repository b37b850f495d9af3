"""Typing while the page around the box changes."""

from __future__ import annotations

import pytest
from hands import assert_kept, mark
from hosts import Host
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

SCRIPT = """%%app
import ipywidgets
raw = ipywidgets.Text(description="raw")
if len(raw.value) % 2:
    st.warning("an odd number of letters")
with PLACE:
    if len(raw.value) % 2:
        st.info("odd in here, too")
    st.write(raw)
    st.write(f"raw says {raw.value}")
name = st.empty()
if st.session_state.get("name") == "Ada":
    name.success("a name")
with PLACE:
    if st.session_state.get("name") == "Ada":
        st.info("a name, in here too")
    st.text_input("Name", key="name")
st.write(f"name is {st.session_state.name}")
"""


@pytest.mark.parametrize("place", ["st.container()", "st.columns(2)[1]"])
def test_typing_keeps_focus_caret_and_node(host: Host, place: str) -> None:
    """Elements appear and disappear above two boxes: at each letter of one, at each Enter of the other."""
    app = host.open(SCRIPT.replace("PLACE", place))
    box = app.locator(".nbapp-is-widget input")
    box.click()
    mark(box)
    host.page.keyboard.type("abcdef", delay=60)
    expect(app.get_by_text("raw says abcdef", exact=True)).to_be_visible()
    host.page.keyboard.press("Home")
    host.page.keyboard.press("ArrowRight")
    host.page.keyboard.type("XYZ", delay=60)
    expect(app.get_by_text("raw says aXYZbcdef", exact=True)).to_be_visible()
    expect(app.get_by_text("odd in here, too")).to_be_visible()
    assert box.evaluate("(el) => [el.selectionStart, el.selectionEnd]") == [4, 4]
    assert_kept(host.page)


def test_enter_keeps_focus_caret_and_node(host: Host) -> None:
    """A text input that gives its value at Enter can be typed in again at once."""
    app = host.open(SCRIPT.replace("PLACE", "st.columns(2)[1]"))
    box = app.get_by_label("Name")
    box.click()
    mark(box)
    for word, name in [("Ada", "Ada"), (" Lovelace", "Ada Lovelace")]:
        host.page.keyboard.type(word)
        host.page.keyboard.press("Enter")
        expect(app.get_by_text(f"name is {name}", exact=True)).to_be_visible()
        expect(app.get_by_text("a name", exact=True)).to_have_count(int(name == "Ada"))
    assert box.evaluate("(el) => [el.selectionStart, el.selectionEnd]") == [12, 12]
    assert_kept(host.page)
