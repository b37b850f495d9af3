"""Values as bytes: two values have the same digest only if they are of one type and equal in all that counts.

Nothing is sampled. BLAKE3 does the work, or BLAKE2: fast enough for large frames, and nobody can make up a value that
collides with another one's. Arrays and frames are in `tables`.
"""

from __future__ import annotations

import dataclasses
import enum
import functools
import hashlib
import importlib
import inspect
import io
import os
import re
import struct
import tempfile
import uuid
from array import array
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, defaultdict, deque
from collections.abc import Callable, ItemsView, Iterable, KeysView, Mapping, ValuesView
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from decimal import Decimal
from fractions import Fraction
from pathlib import PurePath
from types import BuiltinFunctionType, GetSetDescriptorType, MappingProxyType, ModuleType
from typing import Any
from weakref import WeakKeyDictionary

from nbapp.cache import tables
from nbapp.errors import UnhashableTypeError, UserHashError

HashFuncs = Mapping[type | str, Callable[[Any], Any]]
"""How to hash what nbapp cannot: a function by type, or by `"module.Type"`."""


def fastest() -> Callable[[], Any]:
    """Find what makes digests: BLAKE3 where it is installed (the extra `cache`), else BLAKE2: slower, and as exact."""
    try:
        made: Callable[[], Any] = importlib.import_module("blake3").blake3
    except ImportError:
        made = hashlib.blake2b
    return made


blake = fastest()


class Hasher:
    """Takes values in, gives one digest out.

    Parameters
    ----------
    hash_funcs : mapping, optional
        Functions by type that turn a value into one that can be hashed.

    Examples
    --------
    >>> digest_of([1, 2]) == digest_of([1, 2]), digest_of(1) == digest_of(1.0)
    (True, False)
    """

    def __init__(self, hash_funcs: HashFuncs | None = None) -> None:
        self._hash = blake()
        self._pending = bytearray()
        self._inside: dict[int, int] = {}
        self.hash_funcs = hash_funcs or {}

    def digest(self) -> bytes:
        """Return what tells all the values so far from all others: 32 bytes."""
        self._hash.update(self._pending)
        self._pending = bytearray()
        digest: bytes = self._hash.digest()[:32]
        return digest

    def add(self, value: Any) -> None:
        """Take in a value.

        Raises
        ------
        UnhashableTypeError
            If it, or one inside it, cannot be told apart from others.
        UserHashError
            If a function of `hash_funcs` fails.
        """
        kind = type(value)
        if self.hash_funcs and (own := self._own(kind)) is not None:
            self._add_own(own, kind, value)
            return
        write = WRITERS.get(kind) or _writer(kind)
        if write is None:
            raise UnhashableTypeError(value)
        write(self, value)

    def raw(self, tag: bytes, data: bytes | bytearray | memoryview = b"") -> None:
        """Take in bytes, under a tag that says what they are."""
        pending = self._pending
        pending += b"%b:%d:" % (tag, len(data))
        if len(data) < LARGE:
            pending += data
        if len(pending) + len(data) >= LARGE:
            self._hash.update(pending)
            self._pending = bytearray()
            if len(data) >= LARGE:
                self._hash.update(data)

    def items(self, tag: bytes, values: Iterable[Any], count: int) -> None:
        """Take in values one after another."""
        self.raw(b"%b*%d" % (tag, count))
        for value in values:
            self.add(value)

    def held(self, tag: bytes, owner: Any, values: Iterable[Any], count: int) -> None:
        """Take in what an object holds. One that holds itself counts as how far up it stands."""
        place = id(owner)
        if place in self._inside:
            self.raw(b"cycle", b"%d" % (len(self._inside) - self._inside[place]))
            return
        self._inside[place] = len(self._inside)
        try:
            self.items(tag, values, count)
        finally:
            del self._inside[place]

    def _own(self, kind: type) -> Callable[[Any], Any] | None:
        return self.hash_funcs.get(kind) or self.hash_funcs.get(named(kind))

    def _add_own(self, own: Callable[[Any], Any], kind: type, value: Any) -> None:
        try:
            stand_in = own(value)
        except Exception as error:
            raise UserHashError(named(kind), getattr(own, "__name__", repr(own)), error) from error
        self.raw(b"own", named(kind).encode())
        if type(stand_in) is kind:
            write = WRITERS.get(kind) or _writer(kind)
            if write is None:
                raise UnhashableTypeError(stand_in)
            write(self, stand_in)
        else:
            self.add(stand_in)


