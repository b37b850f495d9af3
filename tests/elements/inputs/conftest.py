"""A desk for the tests of inputs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from desk import Desk


@pytest.fixture
def desk() -> Iterator[Desk]:
    """A fresh desk."""
    desk = Desk()
    yield desk
    desk.session.close()
