"""`AppTest`: an app under test, without a browser and without a kernel."""

from __future__ import annotations

import copy
import inspect
import itertools
import weakref
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nbapp.elements.ambient import SessionState
from nbapp.elements.page_name import name_of_file
from nbapp.errors import NO_BROWSER, NO_DIALOG, NO_SCRIPT, NOT_A_DICT, AppTestError, NoSuchPageError, listed
from nbapp.session.query import checked_texts, written
from nbapp.session.session import Session
from nbapp.session.state import State
from nbapp.session.surroundings import CHECKS
from nbapp.testing.block import Part, Queries
from nbapp.testing.element import Element
from nbapp.testing.messages import send_custom
from nbapp.testing.notebook import of_notebook
from nbapp.testing.source import Source, of_file, of_function, of_text
from nbapp.testing.stage import Run, Stage
from nbapp.testing.timers import Timers
from nbapp.tree.branch import Slot

if TYPE_CHECKING:
    from types import TracebackType

    from typing_extensions import Self

_numbers = itertools.count(1)


class StateOfTest(SessionState):
    """The `session_state` of one app under test, to look at and to set between its runs."""

    def __init__(self, state: State) -> None:
        object.__setattr__(self, "_own", state)

    def _state(self) -> State:
        own: State = self.__dict__["_own"]
        return own


