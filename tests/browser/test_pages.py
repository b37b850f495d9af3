"""Many pages in one session, and the address that leads to each: in JupyterLab and in Voilà."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hands import seen, watch
from hosts import LOAD, Host, Lab, Voila, write_notebook
from playwright.sync_api import expect
from rules import violations
from tour import ENTRY, Tour

pytestmark = pytest.mark.browser


@pytest.fixture
def tour(host: Host) -> Iterator[Tour]:
    """In each host; JupyterLab begins anew afterwards."""
    tour = Tour(host)
    tour.write(ENTRY)
    yield tour
    host.close()


@pytest.fixture
def lab_tour(lab: Lab) -> Iterator[Tour]:
    """In JupyterLab."""
    tour = Tour(lab)
    tour.write(ENTRY)
    yield tour
    lab.close()


@pytest.fixture
def voila_tour(voila: Voila) -> Tour:
    """In Voilà."""
    tour = Tour(voila)
    tour.write(ENTRY)
    return tour


def test_a_tour(tour: Tour) -> None:
    """Turning keeps the session; back and forward go page by page, with what was on them; a reload stays there."""
    tour.open()
    tour.expect_at("app", "", "run 1")
    tour.turn("map")
    tour.expect_at("map", "?nbapp-page=map", "n is 2")
    expect(tour.app.get_by_role("heading", name="The map")).to_be_visible()
    expect(tour.app.get_by_role("heading", name="Entry")).to_have_count(0)
    tour.app.locator(".noUi-handle").press("ArrowRight")
    tour.expect_at("map", "?nbapp-page=map&n=3", "n is 3")
    tour.turn("app")
    tour.expect_at("app", "", "run 2")
    tour.app.get_by_role("link", name="To the notes").click()
    tour.expect_at("notes", "?nbapp-page=notes&q=1", "q is 1, 2 visits")
    tour.app.get_by_role("button", name="Set q").click()
    tour.expect_at("notes", "?nbapp-page=notes&q=2", "q is 2, 2 visits")
    tour.app.get_by_role("button", name="Far on the map").click()
    tour.expect_at("map", "?nbapp-page=map&n=7", "n is 7")
    assert_back_and_forward(tour)
    tour.reload()
    kept = 4 if isinstance(tour.host, Lab) else None
    tour.expect_at("notes", "?nbapp-page=notes&q=1", f"q is 1, {kept} visits")


def assert_back_and_forward(tour: Tour) -> None:
    """Go through the steps of the tour, to the notes with q=1."""
    tour.go("back")
    tour.expect_at("notes", "?nbapp-page=notes&q=2", "q is 2, 2 visits")
    tour.go("back")
    tour.expect_at("notes", "?nbapp-page=notes&q=1", "q is 1, 2 visits")
    tour.go("back")
    tour.expect_at("app", "", "run 3")
    tour.go("back")
    tour.expect_at("map", "?nbapp-page=map&n=3", "n is 3")
    tour.go("forward")
    tour.expect_at("app", "", "run 4")
    tour.go("forward")
    tour.expect_at("notes", "?nbapp-page=notes&q=1", "q is 1, 4 visits")


def test_the_markdown_of_a_page(tour: Tour) -> None:
    """As in Jupyter: HTML counts, the pictures beside the notebook are there, and no script of it runs."""
    tour.open("nbapp-page=map")
    expect(tour.app.locator("kbd")).to_be_visible()
    expect(tour.app.get_by_role("img", name="gone")).to_be_attached()
    tour.host.page.wait_for_function("document.querySelector('img[alt=\"a dot\"]')?.naturalWidth === 1")
    tour.app.locator("kbd").click()
    assert tour.host.page.evaluate("window.evil") is None


def test_a_link_that_somebody_sent(tour: Tour) -> None:
    """It opens the page, with its parameters; one to no page says so, and shows the first."""
    tour.open("nbapp-page=map&n=5")
    tour.expect_at("map", "?nbapp-page=map&n=5", "n is 5")
    tour.host.close()
    tour.open("nbapp-page=nowhere&q=3")
    expect(tour.app.get_by_role("alert")).to_contain_text("There is no page “nowhere”")
    tour.expect_at("app", "?q=3")
    tour.turn("notes")
    expect(tour.app.get_by_role("alert")).to_have_count(0)


def test_the_title_of_the_tab(voila_tour: Tour) -> None:
    """It is the page's; Voilà's own parameters stay in the address."""
    voila_tour.open("theme=dark")
    expect(voila_tour.host.page).to_have_title("app")
    voila_tour.turn("map")
    expect(voila_tour.host.page).to_have_title("map")
    voila_tour.expect_at("map", "?theme=dark&nbapp-page=map")


def test_no_other_page_is_seen_first(voila_tour: Tour) -> None:
    """A kernel that Voilà has warmed up does not know the address: the page waits until it does."""
    warmed_up = "import os\nos.environ['VOILA_PREHEAT'] = 'True'"
    write_notebook(voila_tour.home / "app.ipynb", warmed_up, LOAD, ENTRY + "import time; time.sleep(1)")
    page = voila_tour.host.fresh_page()
    page.add_init_script(
        """addEventListener('DOMContentLoaded', () => {
            const look = () => {
                const title = document.querySelector('.nbapp-main h1');
                const isSeen = title?.checkVisibility({ visibilityProperty: true });
                if (isSeen) (window.titles ??= new Set()).add(title.innerText);
                requestAnimationFrame(look);
            };
            look();
        })"""
    )
    url = voila_tour.host.server.wait().url
    page.goto(f"{url}/voila/render/{voila_tour.home.name}/app.ipynb?nbapp-page=notes&q=9")
    voila_tour.expect_at("notes", "?nbapp-page=notes&q=9", "q is 9, 1 visits")
    assert page.evaluate("[...window.titles].map((title) => title.replace('#', '').trim())") == ["Notes"]


def test_a_page_by_itself(lab_tour: Tour) -> None:
    """Its notebook, opened in JupyterLab, is an app of its own: no links, and its inputs in the address."""
    app = lab_tour.open(notebook="pages/1_map.ipynb", query="n=4")
    expect(app.get_by_text("n is 4", exact=True)).to_be_visible()
    expect(app.get_by_role("navigation")).to_have_count(0)
    app.locator(".noUi-handle").press("ArrowRight")
    expect(app.get_by_text("n is 5", exact=True)).to_be_visible()
    lab_tour.host.page.wait_for_function("location.search === '?n=5'")


def test_another_document_comes_to_the_front(lab_tour: Tour) -> None:
    """The address is that document's; back on the app's notebook, it names the page again."""
    lab_tour.open()
    lab_tour.turn("notes")
    lab_tour.expect_at("notes", "?nbapp-page=notes")
    page, home = lab_tour.host.page, lab_tour.home.name
    show = "(path) => jupyterapp.commands.execute('docmanager:open', { path })"
    page.evaluate(show, f"{home}/pages/2_notes.py")
    page.wait_for_function("location.pathname.endsWith('2_notes.py') && location.search === ''")
    page.evaluate(show, f"{home}/app.ipynb")
    page.wait_for_function("location.pathname.endsWith('app.ipynb') && location.search === '?nbapp-page=notes'")


def test_the_folder_in_the_address(lab_tour: Tour) -> None:
    """JupyterLab writes it over the address of the notebook in front, after some reloads: that is put right."""
    lab_tour.open()
    lab_tour.turn("notes")
    lab_tour.expect_at("notes", "?nbapp-page=notes")
    page = lab_tour.host.page
    for folder in (f"/lab/tree/{lab_tour.home.name}", "/lab"):
        page.evaluate("(path) => history.pushState({}, '', path)", folder)
        page.wait_for_function(
            "(path) => decodeURI(location.pathname) === path && location.search === '?nbapp-page=notes'",
            arg=f"/lab/tree/{lab_tour.home.name}/app.ipynb",
        )


TWO = """%%app --name {name}
pages = [st.Page(lambda n=n: st.title("{name}" + n), title="{name}" + n, url_path="{name}" + n) for n in "123"]
st.navigation(pages).run()
"""


def test_two_apps_with_pages(tour: Tour) -> None:
    """The address names the page of the one that was turned last; the other stays where it is, and nobody quarrels."""
    tour.write(TWO.format(name="a"), TWO.format(name="b"))
    tour.open()
    page = tour.host.page
    page.evaluate(
        "() => { window.writes = 0; for (const name of ['pushState', 'replaceState']) { const write = history[name];"
        " history[name] = function (...args) { window.writes += 1; return write.apply(this, args); }; } }"
    )
    apps = page.locator(".nbapp-root")
    expect(apps).to_have_count(2)

    def at(app: int, title: str, search: str) -> None:
        expect(apps.nth(app).get_by_role("heading", name=title)).to_be_visible()
        page.wait_for_function("(search) => location.search === search", arg=search)

    for app, title in enumerate(("a2", "b3")):
        apps.nth(app).get_by_role("navigation").get_by_role("link", name=title).click()
        at(app, title, f"?nbapp-page={title}")
    page.wait_for_timeout(500)
    assert page.evaluate("window.writes") < 10
    tour.go("back")
    at(0, "a2", "?nbapp-page=a2")
    expect(page.get_by_role("alert")).to_have_count(0)
    at(1, "b3", "?nbapp-page=a2")


TOP = """%%app
def page(name):
    def draw():
        st.title(name)
    return st.Page(draw, title=f"**{name}**", url_path=name.lower(), icon="📄", help=f"About {name}")
