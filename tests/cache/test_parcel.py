"""An entry as bytes: what comes out is what went in, or nothing does."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nbapp.cache.hashing import digest_of
from nbapp.cache.parcel import LENGTH, MAGIC, STAMP, Content, Origin, _digest, pack, unpack
from nbapp.cache.replay import Step
from nbapp.errors import ParcelError

ORIGIN = Origin("0" * 32, "module")
STEP = Step(0, "text", {"body": "a"}, None, False, False, 1)


def packed(value: Any, key: bytes = b"key", origin: Origin = ORIGIN) -> bytes:
    """A parcel."""
    return b"".join(pack(Content(value, [STEP], False, 5.0), origin, key))


VALUES = st.recursive(
    st.none() | st.integers() | st.text() | st.binary() | st.builds(np.arange, st.integers(1, 5)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(VALUES, st.binary(max_size=32))
def test_what_comes_out_is_what_went_in(value: Any, key: bytes) -> None:
    """Any value, any arguments."""
    content = unpack(packed(value, key), ORIGIN, key)
    assert content is not None
    assert digest_of(content.value) == digest_of(value)
    assert content[1:] == ([STEP], False, 5.0)


WHOLE = packed({"frame": pd.DataFrame({"a": [1, 2]}), "text": "abc"})


@given(st.integers(0, len(WHOLE) - 1), st.integers(1, 255))
def test_changed_byte_is_noticed(place: int, change: int) -> None:
    """Wherever it is, nothing is unpickled."""
    data = bytearray(WHOLE)
    data[place] ^= change
    with pytest.raises(ParcelError):
        unpack(bytes(data), ORIGIN, b"key")


@given(st.integers(0, len(WHOLE) - 1))
def test_missing_end_is_noticed(length: int) -> None:
    """A file that was not written to its end."""
    with pytest.raises(ParcelError):
        unpack(WHOLE[:length], ORIGIN, b"key")


@pytest.mark.parametrize(("origin", "key"), [(Origin("1" * 32, "module"), b"key"), (ORIGIN, b"other"), (ORIGIN, b"")])
def test_parcel_of_another_call(origin: Origin, key: bytes) -> None:
    """A file that was renamed."""
    with pytest.raises(ParcelError, match="another function"):
        unpack(WHOLE, origin, key)


@pytest.mark.parametrize("header", [b"", b"\xff", b"[]", b"5", b"{}", b'{"function": 1, "module": "", "key": ""}'])
def test_parcel_that_somebody_else_made(header: bytes) -> None:
    """Its digest is right, and what it says about itself is nonsense."""
    parts = [LENGTH.pack(len(header)), header, b"body"]
    with pytest.raises(ParcelError, match="about itself"):
        unpack(b"".join([MAGIC, _digest(parts), *parts]), ORIGIN, b"key")


def test_library_that_breaks_when_it_is_imported(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The entry is of no use here, and that is no error."""
    module = ModuleType("fragile")
    module.__version__ = "1"
    monkeypatch.setitem(sys.modules, "fragile", module)
    exec("class Point:\n    x = 1", module.__dict__)
    data = packed(module.Point())
    monkeypatch.delitem(sys.modules, "fragile")
    (tmp_path / "fragile.py").write_text("raise RuntimeError('no')")
    monkeypatch.syspath_prepend(tmp_path)
    assert unpack(data, ORIGIN, b"key") is None


def test_other_versions_of_a_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """An entry with objects of pandas is of no use to another pandas; one without does not care."""
    plain = packed([1, 2])
    monkeypatch.setattr(pd, "__version__", "99")
    assert unpack(WHOLE, ORIGIN, b"key") is None
    assert unpack(plain, ORIGIN, b"key") is not None


def test_class_of_an_app(monkeypatch: pytest.MonkeyPatch) -> None:
    """The module of an app has another name in each kernel; its classes are found all the same."""
    modules = [ModuleType(name) for name in ("app_one", "app_two")]
    for module in modules:
        monkeypatch.setitem(sys.modules, module.__name__, module)
        exec("class Point:\n    x = 1", module.__dict__)
    data = packed(modules[0].Point(), origin=Origin("0" * 32, "app_one"))
    content = unpack(data, Origin("0" * 32, "app_two"), b"key")
    assert content is not None
    assert isinstance(content.value, modules[1].Point)


def test_class_that_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be unpickled says so, as any other entry that is of no use."""
    module = ModuleType("brief")
    monkeypatch.setitem(sys.modules, "brief", module)
    exec("class Point:\n    x = 1", module.__dict__)
    data = packed(module.Point())
    del module.Point
    with pytest.raises(ParcelError, match="unpickled"):
        unpack(data, ORIGIN, b"key")


def test_two_versions_have_two_stamps() -> None:
    """A store tells by a few bytes at the front which version it has."""
    assert packed(1)[STAMP] != packed(2)[STAMP]
    assert packed(1)[STAMP] == packed(1)[STAMP]
