"""Which address shows which page. Every page is at its address as HTML and at its address and `.json` as JSON."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Annotated, Any, TypeVar, get_type_hints

from fastapi import APIRouter, Depends, Query
from pydantic import BeforeValidator
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from answerable import __version__
from answerable.model import Act, ActorKind, AskKind, Disposition, Medium, Quoted, Status
from answerable.store import queries
from answerable.store.queries import Narrowed
from answerable.store.search import Wanted
from answerable.web import render
from answerable.web.pages.actor import ActorPage, actor_page
from answerable.web.pages.actors import ActorsPage, actors_page
from answerable.web.pages.briefing import BriefingPage, briefing_page
from answerable.web.pages.changes import ChangesPage, changes_page
from answerable.web.pages.disputes import DisputePage, DisputesPage, dispute_page, disputes_page
from answerable.web.pages.document import DocumentPage, document_page
from answerable.web.pages.documents import DocumentsPage, documents_page
from answerable.web.pages.error import ErrorPage
from answerable.web.pages.graph import GraphPage, graph_page
from answerable.web.pages.home import HomePage, home_page
from answerable.web.pages.inquiries import InquiriesPage, inquiries_page
from answerable.web.pages.inquiry import Filter, InquiryPage, inquiry_page
from answerable.web.pages.matter import MatterPage, matter_page
from answerable.web.pages.matters import MattersPage, matters_page
from answerable.web.pages.method import MethodPage, method_page
from answerable.web.pages.search import SearchPage, search_page
from answerable.web.pages.timeline import TimelinePage, timeline_page
from answerable.web.site import frame_of, site_of

T = TypeVar("T")
router = APIRouter()
TEMPLATES: dict[type, str] = {ErrorPage: "error.html"}
"""The template of each page."""

Blank = BeforeValidator(lambda value: value or None)
"""A field left empty in a form is a field not given."""
Optional = Annotated[T | None, Blank]


FOLLOW = (".atom", ".feed.json")
"""The endings of the addresses of a page's feeds."""


