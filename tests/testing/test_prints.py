"""What a script under test prints."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from nbapp.testing.prints import printing_on_page


def test_on_its_page_and_in_the_tests_output(app: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """By its stream; what follows something else is an element of its own."""
    at = app(
        "import sys\nprint('out')\nst.write('x')\nprint('error', file=sys.stderr)\nsys.stdout.writelines(['a', 'b'])"
    )
    assert [(each.name, each.value) for each in at.get("stream")] == [
        ("stdout", "out\n"),
        ("stderr", "error\n"),
        ("stdout", "ab"),
    ]
    assert capsys.readouterr() == ("out\nab", "error\n")


def test_streams_are_put_back() -> None:
    """By the last one that leaves, and only if nobody has put others there since."""
    before, other = sys.stdout, object()
    with printing_on_page():
        with printing_on_page():
            assert sys.stdout is not before
        assert sys.stdout is not before
    assert sys.stdout is before
    with printing_on_page():
        sys.stdout = other  # type: ignore[assignment]
    found, sys.stdout = sys.stdout, before
    assert found is other
