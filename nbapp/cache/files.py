"""How files, buffers and images become bytes."""

from __future__ import annotations

import io
import os
import tempfile
from typing import TYPE_CHECKING, Any

from nbapp.cache.tables import Write

if TYPE_CHECKING:
    from nbapp.cache.hashing import Hasher


def writer(kind: type) -> Write | None:
    """Return how a type of file, buffer or image is taken in, None for any other type.

    Examples
    --------
    >>> writer(int) is None
    True
    """
    if any(base.__module__ == "PIL.Image" and base.__name__ == "Image" for base in kind.__mro__):
        return _image
    if issubclass(kind, (io.StringIO, io.BytesIO)):
        return _buffer
    if issubclass(kind, (io.IOBase, tempfile._TemporaryFileWrapper)) and hasattr(kind, "name"):
        return _file
    return None


def _file(hasher: Hasher, value: Any) -> None:
    """Take in a file: its name, its size, when it was changed, and where it is read from."""
    name = str(value.name)
    about = os.stat(name)
    hasher.note(b"file", name, about.st_size, about.st_mtime_ns, value.tell())


def _buffer(hasher: Hasher, value: io.StringIO | io.BytesIO) -> None:
    hasher.note(b"buffer", type(value).__module__, type(value).__qualname__, value.tell())
    hasher.add(value.getvalue())


def _image(hasher: Hasher, value: Any) -> None:
    """Take in an image: its cells, and what else says how it looks."""
    data = value.tobytes()  # first: this reads the file, if it has not been read yet
    palette = (value.palette.mode, bytes(value.getpalette(None))) if value.palette is not None else None
    hasher.note(b"image", value.mode, value.size, palette, *(value.info.get(name) for name in ("transparency", "exif")))
    hasher.raw(b"cells", data)
