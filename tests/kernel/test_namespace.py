"""Whose names: those of ordinary cells, and what an app leaves behind."""

from __future__ import annotations

import sys

from nbapp.kernel.namespace import Names


def run(names: Names, module: str, **sets: object) -> dict[str, object]:
    """A complete run that sets names; returns what it began with."""
    mine = names.for_run(module, {})
    begun = dict(mine)
    mine.update(sets)
    names.export(module, mine, begun)
    return begun


def test_a_run_sees_ordinary_cells_and_never_what_a_run_left() -> None:
    """Although the next cell does."""
    notebook: dict[str, object] = {"n": 5}
    names = Names(notebook)
    assert run(names, "nbapp_app_t", n=6, m=1)["n"] == 5
    assert notebook == {"n": 6, "m": 1}
    begun = run(names, "nbapp_app_t", n=7)
    assert (begun["n"], "m" in begun) == (5, False)
    names.forget("nbapp_app_t")


def test_what_a_run_sets_no_more_is_taken_back() -> None:
    """A line that was deleted leaves nothing."""
    notebook: dict[str, object] = {"n": 5}
    names = Names(notebook)
    run(names, "nbapp_app_t", n=6, m=1)
    run(names, "nbapp_app_t")
    assert notebook == {"n": 5}
    names.forget("nbapp_app_t")
    assert "nbapp_app_t" not in sys.modules


def test_what_a_cell_sets_afterwards_is_the_cells() -> None:
    """It is seen, and not taken back."""
    notebook: dict[str, object] = {}
    names = Names(notebook)
    run(names, "nbapp_app_t", n=6)
    notebook["n"] = 7
    assert run(names, "nbapp_app_t")["n"] == 7
    assert notebook == {"n": 7}
    names.forget("nbapp_app_t")
