"""A recording knows the places it made, and draws the last of what was drawn over."""

from __future__ import annotations

from typing import Any

from nbapp.cache.replay import Recording, replay


class Spot:
    """A place that writes down what is drawn on it."""

    def __init__(self, branch: object, slot: object, log: list[Any], name: str = "") -> None:
        self.branch = branch
        self.slot = slot
        self.log = log
        self.name = name

    def put(self, kind: str, props: dict[str, Any], key: Any = None) -> Spot:
        """Draw an element."""
        self.log.append((self.name, kind))
        return Spot(self.branch, object(), self.log, f"{self.name}/{kind}")

    def nest(self, kind: str, props: dict[str, Any], key: Any = None, single: bool = False) -> Spot:
        """Draw a container."""
        self.log.append((self.name, kind))
        return Spot(object(), None, self.log, f"{self.name}/{kind}")


def test_places_are_found_again() -> None:
    """A container's inside, an element's own place and a root."""
    log: list[Any] = []
    side = object()
    here = Spot(object(), None, log)
    recording = Recording(here, {"sidebar": side})
    inside = here.nest("columns", {})
    recording.opened(here, inside, "columns", {}, None, False)
    recording.drew(inside, inside.put("text", {}), "text", {}, None)
    root = Spot(side, None, log)
    recording.drew(root, root.put("code", {}), "code", {}, None)
    log.clear()
    replay(recording.steps, Spot(object(), None, log, "there"), lambda name: Spot(side, None, log, name))
    assert log == [("there", "columns"), ("there/columns", "text"), ("sidebar", "code")]
    assert not recording.outside


def test_what_was_drawn_over_is_forgotten() -> None:
    """A bar that moved a hundred times is drawn once."""
    here = Spot(object(), None, [])
    recording = Recording(here, {})
    bar = here.put("progress", {})
    recording.drew(here, bar, "progress", {"value": 0}, None)
    for value in range(1, 101):
        recording.drew(bar, bar, "progress", {"value": value}, None)
    assert [step.props for step in recording.steps] == [{"value": 100}]


def test_place_from_elsewhere_is_noticed() -> None:
    """It cannot be repeated."""
    recording = Recording(Spot(object(), None, []), {})
    elsewhere = Spot(object(), None, [])
    recording.drew(elsewhere, elsewhere, "text", {}, None)
    assert recording.outside
    assert recording.steps == []
