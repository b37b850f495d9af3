"""A slider, a matplotlib figure and a table that both depend on it, and a line below them."""

import ipywidgets as widgets
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from IPython.display import clear_output, display

slider = widgets.IntSlider(value=500, min=0, max=1000, description="n")
output = widgets.Output()
line = widgets.HTML()


def draw(n):
    x = np.linspace(0, 10, 200)
    y = np.sin(x + n / 10)
    figure, axes = plt.subplots(figsize=(6, 3))
    axes.plot(x, y)
    with output:
        clear_output(wait=True)
        display(figure, pd.DataFrame({"x": x, "y": y}).head(10))
    plt.close(figure)
    line.value = f"line {n}"


slider.observe(lambda change: draw(change.new), "value")
display(widgets.VBox([slider, output, line]))
draw(slider.value)
