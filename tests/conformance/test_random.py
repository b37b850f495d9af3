"""Random scripts, used by random readers, show the same in both."""

from __future__ import annotations

import json
import os
from typing import Any

from described import described
from hypothesis import HealthCheck, given, note, settings
from oracle import Oracle
from scripts import READERS, Deed, code_of, scripts

from nbapp.testing import AppTest

EXAMPLES = os.environ.get("NBAPP_EXAMPLES")
"""How many new scripts to try; without it, the same two hundred in every run."""


def used(script: str, reader: list[list[Deed]]) -> tuple[list[str], list[dict[str, Any]]]:
    """Use a script in nbapp: the code of each step, and what is shown after it."""
    codes = ["at.run()"]
    with AppTest.from_string(script, streamlit=True, default_timeout=30) as at:
        shown = [described(at.run())]
        for deeds in reader:
            codes.append(code_of(at, deeds))
            exec(codes[-1], {"at": at})
            shown.append(described(at))
    return codes, json.loads(json.dumps(shown))


def gathered(shown: dict[str, Any]) -> dict[str, Any]:
    """The same with all errors in one place, where they are drawn differs on purpose; and without triggers.

    What a trigger was in the last run is of no interest after it, and Streamlit's AppTest tells that of hidden ones.
    """
    errors: list[Any] = []

    def without(nodes: list[Any]) -> list[Any]:
        errors.extend(each for each in nodes if each[0] == "exception")
        return [[*each[:-1], without(each[-1])] if is_block(each) else each for each in nodes if each[0] != "exception"]

    pages = {part: without(shown[part]) for part in ("main", "sidebar")}
    state = {key: value for key, value in shown["state"].items() if not key.startswith(("FormSubmitter", "b0", "b1"))}
    return {**pages, "errors": errors, "state": state}


def is_block(node: list[Any]) -> bool:
    """Whether a description holds others."""
    return isinstance(node[-1], list) and node[0] in ("group", "column", "columns", "expander", "tabs", "tab", "form")


@settings(
    max_examples=int(EXAMPLES or 200),
    derandomize=EXAMPLES is None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
)
@given(script=scripts(), reader=READERS)
def test_random_scripts_agree(oracle: Oracle, script: str, reader: list[list[Deed]]) -> None:
    """Whatever is drawn, chosen and kept."""
    note(script)
    codes, mine = used(script, reader)
    theirs = oracle.play(script, codes)
    for code, expected, shown in zip(codes, theirs, mine, strict=True):
        assert gathered(shown) == gathered(expected), code
