"""Outside of an app: elements are shown in their cell, an input returns its default."""

from __future__ import annotations

import subprocess
import sys

import pytest
from front_end import FrontEnd

pytestmark = pytest.mark.kernel


def test_write_displays_in_the_cell(front: FrontEnd) -> None:
    """A frame, as a table."""
    cell = front.run("import pandas as pd\nst.write(pd.DataFrame({'a': [1, 2]}))")
    assert [slot["kind"] for slot in front.pages[cell.views[0]].slots()] == ["dataframe"]


def test_an_input_shows_and_returns_its_default(front: FrontEnd) -> None:
    """Nothing runs again when it is touched."""
    cell = front.run("n = st.slider('n', 0, 9, 4)\nprint(n)")
    page = front.pages[cell.views[0]]
    assert cell.text.startswith("4") or "4\n" in cell.text
    front.touch(page.input("n"), value=6)
    assert front.value("n") == 4


def test_with_containers(front: FrontEnd) -> None:
    """What is drawn in a `with` block stands in it."""
    cell = front.run("with st.expander('More'):\n    st.text('a')\n    st.text('b')")
    page = front.pages[cell.views[0]]
    front.until(lambda: page.bodies("text") == ["a", "b"])
    assert [child["props"]["body"] for child in page.slots("expander")[0]["children"]] == ["a", "b"]


def test_without_ipython() -> None:
    """Plain Python: defaults, nothing shown, no error."""
    code = "import nbapp as st\nst.write('x')\nprint(st.slider('n', 0, 9, 4), st.button('b'))\nst.stop()\n"
    code += "with st.sidebar:\n    print(st.text_input('t', 'words'))"
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr, done.returncode) == ("4 False\nwords\n", "", 0)


def test_in_a_bare_ipython_shell() -> None:
    """A terminal has no widgets; an app cell runs and says so, and nothing fails."""
    code = "%load_ext nbapp\nimport nbapp as st\nprint(st.slider('n', 0, 9, 4))\n"
    code += "get_ipython().run_cell_magic('app', '', 'print(1)\\nst.text(2)\\nx = 3')\nprint(x)\nexit\n"
    command = [sys.executable, "-m", "IPython", "--no-banner", "--simple-prompt", "--colors=NoColor"]
    done = subprocess.run(command, input=code, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0
    assert "Traceback" not in done.stdout + done.stderr
    assert "4" in done.stdout
    assert "3" in done.stdout
