"""Tabs and expanders of an app under test."""

from __future__ import annotations

from typing import Any

import pytest

from nbapp.errors import AppTestError


def test_a_reader_turns_to_a_tab(app: Any) -> None:
    """The next run sees it, and draws only that one."""
    at = app(
        """
        for tab, body in zip(st.tabs(["a", "b"], on_change="rerun", key="k"), "ab"):
            if tab.open:
                tab.write(body)
        """
    )
    assert [tab.open for tab in at.tabs] == [True, False]
    at.tabs[1].click().run()
    assert [tab.open for tab in at.tabs] == [False, True]
    assert at.markdown.values == ["b"]
    assert at.session_state.k == "b"


def test_a_reader_opens_an_expander(app: Any) -> None:
    """And closes it again."""
    at = app("st.write(st.expander('more', on_change='rerun').open)")
    assert at.expander[0].open is False
    assert at.expander[0].click().run().markdown[0].value == "`True`"
    assert at.expander[0].open is True
    assert at.expander[0].click().run().markdown[0].value == "`False`"


def test_what_the_script_does_not_know(app: Any) -> None:
    """Is the page's own business."""
    at = app("st.tabs(['a', 'b'])[1].expander('more')")
    assert (at.tabs[0].open, at.expander[0].open) == (None, None)
    for block in (at.tabs[0], at.expander[0]):
        with pytest.raises(AppTestError, match="on_change"):
            block.click()


def test_of_a_cached_function_only_the_container_is_drawn_again(app: Any) -> None:
    """As of any input: what the reader opens of it is not known in a hit."""
    at = app("st.cache_data(lambda: st.expander('more', on_change='rerun').write('inside'))()")
    assert at.expander[0].open is False
    at.run()
    assert at.expander[0].open is None
    assert at.markdown.values == ["inside"]
