"""Which statuses a kernel sends while a reader drags."""

from __future__ import annotations

import pytest
from front_end import FrontEnd

pytestmark = pytest.mark.kernel

OBSERVED = "import ipywidgets\nplain = ipywidgets.IntSlider()\nplain.observe(print)"


def statuses(front: FrontEnd, model_id: str) -> list[str]:
    """What the kernel says of its state when a slider is moved."""
    moved = front.send("comm_msg", {"comm_id": model_id, "data": {"method": "update", "state": {"value": 5}}})
    front.until(lambda: moved.idle)
    answers = [one for one in front.messages if one["parent_header"].get("msg_id") == moved.msg_id]
    return [one["content"]["execution_state"] for one in answers if one["msg_type"] == "status"]


def test_a_step_of_an_input_is_not_announced(front: FrontEnd) -> None:
    """JupyterLab would draw a busy at every step; the idle is what ipywidgets waits for."""
    page = front.app("st.text(st.slider('n', 0, 100))")
    assert statuses(front, page.input("n")) == ["idle"]


def test_other_widgets_are_as_ever(front: FrontEnd) -> None:
    """What an ordinary cell makes and keeps is not nbapp's."""
    front.run(OBSERVED)
    assert statuses(front, front.value("plain.model_id")) == ["busy", "idle"]
