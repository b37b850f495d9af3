"""Writes what was measured: as tables for a person, as JSON for a program."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.cases import TITLES
from bench.targets import verdicts

Row = Sequence[str]
TIMED = ("", "paused, ms", "9 of 10 within", "key after key, ms", "in the page, ms", "bytes up", "bytes down")


def tables(results: Mapping[str, Any]) -> dict[str, list[Row]]:
    """Every table of the results, by its heading; the first row names the columns."""
    answers = results.get("answers", [])
    made = {
        title: [TIMED, *(answer_row(one) for one in answers if one["chapter"] == chapter)]
        for chapter, title in TITLES.items()
    }
    made["What a rerun costs beside the script's own work"] = [
        ("", "rerun, ms", "the script itself, ms", "nbapp's part, ms"),
        *(
            (cost["title"], number(cost["run"]), number(cost["own"]), number(cost["bookkeeping"]))
            for cost in results.get("bookkeeping", {}).values()
        ),
    ]
    made["Caches and session_state, timed inside the script"] = [
        ("", "nbapp, ms", "Streamlit, ms"),
        *(
            (one["title"], number(one["nbapp"]), "" if one["Streamlit"] is None else number(one["Streamlit"]))
            for one in results.get("hits", [])
        ),
    ]
    made["A visit"] = [
        ("", "first line, s", "fetched, KB", "again, s", "fetched again, KB", "nbapp's files, KB", "memory, MB"),
        *map(visit_row, results.get("visits", [])),
    ]
    made["Targets"] = [
        ("", "measured", "at most", ""),
        *(
            (one.title, f"{number(one.value)} {one.unit}", f"{one.limit:g} {one.unit}", "yes" if one.reached else "NO")
            for one in verdicts(results)
        ),
    ]
    return {title: rows for title, rows in made.items() if len(rows) > 1}


def answer_row(answer: Mapping[str, Any]) -> Row:
    """The row of one case."""
    sent = answer["traffic"]
    wire = (f"{sent['up']:.0f}", f"{sent['down']:.0f}") if sent else ("", "")
    if "paused" not in answer:
        return (answer["title"], "", "", "", "", *wire)
    paused, rapid = answer["paused"], answer["rapid"]
    times = (paused["painted"], paused["painted_p90"], rapid["painted"], rapid["there"])
    return (answer["title"], *map(number, times), *wire)


def visit_row(visit: Mapping[str, Any]) -> Row:
    """The row of one system's page load."""
    first, second = visit["first"], visit["second"]
    fetched = (f"{one['fetched'] / 1024:.0f}" for one in (first, second))
    return (
        visit["title"],
        number(first["seconds"]),
        next(fetched),
        number(second["seconds"]),
        next(fetched),
        f"{first['ours'] / 1024:.0f}, then {second['ours'] / 1024:.0f}",
        f"{visit['memory']:.0f}",
    )


def number(value: float) -> str:
    """A figure with as many digits as mean something.

    Examples
    --------
    >>> number(1.234), number(17.26), number(431.2)
    ('1.23', '17.3', '431')
    """
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:.0f}"


def as_text(rows: Sequence[Row]) -> str:
    """A table for a terminal: the first column to the left, figures to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if n else cell.ljust(width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def as_markdown(rows: Sequence[Row]) -> str:
    """A table for a page."""
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    lines.insert(1, "|" + "|".join(["---", *["---:"] * (len(rows[0]) - 1)]) + "|")
    return "\n".join(lines)


def printed(results: Mapping[str, Any]) -> str:
    """All tables for a terminal."""
    return "\n\n".join(f"{title}\n{as_text(rows)}" for title, rows in tables(results).items())


def save(results: Mapping[str, Any], folder: Path) -> list[Path]:
    """Write the results as JSON and as Markdown.

    Returns
    -------
    list of Path
        The files.
    """
    folder.mkdir(parents=True, exist_ok=True)
    data, page = folder / "results.json", folder / "results.md"
    data.write_text(json.dumps(results, indent=1), encoding="utf-8")
    sections = "\n\n".join(f"## {title}\n\n{as_markdown(rows)}" for title, rows in tables(results).items())
    about = ", ".join(f"{name} {value}" for name, value in results["about"].items())
    page.write_text(f"# What the comparison measured\n\n{about}\n\n{sections}\n", encoding="utf-8")
    return [data, page]
