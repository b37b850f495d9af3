"""`exception`: an error in the middle of a page."""

from __future__ import annotations

import pytest
from sheet import Sheet

from nbapp.errors import SOMETHING_WENT_WRONG, StreamlitInvalidWidthError


def test_author_sees_the_error(sheet: Sheet) -> None:
    """R136: it is drawn where it stands, and the script goes on."""
    sheet.place.exception(ValueError("no"), width=300)
    assert sheet.last == ("exception", {"type": "ValueError", "message": "no", "trace": [], "width": 300})


def test_reader_sees_a_sentence(published_sheet: Sheet) -> None:
    """A stranger learns nothing of the inside."""
    published_sheet.place.exception(ValueError("no"))
    kind, props = published_sheet.last
    assert (kind, props["message"], "trace" in props) == ("exception", SOMETHING_WENT_WRONG, False)


def test_width_is_checked(sheet: Sheet) -> None:
    """A width fills or is pixels."""
    with pytest.raises(StreamlitInvalidWidthError):
        sheet.place.exception(ValueError(), width="content")
