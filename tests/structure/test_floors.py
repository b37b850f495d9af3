"""The floors of the package: imports go downwards only, and stand at the top."""

from __future__ import annotations

import ast

import pytest
from source import imports, modules, parsed

CHAPTERS = ("text", "data", "charts", "media", "inputs", "layouts", "status", "chat")
TOP = {"kernel": 7, "testing": 7, "serve": 7, "pages": 5, "script": 2, "session": 1, "cache": 1, "view": 1, "config": 1}
TOP |= {"stand_in": 9, "components": 7, "connections": 6}
TOP |= {"tree": 0, "errors": 0, "signals": 0, "types": 0, "clock": 0}
ELEMENTS = {
    "container": 6,
    "bare": 6,
    "printed": 6,
    "shown": 6,
    "write": 5,
    "ambient": 5,
    "cached": 5,
    "cache_data": 5,
    "cache_resource": 5,
    "query_params": 5,
    "secrets": 5,
    "visitor": 5,
    "dialogs": 5,
    "fragments": 5,
    "place": 3,
    "show": 3,
} | dict.fromkeys(CHAPTERS, 4)
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "manager", "base", "common", "misc"}
# Who may import what of the outside: the rooms that must stay pure, and the only room that knows IPython.
OUTSIDE = {
    "IPython": {"kernel"},
    "ipykernel": {"kernel"},
    "ipywidgets": {"kernel", "session", "elements", "view", "testing", "script"},
    "anywidget": {"kernel", "session", "elements", "view", "testing"},
    "threading": {
        "kernel",
        "session",
        "cache",
        "script",
        "view",
        "testing",
        "serve",
        "elements",
        "pages",
        "clock",
        "config",
        "connections",
        "stand_in",
    },
    "jupyter_server": {"serve"},
    "voila": {"serve"},
}


def place(name: str) -> tuple[int, str]:
    """Say on which floor a module stands, and in which room."""
    parts = name.split(".")[1:]
    if not parts:
        return 8, "nbapp"
    if parts[0] != "elements":
        return TOP[parts[0]], parts[0]
    if len(parts) == 1:
        return 6, "elements"
    return ELEMENTS.get(parts[1], 3), f"elements.{parts[1]}" if parts[1] in CHAPTERS else "elements"


def may_import(importer: str, imported: str) -> bool:
    """Tell whether an import goes down, or stays in its room or on the ground floor."""
    (floor, room), (below, there) = place(importer), place(imported)
    if room == "view":
        return there == "view" or below == 0
    return below < floor or room == there or floor == below == 0


@pytest.mark.parametrize("name", modules())
def test_imports_go_downwards(name: str) -> None:
    """No module imports from a higher floor, or from a neighbour that it must not know."""
    ours = [found for found in imports(name) if found.target.split(".")[0] == "nbapp"]
    upward = [f"line {found.line}: {found.target}" for found in ours if not may_import(name, found.target)]
    assert not upward, f"{name} (floor {place(name)[0]}) imports what it must not: {upward}"


@pytest.mark.parametrize("name", modules())
def test_imports_of_our_own_stand_at_the_top(name: str) -> None:
    """No import in a function escapes a cycle; two may wait, because what they load is heavy.

    They are the package itself, which enters a room when it is asked to, and an input that makes its own anywidget.
    """
    called = [found for found in imports(name) if found.when == "call" and found.target.split(".")[0] == "nbapp"]
    deferred = [found for found in called if not found.target.startswith("nbapp.view.widgets")]
    assert name == "nbapp" or not deferred, f"{name} imports in a function: {deferred}"


@pytest.mark.parametrize("name", modules())
def test_outside_packages_stay_in_their_rooms(name: str) -> None:
    """Pure rooms import no widgets and no threads; only one room knows IPython."""
    room = name.split(".")[1] if "." in name else name
    foreign = [found for found in imports(name) if room not in OUTSIDE.get(found.target.split(".")[0], {room})]
    assert not foreign, f"{name} imports {foreign}"


def test_no_cycle() -> None:
    """The modules can be put in an order in which each imports only those before it."""
    waiting = {
        name: {found.target for found in imports(name) if found.when == "top" and found.target in modules()} - {name}
        for name in modules()
    }
    while ready := [name for name, needs in waiting.items() if not needs & waiting.keys()]:
        for name in ready:
            del waiting[name]
    assert not waiting, f"these modules import each other: {sorted(waiting)}"


@pytest.mark.parametrize("name", modules())
def test_modules_are_named_after_things(name: str) -> None:
    """No module is called utils or the like."""
    assert not FORBIDDEN_NAMES & set(name.split("."))


@pytest.mark.parametrize("name", [name for name, path in modules().items() if path.name == "__init__.py"])
def test_each_room_tells_its_plan(name: str) -> None:
    """Every room's __init__ says in at most fifteen lines what is kept there."""
    plan = ast.get_docstring(parsed(modules()[name]))
    assert plan, f"{name} has no plan"
    assert name == "nbapp" or len(plan.splitlines()) <= 15


def test_every_folder_is_a_package() -> None:
    """A folder without an __init__ would be left out of the wheel."""
    folders = {path.parent for path in modules().values()}
    assert not sorted(str(folder) for folder in folders if not (folder / "__init__.py").is_file())
