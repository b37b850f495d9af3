"""A script for Streamlit, run as it is: dashboard."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

logger = st.logger.get_logger(__name__)
st.set_page_config(layout="wide")


@st.cache_resource
def model():
    return {"weights": np.ones(3)}


@st.cache_data(ttl="10m", max_entries=10)
def history(n: int, _model) -> pd.DataFrame:
    st.text("computing")
    return pd.DataFrame({"t": range(n), "y": np.cumsum(np.ones(n)) * _model["weights"].sum()})


@st.dialog("Settings", width="large")
def settings():
    n = st.number_input("Points", 5, 50, st.session_state.get("n", 10))
    if st.button("Apply"):
        st.session_state.n = n
        st.rerun()


@st.fragment(run_every=1.0)
def live(box):
    st.session_state.ticks = st.session_state.get("ticks", 0) + 1
    st.metric("Ticks", st.session_state.ticks, delta=1)
    if st.checkbox("Pause", key="pause"):
        st.write("paused")
    if st.button("Refresh all"):
        st.rerun(scope="app")
    box.write(f"tick {st.session_state.ticks > 0}")


box = st.empty()
st.subheader("Dashboard", divider="rainbow")
if st.button("Settings"):
    settings()
n = st.session_state.get("n", 10)
left, right = st.columns((2, 1), gap="large")
with left:
    with st.spinner("Wait..."):
        data = history(n, model())
    st.line_chart(data, x="t", y="y")
    fig, ax = plt.subplots()
    ax.plot(data.t, data.y)
    st.pyplot(fig)
with right:
    live(st.container())
ph = st.empty()
for i in range(3):
    ph.progress((i + 1) / 3, f"step {i}")
ph.empty()
if st.checkbox("Show ctx"):
    st.write(get_script_run_ctx() is not None, st.runtime.exists())
if st.button("Clear cache"):
    history.clear()
    st.cache_data.clear()
st.write(
    f"n={n}",
    st.context.timezone,
    st.get_option("client.showErrorDetails"),
    st.user.is_logged_in if "is_logged_in" in st.user else None,
)
