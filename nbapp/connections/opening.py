"""`connection`: makes a connection, or returns the one that was made."""

from __future__ import annotations

import importlib
import inspect
import os
from datetime import timedelta
from functools import lru_cache
from types import FunctionType
from typing import Any, Literal, TypeVar, overload

from nbapp.cache.function import function_key
from nbapp.config.options import options
from nbapp.connections.foundation import BaseConnection
from nbapp.connections.snowflake import SnowflakeCallersRightsConnection, SnowflakeConnection
from nbapp.connections.sql import SQLConnection
from nbapp.elements.cache_resource import cache_resource
from nbapp.elements.secrets import Section, secrets
from nbapp.errors import ConnectionNameError, ConnectionTypeError, StreamlitValueError, missing_driver

Kind = type[BaseConnection[Any]]
Made = TypeVar("Made", bound=BaseConnection[Any])

KINDS: dict[str, Kind] = {
    "snowflake": SnowflakeConnection,
    "snowflake-callers-rights": SnowflakeCallersRightsConnection,
    "sql": SQLConnection,
}

PACKAGES = {"MySQLdb": "mysqlclient", "psycopg2": "psycopg2-binary", "sqlalchemy": "SQLAlchemy"}
"""Packages that are called otherwise than what is imported."""

EXTRAS = {"sqlalchemy": "sql"}


@overload
def connection(
    name: Literal["sql"],
    type: Literal["sql"] | None = None,
    max_entries: int | None = None,
    ttl: float | timedelta | None = None,
    **kwargs: Any,
) -> SQLConnection: ...


@overload
def connection(
    name: str,
    type: Literal["sql"],
    max_entries: int | None = None,
    ttl: float | timedelta | None = None,
    **kwargs: Any,
) -> SQLConnection: ...


@overload
def connection(
    name: str,
    type: type[Made],
    max_entries: int | None = None,
    ttl: float | timedelta | None = None,
    **kwargs: Any,
) -> Made: ...


@overload
def connection(
    name: str,
    type: str | None = None,
    max_entries: int | None = None,
    ttl: float | timedelta | None = None,
    **kwargs: Any,
) -> Any: ...


def connection(
    name: str,
    type: str | Kind | None = None,
    max_entries: int | None = None,
    ttl: float | timedelta | None = None,
    **kwargs: Any,
) -> Any:
    """Return a connection to a database or a service; it is made once and kept for all apps of the kernel.

    Settings come from the call or from the table `[connections.<name>]` in `secrets.toml`.

    Parameters
    ----------
    name : str
        Names the connection, and its table; "env:VARIABLE" for the name in a variable of the environment.
    type : str or class, optional
        "sql", a class derived from `nbapp.connections.BaseConnection`, or the full name of one. If it is not given:
        the `name`, if that is a type, else `type` in the table.
    max_entries : int, optional
        How many connections are kept; the one used longest ago is closed first.
    ttl : float or timedelta, optional
        How long a connection counts, in seconds.
    **kwargs : object
        Settings, for the class.

    Returns
    -------
    BaseConnection
        Of the class that `type` says.

    Raises
    ------
    ConnectionTypeError
        If there is no such type.
    ConnectionNameError
        If the variable that holds the name is not set.
    ModuleNotFoundError
        If a package is missing; it says which.

    Examples
    --------
    >>> import nbapp
    >>> nbapp.connection("sql", url="sqlite://").query("select 1 + 1 as two")
       two
    0    2
    """
    if name.startswith("env:"):
        name = _named_by(name.removeprefix("env:"))
    kind = _kind_of(name, type)
    scope = kind.scope()
    if scope not in ("global", "session"):
        raise StreamlitValueError("scope", ["'global'", "'session'"], scope, f"`{kind.__name__}.scope()` returns it.")
    if ttl is None:
        ttl = options.get("runner.connectionDefaultTTL")
    try:
        return _maker(ttl, max_entries, scope)(name, _version_of(kind), kind, **dict(sorted(kwargs.items())))
    except ModuleNotFoundError as error:
        module = error.name or ""
        root = module.partition(".")[0]
        package = PACKAGES.get(root, root)
        raise ModuleNotFoundError(missing_driver(module, package, EXTRAS.get(root, "")), name=error.name) from error


@lru_cache(maxsize=64)
def _maker(ttl: float | timedelta | None, max_entries: int | None, scope: Any) -> Any:
    """The cached function that makes connections of one lifetime."""

    def connection(name: str, version: str, _kind: Kind, /, **settings: Any) -> BaseConnection[Any]:
        return _kind(connection_name=name, **settings)

    connection.__qualname__ = f"{ttl}_{max_entries}_{scope}.<locals>.connection"
    decorate = cache_resource(
        ttl=ttl,
        max_entries=max_entries,
        scope=scope,
        show_spinner="Running `connection(...)`.",
        on_release=lambda made: made.close(),
        hash_funcs={FunctionType: function_key},
    )
    return decorate(connection)


def _kind_of(name: str, given: Any) -> Kind:
    """The class of a connection."""
    if given is None:
        given = name if name in KINDS else _type_in_secrets(name)
    if isinstance(given, str) and given in KINDS:
        return KINDS[given]
    kind = given
    if isinstance(given, str) and "." in given:
        module, _, attribute = given.rpartition(".")
        kind = getattr(importlib.import_module(module), attribute, None)
    if not (inspect.isclass(kind) and issubclass(kind, BaseConnection)):
        raise ConnectionTypeError(given, KINDS)
    return kind


def _named_by(variable: str) -> str:
    """The name in a variable of the environment."""
    try:
        return os.environ[variable]
    except KeyError:
        raise ConnectionNameError(variable) from None


def _type_in_secrets(name: str) -> Any:
    table = secrets.get("connections")
    for key in (name, "type"):
        table = table.get(key) if isinstance(table, Section) else None
    return table


def _version_of(kind: Kind) -> str:
    """What tells a class from others: a script defines its own anew in each run, and means the same one."""
    methods = [value for value in vars(kind).values() if inspect.isfunction(value)]
    return f"{kind.__module__}.{kind.__qualname__} {[function_key(method)[2] for method in methods]}"
