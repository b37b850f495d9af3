"""Replacing attributes, and putting them back."""

from __future__ import annotations

from types import SimpleNamespace

from nbapp.kernel.replaced import Replacements


def test_everything_comes_back_in_reverse_order() -> None:
    """Even where one thing was replaced twice."""
    place = SimpleNamespace(a=1, b=2)
    replacements = Replacements()
    replacements.put(place, "a", "x")
    replacements.put(place, "a", "y")
    replacements.put(place, "b", "z")
    assert (place.a, place.b) == ("y", "z")
    replacements.undo()
    assert (place.a, place.b) == (1, 2)
