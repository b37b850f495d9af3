"""What a cell prints and displays is on its page: print, display, bare expressions, figures, magics, commands."""

from __future__ import annotations

import pytest
from front_end import FrontEnd

pytestmark = pytest.mark.kernel


def mimes(page: object) -> list[set[str]]:
    """The MIME types of each bundle on a page."""
    return [set(slot["props"]["data"]) for slot in page.slots("mime")]  # type: ignore[attr-defined]


def test_printed_text_runs_together(front: FrontEnd) -> None:
    """One stream node; a carriage return writes the line over."""
    page = front.app("for i in range(3):\n    print(i)\nprint('10%', end='\\r')\nprint('done')\nst.text('x')\nprint(4)")
    assert page.bodies("stream") == ["0\n1\n2\ndone\n", "4\n"]
    assert [slot["kind"] for slot in page.slots()] == ["stream", "text", "stream"]


def test_stderr_warnings_and_logging(front: FrontEnd) -> None:
    """Each on the page, in a stream of its own name."""
    body = "import sys, warnings, logging\nprint('a', file=sys.stderr)\nwarnings.warn('careful')\n"
    page = front.app(body + "logging.basicConfig(force=True)\nlogging.warning('logged')")
    text = "".join(page.bodies("stream"))
    assert {slot["props"]["name"] for slot in page.slots("stream")} == {"stderr"}
    assert all(word in text for word in ("a\n", "careful", "logged"))


def test_logging_that_an_ordinary_cell_set_up(front: FrontEnd) -> None:
    """Its handler holds the stream of that cell; in a run it writes on the page."""
    front.run("import logging, sys\nlogging.basicConfig(force=True, stream=sys.stdout)")
    page = front.app("import logging\nlogging.getLogger('mine').error('from a run')")
    assert "from a run" in page.text


def test_display_of_rich_objects(front: FrontEnd) -> None:
    """A frame, Markdown, an HTML object: the bundle that Jupyter shows."""
    body = "import pandas as pd\nfrom IPython.display import HTML, Markdown, display\n"
    page = front.app(body + "display(pd.DataFrame({'a': [1]}), Markdown('**b**'))\ndisplay(HTML('<i>c</i>'))")
    assert mimes(page) == [{"text/plain", "text/html"}, {"text/plain", "text/markdown"}, {"text/plain", "text/html"}]


def test_bare_expressions_in_the_middle_are_written(front: FrontEnd) -> None:
    """As Streamlit does: strings are Markdown, a frame is a table, docstrings and calls show nothing."""
    body = '"""The docstring"""\nimport pandas as pd\n"**bold**"\nlen("abc")\nframe = pd.DataFrame({"a": [1]})\n'
    page = front.app(body + 'frame\ndef f():\n    """Doc."""\n    "inside"\nf()\n"n", 3\nx = 1')
    assert page.bodies("markdown") == ["**bold**", "inside", "n `3`"]
    assert len(page.slots("dataframe")) == 1


def test_magic_commands_write_their_none_never(front: FrontEnd) -> None:
    """A magic in the middle is a call, and calls show nothing by themselves."""
    page = front.app("%matplotlib inline\n!true\nst.text('x')")
    assert [slot["kind"] for slot in page.slots()] == ["text"]


@pytest.mark.parametrize(
    ("last", "shown"),
    [("1 + 1", ["2"]), ("1 + 1;", []), ("None", []), ("max(1, 2)", ["2"]), ("st.text('own')", ["own"])],
)
def test_the_last_expression_follows_jupyter(front: FrontEnd, last: str, shown: list[str]) -> None:
    """Calls count; a semicolon, None and calls of nbapp's own show nothing more."""
    page = front.app(f"x = 1\n{last}")
    assert page.bodies("text") == shown


@pytest.mark.parametrize("last", ["st.sidebar.text('own')", "st.container().text('own')", "st.slider('n', 0, 9)"])
def test_a_last_call_of_a_container_method_is_not_shown(front: FrontEnd, last: str) -> None:
    """Nor is the value of an input."""
    page = front.app(f"x = 1\n{last}")
    assert page.bodies("text") == (["own"] if "own" in last else [])


def test_figures(front: FrontEnd) -> None:
    """`plt.show()` shows them, and so does the end of the run; none stays open."""
    body = "import matplotlib.pyplot as plt\nplt.figure()\nplt.plot([1, 2])\nplt.show()\nst.text('between')\n"
    page = front.app(body + "fig, ax = plt.subplots()\nax.plot([2, 1])\nst.text('end')")
    assert [slot["kind"] for slot in page.slots()] == ["image", "text", "text", "image"]
    assert front.value("plt.get_fignums()") == []


