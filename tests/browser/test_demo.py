"""The demo notebook, as a person would use it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hosts import Host, Lab
from playwright.sync_api import expect
from rules import violations

pytestmark = pytest.mark.browser


@pytest.fixture
def demo(host: Host, repository: Path) -> Host:
    """The demo, open in a host."""
    path = Path(shutil.copy(repository / "notebooks" / "demo.ipynb", host.folder / f"demo-{host.name}.ipynb"))
    host.visit(path)
    if isinstance(host, Lab):
        host.run("notebook:run-all-cells")
    return host


def test_demo_runs(demo: Host) -> None:
    """Its inputs, the raw widget and bqplot's figure work; nothing fails; axe finds nothing serious."""
    app = demo.app
    expect(app.get_by_text("342 of 342 penguins")).to_be_visible(timeout=60_000)
    app.get_by_label("Sex is known").click()
    expect(app.get_by_text("333 of 342 penguins")).to_be_visible()
    app.locator(".nbapp-is-widget .noUi-handle").first.press("ArrowRight")
    expect(app.get_by_text("333 of 342 penguins")).to_have_count(0)
    app.get_by_role("tab", name="Flippers and mass").click()
    expect(app.locator(".bqplot").first).to_be_visible()
    app.get_by_role("tab", name="Season").click()
    expect(app.locator(".nbapp-is-vega:visible").locator("canvas, svg").first).to_be_visible()
    app.get_by_role("tab", name="Table").click()
    expect(app.get_by_role("grid")).to_be_visible()
    assert app.locator(".nbapp-failure, .nbapp-exception").count() == 0
    assert violations(demo.page) == []
