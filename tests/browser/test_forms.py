"""Forms under a reader's hands: what is typed waits, Enter and clicks hand it in, with the newest value in it."""

from __future__ import annotations

import pytest
from hosts import Host, Lab
from playwright.sync_api import Locator, expect

pytestmark = pytest.mark.browser

SCRIPT = """%%app
runs = st.session_state.runs = st.session_state.get("runs", 0) + 1
with st.form("visit"):
    name = st.text_input("Name")
    age = st.number_input("Age", 0, 150, 36)
    why = st.text_area("Why")
    size = st.slider("Size", 0, 100, 10)
    sent = st.form_submit_button("Send")
    later = st.form_submit_button("Later")
with st.form("rules", clear_on_submit=True, enter_to_submit=False):
    mail = st.text_input("Mail", type="email", required=True)
    kept = st.form_submit_button("Keep")
if st.button("Other"):
    pass
st.text(f"name={name} age={age} why={why} size={size} sent={sent} later={later}")
st.text(f"mail={mail} kept={kept}")
st.text(f"run {runs}")
"""


def said(app: Locator, text: str) -> None:
    """Wait until the page says it."""
    expect(app.get_by_text(text, exact=True)).to_be_visible()


def test_a_form(host: Host) -> None:
    """One page for all: waiting, Enter, Ctrl+Enter, clicks, a second button, rules, clearing."""
    app = host.open(SCRIPT)
    name, mail = app.get_by_label("Name"), app.get_by_label("Mail")
    name.fill("Ada")
    name.blur()
    app.get_by_role("button", name="Other").click()
    said(app, "run 2")
    said(app, "name= age=36 why= size=10 sent=False later=False")
    expect(name).to_have_value("Ada")
    name.press("Enter")
    said(app, "name=Ada age=36 why= size=10 sent=True later=False")
    said(app, "run 3")
    name.fill("Grace")
    name.press("Enter")
    said(app, "name=Grace age=36 why= size=10 sent=True later=False")
    expect(name).to_be_focused()
    app.get_by_role("spinbutton", name="Age").fill("40")
    app.get_by_role("spinbutton", name="Age").press("Enter")
    said(app, "name=Grace age=40 why= size=10 sent=True later=False")
    app.get_by_label("Why").fill("one\ntwo")
    app.get_by_label("Why").press("Control+Enter")
    said(app, "name=Grace age=40 why=one two size=10 sent=True later=False")
    app.get_by_label("Why").fill("typed")
    app.get_by_role("spinbutton", name="Age").press("ArrowUp")
    app.get_by_role("slider", name="Size").press("ArrowRight")
    app.get_by_role("button", name="Later").click()
    said(app, "name=Grace age=41 why=typed size=11 sent=False later=True")
    said(app, "run 7")
    app.get_by_role("button", name="Keep").click()
    expect(app.get_by_role("alert")).to_have_text("Something must be written here.")
    expect(mail).to_be_focused()
    mail.fill("nobody")
    app.get_by_role("button", name="Keep").click()
    expect(app.get_by_role("alert")).to_have_text("This is no email address.")
    mail.fill("a@b.org")
    mail.press("Enter")
    said(app, "run 7")
    app.get_by_role("button", name="Keep").click()
    said(app, "mail=a@b.org kept=True")
    expect(mail).to_have_value("")
    said(app, "run 8")


def test_the_newest_value_comes_before_the_click(host: Host) -> None:
    """Typed and dragged without a pause, then Enter or a click at once: what is shown is what is submitted."""
    app = host.open(
        "%%app\nwith st.form('f'):\n    n = st.slider('N', 0, 1000, 0)\n    t = st.text_input('Text')\n"
        "    st.form_submit_button('Send')\nst.text(f'n={n} t={t}')"
    )
    slider = app.get_by_role("slider", name="N")
    slider.focus()
    burst = """(el) => {
        const right = { key: 'ArrowRight', bubbles: true };
        for (let i = 1; i <= 60; i++) el.dispatchEvent(new KeyboardEvent('keydown', right));
        [...document.querySelectorAll('button')].find((b) => b.textContent.trim() === 'Send').click();
    }"""
    slider.evaluate(burst)
    said(app, "n=60 t=")
    for word in ("a", "ab", "abc"):
        app.get_by_label("Text").fill(word)
        app.get_by_label("Text").press("Enter")
    said(app, "n=60 t=abc")


def test_what_is_typed_outlives_a_reload(lab: Lab) -> None:
    """The page shows it again, and the script still does not see it (R69)."""
    app = lab.open(SCRIPT)
    app.get_by_label("Name").fill("Ada")
    app.get_by_label("Name").blur()
    said(app, "run 1")
    lab.run("docmanager:save")
    lab.page.reload()
    expect(app.get_by_label("Name")).to_have_value("Ada", timeout=60_000)
    app.get_by_role("button", name="Other").click()
    said(app, "name= age=36 why= size=10 sent=False later=False")
    app.get_by_role("button", name="Send").click()
    said(app, "name=Ada age=36 why= size=10 sent=True later=False")
