"""Layouts: containers that arrange what is drawn in them, one file each. Each returns the place of its inside."""
