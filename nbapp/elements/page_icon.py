"""The picture that stands for a page in the browser's tabs."""

from __future__ import annotations

import base64
import io
import logging
import random
from functools import lru_cache
from pathlib import Path
from typing import Any

from nbapp.elements.icon import MATERIAL, SHORTCODE, emoji_of, is_emoji
from nbapp.errors import StreamlitInvalidParameterTypeError

LOG = logging.getLogger("nbapp")

SIDE = 64
"""Pixels of the picture that is sent."""

LARGEST = 100_000
"""Bytes of an SVG file that is sent as it is."""

RANDOM = random.choice("🐧🦈🐙🦩🌵🍄🌻🎈🎲🎯🚀🧭🔭🧪🪁🥑")


def page_icon_of(given: Any) -> str:
    """Return an icon as the browser takes it: an emoji, `":material/<name>:"`, or the address of a picture.

    Parameters
    ----------
    given : str, Path, bytes, PIL image or array
        An emoji or the shortcode that is its Unicode name, a Material symbol, "random", a file or an address; or a
        picture itself.

    Returns
    -------
    str
        Nothing where no picture can be made of it; the log says why.

    Raises
    ------
    StreamlitInvalidParameterTypeError
        If it is none of these.

    Examples
    --------
    >>> page_icon_of(":shark:"), page_icon_of("https://example.org/i.png")
    ('🦈', 'https://example.org/i.png')
    """
    if isinstance(given, Path):
        return _of_file(str(given))
    if isinstance(given, str):
        return _of_text(given.strip())
    try:
        return _pictured(given)
    except Exception as error:
        if isinstance(error, StreamlitInvalidParameterTypeError):
            raise
        LOG.warning("`page_icon` cannot be drawn: %s", error)
        return ""


def _of_text(text: str) -> str:
    if text == "random":
        return RANDOM
    if (emoji := emoji_of(text)) is not None:
        return emoji
    if (
        not text
        or is_emoji(text)
        or MATERIAL.fullmatch(text)
        or text.startswith(("http://", "https://", "data:image/"))
    ):
        return text
    if SHORTCODE.fullmatch(text):
        LOG.warning("`page_icon` is %r, a shortcode that nbapp does not know: write the emoji itself", text)
        return ""
    return _of_file(text)


def _of_file(name: str) -> str:
    try:
        return _read(name, Path(name).stat().st_mtime_ns)
    except (OSError, ValueError) as error:
        LOG.warning("`page_icon` is %r: no emoji, no `:material/name:`, and no picture to be read (%s)", name, error)
        return ""


@lru_cache(maxsize=16)
def _read(name: str, version: int) -> str:
    """The picture in a file; `version` tells one content of it from the next."""
    data = Path(name).read_bytes()
    if name.lower().endswith(".svg"):
        if len(data) > LARGEST:
            raise ValueError(f"{len(data):,} bytes of SVG are more than {LARGEST:,}")
        return "data:image/svg+xml;base64," + base64.b64encode(data).decode()
    return _pictured(data)


def _pictured(given: Any) -> str:
    """A picture as a small PNG."""
    from PIL import Image

    image: Image.Image
    if isinstance(given, (bytes, bytearray)):
        image = Image.open(io.BytesIO(given))
    elif isinstance(given, Image.Image):
        image = given
    elif hasattr(given, "__array_interface__"):
        image = Image.fromarray(given)
    else:
        allowed = ["an emoji", "`':material/name:'`", "a file or an address", "a picture", "`'random'`"]
        raise StreamlitInvalidParameterTypeError("page_icon", allowed, given)
    small = image.convert("RGBA")
    small.thumbnail((SIDE, SIDE))
    data = io.BytesIO()
    small.save(data, format="PNG")
    return "data:image/png;base64," + base64.b64encode(data.getvalue()).decode()
