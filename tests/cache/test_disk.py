"""Entries on disk, and who may have put them there."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from nbapp.cache.disk import Disk, default_folder
from nbapp.errors import CacheFolderRefusedError, ParcelError

F, G = "f" * 32, "0" * 32


@pytest.fixture
def disk(tmp_path: Path) -> Disk:
    """An empty one."""
    return Disk(tmp_path / "cache")


def put(disk: Disk, key: str, data: bytes = b"data", function: str = F) -> object:
    """Put an entry there, used just now."""
    stamp = disk.write(function, key, [data[:2], data[2:]], None)
    disk.use(function, key)
    time.sleep(0.002)
    return stamp


def keys(disk: Disk, function: str = F) -> set[str]:
    """What it has of a function."""
    return {file.stem for file in (disk.folder / function).glob("*.entry")}


def test_entry_comes_back_with_its_stamp(disk: Disk) -> None:
    """Another version has another stamp; using an entry does not change it."""
    assert (disk.read(F, "a"), disk.stamp(F, "a")) == (None, None)
    stamp = put(disk, "a")
    assert disk.read(F, "a") == (b"data", stamp)
    assert disk.stamp(F, "a") == stamp
    assert put(disk, "a") != stamp


def test_nobody_else_may_look(disk: Disk) -> None:
    """Folder and files are the user's alone."""
    put(disk, "a")
    modes = [path.stat().st_mode & 0o777 for path in (disk.folder, disk.folder / F, disk.folder / F / "a.entry")]
    assert modes == [0o700, 0o700, 0o600]


def test_folder_of_others_is_refused(tmp_path: Path) -> None:
    """One that others can write to, or that belongs to somebody else."""
    tmp_path.chmod(0o777)
    with pytest.raises(CacheFolderRefusedError, match="written to by others"):
        Disk(tmp_path)
    tmp_path.chmod(0o700)
    if os.getuid() == 0:
        os.chown(tmp_path, 12345, 12345)
        with pytest.raises(CacheFolderRefusedError, match="another user"):
            Disk(tmp_path)


def test_file_of_others_is_not_read(disk: Disk) -> None:
    """Reading one would run what they have written."""
    put(disk, "a")
    (disk.folder / F / "a.entry").chmod(0o666)
    with pytest.raises(ParcelError, match="by others"):
        disk.read(F, "a")


def test_entries_used_longest_ago_go(disk: Disk) -> None:
    """Down to a number, or to a size; the newest stays even if it alone is too large."""
    for key in "abcd":
        put(disk, key)
    disk.use(F, "a")
    disk.trim(F, 3, None)
    assert keys(disk) == {"a", "c", "d"}
    disk.trim(F, None, 9)
    assert keys(disk) == {"a", "d"}
    disk.trim(F, None, 1)
    assert keys(disk) == {"a"}


def test_dropping(disk: Disk) -> None:
    """One entry, those of a function, all; what nbapp has not put there stays."""
    stranger = disk.folder / "notes.txt"
    stranger.write_text("mine")
    for function in (F, G):
        put(disk, "a", function=function)
        put(disk, "b", function=function)
    disk.drop(F, "a")
    assert (keys(disk), keys(disk, G)) == ({"b"}, {"a", "b"})
    disk.drop(G)
    assert (keys(disk), keys(disk, G)) == ({"b"}, set())
    disk.drop()
    assert list(disk.folder.iterdir()) == [stranger]
    disk.drop(F)
    disk.drop(F, "a")


HOLD = """
import sys, time
from pathlib import Path
from nbapp.cache.disk import Disk
disk = Disk(Path(sys.argv[1]))
release = disk.try_lock("f" * 32, "a")
with open(disk.folder / ("f" * 32) / "a.1.part", "wb") as part:
    part.write(b"half")
    part.flush()
    print("held", flush=True)
    time.sleep(60)
"""


def test_lock_ends_with_its_process(disk: Disk) -> None:
    """One that is killed while it writes leaves no entry, and its key to the next."""
    with subprocess.Popen([sys.executable, "-c", HOLD, str(disk.folder)], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        assert disk.try_lock(F, "a") is None
        holder.send_signal(signal.SIGKILL)
        holder.wait(5)
    assert disk.read(F, "a") is None
    hold = disk.try_lock(F, "a")
    assert hold is not None
    put(disk, "a")
    hold.end()
    assert {file.name for file in (disk.folder / F).iterdir()} == {"a.entry", "a.lock", "a.1.part"}
    os.utime(disk.folder / F / "a.1.part", (1, 1))
    put(Disk(disk.folder), "b")
    assert not list(disk.folder.rglob("*.part"))


def test_who_clears_ends_the_lock(disk: Disk) -> None:
    """Whoever computes is told that nobody wants his result; and the next need not wait for him."""
    for clear in (lambda: disk.drop(F, "a"), lambda: disk.drop(F), disk.drop):
        early = disk.try_lock(F, "a")
        assert early is not None
        assert early.lasts()
        clear()
        assert not early.lasts()
        late = disk.try_lock(F, "a")
        assert late is not None
        assert (early.lasts(), late.lasts()) == (False, True)
        early.end()
        assert late.lasts()
        late.end()


def test_trimming_leaves_who_computes_alone(disk: Disk) -> None:
    """An old entry goes; its lock stays if it is held."""
    put(disk, "a"), put(disk, "b"), put(disk, "c")
    hold = disk.try_lock(F, "a")
    disk.trim(F, 1, None)
    assert keys(disk) == {"c"}
    assert hold is not None
    assert hold.lasts()
    hold.end()
    assert {file.name for file in (disk.folder / F).glob("*.lock")} == {"a.lock"}


class Full:
    """Bytes that the disk has no room for."""

    def __iter__(self) -> Iterator[bytes]:
        yield b"some"
        raise OSError(errno.ENOSPC, "No space left on device")


def test_full_disk_does_not_stay_full(disk: Disk) -> None:
    """What was written so far is removed; the old entry stays."""
    put(disk, "a")
    with pytest.raises(OSError, match="No space"):
        disk.write(F, "a", Full(), None)
    assert [file.name for file in (disk.folder / F).iterdir()] == ["a.entry"]


def test_folder_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """By the environment; otherwise it is the platform's own place for such things."""
    monkeypatch.setenv("NBAPP_CACHE_DIR", str(tmp_path))
    assert default_folder() == tmp_path
    monkeypatch.delenv("NBAPP_CACHE_DIR")
    assert default_folder().name == "nbapp"


def test_package_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With the extra that has it."""
    monkeypatch.setitem(sys.modules, "filelock", None)
    with pytest.raises(ModuleNotFoundError, match=r"nbapp\[cache\]"):
        Disk(tmp_path)
