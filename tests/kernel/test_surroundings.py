"""What stands around an app: the reader's browser, the page's title, secrets, scripts that import Streamlit."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from front_end import FrontEnd
from paper import Page

pytestmark = pytest.mark.kernel

SCRIPT = """
import threading
import streamlit as st
import streamlit.components.v1 as components
from streamlit import session_state
from streamlit.errors import StreamlitAPIException
from streamlit.runtime.scriptrunner import add_script_run_ctx, get_script_run_ctx

st.set_page_config(page_title="Pets", layout="wide")
session_state.setdefault("runs", 0)
session_state.runs += 1
n = st.slider("n", 0, 9, 3)
thread = add_script_run_ctx(threading.Thread(target=lambda: st.text(f"thread {n}")))
thread.start()
thread.join()
components.html("<b>x</b>", height=30)
try:
    st.set_page_config(layout="narrow")
except StreamlitAPIException as error:
    st.text(type(error).__name__)
"""


def told(page: Page, kind: str) -> list[dict[str, Any]]:
    """The messages of one kind that the view was sent."""
    contents = [message["content"]["data"].get("content", {}) for message in page.wire]
    return [content for content in contents if content.get("t") == kind]


def test_what_a_browser_tells_counts_at_once(front: FrontEnd) -> None:
    """An app that has looked runs again, once; what it did not look at changes nothing."""
    page = front.app("st.text(f'{st.context.timezone} {st.context.theme.type}')")
    assert page.bodies("text") == ["None None"]
    front.tell(page, t="context", timezone="Europe/Zurich", theme="dark", locale="de-CH")
    front.rest()
    assert page.bodies("text") == ["Europe/Zurich dark"]
    patches = len(page.patches)
    front.tell(page, t="context", timezone="Europe/Zurich", theme="dark", locale="fr")
    front.tell(page, t="context", timezone="Europe/Zurich", theme=["light"] * 3, locale="fr")
    front.rest()
    assert page.bodies("text") == ["Europe/Zurich None"]
    assert len(page.patches) == patches + 1


def test_a_page_has_a_title_in_every_view(front: FrontEnd) -> None:
    """In a message when it is said, in the snapshot for who comes late, and once more for who may have missed it."""
    page = front.app("n = st.slider('n', 0, 9)\nst.set_page_config(page_title=f'{n} pets', layout='wide')")
    front.touch(page.input("n"), value=4)
    front.touch(page.input("n"), value=4)
    assert [fact["title"] for fact in told(page, "config")] == ["0 pets", "4 pets"]
    front.tell(page, t="snapshot", seq=-1)
    assert told(page, "snapshot")[-1]["snapshot"]["config"] == {"title": "4 pets", "layout": "wide"}
    front.tell(page, t="snapshot", seq=page.seq)
    assert told(page, "config")[-1] == {"t": "config", "title": "4 pets", "layout": "wide"}


def test_secrets_are_in_the_environment_before_the_script_runs(front: FrontEnd, tmp_path: Path) -> None:
    """Although it never names `secrets`; those of now, in each run."""
    (tmp_path / ".streamlit").mkdir()
    file = tmp_path / ".streamlit" / "secrets.toml"
    file.write_text("NBAPP_TOKEN = 'one'")
    front.run(f"import os\nos.chdir({str(tmp_path)!r})")
    page = front.app("n = st.slider('n', 0, 9)\nst.text(os.environ.get('NBAPP_TOKEN'))")
    assert page.bodies("text") == ["one"]
    file.write_text("NBAPP_TOKEN = 'another'")
    front.touch(page.input("n"), value=4)
    assert page.bodies("text") == ["another"]


def test_a_script_for_streamlit_runs_as_it_is(front: FrontEnd) -> None:
    """Threads, components, errors and all."""
    page = front.app(SCRIPT, options="--streamlit")
    assert page.bodies("text") == ["thread 3", "StreamlitValueError"]
    front.touch(page.input("n"), value=5)
    assert page.bodies("text") == ["thread 5", "StreamlitValueError"]
    assert [slot["props"]["html"] for slot in page.slots("frame")] == ["<b>x</b>"]
    assert front.value("st.session_state.runs") == 2


def test_a_script_of_several_files_does_too(front: FrontEnd, tmp_path: Path) -> None:
    """Ordinary cells go without it."""
    (tmp_path / "nbapp_pets.py").write_text("import streamlit as st\n\ndef show(name):\n    st.text(name)\n")
    front.run(f"import sys\nsys.path.insert(0, {str(tmp_path)!r})")
    assert front.app("from nbapp_pets import show\nshow('Rex')", options="--streamlit").bodies("text") == ["Rex"]
    reply = front.run("import streamlit").reply
    assert (reply["status"], reply["ename"]) == ("error", "ModuleNotFoundError")


def test_the_state_is_shown_as_a_table(front: FrontEnd) -> None:
    """Where it is the last expression of a cell."""
    cell = front.run("st.session_state.clear()\nst.session_state.name = '<Ada>'\nst.session_state")
    (result,) = cell.of_kind("execute_result")
    assert result["data"]["text/plain"] == "session_state\n  name  str  '<Ada>'"
    assert "&lt;Ada&gt;" in result["data"]["text/html"]
    assert "<Ada>" not in json.dumps(result["data"]["text/html"])


def test_a_thread_that_belongs_to_no_app_draws_nothing(front: FrontEnd) -> None:
    """And the log says why."""
    body = "import threading\nthread = threading.Thread(target=st.text, args=('lost',))\nthread.start()\nthread.join()"
    page = front.app(f"{body}\nst.text('here')")
    assert page.bodies("text") == ["here"]
    cell = front.run(body)
    assert cell.views == []
    front.until(lambda: "copy_context" in printed(front))


def test_a_thread_that_ends_with_its_run_says_nothing(front: FrontEnd) -> None:
    """One with an error of its own does."""
    thread = "threading.Thread(target=contextvars.copy_context().run, args=({0},))\nthread.start()\nthread.join()\n"
    body = "import contextvars\nimport threading\nthread = " + thread
    stopped = front.run("%%app\n" + body.format("st.stop") + "st.text('never')")
    failed = front.run("%%app\n" + body.format("lambda: 1 / 0") + "st.text('on')")
    assert front.pages[stopped.views[0]].bodies("text") == []
    assert front.pages[failed.views[0]].bodies("text") == ["on"]
    assert "Exception in thread" not in stopped.text + str(front.pages[stopped.views[0]].bodies("stream"))
    page = front.pages[failed.views[0]]
    front.until(lambda: "ZeroDivisionError" in printed(front) + str(page.bodies("stream")))


def printed(front: FrontEnd) -> str:
    """All that the kernel has printed, for whichever cell: ipykernel 6 does not know which one began a thread."""
    return "".join(message["content"]["text"] for message in front.messages if message["msg_type"] == "stream")
