"""For the tests of conformance: the oracle, and what it means to agree with it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from pprint import pformat
from typing import Any

import pytest
from oracle import Agree, Differ, Oracle, ours


@pytest.fixture(scope="session")
def oracle() -> Iterator[Oracle]:
    """Streamlit, in a process that lasts as long as the tests."""
    one = Oracle()
    yield one
    one.close()


@pytest.fixture
def agree(oracle: Oracle) -> Agree:
    """Run a script in both, take the same steps, and hold against each other what they show."""

    def check(
        script: str,
        *steps: str,
        path: str | None = None,
        first: str = "at.run()",
        part: str | None = None,
        scoped: bool = False,
    ) -> list[dict[str, Any]]:
        theirs, mine = both(oracle, script, [first, *steps], path, scoped)
        for step, expected, shown in zip((first, *steps), theirs, mine, strict=True):
            if part is None:
                assert shown == expected, differences(step, shown, expected)
            else:
                assert shown[part] == expected[part], step
        return mine

    return check


@pytest.fixture
def differ(oracle: Oracle) -> Differ:
    """Run a script in both; at the end they differ in the way that is meant. Until then they agree."""

    def check(script: str, *steps: str, here: Any, there: Any, part: str = "main") -> None:
        theirs, mine = both(oracle, script, ["at.run()", *steps])
        for step, expected, shown in zip(("at.run()", *steps[:-1]), theirs[:-1], mine[:-1], strict=False):
            assert shown == expected, differences(step, shown, expected)
        assert mine[-1].get(part, mine[-1]) == here, "nbapp has changed"
        assert theirs[-1].get(part, theirs[-1]) == there, "Streamlit has changed"

    return check


def both(
    oracle: Oracle, script: str, steps: Sequence[str], path: str | None = None, scoped: bool = False
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """What Streamlit and nbapp show after each step."""
    text = "import streamlit as st\n" + textwrap.dedent(script)
    return oracle.play(text, list(steps), path, scoped), ours(text, list(steps), path)


def differences(step: str, shown: dict[str, Any], expected: dict[str, Any]) -> str:
    """Say in which parts of a page, and of the state, two descriptions differ."""
    lines = [f"after {step}:"]
    for part in sorted({*shown, *expected}):
        if shown.get(part) != expected.get(part):
            lines += [f"{part} in nbapp: {pformat(shown.get(part), width=160)}"]
            lines += [f"{part} in Streamlit: {pformat(expected.get(part), width=160)}"]
    return "\n".join(lines)
