"""Errors: of the script, and of a renderer."""

from __future__ import annotations

import pytest
from hosts import Host, Lab
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

SCRIPT = """%%app
st.write("drawn before")
divisor = st.slider("Divisor", 0, 5, 1)
with st.container(border=True, key="here"):
    st.write(f"one part of {divisor} is {1 / divisor}")
st.write("drawn after")
"""
BROKEN = """%%app
from IPython.display import display
st.write("before")
display({"application/vnd.vegalite.v5+json": {"mark": "nonsense", "data": {"values": []}}}, raw=True)
name = st.text_input("Name")
st.write(f"hello {name}")
"""
EDIT = """(source) => {
    const notebook = jupyterapp.shell.currentWidget.content;
    notebook.activeCellIndex = notebook.widgets.length - 1;
    notebook.activeCell.model.sharedModel.setSource(source);
}"""


def test_script_error_shows_where_it_happened(host: Host) -> None:
    """With what was drawn before it; the next interaction runs again. A published page shows no traceback."""
    app = host.open(SCRIPT)
    thumb = app.locator(".noUi-handle")
    thumb.press("ArrowLeft")
    failure = app.locator(".st-key-here").get_by_role("alert")
    expect(failure).to_be_visible()
    expect(app.get_by_text("drawn before")).to_be_visible()
    expect(app.get_by_text("drawn after")).to_have_count(0)
    words = app.inner_text()
    if host.name == "lab":
        assert "ZeroDivisionError" in words
        assert "1 / divisor" in words
    else:
        assert not [word for word in ("Traceback", "ZeroDivision", "divisor is", ".py", "/", "File") if word in words]
        assert "Error id" in words
    thumb.press("ArrowRight")
    expect(app.get_by_text("one part of 1 is 1.0")).to_be_visible()
    expect(failure).to_have_count(0)


def test_renderer_that_fails_spoils_its_own_node_only(host: Host) -> None:
    """A chart that makes no sense says so where it stands; the rest of the page works."""
    app = host.open(BROKEN)
    expect(app.locator(".nbapp-failure").first).to_contain_text("could not be shown")
    expect(app.get_by_text("before", exact=True)).to_be_visible()
    app.get_by_label("Name").fill("Ada")
    app.get_by_label("Name").press("Enter")
    expect(app.get_by_text("hello Ada", exact=True)).to_be_visible()
    assert host.complaints, "the author finds the reason in the console"
    host.complaints.clear()


def test_syntax_error_keeps_the_last_good_page(lab: Lab) -> None:
    """The cell fails, the page that was there is shown again, and works."""
    lab.open("%%app --name one\nname = st.text_input('Name')\nst.write(f'hello {name}')")
    lab.page.evaluate(EDIT, "%%app --name one\nif")
    lab.run("notebook:run-cell")
    expect(lab.page.get_by_text("SyntaxError").first).to_be_visible()
    lab.app.get_by_label("Name").fill("Ada")
    lab.app.get_by_label("Name").press("Enter")
    expect(lab.app.get_by_text("hello Ada", exact=True)).to_be_visible()
