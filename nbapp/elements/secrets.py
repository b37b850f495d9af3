"""`secrets`: passwords and keys that stand beside the script, in `secrets.toml`."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from nbapp.config.secret_files import secret_files
from nbapp.errors import SecretKeyError, StreamlitSecretNotFoundError, missing_secret, read_only
from nbapp.script.current import get_run
from nbapp.types import Discreet

HOW_TO_SET = "Write it into `secrets.toml`; it is read again when the file changes."


class Section(Discreet, Mapping[str, Any]):
    """A table of `secrets.toml`: read by key or as attributes, never set. It prints its keys and keeps its values.

    Parameters
    ----------
    path : str
        What leads to it, for errors.
    table : callable
        Returns what it holds now.
    """

    __slots__ = ("_path", "_table")

    def __init__(self, path: str, table: Callable[[], Mapping[str, Any]]) -> None:
        object.__setattr__(self, "_path", path)
        object.__setattr__(self, "_table", table)

    _path: str
    _table: Callable[[], Mapping[str, Any]]

    def __getitem__(self, key: str) -> Any:
        table = self._table()
        try:
            value = table[key]
        except KeyError:
            raise SecretKeyError(missing_secret(self._path, key, table)) from None
        if isinstance(value, Mapping):
            return Section(f"{self._path}.{key}", lambda: value)
        return copy.deepcopy(value) if isinstance(value, list) else value

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # what IPython and copy look for
            raise AttributeError(name)
        try:
            return self[name]
        except (KeyError, StreamlitSecretNotFoundError) as error:
            raise AttributeError(str(error)) from None

    def __setattr__(self, name: str, value: Any) -> None:
        raise TypeError(read_only(f"{self._path}.{name}", HOW_TO_SET))

    def __setitem__(self, key: str, value: Any) -> None:
        raise TypeError(read_only(f"{self._path}[{key!r}]", HOW_TO_SET))

    def __iter__(self) -> Iterator[str]:
        return iter(list(self._table()))

    def __len__(self) -> int:
        return len(self._table())

    def __repr__(self) -> str:
        try:
            names = ", ".join(self)
        except StreamlitSecretNotFoundError:
            names = "no file"
        return f"{self._path}({names})"

    def __copy__(self) -> dict[str, Any]:
        return self.to_dict()

    def __deepcopy__(self, memo: dict[int, Any]) -> dict[str, Any]:
        return self.to_dict()

    def __reduce__(self) -> tuple[Any, ...]:
        return dict, (self.to_dict(),)

    def to_dict(self) -> dict[str, Any]:
        """Return all keys and values as plain dicts of the caller's own."""
        return {key: copy.deepcopy(value) for key, value in self._table().items()}


class Secrets(Section):
    """Passwords and keys, from `.streamlit/secrets.toml` in the notebook's folder, and from the user's own.

    Tables are read as attributes or by key, at any depth. The files are read again when they change. Texts and numbers
    at the top of the file are also in `os.environ`, for libraries that look there. It can only be read, and displaying
    it shows its keys alone.

    Raises
    ------
    StreamlitSecretNotFoundError
        If there is no file.

    Examples
    --------
    >>> import nbapp
    >>> nbapp.secrets["token"]  # doctest: +SKIP
    'abc'
    >>> nbapp.secrets.database.password  # doctest: +SKIP
    'xyz'
    """

    __slots__ = ()

    def load_if_toml_exists(self) -> bool:
        """Return whether there are secrets, without an error if there are none."""
        try:
            _table()
        except StreamlitSecretNotFoundError:
            return False
        return True


def _table() -> Mapping[str, Any]:
    run = get_run()
    given = None if run is None else run.session.surroundings.secrets
    return secret_files.read() if given is None else given


secrets = Secrets("secrets", _table)
"""What `secrets.toml` holds."""
