"""The network is lost for five seconds, and comes back."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from cord import Cord
from hosts import Host, Lab, Voila
from playwright.sync_api import Browser, expect
from servers import Server

pytestmark = pytest.mark.browser

OUTAGE = 5.0
SCRIPT = """%%app
name = st.text_input("Name")
go = st.button("Go")
st.write(f"hello {name}")
if go:
    st.write("gone")
    GATE
    st.write("done")
"""


@pytest.fixture(params=[Lab, Voila], ids=["lab", "voila"])
def wire(request: pytest.FixtureRequest, browser: Browser, servers: dict[str, Server], folder) -> Iterator:
    """Each host on a page of its own, at the end of a cord."""
    with Cord(servers[request.param.name]) as cord:
        host = request.param(browser, cord, folder)
        yield host, cord
        host.close()


def test_page_catches_up_after_an_outage(wire: tuple[Host, Cord]) -> None:
    """What the script did meanwhile shows, and what is typed afterwards counts."""
    host, cord = wire
    gate = host.gate()
    app = host.open(SCRIPT.replace("GATE", gate.wait.replace("\n", "\n    ")))
    app.get_by_role("button", name="Go", exact=True).click()
    expect(app.get_by_text("gone", exact=True)).to_be_visible()
    cord.cut()
    lost_at = time.monotonic()
    gate.open()
    expect(app.get_by_text("The connection to the kernel was lost")).to_be_visible()
    host.page.wait_for_timeout(1000 * (OUTAGE + lost_at - time.monotonic()))
    assert app.get_by_text("done", exact=True).count() == 0
    cord.mend()
    expect(app.get_by_text("done", exact=True)).to_be_visible(timeout=40_000)
    expect(app.get_by_text("The connection to the kernel was lost")).to_be_hidden()
    # JupyterLab says so in a dialog of its own.
    dismiss = host.page.get_by_role("dialog").get_by_role("button", name="Dismiss")
    host.page.add_locator_handler(dismiss, lambda button: button.click())
    app.get_by_label("Name").fill("Ada")
    app.get_by_label("Name").press("Enter")
    expect(app.get_by_text("hello Ada", exact=True)).to_be_visible()


def test_what_is_typed_during_an_outage_counts(wire: tuple[Host, Cord]) -> None:
    """A value given while the network is away reaches the script when it is back."""
    host, cord = wire
    app = host.open("%%app\nname = st.text_input('Name')\nst.write(f'hello {name}')")
    box = app.get_by_label("Name")
    box.click()
    cord.cut()
    expect(app.get_by_text("The connection to the kernel was lost")).to_be_visible()
    box.evaluate("(el) => { el.focus(); el.value = 'Ada'; el.dispatchEvent(new Event('input', {bubbles: true})); }")
    box.evaluate("(el) => el.dispatchEvent(new Event('change', {bubbles: true}))")
    cord.mend()
    expect(app.get_by_text("hello Ada", exact=True)).to_be_visible(timeout=40_000)
