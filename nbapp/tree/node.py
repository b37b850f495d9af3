"""A node: one element as data."""

from __future__ import annotations

from collections.abc import Hashable

from nbapp.types import Props


class Node:
    """What one element call draws: a kind, its properties and, for some, a key.

    Parameters
    ----------
    kind : str
        Which renderer draws it (`tree.kinds`).
    props : dict
        JSON values by name; bytes are allowed as direct values.
    key : hashable, optional
        The identity of an input or of a keyed container: within its branch such a node is found again wherever it
        moved to. A node without key is matched by its position.
    """

    __slots__ = ("key", "kind", "props")

    def __init__(self, kind: str, props: Props, key: Hashable | None = None) -> None:
        self.kind = kind
        self.props = props
        self.key = key

    def __repr__(self) -> str:
        return f"Node({self.kind!r}, {self.props!r}" + (f", key={self.key!r})" if self.key is not None else ")")

    def draws_like(self, other: Node) -> bool:
        """Whether both look the same to a reader."""
        return self.kind == other.kind and self.props == other.props
