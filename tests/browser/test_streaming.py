"""What the script shows appears while it runs."""

from __future__ import annotations

import pytest
from hosts import Host
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_first_draw_streams(host: Host) -> None:
    """An element is seen while the script still runs."""
    gate = host.gate()
    app = host.open(f"%%app\nst.write('first words')\n{gate.wait}\nst.write('last words')", wait=False)
    expect(app.get_by_text("first words")).to_be_visible()
    expect(app.get_by_text("last words")).to_have_count(0)
    gate.open()
    expect(app.get_by_text("last words")).to_be_visible()
