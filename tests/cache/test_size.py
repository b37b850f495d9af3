"""Sizes as callers write them, and what values weigh."""

from __future__ import annotations

import pickle

import numpy as np
import pytest

from nbapp.cache.size import bytes_of, weight_of
from nbapp.errors import StreamlitInvalidParameterTypeError, StreamlitValueError


@pytest.mark.parametrize(
    ("size", "count"),
    [
        (None, None),
        (5, 5),
        (np.int64(7), 7),
        ("200MB", 200 * 2**20),
        ("1.1KB", 1126),
        ("1 GiB", 2**30),
        (".5tb", 2**39),
    ],
)
def test_size_in_bytes(size: object, count: int | None) -> None:
    """Numbers are bytes, units powers of 1024."""
    assert bytes_of(size) == count


@pytest.mark.parametrize("size", [0, -1, "", "5", "5 MB ", "1e3MB", "MB", "0MB", "0.1B"])
def test_size_that_cannot_be(size: object) -> None:
    """What is no size is refused."""
    with pytest.raises(StreamlitValueError, match="max_size"):
        bytes_of(size)


@pytest.mark.parametrize("size", [True, 2.5, [1]])
def test_size_of_another_type(size: object) -> None:
    """Neither are other things."""
    with pytest.raises(StreamlitInvalidParameterTypeError, match="max_size"):
        bytes_of(size)


@pytest.mark.parametrize("value", [1, "text", [1, "a"] * 1000, np.zeros(10_000), {"a": np.zeros((3, 3))}])
def test_weight_is_that_of_the_pickle(value: object) -> None:
    """Counted without being kept."""
    assert weight_of(value) == len(pickle.dumps(value, 5))
