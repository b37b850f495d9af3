"""Entries on disk: one file for each, in a folder that is this user's alone."""

from __future__ import annotations

import importlib
import os
import re
import secrets
import stat
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from nbapp.errors import CacheFolderRefusedError, ParcelError, missing_package

ENTRY, PART, LOCK = ".entry", ".part", ".lock"
"""How the names of files end: an entry, one that is being written, and the lock of who computes it."""

LEFT = 3600.0
"""Seconds after which a part that nobody has written to is left over."""

FUNCTION = re.compile("[0-9a-f]{32}")
"""How the folder of a function is called."""


def default_folder() -> Path:
    """Where results on disk are kept: the folder that `NBAPP_CACHE_DIR` names, else nbapp's own of the platform."""
    named = os.environ.get("NBAPP_CACHE_DIR")
    if named:
        return Path(named)
    import platformdirs

    return platformdirs.user_cache_path("nbapp", appauthor=False)


class Disk:
    """Entries in files.

    Parameters
    ----------
    folder : Path
        Made if it is not there.

    Raises
    ------
    CacheFolderRefusedError
        If somebody else could write into it.
    ModuleNotFoundError
        If `filelock` is not installed.
    """

    trust = 0.0
    away: tuple[type[Exception], ...] = ()
    failures: tuple[type[Exception], ...] = (OSError, NotImplementedError)  # the latter where files cannot be locked
    back = 0.0

    def __init__(self, folder: Path) -> None:
        try:
            self._locks = importlib.import_module("filelock")
        except ImportError:
            raise ModuleNotFoundError(missing_package("disk", "filelock", "cache"), name="filelock") from None
        self._swept: set[str] = set()
        self.folder = folder.absolute()
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if why := strangers(os.stat(self.folder)):
            raise CacheFolderRefusedError(self.folder, why)

    def __str__(self) -> str:
        return str(self.folder)

    def stamp(self, function: str, key: str) -> object:
        """Tell which version of an entry is there."""
        try:
            return _stamp(os.stat(self._file(function, key)))
        except FileNotFoundError:
            return None

    def read(self, function: str, key: str) -> tuple[bytes, object] | None:
        """Return an entry's bytes and its stamp."""
        try:
            with open(self._file(function, key), "rb") as file:
                about = os.fstat(file.fileno())
                if why := strangers(about):
                    raise ParcelError(f"its file {why}")
                return file.read(), _stamp(about)
        except FileNotFoundError:
            return None

    def write(self, function: str, key: str, parts: list[bytes], ttl: float | None) -> object:
        """Put an entry there: written beside, then renamed. Who is killed meanwhile leaves a part, and no entry."""
        part = self._file(function, key, f".{secrets.token_hex(4)}{PART}")
        part.parent.mkdir(mode=0o700, exist_ok=True)
        self._sweep(function)
        try:
            with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.writelines(parts)
            stamp = _stamp(os.stat(part))
            os.replace(part, self._file(function, key))
        except BaseException:  # a full disk must not stay full
            part.unlink(missing_ok=True)
            raise
        return stamp

    def use(self, function: str, key: str) -> None:
        """Note that an entry is used, as the time of its last access."""
        file = self._file(function, key)
        with suppress(OSError):  # it is gone, or it may only be read
            os.utime(file, ns=(time.time_ns(), os.stat(file).st_mtime_ns))

    def trim(self, function: str, most: int | None, room: int | None) -> None:
        """Drop the entries used longest ago."""
        entries = sorted(((about.st_atime_ns, about.st_size, file) for file, about in self._entries(function)))
        count, size = len(entries), sum(size for _, size, _ in entries)
        for _, bytes_, file in entries[:-1]:
            if (most is None or count <= most) and (room is None or size <= room):
                return
            file.unlink(missing_ok=True)
            if (held := self.try_lock(function, file.stem)) is not None:  # nobody computes it
                _remove(self._file(function, file.stem, LOCK))
                held.end()
            count, size = count - 1, size - bytes_

    def drop(self, function: str | None = None, key: str | None = None) -> None:
        """Drop an entry, those of a function, or all. Nothing but what nbapp has put there is touched."""
        if function is None:
            for folder in self.folder.iterdir():
                if FUNCTION.fullmatch(folder.name):
                    self.drop(folder.name)
        elif key is None:
            for ending in (LOCK, ENTRY, PART):
                for file in (self.folder / function).glob(f"*{ending}"):
                    _remove(file)
            with suppress(OSError):
                (self.folder / function).rmdir()
        else:
            _remove(self._file(function, key, LOCK))
            _remove(self._file(function, key))

    def try_lock(self, function: str, key: str) -> _Held | None:
        """Have an entry for oneself. Its lock ends with the process, however that ends."""
        file = self._file(function, key, LOCK)
        file.parent.mkdir(mode=0o700, exist_ok=True)
        lock = self._locks.FileLock(file, mode=0o600, thread_local=False)
        try:
            lock.acquire(blocking=False)
        except self._locks.Timeout:
            return None
        return _Held(lock, file)

    def _sweep(self, function: str) -> None:
        """Remove the parts that processes have left which were killed; once for each function is enough."""
        if function in self._swept:
            return
        self._swept.add(function)
        for part in (self.folder / function).glob(f"*{PART}"):
            with suppress(OSError):
                if time.time() - os.stat(part).st_mtime > LEFT:
                    part.unlink()

    def _file(self, function: str, key: str, ending: str = ENTRY) -> Path:
        return self.folder / function / (key + ending)

    def _entries(self, function: str) -> Iterator[tuple[Path, os.stat_result]]:
        for file in (self.folder / function).glob(f"*{ENTRY}"):
            with suppress(FileNotFoundError):
                yield file, os.stat(file)


class _Held:
    """A lock on an entry, and the file that it is on: who clears the entry removes that.

    Parameters
    ----------
    lock : filelock.BaseFileLock
        Held by this process.
    file : Path
        Its file.
    """

    def __init__(self, lock: Any, file: Path) -> None:
        self._lock = lock
        self._file = file
        self._identity = self._found()

    def lasts(self) -> bool:
        """Whether nobody has cleared the entry since."""
        return self._identity is not None and self._found() == self._identity

    def end(self) -> None:
        """Give the lock up."""
        with suppress(OSError):
            self._lock.release()

    def _found(self) -> tuple[int, int] | None:
        with suppress(FileNotFoundError):
            about = os.stat(self._file)
            return about.st_dev, about.st_ino
        return None


def strangers(about: os.stat_result) -> str:
    """Say why somebody else could have written a file; nothing if nobody could. (Windows has other means.)"""
    if not hasattr(os, "getuid"):
        return ""
    if about.st_uid != os.getuid():
        return "belongs to another user"
    return "can be written to by others" if about.st_mode & (stat.S_IWGRP | stat.S_IWOTH) else ""


def _stamp(about: os.stat_result) -> tuple[int, int, int]:
    return about.st_ino, about.st_size, about.st_mtime_ns


def _remove(file: Path) -> None:
    """Remove a file. (Windows refuses that for one which another process has open.)"""
    with suppress(FileNotFoundError, *((PermissionError,) if os.name == "nt" else ())):
        file.unlink()
