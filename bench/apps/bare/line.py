"""A slider that nothing hangs on: ipywidgets' own messages, and nothing else."""

import ipywidgets as widgets
from IPython.display import display

display(widgets.IntSlider(value=500, min=0, max=1000, description="n"), widgets.HTML("line 500"))
