"""The navigation of a `pages/` folder beside the entry notebook or script, which needs no line of code (R105)."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING

from nbapp.config.options import SHOWN_PAGES, options
from nbapp.elements.page_name import name_of_file, number_and_rest
from nbapp.pages.navigation import navigate, navigation
from nbapp.pages.page import Page, drawing

if TYPE_CHECKING:
    from nbapp.script.run import ScriptRun

FOLDER = "pages"

KINDS = (".ipynb", ".py")
"""What may be a page; of two with one name (jupytext keeps them), the first."""


def files_in(folder: Path) -> list[Path]:
    """Return the files of a folder's `pages/`, as the navigation lists them: by their numbers, then by their names.

    Parameters
    ----------
    folder : Path
        Where the entry notebook or script is.

    Returns
    -------
    list
        Nothing if there is no such folder.
    """
    found: dict[str, Path] = {}
    for kind in reversed(KINDS):
        for path in (folder / FOLDER).glob(f"*{kind}"):
            if path.is_file() and not path.name.startswith(".") and path.name != "__init__.py":
                found[path.stem] = path.resolve()
    return sorted(found.values(), key=place_in_list)


def place_in_list(path: Path) -> tuple[float, str]:
    """Return what pages are sorted by.

    Examples
    --------
    >>> sorted([Path("b.py"), Path("10_a.py"), Path("2_c.py")], key=place_in_list)[0].name
    '2_c.py'
    """
    number, rest = number_and_rest(path)
    return float(number) if number else math.inf, rest.lower()


def draw_open_page(run: ScriptRun, code: CodeType, title: str, entry: Path | None, execute: Callable[[], None]) -> None:
    """Draw the entry, or the page of its `pages/` folder that is open instead, and the links to all of them.

    Parameters
    ----------
    run : ScriptRun
        A run that is to draw the whole script.
    code : CodeType
        The entry's.
    title : str
        How the entry is listed, if nothing is known of its file.
    entry : Path or None
        The file of the notebook or script.
    execute : callable
        Runs the entry's code.
    """
    route = run.session.route
    route.by_script = route.by_script or mentions(code, navigation.__name__)
    files = [] if route.by_script else files_in(route.folder)
    if not files:
        execute()
        return
    icon, name = ("", title) if entry is None else name_of_file(entry)
    home = Page(execute, title=name.replace("_", " "), icon=icon, url_path="", default=True)
    position = "sidebar" if options.get(SHOWN_PAGES) else "hidden"
    opened = navigate(run, [home, *map(Page, files)], position)
    home.source = entry
    if opened is not home:
        opened.run()
        return
    route.automatic = True
    try:
        with drawing(run, home):
            execute()
    finally:
        route.automatic = False


def mentions(code: CodeType, name: str) -> bool:
    """Whether a name stands in some code, or in what is defined there.

    Examples
    --------
    >>> mentions(compile("import nbapp as st\\ndef f(): st.navigation([])", "", "exec"), "navigation")
    True
    """
    inner = (each for each in code.co_consts if isinstance(each, CodeType))
    return name in code.co_names or any(mentions(each, name) for each in inner)
