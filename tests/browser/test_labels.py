"""Everybody finds their way: labels, help, keys, the rules of axe."""

from __future__ import annotations

import gallery
import pytest
from hosts import Host
from playwright.sync_api import Locator, expect
from rules import violations

pytestmark = pytest.mark.browser


def by_label(app: Locator, label: str, role: str | None) -> Locator:
    """The input of a label, by its role where it has one."""
    return app.get_by_label(label, exact=True) if role is None else app.get_by_role(role, name=label, exact=True)


def test_every_input_is_found_by_its_label_and_helps(host: Host) -> None:
    """By role and name; its help is reached with the keyboard. And axe finds nothing serious."""
    app = host.open(gallery.SCRIPT)
    expect(app.get_by_text("inside the first")).to_be_visible()
    for label, role in gallery.INPUTS.items():
        expect(by_label(app, label, role), label).to_have_count(1)
    for button in app.get_by_role("button", name="Help").all():
        button.focus()
        tip = app.get_by_role("tooltip").and_(host.page.locator(f"#{button.get_attribute('aria-describedby')}"))
        expect(tip).to_be_visible()
        expect(tip).to_contain_text("Helps with the")
        host.page.keyboard.press("Escape")
        expect(tip).to_be_hidden()
    assert app.get_by_role("button", name="Help").count() == len(gallery.INPUTS)
    app.get_by_role("tab", name="First tab").focus()
    host.page.keyboard.press("ArrowRight")
    expect(app.get_by_role("tab", name="Second tab")).to_be_focused()
    expect(app.get_by_text("inside the second")).to_be_visible()
    expect(app.get_by_text("inside the first")).to_be_hidden()
    assert violations(host.page) == []