pages = {"": [page("Start")], "Animals": [page("Ants"), page("Bees")], "Else": [
    page("Cars"), st.Page("https://example.org", title="Docs")]}
st.navigation(pages, position="top").run()
"""


def test_links_at_the_top(tour: Tour) -> None:
    """Sections fold out, and away again; everything works by keys, and axe has nothing against it."""
    tour.write(TOP)
    app = tour.open()
    nav = app.get_by_role("navigation", name="Pages")
    expect(nav.get_by_role("link", name="Start")).to_have_attribute("aria-current", "page")
    expect(nav.get_by_role("link", name="Ants")).to_be_hidden()
    nav.locator("summary", has_text="Animals").press("Enter")
    expect(nav.get_by_role("link", name="Ants")).to_be_visible()
    assert violations(tour.host.page) == []
    tour.host.page.keyboard.press("Escape")
    expect(nav.get_by_role("link", name="Ants")).to_be_hidden()
    tour.host.page.keyboard.press("Enter")
    tour.host.page.keyboard.press("Tab")
    tour.host.page.keyboard.press("Tab")
    tour.host.page.keyboard.press("Enter")
    expect(app.get_by_role("heading", name="Bees")).to_be_visible()
    expect(nav.get_by_role("link", name="Bees")).to_be_hidden()
    nav.get_by_text("Else").click()
    docs = nav.get_by_role("link", name="Docs")
    assert [docs.get_attribute(name) for name in ("href", "target", "rel")] == [
        "https://example.org",
        "_blank",
        "noopener noreferrer",
    ]


def test_links_at_the_top_on_a_phone(voila_tour: Tour) -> None:
    """What a section folds out stays on the page, wherever the section stands."""
    long = "What there is to read of all this"
    voila_tour.write(TOP.replace("Docs", long))
    app = voila_tour.open()
    voila_tour.host.page.set_viewport_size({"width": 300, "height": 700})
    for section, title in (("Animals", "Bees"), ("Else", long)):
        app.get_by_role("navigation").get_by_text(section).click()
        link = app.get_by_role("link", name=title)
        expect(link).to_be_visible()
        box = link.bounding_box()
        assert box is not None
        assert 0 <= box["x"] < box["x"] + box["width"] <= 300
        assert voila_tour.host.page.evaluate("document.documentElement.scrollWidth") <= 300


MANY = """%%app
pages = [st.Page(lambda n=n: st.title(f"Page {n}"), title=f"P{n}", url_path=f"p{n}") for n in range(20)]
st.sidebar.text("below")
st.navigation({"All": pages}, expanded=5).run()
"""


def test_many_links_on_a_phone(voila_tour: Tour) -> None:
    """The side bar is folded; a long list is cut short; a chosen link folds the side bar away."""
    voila_tour.write(MANY)
    app = voila_tour.open()
    voila_tour.host.page.set_viewport_size({"width": 390, "height": 844})
    nav = app.get_by_role("navigation")
    expect(app.get_by_role("heading", name="Page 0")).to_be_visible()
    expect(nav).to_be_hidden()
    app.get_by_role("button", name="Sidebar").click()
    expect(nav.get_by_role("link")).to_have_count(5)
    nav.get_by_role("button", name="View 15 more").click()
    nav.get_by_role("link", name="P17").click()
    expect(app.get_by_role("heading", name="Page 17")).to_be_visible()
    expect(nav).to_be_hidden()
    assert voila_tour.host.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert violations(voila_tour.host.page) == []


def test_a_page_does_not_flicker(voila_tour: Tour) -> None:
    """While a reader drags, the address follows without a step back for each value."""
    voila_tour.open()
    voila_tour.turn("map")
    voila_tour.expect_at("map", "?nbapp-page=map", "n is 2")
    steps = voila_tour.host.page.evaluate("history.length")
    watch(voila_tour.app.locator(".nbapp-main"), "el.querySelector('h1')?.innerText ?? 'none'")
    handle = voila_tour.app.locator(".noUi-handle")
    for _ in range(6):
        handle.press("ArrowRight")
    voila_tour.expect_at("map", "?nbapp-page=map&n=8", "n is 8")
    assert voila_tour.host.page.evaluate("history.length") == steps
    assert len(seen(voila_tour.app.locator(".nbapp-main"))) == 1


CHARTS = """%%app
def one():
    st.title("One")
    st.bar_chart({"a": [1, 2]})
