"""What the script shows appears while it runs."""

from __future__ import annotations

import pytest
from hosts import Host
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_first_draw_streams(host: Host) -> None:
    """An element is seen before the script ends."""
    journal = host.journal()
    app = host.open(f"%%app\nimport time\nst.write('first words')\ntime.sleep(3)\n{journal.line()}\nst.write('the end')", wait=False)
    expect(app.get_by_text("first words")).to_be_visible()
    assert journal.lines == []
    expect(app.get_by_text("the end")).to_be_visible()
