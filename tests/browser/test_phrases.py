"""Markdown within a line: titles, labels, what stands on buttons and beside options; and emoji by their names."""

from __future__ import annotations

import re

import pytest
from hosts import Host
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

BLOCKS = """%%app
st.title("1. Intro")
st.header("# 5 and more\\n- one\\n- two")
st.text_input("1. Name")
st.selectbox("+ *Kind*", ["a"])
with st.expander("2. More"):
    st.write("inside")
st.tabs(["1. A", "> B"])
st.metric("- load", "* 5", "1. up")
st.progress(10, "=== nearly")
st.text("done")
"""


def test_what_begins_a_block_is_text_in_a_line(host: Host) -> None:
    """No list, heading or quote in a title, a label, a tab; a heading's further lines are Markdown below it."""
    app = host.open(BLOCKS)
    expect(app.get_by_text("done", exact=True)).to_be_visible()
    expect(app.get_by_role("heading", name="1. Intro", level=1)).to_be_visible()
    expect(app.get_by_role("heading", name="# 5 and more", level=2)).to_be_visible()
    expect(app.get_by_role("listitem")).to_have_text(["one", "two"])
    expect(app.get_by_role("textbox", name="1. Name", exact=True)).to_be_visible()
    expect(app.locator(".nbapp-label em")).to_have_text("Kind")
    expect(app.locator(".nbapp-summary")).to_have_text("2. More")
    expect(app.get_by_role("tab")).to_have_text(["1. A", "> B"])
    for part, text in {"label": "- load", "value": "* 5", "text": "1. up"}.items():
        expect(app.locator(f".nbapp-metric-{part}")).to_have_text(text)
    expect(app.locator(".nbapp-progress-text")).to_have_text("=== nearly")


WORDS = """%%app
n = st.session_state.get("n", 0)
st.text(f"clicks: {n}")
if st.button(f"**Save** `{n}` [it](https://example.org)", key="save", icon=":material/save:"):
    st.session_state["n"] = n + 1
    st.rerun()
raw = st.checkbox("Show **raw** `data`")
kind = st.radio("Kind", ["**A**", f":red[B{n}]"], captions=["the *first*", ""])
with st.form("f"):
    st.form_submit_button("_Send_ ~~not~~")
st.text(f"{raw} {kind}")
"""


def test_words_of_stock_widgets_are_markdown(host: Host) -> None:
    """On buttons, beside a checkbox, of options; drawn anew when they change; pressed and ticked as ever."""
    app = host.open(WORDS)
    save = app.get_by_role("button", name=re.compile("Save 0 it"))
    expect(save.locator("strong")).to_have_text("Save")
    expect(save.locator("a")).to_have_count(0)
    expect(save).to_have_attribute("title", "Save 0 it")
    expect(save).to_have_attribute("data-icon", "💾")
    expect(app.get_by_role("button", name="Send not").locator("em")).to_have_text("Send")
    tick = app.get_by_role("checkbox", name="Show raw data", exact=True)
    expect(app.locator(".widget-checkbox code")).to_have_text("data")
    tick.check()
    expect(app.get_by_text("True **A**")).to_be_visible()
    first = app.get_by_role("radio", name="A the first")
    expect(first).to_be_checked()
    option, caption = (app.locator(css).bounding_box() for css in (".widget-radio-box strong", ".nbapp-radio-caption"))
    assert option
    assert caption
    assert caption["y"] >= option["y"] + option["height"] - 1
    app.locator(".widget-radio-box .nbapp-red").click()
    expect(app.get_by_text("True :red[B0]")).to_be_visible()
    save.click()
    expect(app.get_by_text("clicks: 1")).to_be_visible()
    expect(app.get_by_role("button", name=re.compile("Save 1 it")).locator("strong")).to_have_text("Save")
    expect(app.locator(".widget-radio-box .nbapp-red")).to_have_text("B1")


EMOJI = """%%app
st.title(":rocket: Launch")
st.markdown("Hi :wave:, `:tada:` at 12:30:45 :no_such_emoji: [x :+1:](https://example.org/:tada:)")
st.markdown("**Simple** :tada:")
st.success(":red[:sparkles: new]")
st.button("Go :rocket:")
st.tabs([":bar_chart: Chart"])
"""


def test_emoji_by_their_names(host: Host) -> None:
    """In sentences and labels; not in code, addresses or times."""
    app = host.open(EMOJI)
    expect(app.get_by_role("heading", name="🚀 Launch")).to_be_visible()
    first, second = app.locator(".nbapp-markdown").all()
    expect(first).to_have_text("Hi 👋, :tada: at 12:30:45 :no_such_emoji: x 👍")
    expect(first.get_by_role("link")).to_have_attribute("href", "https://example.org/:tada:")
    expect(second).to_have_text("Simple 🎉")
    expect(app.locator(".nbapp-alert-body .nbapp-red")).to_have_text("✨ new")
    expect(app.get_by_role("button", name="Go 🚀")).to_be_visible()
    expect(app.get_by_role("tab", name="📊 Chart")).to_be_visible()


LONG = "A **long** text that does not fit"
ONE_LINE = f"""%%app
narrow = st.columns([1, 5])[0]
for draw in (narrow.title, narrow.subheader, narrow.markdown, narrow.caption, narrow.text):
    draw({LONG!r} + "\\n- at all", wrap=False)
st.markdown("# Head\\ntext", anchors=False)
st.text("done")
"""


def test_one_line(host: Host) -> None:
    """What is not to wrap ends where its room ends, and shows whole under the mouse."""
    app = host.open(ONE_LINE)
    expect(app.get_by_text("done", exact=True)).to_be_visible()
    lines = app.locator(".nbapp-one-line")
    expect(lines).to_have_count(5)
    for line in lines.all():
        assert line.evaluate("el => el.scrollWidth > el.clientWidth && el.clientHeight < 70")
        assert (line.get_attribute("title") or "").startswith("A ")
    expect(app.get_by_role("heading", name="Head", exact=True)).to_be_visible()
    expect(app.locator(".jp-InternalAnchorLink:visible")).to_have_count(0)