def two():
    st.title("Two")
    with st.expander("More", expanded=True):
        st.bar_chart({"b": [2, 1]})
st.navigation([one, two]).run()
"""


def test_a_chart_has_the_colors_of_its_page(voila_tour: Tour) -> None:
    """Also one that comes with all around it, when the renderer is there already (seen without axes)."""
    voila_tour.write(CHARTS)
    app = voila_tour.open()
    for name in ("one", "two", "one"):
        voila_tour.turn(name)
        expect(app.get_by_role("heading", name=name.capitalize())).to_be_visible()
        labels = app.locator(".nbapp-is-vega .role-axis-label text").first
        expect(labels).to_have_attribute("fill", re.compile("rgb|color"))


def test_the_demo(voila: Voila, repository: Path) -> None:
    """All its pages are one session: the name that a visitor gives is known on the next page."""
    tour = Tour(voila)
    shutil.copytree(repository / "notebooks" / "islands", tour.home, dirs_exist_ok=True)
    app = tour.open(notebook="islands.ipynb")
    app.get_by_label("What shall we call you?").fill("Ada")
    app.get_by_label("What shall we call you?").press("Enter")
    expect(app.get_by_text("Welcome, Ada.")).to_be_visible()
    app.get_by_role("link", name="Go there").nth(1).click()
    expect(app.get_by_text("Ada, 124 penguins of Dream look at you.")).to_be_visible()
    expect(app.get_by_role("rowheader", name="Biscoe")).to_be_visible()
    app.get_by_role("navigation").get_by_role("link", name="How heavy").click()
    expect(app.get_by_text("penguins weigh between 3500 g and 5000 g")).to_be_visible()
    app.get_by_role("button", name="Back to the start").click()
    expect(app.get_by_label("What shall we call you?")).to_have_value("Ada")


def test_files_of_pages_are_where_the_entry_is(voila_tour: Tour) -> None:
    """The name of the folder is in no address."""
    voila_tour.open("nbapp-page=notes")
    assert str(Path(voila_tour.home)) not in voila_tour.host.page.content()
