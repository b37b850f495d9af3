"""The container: every element is a method of it."""

from __future__ import annotations

import nbapp
from nbapp.elements.container import Container
from nbapp.elements.place import Place
from nbapp.errors.names import COMMANDS


def test_every_element_of_the_package_is_a_method() -> None:
    """What is not one belongs to the run, not to a place."""
    assert {name for name in nbapp.__all__ if not hasattr(Container, name)} <= COMMANDS


def test_a_container_is_a_place_and_nothing_more() -> None:
    """No state of its own: what is shown is in the tree."""
    assert Container.__mro__[1] is Place
    assert Container.__slots__ == ()
