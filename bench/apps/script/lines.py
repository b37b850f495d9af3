"""A slider and many lines, of which the first one changes."""

import streamlit as st

COUNT = 1000

n = st.slider("n", 0, 1000, 500)
st.text(f"line {n}")
for i in range(1, COUNT):
    st.text(f"row {i}")
