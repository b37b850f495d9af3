"""Connections to databases, by SQLAlchemy."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from nbapp.connections.foundation import BaseConnection
from nbapp.elements.cache_data import cache_data
from nbapp.errors import ConnectionAddressError, ConnectionSettingsError, StreamlitMissingRequiredParameterError

if TYPE_CHECKING:
    import pandas
    from sqlalchemy import URL, Connection, Engine
    from sqlalchemy.orm import Session

PLACE = ("url", "dialect", "driver", "username", "password", "host", "port", "database", "query")
"""Settings that say where the database is; all others are `create_engine`'s."""

ATTEMPTS = 3
PAUSE = 1.0
"""Seconds between two attempts to connect."""

RUNNING = "Running `sql.query(...)`."


class SQLConnection(BaseConnection["Engine"]):
    """A connection to a database, by SQLAlchemy: `connection("sql")`, or `connection(name, type="sql")`.

    Settings come from the call or from `[connections.<name>]` in `secrets.toml`; those of the call go first. Either
    `url`, or `dialect` with `driver`, `username`, `password`, `host`, `port`, `database` and `query` as far as the
    database needs them; all others go to SQLAlchemy's `create_engine`, as do those of a table `create_engine_kwargs`.

    Parameters
    ----------
    connection_name : str
        Names the table of `secrets.toml`.
    **kwargs : object
        Settings; `autocommit=True` for a connection without transactions.

    Examples
    --------
    >>> import nbapp
    >>> pets = nbapp.connection("pets", type="sql", url="sqlite://")
    >>> pets.query("select :n as n", params={"n": 3})
       n
    0  3
    """

    def _connect(self, autocommit: bool = False, **kwargs: Any) -> Engine:
        import sqlalchemy

        place = {name: kwargs.pop(name) for name in PLACE if name in kwargs}
        settings = self._secrets.to_dict()
        settings.pop("type", None)
        url = self._url({**settings, **place})
        more = {**_more_of(url), **settings.get("create_engine_kwargs", {}), **kwargs}
        engine = sqlalchemy.create_engine(url, **more)
        return engine.execution_options(isolation_level="AUTOCOMMIT") if autocommit else engine

    def _url(self, settings: Mapping[str, Any]) -> URL:
        """Where the database is."""
        from sqlalchemy import URL, make_url
        from sqlalchemy.exc import ArgumentError

        if not settings:
            raise ConnectionSettingsError(self._connection_name)
        if "url" in settings:
            try:
                return make_url(settings["url"])
            except (ArgumentError, ValueError):  # the latter for a port
                raise ConnectionAddressError(self._connection_name, "url") from None
        if "dialect" not in settings:
            raise StreamlitMissingRequiredParameterError("dialect", "Give it, or a whole `url`, to the connection.")
        driver = f"+{settings['driver']}" if settings.get("driver") else ""
        parts = {name: settings.get(name) for name in ("username", "password", "host", "database")}
        try:
            port = int(settings["port"]) if settings.get("port") else None
        except ValueError:
            raise ConnectionAddressError(self._connection_name, "port") from None
        return URL.create(f"{settings['dialect']}{driver}", **parts, port=port, query=settings.get("query", {}))

    def __repr__(self) -> str:
        return f"<SQLConnection {self._connection_name!r} {self._instance.url.render_as_string(hide_password=True)}>"

    def query(
        self,
        sql: str,
        *,
        show_spinner: bool | str = RUNNING,
        ttl: float | timedelta | str | None = None,
        index_col: str | list[str] | None = None,
        chunksize: int | None = None,
        params: Any | None = None,
        **kwargs: Any,
    ) -> pandas.DataFrame | Iterator[pandas.DataFrame]:
        """Return the rows of a query, from the cache if it was asked before.

        Where the connection itself fails, it is made anew, three times at most. To write, use `session`.

        Parameters
        ----------
        sql : str
            The query; `:name` stands for a parameter.
        show_spinner : bool or str
            Whether a reader sees that it works, or what he reads meanwhile.
        ttl : float, timedelta or str, optional
            How long the rows count; for good if it is not given.
        index_col : str or list of str, optional
            Columns that become the index.
        chunksize : int, optional
            Return frames of so many rows one after another; they are not kept.
        params : dict, optional
            The parameters.
        **kwargs : object
            For `pandas.read_sql`.

        Returns
        -------
        DataFrame
            The rows; of the caller's own.
        """
        wanted = {"index_col": index_col, "params": params, **kwargs}
        if chunksize is not None:
            return self._chunks(sql, chunksize, wanted)
        made = self._connected()
        frame: pandas.DataFrame = _reader(ttl, show_spinner)(made, sql, self, **wanted)
        return frame

    def connect(self) -> Connection:
        """Return a new connection of SQLAlchemy's, to be used with `with`.

        Returns
        -------
        sqlalchemy.Connection
            From the engine's pool.
        """
        return self._instance.connect()

    @property
    def engine(self) -> Engine:
        """SQLAlchemy's engine."""
        return self._instance

    @property
    def driver(self) -> str:
        """The name of the driver: "pysqlite"."""
        return self._instance.driver

    @property
    def session(self) -> Session:
        """A new session of SQLAlchemy's, to be used with `with`; write by it, and `commit()`."""
        from sqlalchemy.orm import Session

        return Session(self._instance)

    def reset(self) -> None:
        """Close what is open: the database is connected anew when it is used next."""
        self.close()
        super().reset()

    def close(self) -> None:
        """Close what is open."""
        engine = self._raw_instance
        if engine is not None:
            engine.dispose()

    def _read(self, sql: str, wanted: dict[str, Any]) -> pandas.DataFrame:
        """Ask the database; once more where it is the connection that failed, and not the query."""
        import pandas
        from sqlalchemy import text

        for attempt in range(1, ATTEMPTS + 1):
            try:
                with self._instance.connect() as opened:
                    frame: pandas.DataFrame = pandas.read_sql(text(sql), opened, **wanted)
                return frame
            except Exception as error:
                if attempt == ATTEMPTS or not _is_disconnected(error):
                    raise
            self.reset()
            time.sleep(PAUSE)
        raise AssertionError("the last attempt returns or raises")

    def _chunks(self, sql: str, chunksize: int, wanted: dict[str, Any]) -> Iterator[pandas.DataFrame]:
        import pandas
        from sqlalchemy import text

        with self._instance.connect() as opened:
            yield from pandas.read_sql(text(sql), opened, chunksize=chunksize, **wanted)


def _is_disconnected(error: BaseException) -> bool:
    """Whether the connection itself has failed; pandas may have wrapped what SQLAlchemy says."""
    from sqlalchemy.exc import DBAPIError

    told = error if isinstance(error, DBAPIError) else error.__cause__
    return isinstance(told, DBAPIError) and (told.statement is None or told.connection_invalidated)


@lru_cache(maxsize=64)
def _reader(ttl: float | timedelta | str | None, show_spinner: bool | str) -> Any:
    """The cached function for queries that are kept so long."""

    def query(connection: str, sql: str, _connection: SQLConnection, /, **wanted: Any) -> pandas.DataFrame:
        return _connection._read(sql, wanted)

    query.__qualname__ = f"{ttl}.<locals>.query"
    return cache_data(ttl=ttl, show_spinner=show_spinner)(query)


def _more_of(url: URL) -> dict[str, Any]:
    """What SQLAlchemy is told of a database in memory: all threads see the same one."""
    if url.get_backend_name() != "sqlite" or url.database not in (None, "", ":memory:"):
        return {}
    from sqlalchemy.pool import StaticPool

    return {"poolclass": StaticPool, "connect_args": {"check_same_thread": False}}
