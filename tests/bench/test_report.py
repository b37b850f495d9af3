"""The tables of the comparison; nothing here is timed."""

from __future__ import annotations

import json

from bench.report import as_markdown, as_text, number, printed, save, tables
from bench.targets import verdicts

TRAFFIC = {"up": 360.0, "down": 2000.0, "messages": 5.0, "patches": 1.0}
TIMES = {"painted": 14.2, "painted_p90": 19.0, "painted_mean": 15.0, "there": 7.0, "presses": 40}
ANSWER = {"chapter": "line", "system": "nbapp", "host": "Voilà", "title": "nbapp in Voilà", "traffic": TRAFFIC}
BARE = {**ANSWER, "system": "bare", "title": "bare in Voilà"}
RESULTS = {
    "about": {"nbapp": "0.1"},
    "core": 160 * 1024,
    "answers": [{**ANSWER, "paused": TIMES, "rapid": TIMES}, BARE],
    "hits": [{"title": "a hit on a frame of ten million rows", "nbapp": 0.04, "Streamlit": 110.0}],
    "bookkeeping": {"one": {"title": "1,000 lines", "run": 2.5, "own": 0.5, "bookkeeping": 2.0}},
}


def test_tables_show_what_was_run():
    """A part that was not run has no table; a case without times has empty cells."""
    shown = tables(RESULTS)
    assert next(iter(shown)) == "One slider and one line"
    assert "A visit" not in shown
    assert shown["Caches and session_state, timed inside the script"][1][1:] == ("0.04", "110")
    assert shown["One slider and one line"][2] == ("bare in Voilà", "", "", "", "", "360", "2000")


def test_verdicts_compare_with_the_limit():
    """A target is judged when its figures are there."""
    reached = {verdict.title: verdict.reached for verdict in verdicts(RESULTS)}
    assert reached["a line in Voilà, key after key"]
    assert reached["a cache hit on ten million rows"]
    assert not reached["the view's core"]
    assert "a line in JupyterLab, key after key" not in reached


def test_columns_are_aligned():
    """Names stand to the left, figures to the right."""
    assert as_text([("", "ms"), ("nbapp", "9"), ("other", "110")]) == "        ms\nnbapp    9\nother  110"
    assert as_markdown([("", "ms"), ("nbapp", "9")]) == "|  | ms |\n|---|---:|\n| nbapp | 9 |"
    assert [number(value) for value in (0.5, 17.26, 431.2)] == ["0.50", "17.3", "431"]


def test_results_are_written(tmp_path):
    """The files hold all that was measured."""
    data, page = save(RESULTS, tmp_path)
    assert json.loads(data.read_text()) == RESULTS
    assert "| nbapp in Voilà | 14.2 |" in page.read_text()
    assert "the view's core" in printed(RESULTS)
