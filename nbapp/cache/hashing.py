"""Values as bytes: two values have the same digest only if they are of one type and equal in all that counts.

Nothing is sampled. BLAKE3 does the work, or BLAKE2: fast enough for large frames, and nobody can make up a value that
collides with another one's. Arrays and frames are in `tables`, files and images in `files`.
"""

from __future__ import annotations

import dataclasses
import enum
import functools
import hashlib
import importlib
import re
import struct
import uuid
from array import array
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, defaultdict, deque
from collections.abc import Callable, ItemsView, Iterable, KeysView, Mapping, ValuesView
from contextlib import suppress
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from decimal import Decimal
from fractions import Fraction
from pathlib import PurePath
from types import BuiltinFunctionType, CodeType, MappingProxyType, ModuleType
from typing import Any
from weakref import WeakKeyDictionary

from nbapp.cache import files, tables
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

    def note(self, tag: bytes, *parts: object) -> None:
        """Take in what a value is made like: types, names, shapes. The functions of `hash_funcs` do not see it."""
        self.raw(tag, repr(parts).encode("utf-8", "surrogatepass"))

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

    def attributes(self, value: Any) -> None:
        """Take in what an object has besides what its base class holds, as far as that can be told apart."""
        held = getattr(value, "__dict__", None)
        if not held or id(held) in self._inside:
            return
        self._inside[id(held)] = len(self._inside)
        try:
            for name, item in held.items():
                inner = Hasher(self.hash_funcs)
                inner._inside = self._inside
                with suppress(UnhashableTypeError):
                    inner.add(item)
                    self.note(b"attribute", name)
                    self.raw(b"value", inner.digest())
        finally:
            del self._inside[id(held)]

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


def _default_dict(hasher: Hasher, value: defaultdict[Any, Any]) -> None:
    """Take in a dict and what makes its missing values: a function by its name and what it does."""
    factory: Any = value.default_factory
    code = getattr(factory, "__code__", None)
    constants = [each for each in code.co_consts if not isinstance(each, CodeType)] if code is not None else None
    made = None if factory is None else getattr(factory, "__qualname__", named(type(factory)))
    hasher.note(b"factory", made, getattr(code, "co_code", None), constants)
    _mapping(hasher, value)


def _deque(hasher: Hasher, value: deque[Any]) -> None:
    hasher.note(b"deque", value.maxlen)
    _sequence(hasher, value)


def _shown(hasher: Hasher, value: Any) -> None:
    hasher.raw(named(type(value)).encode(), repr(value).encode("utf-8", "surrogatepass"))


def _moment(hasher: Hasher, value: datetime | time) -> None:
    """Take in a moment, and its time zone as that is taken in: not every zone shows which one it is."""
    text = datetime.isoformat(value) if isinstance(value, datetime) else time.isoformat(value)
    hasher.note(named(type(value)).encode(), text, value.fold)
    hasher.add(value.tzinfo)


def _name(hasher: Hasher, value: Any) -> None:
    hasher.raw(b"name", f"{getattr(value, '__module__', '')}.{value.__qualname__}".encode())


def _enum(hasher: Hasher, value: enum.Enum) -> None:
    hasher.note(b"enum", named(type(value)), value.name)
    hasher.add(value._value_)


def _fields(hasher: Hasher, value: Any) -> None:
    """Take in a dataclass or a pydantic model: its type, and what its fields hold."""
    if dataclasses.is_dataclass(value):
        held = {field.name: getattr(value, field.name, None) for field in dataclasses.fields(value)}
    else:
        held = {**vars(value), **(getattr(value, "__pydantic_extra__", None) or {})}
    hasher.note(b"fields", named(type(value)), *held)
    hasher.held(b"values", value, held.values(), len(held))


def _partial(hasher: Hasher, value: functools.partial[Any]) -> None:
    hasher.items(b"partial", (value.func, value.args, value.keywords), 3)


def _builtin(hasher: Hasher, value: Any) -> None:
    """Take in a function of C; a method, such as `"a".join`, with its object."""
    hasher.note(b"builtin", value.__qualname__, value.__module__)
    hasher.add(value.__self__)


def _view(hasher: Hasher, value: memoryview) -> None:
    hasher.note(b"view", value.format, value.shape)
    hasher.raw(b"bytes", value.tobytes())


def _numbers(hasher: Hasher, value: array[Any]) -> None:
    hasher.note(b"array", value.typecode)
    hasher.raw(b"bytes", value.tobytes())


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
    memoryview: _view,
    array: _numbers,
    slice: lambda hasher, value: hasher.items(b"slice", (value.start, value.stop, value.step), 3),
    re.Pattern: lambda hasher, value: hasher.note(b"pattern", value.pattern, value.flags),
    ModuleType: lambda hasher, value: hasher.raw(b"module", value.__name__.encode()),
    BuiltinFunctionType: _builtin,
    functools.partial: _partial,
    deque: _deque,
    defaultdict: _default_dict,
    ChainMap: lambda hasher, value: hasher.held(b"chain", value, value.maps, len(value.maps)),
    **dict.fromkeys((list, tuple, UserList), _sequence),
    **dict.fromkeys((dict, OrderedDict, Counter, MappingProxyType, UserDict), _mapping),
    **dict.fromkeys((set, frozenset), _set),
    **dict.fromkeys((datetime, time), _moment),
    **dict.fromkeys((date, timedelta, timezone, Decimal, Fraction, uuid.UUID, range), _shown),
    **dict.fromkeys((type({}.keys()), type({}.values()), type({}.items())), _sequence),
}


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
    if (write := tables.writer(kind) or files.writer(kind)) is not None:
        return write
    if dataclasses.is_dataclass(kind) or any(hasattr(kind, name) for name in ("__pydantic_fields__", "__fields_set__")):
        return _fields
    if issubclass(kind, (PurePath, tzinfo)):
        return _shown if kind.__repr__ is not object.__repr__ else None
    return _as_base(kind)


def _as_base(kind: type) -> Write | None:
    """How a class derived from a container or a plain value is taken in; an object of its own kind is not."""
    for base in kind.__mro__:
        if base in PLAIN:
            return functools.partial(_plain, WRITERS[base], PLAIN[base])
        if base in OPEN:
            return functools.partial(_derived, WRITERS[base])
    return _sequence if issubclass(kind, (ItemsView, KeysView, ValuesView)) else None


OPEN = frozenset(
    {*(list, tuple, deque, UserList, dict, OrderedDict, defaultdict, Counter, UserDict, ChainMap, set, frozenset)}
    | {datetime, time, bytearray}
)
"""Types whose derived classes are taken in as they are themselves."""

PLAIN: dict[type, Callable[[Any], Any]] = {
    **{base: base for base in (int, float, complex, str, bytes, Decimal, Fraction)},
    date: lambda value: date(value.year, value.month, value.day),
    timedelta: lambda value: timedelta(value.days, value.seconds, value.microseconds),
}
"""Types whose derived classes are taken in as a value of the type itself, and how that is made."""


def _derived(write: Write, hasher: Hasher, value: Any) -> None:
    """Take in a container or a moment of a derived class."""
    write(hasher, value)
    hasher.attributes(value)


def _plain(write: Write, plain: Callable[[Any], Any], hasher: Hasher, value: Any) -> None:
    """Take in a number or text of a derived class."""
    hasher.note(b"derived", named(type(value)))
    write(hasher, plain(value))
    hasher.attributes(value)
