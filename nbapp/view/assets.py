"""What the front end's build left in `static/`: found by plain names, served with hashed ones."""

from __future__ import annotations

import functools
import json
from pathlib import Path

from nbapp.errors import FrontEndMissingError

STATIC = Path(__file__).parent / "static"


@functools.cache
def manifest() -> dict[str, str]:
    """The hashed file name of each module, by its plain name.

    Raises
    ------
    FrontEndMissingError
        If the front end was never built.
    """
    path = STATIC / "manifest.json"
    if not path.exists():
        raise FrontEndMissingError()
    names: dict[str, str] = json.loads(path.read_text("utf-8"))
    return names


def asset(name: str) -> str:
    """The hashed file name of a module: `asset("core.js")`."""
    return manifest()[name]


@functools.cache
def loader_source() -> str:
    """The small module that every widget of ours sends as its `_esm`; it fetches the rest from the server."""
    path = STATIC / "loader.js"
    if not path.exists():
        raise FrontEndMissingError()
    return path.read_text("utf-8")


def module_text(name: str) -> str | None:
    """The text of a built module, for a page that cannot fetch it; None for a name that is none of ours."""
    file = manifest().get(name)
    return None if file is None else (STATIC / file).read_text("utf-8")
