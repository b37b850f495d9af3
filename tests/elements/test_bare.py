"""The module functions: the same elements, for the place the code stands in."""

from __future__ import annotations

import inspect

from sheet import Sheet

import nbapp
from nbapp.elements.container import Container


def test_a_module_function_draws_where_the_code_stands(sheet: Sheet) -> None:
    """In the innermost `with`, else on the main root."""

    def script() -> None:
        nbapp.text("main")
        with nbapp.container():
            nbapp.text("inside")

    sheet.play(script)
    assert [slot.node.props.get("body") for slot in sheet.page.roots["main"].slots] == ["main", None]
    assert sheet.bodies == ["main", None, "inside"]


def test_the_sidebar_is_a_place_of_its_own(sheet: Sheet) -> None:
    """By `with` and by method, and it returns to where the code stood."""

    def script() -> None:
        with nbapp.sidebar:
            nbapp.text("a")
        nbapp.sidebar.text("b")
        nbapp.text("c")

    sheet.play(script)
    bodies = {name: [slot.node.props["body"] for slot in root.slots] for name, root in sheet.page.roots.items()}
    assert bodies == {"main": ["c"], "sidebar": ["a", "b"], "dialog": []}


def test_both_forms_have_the_same_parameters() -> None:
    """Without the place, and with the same documentation."""
    method, function = inspect.signature(Container.slider), inspect.signature(nbapp.slider)
    assert list(method.parameters)[1:] == list(function.parameters)
    assert nbapp.slider.__doc__ == Container.slider.__doc__
