"""`navigation`: the pages of an app, the links that lead to them, and which one is open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from nbapp.elements.sizes import checked_word
from nbapp.errors import (
    ONLY_ADDRESSES,
    SAME_ADDRESS,
    TWO_DEFAULTS,
    StreamlitAPIException,
    StreamlitInvalidParameterTypeError,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)
from nbapp.pages.page import Page
from nbapp.script.current import get_run
from nbapp.signals import RerunScript

if TYPE_CHECKING:
    from nbapp.script.run import ScriptRun

PageLike = Page | str | Path | Callable[[], Any]
Sections = Mapping[str, Sequence[Page]]

POSITIONS = ("sidebar", "top", "hidden")


def navigation(
    pages: Sequence[PageLike] | Mapping[str, Sequence[PageLike]],
    *,
    position: Literal["sidebar", "top", "hidden"] = "sidebar",
    expanded: bool | int = False,
) -> Page:
    """Say which pages the app has, draw the links to them, and return the page that is open.

    Its `run()` draws it where that is called; what the script draws before and after that frames every page. Turning
    to another page keeps the session: its state, its caches and the inputs of the script around the pages. The inputs
    of the page that is left go, unless they have a `key` and `persist_state="session"`.

    Parameters
    ----------
    pages : list or dict
        Pages: each a `Page`, or what one is made of. A dict groups them in sections, by their labels.
    position : "sidebar", "top" or "hidden"
        Where the links stand. A single page needs none.
    expanded : bool or int
        How many links a side bar with many of them shows at first: all, or so many; ten if not given.

    Returns
    -------
    Page
        The one that is open.

    Raises
    ------
    StreamlitMissingRequiredParameterError
        If there is no page.
    StreamlitAPIException
        If two pages are the default, or have the same name in the address.

    Examples
    --------
    >>> import nbapp
    >>> def home():
    ...     nbapp.title("Home")
    >>> def about():
    ...     nbapp.title("About")
    >>> page = nbapp.navigation([home, nbapp.Page(about, icon="📄")])
    >>> page.title
    'home'
    >>> page.run()
    """
    run = get_run()
    if run is not None:
        if run.attention:
            run.touch()
        route = run.session.route
        route.by_script = True
        if route.automatic:  # the pages of the folder were not asked for: begin again without them
            run.end(RerunScript(asked=True))
    return navigate(run, pages, position, expanded)


def navigate(run: ScriptRun | None, pages: Any, position: str = "sidebar", expanded: bool | int = False) -> Page:
    """The same for a run; the navigation of a `pages/` folder is one that no script asked for."""
    checked_word("position", position, POSITIONS)
    shown = checked_expansion(expanded)
    sections = in_sections(pages)
    every = [page for group in sections.values() for page in group]
    default = choose_default(every)
    refuse_twins(sections)
    for page in every:  # a page made in another cell may have been the default, or open, before
        page.default = page is default
    opened = default if run is None else run.session.route.open(every)
    assert isinstance(opened, Page)
    for page in every:
        page._runs = page is opened
    if run is not None:
        draw(run, sections, position, shown, opened)
    return opened


def in_sections(pages: Any) -> dict[str, list[Page]]:
    """Return the pages by the labels of their sections; without sections, under an empty one."""
    if isinstance(pages, Mapping):
        sections = {str(label): [as_page(each) for each in group] for label, group in pages.items()}
    elif isinstance(pages, Sequence) and not isinstance(pages, (str, bytes)):
        sections = {"": [as_page(each) for each in pages]}
    else:
        raise StreamlitInvalidParameterTypeError("pages", ["a list of pages", "a dict of such lists"], pages)
    if not any(sections.values()):
        raise StreamlitMissingRequiredParameterError("pages", "An app has one page at least: give a `Page`.")
    return sections


def as_page(given: Any) -> Page:
    """Return a page, or what it is made of as one."""
    if isinstance(given, Page):
        return given
    if isinstance(given, (str, Path)) or callable(given):
        return Page(given)
    raise StreamlitInvalidParameterTypeError("pages", ["a `Page`", "a path", "a function"], given)


def choose_default(pages: Sequence[Page]) -> Page:
    """Return the page that is shown first: the one that says so, else the first."""
    marked = [page for page in pages if page._is_marked]
    if len(marked) > 1:
        raise StreamlitAPIException(TWO_DEFAULTS.format(first=marked[0].title, second=marked[1].title))
    if marked:
        return marked[0]
    own = [page for page in pages if not page.is_external]
    if not own:
        raise StreamlitAPIException(ONLY_ADDRESSES)
    return own[0]


def refuse_twins(sections: Sections) -> None:
    """Raise if two pages have the same name in the address."""
    known: dict[str, str] = {}
    for label, page in each_with_label(sections):
        told = described(page, label)
        if page.name in known:
            raise StreamlitAPIException(SAME_ADDRESS.format(name=page.name, first=known[page.name], second=told))
        known[page.name] = told


def each_with_label(sections: Sections) -> Iterator[tuple[str, Page]]:
    """Go through the pages, each with the label of its section."""
    for label, group in sections.items():
        for page in group:
            yield label, page


def described(page: Page, label: str) -> str:
    """Say which page is meant, for an error."""
    if page.external_url is not None:
        text = f"the address {page.external_url!r}"
    elif isinstance(page.source, Path):
        text = f"the file {page.source.name!r}"
    else:
        text = f"the function of {page.title!r}"
    return f"{text} in {label!r}" if label else text


def checked_expansion(expanded: Any) -> int:
    """Return how many links are shown at first; 0 for all."""
    if isinstance(expanded, bool):
        return 0 if expanded else 10
    if not isinstance(expanded, int):
        raise StreamlitInvalidParameterTypeError("expanded", ["True", "False", "a number of links"], expanded)
    if expanded < 0:
        raise StreamlitValueError("expanded", ["True", "False", "a number of links from 0 on"], expanded)
    return expanded or 10


def draw(run: ScriptRun, sections: Sections, position: str, shown: int, opened: Page) -> None:
    """Draw the links; where there is but one, only the title of the tab."""
    listed = [
        {"label": label, "pages": [link(page) for page in group if page.visibility == "visible"]}
        for label, group in sections.items()
    ]
    groups = [group for group in listed if group["pages"]]
    if position == "hidden" or sum(len(group["pages"]) for group in groups) < 2:
        position, groups = "hidden", []
    missing = run.session.route.missing
    run.page.facts.say(
        "navigation",
        position=position,
        sections=groups,
        shown=shown,
        current=opened.name,
        title=opened.title,
        icon=opened.icon,
        **({"missing": missing} if missing else {}),
    )


def link(page: Page) -> dict[str, Any]:
    """Return how a page is listed, as JSON; `path` is its name in the address."""
    more = {"icon": page.icon, "help": page.help, "url": page.external_url}
    shown = {name: value for name, value in more.items() if value}
    return {"name": page.name, "path": page.url_path, "title": page.title, **shown}
