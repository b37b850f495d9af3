"""Icons as elements take them: one emoji, or the name of a Material symbol."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from nbapp.errors import InvalidIconError, StreamlitInvalidParameterTypeError

MATERIAL = re.compile(r":material/[a-z0-9_]+:")

SHORTCODE = re.compile(r":([a-z0-9_+-]+):")

JOINER = "\u200d"
KEYCAP = "\u20e3"


def checked_icon(icon: object) -> str | None:
    """Return the icon, or None for no icon.

    Parameters
    ----------
    icon : str or None
        One emoji, `":material/<name>:"`, `"spinner"`, or nothing.

    Raises
    ------
    StreamlitAPIException
        If it is a text of another kind.
    StreamlitInvalidParameterTypeError
        If it is not text at all.

    Examples
    --------
    >>> checked_icon("🚀"), checked_icon(":material/home:"), checked_icon("")
    ('🚀', ':material/home:', None)
    """
    if icon is None:
        return None
    if not isinstance(icon, str):
        raise StreamlitInvalidParameterTypeError("icon", ["a string", "None"], icon)
    name = icon.strip()
    if not name:
        return None
    if name == "spinner" or MATERIAL.fullmatch(name) or is_emoji(name):
        return name
    raise InvalidIconError(icon)


@lru_cache(maxsize=256)
def is_emoji(text: str) -> bool:
    """Whether `text` is one emoji, as a reader counts them: with its skin tone, its joined parts, or both flag letters.

    Examples
    --------
    >>> is_emoji("👩\u200d🚀"), is_emoji("🇳🇱"), is_emoji("1️⃣"), is_emoji("🚀🚀"), is_emoji("x")
    (True, True, True, False, False)
    """
    if text.endswith(KEYCAP):
        return text[0] in "0123456789#*" and set(text[1:-1]) <= {"\ufe0f"}
    flags = sum("\U0001f1e6" <= char <= "\U0001f1ff" for char in text)
    if flags:
        return flags == len(text) == 2
    pictures = 0
    before = ""
    for char in text:
        tone = "\U0001f3fb" <= char <= "\U0001f3ff" and before != ""
        if unicodedata.category(char) not in ("Mn", "Cf") and not tone:
            if char.isascii() or not _is_symbol(char):
                return False
            pictures += before != JOINER
        before = char
    return pictures == 1


def emoji_of(shortcode: str) -> str | None:
    """Return the emoji of a shortcode that is its Unicode name; None for all others.

    Examples
    --------
    >>> emoji_of(":bar_chart:"), emoji_of(":smile:"), emoji_of("📊")
    ('📊', None, None)
    """
    named = SHORTCODE.fullmatch(shortcode)
    if named is None:
        return None
    try:
        found = unicodedata.lookup(named[1].replace("_", " "))
    except KeyError:
        return None
    is_colored = found >= "\U0001f300" or unicodedata.east_asian_width(found) == "W"
    return found if is_colored and is_emoji(found) else None


def _is_symbol(char: str) -> bool:
    return unicodedata.category(char) in ("So", "Sm", "Sk", "Cn") or char in "\u203c\u2049\u2139\u3030\u303d"
