"""Results outside of the process: other processes, damage, age. Real processes, real files."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from asking import Counter, ask, computed
from processes import Machine

from nbapp.cache.caches import Caches, shelf_of
from nbapp.cache.disk import Disk
from nbapp.cache.entry import Options
from nbapp.cache.shelf import Shelf
from nbapp.errors import CacheFolderRefusedError

KEY = ("nbapp.cache", "f", b"source")


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Processes that share a folder."""
    return Machine(tmp_path, "disk")


def test_result_survives_its_process(machine: Machine) -> None:
    """R157: the next one does not compute it, nor warn."""
    assert machine.run()[0] == "begun\n{'number': [3]}\n"
    assert machine.run() == ("{'number': [3]}\n", "")
    assert machine.calls == 1


def test_processes_compute_once(machine: Machine) -> None:
    """However many ask at the same time."""
    assert machine.run_together(3, 0.5) == ["{'number': [3]}"] * 3
    assert machine.calls == 1


def test_process_that_is_killed_leaves_nothing(machine: Machine) -> None:
    """Who waits for it computes."""
    with machine.start(60) as killed:
        assert killed.stdout is not None
        assert killed.stdout.readline() == "begun\n"
        waiting = machine.start()
        killed.kill()
    assert waiting.communicate(timeout=30)[0] == "begun\n{'number': [3]}\n"
    assert machine.calls == 2


def test_other_source_and_other_folder(machine: Machine) -> None:
    """Results belong to the source; and a script in another folder may read other files under the same names."""
    machine.run()
    machine.program.write_text(machine.program.read_text().replace("[number]", "[number + 1]"))
    assert machine.run()[0] == "begun\n{'number': [4]}\n"
    elsewhere = machine.folder / "elsewhere"
    elsewhere.mkdir()
    other = Machine(elsewhere, "disk", NBAPP_CACHE_DIR=str(machine.folder / "cache"))
    assert other.run()[0] == "begun\n{'number': [3]}\n"


def shelf(folder: Path, **options: Any) -> Shelf:
    """The shelf of a function, as a kernel has it."""
    made = shelf_of(KEY, Options(persist=str(folder), **options))
    assert made is not None
    return made


def kernels(folder: Path, **options: Any) -> list[Any]:
    """The cache of one function in two kernels."""
    return [Caches().of(KEY, Options(persist=str(folder), **options)) for _ in range(2)]


def damaged(data: bytes) -> dict[str, bytes]:
    """An entry as it must not be."""
    bit = data[:-1] + bytes([data[-1] ^ 1])
    return {"cut": data[:-3], "bit": bit, "empty": b"", "foreign": b"cos\nsystem\n(S'touch harm'\ntR."}


@pytest.mark.parametrize("damage", ["cut", "bit", "empty", "foreign"])
def test_damaged_entry_is_computed_anew(tmp_path: Path, damage: str, caplog: pytest.LogCaptureFixture) -> None:
    """It is never opened; the log says why, and the new one is good."""
    one, other = kernels(tmp_path)
    count = Counter()
    ask(one, count)
    (entry,) = tmp_path.rglob("*.entry")
    entry.write_bytes(damaged(entry.read_bytes())[damage])
    assert [ask(other, count), ask(one, count)] == [2, 2]
    (told,) = caplog.records
    assert "is not used, but computed anew" in told.getMessage()


def test_what_another_kernel_clears_is_gone(tmp_path: Path) -> None:
    """What memory has counts only while the store has it too."""
    one, other = kernels(tmp_path)
    count = Counter()
    assert [ask(one, count), ask(other, count), ask(other, count)] == [1, 1, 1]
    one.clear(b"a")
    assert [ask(other, count), ask(one, count)] == [2, 2]
    other.clear()
    assert [ask(one, count), ask(other, count)] == [3, 3]


@pytest.mark.parametrize("key", [(), (b"a",)], ids=["function", "entry"])
def test_clearing_by_another_kernel_in_the_middle_of_a_computation(tmp_path: Path, key: Any) -> None:
    """R164: what was begun before it is given to the caller, and kept nowhere."""
    one, other = kernels(tmp_path)
    assert ask(one, lambda: (other.clear(*key), computed("early"))[1]) == "early"
    assert not list(tmp_path.rglob("*.entry"))
    assert [ask(one, lambda: computed("late")), ask(other, Counter())] == ["late", "late"]


def test_clearing_while_the_result_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It goes with the others."""
    one, other = kernels(tmp_path)
    write = Disk.write
    monkeypatch.setattr(Disk, "write", lambda disk, *args: (other.clear(), write(disk, *args))[1])
    assert ask(one, lambda: computed("early")) == "early"
    assert (list(tmp_path.rglob("*.entry")), one.find(b"a")) == ([], None)


def test_age_counts_from_the_computation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """R157: unlike in Streamlit, `ttl` holds for stored results, in whichever kernel."""
    one, other = kernels(tmp_path, ttl=100.0)
    count, now = Counter(), time.time()
    ask(one, count)
    monkeypatch.setattr(time, "time", lambda: now + 99)
    assert ask(other, count) == 1
    monkeypatch.setattr(time, "time", lambda: now + 101)
    third = kernels(tmp_path, ttl=100.0)[0]
    assert ask(third, count) == 2
    other._store._now = lambda: time.monotonic() + 2
    assert ask(other, count) == 2


def test_limits_hold_in_the_store(tmp_path: Path) -> None:
    """The results used longest ago go from the disk, and with that from every memory."""
    one, other = kernels(tmp_path, max_entries=2)
    for key in (b"a", b"b"):
        ask(one, lambda key=key: computed(key), key)
        time.sleep(0.002)
    ask(one, Counter(), b"a")
    time.sleep(0.002)
    ask(other, lambda: computed(b"c"), b"c")
    assert {file.stem for file in tmp_path.rglob("*.entry")} == {b"a".hex(), b"c".hex()}
    assert one.find(b"b") is None
    assert one.find(b"a") is not None


def test_values_come_out_as_from_memory(tmp_path: Path) -> None:
    """Each caller has his own."""
    one, other = kernels(tmp_path)
    ask(one, lambda: computed([[1]]))
    ask(other, Counter())[0].append("harm")
    assert ask(other, Counter()) == [[1]]


def test_disk_that_is_full_is_no_error(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The result is kept in memory, and the log says so."""
    one = kernels(tmp_path)[0]
    (tmp_path / one.shelf._origin.digest).write_text("a file where a folder must be")
    count = Counter()
    assert [ask(one, count), ask(one, count)] == [1, 1]
    assert "kept in this process alone" in caplog.text


def test_value_that_cannot_leave_the_process(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """What was drawn may be what cannot be stored."""
    one = kernels(tmp_path)[0]
    drew = computed(1)._replace(steps=[lambda: None])
    assert [ask(one, lambda: drew), ask(one, Counter())] == [1, 1]
    assert "kept in this process alone" in caplog.text
    assert not list(tmp_path.rglob("*.entry"))


def test_folder_that_cannot_be_made_is_no_error(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Where a user has no home, say: results are kept in memory, and the log says so."""
    (tmp_path / "file").write_text("")
    one = kernels(tmp_path / "file" / "cache")[0]
    count = Counter()
    assert [ask(one, count), ask(one, count)] == [1, 1]
    assert "no folder for them" in caplog.text


def test_folder_of_others_is_an_error(tmp_path: Path) -> None:
    """Nothing is kept there, and nothing read."""
    tmp_path.chmod(0o777)
    with pytest.raises(CacheFolderRefusedError):
        shelf(tmp_path)
