"""What errors are raised on: a sheet, as the tests of elements draw on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "elements"))

from sheet import Sheet


@pytest.fixture
def sheet() -> Iterator[Sheet]:
    """A fresh sheet."""
    sheet = Sheet()
    yield sheet
    sheet.session.close()
