"""Errors of secrets, connections, options, and of what is known of a reader."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from nbapp.errors.names import did_you_mean
from nbapp.errors.roots import LocalizableStreamlitException, StreamlitAPIException, listed


class StreamlitSecretNotFoundError(LocalizableStreamlitException, FileNotFoundError):
    """There are no secrets to read; `is_broken` where a file is there and cannot be read."""

    def __init__(self, places: Iterable[Path], cause: str = "") -> None:
        self.is_broken = bool(cause)
        looked = listed([f"`{place}`" for place in places])
        if cause:
            super().__init__(f"`secrets.toml` cannot be read: {cause} Put it right, or look at docs/secrets.md.")
        else:
            super().__init__(
                f"There is no `secrets.toml`. It can stand at {looked}. Write one there, with a line such as "
                "`token = '...'`, and keep it out of version control."
            )

    def __str__(self) -> str:
        return str(self.args[0])


class SecretKeyError(KeyError):
    """A key is not among the secrets."""

    def __str__(self) -> str:
        return str(self.args[0])


def missing_secret(section: str, key: object, known: Iterable[str]) -> str:
    """Say that a table of `secrets.toml` has no such key; keys are no secrets, values are."""
    names = list(known)
    there = ", ".join(repr(name) for name in names[:10]) or "nothing"
    return f"`{section}` has no key {key!r}. It holds: {there}.{did_you_mean(key, names)} Add it to `secrets.toml`."


def read_only(what: str, advice: str) -> str:
    """Say that something cannot be set from a script."""
    return f"`{what}` can only be read. {advice}"


class UnknownOptionError(StreamlitAPIException, RuntimeError):
    """An option that nbapp does not have."""

    def __init__(self, name: object, known: Iterable[str]) -> None:
        names = list(known)
        advice = did_you_mean(name, names) or f" The options are {listed([f'`{option}`' for option in names])}."
        super().__init__(f"nbapp has no option `{name}`.{advice}")


class OptionNotSettableError(StreamlitAPIException):
    """An option that a running script cannot change."""

    def __init__(self, name: str, settable: Iterable[str]) -> None:
        super().__init__(
            f"`{name}` cannot be changed while an app runs. "
            f"A script can set {listed([f'`{one}`' for one in settable])}."
        )


class StreamlitInvalidURLError(LocalizableStreamlitException):
    """A link that leads nowhere."""

    def __init__(self, parameter: str, given: object) -> None:
        super().__init__(
            f"`{parameter}` is {given!r}. "
            "It must be a whole address that begins with 'https://', 'http://' or 'mailto:'."
        )


class StreamlitAuthError(StreamlitAPIException):
    """Somebody was to be logged in or out, which is not an app's to do here."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"`{what}` does nothing in nbapp: whoever serves the notebook knows who its reader is. Serve it with "
            "JupyterHub, or behind a proxy that asks for a login; `nbapp.user` tells a Hub's user."
        )


class NotServedHereError(StreamlitAPIException):
    """A web server was to be made by an app."""

    def __init__(self) -> None:
        super().__init__(
            "`App` makes a web application of a script, and an app of nbapp lives in a notebook's kernel. Publish the "
            "notebook with Voilà: `voila app.ipynb --template=nbapp`."
        )


class UserChangedError(StreamlitAPIException):
    """A script was to change who reads its page."""

    def __init__(self) -> None:
        super().__init__(read_only("user", "Keep values of your own in `session_state`."))


class ConnectionNameError(StreamlitAPIException, KeyError):
    """A variable of the environment was to name a connection, and is not set."""

    def __init__(self, variable: str) -> None:
        super().__init__(
            f"The variable `{variable}` is not set, and `connection('env:{variable}')` takes its name from it. "
            "Set it to the name of a table `[connections.<name>]` in `secrets.toml`."
        )

    def __str__(self) -> str:
        return str(self.args[0])


class ConnectionTypeError(StreamlitAPIException):
    """Nothing is known that makes a connection of this type."""

    def __init__(self, given: object, known: Iterable[str]) -> None:
        names = [repr(name) for name in known]
        super().__init__(
            f"`type` is {given!r}. It must be {listed(names)}, a class derived from "
            "`nbapp.connections.BaseConnection`, or the full name of one, such as 'my_package.MyConnection'."
            f"{did_you_mean(given, known)}"
        )


class ConnectionSettingsError(StreamlitAPIException):
    """A connection was asked for, and nothing says to what."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Nothing says what `connection({name!r})` connects to. Give `url='sqlite:///pets.db'`, or write a table "
            f"`[connections.{name}]` with a `url` in `secrets.toml`."
        )


class ConnectionAddressError(StreamlitAPIException, ValueError):
    """What says where a database is cannot be read; the address is not repeated, since it holds a password."""

    def __init__(self, name: str, setting: str) -> None:
        super().__init__(
            f"`{setting}` of `connection({name!r})` cannot be read. An address is "
            "'dialect+driver://user:password@host:port/database', with a port of digits alone; in a password, @ is "
            "written %40, / is %2F and : is %3A. Or give `dialect`, `username`, `password`, `host`, `port` and "
            "`database` one by one."
        )


class ConnectionNotHereError(StreamlitAPIException):
    """A connection that Streamlit has and nbapp has not."""

    def __init__(self, kind: str, advice: str) -> None:
        super().__init__(f"nbapp has no `{kind}`. {advice}")


def missing_driver(module: str, package: str, extra: str = "") -> str:
    """Say which package a connection needs."""
    more = f" (or `pip install 'nbapp[{extra}]'`)" if extra else ""
    return f"No module named '{module}'. This connection needs the package `{package}`: `pip install {package}`{more}."
