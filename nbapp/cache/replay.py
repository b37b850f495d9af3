"""What a cached function drew: noted while it runs, drawn again when its result comes from the cache."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, NamedTuple, Protocol


class Drawn(Protocol):
    """A place, as far as a recording knows it."""

    @property
    def branch(self) -> Any:
        """What it draws on."""

    @property
    def slot(self) -> Any:
        """The one element it stands for, or None."""

    def put(self, kind: str, props: dict[str, Any], key: Hashable | None = None) -> Any:
        """Draw an element."""

    def nest(self, kind: str, props: dict[str, Any], key: Hashable | None = None, single: bool = False) -> Any:
        """Draw a container."""


class Step(NamedTuple):
    """One element drawn: where (the number of a place), what, and the number of the place it made."""

    where: int | str
    kind: str
    props: dict[str, Any]
    key: Hashable | None
    container: bool
    single: bool
    made: int


class Recording:
    """The elements drawn by a function.

    Parameters
    ----------
    place : Drawn
        Where the function was called.
    roots : dict
        The branches that every page has, by name: what is drawn there is drawn there again.
    """

    def __init__(self, place: Drawn, roots: dict[str, Any]) -> None:
        self.steps: list[Step] = []
        self.outside = False
        self._made = 0
        self._numbers: dict[tuple[int, int], int | str] = {
            (id(branch), id(None)): name for name, branch in roots.items()
        }
        self._numbers[_identity(place)] = 0
        self._steps_of: dict[int, int] = {}
        self._alive: list[object] = [place.branch, place.slot, roots]

    def drew(self, place: Drawn, element: Drawn, kind: str, props: dict[str, Any], key: Hashable | None) -> None:
        """Note an element; drawn over what this recording drew before, it takes that one's step."""
        where = self._numbers.get(_identity(place))
        if where is None:
            self.outside = True
            return
        index = self._steps_of.get(id(element.slot))
        if index is not None and not self.steps[index].container:
            self.steps[index] = self.steps[index]._replace(kind=kind, props=props, key=key)
            return
        self._steps_of[id(element.slot)] = len(self.steps)
        self._note(where, element, kind, props, key)

    def opened(
        self, place: Drawn, inside: Drawn, kind: str, props: dict[str, Any], key: Hashable | None, single: bool
    ) -> None:
        """Note a container."""
        where = self._numbers.get(_identity(place))
        if where is None:
            self.outside = True
            return
        self._note(where, inside, kind, props, key, container=True, single=single)

    def _note(
        self,
        where: int | str,
        made: Drawn,
        kind: str,
        props: dict[str, Any],
        key: Hashable | None,
        container: bool = False,
        single: bool = False,
    ) -> None:
        self._made += 1
        self._numbers[_identity(made)] = self._made
        self._alive += (made.branch, made.slot)
        self.steps.append(Step(where, kind, props, key, container, single, self._made))


def replay(steps: list[Step], place: Drawn, root: Callable[[str], Drawn]) -> None:
    """Draw a recording again.

    Parameters
    ----------
    steps : list
        What was noted.
    place : Drawn
        Where the function is called this time.
    root : callable
        Returns a root of the page by its name, as a place.
    """
    places: dict[int | str, Drawn] = {0: place}
    for step in steps:
        where = places.get(step.where) or root(str(step.where))
        if step.container:
            places[step.made] = where.nest(step.kind, step.props, step.key, step.single)
        else:
            places[step.made] = where.put(step.kind, step.props, step.key)


def _identity(place: Drawn) -> tuple[int, int]:
    return id(place.branch), id(place.slot)
