"""Layouts: containers that arrange what is drawn in them, one file each. Each returns the place of its inside.

`tracking` says when a container is an input, too: tabs and expanders whose script asks what the reader has opened.
"""
