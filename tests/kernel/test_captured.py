"""`with Output():` inside a run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from ipywidgets import Output

from nbapp.kernel.captured import Captures


@pytest.fixture
def output() -> Iterator[Any]:
    """A widget that earlier runs have written to."""
    output = Output(outputs=({"output_type": "stream", "name": "stdout", "text": "old"},))
    yield output
    output.close()


def said(text: str, name: str = "stdout") -> dict[str, Any]:
    """An output of text."""
    return {"output_type": "stream", "name": name, "text": text}


def test_text_joins_text_and_replaces_what_an_earlier_run_left(output: Any) -> None:
    """As in a cell that is run again."""
    captures = Captures()
    captures.enter(output)
    captures.add(said("a"))
    captures.leave()
    captures.enter(output)
    captures.add(said("b"))
    captures.add(said("!", "stderr"))
    captures.leave()
    assert output.outputs == (said("ab"), said("!", "stderr"))


def test_a_block_that_says_nothing_leaves_nothing(output: Any) -> None:
    """What the last run said is not this run's."""
    captures = Captures()
    captures.enter(output)
    captures.leave()
    assert output.outputs == ()


def test_clearing_may_wait_for_the_next_output(output: Any) -> None:
    """So that nothing flickers."""
    captures = Captures()
    captures.enter(output)
    captures.add(said("a"))
    captures.clear(wait=True)
    assert output.outputs == (said("a"),)
    captures.add(said("b"))
    captures.leave()
    assert output.outputs == (said("b"),)
