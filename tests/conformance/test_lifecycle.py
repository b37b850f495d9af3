"""One run of a script: what it begins with, what it leaves, how it ends (R1 to R14)."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from cases import case, each
from oracle import Agree, Oracle

from nbapp.testing import AppTest

CASES = {
    "R1 each session has its own state": case(
        """
        st.session_state.setdefault("n", 0)
        st.session_state.n += 1
        st.write("run", st.session_state.n)
        """,
        "at.run()",
    ),
    "R2 globals never survive a run": case(
        """
        st.write("x" in globals(), __name__ == "__main__")
        x = 1
        class A: pass
        st.session_state.setdefault("A", A)
        st.write(st.session_state.A is A)
        del st.session_state["A"]
        """,
        "at.run()",
    ),
    "R2 a class kept from an earlier run is another": case(
        """
        class A: pass
        kept = st.session_state.get("kept")
        st.write(isinstance(kept, A))
        st.session_state.kept = A() if kept is None else kept
        del st.session_state["kept"]
        """,
        "at.run()",
    ),
    "R3 imported modules stay": case(
        """
        import colorsys
        colorsys.count = getattr(colorsys, "count", 0) + 1
        st.write(colorsys.count)
        if colorsys.count == 2:
            del colorsys.count
        """,
        "at.run()",
    ),
    "R5 callbacks run before the script, cleanup after it": case(
        """
        log = st.session_state.setdefault("log", [])
        st.checkbox("c", key="c", on_change=log.append, args=("callback",))
        if not st.session_state.c:
            st.checkbox("hidden later", key="d")
        log.append(f"body {sorted(key for key in st.session_state if key != 'log')}")
        st.write(*log)
        """,
        "at.checkbox[0].check().run()",
        "at.run()",
        "at.checkbox[0].uncheck().run()",
    ),
    "R6 a change and a click each cause one run": case(
        """
        st.session_state.setdefault("n", 0)
        st.session_state.n += 1
        st.slider("s", 0, 9)
        st.button("b")
        st.write(st.session_state.n)
        """,
        "at.slider[0].set_value(3).run()",
        "at.button[0].click().run()",
        "at.slider[0].set_value(4); at.button[0].click(); at.run()",
    ),
    "R7 assigning causes no run and no callback": case(
        """
        st.session_state.setdefault("calls", 0)
        def called(): st.session_state.calls += 1
        if st.button("set"): st.session_state.k = "prog"
        st.text_input("t", key="k", on_change=called)
        st.write(st.session_state.calls)
        """,
        "at.button[0].click().run()",
        "at.run()",
        "at.text_input[0].input('typed').run()",
    ),
    "R8 control signals pass an except Exception": case(
        """
        st.write("before")
        try:
            st.stop()
        except Exception:
            st.write("swallowed")
        st.write("after")
        """,
    ),
    "R8 a rerun passes an except Exception": case(
        """
        n = st.session_state.get("n", 0)
        try:
            if n < 2:
                st.session_state.n = n + 1
                st.rerun()
        except Exception:
            st.write("swallowed")
        st.write(n)
        """,
    ),
    "R11 exit is stop": case(
        """
        import sys
        st.write("before")
        if st.checkbox("exit"):
            sys.exit()
        st.write("after")
        """,
        "at.checkbox[0].check().run()",
        "at.checkbox[0].uncheck().run()",
    ),
    "R14 asyncio can be used": case(
        """
        import asyncio
        async def answer():
            await asyncio.sleep(0)
            return 42
        st.write(asyncio.run(answer()))
        """,
        "at.run()",
    ),
    "R13 a thread without the context draws nothing": case(
        """
        import threading
        def draw():
            try:
                st.write("from a thread")
            except Exception:
                pass
        thread = threading.Thread(target=draw)
        thread.start()
        thread.join()
        st.write("done")
        """,
    ),
}


@each(CASES)
def test_agrees(agree: Agree, case) -> None:
    """Both show the same."""
    agree(case.script, *case.steps)


def test_r4_and_r142_modules_beside_the_script(agree: Agree, tmp_path: Path) -> None:
    """They are found, and their bare expressions are not written."""
    (tmp_path / "beside_conformance.py").write_text("'a text'\nx = 5\nx\ndef f():\n    x\n    return x\n")
    (tmp_path / "main.py").write_text(
        "import streamlit as st\nfrom beside_conformance import f\nst.write(f())\n'shown'\n"
    )
    agree("", "at.run()", path=str(tmp_path / "main.py"))
    del sys.modules["beside_conformance"]


def test_r9_an_error_of_syntax(oracle: Oracle) -> None:
    """Streamlit's AppTest shows nothing at all; here it is raised where the app is made."""
    assert oracle.play("x = ", ["at.run()"])[0]["main"] == []
    with pytest.raises(SyntaxError):
        AppTest.from_string("x = ")
