"""A token bucket for each caller, so that forms cannot be flooded or passwords guessed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address
from threading import Lock
from time import monotonic

from starlette.requests import Request

REMEMBERED = 10_000


def caller(request: Request) -> str:
    """Who asks: the address of the network that one customer has (of IPv6 the first 64 bits)."""
    host = request.client.host if request.client else ""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or int(address) >> 64)
    return host


class Bucket:
    """Lets each caller act `burst` times at once and then once every `every` seconds."""

    def __init__(self, burst: int, every: float, clock: Callable[[], float] = monotonic) -> None:
        self._burst, self._every, self._clock = burst, every, clock
        self._held: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def takes(self, caller: str) -> bool:
        """Whether `caller` may act now; if so, it has."""
        now = self._clock()
        with self._lock:
            left, at = self._held.pop(caller, (float(self._burst), now))
            left = min(self._burst, left + (now - at) / self._every)
            allowed = left >= 1
            self._held[caller] = (left - allowed, now)
            while len(self._held) > REMEMBERED:
                self._held.popitem(last=False)
        return allowed
