"""The page as plain HTML, for where no view can live: a saved notebook, GitHub, nbconvert, a dead kernel.

It has no script and no style sheet, since all of those hosts take them away; an input shows its label and its value as
the page had them, and nothing that can be touched.
"""

from __future__ import annotations

import base64
import functools
import html
import json
import re
from collections.abc import Callable
from typing import Any

Slot = dict[str, Any]

ROWS = 20
"""Rows of a table that the picture shows."""

MOST = 2_000
"""Elements that the picture shows: an endless loop is not to fill the notebook's file."""

MARKUP = re.compile(r"[*_`~\[\\]")
"""What a text without Markdown has none of."""

GUARD = "\ue0a3"
"""Stands before a phrase while it is drawn, so that nothing in it begins a block; from Unicode's private area."""

ALERTS = {"success": "#1b7f3b", "info": "#1565c0", "warning": "#9a6700", "error": "#b3261e"}


def picture(uid: str, roots: dict[str, list[Slot]]) -> str:
    """Draw a page as HTML.

    Parameters
    ----------
    uid : str
        The app's; a living view hides the picture that bears it.
    roots : dict
        The page's roots, as in a snapshot.

    Returns
    -------
    str
        One `div`.

    Examples
    --------
    >>> picture("a1", {"main": [{"id": 1, "kind": "text", "props": {"body": "1 < 2"}}], "sidebar": []})
    '<div class="nbapp-picture nbapp-picture-a1"><pre>1 &lt; 2</pre></div>'
    """
    slots = [slot for name in ("sidebar", "main") for slot in roots.get(name, [])]
    inside = "".join(map(drawn, slots[:MOST]))
    if len(slots) > MOST:
        inside += f"<p><small>and {len(slots) - MOST:,} more</small></p>"
    return f'<div class="nbapp-picture nbapp-picture-{uid}">{inside}</div>'


def drawn(slot: Slot) -> str:
    """Draw one slot and all in it."""
    draw = DRAW.get(slot["kind"])
    if draw is not None:
        return draw(slot["props"])
    return contained(slot)


def contained(slot: Slot) -> str:
    """Draw a container."""
    kind, props = slot["kind"], slot["props"]
    children = slot.get("children", [])
    if kind == "columns":
        cells = "".join(
            f'<td style="vertical-align:top;text-align:left;width:{share(child, children):.0f}%">{inside(child)}</td>'
            for child in children
        )
        return f'<table style="width:100%"><tr>{cells}</tr></table>'
    if kind == "expander":
        opened = " open" if props.get("expanded") else ""
        return f"<details{opened}><summary>{phrase(props['label'])}</summary>{inside(slot)}</details>"
    if kind == "tab":
        return f"<p><strong>{phrase(props['label'])}</strong></p>{inside(slot)}"
    return f"<div>{inside(slot)}</div>" if children else ""


def inside(slot: Slot) -> str:
    """Draw the children of a slot."""
    return "".join(drawn(child) for child in slot.get("children", []))


def share(column: Slot, columns: list[Slot]) -> float:
    """How wide a column is, in percent of all."""
    weights = [float(each["props"].get("weight", 1)) for each in columns]
    return 100 * float(column["props"].get("weight", 1)) / (sum(weights) or 1.0)


def text(value: object) -> str:
    """Escape text for HTML."""
    return html.escape(str(value))


def markdown(body: str) -> str:
    """Markdown as HTML, raw HTML escaped."""
    return str(parser()(body)).strip()


def phrase(body: object) -> str:
    """Markdown within a line as HTML: what would begin a list or a heading is text."""
    line = " ".join(str(body).split())
    if not MARKUP.search(line):
        return text(line)
    return markdown(f"{GUARD} {line}").removeprefix(f"<p>{GUARD} ").removesuffix("</p>")


@functools.cache
def parser() -> Any:
    """The Markdown parser; it comes with nbconvert, which Voilà needs."""
    import mistune

    return mistune.create_markdown(escape=True, plugins=["table", "strikethrough"])


def heading(props: dict[str, Any]) -> str:
    """Draw a title, header or subheader."""
    level = min(max(int(props.get("level", 1)), 1), 6)
    title, _, rest = str(props["body"]).partition("\n")
    return f"<h{level}>{phrase(title)}</h{level}>{markdown(rest)}"


