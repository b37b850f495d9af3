"""Pyplot's figures in an app under test: those that a run leaves open are shown at its end, as in a notebook."""

from __future__ import annotations

import sys
from typing import Any

from nbapp.elements.bare import here
from nbapp.elements.charts.pyplot import pyplot


class Figures:
    """The figures of one app."""

    def __init__(self) -> None:
        self._before: set[int] = set()

    def begin(self) -> None:
        """A run begins: what is open now is not the run's."""
        plt = drawing_library()
        self._before = set() if plt is None else set(plt.get_fignums())

    def show_left_open(self) -> None:
        """Draw the figures that the run made and did not show, and close them."""
        plt = drawing_library()
        for number in [] if plt is None else plt.get_fignums():
            if number not in self._before:
                figure = plt.figure(number)
                pyplot(here(), figure)
                plt.close(figure)


def drawing_library() -> Any:
    """Pyplot, if anybody has imported it."""
    return sys.modules.get("matplotlib.pyplot")
