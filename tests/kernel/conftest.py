"""Real kernels for the tests: one for each module, with nbapp loaded; the kernel's Python is the tests' own."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from front_end import FrontEnd


@pytest.fixture(scope="module")
def front() -> Iterator[FrontEnd]:
    """A notebook in JupyterLab; NBAPP_SUBSHELLS=0 sends all on the main shell, as Voilà and older front ends do."""
    one = FrontEnd(subshells=os.environ.get("NBAPP_SUBSHELLS") != "0")
    try:
        loaded = one.run("%load_ext nbapp\nimport nbapp as st")
        assert loaded.reply["status"] == "ok", loaded.reply
        yield one
    finally:
        one.close()


@pytest.fixture(scope="module")
def published() -> Iterator[FrontEnd]:
    """A notebook served by Voilà."""
    one = FrontEnd(env={"SERVER_SOFTWARE": "voila/0.5.13"}, subshells=False)
    try:
        loaded = one.run("%load_ext nbapp\nimport nbapp as st")
        assert loaded.reply["status"] == "ok", loaded.reply
        yield one
    finally:
        one.close()
