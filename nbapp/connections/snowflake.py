"""The connections to Snowflake that Streamlit has: they say what to use."""

from __future__ import annotations

from typing import Any, NoReturn

from nbapp.connections.foundation import BaseConnection
from nbapp.errors import ConnectionNotHereError

ADVICE = (
    "Use SQLAlchemy's: `pip install snowflake-sqlalchemy`, then `connection(name, type='sql', url='snowflake://...')`."
)


class SnowflakeConnection(BaseConnection[Any]):
    """Raises an error that says what to use: `connection(name, type="sql", url="snowflake://...")`.

    Parameters
    ----------
    connection_name : str
        Its name.
    **kwargs : object
        Its settings.

    Raises
    ------
    ConnectionNotHereError
        Always.
    """

    def _connect(self, **kwargs: Any) -> NoReturn:
        raise ConnectionNotHereError(type(self).__name__, ADVICE)


class SnowflakeCallersRightsConnection(SnowflakeConnection):
    """Raises an error that says what to use; callers' rights are those of Streamlit in Snowflake.

    Parameters
    ----------
    connection_name : str
        Its name.
    **kwargs : object
        Its settings.

    Raises
    ------
    ConnectionNotHereError
        Always.
    """
