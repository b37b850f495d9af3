"""Our own inputs under a reader's hands: keys, lists, roles, what is refused."""

from __future__ import annotations

import pytest
from hosts import Host
from playwright.sync_api import Locator, expect

pytestmark = pytest.mark.browser

SCRIPT = """%%app
value = {}
st.text(f'value: {{value!r}}')"""


def shown(app: Locator, value: str) -> None:
    """Wait until the script has seen that value."""
    expect(app.get_by_text(f"value: {value}", exact=True)).to_be_visible()


def test_number_input(host: Host) -> None:
    """Arrow keys step, Enter gives, what is out of bounds stays in the box with a reason."""
    app = host.open(SCRIPT.format("st.number_input('Seats', 0, 10, 3)"))
    box = app.get_by_role("spinbutton", name="Seats")
    box.press("ArrowUp")
    shown(app, "4")
    box.fill("99")
    box.press("Enter")
    expect(box).to_have_attribute("aria-invalid", "true")
    expect(box).to_have_attribute("title", "The most is 10.")
    box.press("Escape")
    expect(box).to_have_value("4")
    app.get_by_role("button", name="More").click()
    shown(app, "5")
    expect(box).to_have_attribute("aria-valuenow", "5")


def test_number_input_may_be_empty(host: Host) -> None:
    """An empty box is None, and a comma is as good as a point."""
    app = host.open(SCRIPT.format("st.number_input('Weight', value=None, placeholder='kg')"))
    box = app.get_by_role("spinbutton", name="Weight")
    expect(box).to_have_attribute("placeholder", "kg")
    box.fill("2,5")
    box.blur()
    shown(app, "2.5")
    expect(box).to_have_value("2.50")
    box.fill("")
    box.press("Enter")
    shown(app, "None")


def test_selectbox(host: Host) -> None:
    """Typing narrows 5,000 options, of which only those in sight are drawn; Escape changes nothing."""
    app = host.open(SCRIPT.format("st.selectbox('Port', [f'port {i}' for i in range(5000)], index=None)"))
    box = app.get_by_role("combobox", name="Port")
    box.click()
    expect(box).to_have_attribute("aria-expanded", "true")
    assert app.get_by_role("option").count() < 40
    box.press_sequentially("4321")
    expect(app.get_by_role("option").first).to_have_text("port 4321")
    box.press("Enter")
    shown(app, "'port 4321'")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press_sequentially("zz")
    expect(app.get_by_text("No results")).to_be_visible()
    box.press("Escape")
    expect(box).to_have_value("port 4321")
    app.get_by_role("button", name="Clear", exact=True).click()
    shown(app, "None")


def test_selectbox_by_arrow_keys(host: Host) -> None:
    """The active line is told to a screen reader, and Enter takes it."""
    app = host.open(SCRIPT.format("st.selectbox('Class', ['first', 'second', 'third'])"))
    box = app.get_by_role("combobox", name="Class")
    box.press("ArrowDown")
    expect(app.get_by_role("option", name="first")).to_have_attribute("aria-selected", "true")
    box.press("ArrowDown")
    active = app.get_by_role("option", name="second").get_attribute("id")
    assert active
    expect(box).to_have_attribute("aria-activedescendant", active)
    box.press("Enter")
    shown(app, "'second'")


def test_multiselect(host: Host) -> None:
    """Chips come and go by keys and by mouse; the list stays open; new options only where allowed."""
    app = host.open(SCRIPT.format("st.multiselect('Decks', ['A', 'B', 'C'], 'B', accept_new_options=True)"))
    box = app.get_by_role("combobox", name="Decks")
    box.click()
    app.get_by_role("option", name="C", exact=True).click()
    shown(app, "['B', 'C']")
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press_sequentially("boat")
    box.press("Enter")
    shown(app, "['B', 'C', 'boat']")
    box.press("Backspace")
    shown(app, "['B', 'C']")
    app.get_by_role("button", name="Remove B").click()
    shown(app, "['C']")


def test_multiselect_limit(host: Host) -> None:
    """When as many are chosen as may be, the list says so."""
    app = host.open(SCRIPT.format("st.multiselect('Decks', ['A', 'B', 'C'], max_selections=1)"))
    box = app.get_by_role("combobox", name="Decks")
    box.press("ArrowDown")
    expect(app.get_by_role("option", name="Choose all")).to_have_count(0)
    box.press("Enter")
    shown(app, "['A']")
    expect(app.get_by_text("At most 1 can be chosen")).to_be_visible()


def test_slider_over_days(host: Host) -> None:
    """It moves by days and shows them in the script's format."""
    app = host.open(
        SCRIPT.format("str(st.slider('Day', value=__import__('datetime').date(1912, 4, 14), format='D MMM'))")
    )
    thumb = app.get_by_role("slider", name="Day")
    thumb.press("ArrowRight")
    shown(app, "'1912-04-15'")
    expect(thumb).to_have_attribute("aria-valuetext", "15 Apr")


def test_date_range(host: Host) -> None:
    """Two boxes; the first never lies behind the last."""
    app = host.open(SCRIPT.format("[str(d) for d in st.date_input('Trip', ('1912-04-10', '1912-04-15'))]"))
    first = app.locator(".nbapp-date-range input").first
    first.fill("1912-04-20")
    first.blur()
    shown(app, "['1912-04-20', '1912-04-20']")


def test_a_text_that_breaks_its_rule(host: Host) -> None:
    """It stays in the box, with a sentence; the script does not see it."""
    app = host.open(SCRIPT.format("st.text_input('Mail', type='email')"))
    box = app.get_by_label("Mail")
    box.fill("nobody")
    box.press("Enter")
    expect(app.get_by_role("alert")).to_have_text("This is no email address.")
    expect(box).to_have_value("nobody")
    box.fill("a@b.org")
    box.press("Enter")
    shown(app, "'a@b.org'")
    expect(app.get_by_role("alert")).to_have_count(0)


def test_a_shortcut_clicks(host: Host) -> None:
    """Its keys click a button wherever the focus is in the app, but not while writing."""
    app = host.open(
        "%%app\nname = st.text_input('Name')\nif st.button('Go', shortcut='g'): st.session_state.n = 1\n"
        "st.text(f\"value: {st.session_state.get('n')}\")"
    )
    app.get_by_label("Name").press("g")
    expect(app.get_by_label("Name")).to_have_value("g")
    app.get_by_role("button", name="Go").focus()
    shown(app, "None")
    host.page.keyboard.press("g")
    shown(app, "1")
