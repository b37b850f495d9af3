"""What an app stands in: the browser that shows it, who its reader is, and what a test gives in place of the real."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

LONGEST = 2000
"""Characters of the longest text that a browser may tell."""

TEXTS = {
    "timezone": re.compile(r"[A-Za-z0-9_+\-/]{1,100}"),
    "locale": re.compile(r"[A-Za-z0-9\-]{1,100}"),
    "url": re.compile(r"https?://[^\s\x00-\x1f\x7f]+"),
    "theme": re.compile(r"light|dark"),
}


def _text(name: str) -> Callable[[Any], bool]:
    shape = TEXTS[name]
    return lambda value: isinstance(value, str) and len(value) <= LONGEST and shape.fullmatch(value) is not None


CHECKS: Mapping[str, Callable[[Any], bool]] = {
    **{name: _text(name) for name in TEXTS},
    "timezone_offset": lambda value: type(value) is int and abs(value) <= 24 * 60,
    "embedded": lambda value: isinstance(value, bool),
}
"""What a browser can tell of itself, and which values are believed."""


class Surroundings:
    """What is known of whoever reads an app's page.

    Attributes
    ----------
    browser : dict
        What the browser last said of itself.
    headers : mapping
        Headers of the request for the page, as far as the server hands them to the kernel.
    user : mapping or None
        Who the reader is, where a test says so; else the environment tells.
    secrets : mapping or None
        What a test gives instead of `secrets.toml`.

    Examples
    --------
    >>> around = Surroundings()
    >>> around.look_up("locale")
    >>> around.receive({"t": "context", "locale": "de-CH", "timezone": 7})
    True
    >>> around.look_up("locale"), around.look_up("timezone")
    ('de-CH', None)
    """

    def __init__(self) -> None:
        self.browser: dict[str, Any] = {}
        self.headers: Mapping[str, str] = {}
        self.user: Mapping[str, Any] | None = None
        self.secrets: Mapping[str, Any] | None = None
        self._looked_up: set[str] = set()

    def look_up(self, name: str) -> Any:
        """Return what the browser says of itself, None where it has said nothing; a change of it is of interest now."""
        self._looked_up.add(name)
        return self.browser.get(name)

    def receive(self, content: Mapping[str, Any]) -> bool:
        """Take what a browser says of itself; what cannot be true counts as unsaid.

        Parameters
        ----------
        content : mapping
            The message of a view; anything may stand in it.

        Returns
        -------
        bool
            Whether something changed that the app has looked up: it is to run again.
        """
        told = {name: content[name] for name, believed in CHECKS.items() if name in content and believed(content[name])}
        changed = {name for name in CHECKS if told.get(name) != self.browser.get(name)}
        self.browser = told
        return not changed.isdisjoint(self._looked_up)
