"""What Voilà tells a kernel of the request that a visitor has come with."""

from __future__ import annotations

import os

from nbapp.kernel.whereabouts import is_for_one_visitor

PREFIX = "HTTP_"

PROXY = "HTTP_PROXY"
"""Where programs look for their proxy: no header, whatever it looks like."""


def request_headers() -> dict[str, str]:
    """Return the headers that Voilà hands on: those listed in its `VoilaConfiguration.http_header_envs`.

    They stand in the environment, as for CGI. A kernel that was warmed up before its visitor came has none.

    Returns
    -------
    dict
        By the name that the header has with its usual capitals.
    """
    if not is_for_one_visitor():
        return {}
    told = {name: text for name, text in os.environ.items() if name.startswith(PREFIX) and name != PROXY}
    return {name.removeprefix(PREFIX).replace("_", "-").title(): text for name, text in told.items()}
