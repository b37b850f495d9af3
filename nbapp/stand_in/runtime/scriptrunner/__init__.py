"""`streamlit.runtime.scriptrunner`: how a script's threads may draw, and what ends a run."""

from __future__ import annotations

from nbapp.signals import RerunScript as RerunException
from nbapp.signals import StopScript as StopException
from nbapp.stand_in.runtime.scriptrunner_utils.script_run_context import add_script_run_ctx, get_script_run_ctx

__all__ = ["RerunException", "StopException", "add_script_run_ctx", "get_script_run_ctx"]