class AppTest(Queries):
    """An app under test: runs a script as nbapp does, and uses its page as a reader does.

    Make one with `from_file`, `from_notebook`, `from_string` or `from_function`; `run` it; look at what it shows by
    the names of the functions that draw it (`at.markdown[0].value`); use its inputs (`at.slider[0].set_value(3)`),
    and `run` again. What is done between two runs is seen by one run. Each has a `session_state` of its own.

    Parameters
    ----------
    source : Source
        What is run.
    default_timeout : float
        Seconds that a run may take.

    Attributes
    ----------
    type : str
        "root". By place: the middle of the page, the sidebar; `for` goes through all that is there, after itself.
    default_timeout : float
        Seconds that a run may take, if `run` does not say.
    session_state : mapping
        What the app keeps from run to run.
    secrets, user, context : dict
        What the app finds under these names, whatever the environment says; secrets only if there are any.
    query_params : dict
        What stands behind the `?` of the address; a list is a parameter that is repeated.

    Examples
    --------
    >>> from nbapp.testing import AppTest
    >>> at = AppTest.from_string('''
    ...     import nbapp as st
    ...     n = st.slider("How many?", 0, 10, 3)
    ...     st.write(n * "*")
    ... ''').run()
    >>> at.slider[0].set_value(5).run().markdown[0].value
    '*****'
    >>> [run.outcome for run in at.runs]
    ['complete', 'complete']
    """

    def __init__(self, source: Source, *, default_timeout: float = 3) -> None:
        self.type, self.key = "root", None
        self.default_timeout = default_timeout
        self._stage = Stage(source)
        self._timers = Timers(self._stage.page)
        self._clicks: dict[Hashable, None] = {}
        self._clicked: frozenset[Hashable] = frozenset()
        self._turned: str | None = None
        self.session_state = StateOfTest(self._stage.state)
        self.secrets: dict[str, Any] = {}
        self.user: dict[str, Any] = {"email": "test@example.com"}
        self.context: dict[str, Any] = {}
        self.query_params: dict[str, Any] = {}
        self._end = weakref.finalize(self, self._stage.close)

    @classmethod
    def from_file(cls, script_path: str | Path, *, default_timeout: float = 3, streamlit: bool = False) -> Self:
        """Test the script of a file, or the app of a notebook.

        Parameters
        ----------
        script_path : str or Path
            A path, from the folder of the file that calls this, or else from the current one.
        default_timeout : float
            Seconds that a run may take.
        streamlit : bool
            Let `import streamlit` in it mean nbapp.
        """
        path = _found(script_path, inspect.stack(0)[1].filename)
        source = of_notebook(path, None) if path.suffix == ".ipynb" else of_file(path, streamlit)
        return cls(source, default_timeout=default_timeout)

    @classmethod
    def from_notebook(
        cls, notebook_path: str | Path, name: str | int | None = None, *, default_timeout: float = 3
    ) -> Self:
        """Test an app cell of a notebook; its ordinary cells before that one run once, before the first run.

        Lines that begin with `%` or `!` are left out, as are cells of other languages.

        Parameters
        ----------
        notebook_path : str or Path
            A path, from the folder of the file that calls this, or else from the current one.
        name : str or int, optional
            The name of the app (`%%app --name sales`), or its number among the app cells, from 0; not needed if the
            notebook has only one.
        default_timeout : float
            Seconds that a run may take.
        """
        return cls(
            of_notebook(_found(notebook_path, inspect.stack(0)[1].filename), name), default_timeout=default_timeout
        )

    @classmethod
    def from_string(cls, script: str, *, default_timeout: float = 3, streamlit: bool = False) -> Self:
        """Test a script that is a text; what all its lines are indented by is left out.

        Parameters
        ----------
        script : str
            The script.
        default_timeout : float
            Seconds that a run may take.
        streamlit : bool
            Let `import streamlit` in it mean nbapp.
        """
        source = of_text(script, f"<app {next(_numbers)}>", streamlit)
        return cls(source, default_timeout=default_timeout)

    @classmethod
    def from_function(
        cls,
        script: Callable[..., Any],
        *,
        default_timeout: float = 3,
        args: Sequence[Any] | None = None,
        kwargs: Mapping[str, Any] | None = None,
        streamlit: bool = False,
    ) -> Self:
        """Test the body of a function as a script: it knows what it imports, and no names of the file around it.

        Parameters
        ----------
        script : callable
            A function whose source Python can read.
        default_timeout : float
            Seconds that a run may take.
        args, kwargs : sequence, mapping
            What it is called with.
        streamlit : bool
            Let `import streamlit` in it mean nbapp.
        """
        return cls(of_function(script, args or (), kwargs or {}, streamlit), default_timeout=default_timeout)

    # -- runs

    def run(self, *, timeout: float | None = None) -> Self:
        """Run the app for what was done since: the fragments whose inputs alone were used, else the whole script.

        Parameters
        ----------
        timeout : float, optional
            Seconds that it may take; `float("inf")` for no limit.

        Raises
        ------
        RuntimeError
            If it takes longer.
        """
        self._give_clicks()
        self._go_to_address()
        if not self._stage.mailbox.has_waiting:
            self._stage.mailbox.post_rerun()
        return self._play(timeout)

    def switch_page(self, page: str) -> Self:
        """Click a page in the navigation; the app runs at the next `run`.

        Parameters
        ----------
        page : str
            Its file, from the folder of the script or notebook; or its title, or its name in the address.

        Raises
        ------
        AppTestError
            If the app has no such page; it is a ValueError too.
        """
        self.turn(self._named_page(page))
        return self

    def advance(self, seconds: float, *, timeout: float | None = None) -> Self:
        """Let time pass: fragments with `run_every` run as often as they do while somebody looks at the page.

        Nothing waits; only these timers go by the time that passes here.

        Parameters
        ----------
        seconds : float
            How much time.
        timeout : float, optional
            Seconds that each run may take.
        """
        self._give_clicks()
        if self._stage.mailbox.has_waiting:
            self._play(timeout)
        until = self._timers.now + seconds
        while (fragment := self._timers.next(until)) is not None:
            self._stage.mailbox.post_tick(fragment)
            self._clicked = frozenset()
            self._play(timeout)
        return self

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs so far: of the app or of fragments, and how they ended."""
        return tuple(self._stage.runs)

    def close(self) -> None:
        """End what is live of the app: its inputs, its thread. It happens by itself when nobody holds it any more."""
        self._end()

    # -- what is on the page

    @property
    def main(self) -> Part:
        """What stands in the middle of the page."""
        return Part(self, self._stage.page.roots["main"])

    @property
    def sidebar(self) -> Part:
        """What stands in the sidebar."""
        return Part(self, self._stage.page.roots["sidebar"])

    @property
    def children(self) -> dict[int, Part]:
        """The roots of the page: the middle, the sidebar, and where dialogs stand."""
        return dict(enumerate(Part(self, branch) for branch in self._stage.page.roots.values()))

    @property
    def facts(self) -> dict[str, dict[str, Any]]:
        """What is said of the page as a whole: its "config" (title, layout), its "navigation", its "url"."""
        return self._stage.page.facts.snapshot()

    @property
    def session(self) -> Session:
        """All that nbapp keeps of the app from run to run."""
        return self._stage.session

    def is_clicked(self, identity: Hashable) -> bool:
        """Whether a button was clicked for the last run, or is for the next."""
        return identity in self._clicks or identity in self._clicked

    def click(self, identity: Hashable, clicked: bool) -> None:
        """Note a click on a button for the next run, or take it back."""
        self._clicks.pop(identity, None)
        if clicked:
            self._clicks[identity] = None

    def turn(self, name: str, query: str | None = None) -> None:
        """Say that a reader clicked a page, by its name in the address."""
        self._turned = name
        self._stage.answers["page"]({"t": "page", "name": name, "query": query})

    def dismiss(self, slot: Slot) -> None:
        """Close the dialog that stands in a slot."""
        if not self._stage.inbox.dismissed(self.session.fragments.get(slot.id)):
            raise AppTestError(NO_DIALOG.format(kind=slot.node.kind))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __len__(self) -> int:
        return len(self._stage.page.roots)

    def __getitem__(self, place: int) -> Part:
        return self.children[place]

    def __iter__(self) -> Iterator[AppTest | Part | Element]:
        yield self
        for part in self.children.values():
            yield from part

    def __repr__(self) -> str:
        return f"AppTest(main={list(self.main.children.values())!r}, sidebar={list(self.sidebar.children.values())!r})"

    @property
    def _owner(self) -> AppTest:
        return self

    def _walk(self) -> Iterator[Slot]:
        return self._stage.page.walk()

    def _give_clicks(self) -> None:
        """Have the buttons that were clicked say so, in that order."""
        clicks, self._clicks = self._clicks, {}
        self._clicked = frozenset(clicks)
        for identity in clicks:
            live = self.session.inputs.find(identity)
            if live is not None:
                send_custom(live.widget, {"event": "click"})

    def _play(self, timeout: float | None) -> Self:
        self._surround()
        before = len(self._stage.runs)
        self._stage.play(self.default_timeout if timeout is None else timeout)
        if len(self._stage.runs) > before + 1:  # the last one saw no click
            self._clicked = frozenset()
        self._timers.look()
        self.query_params, self._turned = self._query, None
        return self

    @property
    def _query(self) -> dict[str, Any]:
        """The query of the address; a parameter that is not repeated as a text."""
        query = self.session.route.query
        texts = {name: values for name in query if (values := query.get(name))}
        return {name: values[0] if len(values) == 1 else values for name, values in texts.items()}

    def _go_to_address(self) -> None:
        """Go to the address that the test has set."""
        if self.query_params != self._query:
            query = written(checked_texts(self.query_params))
            page = self.session.route.page if self._turned is None else self._turned
            # An address that says nothing counts only where the reader went there on purpose.
            self._stage.answers["url"]({"t": "url", "query": query, "page": page, "history": not query})

    def _named_page(self, page: str) -> str:
        """The name in the address of a page that a test means."""
        route = self.session.route
        for entry in route.entries:
            is_file = isinstance(entry.source, Path) and entry.source == (route.folder / page).resolve()
            if not entry.is_external and (is_file or page in (entry.title, entry.name)):
                return entry.url_path
        if not route.entries and (route.folder / page).is_file():  # before the first run nobody knows the pages
            return name_of_file(Path(page))[1]
        raise NoSuchPageError(page, [entry.title for entry in route.entries])

    def _surround(self) -> None:
        """Say what the test says of the reader and of the browser."""
        around = self.session.surroundings
        for name, given in (("user", self.user), ("context", self.context)):
            if not isinstance(given, dict):
                raise AppTestError(NOT_A_DICT.format(name=name, value=given))
        around.secrets = self.secrets or None
        around.user = {"is_logged_in": False, **copy.deepcopy(self.user)}
        checks = {CONTEXT.get(name, name): check for name, check in CHECKS.items()}
        told = {name: value for name, value in self.context.items() if value is not None or name not in checks}
        for name, value in told.items():
            if name not in checks or not checks[name](value):
                raise AppTestError(NO_BROWSER.format(name=name, value=value, known=listed(sorted(checks))))
        around.receive({name: told[shown] for name in CHECKS if (shown := CONTEXT.get(name, name)) in told})


CONTEXT = {"embedded": "is_embedded"}
"""What a browser tells, and how `context` calls it."""


def _found(path: str | Path, caller: str) -> Path:
    """A path as the file that names it means it."""
    beside = Path(caller).parent / path
    found = (beside if beside.is_file() else Path(path)).resolve()
    if not found.is_file():
        raise FileNotFoundError(NO_SCRIPT.format(path=beside))
    return found
