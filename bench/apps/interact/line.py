"""One slider and one line."""

from ipywidgets import interact


@interact(n=(0, 1000))
def show(n=500):
    print(f"line {n}")
