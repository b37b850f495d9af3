"""One slider and one line."""

import streamlit as st

n = st.slider("n", 0, 1000, 500)
st.text(f"line {n}")
