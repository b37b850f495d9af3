"""Pyplot's figures in an app under test."""

from __future__ import annotations

from typing import Any

import matplotlib as mpl
import pytest


@pytest.fixture(autouse=True)
def without_a_screen() -> None:
    """Pyplot draws into memory."""
    mpl.use("agg")


def test_what_a_run_leaves_open_is_shown(app: Any) -> None:
    """And closed; what the test has open itself is left alone."""
    import matplotlib.pyplot as plt

    own = plt.figure()
    at = app("import matplotlib.pyplot as plt\nst.title('t')\nplt.figure()\nplt.plot([1, 2])\nplt.figure()")
    assert [child.type for child in at.main.children.values()] == ["title", "image", "image"]
    assert at.image[0].value.startswith(b"\x89PNG")
    assert plt.get_fignums() == [own.number]
    plt.close(own)


def test_what_is_shown_by_itself_is_not_shown_twice(app: Any) -> None:
    """`pyplot` closes it."""
    at = app("import matplotlib.pyplot as plt\nfig, ax = plt.subplots()\nst.pyplot(fig)")
    assert len(at.image) == 1


def test_a_figure_of_a_fragment_that_runs_alone(app: Any) -> None:
    """It stands in the fragment, below what that has drawn."""
    at = app(
        """
        import matplotlib.pyplot as plt
        @st.fragment
        def part():
            if st.checkbox("c"): plt.figure()
        with st.container(): part()
        st.text("below")
        """
    )
    at.checkbox[0].check().run()
    assert [child.type for child in at.fragment[0].children.values()] == ["checkbox", "image"]
    assert len(at.get("image")) == 1
