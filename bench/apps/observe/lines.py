"""A slider and many lines, of which the first one changes."""

import ipywidgets as widgets
from IPython.display import display

COUNT = 1000

slider = widgets.IntSlider(value=500, min=0, max=1000, description="n")
line = widgets.HTML("line 500")
rows = [widgets.HTML(f"row {i}") for i in range(1, COUNT)]


def show(change):
    line.value = f"line {change.new}"


slider.observe(show, "value")
display(widgets.VBox([slider, line, *rows]))
