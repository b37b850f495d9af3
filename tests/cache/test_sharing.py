"""Which values are shared, and which are not safe to share."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from nbapp.cache.sharing import way


@pytest.mark.parametrize("value", [1, "a", [1], {"a": 1}, object(), np.float64(1)])
def test_other_values_have_no_way(value: object) -> None:
    """They are left to pickle."""
    assert way(value) is None


@pytest.mark.parametrize(
    ("cells", "safe"),
    [(["a", None], True), ([1, 2.5], True), ([[1], [2]], False), ([{"a": 1}], False), ([object()], False)],
)
def test_objects_in_cells(cells: list[object], safe: bool) -> None:
    """A column of texts is shared, one of lists is not."""
    assert (way(pd.Series(cells, dtype=object)) is not None) is safe


def test_frame_of_another_class_is_not_shared() -> None:
    """A subclass may have more to it than pandas knows."""
    assert way(type("Special", (pd.DataFrame,), {})({"a": [1]})) is None


def test_frame_is_shared_until_it_is_written_to() -> None:
    """The copy that the caller gets is made by pandas when he writes."""
    frame = pd.DataFrame({"a": np.arange(5)})
    give = way(frame)
    assert give is not None
    given = give()
    assert np.shares_memory(given["a"].to_numpy(), frame["a"].to_numpy())
    given.loc[0, "a"] = 9
    assert give()["a"].tolist() == [0, 1, 2, 3, 4]
