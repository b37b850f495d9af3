"""plotly's `FigureWidget`: a figure that grows by method calls, which a script makes again in each run.

Its traces are no traits, so that making it again must begin from its arguments: the live figure is put back to them,
its messages are held while the script builds on it, and at the end of the run the page is sent what differs from what
the last run built. Where nothing does, the reader's zoom stays and nothing is sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nbapp.session.actor import Actor, acting, actor
from nbapp.session.arguments import same

if TYPE_CHECKING:
    from nbapp.session.adopted import AdoptedWidget

Props = dict[str, Any]

MESSAGES = ("relayout", "restyle", "update", "animate", "addTraces", "deleteTraces", "moveTraces")


def is_figure(widget: Any) -> bool:
    """Whether a widget is a figure of plotly's."""
    return any(cls.__module__ == "plotly.basewidget" for cls in type(widget).__mro__)


class Figure:
    """What is remembered of a live figure between two runs.

    Parameters
    ----------
    watch : AdoptedWidget
        Watches the live `FigureWidget`.
    """

    def __init__(self, watch: AdoptedWidget) -> None:
        self.watch = watch
        self.widget: Any = watch.widget
        self._built: tuple[list[Props], Props] | None = None
        self._page: tuple[list[Props], Props] | None = None
        self._hear_points()

    def begin_again(self, arguments: dict[str, Any]) -> None:
        """Put the live figure back to its arguments, unseen by the page.

        Parameters
        ----------
        arguments : dict
            Those of this run.
        """
        from plotly.graph_objects import Figure as Plain

        widget = self.widget
        fresh = Plain(**arguments)
        if self._page is None:
            self._page = _state(widget)
            for message in MESSAGES:
                setattr(widget, f"_send_{message}_msg", _hold)
        with acting(Actor.NBAPP):
            widget.data = ()
            widget.add_traces(fresh.data)
            widget.layout = fresh.layout

    def settle(self) -> None:
        """Send the page what this run built differently from the last one."""
        widget = self.widget
        traces, layout = _state(widget)
        if self._page is not None:
            for message in MESSAGES:
                del widget.__dict__[f"_send_{message}_msg"]
            page_traces, page_layout = self._page
            self._page = None
            with acting(Actor.NBAPP):
                self._settle_traces(traces, page_traces)
                self._settle_layout(layout, page_layout)
        elif same(self._built, (traces, layout)):
            return
        self._built = traces, layout
        # for a page that comes later: plotly itself writes these at a display only
        widget._trait_values["_widget_data"], widget._trait_values["_widget_layout"] = _state(widget)

    def _settle_traces(self, traces: list[Props], page: list[Props]) -> None:
        widget = self.widget
        built = self._built[0] if self._built else page
        if [_kind(each) for each in traces] != [_kind(each) for each in page] or len(built) != len(traces):
            if page:
                widget._send_deleteTraces_msg(list(range(len(page))))
            if traces:
                widget._send_addTraces_msg(_structure(widget._data))
            return
        names: dict[str, None] = {}
        for live, new, old, shown in zip(widget._data, traces, built, page, strict=True):
            live["uid"] = shown.get("uid")
            for name in {**old, **new}:
                if name == "uid":
                    continue
                if not same(old.get(name), new.get(name)):
                    names[name] = None
                elif name in shown:  # what the reader made of it
                    live[name] = shown[name]
        if names:
            restyle = {name: [live.get(name) for live in widget._data] for name in names}
            widget._send_update_msg(restyle, {}, list(range(len(traces))))

    def _settle_layout(self, layout: Props, page: Props) -> None:
        built = self._built[1] if self._built else page
        changed = {
            name: layout.get(name) for name in {**built, **layout} if not same(built.get(name), layout.get(name))
        }
        for name, shown in page.items():
            if name not in changed:  # the reader's zoom
                self.widget._layout[name] = shown
        if changed:
            self.widget._send_relayout_msg(changed)

    def _hear_points(self) -> None:
        """Have clicks on points, where the script registered for them, wait for the script's turn."""
        widget = self.widget
        handle = widget._handler_js2py_pointsCallback

        def hear(change: Any) -> None:
            heard = any(getattr(trace, f"_{kind}_callbacks", None) for trace in widget.data for kind in POINTS)
            if change["new"] and heard and actor() is Actor.BROWSER:
                self.watch.call_later(lambda: handle(change))
            else:
                handle(change)

        widget._handler_js2py_pointsCallback = hear


POINTS = ("click", "hover", "unhover", "select", "deselect")


def _state(widget: Any) -> tuple[list[Props], Props]:
    return _structure(widget._data), _structure(widget._layout)


def _structure(value: Any) -> Any:
    """A copy of dicts and lists; arrays and other leaves are shared."""
    if isinstance(value, dict):
        return {name: _structure(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_structure(each) for each in value]
    return value


def _kind(trace: Props) -> Any:
    return trace.get("type")


def _hold(*args: Any, **kwargs: Any) -> None:
    """Send nothing: the end of the run does."""
