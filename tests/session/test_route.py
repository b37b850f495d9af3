"""The route: which page is open, under which address, and who is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from nbapp.errors import StreamlitAPIException, StreamlitPageNotFoundError
from nbapp.session.query import Query
from nbapp.session.route import NAME, Entry, Route, Told, received

HOME = Entry("home", "Home", default=True, source=print)
MAP = Entry("map", "Map", source=print)
DOCS = Entry("docs", "Docs", external_url="https://example.org")


class Bar:
    """An address bar: a route, and what it shows."""

    def __init__(self, query: Query | None = None) -> None:
        self.route = Route(Query() if query is None else query)
        self.shown: list[tuple[Any, ...]] = []
        self.route.show = lambda *address: self.shown.append(address)

    def open(self, *entries: Entry) -> Entry:
        """Run a script that calls `navigation`."""
        opened = self.route.open(entries or (HOME, MAP, DOCS))
        self.route.arrive()
        return opened


def test_the_default_page_comes_first() -> None:
    """The address does not name it."""
    bar = Bar()
    assert bar.open() is HOME
    assert bar.shown == [("", "", True, "")]


def test_another_page_is_a_step() -> None:
    """A click pushes the address; what the run shows afterwards stays in that step. Parameters are left behind."""
    bar = Bar()
    bar.route.query.replace({"a": ["1"]})
    bar.open()
    bar.route.go("map")
    assert bar.open() is MAP
    bar.open()
    assert bar.shown[-2:] == [("", "map", False, ""), ("", "map", True, "")]


def test_the_same_page_keeps_its_parameters() -> None:
    """A click on the page that is open runs it again."""
    bar = Bar()
    bar.open()
    bar.route.query.replace({"a": ["1"]})
    bar.route.go("home")
    bar.open()
    assert bar.shown[-1] == ("a=1", "", True, "")


def test_parameters_of_a_page() -> None:
    """`switch_page` and a page link may bring some."""
    bar = Bar()
    bar.open()
    bar.route.go("map", {"zoom": ["3"]})
    bar.open()
    assert bar.shown[-1] == ("zoom=3", "map", False, "")


def test_what_a_script_sets_is_a_step_once_the_page_is_there() -> None:
    """While a page is first drawn under an address, it belongs to that address."""
    bar = Bar()
    bar.route.query.set("a", ["1"])
    bar.route.query.tell()
    bar.open()
    bar.route.query.set("a", ["2"])
    bar.route.query.tell()
    bar.route.take(Told({}, "", history=True))
    bar.route.query.set("a", ["3"])
    bar.route.query.tell()
    assert [(query, replace) for query, _, replace, _ in bar.shown] == [
        ("a=1", True),
        ("a=1", True),
        ("a=2", False),
        ("a=3", True),
    ]


def test_an_unknown_page_in_the_address() -> None:
    """The default page is shown, and that the other is missing; until the reader goes somewhere."""
    bar = Bar()
    bar.route.take(Told({}, "nope", view="v"))
    assert bar.open() is HOME
    assert bar.route.missing == "nope"
    assert bar.shown[-1] == ("", "", True, "v")
    assert bar.route.is_at(Told({}, "nope"))
    assert not bar.route.is_at(Told({}, ""))
    bar.route.go("map")
    bar.open()
    assert bar.route.missing == ""


@pytest.mark.parametrize("name", ["docs", "gone"])
def test_a_page_that_cannot_be_shown(name: str) -> None:
    """That of another site, or one that the script has taken away meanwhile: the default page, without a word."""
    bar = Bar()
    bar.open()
    bar.route.go(name)
    assert bar.open() is HOME
    assert bar.route.missing == ""


def test_an_app_without_pages_names_none() -> None:
    """Another app in the same address may have some."""
    bar = Bar()
    bar.route.arrive()
    assert bar.shown == [("", None, True, "")]


def test_what_a_script_minds() -> None:
    """A query that it never looked at is none of its concern."""
    bar = Bar()
    assert not bar.route.minds(Told({"a": ["1"]}, "map"))
    bar.open()
    assert bar.route.minds(Told({}, "map"))
    assert not bar.route.minds(Told({"a": ["1"]}, ""))
    bar.route.reads = True
    assert bar.route.minds(Told({"a": ["1"]}, ""))


def test_two_apps_under_one_address() -> None:
    """One takes what the reader opened; the other runs again if it has looked at the query."""
    query = Query()
    one, other = Bar(query), Bar(query)
    again: list[str] = []
    other.route.follow = lambda history: again.append(f"follow {history}")
    other.route.run_again = lambda: again.append("run")
    one.route.take(Told({"a": ["1"]}, ""))
    assert again == []
    assert other.shown == [("a=1", None, True, "")]
    other.route.reads = True
    one.route.take(Told({"a": ["2"]}, "", history=True))
    assert again == ["follow True", "run"]


def two_with_pages() -> tuple[Bar, Bar]:
    """Two apps under one address, each with pages, and the second one turned last."""
    one = Bar()
    other = Bar(one.route.query)
    one.open(HOME, MAP)
    other.open(HOME, Entry("notes", "Notes", source=print))
    for bar, name in ((one, "map"), (other, "notes")):
        bar.route.go(name)
        bar.open(*bar.route.entries)
    return one, other


def test_the_address_names_the_page_of_one_app() -> None:
    """That of the app that was turned last; once that is gone, that of another."""
    one, other = two_with_pages()
    assert [bar.shown[-1][1] for bar in (one, other)] == [None, "notes"]
    one.route.go("")
    assert [one.open(*one.route.entries), other.shown[-1][1], one.shown[-1][1]] == [HOME, None, ""]
    one.route.close()
    other.route.tell()
    assert other.shown[-1][1] == "notes"


def test_an_address_may_say_nothing_of_an_app() -> None:
    """It stays where it is if the page is another app's; a page that none has is missing where the reader was last."""
    one, other = two_with_pages()
    assert one.route.concerning(Told({}, "notes", history=True)).page == "map"
    assert other.route.concerning(Told({}, "map", history=True)).page == "notes"
    assert one.route.concerning(Told({}, "map", history=True)).page == "map"
    assert one.route.query.names_page_of(id(one.route))
    assert other.route.concerning(Told({}, "", history=True)).page == "notes"
    assert one.route.concerning(Told({}, "", history=True)).page == ""
    assert one.route.concerning(Told({}, "nowhere")).page == "nowhere"


