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
        self._at: dict[int, tuple[Slot, list[Slot]]] = {}
        for siblings in self.roots.values():
            self._know(siblings)

    def _know(self, siblings: list[Slot]) -> None:
        for slot in siblings:
            self._at[slot["id"]] = (slot, siblings)
            self._know(slot.get("children", []))

    def _apply(self, op: list[Any]) -> None:
        name = op[0]
        if name == "put":
            self._at[op[1]][0].update(kind=op[2], props=op[3])
        elif name == "insert":
            parent = op[1]
            place = self.roots[parent] if isinstance(parent, str) else self._at[parent][0].setdefault("children", [])
            self._place(place, op[2], op[3])
            self._know([op[3]])
            self._at[op[3]["id"]] = (op[3], place)
        elif name == "move":
            slot, siblings = self._at[op[1]]
            siblings.remove(slot)
            self._place(siblings, op[2], slot)
        else:
            for slot_id in op[1]:
                slot, siblings = self._at.pop(slot_id)
                siblings.remove(slot)

    def _place(self, siblings: list[Slot], before: int | None, slot: Slot) -> None:
        siblings.insert(len(siblings) if before is None else siblings.index(self._at[before][0]), slot)


def walk(slots: list[Slot]) -> Iterator[Slot]:
    """Slots and all below them."""
    for slot in slots:
        yield slot
        yield from walk(slot.get("children", []))
