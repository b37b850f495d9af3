"""Put on the path of a Streamlit server, this makes its full garbage collection after every run do nothing."""

import gc


def collect(generation: int = 2) -> int:
    """Collect nothing."""
    return 0


gc.collect = collect
