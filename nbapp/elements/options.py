"""`get_option` and `set_option`: settings by Streamlit's names."""

from __future__ import annotations

from typing import Any

from nbapp.config.options import DETAILS, options
from nbapp.script.current import get_run


def get_option(key: str) -> Any:
    """Return a setting, by the name that Streamlit gives it.

    Parameters
    ----------
    key : str
        Such as "client.showErrorDetails".

    Returns
    -------
    object
        What is true of nbapp, or what `set_option` has set.

    Raises
    ------
    UnknownOptionError
        If nbapp has no such setting.

    Examples
    --------
    >>> import nbapp
    >>> nbapp.get_option("client.showErrorDetails")
    'full'
    """
    value = options.get(key)
    if key == DETAILS and value is None:
        run = get_run()
        return "none" if run is not None and run.published else "full"
    return value


def set_option(key: str, value: Any) -> None:
    """Change a setting for all apps of this kernel.

    Parameters
    ----------
    key : str
        "client.showErrorDetails" or, for apps with a `pages/` folder, "client.showSidebarNavigation".
    value : object
        Of an error: "full", "stacktrace" (no message), "type" (its class alone) or "none" (a sentence and a number for
        the log). Of the list of pages: True or False; it counts from the next run.

    Raises
    ------
    UnknownOptionError, OptionNotSettableError
        If there is no such setting, or a script cannot change it.
    StreamlitValueError
        If it cannot have that value.

    Examples
    --------
    >>> import nbapp
    >>> nbapp.set_option("client.showErrorDetails", "full")
    """
    options.set(key, value)
