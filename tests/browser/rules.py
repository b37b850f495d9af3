"""The rules of axe, which a page of nbapp keeps."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

GRAVE = ("serious", "critical")


def violations(page: Page, what: str = ".nbapp-root") -> list[str]:
    """Each place of the app where axe finds something wrong that is serious."""
    found: list[dict[str, Any]] = Axe().run(page, context=what).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:200]} ({node['failureSummary'][:300]})"
        for rule in found
        if rule["impact"] in GRAVE
        for node in rule["nodes"]
    ]
