"""The Markdown cells of a page's notebook: drawn as Jupyter draws them, with the pictures beside them."""

from __future__ import annotations

import mimetypes
import re
from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from nbapp.elements.recorder import standing

if TYPE_CHECKING:
    from nbapp.script.run import ScriptRun

LARGEST = 5_000_000
"""Bytes of the largest picture that is taken into the page."""

CODE = r"^ {0,3}(?P<fence>`{3,}|~{3,}).*?(?:^ {0,3}(?P=fence)|\Z)|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"
"""What only speaks of a picture."""

BEGINNING = r"!\[[^\]\n]*\]\(\s*<?|<img\b[^>]*?\bsrc\s*=\s*[\"']"

ADDRESS = r"(?:[^\s\"'<>()]|\([^\s\"'<>()]*\))+"
"""The address of a picture: round brackets come in pairs."""

ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\#]", re.IGNORECASE)
"""The beginning of an address that is no path from the notebook's folder."""


def draw_text(run: ScriptRun, text: str) -> None:
    """Draw a Markdown cell where the code stands: HTML counts as in Jupyter, which lets no script of it run."""
    standing(run).put("markdown", {"body": text.strip("\n"), "html": "safe"})


def text_of(source: Any) -> str:
    """Return the text of a cell, which a notebook may hold line by line.

    Examples
    --------
    >>> text_of(["a\\n", "b"])
    'a\\nb'
    """
    return "".join(map(str, source)) if isinstance(source, list) else str(source or "")


def with_pictures(source: str, folder: Path, attachments: Any = None) -> str:
    """Put pictures into the text of a Markdown cell: those attached to it, and files seen from its notebook's folder.

    Parameters
    ----------
    source : str
        The cell's text.
    folder : Path
        That of the notebook.
    attachments : dict, optional
        What the notebook holds: MIME bundles by name.

    Returns
    -------
    str
        With `data:` addresses. What is no picture, is not there or is too large stays as it is.
    """
    if "![" not in source and "<img" not in source:
        return source
    attached = dict(attached_pictures(attachments))
    known = "|".join(re.escape(address) for address in sorted(attached, key=len, reverse=True))
    address = f"{known}|{ADDRESS}" if known else ADDRESS
    pattern = re.compile(f"{CODE}|(?P<before>{BEGINNING})(?P<address>{address})", re.MULTILINE | re.DOTALL)

    def place(found: re.Match[str]) -> str:
        given = found["address"]
        data = None if given is None else attached.get(given) or data_of_file(given, folder)
        return found[0] if data is None else found["before"] + data

    return pattern.sub(place, source)


def attached_pictures(attachments: Any) -> list[tuple[str, str]]:
    """Return the addresses by which a cell may name what is attached to it, and the pictures as addresses."""
    found = []
    for name, bundle in attachments.items() if isinstance(attachments, dict) else ():
        for kind, data in list(bundle.items())[:1] if isinstance(bundle, dict) else ():
            text = f"data:{kind};base64,{text_of(data).strip()}"
            found += [(f"attachment:{each}", text) for each in (name, quote(name))]
    return found


def data_of_file(address: str, folder: Path) -> str | None:
    """Return a picture as an address; None for what is none, or none of this computer."""
    kind = mimetypes.guess_type(address)[0] or ""
    if ELSEWHERE.match(address) or not kind.startswith("image/"):
        return None
    path = folder / unquote(address)
    try:
        content = path.read_bytes() if path.stat().st_size <= LARGEST else None
    except (OSError, ValueError):
        return None
    return None if content is None else f"data:{kind};base64,{b64encode(content).decode()}"
