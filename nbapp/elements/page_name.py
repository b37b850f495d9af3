"""What the name of a file says of the page that it is."""

from __future__ import annotations

import re
from pathlib import Path

from nbapp.elements.icon import is_emoji


def name_of_file(path: Path) -> tuple[str, str]:
    """Return the icon and the name that a file gives its page: its own without a number, and with one kind of gap.

    Examples
    --------
    >>> name_of_file(Path("pages/2_🐧 The_penguins.ipynb"))
    ('🐧', 'The_penguins')
    >>> name_of_file(Path("2024.py"))
    ('', '2024')
    """
    number, rest = number_and_rest(path)
    name = re.sub(r"[_ ]+", "_", rest).strip() or number
    for length in range(min(len(name), 12), 0, -1):
        if not name[0].isascii() and is_emoji(name[:length]):
            return name[:length], name[length:].lstrip("_ -") or name[length:]
    return "", name


def number_and_rest(path: Path) -> tuple[str, str]:
    """Return the number that a file's name begins with, and what follows it."""
    found = re.fullmatch(r"([0-9]*)[_ -]*(.*)", path.stem, re.DOTALL)
    assert found is not None  # both parts may be empty
    return found[1], found[2]
