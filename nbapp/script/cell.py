"""A cell: the code of a script, ready to run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import CodeType


@dataclass(frozen=True)
class Cell:
    """The code of an app cell, of a notebook's cell, or of a file.

    Attributes
    ----------
    code : CodeType
        A module's code; a coroutine's where the cell awaits at its top level.
    filename : str
        The name that tracebacks and the debugger know the cell by.
    awaits : bool
        Whether the code is a coroutine's.
    streamlit : bool
        It is a cell of a page whose first line says that `import streamlit` means nbapp.
    """

    code: CodeType
    filename: str
    awaits: bool
    streamlit: bool = False
