"""The site as an ASGI application: routes, headers, and errors told once in words for readers."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from fastapi import Depends, FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from answerable import __version__
from answerable.errors import NotFoundError, StoreError, UsageError
from answerable.store import Store, writes_review
from answerable.store.queries import password_of
from answerable.web import render, routes_follow, routes_review
from answerable.web.guard import SmallBodies, guard
from answerable.web.headers import SafeHeaders, safe_headers
from answerable.web.limits import Bucket, Turns
from answerable.web.pages.error import ErrorPage
from answerable.web.rebuilding import Rebuilder
from answerable.web.routes import router
from answerable.web.session import Sessions
from answerable.web.site import Site, frame_of

STATIC = Path(__file__).parent / "static"
LOG = logging.getLogger("answerable.web")

NOT_FOUND = "Nothing stands at this address. It may have been mistyped, or the entry may have been withdrawn."
LONGEST = 60
"""Characters of a value that is told back to whoever gave it."""
SORRY = "The fault is ours and has been noted. Nothing is lost."


def create_app(
    store: Store,
    *,
    notice: str = "",
    today: Callable[[], date] = date.today,
    secret: str | None = None,
    address: str = "",
) -> FastAPI:
    """The site over an open store.

    `notice` is said on every page; `today` is the clock that "overdue" is told by; `secret` signs the cookies of
    editors; the record keeps one of its own. `address` is where readers find the site, for links in feeds; unless
    given it is what each request says.
    """
    app = FastAPI(title="answerable", version=__version__, docs_url=None, redoc_url=None, dependencies=[Depends(guard)])
    app.state.site = Site(
        store,
        notice,
        today,
        rebuilder=Rebuilder(store),
        sessions=Sessions(secret or writes_review.secret(store), partial(password_of, store)),
        sign_ins=Bucket(burst=5, every=20),
        turns=Turns(),
        requests=Bucket(burst=5, every=120),
        address=address.rstrip("/"),
    )
    app.include_router(routes_follow.router)
    app.include_router(routes_review.router)
    app.include_router(router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_middleware(SmallBodies)
    app.add_middleware(SafeHeaders)
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    for kind, told in ERRORS.items():
        app.add_exception_handler(kind, told)
    return app


def _told(request: Request, status: int, title: str, said: str) -> Response:
    page = ErrorPage(title, said, status)
    if request.url.path.endswith(".json"):
        return render.json(page, status)
    return render.html("error.html", page, frame_of(request), status)


def _not_found(request: Request, error: Exception) -> Response:
    return _told(request, 404, "Not found", NOT_FOUND)


def _bad_usage(request: Request, error: Exception) -> Response:
    return _told(request, 400, "This cannot be answered", f"The question does not make sense: {error}.")


def _bad_value(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    errors = error.errors()
    unread = ", ".join(dict.fromkeys(map(_unread, errors)))
    days = " Days are written like 2025-03-31." if any("date" in e["type"] for e in errors) else ""
    return _told(request, 400, "This cannot be answered", f"This page cannot read {unread}.{days}")


def _unread(error: dict[str, Any]) -> str:
    """A field and, where it can be shown, what was given for it: "“someday” as “since”"."""
    name, given = error["loc"][-1], error.get("input")
    shown = isinstance(given, str) and given.isprintable() and 0 < len(given) <= LONGEST
    return f"“{given}” as “{name}”" if shown else f"what is given as “{name}”"


def _no_store(request: Request, error: Exception) -> Response:
    LOG.error("the store could not be used: %s", error)
    return _told(request, 503, "Not available just now", "The record cannot be read at the moment. Please try again.")


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 404:
        return _not_found(request, error)
    return _told(request, error.status_code, "This cannot be done", f"{error.detail}.")


def _broken(request: Request, error: Exception) -> Response:
    """Told outside of all middleware, so it carries the headers itself."""
    LOG.exception("a page could not be made", exc_info=error)
    response = _told(request, 500, "Something went wrong here", SORRY)
    response.headers.update(safe_headers(request.state.nonce))
    return response


ERRORS: dict[type[Exception], Callable[[Request, Exception], Response]] = {
    NotFoundError: _not_found,
    UsageError: _bad_usage,
    RequestValidationError: _bad_value,
    StoreError: _no_store,
    HTTPException: _http,
    Exception: _broken,
}
