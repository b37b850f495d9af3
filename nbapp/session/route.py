"""The route: where a reader is in an app, on which of its pages, and under which address."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from nbapp.errors import OTHER_SOURCE, StreamlitAPIException, StreamlitPageNotFoundError
from nbapp.session.query import Query, Texts, read

if TYPE_CHECKING:
    from nbapp.tree.branch import Branch

log = logging.getLogger("nbapp")

NAME = 500
"""Characters of the longest name that a browser may send."""


@dataclass(eq=False)
class Entry:
    """One page of an app, as its navigation lists it.

    Attributes
    ----------
    name : str
        Its name in the address; unique among the pages of an app.
    title, icon, help : str
        How it is listed; empty where it has none.
    visibility : "visible" or "hidden"
        Whether it is listed.
    source : Path, callable or None
        What draws it.
    external_url : str or None
        The address of another site that it stands for instead.
    default : bool
        It is shown where the address names no page.
    """

    name: str
    title: str
    icon: str = ""
    help: str = ""
    visibility: Literal["visible", "hidden"] = "visible"
    source: Path | Callable[[], Any] | None = None
    external_url: str | None = None
    default: bool = False

    @property
    def url_path(self) -> str:
        """Its name in the address; empty for the default page."""
        return "" if self.default else self.name

    @property
    def is_external(self) -> bool:
        """Whether it is an address of another site."""
        return self.external_url is not None


class Told(NamedTuple):
    """An address as a view tells it.

    Attributes
    ----------
    query : dict
        The parameters that a script may see.
    page : str
        The page's name, empty for the default one.
    history : bool
        The reader went back or forward.
    view : str
        Who waits for the answer.
    """

    query: Texts
    page: str
    history: bool = False
    view: str = ""

    @property
    def is_bare(self) -> bool:
        """Whether it names neither a page nor a parameter."""
        return not self.query and not self.page


def received(content: Mapping[str, Any]) -> Told | None:
    """Read an address that a browser sent; None for one that cannot be.

    Examples
    --------
    >>> received({"query": "a=1", "page": "about"})
    Told(query={'a': ['1']}, page='about', history=False, view='')
    >>> received({"query": 1})
    """
    query, page, view = content.get("query", ""), content.get("page", ""), content.get("id", "")
    if not (isinstance(query, str) and is_name(page) and is_name(view)):
        log.warning("The page sent an address that cannot be; it was refused")
        return None
    return Told(read(query), page, content.get("history") is True, view)


def is_name(given: object) -> bool:
    """Whether it may be the name of a page or of a view."""
    return isinstance(given, str) and len(given) <= NAME


def is_same(one: object, other: object) -> bool:
    """Whether two pages of one name have the same source; a function is a new one in every run."""
    return one == other or (callable(one) and callable(other))


def is_notebook(path: Path, folder: Path) -> bool:
    """Whether it may be the entry notebook, whose name the kernel was not told."""
    return path.parent == folder and path.suffix == ".ipynb"


def relative(path: Path, folder: Path) -> str:
    """A path as it is seen from a folder, where it is below it."""
    return str(path.relative_to(folder)) if path.is_relative_to(folder) else str(path)


def show_nobody(query: str, page: str | None, replace: bool, taken: str) -> None:
    """Show the address to nobody."""


def follow_nothing(history: bool) -> None:
    """Bring nothing to the address."""


def stay() -> None:
    """Run nothing."""


class Route:
    """Where a reader is in one app.

    Parameters
    ----------
    query : Query
        What stands behind the `?`; the apps of a kernel share it.

    Attributes
    ----------
    folder : Path
        Where the entry notebook or script is; the paths of pages begin there.
    entries : tuple of Entry
        The pages that `navigation` was given last.
    entry : Entry or None
        The one that is open; None before the first `navigation`.
    wanted : str
        The name of the page that was asked for, empty for the default one.
    missing : str
        A name in the address that no page has.
    by_script : bool
        The script calls `navigation` itself: a `pages/` folder is left alone.
    automatic : bool
        The entry is drawn just now as one of the pages of such a folder.
    reads : bool
        What the script shows depends on the query.
    show : callable
        Takes the query, the page (None in an app without pages), whether they replace the address shown now, and the
        view that had asked.
    follow : callable
        Called to bring bound inputs to the query; takes whether the reader went back or forward.
    run_again : callable
        Called, on any thread, when a reader went to another address and another app was told first; and when the page
        that was missing turns out to be another app's.
    """

    def __init__(self, query: Query) -> None:
        self.query = query
        self.folder = Path()
        self.entries: tuple[Entry, ...] = ()
        self.entry: Entry | None = None
        self.wanted = ""
        self.missing = ""
        self.by_script = False
        self.automatic = False
        self.reads = False
        self.show: Callable[[str, str | None, bool, str], None] = show_nobody
        self.follow: Callable[[bool], None] = follow_nothing
        self.run_again: Callable[[], None] = stay
        self._turn = threading.Lock()
        self._asked = ""
        self._taken = ""
        self._from_address = True
        self._push = False
        self._arrived = False
        self._drawn: tuple[Branch, Branch] | None = None
        query.watch(id(self), self._query_changed)

    @property
    def page(self) -> str:
        """The open page as the address names it."""
        return self.wanted if self.entry is None else self.entry.url_path

    @property
    def next_entry(self) -> Entry | None:
        """The page that a run shows which begins now, as far as that is known before it calls `navigation`."""
        return self.find(self.wanted) or self.entry

    def find(self, name: str) -> Entry | None:
        """The page of that name, empty for the default one; None for one that cannot be shown here."""
        for entry in self.entries:
            if not entry.is_external and (entry.name == name or (entry.default and not name)):
                return entry
        return None

    def meant(self, page: Entry | str | Path) -> Entry:
        """The page that a script means by a `Page` or a path.

        Raises
        ------
        StreamlitPageNotFoundError
            If the app has no such page.
        StreamlitAPIException
            If the app has another page of that name.
        """
        own = [entry for entry in self.entries if not entry.is_external]
        if isinstance(page, Entry):
            known = next((entry for entry in own if entry.name == page.name), None)
            if known is not None and not is_same(known.source, page.source):
                raise StreamlitAPIException(OTHER_SOURCE.format(title=page.title, name=page.name))
            if own:
                return page  # perhaps one that only the next run has: after a login
        else:
            path = self.folder / page
            for entry in own if path.is_file() else ():
                if entry.source == path.resolve() or (entry.source is None and is_notebook(path, self.folder)):
                    return entry
        files = [entry.source for entry in own if isinstance(entry.source, Path)]
        known_files = [relative(path, self.folder) for path in files]
        asked = page.title if isinstance(page, Entry) else page
        raise StreamlitPageNotFoundError(asked, self.folder, known_files)

    def is_of_the_whole(self, page: str | Path) -> bool:
        """Whether a file belongs to the app that this one is a page of, opened by itself."""
        return not self.entries and self.folder.name == "pages" and (self.folder.parent / page).is_file()

    def open(self, entries: Iterable[Entry]) -> Entry:
        """Take the pages there are now, one of which is the default, and open the one that was asked for.

        Returns
        -------
        Entry
            That page, or the default one where it is not there.
        """
        with self._turn:
            self.entries = tuple(entries)
            self.query.list_pages(id(self), [entry.name for entry in self.entries if not entry.is_external])
            found = self.find(self.wanted)
            was_named = found is not None and self._from_address and self.wanted != ""
            if found is None:
                is_missing = self._from_address and not self.query.is_elsewhere(self.wanted, id(self))
                self.missing = self.wanted if is_missing else ""
                found = next(entry for entry in self.entries if entry.default)
            self.entry, self.wanted, self._from_address = found, found.name, False
        if was_named:
            self.query.name_page_of(id(self))
        return found

    def go(self, name: str, query: Mapping[str, Iterable[str]] | None = None) -> None:
        """Ask for a page, as a click in the navigation does; another page begins without parameters.

        Parameters
        ----------
        name : str
            The page's, empty for the default one.
        query : mapping, optional
            The parameters that it begins with; inputs that are bound to them take their values.
        """
        turns = name not in (self.wanted, self.page)
        self.wanted, self.missing, self._from_address = name, "", False
        self.query.name_page_of(id(self))
        if turns or query is not None:
            self._push = True
            self.query.replace(query or {}, by=id(self))
            self.follow(False)

    def concerning(self, told: Told) -> Told:
        """Return an address as far as it says something of this app: it may name the page of another."""
        if not self.entries:
            return told
        if told.page and self.find(told.page) is not None:
            self.query.name_page_of(id(self))
        elif not self.query.names_page_of(id(self)) or self.query.is_elsewhere(told.page, id(self)):
            return told._replace(page=self.missing or self.page)
        return told

    def is_at(self, told: Told) -> bool:
        """Whether an address is the one that is shown."""
        here = told.page == (self.missing or self.page)
        return here and told.query == {name: texts for name in self.query if (texts := self.query.get(name))}

    def minds(self, told: Told) -> bool:
        """Whether the script may show something else under an address."""
        return self.reads or (bool(self.entries) and told.page != (self.missing or self.page))

    def take(self, told: Told) -> None:
        """Go to an address that a reader opened, or went back to."""
        with self._turn:
            self.wanted, self.missing, self._from_address = told.page, "", True
        self._asked, self._push, self._arrived = told.view, False, False
        self.query.replace(told.query, by=id(self), history=told.history)
        self.follow(told.history)

    def draw(self, outside: Branch, inside: Branch) -> None:
        """Note where the open page is drawn; what another page drew is gone at once.

        Parameters
        ----------
        outside : Branch
            What it stands in.
        inside : Branch
            What it draws on.
        """
        before, self._drawn = self._drawn, (outside, inside)
        if before is not None and before[1] is not inside:
            before[0].remove(before[1])
        self.arrive()

    def arrive(self) -> None:
        """Say that the page shows what belongs to the address."""
        self._asked, self._taken, self._arrived = "", self._asked or self._taken, True
        self.tell()

    def answer(self, view: str) -> None:
        """Tell a view where the reader is; it waits for that."""
        self._taken = view
        self._show(replace=True)

    def tell(self) -> None:
        """Show the address."""
        replace, self._push = not self._push, False
        self._show(replace)

    def close(self) -> None:
        """Be told no more."""
        self.query.unwatch(id(self))

    def _show(self, replace: bool) -> None:
        named = self.entries and self.query.names_page_of(id(self))
        self.show(str(self.query), self.page if named else None, replace, self._taken)

    def _query_changed(self, history: bool | None) -> None:
        if history is None:
            self._push = self._push or self._arrived
            self.tell()
            if self.missing and self.query.is_elsewhere(self.missing, id(self)):
                self.missing = ""
                self.run_again()
            return
        self._show(replace=True)
        if self.reads:
            self.follow(history)
            self.run_again()
