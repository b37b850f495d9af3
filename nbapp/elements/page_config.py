"""`set_page_config`: the title, the icon and the layout of the page as a whole."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from nbapp.elements.page_icon import page_icon_of
from nbapp.errors import StreamlitInvalidParameterTypeError, StreamlitInvalidURLError, StreamlitValueError
from nbapp.script.current import get_run

LAYOUTS = ("centered", "wide")
SIDEBARS = ("auto", "expanded", "collapsed", "locked")
LINKS = {"get help": "help", "report a bug": "bug"}
MENU = ("'Get help'", "'Report a bug'", "'About'")

ADDRESS = re.compile(r"(?:https?://[^\s/]+|mailto:[^\s@]+@[^\s@]+).*", re.IGNORECASE)


def set_page_config(
    page_title: str | None = None,
    page_icon: str | Path | bytes | Any | None = None,
    layout: Literal["centered", "wide"] | None = None,
    initial_sidebar_state: Literal["auto", "expanded", "collapsed", "locked"] | int | None = None,
    menu_items: Mapping[str, str | None] | None = None,
) -> None:
    """Set the page's title, icon, layout, side bar and menu; what is not given stays as it is.

    Title and icon are those of the browser's tab, where the app has the tab to itself: in Voilà, not in JupyterLab.

    Parameters
    ----------
    page_title : str, optional
        The title of the tab.
    page_icon : str, Path, bytes, PIL image or array, optional
        An emoji or a shortcode such as ":shark:", `":material/<name>:"`, "random", a file or an address, or a picture.
    layout : "centered" or "wide", optional
        A column that is easy to read, or all the width there is.
    initial_sidebar_state : "auto", "expanded", "collapsed", "locked" or int, optional
        Open where there is room, open, folded away, or open without a button; or its width in pixels.
    menu_items : dict, optional
        "Get help" and "Report a bug" with an address, "About" with Markdown; None takes an entry away.

    Raises
    ------
    StreamlitValueError, StreamlitInvalidParameterTypeError
        If a value is none of these.
    StreamlitInvalidURLError
        If an entry of the menu has no whole address.

    Examples
    --------
    >>> import nbapp
    >>> nbapp.set_page_config(page_title="Penguins", page_icon="🐧", layout="wide")
    """
    said: dict[str, Any] = {}
    if page_title is not None:
        said["title"] = str(page_title)
    if page_icon is not None:
        said["icon"] = page_icon_of(page_icon)
    if layout is not None:
        if layout not in LAYOUTS:
            raise StreamlitValueError("layout", LAYOUTS, layout)
        said["layout"] = layout
    if initial_sidebar_state is not None:
        said["sidebar"] = _checked_sidebar(initial_sidebar_state)
    menu = {} if menu_items is None else _checked_menu(menu_items)
    run = get_run()
    if run is None:
        return
    if run.attention:
        run.touch()
    facts = run.page.facts
    if menu:
        kept = {**facts.get("config").get("menu", {}), **menu}
        said["menu"] = {name: text for name, text in kept.items() if text is not None}
    facts.change("config", **said)


def _checked_sidebar(given: Any) -> str | int:
    if given in SIDEBARS and isinstance(given, str):
        return given
    if type(given) is int and given > 0:
        return given
    raise StreamlitValueError("initial_sidebar_state", [*SIDEBARS, "a width in pixels above zero"], given)


def _checked_menu(given: Any) -> dict[str, str | None]:
    if not isinstance(given, Mapping):
        raise StreamlitInvalidParameterTypeError("menu_items", ["a dict"], given)
    menu: dict[str, str | None] = {}
    for key, text in given.items():
        name = str(key).lower()
        if name == "about":
            menu["about"] = None if text is None else str(text)
        elif name not in LINKS:
            raise StreamlitValueError("a key of menu_items", MENU, key)
        elif text is not None and not ADDRESS.fullmatch(str(text)):
            raise StreamlitInvalidURLError(f"menu_items[{key!r}]", text)
        else:
            menu[LINKS[name]] = text
    return menu
