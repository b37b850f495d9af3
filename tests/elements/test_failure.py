"""An error in full for the author, a sentence and a number for a reader."""

from __future__ import annotations

import linecache
import logging
import sys

import pytest

import nbapp
from nbapp.elements.failure import described, rows
from nbapp.errors import SOMETHING_WENT_WRONG, StreamlitAPIException


def raised(source: str, filename: str = "<cell>") -> BaseException:
    """The error of a script whose lines are known, as those of a cell are."""
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    try:
        exec(compile(source, filename, "exec"), {"nbapp": nbapp})
    except Exception as error:  # noqa: BLE001
        return error.with_traceback(error.__traceback__ and error.__traceback__.tb_next)
    raise AssertionError("nothing was raised")


def test_author_sees_the_lines_of_his_cell() -> None:
    """The trace has the script's own lines and numbers, and the type and message are apart."""
    props = described(raised("def f(x):\n    return 1 / x\n\nf(0)\n"), published=False)
    assert (props["type"], props["message"]) == ("ZeroDivisionError", "division by zero")
    trace = "\n".join(props["trace"])
    assert "line 4, in <module>" in trace
    assert "return 1 / x" in trace


def test_frames_of_nbapp_are_left_out() -> None:
    """A wrong argument shows the script's line, not the inside of nbapp."""
    props = described(raised("nbapp.title('a', anchor=True)\n"), published=False)
    assert props["markdown"] is True
    assert "nbapp.title('a', anchor=True)" in "\n".join(props["trace"])
    assert not [row for row in props["trace"] if "elements/text" in row]


def test_error_of_nbapp_alone_keeps_its_frames() -> None:
    """A trace without any line of the author's shows nbapp's instead of nothing."""
    with pytest.raises(StreamlitAPIException) as caught:
        nbapp.elements.icon.checked_icon("x")
    error = caught.value
    error.__traceback__ = error.__traceback__.tb_next if error.__traceback__ else None
    assert "checked_icon" in "\n".join(rows(error))


def test_causes_come_first() -> None:
    """An error raised from another one tells both, and which led to which."""
    source = "try:\n    {}['a']\nexcept KeyError as e:\n    raise ValueError('no a') from e\n"
    trace = described(raised(source), published=False)["trace"]
    assert [row.split("\n")[0] for row in trace] == [
        'File "<cell>", line 2, in <module>',
        "KeyError: 'a'",
        "That error caused the next one:",
        'File "<cell>", line 4, in <module>',
    ]


def test_notes_and_syntax_errors() -> None:
    """What was added to an error is shown; a syntax error shows the line and the place in it."""
    error = ValueError("a")
    error.__notes__ = ["b"]  # type: ignore[attr-defined]
    assert described(error, published=False)["message"] == "a\nb"
    assert "x = = 1" in described(raised("x = = 1\n"), published=False)["message"]


@pytest.mark.skipif(sys.version_info < (3, 11), reason="groups came with Python 3.11")
def test_parts_of_a_group() -> None:
    """Each error of a group is told."""
    group = ExceptionGroup("both", [ValueError("a"), KeyError("b")])  # noqa: F821
    trace = described(group, published=False)["trace"]
    assert trace == ["Part 1 of 2:", "ValueError: a", "Part 2 of 2:", "KeyError: 'b'"]


def test_error_that_cannot_say_what_it_is() -> None:
    """An error whose text fails is shown without a message."""

    class Mute(Exception):
        def __str__(self) -> str:
            raise RuntimeError

    assert described(Mute(), published=False)["message"] == ""


def test_reader_sees_a_sentence_and_the_log_the_rest(caplog: pytest.LogCaptureFixture) -> None:
    """No type, message or path reaches a stranger; the same error has the same number."""
    error = raised("secret = 'abc'\nraise ValueError(secret)\n")
    with caplog.at_level(logging.ERROR, "nbapp"):
        props = described(error, published=True)
    assert props == {"type": "", "message": SOMETHING_WENT_WRONG, "id": props["id"]}
    assert described(error, published=True)["id"] == props["id"]
    assert props["id"] in caplog.text
    assert "ValueError: abc" in caplog.text
