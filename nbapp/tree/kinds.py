"""The kinds of nodes: which exist, and which of them own a branch."""

from __future__ import annotations

CONTAINERS = frozenset(
    {"column", "columns", "container", "dialog", "empty", "expander", "form", "fragment", "page", "tab", "tabs"}
)
"""Kinds whose node owns a branch."""

FOLDING = frozenset({"expander", "tab"})
"""Containers whose content may be out of sight."""

LEAVES = frozenset(
    {
        "alert",
        "code",
        "dataframe",
        "divider",
        "exception",
        "frame",
        "heading",
        "image",
        "input",
        "json",
        "latex",
        "markdown",
        "metric",
        "mime",
        "page_link",
        "progress",
        "spinner",
        "stream",
        "table",
        "text",
        "vega",
        "widget",
    }
)
"""Kinds that are drawn by themselves."""

KINDS = CONTAINERS | LEAVES

ROOTS = ("main", "sidebar", "dialog")
"""The branches every page has."""
