"""Connections to databases and services, made once and kept: `connection("sql")`.

`foundation` has what every connection can, `sql` the one for databases, `opening` the function that makes and keeps
them.
"""

from __future__ import annotations

from nbapp.connections.foundation import BaseConnection
from nbapp.connections.snowflake import SnowflakeCallersRightsConnection, SnowflakeConnection
from nbapp.connections.sql import SQLConnection

__all__ = ["BaseConnection", "SQLConnection", "SnowflakeCallersRightsConnection", "SnowflakeConnection"]
