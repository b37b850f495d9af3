"""Lists Streamlit's exceptions with their bases; runs in Streamlit's environment."""

from __future__ import annotations

import inspect
from types import ModuleType

from streamlit import errors
from streamlit.elements.lib import policies
from streamlit.runtime.caching import cache_errors, hashing
from streamlit.testing.v1 import errors as testing_errors


def listed(module: ModuleType) -> dict[str, str]:
    """The exceptions that a module defines, and after each its bases up to Exception."""
    found = {}
    for name, kind in vars(module).items():
        if inspect.isclass(kind) and issubclass(kind, BaseException) and kind.__module__ == module.__name__:
            bases = [base for base in kind.__mro__[1:] if base not in (object, BaseException)]
            found[name] = " ".join(base.__name__ for base in bases if base.__name__ != "Generic")
    return found


if __name__ == "__main__":
    classes: dict[str, str] = {}
    for module in (errors, policies, cache_errors, hashing, testing_errors):
        classes |= listed(module)
    for name in sorted(classes):
        print(f"{name}: {classes[name]}")
