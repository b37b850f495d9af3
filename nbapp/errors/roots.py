"""The roots of all errors, and how what is allowed is put into words."""

from __future__ import annotations

from collections.abc import Iterable


class Error(Exception):
    """The root of all errors of nbapp."""


class MarkdownFormattedException(Error):
    """An error whose sentence is Markdown."""


class StreamlitAPIException(MarkdownFormattedException):
    """A call of nbapp that cannot be honoured as it stands."""


class StreamlitAPIWarning(StreamlitAPIException, Warning):
    """A call of nbapp that is honoured, and may not be what was meant."""


class LocalizableStreamlitException(StreamlitAPIException):
    """An error built from the values in hand."""


def listed(allowed: Iterable[object]) -> str:
    """Join what is allowed into words: `a, b or c`."""
    words = [word if isinstance(word, str) else repr(word) for word in allowed]
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " or " + words[-1]