def test_a_page_that_only_seemed_to_be_missing() -> None:
    """The app that ran first does not have it, the next one does: the first runs again, and misses nothing."""
    one = Bar()
    other = Bar(one.route.query)
    again: list[str] = []
    one.route.run_again = lambda: again.append(one.open(HOME, MAP).name)
    for bar in (one, other):
        bar.route.wanted = "notes"
    one.open(HOME, MAP)
    assert one.route.missing == "notes"
    other.open(HOME, Entry("notes", "Notes", source=print))
    assert (again, one.route.missing, one.shown[-1][1], other.shown[-1][1]) == (["home"], "", None, "notes")


def test_a_link_to_a_page_of_the_second_app() -> None:
    """It is not missing in the first, if that runs again; an app that has run nothing yet takes what it is told."""
    one = Bar()
    other = Bar(one.route.query)
    for bar in (one, other):
        assert bar.route.concerning(Told({}, "notes")).page == "notes"
        bar.route.wanted = "notes"
    other.open(HOME, Entry("notes", "Notes", source=print))
    one.open(HOME, MAP)
    assert one.route.missing == ""
    one.route.arrive()
    assert [bar.shown[-1][1] for bar in (one, other)] == [None, "notes"]


@pytest.mark.parametrize(
    "content",
    [{"query": 1}, {"page": None}, {"page": "x" * (NAME + 1)}, {"id": []}, {"query": {}, "page": ""}],
)
def test_a_browser_may_send_anything(content: dict[str, Any]) -> None:
    """What cannot be is refused."""
    assert received(content) is None


def test_what_is_received() -> None:
    """Only the truth is history."""
    assert received({"query": "a=1", "page": "map", "history": 1, "id": "v"}) == Told({"a": ["1"]}, "map", False, "v")


def test_pages_are_meant_by_path(tmp_path: Path) -> None:
    """From the folder of the entry, or an absolute one."""
    bar = Bar()
    bar.route.folder = tmp_path
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.py").touch()
    page = Entry("a", "A", source=tmp_path / "pages" / "a.py")
    bar.open(HOME, page)
    assert bar.route.meant("pages/a.py") is page
    assert bar.route.meant(tmp_path / "pages" / "a.py") is page
    with pytest.raises(StreamlitPageNotFoundError, match=r"'pages/a\.py'"):
        bar.route.meant("a.py")


def test_pages_are_meant_by_name() -> None:
    """One that only the next run will have is taken as it is; one with another source is an error (R98)."""
    bar = Bar()
    with pytest.raises(StreamlitPageNotFoundError):
        bar.route.meant(MAP)
    bar.open()
    assert bar.route.meant(Entry("map", "Map", source=len)).name == "map"
    assert bar.route.meant(Entry("later", "Later", source=len)).name == "later"
    with pytest.raises(StreamlitAPIException, match="another source"):
        bar.route.meant(Entry("map", "Map", source=Path("map.py")))


def test_the_entry_notebook_by_a_name_that_the_kernel_was_not_told(tmp_path: Path) -> None:
    """Voilà may have started the kernel before anybody asked for a notebook."""
    bar = Bar()
    bar.route.folder = tmp_path
    (tmp_path / "app.ipynb").touch()
    home = Entry("", "Home", default=True)
    bar.open(home, Entry("a", "A", source=tmp_path / "pages" / "a.py"))
    assert bar.route.meant("app.ipynb") is home
