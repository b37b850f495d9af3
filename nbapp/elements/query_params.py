"""`query_params`: what stands behind the `?` of the address, read and set by the script."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, MutableMapping
from typing import Any

from nbapp.errors import (
    BOUND_PARAMETER,
    QueryKeyError,
    StreamlitAPIException,
    missing_parameter,
)
from nbapp.script.current import get_run
from nbapp.session.query import Given, Query, checked_texts, shared


class QueryParams(MutableMapping[str, str]):
    """The parameters of the page's address, by name or as attributes; setting one changes the address at once.

    All values are texts; others are turned into them. A list repeats the parameter: `[]` gives the last of its values,
    `get_all` all of them. The apps of a notebook share one address.

    Examples
    --------
    >>> import nbapp
    >>> nbapp.query_params["city"] = "Oslo"
    >>> nbapp.query_params.days = [1, 2]
    >>> nbapp.query_params["days"], nbapp.query_params.get_all("days")
    ('2', ['1', '2'])
    """

    def __getitem__(self, key: str) -> str:
        query = _query()
        texts = query.get(key)
        if texts is None:
            raise QueryKeyError(missing_parameter(key, query))
        return texts[-1] if texts else ""

    def __setitem__(self, key: str, value: Any) -> None:
        self.update({key: value})

    def __delitem__(self, key: str) -> None:
        query = _query()
        if key not in query:
            raise QueryKeyError(missing_parameter(key, query))
        _refuse_bound(query, [key])
        query.remove(key)
        query.tell()

    def __getattr__(self, name: str) -> str:
        if name.startswith("_"):  # what IPython and copy look for
            raise AttributeError(name)
        try:
            return self[name]
        except KeyError as error:
            raise AttributeError(str(error)) from None

    def __setattr__(self, name: str, value: Any) -> None:
        self[name] = value

    def __delattr__(self, name: str) -> None:
        try:
            del self[name]
        except KeyError as error:
            raise AttributeError(str(error)) from None

    def __iter__(self) -> Iterator[str]:
        return iter(_query())

    def __len__(self) -> int:
        return len(_query())

    def __contains__(self, key: object) -> bool:
        return key in _query()

    def get_all(self, key: str) -> list[str]:
        """Return all values of a parameter, none if it is absent.

        Examples
        --------
        >>> import nbapp
        >>> nbapp.query_params.get_all("nowhere")
        []
        """
        return _query().get(key) or []

    def update(self, params: Given = (), /, **more: Any) -> None:  # type: ignore[override]  # a value may be several
        """Set several parameters; the address changes once.

        Parameters
        ----------
        params : mapping or pairs
            Values by name.
        **more : str or several
            Further ones.

        Raises
        ------
        StreamlitAPIException
            If a name is reserved, or shows the value of an input.
        StreamlitQueryParamDictValueError
            If a value is a dict.

        Examples
        --------
        >>> import nbapp
        >>> nbapp.query_params.update({"from": "Oslo"}, to="Lima")
        """
        texts = {**checked_texts(params), **checked_texts(more)}
        query = _query()
        _refuse_bound(query, texts)
        changed = [query.set(name, values) for name, values in texts.items()]
        if any(changed):
            query.tell()

    def from_dict(self, params: Given) -> None:
        """Set these parameters and no others; the address changes once.

        Examples
        --------
        >>> import nbapp
        >>> nbapp.query_params.from_dict({"city": "Oslo"})
        >>> nbapp.query_params.to_dict()
        {'city': 'Oslo'}
        """
        texts = checked_texts(params)
        query = _query()
        _refuse_bound(query, [*query, *texts])
        query.replace(texts)

    def to_dict(self) -> dict[str, str]:
        """Return all parameters as a plain dict: of one that is repeated, the last value."""
        return dict(self)

    def clear(self) -> None:
        """Take all parameters out of the address."""
        self.from_dict({})

    def __repr__(self) -> str:
        return f"query_params({self.to_dict()!r})"

    def __deepcopy__(self, memo: dict[int, Any]) -> dict[str, str]:
        return copy.deepcopy(self.to_dict(), memo)


query_params = QueryParams()
"""The parameters of the page's address."""


def _refuse_bound(query: Query, names: Iterable[str]) -> None:
    """Raise if one of these parameters shows the value of an input."""
    for name in names:
        if query.is_bound(name):
            raise StreamlitAPIException(BOUND_PARAMETER.format(key=name))


def _query() -> Query:
    """The query of the run this code is in, or the kernel's; a yield point, like an element call (R111)."""
    run = get_run()
    if run is None:
        return shared
    if run.attention:
        run.touch()
    run.session.route.reads = True
    return run.session.route.query
