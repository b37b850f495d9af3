"""`expander`: opened and closed by the reader."""

from __future__ import annotations

from typing import Any

import pytest

from nbapp.errors import StreamlitAPIException, StreamlitMissingRequiredParameterError, StreamlitValueError


def test_it_holds_what_is_drawn_in_it(sheet: Any) -> None:
    """Open or closed, its content is there; they nest (R123)."""
    [[kind, props, [inner]]] = sheet.draw(lambda st: st.expander("out", True).expander("in", icon="🚀"))
    assert (kind, props) == ("expander", {"label": "out", "expanded": True, "width": "stretch"})
    assert inner[1]["icon"] == "🚀"


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"label": None}, StreamlitMissingRequiredParameterError),
        ({"label": "a", "type": "wide"}, StreamlitValueError),
        ({"label": "a", "icon": "x"}, StreamlitAPIException),
    ],
)
def test_wrong_parameters(sheet: Any, given: dict[str, Any], error: type[Exception]) -> None:
    """Each has an error of its own."""
    with pytest.raises(error):
        sheet.draw(lambda st: st.expander(**given))
