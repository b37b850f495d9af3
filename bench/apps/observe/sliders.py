"""A hundred sliders, and a line above them with their sum."""

import ipywidgets as widgets
from IPython.display import display

line = widgets.HTML("line 500")
sliders = [widgets.IntSlider(value=5, min=0, max=1000, description=f"slider {i}") for i in range(100)]


def show(change):
    line.value = f"line {sum(slider.value for slider in sliders)}"


for slider in sliders:
    slider.observe(show, "value")
display(widgets.VBox([line, *sliders]))
