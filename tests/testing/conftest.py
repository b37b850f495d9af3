"""Apps under test for the tests of `nbapp.testing`, closed at the end."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from nbapp.testing import AppTest

Open = Callable[..., AppTest]


@pytest.fixture
def app() -> Iterator[Open]:
    """Makes an app of a text and runs it once."""
    made: list[AppTest] = []

    def make(script: str, **options: Any) -> AppTest:
        made.append(
            AppTest.from_string("import nbapp as st\n" + textwrap.dedent(script), **{"default_timeout": 30, **options})
        )
        return made[-1].run()

    yield make
    for one in made:
        one.close()
