"""`Page`: a file, a function or an address that an app shows as one of its pages."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from nbapp.elements.icon import checked_icon
from nbapp.elements.page_name import name_of_file
from nbapp.elements.recorder import standing
from nbapp.elements.sizes import checked_word
from nbapp.errors import (
    NESTED_ADDRESS,
    RUN_TWICE,
    StreamlitAPIException,
    StreamlitIncompatibleParametersError,
    StreamlitInvalidParameterTypeError,
    StreamlitMissingRequiredParameterError,
    StreamlitPageNotFoundError,
)
from nbapp.script.current import get_run
from nbapp.session.route import Entry

if TYPE_CHECKING:
    from nbapp.script.run import ScriptRun

VISIBILITIES = ("visible", "hidden")

ADDRESS = re.compile(r"https?://", re.IGNORECASE)


class Page(Entry):
    """One page of an app, for `navigation`: a `.py` file, a notebook, a function, or the address of another site.

    A file is run as a script of its own: it does not see the names of the script around the pages. A function does. A
    notebook's code cells are one script; its Markdown cells are drawn where they stand.

    Parameters
    ----------
    page : str, Path or callable
        The file, from the folder of the entry notebook or script; a function without parameters; or an address that
        begins with `http`.
    title : str, optional
        Its name in the navigation, Markdown; else that of the file or the function.
    icon : str, optional
        An emoji, or `":material/<name>:"`; else the emoji that the file's name begins with.
    url_path : str, optional
        Its name in the address; else that of the file or the function, else one made of the title.
    default : bool
        It is shown first; else the first page is.
    visibility : "visible" or "hidden"
        Whether the navigation lists it.
    help : str, optional
        A tooltip in the navigation, Markdown.

    Attributes
    ----------
    title, icon, help : str
        As they are shown; empty where there is none.
    url_path : str
        Its name in the address; empty for the page that is shown first.
    visibility : str
        "visible" or "hidden".

    Raises
    ------
    StreamlitPageNotFoundError
        If there is no such file.
    StreamlitMissingRequiredParameterError
        If nothing gives it a title or a name.
    StreamlitAPIException
        If another parameter cannot be.

    Examples
    --------
    >>> import nbapp
    >>> def map():
    ...     nbapp.title("The map")
    >>> page = nbapp.Page(map, title="Map", icon="🗺️")
    >>> page.title, page.url_path
    ('Map', 'map')
    """

    def __init__(
        self,
        page: str | Path | Callable[[], Any],
        *,
        title: str | None = None,
        icon: str | None = None,
        url_path: str | None = None,
        default: bool = False,
        visibility: Literal["visible", "hidden"] = "visible",
        help: str | None = None,
    ) -> None:
        self.visibility = checked_word("visibility", visibility, VISIBILITIES)  # type: ignore[assignment]
        self.help = "" if help is None else textwrap.dedent(str(help)).strip()
        self.default = self._is_marked = bool(default)
        self.source: Path | Callable[[], Any] | None = None
        self.external_url: str | None = None
        self._runs = False
        if isinstance(page, str) and ADDRESS.match(page):
            self._stand_for(page, title, icon, url_path)
            return
        own_icon, own_name = self._take_source(page, title)
        self.title = title or own_name.replace("_", " ")
        if not self.title.strip():
            raise StreamlitMissingRequiredParameterError("title", "It must have more than blanks and underscores.")
        self.icon = checked_icon(own_icon if icon is None else icon) or ""
        name = own_name or name_of_title(self.title)
        self.name = checked_path(name if url_path is None else url_path, default=self.default)

    def run(self) -> None:
        """Draw the page, here and now; once in a run, and only the page that `navigation` returned.

        Raises
        ------
        StreamlitAPIException
            If it is another page, or a second time.
        """
        if not self._runs:
            raise StreamlitAPIException(RUN_TWICE.format(title=self.title))
        self._runs = False
        run = get_run()
        if run is None:  # outside of an app: what a function draws is shown in the cell
            if callable(self.source):
                self.source()
            return
        with drawing(run, self), run.session.adoption.on_page(self.name):
            if isinstance(self.source, Path):
                assert run.host is not None
                run.host.run_file(run, self.source)
            elif self.source is not None:
                self.source()

    def _stand_for(self, address: str, title: str | None, icon: str | None, url_path: str | None) -> None:
        """Be the address of another site."""
        if title is None or not title.strip():
            raise StreamlitMissingRequiredParameterError("title", f"Nothing else names {address!r} in the navigation.")
        if self.default:
            raise StreamlitIncompatibleParametersError(
                "page", "default", f"{address!r} is another site, which is not shown in the app: leave out `default`."
            )
        self.external_url, self.title = address, title
        self.icon = checked_icon(icon) or ""
        self.name = checked_path(name_of_title(title) if url_path is None else url_path, default=False)

    def _take_source(self, page: Any, title: str | None) -> tuple[str, str]:
        """Find what draws the page; returns the icon and the name that it gives."""
        if isinstance(page, (str, Path)):
            self.source = path = found_file(page)
            return name_of_file(path)
        if not callable(page):
            raise StreamlitInvalidParameterTypeError("page", ["a path", "a function", "an address"], page)
        self.source = page
        name = getattr(page, "__name__", "")
        if not name and title is None:
            raise StreamlitMissingRequiredParameterError("title", f"{page!r} has no name that could serve as one.")
        return "", str(name)


def found_file(page: str | Path) -> Path:
    """Return the whole path of a page's file.

    Raises
    ------
    StreamlitPageNotFoundError
        If it is not there.
    """
    run = get_run()
    folder = Path.cwd() if run is None else run.session.route.folder
    path = folder / page
    if not path.is_file():
        raise StreamlitPageNotFoundError(page, folder)
    return path.resolve()


def name_of_title(title: str) -> str:
    """Return a name for the address made of a title.

    Examples
    --------
    >>> name_of_title("Docs & more")
    'docs_more'
    """
    plain = re.sub(r"[&#?/\\:*\"<>|']", "", re.sub(r"\s+", "_", title.lower()))
    return re.sub(r"_+", "_", plain).strip("_")


def checked_path(url_path: str, default: bool) -> str:
    """Return a page's name in the address.

    Raises
    ------
    StreamlitMissingRequiredParameterError
        If it is empty, and the page is not the default one.
    StreamlitAPIException
        If it has parts.
    """
    name = str(url_path).strip().strip("/").strip()
    if not name and not default:
        raise StreamlitMissingRequiredParameterError("url_path", "Only the default page has none in the address.")
    if "/" in name:
        raise StreamlitAPIException(NESTED_ADDRESS.format(given=url_path, flat=name.replace("/", "_")))
    return name


@contextmanager
def drawing(run: ScriptRun, entry: Entry) -> Iterator[None]:
    """Draw a page where the code stands; what another page drew last is gone at once."""
    place = standing(run)
    inside = place.nest("page", {"name": entry.name}, ("page", entry.name))
    run.session.route.draw(place.branch, inside.branch)
    run.session.inputs.leave()
    outer, run.page_name = run.page_name, entry.name
    try:
        with inside:
            yield
    finally:
        run.page_name = outer
