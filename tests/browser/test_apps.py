"""More than one app, and more than one front end."""

from __future__ import annotations

import pytest
from hosts import Host, Lab
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
GIVE = "(el) => { el.value = 'Ada'; el.dispatchEvent(new Event('change', { bubbles: true })); }"


def test_two_apps_do_not_disturb_each_other(host: Host) -> None:
    """Each runs for its own inputs, and the other's box keeps what is being typed."""
    script = "%%app\nname = st.text_input('Name')\nst.session_state.WHO = st.session_state.get('WHO', 0) + 1\n"
    shown = "st.write(f'WHO {name} in run {st.session_state.WHO}')"
    host.open(*((script + shown).replace("WHO", who) for who in ("first", "second")))
    one, two = (host.page.locator(".nbapp-root").nth(place) for place in (0, 1))
    two.get_by_label("Name").press_sequentially("Bob")
    one.get_by_label("Name").evaluate(GIVE)
    expect(one.get_by_text("first Ada in run 2", exact=True)).to_be_visible()
    expect(two.get_by_label("Name")).to_have_value("Bob")
    expect(two.get_by_label("Name")).to_be_focused()
    expect(two.get_by_text("second in run 1")).to_be_visible()
    two.get_by_label("Name").press("Enter")
    expect(two.get_by_text("second Bob in run 2", exact=True)).to_be_visible()
    expect(one.get_by_text("first Ada in run 2", exact=True)).to_be_visible()


def test_running_a_cell_again_replaces_its_app(lab: Lab) -> None:
    """There is one app, with what `session_state` held."""
    app = lab.open("%%app\nname = st.text_input('Name', key='name')\nst.write(f'hello {name}')")
    app.get_by_label("Name").fill("Ada")
    app.get_by_label("Name").press("Enter")
    expect(app.get_by_text("hello Ada", exact=True)).to_be_visible()
    lab.page.evaluate("jupyterapp.shell.currentWidget.content.activeCellIndex = 1")
    lab.run("notebook:run-cell")
    expect(lab.page.locator(".nbapp-root")).to_have_count(1)
    expect(lab.app.get_by_text("hello Ada", exact=True)).to_be_visible()


def test_notebook_7(lab: Lab) -> None:
    """The same in Notebook 7, on a page of its own."""
    notebook = lab.write("%%app\nname = st.text_input('Name')\nst.write(f'hello {name}')")
    other = Lab(lab.browser, lab.server, lab.folder)
    page = other.fresh_page()
    page.goto(f"{lab.server.url}/notebooks/{notebook.name}")
    page.locator(".jp-NotebookPanel .jp-Cell").first.wait_for(timeout=60_000)
    page.locator(".jp-Notebook-ExecutionIndicator[data-status='idle']").wait_for(timeout=60_000)
    page.get_by_role("menuitem", name="Run").click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    other.app.get_by_label("Name").fill("Ada")
    other.app.get_by_label("Name").press("Enter")
    expect(other.app.get_by_text("hello Ada", exact=True)).to_be_visible()
    assert not other.complaints
    other.close()
