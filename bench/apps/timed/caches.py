"""Times caches and session_state from the inside, in nbapp and in Streamlit alike; each run adds a line to a file."""

import json
import os
import time

import numpy as np
import pandas as pd
import streamlit as st

ROWS = 10_000_000

begun = time.thread_time()


@st.cache_data
def load_0(year: int) -> dict[str, list[int]]:
    return {"0": [year] * 3}


@st.cache_data
def load_1(year: int) -> dict[str, list[int]]:
    return {"1": [year] * 3}


@st.cache_data
def load_2(year: int) -> dict[str, list[int]]:
    return {"2": [year] * 3}


@st.cache_data
def load_3(year: int) -> dict[str, list[int]]:
    return {"3": [year] * 3}


@st.cache_data
def load_4(year: int) -> dict[str, list[int]]:
    return {"4": [year] * 3}


@st.cache_data
def load_5(year: int) -> dict[str, list[int]]:
    return {"5": [year] * 3}


@st.cache_data
def load_6(year: int) -> dict[str, list[int]]:
    return {"6": [year] * 3}


@st.cache_data
def load_7(year: int) -> dict[str, list[int]]:
    return {"7": [year] * 3}


@st.cache_data
def load_8(year: int) -> dict[str, list[int]]:
    return {"8": [year] * 3}


@st.cache_data
def load_9(year: int) -> dict[str, list[int]]:
    return {"9": [year] * 3}


for load in (load_0, load_1, load_2, load_3, load_4, load_5, load_6, load_7, load_8, load_9):
    load(2009)
ten = time.thread_time() - begun


@st.cache_data(show_spinner=False)
def large() -> pd.DataFrame:
    return pd.DataFrame({"n": np.arange(ROWS), "x": np.linspace(0, 1, ROWS)})


large()
begun = time.thread_time()
frame = large()
hit = time.thread_time() - begun

begun = time.thread_time()
for i in range(1000):
    st.session_state[f"key {i}"] = st.session_state.get(f"key {i}", 0) + 1
state = time.thread_time() - begun

with open(os.environ["NBAPP_BENCH_TIMES"], "a", encoding="utf-8") as file:
    file.write(json.dumps({"ten": ten, "large": hit, "state": state}) + "\n")
