"""What one answer sends over the websocket, both ways."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

PRESSES = 8
GAP = 250
PATCH = re.compile(rb'"t":\s*"patch"')


@dataclass(frozen=True)
class Traffic:
    """The share of one key press.

    Attributes
    ----------
    up, down : float
        Bytes of the messages to and from the server.
    messages : float
        How many they are.
    patches : float
        How many of them are patches of nbapp.
    """

    up: float
    down: float
    messages: float
    patches: float


def traffic(page: Page) -> Traffic:
    """Press keys, well apart, and count what passes meanwhile."""
    sent: list[bytes] = []
    received: list[bytes] = []
    session = page.context.new_cdp_session(page)
    session.on("Network.webSocketFrameSent", lambda event: sent.append(payload(event)))
    session.on("Network.webSocketFrameReceived", lambda event: received.append(payload(event)))
    session.send("Network.enable")
    page.evaluate("([count, gap]) => probe.strike(count, gap)", [PRESSES, GAP])
    page.wait_for_timeout(GAP)
    session.detach()
    patches = sum(1 for frame in received if PATCH.search(frame))
    up, down = sum(map(len, sent)), sum(map(len, received))
    return Traffic(up / PRESSES, down / PRESSES, (len(sent) + len(received)) / PRESSES, patches / PRESSES)


def payload(event: dict[str, Any]) -> bytes:
    """The bytes of one message."""
    frame = event["response"]
    data: str = frame["payloadData"]
    return data.encode() if frame["opcode"] == 1 else base64.b64decode(data)
