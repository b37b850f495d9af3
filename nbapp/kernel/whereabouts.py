"""Where the notebook is: its folder, in which the paths of pages begin, and its file where the kernel is told of it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote


class Whereabouts(NamedTuple):
    """Where a notebook is.

    Attributes
    ----------
    folder : Path
        Its folder.
    file : Path or None
        Its file, where it is known.
    """

    folder: Path
    file: Path | None = None


def whereabouts(names: Mapping[str, Any], published: bool) -> Whereabouts:
    """Find out where the notebook of this kernel is.

    A Jupyter server says so when it starts the kernel, VS Code in a name of the notebook's. Voilà starts the kernel in
    the notebook's folder, and names the file, unless the kernel was warmed up before anybody asked for it.

    Parameters
    ----------
    names : mapping
        The names of the notebook.
    published : bool
        It is served by Voilà.
    """
    folder = Path.cwd()
    if published:
        asked = unquote(os.environ.get("SCRIPT_NAME", "")) if is_for_one_visitor() else ""
        return Whereabouts(folder, existing(folder / Path(asked).name) or only_notebook(folder))
    for told in (names.get("__vsc_ipynb_file__"), os.environ.get("JPY_SESSION_NAME")):
        if isinstance(told, str) and Path(told).is_absolute() and Path(told).parent.is_dir():
            return Whereabouts(Path(told).parent.resolve(), existing(Path(told)))
    return Whereabouts(folder, only_notebook(folder))


def is_published() -> bool:
    """Whether Voilà has started this kernel: it says who it is, or at least whether it warmed the kernel up."""
    return os.environ.get("SERVER_SOFTWARE", "").startswith("voila") or "VOILA_PREHEAT" in os.environ


def is_for_one_visitor() -> bool:
    """Whether Voilà has started this kernel for the visitor who uses it, and not before they came."""
    return os.environ.get("VOILA_PREHEAT") == "False"


def existing(path: Path) -> Path | None:
    """Return a notebook's whole path, None if it is not there."""
    return path.resolve() if path.suffix == ".ipynb" and path.is_file() else None


def only_notebook(folder: Path) -> Path | None:
    """Return the notebook of a folder that has one alone."""
    found = [path for path in folder.glob("*.ipynb") if not path.name.startswith(".")]
    return found[0].resolve() if len(found) == 1 else None
