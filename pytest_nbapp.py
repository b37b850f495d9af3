"""The pytest plugin of nbapp: the fixture `app_test`. It stands outside of the package, so that pytest, which loads it
at every start, does not load nbapp."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from nbapp.testing import AppTest


class Apps:
    """Makes the apps of one test, and ends them after it.

    Parameters
    ----------
    folder : Path
        Where the paths of files begin.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: list[AppTest] = []

    def __call__(
        self, source: str | Path | Callable[..., Any], name: str | int | None = None, **options: Any
    ) -> AppTest:
        """Test an app.

        Parameters
        ----------
        source : str, Path or callable
            The file of a script or a notebook, from the folder of the test's own file; or a function.
        name : str or int, optional
            Which app of a notebook is meant.
        **options
            As for `AppTest.from_file` and its like.
        """
        from nbapp.testing import AppTest

        if callable(source):
            return self._kept(AppTest.from_function(source, **options))
        path = self._folder / source
        if path.suffix == ".ipynb":
            return self._kept(AppTest.from_notebook(path, name, **options))
        return self._kept(AppTest.from_file(path, **options))

    def from_string(self, script: str, **options: Any) -> AppTest:
        """Test a script that is a text."""
        from nbapp.testing import AppTest

        return self._kept(AppTest.from_string(script, **options))

    def close(self) -> None:
        """End them all."""
        for app in self._made:
            app.close()

    def _kept(self, app: AppTest) -> AppTest:
        self._made.append(app)
        return app


@pytest.fixture
def app_test(request: pytest.FixtureRequest) -> Iterator[Apps]:
    """Make nbapp's apps under test: `app_test("app.py").run()`; they are ended after the test."""
    apps = Apps(request.path.parent)
    yield apps
    apps.close()
