"""Rows on demand, in any order, and one id for one content."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pandas as pd
import pytest

from nbapp.errors import RowsRefusedError
from nbapp.session.sources import FIRST, MOST, Source, Sources


@pytest.fixture
def people() -> pd.DataFrame:
    """A table with a tie, a gap and an index of names."""
    frame = {"age": [30.0, None, 30.0, 7.0], "name": ["b", "a", None, "a"]}
    return pd.DataFrame(frame, index=["p", "q", "r", "s"])


def test_rows_are_a_window(people: pd.DataFrame) -> None:
    """A window of rows has the index first, and None for what is missing."""
    source = Source(1, people)
    assert source.rows(1, 3, None) == [["q", None, "a"], ["r", 30.0, None]]
    assert source.rows(3, 10, None) == [["s", 7.0, "a"]]
    assert source.rows(4, 4, None) == []


@pytest.mark.parametrize(("direction", "names"), [("asc", "sprq"), ("desc", "prsq")])
def test_sort_is_stable_and_missing_is_last(people: pd.DataFrame, direction: str, names: str) -> None:
    """Equal values keep their order both ways, and a missing one comes last both ways."""
    rows = Source(1, people).rows(0, 4, [1, direction])
    assert "".join(str(row[0]) for row in rows) == names


@pytest.mark.parametrize(
    "values",
    [
        pd.Categorical(["lo", "hi", None, "lo"], categories=["lo", "hi"], ordered=True),
        pd.array([1, 3, None, 1], dtype="Int64"),
        pd.to_datetime(["2020-01-01", "2021-01-01", None, "2020-01-01"]),
        pd.to_datetime(["2020-01-01", "2021-01-01", None, "2020-01-01"], utc=True),
        pd.to_timedelta([1, 5, None, 1], unit="h"),
        np.array([1, "x", None, 1], dtype=object),
        np.array([[1], {"b": 2}, None, [1]], dtype=object),
        [False, True, None, False],
    ],
    ids=["ordered", "nullable", "datetime", "zoned", "duration", "mixed", "nested", "bool"],
)
def test_every_kind_of_column_sorts(values: object) -> None:
    """Whatever a column holds it can be sorted, both ways."""
    source = Source(1, pd.DataFrame({"v": values}))
    assert [row[0] for row in source.rows(0, 4, [1, "asc"])] == [0, 3, 1, 2]
    assert [row[0] for row in source.rows(0, 4, [1, "desc"])] == [1, 0, 3, 2]


def test_sort_agrees_with_pandas() -> None:
    """Many random numbers are sorted as pandas sorts them."""
    random = np.random.default_rng(0)
    frame = pd.DataFrame({"n": random.choice([1.5, 2.5, np.nan, -1.0], 300)})
    for direction in ("asc", "desc"):
        mine = [row[0] for row in Source(1, frame).rows(0, 300, [1, direction])]
        assert mine == list(frame.sort_values("n", ascending=direction == "asc", kind="stable").index)


@pytest.mark.parametrize(
    ("start", "end", "sort"),
    [
        (-1, 5, None),
        (5, 4, None),
        (0, MOST + 1, None),
        (0.0, 5, None),
        (True, 5, None),
        ("0", 5, None),
        (None, None, None),
        (0, 5, [9, "asc"]),
        (0, 5, [-1, "asc"]),
        (0, 5, [True, "asc"]),
        (0, 5, ["age", "asc"]),
        (0, 5, [0, "up"]),
        (0, 5, [0]),
        (0, 5, "asc"),
        (0, 5, {"column": 0}),
    ],
)
def test_strange_requests_are_refused(people: pd.DataFrame, start: object, end: object, sort: object) -> None:
    """What the page itself would never ask for is refused."""
    with pytest.raises(RowsRefusedError):
        Source(1, people).rows(start, end, sort)


def test_two_orders_are_remembered(people: pd.DataFrame) -> None:
    """Only the newest orders are kept."""
    source = Source(1, people)
    for column, direction in [(0, "asc"), (1, "asc"), (2, "desc"), (1, "asc")]:
        source.rows(0, 4, [column, direction])
    assert list(source._orders) == [(2, "desc"), (1, "asc")]


def test_same_content_keeps_its_id(people: pd.DataFrame) -> None:
    """The same frame, a copy of it and a frame computed again are one source."""
    sources = Sources()
    first = sources.add(people)
    assert sources.add(people) is first
    assert sources.add(people.copy(deep=True)) is first
    assert sources.add(pd.DataFrame(people.to_dict("list"), index=people.index)) is first
    assert len(sources) == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda frame: frame.__setitem__("age", [1.0, 2.0, 3.0, 4.0]),
        lambda frame: frame.__setitem__("more", 1),
        lambda frame: frame.loc.__setitem__(("p", "age"), 31.0),
        lambda frame: frame.__setattr__("index", list("wxyz")),
        lambda frame: frame.__setattr__("columns", ["age", "called"]),
        lambda frame: frame.index.set_names("who", inplace=True),
        lambda frame: frame.pop("age"),
    ],
    ids=["column", "new column", "cell", "index", "labels", "index name", "fewer columns"],
)
def test_a_frame_changed_in_place_is_seen(people: pd.DataFrame, change: object) -> None:
    """A change of the frame gives a new source, and the old one still shows what it did."""
    sources = Sources()
    first = sources.add(people)
    before = first.rows(0, 4, None)
    change(people)  # type: ignore[operator]
    assert sources.add(people) is not first
    assert first.rows(0, 4, None) == before


def test_lists_in_cells_are_compared_by_what_they_show() -> None:
    """Cells that can change unseen are looked at again."""
    frame = pd.DataFrame({"tags": [["a"], ["b"]]})
    sources = Sources()
    first = sources.add(frame)
    assert sources.add(frame) is first
    frame.loc[0, "tags"].append("c")
    second = sources.add(frame)
    assert second is not first
    assert second.first == [[0, '["a", "c"]'], [1, '["b"]']]


def test_without_index_is_another_source(people: pd.DataFrame) -> None:
    """The same frame with and without its index has two ids."""
    sources = Sources()
    assert sources.add(people).id != sources.add(people, index=False).id


def test_what_the_page_dropped_is_forgotten(people: pd.DataFrame) -> None:
    """Only the kept ids still answer."""
    sources = Sources()
    first, second = sources.add(people), sources.add(people, index=False)
    sources.keep([second.id])
    ask = {"t": "rows", "request": 7, "start": 0, "end": 1, "sort": None}
    assert sources.answer({**ask, "source": first.id})["rows"] == []
    assert sources.answer({**ask, "source": second.id}) == {
        "t": "rows",
        "source": second.id,
        "request": 7,
        "start": 0,
        "rows": [[30.0, "b"]],
        "total": 4,
    }


@pytest.mark.parametrize("message", [{}, {"source": "1", "request": 1}, {"source": 1, "request": [1]}])
def test_a_malformed_message_is_refused(message: dict[str, object]) -> None:
    """Ids that are no numbers are refused, not looked up."""
    with pytest.raises(RowsRefusedError):
        Sources().answer(message)


def test_an_endless_run_does_not_pile_up_tables() -> None:
    """Tables that replace each other within one run are let go."""
    shown: list[int] = []
    sources = Sources(lambda: shown)
    for number in range(500):
        shown[:] = [sources.add(pd.DataFrame({"n": [number]})).id]
    assert len(sources) < 50
    assert sources[shown[0]].first == [[0, 499]]


def test_a_wide_table_begins_with_fewer_rows() -> None:
    """The first rows are many, but not many cells."""
    assert len(Source(1, pd.DataFrame(np.zeros((5000, 3)))).first) == FIRST
    assert len(Source(1, pd.DataFrame(np.zeros((5000, 1000)))).first) == 20


@pytest.mark.parametrize("frame", [pd.DataFrame(), pd.DataFrame({"a": []}), pd.DataFrame(index=[1, 2])])
def test_empty_tables(frame: pd.DataFrame) -> None:
    """A table without rows or without columns is a table."""
    source = Source(1, frame, index=False)
    assert source.total == len(frame)
    assert source.rows(0, 10, None) == []


def test_tables_of_several_threads_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parallel fragments add theirs at the same time, to a page that shows none of them yet."""
    barrier = threading.Barrier(4)
    cells = Source._cells
    monkeypatch.setattr(Source, "_cells", lambda self, chosen: (barrier.wait(5), cells(self, chosen))[1])
    sources = Sources(on_page=list)
    with ThreadPoolExecutor(4) as pool:
        added = list(pool.map(lambda n: sources.add(pd.DataFrame({"n": [n]})), range(4 * 8)))
    assert len({source.id for source in added}) == 32
    assert all(sources[source.id] is source for source in added[-8:])
