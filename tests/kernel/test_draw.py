"""The page in a real kernel: it streams, and a rerun sends only what changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from front_end import FrontEnd, weight

pytestmark = pytest.mark.kernel

THOUSAND = """
import nbapp as st
n = st.slider("n", 0, 9)
for i in range(1000):
    st.text(f"line {i}" if i != 500 else f"line {n}")
"""


WAITS = """%%app
import os, time
st.text('early')
until = time.monotonic() + 15
while not os.path.exists({file!r}) and time.monotonic() < until: time.sleep(0.01)
st.text('late')"""


def test_what_a_script_shows_appears_while_it_runs(front: FrontEnd, tmp_path: Path) -> None:
    """Not at its end."""
    go = tmp_path / "go"
    cell = front.run(WAITS.format(file=str(go)), wait=False)
    page = front.until(lambda: next((front.pages[view] for view in cell.views), None))
    front.until(lambda: page.bodies("text") == ["early"])
    assert not cell.idle
    go.touch()
    front.finish(cell)
    assert page.bodies("text") == ["early", "late"]


def test_a_published_cell_waits_for_nothing(published: FrontEnd, tmp_path: Path) -> None:
    """Voilà sends no byte before the notebook has run: the magic returns, and the first run streams."""
    go = tmp_path / "go"
    cell = published.run(WAITS.format(file=str(go)))
    page = published.pages[cell.views[0]]
    assert page.bodies("text") != ["early", "late"]
    published.until(lambda: page.bodies("text") == ["early"])
    go.touch()
    published.until(lambda: page.bodies("text") == ["early", "late"])


def test_a_rerun_sends_one_patch_with_what_changed(front: FrontEnd) -> None:
    """One message, one op; the rest of the page is not spoken of."""
    page = front.app("n = st.slider('n', 0, 9)\nst.text(f'{n} squared')\nst.text(n * n)\nst.text('the same')")
    page.patches.clear()
    front.touch(page.input("n"), value=3)
    assert page.bodies("text") == ["3 squared", "9", "the same"]
    assert [[op[0] for op in patch["ops"]] for patch in page.patches] == [["put", "put"]]


def test_an_equal_rerun_sends_nothing(front: FrontEnd) -> None:
    """Nothing but what ipywidgets itself says."""
    page = front.app("st.slider('n', 0, 9)\nst.text('the same')")
    page.wire.clear()
    front.touch(page.input("n"), value=3)
    assert page.wire == []


def test_one_change_among_a_thousand_costs_little(front: FrontEnd) -> None:
    """At most 600 bytes up and down, beside ipywidgets' own messages."""
    page = front.app(THOUSAND)
    page.wire.clear()
    front.touch(page.input("n"), value=3)
    assert "line 3" in page.bodies("text")[500]
    assert len(page.wire) == 1
    assert sum(map(weight, page.wire)) <= 600


def test_a_snapshot_is_given_to_whoever_asks(front: FrontEnd) -> None:
    """A reloaded page asks for the state of the view's model."""
    page = front.app("st.text(st.slider('n', 0, 9, 4))")
    front.touch(page.input("n"), value=5)
    seq, roots = page.seq, page.roots
    front.tell(page, t="snapshot")
    assert (page.seq, page.roots) == (seq, roots)
    front.post(page.model_id, {"method": "request_state"})
    assert front.models[page.model_id]["snapshot"]["roots"] == roots
