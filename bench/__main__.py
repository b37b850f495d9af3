"""Compare nbapp with plain ipywidgets and with Streamlit, and say whether the targets are reached."""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path
from typing import Any

from bench import bookkeeping, hits, machine, page_load, peer, report
from bench.answer import Effort, compare
from bench.cases import CHAPTERS, Case
from bench.pages import Pages, Unready, chromium
from bench.servers import Servers

RESULTS = Path(__file__).parent / "results"
PARTS = (*CHAPTERS, "bookkeeping", "hits", "visits")
THOROUGH = Effort(rounds=3, paused=10, rapid=20)
BRIEF = Effort(rounds=2, paused=5, rapid=10)
WITHOUT_BROWSER = {"bookkeeping", "hits"}


def options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--only", action="append", choices=PARTS, help="one part of it; may be given several times")
    parser.add_argument("--quick", action="store_true", help="fewer key presses: to see that it works")
    parser.add_argument("--rounds", type=int, help="how often the systems take turns")
    parser.add_argument("--streamlit", help="an environment that has Streamlit; without it one is made and kept")
    parser.add_argument("--no-streamlit", action="store_true", help="leave Streamlit out")
    parser.add_argument("--results", type=Path, default=RESULTS, help="where to write results.json and results.md")
    return parser.parse_args()


def main() -> None:
    """Measure, print, save."""
    given = options()
    parts = set(given.only or PARTS)
    results: dict[str, Any] = {"about": machine.about(), "core": page_load.core_size()}
    began = time.monotonic()
    if "bookkeeping" in parts:
        say("bookkeeping")
        costs = bookkeeping.measure(20 if given.quick else 100)
        results["bookkeeping"] = {name: cost.as_json() for name, cost in costs.items()}
    if parts - {"bookkeeping"}:
        streamlit = None if given.no_streamlit else peer.streamlit_python(given.streamlit)
        results["about"] |= {} if streamlit is None else {"Streamlit": peer.version(streamlit)}
        if "hits" in parts:
            say("hits")
            results["hits"] = hits.measure(streamlit, 5 if given.quick else 20)
        if parts - WITHOUT_BROWSER:
            results |= in_browser(parts, given, streamlit)
    results["about"]["seconds"] = f"{time.monotonic() - began:.0f}"
    print(f"\n{report.printed(results)}\n")
    for path in report.save(results, given.results):
        print(f"written: {path}")
    if results.get("failures"):
        raise SystemExit("\n".join(results["failures"]))


def in_browser(parts: set[str], given: argparse.Namespace, streamlit: str | None) -> dict[str, Any]:
    """Measure what needs a browser."""
    effort = BRIEF if given.quick else THOROUGH
    if given.rounds:
        effort = Effort(given.rounds, effort.paused, effort.rapid)
    answers: list[dict[str, object]] = []
    failures: list[str] = []
    results: dict[str, Any] = {"answers": answers, "failures": failures}
    with tempfile.TemporaryDirectory(prefix="nbapp-bench-", ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary)
        servers = Servers(folder, streamlit)
        try:
            with chromium() as browser:
                pages = Pages(browser, servers, folder)
                for chapter in filter(parts.__contains__, CHAPTERS):
                    say(chapter)
                    cases = [case for case in CHAPTERS[chapter] if wanted(case, streamlit)]
                    try:
                        answers += [answer.as_json() for answer in compare(cases, pages, effort)]
                    except Unready as error:
                        failures.append(str(error))
                if "visits" in parts:
                    say("visits")
                    visits = page_load.measure(browser, pages, 1 if given.quick else 3, streamlit is not None)
                    results["visits"] = [visit.as_json() for visit in visits]
        finally:
            servers.stop()
    return results


def wanted(case: Case, streamlit: str | None) -> bool:
    """Whether a case can be run."""
    return case.system != "Streamlit" or streamlit is not None


def say(part: str) -> None:
    """Tell what is being measured."""
    print(f"{time.strftime('%H:%M:%S')} {part} ...", flush=True)


if __name__ == "__main__":
    main()
