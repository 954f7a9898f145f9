"""What every request needs: the store, the clock, and what the record says of itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import cast

from starlette.requests import Request

from answerable.store import Store
from answerable.web.render import Frame


@dataclass(frozen=True, slots=True)
class Site:
    """The settings of a running site. `notice` is said on every page; `today` is the clock."""

    store: Store
    notice: str
    today: Callable[[], date]


def site_of(request: Request) -> Site:
    """The site that a request is made to."""
    return cast(Site, request.app.state.site)


def frame_of(request: Request, feeds: tuple[str, ...] = (), tables: tuple[str, ...] = ()) -> Frame:
    """What surrounds the page that answers a request."""
    site = site_of(request)
    return Frame(
        nonce=request.state.nonce,
        path=request.url.path,
        query=request.url.query,
        today=site.today(),
        notice=site.notice,
        feeds=feeds,
        tables=tables,
    )
