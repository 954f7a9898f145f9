"""Feeds, calendars and tables: the addresses that other programs read."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from hashlib import sha256
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from answerable.errors import NotFoundError
from answerable.export.brief import Briefing
from answerable.export.brief_forms import markdown, write_docx
from answerable.model import Matter
from answerable.store import queries
from answerable.store.search import Wanted
from answerable.web import feeds, tables
from answerable.web.pages import follow
from answerable.web.pages.briefing import briefing
from answerable.web.pages.inquiry import inquiry_page
from answerable.web.pages.search import search_page
from answerable.web.routes import Optional, wanted_of
from answerable.web.site import site_of

router = APIRouter()
Asked = Annotated[Wanted, Depends(wanted_of)]
Subject = Annotated[str, Query(min_length=1, max_length=200)]
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _base(request: Request) -> str:
    return site_of(request).address or str(request.base_url).rstrip("/")


def _sent(request: Request, body: bytes, media_type: str) -> Response:
    """What programs ask for again and again: 304 and nothing else where they hold it already (RFC 9110, 13.1.2)."""
    tag = f'W/"{sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "max-age=300"}
    held = (request.headers.get("if-none-match") or "").split(",")
    if any(one.strip().removeprefix("W/") in (tag.removeprefix("W/"), "*") for one in held):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media_type, headers=headers)


def _followed(request: Request, feed: feeds.Feed) -> Response:
    """A feed in the form that its address asks for."""
    if request.url.path.endswith(".atom"):
        return _sent(request, feeds.atom(feed), "application/atom+xml")
    return _sent(request, feeds.json_feed(feed), "application/feed+json")


def _calendar(request: Request, name: str, matters: Sequence[Matter]) -> Response:
    site = site_of(request)
    due, day = follow.due_days(site.store, matters, site.today()), datetime.combine(site.today(), time(), UTC)
    return _sent(request, feeds.calendar(name, _base(request), due, day), "text/calendar")


def _csv(text: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return Response(text, media_type="text/csv; charset=utf-8", headers=headers)


@router.get("/search.atom")
@router.get("/search.feed.json")
def search_feed(request: Request, wanted: Asked) -> Response:
    """The latest that a search finds, as Atom or JSON Feed."""
    site = site_of(request)
    found = follow.search_feed(site.store, wanted, site.today(), _base(request), request.url.path)
    return _followed(request, found)


@router.get("/search.csv")
def search_csv(request: Request, wanted: Asked, page: int = 1) -> Response:
    """A page of what a search finds, as CSV."""
    site = site_of(request)
    found = search_page(site.store, wanted, site.today(), page)
    if found.asks:
        return _csv(tables.recommendations(found.matters), "asked-for")
    return _csv(tables.statements(found.entries), "statements")


@router.get("/actors/{id}.atom")
@router.get("/actors/{id}.feed.json")
def actor_feed(request: Request, id: str) -> Response:
    """What an actor said and what was said of it, as Atom or JSON Feed."""
    return _followed(request, follow.actor_feed(site_of(request).store, id, _base(request), request.url.path))


@router.get("/inquiries/{id}.atom")
@router.get("/inquiries/{id}.feed.json")
def inquiry_feed(request: Request, id: str) -> Response:
    """What happened to the recommendations of an inquiry, as Atom or JSON Feed."""
    store = site_of(request).store
    name, held = queries.inquiry(store, id).name, queries.matters(store, inquiry=id)
    found = follow.matters_feed(store, name, held, _base(request), request.url.path, f"/inquiries/{id}")
    return _followed(request, found)


@router.get("/inquiries/{id}.csv")
def inquiry_csv(request: Request, id: str) -> Response:
    """The recommendations of an inquiry, a row for each and its responder, as CSV."""
    site = site_of(request)
    return _csv(tables.recommendations(inquiry_page(site.store, id, site.today()).recommendations), "recommendations")


@router.get("/inquiries/{id}.ics")
def inquiry_due(request: Request, id: str) -> Response:
    """The due days of an inquiry's recommendations, as a calendar."""
    store = site_of(request).store
    return _calendar(request, queries.inquiry(store, id).name, queries.matters(store, inquiry=id))


@router.get("/matters/{id}.atom")
@router.get("/matters/{id}.feed.json")
def matter_feed(request: Request, id: str) -> Response:
    """What happened to one thing that was asked for, as Atom or JSON Feed."""
    store = site_of(request).store
    matter = queries.matter(store, id)
    title = f"Recommendation {matter.ask.number}" if matter.ask.number else "What was asked"
    found = follow.matters_feed(store, title, [matter], _base(request), request.url.path, f"/matters/{id}")
    return _followed(request, found)


@router.get("/matters/{id}.ics")
def matter_due(request: Request, id: str) -> Response:
    """The due day of one thing that was asked for, as a calendar."""
    return _calendar(request, "Due", [queries.matter(site_of(request).store, id)])


@router.get("/briefing.md")
def briefing_markdown(request: Request, about: Subject, on: Optional[date] = None) -> Response:
    """A briefing as Markdown."""
    made = _briefing(request, about, on)
    headers = {"Content-Disposition": 'attachment; filename="briefing.md"'}
    return Response(markdown(made), media_type="text/markdown; charset=utf-8", headers=headers)


@router.get("/briefing.docx")
def briefing_word(request: Request, about: Subject, on: Optional[date] = None) -> Response:
    """A briefing as a Word document."""
    made, out = _briefing(request, about, on), io.BytesIO()
    write_docx(out, made)
    headers = {"Content-Disposition": 'attachment; filename="briefing.docx"'}
    return Response(out.getvalue(), media_type=WORD, headers=headers)


def _briefing(request: Request, about: str, on: date | None) -> Briefing:
    site = site_of(request)
    made = briefing(site.store, about, on or site.today())
    if not made.sections:
        raise NotFoundError(f"nothing in the record on {about!r}")
    return made
