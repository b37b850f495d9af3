"""A place: where on the page an element is drawn, and by which run.

Every element is a plain function whose first parameter is a place. A place is either the inside of a container, where
elements follow one another, or (what an element call returns) a single element, which drawing on it replaces (R120).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from nbapp.script.current import get_run
from nbapp.tree.node import Node

if TYPE_CHECKING:
    from types import TracebackType

    from ipywidgets import Widget

    from nbapp.script.run import ScriptRun
    from nbapp.session.inputs import InputSpec
    from nbapp.tree.branch import Branch, Slot
    from nbapp.types import Props

P = TypeVar("P", bound="Place")


class Place:
    """Where elements are drawn.

    Parameters
    ----------
    run : ScriptRun
        The run that draws.
    branch : Branch
        What it draws on.
    slot : Slot, optional
        The one element that this place stands for; None for the inside of a container.

    Attributes
    ----------
    open : bool or None
        Whether the reader has opened it: a tab or an expander whose state is an input; else None.
    root_class : type
        What a root of the page is a place of; the container, which has every element, sets itself.
    """

    root_class: ClassVar[type[Place]]

    __slots__ = ("_outer", "branch", "open", "run", "slot")

    _outer: list[tuple[ScriptRun, Any]]

    def __init__(self, run: ScriptRun, branch: Branch, slot: Slot | None = None) -> None:
        self.run = run
        self.branch = branch
        self.slot = slot
        self.open: bool | None = None

    @classmethod
    def at(cls: type[P], run: ScriptRun, branch: Branch, slot: Slot | None = None) -> P:
        """Make the place of what was drawn here."""
        return cls(run, branch, slot)

    def __enter__(self: P) -> P:
        run = self._attend() if self.run.attention else self.run
        now = get_run()
        if now is not None and now.main is run:
            run = now  # a thread beside the script stands where it stands
        outer = getattr(self, "_outer", None)
        if outer is None:
            outer = self._outer = []
        outer.append((run, run.here))  # a place can be entered again inside itself
        run.here = self
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        run, outer = self._outer.pop()
        if error is not None and self._shows_errors(run):
            run.fails_in(self, error)
        run.here = outer

    def put(self: P, kind: str, props: Props, key: Hashable | None = None) -> P:
        """Draw an element here.

        Parameters
        ----------
        kind : str
            The node's kind.
        props : dict
            Its properties; not to be changed afterwards.
        key : hashable, optional
            Its identity within the branch.

        Returns
        -------
        Place
            The element, to be replaced by drawing on it.
        """
        run = self._attend() if self.run.attention else self.run
        branch = self.branch if run.fragment is None else self.part(run)
        node = Node(kind, props, key)
        if self.slot is None:
            slot = branch.put(node)
        else:
            slot = self.slot
            branch.replace(slot, node)
        handle = self.at(run, branch, slot)
        if run.recorder is not None:
            run.recorder.drew(self, handle, node)
        return handle

    def nest(self: P, kind: str, props: Props, key: Hashable | None = None, single: bool = False) -> P:
        """Draw a container here.

        Parameters
        ----------
        kind, props, key
            As for `put`.
        single : bool
            It holds one element at most; a new one replaces it.

        Returns
        -------
        Place
            The inside of the container.
        """
        run = self._attend() if self.run.attention else self.run
        branch = self.branch if run.fragment is None else self.part(run)
        node = Node(kind, props, key)
        if key is not None and isinstance(key, tuple) and key[0] == "key":
            run.session.inputs.keys.claim(key[1])
        if self.slot is None:
            opened = branch.open(node, single)[1]
        else:
            opened = branch.open_in(self.slot, node, single)
        inside = self.at(run, opened)
        if run.recorder is not None:
            run.recorder.opened(self, inside, node, single)
        return inside

    def input(self, spec: InputSpec) -> Any:
        """Draw an input here and return the value it has in this run.

        Parameters
        ----------
        spec : InputSpec
            What the call asks for.

        Returns
        -------
        object
            The value; a copy if the script could change it.
        """
        run = self._attend() if self.run.attention else self.run
        branch = self.branch if run.fragment is None else self.part(run)
        live, value = run.value_of(spec, branch)
        if run.recorder is not None:
            run.recorder.asked(self, spec)
        node = Node("input", live.props, live.identity)
        if self.slot is None:
            branch.put(node)
        else:
            branch.replace(self.slot, node)
        return value

    def nest_input(self: P, spec: InputSpec, shown: Callable[[Any], Props]) -> tuple[P, Any]:
        """Draw a container of which the reader opens a part, and that is an input by that.

        Parameters
        ----------
        spec : InputSpec
            What the call asks for; its kind is the container's.
        shown : callable
            Takes the value; returns the container's properties.

        Returns
        -------
        tuple
            The inside of the container, and the value it has in this run.
        """
        run = self._attend() if self.run.attention else self.run
        branch = self.branch if run.fragment is None else self.part(run)
        live, value = run.value_of(spec, branch)
        if run.recorder is not None:
            run.recorder.asked(self, spec)
        props = {**shown(value), "model_id": live.widget.model_id}
        if live.key is not None:
            props["css"] = f"st-key-{live.key}"
        return self.nest(spec.kind, props, live.identity), value

    def show(self: P, widget: Widget) -> P:
        """Show an ipywidget of the script's own here.

        Parameters
        ----------
        widget : Widget
            Any live ipywidget; a change of it by the reader reruns the app.

        Returns
        -------
        Place
            The element.
        """
        run = self._attend() if self.run.attention else self.run
        branch = self.branch if run.fragment is None else self.part(run)
        run.session.adoption.show(widget, branch.form is not None)
        model_id = widget.model_id
        occurrence = 0
        while branch.has_drawn(("widget", model_id, occurrence)):
            occurrence += 1
        return self.put("widget", {"model_id": model_id}, ("widget", model_id, occurrence))

    def drawn_by(self) -> ScriptRun:
        """The run that draws here now; a yield point, as each drawing is one."""
        return self._attend() if self.run.attention else self.run

    def _attend(self) -> ScriptRun:
        """Pass a yield point; a place that a script kept from an earlier run draws in the one that is under way now.

        A parallel fragment draws in a run of its own, whoever made the place.
        """
        run = self.run
        if run.over:
            now = get_run()
            if now is not None and now.page is run.page:
                run = self.run = now
        elif run.parallel is not None and (now := get_run()) is not None and run.parallel.has(now):
            run = now
        if run.attention:
            run.touch()
        return run

    def _shows_errors(self, run: ScriptRun) -> bool:
        """Whether an error is seen here, below what is drawn already, and by the fragment that it happened in."""
        return not self.branch.folded and not self.branch.single and not self._is_outside(run)

    def _is_outside(self, run: ScriptRun) -> bool:
        """Whether a fragment is drawn just now that this place is no part of."""
        return run.fragment is not None and self.slot is None and self.branch.fragment != run.fragment.id

    def part(self, run: ScriptRun) -> Branch:
        """What the fragment that is drawn may draw on here: the place itself, or its own part of what is outside."""
        return run.part_of(self.branch) if self._is_outside(run) else self.branch


Place.root_class = Place
