"""A hundred sliders, and a line above them with their sum."""

import streamlit as st

top = st.empty()
values = [st.slider(f"slider {i}", 0, 1000, 5) for i in range(100)]
top.text(f"line {sum(values)}")
