"""One emoji, or the name of a symbol."""

from __future__ import annotations

import pytest

from nbapp.elements.icon import checked_icon
from nbapp.errors import InvalidIconError, StreamlitInvalidParameterTypeError

EMOJI = ["🚀", "❤️", "✅", "⚠️", "👍🏽", "👩‍🚀", "👨‍👩‍👧‍👦", "🏳️‍🌈", "🇳🇱", "1️⃣", "ℹ️", "©️", "〰️", "‼️", "▶️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"]


@pytest.mark.parametrize("icon", [*EMOJI, ":material/home:", "spinner"])
def test_icon_is_kept(icon: str) -> None:
    """One emoji of any make, a Material name, the turning wheel."""
    assert checked_icon(f" {icon} ") == icon


@pytest.mark.parametrize("icon", [None, "", "  "])
def test_no_icon(icon: str | None) -> None:
    """Nothing is no icon."""
    assert checked_icon(icon) is None


@pytest.mark.parametrize("icon", ["x", "ab", ":rocket:", "🚀🚀", "🚀x", "é", "中", ":material/Home:", "http://a/b.png"])
def test_no_emoji(icon: str) -> None:
    """Letters, shortcodes, addresses and two emoji at once are refused."""
    with pytest.raises(InvalidIconError, match="icon"):
        checked_icon(icon)


def test_icon_of_another_type() -> None:
    """An icon is text."""
    with pytest.raises(StreamlitInvalidParameterTypeError):
        checked_icon(3)
