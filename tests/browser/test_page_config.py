"""The page as a whole, and what its browser says of itself."""

from __future__ import annotations

import pytest
from hosts import Host, Lab, Voila
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

CONFIG = """%%app
st.set_page_config(
    page_title="Pets", page_icon="🐧", layout="wide", initial_sidebar_state="collapsed",
    menu_items={"Get help": "https://example.org/help", "About": "All **pets** of the town"},
)
with st.sidebar:
    st.text("in the side bar")
layout = st.selectbox("Layout", ["wide", "centered"])
st.set_page_config(layout=layout)
st.text(layout)
"""
CONTEXT = (
    "%%app\nst.text(f'{st.context.timezone} {st.context.locale} {st.context.theme.type} {st.context.is_embedded}')"
)
COOKIES = """%%app
st.components.v1.html(
    "<p id=p>?</p><script>try { parent.document.title = 'x'; p.textContent = 'reached' } "
    "catch (error) { p.textContent = window.origin }</script>", height=80)
"""


def test_layout_side_bar_and_menu(host: Host) -> None:
    """Each as the script says, and anew when it says otherwise."""
    app = host.open(CONFIG)
    expect(app.get_by_text("wide", exact=True).last).to_be_visible()
    expect(app).to_have_attribute("data-layout", "wide")
    expect(app.get_by_text("in the side bar")).to_be_hidden()
    app.get_by_label("Show the sidebar").click()
    expect(app.get_by_text("in the side bar")).to_be_visible()
    app.get_by_label("More").click()
    expect(app.get_by_role("link", name="Get help")).to_have_attribute("href", "https://example.org/help")
    expect(app.locator(".nbapp-menu-about strong")).to_have_text("pets")
    host.page.keyboard.press("Escape")
    expect(app.locator(".nbapp-menu-list")).to_be_hidden()
    app.get_by_role("combobox", name="Layout").click()
    app.get_by_role("option", name="centered").click()
    expect(app).to_have_attribute("data-layout", "centered")
    main = app.locator(".nbapp-main").bounding_box()
    assert main is not None
    assert main["width"] <= 736
    expect(app.get_by_text("in the side bar")).to_be_visible()


def test_title_and_icon_are_the_tabs_of_a_published_app(voila: Voila) -> None:
    """The icon is drawn from the emoji."""
    voila.open(CONFIG)
    expect(voila.page).to_have_title("Pets")
    href = voila.page.locator('link[rel~="icon"]').get_attribute("href")
    assert href is not None
    assert href.startswith("data:image/svg+xml,")
    assert "%F0%9F%90%A7" in href


def test_jupyterlab_keeps_its_title(lab: Lab) -> None:
    """The tab is the notebook's."""
    app = lab.open(CONFIG)
    expect(app).to_have_attribute("data-layout", "wide")
    assert "Pets" not in lab.page.title()


def test_the_browser_tells_of_itself(host: Host) -> None:
    """The app runs again once it knows, and when the theme changes."""
    app = host.open(CONTEXT)
    zone = host.page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone")
    locale = host.page.evaluate("navigator.language")
    expect(app.get_by_text(f"{zone} {locale} light False")).to_be_visible()
    host.page.evaluate("document.body.dataset.jpThemeLight = 'false'")
    expect(app.get_by_text(f"{zone} {locale} dark False")).to_be_visible()
    host.page.evaluate("document.body.dataset.jpThemeLight = 'true'")
    expect(app.get_by_text(f"{zone} {locale} light False")).to_be_visible()


def test_a_frame_is_kept_apart(host: Host) -> None:
    """Its scripts run, and reach nothing of the page."""
    app = host.open(COOKIES)
    expect(app.frame_locator("iframe").locator("#p")).to_have_text("null")
    assert host.page.title() != "x"
    frame = app.locator("iframe")
    expect(frame).to_have_attribute("height", "80")
