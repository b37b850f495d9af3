"""`AppTest`: where its script comes from, its runs, what surrounds it, and what it leaves behind (R170 to R174)."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading
import weakref
from pathlib import Path
from typing import Any

import pytest

from nbapp.errors import AppTestError, NoSuchPageError, TimedOutError
from nbapp.session.state import shared
from nbapp.testing import AppTest

WRITES = "import nbapp as st\nst.write('from a file', __name__ == '__main__')\n"


def test_from_file_beside_the_test(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path begins in the folder of the file that calls, or else in the current one."""
    (tmp_path / "app.py").write_text(WRITES)
    monkeypatch.chdir(tmp_path)
    with AppTest.from_file("app.py") as at:
        assert at.run().markdown.values == ["from a file `True`"]
    with AppTest.from_file(Path(__file__).with_name("test_app_test.py")) as at:
        assert at is not None


def test_from_file_finds_modules_beside_it(tmp_path: Path) -> None:
    """Its folder is on the path while it runs, and not after (R4)."""
    (tmp_path / "beside_app_test.py").write_text("answer = 42\n")
    (tmp_path / "app.py").write_text("import nbapp as st\nfrom beside_app_test import answer\nst.write(answer)\n")
    with AppTest.from_file(tmp_path / "app.py") as at:
        assert at.run().markdown[0].value == "`42`"
    assert str(tmp_path) not in sys.path
    del sys.modules["beside_app_test"]


def test_from_string_is_dedented_and_shows_bare_expressions() -> None:
    """As a file does (R139), the last one too."""
    script = """
        x = 1
        "first"
        x
    """
    with AppTest.from_string(script) as at:
        assert at.run().markdown.values == ["first", "`1`"]


def test_from_function_knows_only_its_own_names() -> None:
    """It is run as a script, with arguments."""

    def script(name: str, times: int = 1) -> None:
        import nbapp as st

        "a bare expression"
        st.write(name * times)

    with AppTest.from_function(script, args=("ab",), kwargs={"times": 2}) as at:
        assert at.run().markdown.values == ["a bare expression", "abab"]


def test_a_function_without_source_is_refused() -> None:
    """It says what to do."""
    with pytest.raises(AppTestError, match="from_string"):
        AppTest.from_function(exec)


def test_import_streamlit_may_mean_nbapp() -> None:
    """Where the test says so."""
    with AppTest.from_string("import streamlit as st\nst.write(st.__name__)", streamlit=True) as at:
        assert at.run().markdown[0].value.startswith("nbapp")


def test_several_deeds_are_one_run(app: Any) -> None:
    """And one without any is a run of the whole script."""
    at = app("st.write(st.checkbox('c'), st.slider('s'), st.button('b'))")
    at.checkbox[0].check()
    at.slider[0].set_value(3)
    at.button[0].click()
    assert at.run().markdown[0].value == "`True` `3` `True`"
    assert at.run().markdown[0].value == "`True` `3` `False`"
    assert [run.kind for run in at.runs] == ["app"] * 3


def test_a_deed_in_a_fragment_runs_that_alone(app: Any) -> None:
    """It says which ran."""
    at = app(
        """
        st.text_input("outside")
        @st.fragment
        def counted():
            st.session_state.setdefault("n", 0)
            st.session_state.n += 1
            st.checkbox("inside")
        counted()
        st.session_state.setdefault("whole", 0)
        st.session_state.whole += 1
        """
    )
    at.checkbox[0].check().run()
    assert at.session_state.to_dict() == {"n": 2, "whole": 1}
    assert at.runs[-1][:3] == ("fragment", ("counted",), "complete")
    at.checkbox[0].uncheck()
    at.text_input[0].input("x").run()
    assert at.session_state.to_dict() == {"n": 3, "whole": 2}
    assert at.runs[-1].kind == "app"


def test_runs_say_how_they_ended(app: Any) -> None:
    """Reruns that the script asks for are part of one `run`."""
    at = app(
        """
        n = st.session_state.get("n", 0)
        st.session_state.n = n + 1
        if n == 0: st.rerun()
        if n == 2: st.stop()
        if n == 3: raise ValueError("no")
        """
    )
    at.run()
    at.run()
    assert [run.outcome for run in at.runs] == ["rerun", "complete", "stopped", "failed"]
    assert isinstance(at.runs[-1].error, ValueError)
    assert at.exception[0].value == "no"


