"""A case: a script of our own making, and what its reader does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import pytest


class Case(NamedTuple):
    """One script and the steps that follow its first run.

    Attributes
    ----------
    script : str
        The script, without the line that imports.
    steps : tuple of str
        Code that uses `at`, an AppTest of either side.
    """

    script: str
    steps: tuple[str, ...] = ()


def case(script: str, *steps: str) -> Case:
    """Make a case."""
    return Case(script, steps)


def each(cases: Mapping[str, Any]) -> Any:
    """Run a test for each case, under its name: the rule, and what of it."""
    return pytest.mark.parametrize("case", cases.values(), ids=list(cases))
