"""The page link."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal, TypeVar

from nbapp.elements.icon import checked_icon
from nbapp.elements.page_name import name_of_file
from nbapp.elements.place import Place
from nbapp.elements.prose import cleaned
from nbapp.elements.sizes import FITS, checked_width, checked_word
from nbapp.errors import PAGE_ALONE, StreamlitInvalidParameterTypeError, StreamlitMissingRequiredParameterError
from nbapp.session.query import checked_texts, written
from nbapp.session.route import Entry

P = TypeVar("P", bound=Place)

SIDES = ("left", "right")

ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def page_link(
    here: P,
    page: str | Path | Entry,
    *,
    label: str | None = None,
    icon: str | None = None,
    icon_position: Literal["left", "right"] = "left",
    help: str | None = None,
    disabled: bool = False,
    use_container_width: bool | None = None,
    width: int | str = "content",
    query_params: Mapping[str, Any] | Iterable[tuple[str, Any]] | None = None,
) -> P:
    """Draw a link to another page of the app, or to another site.

    Where a page's notebook is opened by itself, links to the other pages of its app stand there, but lead nowhere.

    Parameters
    ----------
    page : Page, str or Path
        The page that `navigation` was given; the path of its file, from the folder of the entry notebook or script; or
        an address that begins with `http`.
    label : str, optional
        What stands there, Markdown; else the page's title.
    icon : str, optional
        An emoji or `":material/<name>:"`; else the page's.
    icon_position : "left" or "right"
        On which side of the label.
    help : str, optional
        A tooltip, Markdown; else the page's.
    disabled : bool
        Leads nowhere.
    use_container_width : bool, optional
        The old name of `width="stretch"`.
    width : int, "content" or "stretch"
        In CSS pixels, as wide as needed, or all of the column.
    query_params : mapping or pairs, optional
        The parameters in the address of the page; none if not given.

    Returns
    -------
    Container
        The element, to be replaced by drawing on it.

    Raises
    ------
    StreamlitPageNotFoundError
        If the app has no such page.
    StreamlitMissingRequiredParameterError
        If nothing says what the link to another site is called.

    Examples
    --------
    >>> import nbapp
    >>> nbapp.page_link("https://jupyter.org", label="Jupyter", icon="🪐")  # doctest: +SKIP
    """
    if use_container_width is not None:
        width = "stretch" if use_container_width else "content"
    props: dict[str, Any] = {
        "icon_position": checked_word("icon_position", icon_position, SIDES),
        "width": checked_width(width, FITS),
        **aim(here, page, label),
    }
    given = {"label": label, "icon": None if icon is None else checked_icon(icon) or "", "help": help}
    for name, value in given.items():
        if value is not None:
            props[name] = str(value) if name == "icon" else cleaned(value)
    if query_params is not None and (query := written(checked_texts(query_params))):
        props["query"] = query
    if disabled:
        props["disabled"] = True
    return here.put("page_link", {name: value for name, value in props.items() if value != "" or name == "path"})


def aim(here: Place, page: Any, label: str | None) -> dict[str, Any]:
    """Return where a link leads, and how that is listed, as JSON."""
    if isinstance(page, str) and ADDRESS.match(page):
        if not label:
            raise StreamlitMissingRequiredParameterError("label", f"Nothing else says what {page!r} is called.")
        return {"url": page}
    if not isinstance(page, (str, Path, Entry)):
        raise StreamlitInvalidParameterTypeError("page", ["a `Page`", "a path", "an address"], page)
    route = here.run.session.route
    if not isinstance(page, Entry) and route.is_of_the_whole(page):
        own_icon, name = name_of_file(Path(page))
        return {"label": name.replace("_", " "), "icon": own_icon, "help": PAGE_ALONE, "disabled": True}
    if isinstance(page, Entry) and page.is_external:
        entry: Entry = page
        target: dict[str, Any] = {"url": page.external_url}
    else:
        entry = route.meant(page)
        target = {"name": entry.name, "path": entry.url_path}
        if route.entry is not None and route.entry.name == entry.name:
            target["current"] = True
    return {**target, "label": entry.title, "icon": entry.icon, "help": entry.help}