def alert(props: dict[str, Any]) -> str:
    """Draw an alert."""
    colour = ALERTS.get(props.get("level", "info"), ALERTS["info"])
    title = f"<strong>{phrase(props['title'])}</strong>" if props.get("title") else ""
    return f'<div style="border-left:4px solid {colour};padding-left:8px">{title}{markdown(props["body"])}</div>'


def error(props: dict[str, Any]) -> str:
    """Draw an error; the traceback is for the author's eyes, and the cell has it."""
    kind = f"<strong>{text(props['type'])}</strong>: " if props.get("type") else ""
    return f'<div style="border-left:4px solid {ALERTS["error"]};padding-left:8px">{kind}{text(props["message"])}</div>'


def metric(props: dict[str, Any]) -> str:
    """Draw a metric."""
    delta = f"<br><small>{phrase(props['delta'])}</small>" if props.get("delta") else ""
    return f"<p><small>{phrase(props['label'])}</small><br><strong>{phrase(props['value'])}</strong>{delta}</p>"


def table(props: dict[str, Any]) -> str:
    """Draw the first rows of a table."""
    columns = [column["name"] if isinstance(column, dict) else column for column in props.get("columns", [])]
    rows = props.get("rows", [])
    names = "".join(f"<th>{text(cell_text(name))}</th>" for name in columns)
    lines = "".join("<tr>" + "".join(f"<td>{text(cell_text(c))}</td>" for c in row) + "</tr>" for row in rows[:ROWS])
    total = props.get("total", len(rows))
    more = f"<p><small>{total:,} rows</small></p>" if total > ROWS else ""
    return f"<table><thead><tr>{names}</tr></thead><tbody>{lines}</tbody></table>{more}"


def cell_text(value: object) -> str:
    """A cell of a table as text."""
    if value is None:
        return ""
    if isinstance(value, dict):
        return str(value.get("text", ""))
    return " ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)


def image(props: dict[str, Any]) -> str:
    """Draw an image."""
    data = base64.b64encode(props["data"]).decode("ascii")
    return f'<img src="data:{text(props["mime"])};base64,{data}" alt="{text(props.get("alt", ""))}">'


def entered(props: dict[str, Any]) -> str:
    """Draw an input: its label."""
    return f"<p><small>{phrase(props.get('label', ''))}</small></p>" if props.get("label") else ""


def framed(props: dict[str, Any]) -> str:
    """Draw a frame: its address, since a stored page opens no other."""
    src = str(props.get("src", ""))
    if not src.startswith(("https://", "http://")):
        return "<p><em>An embedded page, shown when the notebook runs.</em></p>"
    return f'<p><a href="{text(src)}">{text(src)}</a></p>'


def bundle(props: dict[str, Any]) -> str:
    """Draw what a MIME bundle has for plain HTML."""
    data = props.get("data", {})
    if "image/png" in data:
        return f'<img src="data:image/png;base64,{text(data["image/png"])}">'
    for name in ("text/html", "image/svg+xml"):
        if name in data:
            return str(data[name])
    return f"<pre>{text(data['text/plain'])}</pre>" if "text/plain" in data else ""


DRAW: dict[str, Callable[[dict[str, Any]], str]] = {
    "alert": alert,
    "code": lambda props: f"<pre><code>{text(props['body'])}</code></pre>",
    "dataframe": table,
    "divider": lambda props: "<hr>",
    "exception": error,
    "frame": framed,
    "heading": heading,
    "image": image,
    "input": entered,
    "json": lambda props: f"<pre>{text(json.dumps(props['body'], indent=1, ensure_ascii=False))}</pre>",
    "latex": lambda props: f"<p>$${text(props['body'])}$$</p>",
    "markdown": lambda props: markdown(props["body"]),
    "metric": metric,
    "mime": bundle,
    "page_link": lambda props: f"<p>→ {phrase(props.get('label', ''))}</p>",
    "progress": lambda props: f"<p>{phrase(props.get('text') or '')} {props['value']}%</p>",
    "spinner": lambda props: f"<p><em>{phrase(props['text'])}</em></p>",
    "stream": lambda props: f"<pre>{text(props['body'])}</pre>",
    "table": table,
    "text": lambda props: f"<pre>{text(props['body'])}</pre>",
    "vega": lambda props: f"<p><em>{text(props.get('alt') or 'A chart, drawn when the notebook runs.')}</em></p>",
    "widget": lambda props: "<p><em>A widget, alive when the notebook runs.</em></p>",
}
"""How each kind of leaf is drawn."""
