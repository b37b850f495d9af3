"""The first line of an app's cell."""

from __future__ import annotations

import pytest

from nbapp.errors import AppOptionError
from nbapp.script.first_line import Options, options_text, parser, read_options


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("%%app --manual\n1", " --manual"),
        ("\n\n  %%app\n1", ""),
        ("%%apple\n1", None),
        ("1\n%%app", None),
        ("", None),
    ],
)
def test_the_cell_of_an_app(cell: str, text: str | None) -> None:
    """It begins with `%%app`; what follows is its options."""
    assert options_text(cell) == text


@pytest.mark.parametrize(
    ("line", "options"),
    [
        ("", Options()),
        (" --name sales", Options("sales")),
        ("--name 'two words' --height 300 --manual", Options("two words", 300, True)),
        ("--name='a b' --streamlit", Options("a b", streamlit=True)),
        ("--name ''", Options()),
    ],
)
def test_options(line: str, options: Options) -> None:
    """Each stands for itself, and quotes keep words together."""
    assert read_options(line) == options


@pytest.mark.parametrize("line", ["--nope", "--name", "--height tall", "--height -3", "stray", "--name 'open"])
def test_what_cannot_be_read(line: str) -> None:
    """The error says what is allowed."""
    with pytest.raises(AppOptionError, match=r"--name NAME|positive number"):
        read_options(line)


def test_the_help_on_them() -> None:
    """It explains each."""
    text = parser().format_help()
    assert all(f"{option} " in text for option in ("--name", "--height", "--manual", "--streamlit"))
