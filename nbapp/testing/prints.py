"""What a script under test prints: on its page, as in a notebook, and also where the test's own prints go."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from nbapp.elements.printed import Text
from nbapp.script.current import get_run


class Both:
    """Stands in for `sys.stdout` or `sys.stderr`.

    Parameters
    ----------
    name : str
        "stdout" or "stderr".
    ordinary : stream
        Where everything goes too.
    """

    def __init__(self, name: str, ordinary: Any) -> None:
        self.name = name
        self.ordinary = ordinary

    def write(self, text: str) -> int:
        """Write a piece of text."""
        run = get_run()
        if run is not None:
            if run.printed is None:
                run.printed = Text(run)
            run.printed.write(self.name, text)
        return int(self.ordinary.write(text) or len(text))

    def writelines(self, lines: Any) -> None:
        """Write several pieces."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.ordinary, name)


_lock = threading.Lock()
_standing: list[Both] = []
_inside = 0


@contextmanager
def printing_on_page() -> Iterator[None]:
    """Have what is printed in a run shown on its page, for the length of a `with` block, on any number of threads."""
    global _inside
    if getattr(sys.stdout, "shows_on_page", False) and not _inside:  # a kernel's, with nbapp loaded
        yield
        return
    with _lock:
        _inside += 1
        if _inside == 1:
            _standing[:] = Both("stdout", sys.stdout), Both("stderr", sys.stderr)
            sys.stdout, sys.stderr = _standing
    try:
        yield
    finally:
        with _lock:
            _inside -= 1
            if _inside == 0:
                put_back()


def put_back() -> None:
    """Put the ordinary streams back, unless somebody has put others in their place since."""
    for each in _standing:
        if getattr(sys, each.name) is each:
            setattr(sys, each.name, each.ordinary)
    _standing.clear()
