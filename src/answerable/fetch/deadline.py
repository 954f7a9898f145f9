"""A last moment for everything that one fetch does, however slowly its bytes trickle."""

from __future__ import annotations

import socket
from contextlib import suppress
from threading import Timer
from types import TracebackType
from typing import Any, Self


class Deadline:
    """Ends the connections of a fetch when `seconds` are over; `over` says so then. Use as a context manager.

    Time limits of HTTP clients run anew with every piece that arrives, so a server can make them wait for ever.
    """

    def __init__(self, seconds: float) -> None:
        self.over = False
        self._sockets: list[socket.socket] = []
        self._timer = Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._timer.cancel()

    def trace(self, step: str, told: dict[str, Any]) -> None:
        """Takes note of each connection that is made; the "trace" extension of httpcore calls this."""
        if step.endswith(("connect_tcp.complete", "start_tls.complete")):
            self._sockets.append(told["return_value"].get_extra_info("socket"))
            if self.over:
                self._end()

    def _end(self) -> None:
        self.over = True
        for connection in self._sockets:
            with suppress(OSError):  # closed already
                socket.socket.shutdown(connection, socket.SHUT_RDWR)  # wakes the thread that reads; TLS is passed by
