"""What the comparison itself relies on."""

from __future__ import annotations

import builtins

import pytest
from described import AS_IN_STREAMLIT

from nbapp import errors


@pytest.mark.parametrize(("ours", "theirs"), AS_IN_STREAMLIT.items())
def test_a_class_of_our_own_is_derived_from_streamlits(ours: str, theirs: str) -> None:
    """So that a script's `except` clauses keep their meaning."""
    known = getattr(errors, theirs, None) or getattr(builtins, theirs)
    assert issubclass(getattr(errors, ours), known)
