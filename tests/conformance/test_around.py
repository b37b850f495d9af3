"""What stands around a script: secrets, the user, the browser, threads, wrong names (R13, R124, R131, R167, R169)."""

from __future__ import annotations

from cases import case, each
from oracle import Agree

TRY = """
        def tried(call):
            try:
                st.write(type(call()).__name__)
            except Exception as error:
                names = {"StreamlitAPIException", "FileNotFoundError", "KeyError", "AttributeError", "TypeError"}
                st.write(*sorted(names & {base.__name__ for base in type(error).__mro__}))
"""

CASES = {
    "R13 a thread without the run": case(
        """
        import threading
        thread = threading.Thread(target=lambda: st.write("lost"))
        thread.start()
        thread.join()
        st.write("here")
        """
    ),
    "R13 a thread with the run": case(
        """
        import threading
        from streamlit.runtime.scriptrunner import add_script_run_ctx
        place = st.container()
        thread = threading.Thread(target=lambda: (place.write("in its place"), st.write("found")))
        add_script_run_ctx(thread)
        thread.start()
        thread.join()
        st.write("here")
        """
    ),
    "R124 a misspelt name": case(TRY + "        tried(lambda: st.buton)"),
    "R124 a removed name": case(
        TRY
        + """
        tried(lambda: st.cache)
        tried(lambda: st.experimental_rerun)
        """
    ),
    "R124 a wrong method": case(
        """
        for name in ("rerun", "set_page_config", "nope"):
            try:
                getattr(st.sidebar, name)()
            except st.errors.StreamlitAPIException:
                st.write(name)
        """
    ),
    "R131 page config anywhere": case(
        """
        st.set_page_config(page_title="a")
        st.write("x")
        st.set_page_config(layout="wide", menu_items={"Get help": "https://example.org", "Report a bug": None})
        st.set_page_config(initial_sidebar_state=300, page_icon="🦈")
        """
    ),
    "R131 wrong layout": case("st.set_page_config(layout='narrow')"),
    "R131 wrong side bar": case("st.set_page_config(initial_sidebar_state='open')"),
    "R131 wrong menu": case("st.set_page_config(menu_items={'Help': 'https://example.org'})"),
    "R131 wrong address": case("st.set_page_config(menu_items={'Get help': 'example.org'})"),
    "R167 no secrets": case(
        TRY
        + """
        tried(lambda: st.secrets["a"])
        tried(lambda: st.secrets.get("a"))
        tried(lambda: st.secrets.a)
        tried(lambda: len(st.secrets))
        tried(lambda: st.secrets.load_if_toml_exists())
        """
    ),
    "R167 secrets": case(
        TRY
        + """
        if st.checkbox("look"):
            st.write(st.secrets.a, st.secrets["t"]["b"], st.secrets.t.b, st.secrets.t.deep.c, len(st.secrets))
            st.write("a" in st.secrets, "x" in st.secrets, st.secrets.get("x", 5), sorted(st.secrets.t))
            tried(lambda: st.secrets["x"])
            tried(lambda: st.secrets.x)
            tried(lambda: st.secrets.t.x)
            tried(lambda: st.secrets.__setitem__("a", 2))
            tried(lambda: setattr(st.secrets.t, "b", 2))
            st.write(st.secrets.t.to_dict())
        """,
        "at.secrets.update(a=1, t={'b': 'two', 'deep': {'c': 3}})",
        "at.checkbox[0].check().run()",
    ),
    "R169 user": case(
        TRY
        + """
        if st.checkbox("look"):
            st.write(st.user.name, st.user["name"], st.user.get("x"), st.user.to_dict())
            tried(lambda: st.user.x)
            tried(lambda: st.user["x"])
            tried(lambda: setattr(st.user, "name", "eve"))
        """,
        "at.user.clear()",
        "at.user.update(is_logged_in=False, name='ada')",
        "at.checkbox[0].check().run()",
    ),
    "R169 context": case(
        """
        st.write(st.context.timezone, st.context.locale, st.context.url, st.context.is_embedded)
        st.write(st.context.timezone_offset, st.context.theme.type)
        """
    ),
    "options": case(
        """
        st.write(st.get_option("client.showErrorDetails"), st.get_option("runner.magicEnabled"))
        for call in (lambda: st.get_option("nope"), lambda: st.set_option("nope", 1),
                     lambda: st.set_option("runner.magicEnabled", False)):
            try:
                call()
            except (RuntimeError, st.errors.StreamlitAPIException):
                st.write("refused")
        """
    ),
    "R168 unknown connection": case(TRY + "        tried(lambda: st.connection('x', type='nope'))"),
}


@each(CASES)
def test_agrees(agree: Agree, case) -> None:
    """Both show the same."""
    agree(case.script, *case.steps)
