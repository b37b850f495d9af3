"""Which request a message says it answers: those of a run answer none, and are smaller for it.

ipykernel names in each message the request that caused it. On a thread of ours that would be whatever cell was executed
last: 300 bytes, and more than that, since newer kernels send what a page answers to the shell that this request came
on: a Stop would wait until the cell that it is to stop has ended. Only the first run of a cell answers a request, the
cell's own, so that nbclient stores the widgets that it makes.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

Header = Mapping[str, Any]

NONE: Header = {}
"""Answers nothing."""


class Parents:
    """Stands in for the kernel's `get_parent`.

    Parameters
    ----------
    kernel : ipykernel.kernelbase.Kernel or None
        Whose messages these are; in a shell without a kernel there are none.
    """

    def __init__(self, kernel: Any) -> None:
        self._kernel = kernel if hasattr(kernel, "get_parent") else None
        self._here = threading.local()

    def install(self) -> None:
        """Begin to stand in."""
        if self._kernel is not None:
            self._ordinary = self._kernel.get_parent
            self._kernel.get_parent = self._get_parent

    def uninstall(self) -> None:
        """End."""
        if self._kernel is not None:
            del self._kernel.get_parent

    def request(self) -> dict[str, Any]:
        """The request that is answered on this thread, empty where there is none."""
        return {} if self._kernel is None else dict(self._kernel.get_parent() or {})

    @contextmanager
    def answering(self, header: Header) -> Iterator[None]:
        """Have the messages of this thread answer a request, or none, for the length of a block."""
        before = getattr(self._here, "header", None)
        self._here.header = header
        try:
            yield
        finally:
            self._here.header = before

    def _get_parent(self, channel: str | None = None) -> Any:
        header = getattr(self._here, "header", None)
        # A header by itself: ipykernel takes it as the parent, and remembers no shell from it.
        return self._ordinary(channel) if header is None or channel is not None else header
