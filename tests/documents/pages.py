"""Reads the README and the pages of docs/: their fenced examples, by language."""

from __future__ import annotations

import re
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PAGES = ["README.md", *sorted(f"docs/{path.name}" for path in (REPOSITORY / "docs").glob("*.md"))]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(page: str, language: str) -> list[str]:
    """The examples of one language on a page."""
    text = (REPOSITORY / page).read_text(encoding="utf-8")
    return [body for found, body in FENCE.findall(text) if found == language]


def commands() -> set[str]:
    """Every shell command of every page, without its comment."""
    lines = (line for page in PAGES for block in blocks(page, "sh") for line in block.splitlines())
    return {line.partition(" #")[0].strip() for line in lines} - {""}
