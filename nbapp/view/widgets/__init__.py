"""Our own anywidgets, for inputs that no stock ipywidget answers well.

One file each, with the class that lives in the kernel; what the browser runs is `nbapp_labextension/src/widgets`, one
file of the same name. All derive from `Control` (`control`), which sends the small loader and names the file.
"""
