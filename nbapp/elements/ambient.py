"""`session_state`: the values that outlive a run, read and set from a script, a callback or an ordinary cell."""

from __future__ import annotations

import copy
from collections.abc import Iterator, MutableMapping
from typing import Any

from nbapp.elements.state_table import as_html, as_text
from nbapp.errors import StateKeyError, StreamlitWidgetAlreadyInstantiatedError, missing_key
from nbapp.script.current import get_run
from nbapp.script.threads import given_run
from nbapp.session.state import State, shared


class SessionState(MutableMapping[str, Any]):
    """Values that stay from one run to the next, by key or as attributes.

    An input with a `key` has its value here too. It lives in the kernel: all apps of a notebook share it, ordinary
    cells can read and set it, and it stays when an app's cell is run again.

    Examples
    --------
    >>> import nbapp
    >>> nbapp.session_state.setdefault("count", 0)
    0
    >>> nbapp.session_state.count += 1
    >>> nbapp.session_state["count"]
    1
    """

    def __getitem__(self, key: object) -> Any:
        state = self._state()
        name = str(key)
        try:
            return state.values[name]
        except KeyError:
            raise StateKeyError(missing_key(name, state.values)) from None

    def __setitem__(self, key: object, value: Any) -> None:
        state = self._state()
        name = str(key)
        run = get_run() or given_run()
        if run is not None and run.session.inputs.keys.drawn(name) is not None:
            raise StreamlitWidgetAlreadyInstantiatedError(name)
        state.assign(name, value)
        if run is None:
            state.tell(name)

    def __delitem__(self, key: object) -> None:
        state = self._state()
        name = str(key)
        if name not in state.values:
            raise StateKeyError(missing_key(name, state.values))
        state.remove(name)
        run = get_run() or given_run()
        if run is None:
            state.tell(name)
        else:
            run.session.inputs.keys.let_go(name)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what copy and pickle look for
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
        return iter(list(self._state().values))

    def __len__(self) -> int:
        return len(self._state().values)

    def __contains__(self, key: object) -> bool:
        return str(key) in self._state().values

    def to_dict(self) -> dict[str, Any]:
        """Return all keys and values as a plain dict.

        Examples
        --------
        >>> import nbapp
        >>> nbapp.session_state.to_dict()  # doctest: +SKIP
        {'count': 1}
        """
        return dict(self._state().values)

    def __repr__(self) -> str:
        return as_text(self.to_dict())

    def _repr_html_(self) -> str:
        """Return what a cell shows of it."""
        return as_html(self.to_dict())

    def _state(self) -> State:
        """The state of the run this code is in, or the kernel's; a yield point, like an element call (R111)."""
        run = get_run() or given_run()
        if run is None:
            return shared
        if run.attention:
            run.touch()
        return run.session.state

    def __deepcopy__(self, memo: dict[int, Any]) -> dict[str, Any]:
        return copy.deepcopy(self.to_dict(), memo)


session_state = SessionState()
"""The values that stay from one run to the next."""
