"""A slider, ten cached functions whose results are there, and a line."""

import streamlit as st


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


n = st.slider("n", 0, 1000, 500)
for load in (load_0, load_1, load_2, load_3, load_4, load_5, load_6, load_7, load_8, load_9):
    load(2009)
st.text(f"line {n}")