def test_a_run_that_takes_too_long_is_ended() -> None:
    """And the next one is a new one (R170)."""
    script = """
        import time
        import nbapp as st
        while not st.session_state.get("done"):
            time.sleep(0.01)
        st.write("done")
    """
    with AppTest.from_string(script, default_timeout=0.2) as at:
        with pytest.raises(TimedOutError, match=r"0\.2 seconds"):
            at.run()
        at.session_state.done = True
        assert at.run(timeout=float("inf")).markdown[0].value == "done"


def test_an_endless_rerun_is_ended() -> None:
    """Streamlit has no guard against it either (R96)."""
    with AppTest.from_string("import nbapp as st\nst.rerun()", default_timeout=0.2) as at, pytest.raises(RuntimeError):
        at.run()


def test_session_state_is_its_own(app: Any) -> None:
    """Neither the kernel's nor another test's; set between runs it is seen by the next."""
    first, second = (app("st.write(st.session_state.get('k'))") for _ in range(2))
    first.session_state.k = 1
    first.session_state["other"] = 2
    assert first.run().markdown[0].value == "`1`"
    assert second.run().markdown[0].value == "`None`"
    assert "k" not in shared.values
    assert dict(first.session_state) == {"k": 1, "other": 2}
    with pytest.raises(KeyError):
        first.session_state["nope"]
    with pytest.raises(AttributeError):
        first.session_state.nope  # noqa: B018  read to see it fail


def test_a_key_that_is_set_moves_its_input_at_once(app: Any) -> None:
    """As in a notebook."""
    at = app("st.slider('s', key='k')")
    at.session_state.k = 7
    assert at.slider("k").widget.value == 7
    assert at.run().slider("k").value == 7


def test_secrets_user_and_context() -> None:
    """In place of what the environment says (R171)."""
    script = """
        import nbapp as st
        st.write(st.secrets.db.password, st.user.get("name"), st.context.locale, st.context.timezone)
    """
    with AppTest.from_string(script) as at:
        at.secrets["db"] = {"password": "xyz"}
        at.user["name"] = "Ada"
        at.context["locale"] = "de-CH"
        at.context["timezone"] = "Europe/Zurich"
        assert at.run().markdown[0].value == "xyz Ada de-CH Europe/Zurich"


