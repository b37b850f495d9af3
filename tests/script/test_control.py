"""What a script can ask for itself."""

from __future__ import annotations

import pytest
from stage import Stage

from nbapp.errors import StreamlitInvalidParameterTypeError, StreamlitValueError
from nbapp.script.control import rerun, stop


def test_outside_of_an_app_they_do_nothing() -> None:
    """As in Streamlit (R12)."""
    stop()
    rerun()


def test_stop_ends_the_run() -> None:
    """In silence."""
    with Stage(lambda here: (here.text("a"), stop(), here.text("b"))) as stage:
        assert (stage.texts, stage.outcomes) == (["a"], ["stopped"])


def test_rerun_asks_for_another() -> None:
    """Until the script is content."""
    runs: list[int] = []
    with Stage(lambda here: (runs.append(1), len(runs) < 3 and rerun())) as stage:
        assert stage.outcomes == ["rerun", "rerun", "complete"]


def test_scope_is_checked() -> None:
    """Before anything ends (R97)."""
    with pytest.raises(StreamlitValueError, match="scope"):
        rerun(scope="")
    with pytest.raises(StreamlitInvalidParameterTypeError, match="scope"):
        rerun(scope=3.5)  # type: ignore[arg-type]
