"""`user` and `context`: who reads the page, and in which browser."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from nbapp.errors import UserChangedError, did_you_mean
from nbapp.script.current import get_run

HUB_USER = "JUPYTERHUB_USER"
"""Where JupyterHub writes whose server it is."""


class User(Mapping[str, Any]):
    """Who reads the page: on JupyterHub the user whose server it is, elsewhere nobody that is known.

    It has `is_logged_in` in any case; `name` and, where the name is an address, `email` for a Hub's user. It can only
    be read, by key or as attributes.

    Examples
    --------
    >>> import nbapp
    >>> nbapp.user.is_logged_in
    False
    """

    __slots__ = ()

    def __getitem__(self, key: str) -> Any:
        if key == "tokens":
            return self.tokens
        claims = _claims()
        try:
            return claims[key]
        except KeyError:
            raise KeyError(_missing(key, claims)) from None

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # what IPython and copy look for
            raise AttributeError(name)
        claims = _claims()
        try:
            return claims[name]
        except KeyError:
            raise AttributeError(_missing(name, claims)) from None

    def __setattr__(self, name: str, value: Any) -> None:
        raise UserChangedError()

    def __setitem__(self, key: str, value: Any) -> None:
        raise UserChangedError()

    def __iter__(self) -> Iterator[str]:
        return iter(_claims())

    def __len__(self) -> int:
        return len(_claims())

    def __repr__(self) -> str:
        return f"user({dict(_claims())!r})"

    @property
    def tokens(self) -> Mapping[str, str]:
        """Tokens of a login: nbapp has none."""
        return MappingProxyType({})

    def to_dict(self) -> dict[str, Any]:
        """Return all that is known as a plain dict."""
        return dict(_claims())


class Cookies(Mapping[str, str]):
    """Cookies of the request for the page, by name; empty where the kernel is told of none.

    Parameters
    ----------
    texts : mapping
        Values by name.

    Examples
    --------
    >>> Cookies({"lang": "de"})["lang"], Cookies({}).get("lang")
    ('de', None)
    """

    __slots__ = ("_texts",)

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = dict(texts)

    def __getitem__(self, key: str) -> str:
        return self._texts[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def __repr__(self) -> str:
        return repr(self._texts)

    def to_dict(self) -> dict[str, str]:
        """Return them as a plain dict."""
        return dict(self._texts)


class Headers(Cookies):
    """Headers of the request for the page, whatever the case of the name; empty where the kernel is told of none.

    Parameters
    ----------
    texts : mapping
        Values by name.

    Examples
    --------
    >>> headers = Headers({"X-User": "ada"})
    >>> headers["x-user"], headers.get_all("X-User"), list(headers)
    ('ada', ['ada'], ['X-User'])
    """

    __slots__ = ()

    def __getitem__(self, key: str) -> str:
        for name, text in self._texts.items():
            if isinstance(key, str) and name.lower() == key.lower():
                return text
        raise KeyError(key)

    def get_all(self, key: str) -> list[str]:
        """Return all values of one name."""
        return [self[key]] if key in self else []


class Theme(Mapping[str, Any]):
    """The page's colors: `type` is "light", "dark" or, where no browser has told, None."""

    __slots__ = ()

    @property
    def type(self) -> str | None:
        """Return "light" or "dark"."""
        theme: str | None = _told("theme")
        return theme

    def __getitem__(self, key: str) -> Any:
        if key != "type":
            raise KeyError(key)
        return self.type

    def __iter__(self) -> Iterator[str]:
        return iter(("type",))

    def __len__(self) -> int:
        return 1

    def __repr__(self) -> str:
        return f"{{'type': {self.type!r}}}"


class Context:
    """What the reader's browser says of itself: time zone, language, address, theme; None where it has not said it.

    A browser tells when it opens the page, which may be after the first run: the app then runs once more, if it has
    looked. Nothing of it is proof: a browser can say anything. Headers are what a proxy makes of them.

    Attributes
    ----------
    timezone : str or None
        The name of the time zone: "Europe/Zurich".
    timezone_offset : int or None
        Minutes from local time to UTC: -60 in Zurich in winter.
    locale : str or None
        The language: "de-CH".
    url : str or None
        The address of the page, without its query.
    is_embedded : bool or None
        Whether the page stands in a frame of another.
    theme : Theme
        `theme.type` is "light" or "dark".
    headers : Headers
        Those that Voilà was told to hand on (`VoilaConfiguration.http_header_envs`); empty elsewhere.
    cookies : Cookies
        Those of the header `Cookie`, if that is handed on.
    ip_address : str or None
        None: a kernel is not told. A proxy may tell in a header.

    Examples
    --------
    >>> import nbapp
    >>> nbapp.context.timezone  # doctest: +SKIP
    'Europe/Zurich'
    """

    __slots__ = ()

    @property
    def timezone(self) -> str | None:
        """The name of the browser's time zone."""
        zone: str | None = _told("timezone")
        return zone

    @property
    def timezone_offset(self) -> int | None:
        """Minutes from the browser's local time to UTC."""
        minutes: int | None = _told("timezone_offset")
        return minutes

    @property
    def locale(self) -> str | None:
        """The browser's language."""
        language: str | None = _told("locale")
        return language

    @property
    def url(self) -> str | None:
        """The address of the page, without its query."""
        address: str | None = _told("url")
        return address

    @property
    def is_embedded(self) -> bool | None:
        """Whether the page stands in a frame of another."""
        embedded: bool | None = _told("embedded")
        return embedded

    @property
    def theme(self) -> Theme:
        """The page's colors."""
        return Theme()

    @property
    def headers(self) -> Headers:
        """Headers of the request for the page, as far as the server hands them on."""
        run = get_run()
        return Headers({} if run is None else run.session.surroundings.headers)

    @property
    def cookies(self) -> Cookies:
        """Cookies of the request for the page, where the server hands on the header `Cookie`."""
        parts = (part.partition("=") for part in self.headers.get("Cookie", "").split(";"))
        return Cookies({name.strip(): text.strip().strip('"') for name, equals, text in parts if equals})

    @property
    def ip_address(self) -> str | None:
        """A kernel is not told."""
        return None

    def __repr__(self) -> str:
        names = ("timezone", "timezone_offset", "locale", "url", "is_embedded", "theme")
        return f"context({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"


def _claims() -> Mapping[str, Any]:
    """What is known of the user."""
    run = get_run()
    given = None if run is None else run.session.surroundings.user
    if given is not None:
        return given
    name = os.environ.get(HUB_USER)
    if not name:
        return {"is_logged_in": False}
    return {"is_logged_in": True, "name": name, **({"email": name} if "@" in name else {})}


def _missing(name: str, claims: Mapping[str, Any]) -> str:
    known = ", ".join(f"`{claim}`" for claim in claims)
    return f"`user` has no `{name}`. It has {known}.{did_you_mean(name, claims)}"


def _told(name: str) -> Any:
    """What the browser of this run's page has said of itself."""
    run = get_run()
    return None if run is None else run.session.surroundings.look_up(name)


user = User()
"""Who reads the page."""

context = Context()
"""In which browser the page is read."""
