"""The stage: what a run begins with, and how one is ended that does not end by itself."""

from __future__ import annotations

import sys
import threading
from typing import Any

import pytest

from nbapp.errors import AppTestError
from nbapp.testing import AppTest
from nbapp.testing import stage as staged


def test_each_run_is_a_new_module(app: Any) -> None:
    """Its classes can be found, by pickle too; globals do not survive (R2)."""
    at = app(
        """
        import pickle
        class A: pass
        st.write("x" in globals(), type(pickle.loads(pickle.dumps(A()))) is A)
        x = 1
        """
    )
    assert at.run().markdown[0].value == "`False` `True`"


def test_each_app_has_caches_of_its_own(app: Any) -> None:
    """Tests do not see what others have cached."""
    script = "@st.cache_data\ndef f():\n    print('computed')\n    return 1\nf()"
    assert [len(app(script).get("stream")) for _ in range(2)] == [1, 1]


def test_caches_go_with_their_app() -> None:
    """And what they share is released."""

    def script(release: Any) -> None:
        import nbapp as st

        @st.cache_resource(on_release=release)
        def shared() -> list[int]:
            return [1]

        shared()

    released: list[list[int]] = []
    AppTest.from_function(script, args=(released.append,)).run().close()
    assert released == [[1]]


def test_a_script_runs_beside_the_test(app: Any) -> None:
    """On a thread of its own, which lasts as long as the app."""
    at = app("import threading\nst.session_state.setdefault('threads', []).append(threading.current_thread())")
    at.run()
    first, second = at.session_state.threads
    assert first is second is not threading.current_thread()


def test_exit_is_stop(app: Any) -> None:
    """As in a notebook (R11)."""
    at = app("st.write('before')\nexit()\nst.write('after')")
    assert at.markdown.values == ["before"]
    assert at.runs[0].outcome == "stopped"


def test_what_cannot_be_ended_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next run is refused as long as the last one works."""
    monkeypatch.setattr(staged, "MERCY", 0.05)
    free = threading.Event()
    with AppTest.from_string("import nbapp as st\nst.session_state.wait()") as at:
        at.session_state.wait = free.wait  # waits in C: nothing ends it
        with pytest.raises(RuntimeError):
            at.run(timeout=0.05)
        with pytest.raises(AppTestError, match="could not be ended"):
            at.run()
        free.set()


def test_an_interrupt_of_the_test_ends_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C does not leave it behind."""
    with AppTest.from_string("import time\nwhile True: time.sleep(0.01)") as at:
        monkeypatch.setattr(at._stage._idle, "wait", interrupted(at._stage._idle.wait))
        with pytest.raises(KeyboardInterrupt):
            at.run()
        assert at._stage._idle.is_set()


def interrupted(wait: Any) -> Any:
    """A wait that Ctrl-C strikes the first time."""
    strikes = iter([True])

    def wait_(timeout: float | None = None) -> Any:
        if next(strikes, False):
            raise KeyboardInterrupt
        return wait(timeout)

    return wait_


def test_modules_go_with_their_app() -> None:
    """Also those of its pages."""
    with AppTest.from_string("x = 1").run():
        mine = [name for name in sys.modules if name.startswith("nbapp_app_test")]
        assert mine
    assert not [name for name in mine if name in sys.modules]
