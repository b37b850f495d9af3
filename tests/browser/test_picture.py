"""The picture beside the view: hidden while the view lives, seen where it does not."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hands import assert_kept, mark
from hosts import READY, Lab
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser

SCRIPT = """%%app
name = st.text_input("Name", "Ada", live=True)
st.title(f"A page for {name}")
st.write(f"hello {name}")
"""
SOON = "import nbapp.kernel.display\nnbapp.kernel.display.REST = 0.05"
COUNT = """(el) => {
    window.nbappPictures = 0;
    const area = el.closest('.jp-OutputArea');
    const isPicture = (node) => node.matches?.('.nbapp-picture') || node.querySelector?.('.nbapp-picture');
    const added = (change) => [...change.addedNodes].some(isPicture);
    new MutationObserver((changes) => {
        if (changes.some(added)) window.nbappPictures++;
    }).observe(area, { childList: true, subtree: true });
}"""


def test_focus_survives_twenty_pictures(lab: Lab) -> None:
    """While its output is drawn anew, again and again, a reader goes on typing."""
    app = lab.open(SOON, SCRIPT)
    box = app.get_by_label("Name")
    box.click()
    mark(box)
    box.press("End")
    app.evaluate(COUNT)
    for letter in range(1, 21):
        lab.page.keyboard.type("x")
        expect(app.get_by_text(f"hello Ada{'x' * letter}", exact=True)).to_be_visible()
        lab.page.wait_for_function("(count) => window.nbappPictures >= count", arg=letter)
    assert_kept(lab.page)
    assert box.evaluate("(el) => [el.value, el.selectionStart]") == ["Ada" + 20 * "x", 23]
    expect(lab.page.locator(".nbapp-picture")).to_be_hidden()


def test_saved_notebook_shows_the_picture_when_its_kernel_is_gone(lab: Lab) -> None:
    """The page of the last run can be read; nothing says that it is broken."""
    app = lab.open(SCRIPT)
    expect(lab.page.locator(".nbapp-picture")).to_be_hidden()
    expect(app.get_by_text("hello Ada", exact=True)).to_be_visible()
    lab.run("docmanager:save")
    lab.page.evaluate("jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    lab.page.reload()
    lab.page.wait_for_function(READY, timeout=60_000)
    expect(lab.page.locator(".nbapp-picture")).to_be_visible()
    expect(lab.page.locator(".nbapp-picture").get_by_text("hello Ada", exact=True)).to_be_visible()
    expect(lab.page.locator(".nbapp-root")).to_have_count(0)


def test_nbconvert_shows_the_page(lab: Lab, browser: Browser, tmp_path: Path) -> None:
    """`jupyter nbconvert --execute --to html` gives a file that shows the page without a server or the net."""
    notebook = lab.write(SCRIPT)
    command = [sys.executable, "-m", "nbconvert", "--execute", "--to", "html", "--output-dir", str(tmp_path)]
    done = subprocess.run([*command, str(notebook)], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    page = browser.new_page()
    page.goto((tmp_path / notebook.with_suffix(".html").name).as_uri(), wait_until="domcontentloaded")
    expect(page.get_by_text("hello Ada", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name="A page for Ada")).to_be_visible()
    page.close()


def test_stored_notebook_has_the_picture_as_its_only_html(lab: Lab) -> None:
    """What GitHub shows of it: one html output, without scripts."""
    lab.open(SCRIPT)
    lab.run("docmanager:save")
    path = lab.page.evaluate("jupyterapp.shell.currentWidget.context.path")
    cell = json.loads((lab.folder / path).read_text())["cells"][-1]
    pictures = [output["data"]["text/html"] for output in cell["outputs"] if "text/html" in output.get("data", {})]
    assert len(pictures) == 1
    assert "hello Ada" in "".join(pictures[0])
    assert "<script" not in "".join(pictures[0])
