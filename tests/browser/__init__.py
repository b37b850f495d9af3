"""A package, so that its servers and its browser end with it: the rooms that come after use the event loop."""
