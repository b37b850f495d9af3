"""`login`, `logout` and `App`: what an app of a notebook leaves to whoever serves it."""

from __future__ import annotations

from typing import Any, NoReturn

from nbapp.errors import NotServedHereError, StreamlitAuthError


def login(provider: str | None = None) -> NoReturn:
    """Raise an error that says who logs readers in: JupyterHub, or a proxy in front of Voilà.

    Parameters
    ----------
    provider : str, optional
        Who would have vouched for the reader.

    Raises
    ------
    StreamlitAuthError
        Always.

    Examples
    --------
    >>> import nbapp
    >>> nbapp.login()  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    nbapp.errors.config.StreamlitAuthError: `login` does nothing in nbapp: ...
    """
    raise StreamlitAuthError("login")


def logout() -> NoReturn:
    """Raise an error that says who logs readers out: JupyterHub, or a proxy in front of Voilà.

    Raises
    ------
    StreamlitAuthError
        Always.

    Examples
    --------
    >>> import nbapp
    >>> nbapp.logout()  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    nbapp.errors.config.StreamlitAuthError: `logout` does nothing in nbapp: ...
    """
    raise StreamlitAuthError("logout")


class App:
    """Raises an error that says how an app is published: with Voilà.

    Parameters
    ----------
    script_path : str
        The script that would have been served.
    **options : object
        How.

    Raises
    ------
    NotServedHereError
        Always.

    Examples
    --------
    >>> import nbapp
    >>> nbapp.App("app.py")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    nbapp.errors.config.NotServedHereError: `App` makes a web application of a script, ...
    """

    def __init__(self, script_path: str, **options: Any) -> None:
        raise NotServedHereError()
