"""One slider and one line."""

import ipywidgets as widgets
from IPython.display import display

slider = widgets.IntSlider(value=500, min=0, max=1000, description="n")
line = widgets.HTML("line 500")


def show(change):
    line.value = f"line {change.new}"


slider.observe(show, "value")
display(widgets.VBox([slider, line]))
