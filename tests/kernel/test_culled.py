"""A server that culls idle kernels leaves one alone whose app works in silence."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager

pytestmark = pytest.mark.kernel

APP = "%%app\nimport time\nn = st.slider('n', 0, 9)\ntime.sleep(n)"
IDLE = 1


class Served:
    """A kernel of a server, without its websocket."""

    def __init__(self, client: Any) -> None:
        self.client = client

    async def run(self, code: str) -> list[dict[str, Any]]:
        """Execute a cell; returns what it published."""
        msg_id = self.client.execute(code)
        heard: list[dict[str, Any]] = []
        while True:
            heard.append(await self.client.get_iopub_msg(timeout=20))
            last = heard[-1]
            ended = last["msg_type"] == "status" and last["content"]["execution_state"] == "idle"
            if ended and last["parent_header"].get("msg_id") == msg_id:
                return heard

    async def says(self, state: str) -> None:
        """Wait until the kernel says by itself that it is busy, or idle: as the answer to no request."""
        while True:
            heard = await self.client.get_iopub_msg(timeout=20)
            status = heard["msg_type"] == "status" and not heard["parent_header"]
            if status and heard["content"]["execution_state"] == state:
                return

    def move(self, model: str, value: int) -> None:
        """Touch a slider."""
        content = {"comm_id": model, "data": {"method": "update", "state": {"value": value}, "buffer_paths": []}}
        self.client.shell_channel.send(self.client.session.msg("comm_msg", content))


async def silent_run_then_rest() -> tuple[bool, bool]:
    """Whether the kernel is there after a silent run of several times the limit, and whether it is after a rest."""
    manager = AsyncMappingKernelManager(cull_idle_timeout=60, cull_interval=1, cull_connected=True)
    kernel_id = await manager.start_kernel(kernel_name="python3")
    client = manager.get_kernel(kernel_id).client()
    client.start_channels(stdin=False, hb=False)
    try:
        await client.wait_for_ready(timeout=30)
        served = Served(client)
        await served.run("%load_ext nbapp\nimport nbapp as st")
        heard = await served.run(APP)
        opened = [m["content"] for m in heard if m["msg_type"] == "comm_open"]
        sliders = [c["comm_id"] for c in opened if "SliderModel" in str(c["data"]["state"].get("_model_name"))]
        served.move(sliders[0], 3 * IDLE)
        await served.says("busy")
        manager.cull_idle_timeout = IDLE
        await served.says("idle")
        alive = kernel_id in manager
        deadline = time.monotonic() + 30
        while kernel_id in manager and time.monotonic() < deadline:
            await asyncio.sleep(0.1)
        return alive, kernel_id in manager
    finally:
        client.stop_channels()
        if kernel_id in manager:
            await manager.shutdown_kernel(kernel_id, now=True)
        manager._culler_callback.stop()


def test_a_silent_run_is_not_culled() -> None:
    """The kernel says busy for as long as it lasts; an idle one is culled as ever."""
    assert asyncio.run(silent_run_then_rest()) == (True, False)
