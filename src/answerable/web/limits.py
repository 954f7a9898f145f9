"""How often callers may use a form, and how fast passwords may be tried, from wherever it is done."""

from __future__ import annotations

import asyncio
from collections import Counter, OrderedDict
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


class Turns:
    """Slows tries to sign in under one name, whoever makes them; shuts nobody out who has signed in from there before.

    After `free` tries, of which one comes back every `every` seconds, each try waits `wait` seconds before it is looked
    at, and of one name `most` wait at a time: who guesses from many addresses gets most / wait tries a second.
    """

    def __init__(self, free: int = 10, every: float = 60, wait: float = 4, most: int = 4) -> None:
        self._bucket, self._wait, self._most = Bucket(free, every), wait, most
        self._waiting: Counter[str] = Counter()
        self._known: OrderedDict[tuple[str, str], None] = OrderedDict()

    async def comes(self, name: str, caller: str) -> bool:
        """Whether this try may be looked at now; comes back when it may. False where too many wait already."""
        if (name, caller) in self._known or self._bucket.takes(name):
            return True
        if self._waiting[name] >= self._most:
            return False
        self._waiting[name] += 1
        try:
            await asyncio.sleep(self._wait)
        finally:
            self._waiting -= Counter({name: 1})
        return True

    def knows(self, name: str, caller: str) -> None:
        """From now on `caller` need not wait for others who try `name`."""
        self._known[name, caller] = None
        while len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
