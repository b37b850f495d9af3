"""Sizes as a caller writes them, and the size of a value."""

from __future__ import annotations

import pickle
import re
from numbers import Integral
from typing import Any

from nbapp.errors import StreamlitInvalidParameterTypeError, StreamlitValueError

UNITS = {"b": 1, "kb": 2**10, "mb": 2**20, "gb": 2**30, "tb": 2**40}

TEXT = re.compile(r"(\d{1,50}(?:\.\d{0,50})?|\.\d{1,50}) ?([kmgt]?)i?b", re.ASCII | re.IGNORECASE)

ADVICE = "A unit counts in powers of 1024: 1 KB is 1024 bytes, and so is 1 KiB."


def bytes_of(size: int | str | None) -> int | None:
    """Return a size in bytes, None for no limit.

    Parameters
    ----------
    size : int, str or None
        Bytes, or a text such as "200MB" or "1.5 GiB".

    Raises
    ------
    StreamlitValueError
        If the text cannot be read, or the size is less than one byte.
    StreamlitInvalidParameterTypeError
        If it is neither a whole number nor a text.

    Examples
    --------
    >>> bytes_of("200MB"), bytes_of("1.5KiB"), bytes_of(512), bytes_of(None)
    (209715200, 1536, 512, None)
    """
    if size is None:
        return None
    count = 0
    if isinstance(size, str):
        if read := TEXT.fullmatch(size):
            count = int(float(read[1]) * UNITS[f"{read[2].lower()}b"])
    elif isinstance(size, Integral) and not isinstance(size, bool):
        count = int(size)
    else:
        raise StreamlitInvalidParameterTypeError(
            "max_size", ["a number of bytes", "a text such as '200MB'"], size, ADVICE
        )
    if count < 1:
        raise StreamlitValueError("max_size", ["a positive number of bytes", "a text such as '200MB'"], size, ADVICE)
    return count


def weight_of(value: Any) -> int:
    """Return how many bytes a value has when it is pickled, without keeping them.

    Examples
    --------
    >>> weight_of(b"x" * 1000) > 1000
    True
    """
    scale = _Scale()
    pickle.Pickler(scale, protocol=5).dump(value)
    return scale.bytes


class _Scale:
    """A file that counts what is written."""

    def __init__(self) -> None:
        self.bytes = 0

    def write(self, data: Any) -> int:
        """Count bytes."""
        count = memoryview(data).nbytes
        self.bytes += count
        return count
