"""The address of an app's page: a browser tells where its reader is, and is told where to be."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

from nbapp.session.query import LONGEST, PAGE, Texts, read
from nbapp.session.route import Told, is_name, received

if TYPE_CHECKING:
    from nbapp.script.requests import Mailbox
    from nbapp.session.route import Route
    from nbapp.tree.facts import Facts

log = logging.getLogger("nbapp")


HOSTS = frozenset({"theme", "template", "token"})
"""Parameters of an address that Voilà reads itself; the views know them too."""


def opened(query: str) -> tuple[Texts, str]:
    """Return what a script may see of the query that a visitor has opened, and the name of the page in it.

    Examples
    --------
    >>> opened("nbapp-page=map&zoom=3&theme=dark")
    ({'zoom': ['3']}, 'map')
    """
    texts = {name: values for name, values in read(query).items() if name not in HOSTS}
    named = parse_qs(query[:LONGEST]).get(PAGE, [""])[-1]
    return texts, named if is_name(named) else ""


class Address:
    """Stands between the views of an app and its route.

    Parameters
    ----------
    route : Route
        Where the reader is.
    facts : Facts
        What the views are told of the page.
    mailbox : Mailbox
        Where runs are asked for.
    """

    def __init__(self, route: Route, facts: Facts, mailbox: Mailbox) -> None:
        self._route = route
        self._facts = facts
        self._mailbox = mailbox
        route.show = self._show

    def answers(self) -> dict[str, Callable[[dict[str, Any]], None]]:
        """By the name of a request of a view: what to do with it."""
        return {"url": self._receive, "page": self._turn}

    def _show(self, query: str, page: str | None, replace: bool, taken: str) -> None:
        address = {"query": query, "page": page, "taken": taken}
        if address != {name: value for name, value in self._facts.get("url").items() if name != "replace"}:
            self._facts.change("url", **address, replace=replace)

    def _receive(self, content: dict[str, Any]) -> None:
        """Take the address that a view has found when it opened, or after its reader went back or forward.

        One that says nothing is no wish, unless the reader went there: JupyterLab takes the query out of the address,
        and the kernel knows better.
        """
        told, route = received(content), self._route
        if told is None:
            return
        says_nothing = told.is_bare and not told.history
        told = route.concerning(told)
        if says_nothing or route.is_at(told):
            route.answer(told.view)
        elif told.history or route.minds(told):
            self._mailbox.post_rerun(call=lambda: route.take(told))
        else:
            route.take(told)
            if route.minds(told):  # a first run that has just come to this may have seen the route as it was before
                self._mailbox.post_rerun(call=lambda: route.take(told))
            else:
                route.answer(told.view)

    def _turn(self, content: dict[str, Any]) -> None:
        """Turn to the page that a reader clicked."""
        name, query, route = content.get("name"), content.get("query"), self._route
        if not (isinstance(name, str) and is_name(name)):
            log.warning("The page asked for a page by a name that cannot be; it was refused")
            return
        texts = read(query) if isinstance(query, str) else None
        if route.find(name) is None:
            self._mailbox.post_rerun(call=lambda: route.take(Told(texts or {}, name)))
        else:
            self._mailbox.post_rerun(call=lambda: route.go(name, texts))
