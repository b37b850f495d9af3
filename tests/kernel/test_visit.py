"""What Voilà tells of a visitor's request."""

from __future__ import annotations

import pytest
from front_end import FrontEnd

from nbapp.kernel.visit import request_headers


@pytest.mark.parametrize(("preheat", "told"), [("False", {"X-Forwarded-User": "ada"}), ("True", {}), (None, {})])
def test_headers_are_those_of_the_kernels_own_visitor(
    preheat: str | None, told: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kernel that was there before its visitor may have those of another one."""
    monkeypatch.setenv("HTTP_X_FORWARDED_USER", "ada")
    monkeypatch.setenv("HTTP_PROXY", "http://name:password@proxy")
    if preheat is None:
        monkeypatch.delenv("VOILA_PREHEAT", raising=False)
    else:
        monkeypatch.setenv("VOILA_PREHEAT", preheat)
    assert {name: text for name, text in request_headers().items() if name in ("X-Forwarded-User", "Proxy")} == told


@pytest.mark.kernel
def test_an_app_sees_them() -> None:
    """In Voilà."""
    env = {"SERVER_SOFTWARE": "voila/0.5.13", "VOILA_PREHEAT": "False", "HTTP_X_FORWARDED_USER": "ada"}
    front = FrontEnd(env=env, subshells=False)
    try:
        front.run("%load_ext nbapp\nimport nbapp as st")
        page = front.app("st.text(st.context.headers.get('x-forwarded-user'))")
        front.rest()
        assert page.bodies("text") == ["ada"]
    finally:
        front.close()
