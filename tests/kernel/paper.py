"""A page as a front end keeps it: the snapshot, then patch after patch."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Slot = dict[str, Any]


class Page:
    """The page of one app.

    Parameters
    ----------
    model_id : str
        The view's.
    state : dict
        Its model's state as it was opened.
    models : dict
        The states of all models, by id.
    """

    def __init__(self, model_id: str, state: dict[str, Any], models: dict[str, dict[str, Any]]) -> None:
        self.model_id = model_id
        self.about = state["app"]
        self.models = models
        self.patches: list[dict[str, Any]] = []
        self.wire: list[dict[str, Any]] = []
        self.history: list[str] = []
        self.seq = 0
        self.roots: dict[str, list[Slot]] = {}
        self.status: dict[str, Any] = {}
        self._load(state["snapshot"])

    def take(self, content: dict[str, Any], message: dict[str, Any]) -> None:
        """Take a message to the view."""
        self.wire.append(message)
        if content["t"] == "snapshot":
            self._load(content["snapshot"])
        elif content["t"] == "status":
            self.status = content
            self.history.append(content["state"])
        elif content["t"] == "patch" and content["seq"] > self.seq:
            assert content["seq"] == self.seq + 1, "a patch is missing"
            self.seq = content["seq"]
            self.patches.append(content)
            for op in content["ops"]:
                self._apply(op)

    def slots(self, kind: str | None = None) -> list[Slot]:
        """The slots of a kind, in reading order."""
        found = (slot for root in self.roots.values() for slot in walk(root))
        return [slot for slot in found if kind is None or slot["kind"] == kind]

    def bodies(self, kind: str) -> list[str]:
        """The texts of the nodes of a kind."""
        return [slot["props"]["body"] for slot in self.slots(kind)]

    @property
    def text(self) -> str:
        """All text on the page."""
        words = ("body", "label", "value", "message", "text")
        return "\n".join(
            str(slot["props"][word]) for slot in self.slots() for word in words if slot["props"].get(word) is not None
        )

    def input(self, label: str) -> str:
        """The model of the input with a label."""
        found = [slot["props"]["model_id"] for slot in self.slots("input") if slot["props"]["label"] == label]
        assert len(found) == 1, f"{len(found)} inputs are called {label!r}"
        return str(found[0])

    def widget(self, position: int = 0) -> str:
        """The model of a widget of the script's own."""
        return str(self.slots("widget")[position]["props"]["model_id"])

    def _load(self, snapshot: dict[str, Any]) -> None:
        self.seq, self.roots, self.status = snapshot["seq"], snapshot["roots"], snapshot["status"]

    def _apply(self, op: list[Any]) -> None:
        name = op[0]
        if name == "put":
            slot = self._find(op[1])
            slot.update(kind=op[2], props=op[3])
        elif name == "insert":
            self._place(self._children(op[1]), op[2], op[3])
        elif name == "move":
            siblings = self._siblings(op[1])
            slot = self._find(op[1])
            siblings.remove(slot)
            self._place(siblings, op[2], slot)
        else:
            for slot_id in op[1]:
                self._siblings(slot_id).remove(self._find(slot_id))

    @staticmethod
    def _place(siblings: list[Slot], before: int | None, slot: Slot) -> None:
        positions = [index for index, each in enumerate(siblings) if each["id"] == before]
        assert positions or before is None, "the place of an insert is not there"
        siblings.insert(positions[0] if positions else len(siblings), slot)

    def _find(self, slot_id: int) -> Slot:
        return next(slot for slot in self.slots() if slot["id"] == slot_id)

    def _children(self, parent: int | str) -> list[Slot]:
        if isinstance(parent, str):
            return self.roots[parent]
        children: list[Slot] = self._find(parent).setdefault("children", [])
        return children

    def _siblings(self, slot_id: int) -> list[Slot]:
        lists = [*self.roots.values(), *(slot["children"] for slot in self.slots() if "children" in slot)]
        return next(siblings for siblings in lists if any(slot["id"] == slot_id for slot in siblings))


def walk(slots: list[Slot]) -> Iterator[Slot]:
    """Slots and all below them."""
    for slot in slots:
        yield slot
        yield from walk(slot.get("children", []))
