"""Apps and ordinary cells in one kernel: whose output, whose figures, whose names, whose turn."""

from __future__ import annotations

import time

import pytest
from front_end import FrontEnd
from paper import Page

pytestmark = pytest.mark.kernel

SLOW = "import time\nn = st.slider('n', 0, 9)\n{before}\ntime.sleep(n / 10)\n{after}\nst.text(f'end {{n}}')"


def in_mid_run(front: FrontEnd, before: str, after: str, cell: str, seconds: int = 6) -> tuple[Page, str]:
    """Execute an ordinary cell while an app's rerun is between two statements; the page, and the cell's output."""
    page = front.app(SLOW.format(before=before, after=after))
    front.post(page.input("n"), {"method": "update", "state": {"value": seconds}})
    time.sleep(0.2)
    executed = front.run(cell)
    assert executed.reply["status"] == "ok", executed.reply
    front.until(lambda: f"end {seconds}" in page.text)
    front.rest()
    images = "".join("image/png" for output in executed.outputs if "image/png" in str(output["content"].get("data")))
    return page, executed.text + images


def test_print_stays_with_whom_it_belongs_to(front: FrontEnd) -> None:
    """An ordinary cell prints while a run prints."""
    page, text = in_mid_run(front, "print('mine')", "print('still mine')", "print('theirs')")
    assert text == "theirs\n"
    assert "".join(page.bodies("stream")) == "mine\nstill mine\n"


def test_a_capturing_cell_takes_nothing(front: FrontEnd) -> None:
    """`%%capture` replaces stdout and the publisher for as long as it lasts."""
    cell = "%%capture taken\nimport time\nprint('theirs')\ndisplay(1)\ntime.sleep(0.8)"
    page, text = in_mid_run(front, "print('mine')", "print('more')\ndisplay(2)", cell)
    assert text == ""
    assert "".join(page.bodies("stream")) == "mine\nmore\n"
    assert "2" in page.bodies("text")
    assert front.value("taken.stdout") == "theirs\n"


def test_a_run_between_redirections(front: FrontEnd) -> None:
    """`contextlib.redirect_stdout` in the run takes the run's text."""
    body = "import contextlib, io\nwith contextlib.redirect_stdout(io.StringIO()) as f:\n    print('taken')\n"
    page = front.app(body + "print('free')\nst.text(f.getvalue())")
    assert (page.bodies("stream"), page.bodies("text")) == (["free\n"], ["taken"])


def test_figures_stay_with_whom_they_belong_to(front: FrontEnd) -> None:
    """An ordinary cell neither shows nor closes the run's half-drawn figure."""
    before = "import matplotlib.pyplot as plt\nplt.figure()\nplt.plot([1, 2])"
    page, text = in_mid_run(front, before, "plt.title('late')", "import matplotlib.pyplot as plt\nplt.plot([3])\nNone")
    assert text.count("image/png") == 1
    assert len(page.slots("image")) == 1


def test_a_run_leaves_figures_of_ordinary_cells_alone(front: FrontEnd) -> None:
    """What a cell keeps open with its own means is open afterwards."""
    front.run("import matplotlib.pyplot as plt\n%config InlineBackend.close_figures=False")
    front.run("kept = plt.figure(99)")
    front.app("import matplotlib.pyplot as plt\nplt.figure(5)\nplt.close('all')")
    assert 99 in front.value("plt.get_fignums()")
    front.run("%config InlineBackend.close_figures=True\nplt.close('all')")


def test_two_apps_have_nothing_in_common(front: FrontEnd) -> None:
    """The same input in two cells is two inputs."""
    one = front.app("n = st.slider('n', 0, 9)\nst.text(f'one {n}')")
    other = front.app("n = st.slider('n', 0, 9)\nst.text(f'other {n}')")
    front.touch(one.input("n"), value=3)
    assert (one.bodies("text"), other.bodies("text")) == (["one 3"], ["other 0"])


def test_a_key_is_shared_by_apps(front: FrontEnd) -> None:
    """One value in `session_state`; ordinary cells read and set it, and the inputs follow at once."""
    one = front.app("st.text(st.slider('n', 0, 9, key='shared'))")
    other = front.app("st.text(10 * st.slider('m', 0, 9, key='shared'))")
    front.touch(one.input("n"), value=4)
    assert front.value("st.session_state.shared") == 4
    assert (front.models[other.input("m")]["value"], other.bodies("text")) == (4, ["40"])
    front.run("st.session_state.shared = 6")
    front.rest()
    assert (front.models[one.input("n")]["value"], one.bodies("text")) == (6, ["6"])
    assert other.bodies("text") == ["60"]
    front.run("del st.session_state.shared")
    front.rest()
    assert (front.models[one.input("n")]["value"], one.bodies("text"), other.bodies("text")) == (0, ["0"], ["0"])


@pytest.mark.parametrize(("options", "cell_id"), [("--name mine", None), ("", "cell-7")])
def test_running_a_cell_again_replaces_its_app(front: FrontEnd, options: str, cell_id: str | None) -> None:
    """The old widgets are closed, `session_state` is kept."""
    body = "st.text(st.slider('n', 0, 9, key='kept'))"
    old = front.app(body, options, cell_id)
    front.touch(old.input("n"), value=5)
    slider = old.input("n")
    new = front.app(body, options, cell_id)
    front.rest()
    assert new.bodies("text") == ["5"]
    assert new.input("n") != slider
    assert {old.model_id, slider} & set(front.models) == set()


def test_a_cell_without_name_or_id_is_a_new_app(front: FrontEnd) -> None:
    """Voilà and nbclient send no id."""
    one, other = front.app("st.text('x')"), front.app("st.text('x')")
    assert {one.model_id, other.model_id} <= set(front.models)


def test_a_cell_of_another_name_leaves_the_first(front: FrontEnd) -> None:
    """Both live."""
    one, other = front.app("st.text('x')", "--name one"), front.app("st.text('x')", "--name other")
    assert {one.model_id, other.model_id} <= set(front.models)


def test_ordinary_cells_run_while_a_rerun_works(front: FrontEnd) -> None:
    """The kernel is not blocked by a rerun."""
    front.run("import threading\nbegun, free = threading.Event(), threading.Event()")
    page = front.app("n = st.slider('n', 0, 9)\nif n:\n    begun.set()\n    st.text(free.wait(15))")
    front.post(page.input("n"), {"method": "update", "state": {"value": 1}})
    assert front.run("print(begun.wait(15))\nfree.set()").text == "True\n"
    front.until(lambda: page.bodies("text") == ["True"])