def test_a_returned_figure_is_shown_once(front: FrontEnd) -> None:
    """The last expression is a figure that pyplot knows too."""
    page = front.app("import matplotlib.pyplot as plt\nfig, ax = plt.subplots()\nax.plot([2, 1])\nfig")
    assert len(page.slots("image")) == 1


def test_a_figure_is_shown_in_a_rerun_too(front: FrontEnd) -> None:
    """Once, as in the first run."""
    body = "import matplotlib.pyplot as plt\nn = st.slider('n', 1, 9)\nfig, ax = plt.subplots()\nax.plot([n, 1])\n"
    page = front.app(body)
    before = page.slots("image")[0]["props"]
    front.touch(page.input("n"), value=7)
    assert len(page.slots("image")) == 1
    assert page.patches[-1]["ops"][0][0] == "put"
    assert before is not page.slots("image")[0]["props"]


def test_charts(front: FrontEnd) -> None:
    """Altair's and plotly's own displays."""
    pytest.importorskip("plotly")
    body = "import altair as alt, pandas as pd, plotly.graph_objects as go\n"
    body += "chart = alt.Chart(pd.DataFrame({'a': [1]})).mark_bar()\nchart\nx = 1\ngo.Figure()"
    page = front.app(body)
    assert len(page.slots("vega")) == 1
    assert any("application/vnd.plotly.v1+json" in kinds for kinds in mimes(page))


def test_update_display(front: FrontEnd) -> None:
    """By handle, and by id."""
    body = "from IPython.display import display, update_display\nh = display(1, display_id=True)\nst.text('below')\n"
    page = front.app(body + "h.update('changed')\ndisplay(5, display_id='mine')\nupdate_display(6, display_id='mine')")
    assert page.bodies("text") == ["'changed'", "below", "6"]


def test_clear_output(front: FrontEnd) -> None:
    """What stood there is gone; with `wait`, what comes next stands in its place."""
    body = "from IPython.display import clear_output\nfor i in range(5):\n    clear_output(wait=True)\n    print(i)\n"
    page = front.app(body)
    assert page.bodies("stream") == ["4\n"]
    page = front.app("from IPython.display import clear_output\nst.text('a')\nclear_output()\nst.text('b')")
    assert page.bodies("text") == ["b"]


def test_clear_output_leaves_the_rest_of_the_page(front: FrontEnd) -> None:
    """Inside a container it clears the container."""
    body = "from IPython.display import clear_output\nst.text('above')\nwith st.container():\n"
    page = front.app(body + "    st.text('a')\n    clear_output(wait=True)\n    st.text('b')\nst.text('below')")
    assert page.bodies("text") == ["above", "b", "below"]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("%timeit -n1 -r1 pass", "per loop"),
        ("%time x = 1", "Wall time"),
        ("%who_ls str", "["),
        ("!echo from the shell", "from the shell"),
        ("files = !echo one; echo two\nst.text(files[1])", "two"),
        ("%env HOME", "/"),
        ("?len", "number of items"),
    ],
)
def test_magics_and_commands(front: FrontEnd, body: str, text: str) -> None:
    """As in any cell."""
    cell = front.run(f"%%app\n{body}")
    assert cell.reply["status"] == "ok", cell.reply
    page = front.pages[cell.views[0]]
    shown = page.text + str([slot["props"].get("data") for slot in page.slots("mime")]) + str(cell.reply["payload"])
    assert text in shown


def test_top_level_await(front: FrontEnd) -> None:
    """On a loop that lasts: a rerun goes on with what the first run left there."""
    body = "import asyncio\nn = st.slider('n', 0, 9)\nawait asyncio.sleep(0)\n"
    body += "a, b = await asyncio.gather(asyncio.sleep(0, 1), asyncio.sleep(0, 2))\n"
    page = front.app(body + "st.text(f'{n} {a + b} {id(asyncio.get_running_loop())}')")
    first = page.bodies("text")[0].split()
    front.touch(page.input("n"), value=4)
    assert page.bodies("text") == [f"4 3 {first[2]}"]


def test_a_cell_magic_inside(front: FrontEnd) -> None:
    """`%%time` above the app: the app is displayed as ever."""
    cell = front.run("%%time\n%%app\nst.text('timed')")
    assert cell.reply["status"] == "ok", cell.reply
    assert front.pages[cell.views[0]].bodies("text") == ["timed"]
