"""`secrets.toml`: where it is looked for, when it is read again, and what of it goes into the environment."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from nbapp.errors import StreamlitSecretNotFoundError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

LOG = logging.getLogger("nbapp")

FOLDER, FILE = ".streamlit", "secrets.toml"

START = Path.cwd()
"""Where the process began: a kernel begins in its notebook's folder."""

Stamp = tuple[str, int, int]


def places() -> list[Path]:
    """Return the files that can hold secrets, the nearest first: the notebook's folder, the current one, the user's.

    Examples
    --------
    >>> places()[-1].parts[-2:]
    ('.streamlit', 'secrets.toml')
    """
    folders = [notebook_folder() or START, Path.cwd(), Path(os.path.expanduser("~"))]
    return list(dict.fromkeys(folder / FOLDER / FILE for folder in folders))


def notebook_folder() -> Path | None:
    """Return the folder of the notebook that this kernel was started for, where the server says so."""
    path = Path(os.environ.get("JPY_SESSION_NAME", ""))
    return path.parent if path.is_absolute() and path.parent.is_dir() else None


class SecretFiles:
    """The secrets of some files, read when they are asked for and again when a file has changed.

    A table or value of a nearer file goes before one of the same name farther away. Texts and numbers at the top of a
    file are put into the environment, where libraries look for their keys.

    Parameters
    ----------
    places : callable
        Returns the files, the nearest first; those that do not exist are passed over.
    """

    def __init__(self, places: Callable[[], Iterable[Path]] = places) -> None:
        self._places = places
        self._lock = threading.Lock()
        self._stamps: list[Stamp] = []
        self._table: dict[str, Any] = {}
        self._exported: dict[str, tuple[str, str | None]] = {}

    def read(self) -> dict[str, Any]:
        """Return all secrets as they stand in the files now; not to be changed.

        Raises
        ------
        StreamlitSecretNotFoundError
            If there is no file, or one cannot be read.
        """
        with self._lock:
            files = list(self._places())
            stamps = [stamp for file in files if (stamp := _stamp(file)) is not None]
            if not stamps:
                self._take({}, stamps)
                raise StreamlitSecretNotFoundError(files)
            if stamps != self._stamps:
                table: dict[str, Any] = {}
                for path, _, _ in reversed(stamps):
                    table.update(_parsed(Path(path), files))
                self._take(table, stamps)
            return self._table

    def export(self) -> bool:
        """Put what belongs there into the environment; returns whether there are secrets at all.

        A file that is there and cannot be read is warned of: a library would only miss its key.
        """
        try:
            self.read()
        except StreamlitSecretNotFoundError as error:
            if error.is_broken:
                LOG.warning("%s", error)
            return False
        return True

    def _take(self, table: dict[str, Any], stamps: list[Stamp]) -> None:
        self._table, self._stamps = table, stamps
        wanted = {key: str(value) for key, value in table.items() if type(value) in (str, int, float)}
        for key in self._exported.keys() - wanted.keys():
            value, covered = self._exported.pop(key)
            if os.environ.get(key) == value:
                _set(key, covered)
        for key, value in wanted.items():
            covered = self._exported[key][1] if key in self._exported else os.environ.get(key)
            if _set(key, value):
                self._exported[key] = (value, covered)


def _stamp(file: Path) -> Stamp | None:
    """What tells one version of a file from the next; None if there is no such file."""
    try:
        found = file.stat()
    except OSError:
        return None
    return str(file), found.st_mtime_ns, found.st_size


def _parsed(file: Path, files: list[Path]) -> dict[str, Any]:
    try:
        table: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8-sig"))
        return table
    except OSError as error:
        raise StreamlitSecretNotFoundError(files, f"`{file}`: {error.strerror}.") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise StreamlitSecretNotFoundError(files, f"`{file}` is no UTF-8 at line {line}.") from None
    except tomllib.TOMLDecodeError as error:
        raise StreamlitSecretNotFoundError(files, f"`{file}` is no TOML: {error}.") from None


def _set(key: str, value: str | None) -> bool:
    """Set a variable of the environment; returns whether it can be one."""
    try:
        if value is None:
            os.environ.pop(key, None)
        else:
            os.environ[key] = value
    except (OSError, ValueError):
        return False
    return True


secret_files = SecretFiles()
"""The secrets of this process."""
