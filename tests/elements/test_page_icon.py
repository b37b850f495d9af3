"""The icon of a page: what can be one, and what is sent of it."""

from __future__ import annotations

import base64
import io
import logging
from pathlib import Path

import numpy
import pytest
from PIL import Image

from nbapp.elements.page_icon import SIDE, page_icon_of
from nbapp.errors import StreamlitInvalidParameterTypeError

PREFIX = "data:image/png;base64,"


def opened(icon: str) -> Image.Image:
    """The picture in a data address."""
    assert icon.startswith(PREFIX)
    return Image.open(io.BytesIO(base64.b64decode(icon.removeprefix(PREFIX))))


@pytest.mark.parametrize("icon", ["🦈", ":material/home:", "https://example.org/i.png", "data:image/png;base64,AA=="])
def test_what_a_browser_knows_stays(icon: str) -> None:
    """Emoji, Material symbols, addresses."""
    assert page_icon_of(icon) == icon


def test_random_is_the_same_in_every_run() -> None:
    """Or the tab would blink."""
    assert page_icon_of("random") == page_icon_of("random") != "random"


def test_pictures_become_small(tmp_path: Path) -> None:
    """From a file, bytes, PIL or an array."""
    picture = Image.new("RGB", (400, 200), "teal")
    path = tmp_path / "icon.png"
    picture.save(path)
    for given in (str(path), path, path.read_bytes(), picture, numpy.asarray(picture)):
        assert opened(page_icon_of(given)).size == (SIDE, SIDE // 2)


def test_svg_is_sent_as_it_is(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Unless it is as large as a picture book."""
    path = tmp_path / "icon.svg"
    path.write_text("<svg/>")
    assert page_icon_of(path) == "data:image/svg+xml;base64," + base64.b64encode(b"<svg/>").decode()
    path.write_text("<svg>" + " " * 200_000 + "</svg>")
    assert page_icon_of(path) == ""
    assert "200,0" in caplog.text


@pytest.mark.parametrize(
    ("code", "emoji"), [(":shark:", "🦈"), (":bar_chart:", "📊"), (":chart_with_upwards_trend:", "📈")]
)
def test_shortcodes_that_are_unicodes_names_are_emoji(code: str, emoji: str) -> None:
    """Scripts for Streamlit are full of them."""
    assert page_icon_of(code) == emoji


@pytest.mark.parametrize("given", ["no_such.png", ":no_such_fish:", ":latin_capital_letter_a:", b"no picture", "a\0b"])
def test_what_cannot_be_drawn_is_logged(given: str | bytes, caplog: pytest.LogCaptureFixture) -> None:
    """The script goes on without an icon, as in Streamlit."""
    with caplog.at_level(logging.WARNING, "nbapp"):
        assert page_icon_of(given) == ""
    assert "page_icon" in caplog.text


def test_what_is_no_picture_at_all_is_an_error() -> None:
    """A number."""
    with pytest.raises(StreamlitInvalidParameterTypeError, match="page_icon"):
        page_icon_of(3)
