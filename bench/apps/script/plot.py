"""A slider, a matplotlib figure and a table that both depend on it, and a line below them."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import streamlit as st

n = st.slider("n", 0, 1000, 500)
x = np.linspace(0, 10, 200)
y = np.sin(x + n / 10)

figure, axes = plt.subplots(figsize=(6, 3))
axes.plot(x, y)
st.pyplot(figure)
plt.close(figure)
st.dataframe(pd.DataFrame({"x": x, "y": y}))
st.text(f"line {n}")
