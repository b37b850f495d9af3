"""A parcel: an entry as bytes, for a store outside of the process.

    magic and format, 8 bytes · digest of all that follows, 32 bytes · length of the header, 4 bytes · header · body

The header is JSON: which function and which arguments the entry belongs to, when it was made, and of which versions
the libraries were whose objects are in it. The body is a pickle; it is opened only after everything else has been
found right.
"""

from __future__ import annotations

import importlib
import io
import json
import pickle
import struct
import sys
from typing import Any, NamedTuple

from nbapp.cache.hashing import blake
from nbapp.cache.replay import Step
from nbapp.errors import ParcelError

MAGIC = b"nbapp\x00\x00\x01"
"""The last byte is the format's version: one that nbapp does not know is not opened."""

STAMP = slice(len(MAGIC), len(MAGIC) + 32)
"""Where the digest stands: it tells two versions of an entry apart."""

LENGTH = struct.Struct("<I")


class Origin(NamedTuple):
    """Which function an entry comes from.

    Parameters
    ----------
    digest : str
        Of its module, its name, its source, and the version of Python.
    module : str
        The module's name in this process: classes that an entry calls by its own process's name are found here.
    """

    digest: str
    module: str


class Content(NamedTuple):
    """What is in a parcel."""

    value: Any
    steps: list[Step]
    outside: bool
    made: float


def pack(content: Content, origin: Origin, key: bytes) -> list[bytes]:
    """Make a parcel.

    Parameters
    ----------
    content : Content
        The entry.
    origin, key : Origin, bytes
        The call it belongs to.

    Returns
    -------
    list
        Its bytes, in parts: joining them would copy the body.

    Raises
    ------
    Exception
        Whatever pickle raises for what it cannot pickle.
    """
    body = io.BytesIO()
    pickler = _Pickler(body, protocol=5)
    pickler.rooms = set()
    pickler.dump(content[:3])
    about = {
        "function": origin.digest,
        "module": origin.module,
        "key": key.hex(),
        "made": content.made,
        "libraries": {room: version for room in sorted(pickler.rooms) if (version := _version(room)) is not None},
    }
    header = json.dumps(about).encode()
    parts: list[bytes] = [LENGTH.pack(len(header)), header, body.getvalue()]
    return [MAGIC, _digest(parts), *parts]


def unpack(data: bytes, origin: Origin, key: bytes) -> Content | None:
    """Open a parcel.

    Parameters
    ----------
    data : bytes
        What a store gave.
    origin, key : Origin, bytes
        The call it must belong to.

    Returns
    -------
    Content or None
        None if it was made with other versions of its libraries: it is right, but of no use here.

    Raises
    ------
    ParcelError
        If it is no parcel, or damaged, or another call's, or cannot be unpickled.
    """
    view = memoryview(data)
    start = STAMP.stop + LENGTH.size
    if view[: len(MAGIC)] != MAGIC:
        raise ParcelError("it is no entry of this version of nbapp")
    if len(data) < start or view[STAMP] != _digest([view[STAMP.stop :]]):
        raise ParcelError("it is damaged or was not written to its end")
    (length,) = LENGTH.unpack_from(view, STAMP.stop)
    about = _header(view[start : start + length])
    if (about["function"], about["key"]) != (origin.digest, key.hex()):
        raise ParcelError("it belongs to another function or to other arguments")
    if any(_version(room) != version for room, version in about["libraries"].items()):
        return None
    body = io.BytesIO(data)
    body.seek(start + length)
    unpickler = _Unpickler(body)
    unpickler.modules = {about["module"]: origin.module}
    try:
        value, steps, outside = unpickler.load()
        return Content(value, steps, outside, about["made"])
    except Exception as error:
        raise ParcelError(f"it cannot be unpickled ({type(error).__name__}: {error})") from error


def _header(data: memoryview) -> dict[str, Any]:
    """Read what a parcel says about itself."""
    try:
        about: dict[str, Any] = json.loads(bytes(data))
        texts = [about[name] for name in ("function", "module", "key")]
        if not (all(isinstance(text, str) for text in texts) and isinstance(about["made"], float)):
            raise TypeError(texts)
        about["libraries"].items()
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise ParcelError("what it says about itself cannot be read") from error
    return about


def _digest(parts: list[Any]) -> bytes:
    hasher = blake()
    for part in parts:
        hasher.update(part)
    digest: bytes = hasher.digest()[:32]
    return digest


def _version(room: str) -> str | None:
    """The version of a library, None if it says none, or cannot be imported here."""
    try:
        version = getattr(sys.modules.get(room) or importlib.import_module(room), "__version__", None)
    except Exception:  # noqa: BLE001  whatever goes wrong in there
        return None
    return version if isinstance(version, str) else None


class _Pickler(pickle.Pickler):
    """Notes whose objects it meets."""

    rooms: set[str]

    def reducer_override(self, obj: Any) -> Any:
        """Note the library of an object; it is pickled as ever."""
        kind = obj if isinstance(obj, type) else type(obj)
        self.rooms.add(str(kind.__module__).partition(".")[0])
        return NotImplemented


class _Unpickler(pickle.Unpickler):
    """Finds the classes of an app under the name that its module has in this process."""

    modules: dict[str, str]

    def find_class(self, module: str, name: str) -> Any:
        """Find a class or function by name."""
        return super().find_class(self.modules.get(module, module), name)