def digest_of(value: Any, hash_funcs: HashFuncs | None = None) -> bytes:
    """Return the digest of one value."""
    hasher = Hasher(hash_funcs)
    hasher.add(value)
    return hasher.digest()


def named(kind: type) -> str:
    """Return a type's module and name."""
    return f"{kind.__module__}.{kind.__qualname__}"


Write = Callable[[Hasher, Any], None]

LARGE = 1 << 16
"""Bytes that are not gathered first."""

MANY = 16
"""Items from which on a list is looked at as a whole."""


def _text(hasher: Hasher, value: str) -> None:
    hasher.raw(b"str", value.encode("utf-8", "surrogatepass"))


def _sequence(hasher: Hasher, value: Any) -> None:
    tag = named(type(value)).encode()
    if len(value) < MANY or hasher.hash_funcs or not _alike(hasher, tag, value):
        hasher.held(tag, value, value, len(value))


def _alike(hasher: Hasher, tag: bytes, value: Iterable[Any]) -> bool:
    """Take in many numbers or texts of one type at once; False if that is not what these are."""
    kinds = set(map(type, value))
    try:
        if kinds == {int}:
            data = array("q", value)
        elif kinds == {float}:
            data = array("d", value)
        elif kinds == {str}:
            data = array("q", map(len, value))
        else:
            return False
    except OverflowError:
        return False
    kind = kinds.pop()
    hasher.raw(tag + b" of " + kind.__name__.encode(), data.tobytes())
    if kind is str:
        hasher.raw(b"text", "".join(value).encode("utf-8", "surrogatepass"))
    return True


def _mapping(hasher: Hasher, value: Any) -> None:
    pairs = (part for pair in value.items() for part in pair)
    hasher.held(named(type(value)).encode(), value, pairs, len(value))


def _set(hasher: Hasher, value: Any) -> None:
    digests = sorted(digest_of(item, hasher.hash_funcs) for item in value)
    hasher.raw(named(type(value)).encode(), b"".join(digests))


def _shown(hasher: Hasher, value: Any) -> None:
    hasher.raw(named(type(value)).encode(), repr(value).encode("utf-8", "surrogatepass"))


def _name(hasher: Hasher, value: Any) -> None:
    hasher.raw(b"name", f"{getattr(value, '__module__', '')}.{value.__qualname__}".encode())


def _enum(hasher: Hasher, value: enum.Enum) -> None:
    hasher.raw(b"enum", named(type(value)).encode())
    hasher.items(b"member", (value.name, value._value_), 2)


def _fields(hasher: Hasher, value: Any) -> None:
    """Take in a dataclass or a pydantic model: its type, and what its fields hold."""
    if dataclasses.is_dataclass(value):
        held = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    else:
        held = {**vars(value), **(getattr(value, "__pydantic_extra__", None) or {})}
    pairs = (part for pair in held.items() for part in pair)
    hasher.held(b"fields " + named(type(value)).encode(), value, pairs, len(held))


def _partial(hasher: Hasher, value: functools.partial[Any]) -> None:
    hasher.items(b"partial", (value.func, value.args, value.keywords), 3)


def _file(hasher: Hasher, value: Any) -> None:
    """Take in a file: its name, when it was changed, and where it is read from."""
    name = str(value.name)
    hasher.items(b"file", (name, os.path.getmtime(name), value.tell()), 3)


def _buffer(hasher: Hasher, value: io.StringIO | io.BytesIO) -> None:
    hasher.items(b"buffer", (value.tell(), value.getvalue()), 2)


def _image(hasher: Hasher, value: Any) -> None:
    palette = value.getpalette() if value.mode == "P" else None
    hasher.items(b"image", (value.mode, value.size, palette, value.tobytes()), 4)


