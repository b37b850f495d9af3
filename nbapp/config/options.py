"""Options: what can be asked of nbapp's settings by Streamlit's names, and the few that a script can set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from nbapp.errors import OptionNotSettableError, StreamlitValueError, UnknownOptionError

DETAILS = "client.showErrorDetails"
"""How much of an error a reader sees."""

SHOWN_PAGES = "client.showSidebarNavigation"
"""Whether the pages of a `pages/` folder are listed in the side bar."""


class Option(NamedTuple):
    """One option.

    Parameters
    ----------
    value : object
        What it is unless a script sets it.
    checked : callable, optional
        Takes a value and returns the one to keep, or raises; None where a script cannot set it.
    """

    value: Any
    checked: Callable[[Any], Any] | None = None


def _details(value: Any) -> Any:
    allowed = ("full", "stacktrace", "type", "none")
    if isinstance(value, bool):
        return "full" if value else "stacktrace"
    if value not in allowed:
        raise StreamlitValueError(DETAILS, allowed, value)
    return value


def _yes_or_no(value: Any) -> Any:
    if not isinstance(value, bool):
        raise StreamlitValueError(SHOWN_PAGES, (True, False), value)
    return value


KNOWN: Mapping[str, Option] = MappingProxyType(
    {
        DETAILS: Option(None, _details),
        SHOWN_PAGES: Option(True, _yes_or_no),
        "client.toolbarMode": Option("auto"),
        "global.developmentMode": Option(False),
        "browser.gatherUsageStats": Option(False),
        "runner.magicEnabled": Option(True),
        "runner.fastReruns": Option(True),
        "runner.enforceSerializableSessionState": Option(False),
        "runner.postScriptGC": Option(False),
        "runner.connectionDefaultTTL": Option(None),
        "server.headless": Option(True),
        "server.runOnSave": Option(False),
        "theme.base": Option(None),
        "theme.primaryColor": Option(None),
        "theme.backgroundColor": Option(None),
        "theme.secondaryBackgroundColor": Option(None),
        "theme.textColor": Option(None),
        "theme.font": Option(None),
    }
)
"""Every option, with the value that is true of nbapp."""


class OptionValues:
    """The options as they are set.

    Examples
    --------
    >>> values = OptionValues()
    >>> values.set("client.showErrorDetails", "type")
    >>> values.get("client.showErrorDetails")
    'type'
    """

    def __init__(self) -> None:
        self._set: dict[str, Any] = {}

    def get(self, name: str) -> Any:
        """Return the value of an option.

        Raises
        ------
        UnknownOptionError
            If there is none of that name.
        """
        option = _option(name)
        return self._set.get(name, option.value)

    def set(self, name: str, value: Any) -> None:
        """Set an option.

        Raises
        ------
        UnknownOptionError
            If there is none of that name.
        OptionNotSettableError
            If a script cannot set it.
        StreamlitValueError
            If it cannot have that value.
        """
        option = _option(name)
        if option.checked is None:
            raise OptionNotSettableError(name, [one for one, known in KNOWN.items() if known.checked is not None])
        self._set[name] = option.checked(value)

    def clear(self) -> None:
        """Forget what was set."""
        self._set.clear()


def _option(name: str) -> Option:
    option = KNOWN.get(name) if isinstance(name, str) else None
    if option is None:
        raise UnknownOptionError(name, KNOWN)
    return option


options = OptionValues()
"""The options of this process."""
