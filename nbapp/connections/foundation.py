"""What every connection can: be made of settings, be made anew, be closed."""

from __future__ import annotations

import threading
import uuid
from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any, Generic, Literal, TypeVar

from nbapp.elements.secrets import Section, secrets
from nbapp.errors import StreamlitSecretNotFoundError

Raw = TypeVar("Raw")

NOTHING: Mapping[str, Any] = {}


class BaseConnection(ABC, Generic[Raw]):
    """A connection that is made once and kept: derive from it for `connection(name, type=YourConnection)`.

    A class of your own has `_connect`, which makes what is connected, and methods that use `self._instance`. What is
    connected is made anew after `reset()`, and when its table in `secrets.toml` has changed.

    Parameters
    ----------
    connection_name : str
        Names the table `[connections.<name>]` in `secrets.toml`.
    **kwargs : object
        Handed to `_connect`.

    Examples
    --------
    >>> import nbapp
    >>> class Greeter(nbapp.connections.BaseConnection[dict]):
    ...     def _connect(self, greeting="Hello"):
    ...         return {"greeting": greeting}
    ...
    ...     def greet(self, name):
    ...         return f"{self._instance['greeting']} {name}"
    >>> nbapp.connection("polite", type=Greeter, greeting="Good day").greet("Ada")
    'Good day Ada'
    """

    def __init__(self, connection_name: str, **kwargs: Any) -> None:
        self._connection_name = connection_name
        self._kwargs = kwargs
        self._connection_instance_id = uuid.uuid4().hex
        self._lock = threading.RLock()
        self._made_of = self._secrets.to_dict()
        self._raw_instance: Raw | None = self._connect(**kwargs)

    def __getattr__(self, name: str) -> Any:
        if not name.startswith("_") and hasattr(self.__dict__.get("_raw_instance"), name):
            raise AttributeError(
                f"A `{type(self).__name__}` has no `{name}`; what it connects has: `._instance.{name}`."
            )
        raise AttributeError(f"A `{type(self).__name__}` has no `{name}`.")

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._connection_name!r}>"

    @property
    def _secrets(self) -> Section:
        """The table of `secrets.toml` for this connection; empty where there is none."""
        path = f"secrets.connections.{self._connection_name}"
        try:
            tables = secrets.get("connections")
        except StreamlitSecretNotFoundError as error:
            if error.is_broken:
                raise
            tables = None
        found = tables.get(self._connection_name) if isinstance(tables, Section) else None
        return found if isinstance(found, Section) else Section(path, lambda: NOTHING)

    @property
    def _instance(self) -> Raw:
        """What is connected; made anew if it has to be."""
        with self._lock:
            settings = self._secrets.to_dict()
            if settings != self._made_of:
                self._made_of = settings
                self._connection_instance_id = uuid.uuid4().hex
                self.reset()
            if self._raw_instance is None:
                self._raw_instance = self._connect(**self._kwargs)
            return self._raw_instance

    def _connected(self) -> str:
        """See to it that it is connected; returns what results are kept by: another one where the settings changed."""
        with self._lock:
            _ = self._instance
            return self._connection_instance_id

    def reset(self) -> None:
        """Let go of what is connected: it is made anew when it is used next.

        Examples
        --------
        >>> import nbapp
        >>> nbapp.connection("sql", url="sqlite://").reset()
        """
        self._raw_instance = None

    def close(self) -> None:
        """Close what is connected; called when the connection is let go. Does nothing unless a class says otherwise."""

    @classmethod
    def scope(cls) -> Literal["global", "session"]:
        """Return who shares a connection: all apps of the kernel ("global"), or nobody beside one app ("session")."""
        return "global"

    @abstractmethod
    def _connect(self, **kwargs: Any) -> Raw:
        """Make what is connected.

        Parameters
        ----------
        **kwargs : object
            What `connection` was given.
        """
