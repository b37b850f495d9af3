"""Where in the script a thread stands that constructs widgets."""

from __future__ import annotations

import threading
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from nbapp.types import SlotId

if TYPE_CHECKING:
    from types import FrameType

    from nbapp.session.adopted import Attachment


class Standpoint(threading.local):
    """Each thread's own: the script's, and those of fragments that are drawn beside it.

    Attributes
    ----------
    root : FrameType or None
        The frame at which places begin; None where no script runs.
    prefix : tuple
        What a place begins with.
    fragment : SlotId or None
        The fragment that is drawn.
    attachments : list or None
        Where handlers are noted that a construction under way registers on other widgets.
    """

    root: FrameType | None = None
    prefix: tuple[Hashable, ...] = ()
    fragment: SlotId | None = None
    attachments: list[Attachment] | None = None

    @contextmanager
    def moved(
        self, root: FrameType, prefix: tuple[Hashable, ...] = (), fragment: SlotId | None = None
    ) -> Iterator[None]:
        """Stand elsewhere for the length of a block."""
        before = self.root, self.prefix, self.fragment
        self.root, self.prefix, self.fragment = root, prefix, fragment
        try:
            yield
        finally:
            self.root, self.prefix, self.fragment = before