def test_the_user_is_a_stranger_wherever_the_test_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the environment says of the user is not asked; an empty dict is nobody."""
    monkeypatch.setenv("JUPYTERHUB_USER", "ada")
    with AppTest.from_string("import nbapp as st\nst.write(st.user.to_dict())") as at:
        assert at.run().json[0].value == '{"is_logged_in": false, "email": "test@example.com"}'
        at.user = {}
        assert at.run().json[0].value == '{"is_logged_in": false}'
        at.user = {"is_logged_in": True, "name": "Ada"}
        assert at.run().json[0].value == '{"is_logged_in": true, "name": "Ada"}'


def test_the_context_by_the_names_that_a_script_uses() -> None:
    """None is what a browser has not said."""
    script = "import nbapp as st\nst.write(st.context.is_embedded, st.context.locale, st.context.theme.type)"
    with AppTest.from_string(script) as at:
        at.context.update(is_embedded=True, locale=None, theme="dark")
        assert at.run().markdown[0].value == "`True` `None` dark"
        at.context = {"embedded": True}
        with pytest.raises(AppTestError, match="is_embedded"):
            at.run()


@pytest.mark.parametrize("name", ["user", "context"])
def test_user_and_context_are_dicts(app: Any, name: str) -> None:
    """Anything else is said to be wrong before the script runs."""
    at = app("st.write('x')")
    setattr(at, name, ["x"])
    with pytest.raises(AppTestError, match=f"`{name}`"):
        at.run()


def test_a_file_that_is_not_there() -> None:
    """The error names the path that was meant."""
    with pytest.raises(FileNotFoundError, match=r"testing/nope\.py"):
        AppTest.from_file("nope.py")


@pytest.mark.parametrize("context", [{"nope": 1}, {"locale": 5}])
def test_what_no_browser_says_is_refused(app: Any, context: dict[str, Any]) -> None:
    """A misspelt name would go unseen."""
    at = app("st.write('x')")
    at.context.update(context)
    with pytest.raises(AppTestError, match="no browser says"):
        at.run()


def test_query_params() -> None:
    """Set before a run, and read after what the script did to them."""
    script = "import nbapp as st\nst.write(st.query_params.to_dict())\nst.query_params.more = [1, 2]"
    with AppTest.from_string(script) as at:
        at.query_params["city"] = "Oslo"
        assert at.run().json[0].value == '{"city": "Oslo"}'
        assert at.query_params == {"city": "Oslo", "more": ["1", "2"]}
        del at.query_params["city"]
        at.run()
        assert at.query_params == {"more": ["1", "2"]}
        at.query_params.clear()
        assert at.run().json[0].value == "{}"


def test_pages_of_a_script(app: Any) -> None:
    """A click in the navigation, by title or name; what a page draws stands where it is run."""
    at = app(
        """
        def home(): st.title("Home")
        def about():
            st.title("About")
            st.text_input("t", key="t")
        page = st.navigation([home, st.Page(about, title="About us")])
        st.write("before")
        page.run()
        st.write("after")
        """
    )
    assert [child.value for child in at.main.children.values()] == ["before", "Home", "after"]
    at.switch_page("About us").run()
    assert at.title[0].value == "About"
    assert at.facts["navigation"]["current"] == "about"
    at.query_params["x"] = "1"
    assert at.switch_page("home").run().title[0].value == "Home"
    assert at.query_params == {"x": "1"}
    with pytest.raises(NoSuchPageError, match="About us"):
        at.switch_page("nope")
    with pytest.raises(ValueError, match="no page 'nope'"):  # what Streamlit's raises
        at.switch_page("nope")


def test_a_link_to_a_page(app: Any) -> None:
    """Clicked, with the parameters that it gives."""
    at = app(
        """
        def home():
            st.page_link(other, label="Go", query_params={"x": "1"})
            st.page_link(other, label="Not yet", disabled=True)
            st.page_link("https://jupyter.org", label="Jupyter")
        def more(): st.title("More")
        other = st.Page(more)
        st.navigation([home, other]).run()
        """
    )
    go, not_yet, away = at.page_link
    with pytest.raises(AppTestError, match="disabled"):
        not_yet.click()
    with pytest.raises(AppTestError, match="no page of the app"):
        away.click()
    assert go.click().run().title[0].value == "More"
    assert at.query_params == {"x": "1"}


@pytest.mark.parametrize("early", [True, False])
def test_pages_of_a_folder(tmp_path: Path, early: bool) -> None:
    """Files and notebooks, by their path from the entry; before the first run too."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "main.py").write_text("import nbapp as st\nst.title('Main')\n")
    (tmp_path / "pages" / "1_more.py").write_text("import nbapp as st\nst.title('More')\n")
    with AppTest.from_file(tmp_path / "main.py") as at:
        if not early:
            assert at.run().title[0].value == "Main"
        assert at.switch_page("pages/1_more.py").run().title[0].value == "More"


def test_prints_and_figures_show_on_the_page(app: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """What is printed also goes where the test's own prints go."""
    at = app("st.title('t')\nprint('one')\nprint('two')")
    assert [child.value for child in at.main.children.values()] == ["t", "one\ntwo\n"]
    assert capsys.readouterr().out == "one\ntwo\n"


def test_an_error_of_nbapp_itself_is_the_tests(app: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is no error of the script, which the page would show."""
    at = app("st.write('x')")
    monkeypatch.setattr(at.session.inputs, "sweep", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        at.run()


def test_it_is_refused_after_its_end(app: Any) -> None:
    """Closing it twice is harmless."""
    at = app("st.write('x')")
    at.close()
    at.close()
    with pytest.raises(AppTestError, match="closed"):
        at.run()


def test_nothing_is_left_when_nobody_holds_it() -> None:
    """No thread, no input, no module; without a call of `close`, and without the garbage collector."""
    before = set(threading.enumerate()), set(sys.modules)
    gc.disable()
    try:
        at = AppTest.from_string("import nbapp as st\nst.slider('s')\nclass A: pass\nst.session_state.a = A()").run()
        alive = weakref.ref(at)
        live = at.slider[0].widget
        del at
        assert alive() is None
    finally:
        gc.enable()
    assert live.comm is None
    assert {each for each in threading.enumerate() if each.is_alive()} <= before[0]
    assert not [name for name in set(sys.modules) - before[1] if name.startswith("nbapp_app_test")]


def test_importing_nbapp_does_not_import_it() -> None:
    """It is there when it is asked for."""
    program = "import sys, nbapp; assert 'nbapp.testing' not in sys.modules; nbapp.testing.AppTest"
    subprocess.run([sys.executable, "-c", program], check=True)
