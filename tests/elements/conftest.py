"""What the tests of elements draw on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from desk import Desk
from sheet import Sheet


@pytest.fixture
def sheet() -> Iterator[Sheet]:
    """A fresh sheet."""
    sheet = Sheet()
    yield sheet
    sheet.session.close()


@pytest.fixture
def published_sheet() -> Iterator[Sheet]:
    """A fresh sheet that strangers read."""
    sheet = Sheet(published=True)
    yield sheet
    sheet.session.close()


@pytest.fixture
def desk() -> Iterator[Desk]:
    """A fresh desk."""
    desk = Desk()
    yield desk
    desk.session.close()
