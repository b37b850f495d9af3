"""`switch_page`: how a script turns to another page by itself."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

from nbapp.errors import (
    OUTER_PAGE,
    SWITCH_BESIDE,
    StreamlitAPIException,
    StreamlitInvalidLayoutContextError,
    StreamlitInvalidParameterTypeError,
)
from nbapp.pages.page import Page
from nbapp.script.current import get_run
from nbapp.session.query import Given, checked_texts
from nbapp.signals import RerunScript


def switch_page(page: Page | str | Path, *, query_params: Given | None = None) -> NoReturn:
    """End this run here, and begin one that shows another page, as a click in the navigation does.

    In a callback it goes before whatever else the interaction would have run. Outside of an app it does nothing.

    Parameters
    ----------
    page : Page, str or Path
        The page that `navigation` was given, or the path of its file from the folder of the entry notebook or script.
    query_params : mapping or pairs, optional
        The parameters in the address of the page; none if not given.

    Raises
    ------
    StreamlitPageNotFoundError
        If the app has no such page.
    StreamlitAPIException
        If it is an address of another site.
    StreamlitInvalidLayoutContextError
        In a fragment with `parallel=True`.

    Examples
    --------
    >>> import nbapp
    >>> if nbapp.button("To the map"):
    ...     nbapp.switch_page("pages/map.ipynb", query_params={"zoom": "3"})
    """
    run = get_run()
    if run is None:
        return  # type: ignore[misc]
    if run.attention:
        run.touch()
    if not isinstance(page, (Page, str, Path)):
        raise StreamlitInvalidParameterTypeError("page", ["a `Page`", "a path"], page)
    if run.main is not None:
        raise StreamlitInvalidLayoutContextError(SWITCH_BESIDE)
    if isinstance(page, Page) and page.is_external:
        raise StreamlitAPIException(OUTER_PAGE.format(title=page.title))
    route = run.session.route
    route.go(route.meant(page).name, {} if query_params is None else checked_texts(query_params))
    run.session.inputs.hand_on()
    run.end(RerunScript(asked=True))
