"""A reader of a stage: finds inputs by their labels, and says what is on the page in order."""

from __future__ import annotations

from typing import Any

from stage import Stage

CLICK = {"method": "custom", "content": {"event": "click"}}


class Reader(Stage):
    """A stage whose inputs are touched by name."""

    def at(self, label: str) -> int:
        """Which of the inputs has that label."""
        return [slot.node.props["label"] for slot in self.page.walk() if slot.node.kind == "input"].index(label)

    def touch(self, label: str, value: Any = None) -> list[str]:
        """Give the input with that label a value, or click it; returns what the page says then."""
        self.post(label, value)
        self.settle()
        return self.texts

    def post(self, label: str, value: Any = None) -> None:
        """The same without waiting for what comes of it."""
        at = self.at(label)
        live = self.live(at)
        self.send(CLICK if live.spec.trigger else {"method": "update", "state": {live.spec.trait: value}}, at)

    def shown(self, label: str) -> Any:
        """What the reader sees in the input with that label."""
        live = self.live(self.at(label))
        return getattr(live.widget, live.spec.trait)

    @property
    def dialogs(self) -> list[dict[str, Any]]:
        """The dialogs that are open."""
        return [slot.node.props for slot in self.page.walk() if slot.node.kind == "dialog"]

    @property
    def order(self) -> list[Any]:
        """Texts and labels of the main root, in reading order."""
        slots = [slot for slot in self.page.roots["main"].walk() if slot.node.kind in ("text", "input")]
        return [slot.node.props.get("body", slot.node.props.get("label")) for slot in slots]
