"""`login`, `logout` and `App` say what to use instead."""

from __future__ import annotations

import pytest

from nbapp.elements.accounts import App, login, logout
from nbapp.errors import NotServedHereError, StreamlitAuthError


def test_a_login_is_the_servers() -> None:
    """JupyterHub is named."""
    for call, name in ((login, "login"), (lambda: login("google"), "login"), (logout, "logout")):
        with pytest.raises(StreamlitAuthError, match=rf"`{name}` does nothing.*JupyterHub"):
            call()


def test_an_app_is_published_with_voila() -> None:
    """The command is named."""
    with pytest.raises(NotServedHereError, match=r"voila app\.ipynb"):
        App("app.py", debug=True)
