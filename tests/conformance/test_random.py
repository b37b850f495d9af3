"""Random scripts, used by random readers, show the same in both."""

from __future__ import annotations

import json
import os
import re
from typing import Any

from described import described
from hypothesis import HealthCheck, given, note, settings
from oracle import Oracle
from readers import READERS, Deed, code_of
from scripts import scripts

from nbapp.testing import AppTest

EXAMPLES = os.environ.get("NBAPP_EXAMPLES")
"""How many new scripts to try; without it, the same ones in every run."""


def many(count: int) -> settings:
    """Try so many scripts; or new ones, if the environment says how many."""
    return settings(
        max_examples=int(EXAMPLES or count),
        derandomize=EXAMPLES is None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
    )


TRIGGER = re.compile(r"FormSubmitter|b\d")
"""Keys of buttons."""


def used(script: str, reader: list[list[Deed]], alone: bool = False) -> tuple[list[str], list[dict[str, Any]]]:
    """Use a script in nbapp: the code of each step, and what is shown after it."""
    codes = ["at.run()"]
    with AppTest.from_string(script, streamlit=True, default_timeout=30) as at:
        shown = [described(at.run())]
        for deeds in reader:
            codes.append(code_of(at, deeds, alone))
            exec(codes[-1], {"at": at})
            shown.append(described(at))
    return codes, json.loads(json.dumps(shown))


def gathered(shown: dict[str, Any]) -> dict[str, Any]:
    """The same with all errors in one place: where they are drawn differs on purpose. Without triggers, empty groups.

    What a trigger was in the last run is of no interest after it, and Streamlit's AppTest tells that of hidden ones.
    """
    errors: list[Any] = []

    def without(nodes: list[Any]) -> list[Any]:
        errors.extend(each for each in nodes if each[0] == "exception" and each[1] != "FragmentHandledException")
        kept = [[*each[:-1], without(each[-1])] if is_block(each) else each for each in nodes if each[0] != "exception"]
        return [once(each) for each in kept if each != ["group", []]]

    pages = {part: without(shown[part]) for part in ("main", "sidebar")}
    pages["dialog"] = [once(["group", without(inside)]) for inside in shown["dialog"]]
    pages["query"] = shown["query"]
    state = {key: value for key, value in shown["state"].items() if not TRIGGER.match(key)}
    return {**pages, "errors": errors, "state": state}


def once(node: list[Any]) -> list[Any]:
    """A group that holds nothing but a group as one: fragments, and what they draw outside, stand in such groups."""
    while node[0] == "group" and len(node[1]) == 1 and node[1][0][0] == "group":
        node = node[1][0]
    return node


def is_block(node: list[Any]) -> bool:
    """Whether a description holds others."""
    return isinstance(node[-1], list) and node[0] in ("group", "column", "columns", "expander", "tabs", "tab", "form")


@many(150)
@given(script=scripts(), reader=READERS)
def test_random_scripts_agree(oracle: Oracle, script: str, reader: list[list[Deed]]) -> None:
    """Whatever is drawn, chosen and kept."""
    note(script)
    codes, mine = used(script, reader)
    theirs = oracle.play(script, codes)
    for code, expected, shown in zip(codes, theirs, mine, strict=True):
        assert gathered(shown) == gathered(expected), code


@many(50)
@given(script=scripts(fragments=6), reader=READERS)
def test_random_fragments_agree(oracle: Oracle, script: str, reader: list[list[Deed]]) -> None:
    """Fragments and dialogs too, when a reader uses one input at a time: that in a fragment runs the fragment alone."""
    note(script)
    script = script.replace(", on_change='ignore'", "")  # `run` is a run of the whole script after that
    codes, mine = used(script, [deeds[:1] for deeds in reader], alone=True)
    theirs = oracle.play(script, codes, scoped=True)
    for code, expected, shown in zip(codes, theirs, mine, strict=True):
        assert gathered(shown) == gathered(expected), code
        if any(error[1].startswith("StreamlitDuplicate") for error in gathered(shown)["errors"]):
            break  # a fragment that runs alone in Streamlit may have what stands outside of it too
