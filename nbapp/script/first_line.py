"""The first line of an app's cell, and the options that stand in it: `%%app --name sales`."""

from __future__ import annotations

import re
import shlex
from argparse import ArgumentParser
from dataclasses import dataclass
from typing import NoReturn

from nbapp.errors import AppOptionError

APP = re.compile(r"\s*%%app\b(.*)")
"""How the cell of an app begins."""


@dataclass(frozen=True)
class Options:
    """What the first line of an app's cell says.

    Attributes
    ----------
    name : str or None
        The app's name: what it is known by when the cell is run again.
    height : int or None
        Pixels after which the page scrolls in itself.
    manual : bool
        Run only when the reader asks for it.
    streamlit : bool
        `import streamlit` gives nbapp.
    """

    name: str | None = None
    height: int | None = None
    manual: bool = False
    streamlit: bool = False


def options_text(cell: str) -> str | None:
    """Return what follows `%%app` in a cell; None if it is no app's.

    Examples
    --------
    >>> options_text("%%app --manual\\n1 + 1"), options_text("%%appendix")
    (' --manual', None)
    """
    found = APP.match(cell)
    return None if found is None else found[1]


def read_options(line: str) -> Options:
    """Read what follows `%%app`.

    Raises
    ------
    AppOptionError
        With what is allowed.

    Examples
    --------
    >>> read_options("--name 'two words' --streamlit")
    Options(name='two words', height=None, manual=False, streamlit=True)
    """
    try:
        given = parser().parse_args(shlex.split(line))
    except ValueError as error:
        allowed = "--name NAME, --height PIXELS, --manual and --streamlit"
        raise AppOptionError(f"`%%app {line.strip()}` cannot be read: {error}. Allowed are {allowed}.") from None
    if given.height is not None and given.height <= 0:
        raise AppOptionError(f"`--height {given.height}` is not a height. It must be a positive number of pixels.")
    return Options(given.name or None, given.height, given.manual, given.streamlit)


def parser() -> ArgumentParser:
    """Make what reads the options; it raises a ValueError where they cannot be read."""
    reader = Reader(prog="%%app", add_help=False)
    reader.add_argument("--name", help="What the app is known by; a cell with the same name replaces it.")
    reader.add_argument("--height", type=int, help="Pixels after which the app scrolls in itself.")
    reader.add_argument("--manual", action="store_true", help="Run when the reader presses Run, not at every change.")
    reader.add_argument("--streamlit", action="store_true", help="Let `import streamlit` in this cell mean nbapp.")
    return reader


class Reader(ArgumentParser):
    """A reader of options that raises, instead of ending the process."""

    def error(self, message: str) -> NoReturn:
        """Refuse."""
        raise ValueError(message)