WRITERS: dict[type, Write] = {
    type(None): lambda hasher, value: hasher.raw(b"None"),
    type(...): lambda hasher, value: hasher.raw(b"..."),
    bool: lambda hasher, value: hasher.raw(b"True" if value else b"False"),
    int: lambda hasher, value: hasher.raw(b"int", b"%x" % value),
    float: lambda hasher, value: hasher.raw(b"float", struct.pack("<d", value)),
    complex: lambda hasher, value: hasher.raw(b"complex", struct.pack("<dd", value.real, value.imag)),
    str: _text,
    bytes: lambda hasher, value: hasher.raw(b"bytes", value),
    bytearray: lambda hasher, value: hasher.raw(b"bytearray", value),
    memoryview: lambda hasher, value: hasher.items(b"view", (value.format, value.shape, value.tobytes()), 3),
    array: lambda hasher, value: hasher.items(b"array", (value.typecode, value.tobytes()), 2),
    slice: lambda hasher, value: hasher.items(b"slice", (value.start, value.stop, value.step), 3),
    re.Pattern: lambda hasher, value: hasher.items(b"pattern", (value.pattern, value.flags), 2),
    ModuleType: lambda hasher, value: hasher.raw(b"module", value.__name__.encode()),
    BuiltinFunctionType: lambda hasher, value: hasher.items(b"builtin", (value.__qualname__, value.__module__), 2),
    functools.partial: _partial,
    io.StringIO: _buffer,
    io.BytesIO: _buffer,
    **dict.fromkeys((list, tuple, deque, UserList, range), _sequence),
    **dict.fromkeys((dict, OrderedDict, defaultdict, Counter, MappingProxyType, UserDict, ChainMap), _mapping),
    **dict.fromkeys((set, frozenset), _set),
    **dict.fromkeys((date, datetime, time, timedelta, timezone, Decimal, Fraction, uuid.UUID), _shown),
    **dict.fromkeys((type({}.keys()), type({}.values()), type({}.items())), _sequence),
}
WRITERS[range] = _shown
WRITERS[GetSetDescriptorType] = _name


_found: WeakKeyDictionary[type, Write | None] = WeakKeyDictionary()


def _writer(kind: type) -> Write | None:
    """How a type that is not in the list is taken in; weakly remembered, for a run's own classes come and go."""
    try:
        return _found[kind]
    except KeyError:
        _found[kind] = write = _find_writer(kind)
        return write


def _find_writer(kind: type) -> Write | None:
    """How a type is taken in: as what it is derived from, or by its own library's means."""
    if issubclass(kind, type):
        return _name
    if issubclass(kind, enum.Enum):
        return _enum
    if (write := tables.writer(kind)) is not None:
        return write
    if dataclasses.is_dataclass(kind) or any(hasattr(kind, name) for name in ("__pydantic_fields__", "__fields_set__")):
        return _fields
    if any(base.__module__ == "PIL.Image" and base.__name__ == "Image" for base in kind.__mro__):
        return _image
    if issubclass(kind, (io.IOBase, tempfile._TemporaryFileWrapper)) and hasattr(kind, "name"):
        return _file
    if issubclass(kind, (PurePath, tzinfo)) or kind.__module__ == "zoneinfo":
        return _shown
    if inspect.isbuiltin(kind):
        return _name
    return _as_base(kind)


def _as_base(kind: type) -> Write | None:
    """How a class derived from a container or a plain value is taken in; an object of its own kind is not."""
    if issubclass(kind, (list, tuple, deque, UserList, ItemsView, KeysView, ValuesView)):
        return _sequence
    if issubclass(kind, (dict, UserDict)):
        return _mapping
    if issubclass(kind, (set, frozenset)):
        return _set
    for base in (bool, int, float, complex, str, bytes):
        if issubclass(kind, base):
            return functools.partial(_plain, base)
    return None


def _plain(base: type, hasher: Hasher, value: Any) -> None:
    hasher.raw(b"derived", named(type(value)).encode())
    WRITERS[base](hasher, base(value))
