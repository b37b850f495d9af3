"""Errors of pages, of navigation and of the address."""

from __future__ import annotations

from collections.abc import Iterable

from nbapp.errors.roots import LocalizableStreamlitException, StreamlitAPIException


class StreamlitPageNotFoundError(LocalizableStreamlitException):
    """There is no such page, or no file for it."""

    def __init__(self, page: object, folder: object, known: Iterable[str] | None = None) -> None:
        if known is None:
            super().__init__(
                f"`Page({str(page)!r})` names a file that is not there: it was looked for in {str(folder)!r}. Give a "
                "path from the folder of the entry notebook or script, or an absolute one."
            )
            return
        names = ", ".join(repr(name) for name in known) or "no file"
        super().__init__(
            f"{str(page)!r} is no page of this app. Its pages come from {names}, seen from {str(folder)!r}. Pass one "
            "of these paths, or the `Page` that `navigation` was given."
        )


class PageSourceError(StreamlitAPIException):
    """A file cannot be run as a page."""

    def __init__(self, path: object, reason: str) -> None:
        super().__init__(f"{str(path)!r} cannot be run as a page: {reason}.")


class StreamlitQueryParamDictValueError(LocalizableStreamlitException):
    """A query parameter was set to a dict."""

    def __init__(self, key: str) -> None:
        super().__init__(
            f"`query_params[{key!r}]` was set to a dict. A query parameter is a text, or a list of texts that repeat "
            "it in the address: set each value under a name of its own."
        )


class QueryKeyError(KeyError):
    """A name is not in the address."""

    def __str__(self) -> str:
        return str(self.args[0])


def missing_parameter(key: object, known: Iterable[str]) -> str:
    """Say that the address has no such parameter."""
    names = ", ".join(repr(name) for name in list(known)[:10]) or "none"
    return (
        f"`query_params` has no key {key!r}. The address has: {names}. Ask with `query_params.get({key!r})` for one "
        "that may be absent."
    )


BOUND_PARAMETER = (
    '`query_params[{key!r}]` was to be changed, but it shows the value of an input with `bind="query-params"`. Set '
    "`session_state[{key!r}]` before the input is drawn instead."
)

RESERVED_PARAMETER = (
    "`query_params[{key!r}]` cannot be set: the address keeps `embed`, `embed_options` and `nbapp-page` for itself. "
    "Use another name."
)

RESERVED_KEY = (
    "`key={key!r}` cannot be bound to the address, which keeps `embed`, `embed_options` and `nbapp-page` for itself. "
    "Use another key."
)

RUN_TWICE = (
    "`run()` was called on the page {title!r}, which is not the one to run, or has run. Call it once, on the `Page` "
    "that `navigation` returns."
)

TWO_DEFAULTS = (
    "Two pages have `default=True`: {first!r} and {second!r}. One page is shown first: drop `default` in the other."
)

ONLY_ADDRESSES = (
    "All `pages` are addresses of other sites, so none can be shown here. Add a file or a function as a page."
)

SAME_ADDRESS = (
    "Two pages have the address {name!r}: {first} and {second}. It comes from the file's or the function's name, or "
    "from the title of an external page. Give one of them another with `Page(..., url_path=...)`."
)

NESTED_ADDRESS = "`url_path` is {given!r}. It must be one name without a slash, such as {flat!r}."

OUTER_PAGE = (
    "`switch_page` was called with {title!r}, which is an address of another site. Show a link to it with `page_link`."
)

PAGE_ALONE = "This page was opened by itself. The link works in the app that it is a page of."

OTHER_SOURCE = (
    "The `Page` {title!r} has the address {name!r}, and so has a page of this app with another source. Pass the `Page` "
    "that `navigation` was given."
)

SWITCH_BESIDE = (
    "`switch_page` was called in a fragment with `parallel=True`, while the script goes on. Call it in the script, in "
    "a callback, or leave out `parallel`."
)