def page(
    path: str,
    template: str,
    feeds: tuple[str, ...] = (),
    tables: tuple[str, ...] = (),
    router: APIRouter = router,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Serves what the function returns as HTML at `path`, and as JSON at `path` with `.json`.

    `feeds` and `tables` are the endings of the other addresses of the page, which `routes_follow` serves.
    """

    def register(make: Callable[..., Any]) -> Callable[..., Any]:
        TEMPLATES[get_type_hints(make)["return"]] = template

        @wraps(make)
        def as_html(**given: Any) -> Response:
            return render.html(template, make(**given), frame_of(given["request"], feeds, tables))

        @wraps(make)
        def as_json(**given: Any) -> Response:
            return render.json(make(**given))

        json_path = "/home.json" if path == "/" else f"{path}.json"
        router.add_api_route(json_path, as_json, summary=(make.__doc__ or "").strip(), methods=["GET", "HEAD"])
        router.add_api_route(path, as_html, include_in_schema=False, response_model=None, methods=["GET", "HEAD"])
        return make

    return register


@page("/", "home.html")
def home(request: Request) -> HomePage:
    """What this record holds."""
    site = site_of(request)
    return home_page(site.store, site.today())


@page("/documents", "documents.html")
def documents(request: Request, page: int = 1) -> DocumentsPage:
    """The documents of the record."""
    return documents_page(site_of(request).store, page)


@page("/documents/{id}", "document.html")
def document(
    request: Request, id: str, section: int | None = None, entry: Optional[str] = None, at: int | None = None
) -> DocumentPage:
    """A document as it reads, its statements marked."""
    return document_page(site_of(request).store, id, section, entry, at)


@page("/documents/{id}/changes", "changes.html")
def changes(request: Request, id: str) -> ChangesPage:
    """What changed in a document since the version before."""
    return changes_page(site_of(request).store, id)


@router.get("/statements/{id}", include_in_schema=False)
def statement(request: Request, id: str) -> Response:
    """Opens the document at the statement."""
    found = queries.statement(site_of(request).store, id)
    return RedirectResponse(f"/documents/{found.document}?entry={id}#s-{id}", 303)


@router.get("/entries/{id}", include_in_schema=False)
def entry(request: Request, id: str) -> Response:
    """Opens the document at any entry: an ask, an answer, a promise, a progress claim, a count, a statement."""
    found = queries.entry(site_of(request).store, id)
    return RedirectResponse(f"/documents/{found.document}?entry={id}#s-{id}", 303)


@page("/actors", "actors.html")
def actors(
    request: Request,
    named: Annotated[str, Query(max_length=200)] = "",
    kind: Optional[ActorKind] = None,
    page: int = 1,
) -> ActorsPage:
    """People and bodies."""
    return actors_page(site_of(request).store, named, kind, page)


@page("/actors/{id}", "actor.html", FOLLOW)
def actor(request: Request, id: str) -> ActorPage:
    """One person or body."""
    return actor_page(site_of(request).store, id)


def wanted_of(
    q: Annotated[str, Query(max_length=400)] = "",
    act: Optional[Act] = None,
    speaker: Optional[str] = None,
    target: Optional[str] = None,
    quoted: Optional[Quoted] = None,
    medium: Optional[Medium] = None,
    publisher: Optional[str] = None,
    document: Optional[str] = None,
    since: Optional[date] = None,
    until: Optional[date] = None,
    order: Optional[str] = None,
    kind: Optional[AskKind] = None,
    inquiry: Optional[str] = None,
    disposition: Optional[Disposition] = None,
    status: Optional[Status] = None,
    show: Optional[str] = None,
) -> Wanted:
    """What a search's address asks for."""
    narrowed = (act, speaker, target, quoted, medium, publisher, document, since, until)
    return Wanted(q, *narrowed, order == "day", kind, inquiry, disposition, status, show == "asks")


@page("/search", "search.html", FOLLOW, (".csv",))
def search(request: Request, wanted: Annotated[Wanted, Depends(wanted_of)], page: int = 1) -> SearchPage:
    """Statements, and what was asked for, that match words and filters."""
    site = site_of(request)
    return search_page(site.store, wanted, site.today(), page)


@page("/matters", "matters.html")
def matters(
    request: Request,
    q: Annotated[str, Query(max_length=400)] = "",
    kind: Optional[AskKind] = None,
    addressee: Optional[str] = None,
    inquiry: Optional[str] = None,
    disposition: Optional[Disposition] = None,
    status: Optional[Status] = None,
    overdue: bool = False,
    page: int = 1,
) -> MattersPage:
    """What was asked for."""
    site = site_of(request)
    wanted = Narrowed(q, kind, inquiry, addressee, disposition, status)
    return matters_page(site.store, wanted, site.today(), page, overdue=overdue)


@page("/matters/{id}", "matter.html", FOLLOW, (".ics",))
def matter(request: Request, id: str) -> MatterPage:
    """One thing that was asked for, with all that hangs on it."""
    site = site_of(request)
    return matter_page(site.store, id, site.today())


@page("/inquiries", "inquiries.html")
def inquiries(request: Request) -> InquiriesPage:
    """The inquiries of the record."""
    return inquiries_page(site_of(request).store)


@page("/inquiries/{id}", "inquiry.html", FOLLOW, (".csv", ".ics"))
def inquiry(
    request: Request,
    id: str,
    disposition: Optional[Disposition] = None,
    status: Optional[Status] = None,
    addressee: Optional[str] = None,
    unanswered: bool = False,
    overdue: bool = False,
    disputed: bool = False,
) -> InquiryPage:
    """One inquiry with its recommendations."""
    site = site_of(request)
    wanted = Filter(disposition, status, addressee, unanswered, overdue, disputed)
    return inquiry_page(site.store, id, site.today(), wanted)


@page("/disputes", "disputes.html")
def disputes(request: Request, page: int = 1) -> DisputesPage:
    """Claims and the claims set against them."""
    return disputes_page(site_of(request).store, page)


@page("/disputes/{id}", "dispute.html")
def dispute(request: Request, id: str) -> DisputePage:
    """One claim and its counter-claim, side by side."""
    return dispute_page(site_of(request).store, id)


@page("/timeline", "timeline.html")
def timeline(
    request: Request,
    actor: Optional[str] = None,
    inquiry: Optional[str] = None,
    act: Optional[Act] = None,
    since: Optional[date] = None,
    until: Optional[date] = None,
) -> TimelinePage:
    """Everything on one line of time."""
    return timeline_page(site_of(request).store, actor, inquiry, act, since, until)


@page("/graph", "graph.html")
def graph(request: Request, actor: Annotated[list[str], Query()] = []) -> GraphPage:  # noqa: B006 (read only)
    """Who says what of whom."""
    return graph_page(site_of(request).store, tuple(actor)[:8])


@page("/method", "method.html")
def method(request: Request) -> MethodPage:
    """How this record is made."""
    return method_page(__version__)


@page("/briefing", "briefing.html")
def briefing(
    request: Request, about: Annotated[str, Query(max_length=200)] = "", on: Optional[date] = None
) -> BriefingPage:
    """A neutral briefing on an inquiry, a person or a topic."""
    site = site_of(request)
    return briefing_page(site.store, about, on or site.today())
