"""What every request needs: the store, the clock, and what the record says of itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import cast

from starlette.requests import Request

from answerable.store import Store
from answerable.web.limits import Bucket, Turns
from answerable.web.rebuilding import Rebuilder
from answerable.web.render import Frame
from answerable.web.session import COOKIE, Sessions


@dataclass(frozen=True, slots=True)
class Site:
    """The settings of a running site.

    `notice` is said on every page; `today` is the clock; `rebuilder` lays people's decisions over the record;
    `sessions` know who is signed in; `sign_ins` and `requests` say how often a caller may try, `turns`
    how fast names may be tried; `address` is where
    readers find the site, empty for what each request says.
    """

    store: Store
    notice: str
    today: Callable[[], date]
    rebuilder: Rebuilder
    sessions: Sessions
    sign_ins: Bucket
    turns: Turns
    requests: Bucket
    address: str


def site_of(request: Request) -> Site:
    """The site that a request is made to."""
    return cast(Site, request.app.state.site)


def editor_of(request: Request) -> str | None:
    """Who is signed in."""
    return site_of(request).sessions.editor(request.cookies.get(COOKIE))


def frame_of(request: Request, feeds: tuple[str, ...] = (), tables: tuple[str, ...] = ()) -> Frame:
    """What surrounds the page that answers a request."""
    site, editor = site_of(request), editor_of(request)
    return Frame(
        nonce=request.state.nonce,
        path=request.url.path,
        query=request.url.query,
        today=site.today(),
        notice=site.notice,
        editor=editor,
        token=site.sessions.token(request.cookies[COOKIE]) if editor else "",
        feeds=feeds,
        tables=tables,
    )
