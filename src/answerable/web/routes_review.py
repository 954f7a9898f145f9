"""Sign in, decide, undo; ask for a correction and reply to one. Every form of an editor carries the session's token."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from answerable.errors import UsageError
from answerable.model import Act, Disposition, Judgement, LinkKind, Verdict
from answerable.store import queries, writes, writes_review
from answerable.store.queries import password_of
from answerable.text import key
from answerable.web import render
from answerable.web.guard import Line, Words
from answerable.web.limits import caller
from answerable.web.pages.corrections import CorrectionPage, correction_page
from answerable.web.pages.decisions import DecisionsPage, decisions_page
from answerable.web.pages.review import ReviewPage, SignInPage, review_page
from answerable.web.routes import TEMPLATES, page
from answerable.web.session import COOKIE, LASTS, matches
from answerable.web.site import editor_of, frame_of, site_of

router = APIRouter()
TEMPLATES |= {SignInPage: "sign_in.html", ReviewPage: "review.html", CorrectionPage: "correction.html"}


def _editor(request: Request, token: str | None = None) -> str:
    """Who is signed in; a form must carry the session's token. Raises HTTPException 401 or 403."""
    editor = editor_of(request)
    if editor is None:
        raise HTTPException(401, "Only editors can do this")
    if token is not None and not site_of(request).sessions.holds(request.cookies[COOKIE], token):
        raise HTTPException(403, "This form is too old or came from elsewhere")
    return editor


def _to(path: str) -> Response:
    return RedirectResponse(path, 303)


@router.get("/sign-in", include_in_schema=False)
def sign_in_form(request: Request) -> Response:
    """The form by which editors sign in."""
    return render.html("sign_in.html", SignInPage("Sign in", False), frame_of(request))


@router.post("/sign-in", include_in_schema=False)
async def sign_in(request: Request, name: Line, password: Line) -> Response:
    """Signs an editor in, if not too often tried from here or, from wherever, under this name."""
    site, by = site_of(request), caller(request)
    if not site.sign_ins.takes(by):
        raise HTTPException(429, "Too many attempts; wait a minute and try again")
    if not await site.turns.comes(name, by):
        raise HTTPException(429, "Many are trying to sign in under this name; try again in some seconds")
    return await run_in_threadpool(_signed_in, request, name, password)


def _signed_in(request: Request, name: str, password: str) -> Response:
    site = site_of(request)
    if not matches(password, password_of(site.store, name)):
        return render.html("sign_in.html", SignInPage("Sign in", True), frame_of(request), 401)
    site.turns.knows(name, caller(request))
    answer = _to("/review")
    secure = request.url.scheme == "https"
    answer.set_cookie(
        COOKIE, site.sessions.cookie(name), max_age=LASTS, httponly=True, samesite="strict", secure=secure
    )
    return answer


@router.post("/sign-out", include_in_schema=False)
def sign_out(request: Request, token: Line) -> Response:
    """Ends the session of this browser."""
    _editor(request, token)
    answer = _to("/")
    answer.delete_cookie(COOKIE)
    return answer


@router.get("/review", include_in_schema=False)
def review(request: Request, done: str | None = None) -> Response:
    """The queue, for editors."""
    if editor_of(request) is None:
        return _to("/sign-in")
    site = site_of(request)
    return render.html("review.html", review_page(site.store, done, busy=site.rebuilder.busy), frame_of(request))


@router.get("/review.json", include_in_schema=False)
def review_json(request: Request) -> Response:
    """The queue as JSON, for editors."""
    _editor(request)
    return render.json(review_page(site_of(request).store))


@page("/decisions", "decisions.html", router=router)
def decisions(request: Request) -> DecisionsPage:
    """What editors have decided, and what was asked of them."""
    return decisions_page(site_of(request).store)


@router.post("/review/judge", include_in_schema=False)
def judge(
    request: Request,
    token: Line,
    subject: Line,
    verdict: Annotated[Verdict, Form()],
    reason: Words = "",
    act: Line = "",
    speaker: Line = "",
    disposition: Line = "",
    other: Line = "",
    name: Line = "",
    kind: Line = "",
) -> Response:
    """Keeps a decision, lays it over the record at once, and goes back to the queue."""
    editor = _editor(request, token)
    site = site_of(request)
    value = _value(verdict, act=act, speaker=speaker, disposition=disposition, other=other, name=name, kind=kind)
    now = datetime.now(UTC)
    id = key("judgement", subject, verdict, editor, now.isoformat())
    judgement = Judgement(id, subject, verdict, editor, now, reason, value)
    writes.judge(site.store, judgement)
    site.rebuilder.after(judgement)
    return _to(f"/review?done={id}")


def _value(verdict: Verdict, **given: str) -> tuple[tuple[str, str], ...]:
    """What a decision changes, checked against the closed lists. Raises UsageError for what it cannot mean."""
    filled = {name: text.strip() for name, text in given.items() if text.strip()}
    wanted = {
        Verdict.CORRECT: ("act", "speaker", "disposition"),
        Verdict.LINK: ("kind", "other"),
        Verdict.MERGE: ("other",),
        Verdict.SPLIT: ("other",),
        Verdict.RENAME: ("name",),
    }.get(verdict, ())
    closed = {"act": Act, "disposition": Disposition, "kind": LinkKind}
    for name in wanted:
        if name in filled and name in closed and filled[name] not in list(closed[name]):
            raise UsageError(f"{filled[name]!r} is no {name}")
    if wanted and not any(name in filled for name in wanted):
        raise UsageError(f"to {verdict} something, say what it should be")
    names = {"other": "object" if verdict is Verdict.LINK else "actor"}
    return tuple((names.get(name, name), filled[name]) for name in wanted if name in filled)


@router.post("/review/reply", include_in_schema=False)
def reply(request: Request, token: Line, id: Line, text: Words) -> Response:
    """Attaches a reply to a correction request."""
    editor = _editor(request, token)
    writes_review.reply(site_of(request).store, id, text, by=editor, now=datetime.now(UTC))
    return _to("/review")


@page("/corrections/{id}", "correction.html", router=router)
def correction(request: Request, id: str, sent: bool = False) -> CorrectionPage:
    """The form by which anybody asks for a correction."""
    return correction_page(site_of(request).store, id, sent=sent)


@router.post("/corrections/{id}", include_in_schema=False)
def ask_correction(request: Request, id: str, text: Words, name: Line = "", contact: Line = "") -> Response:
    """Keeps a request for a correction."""
    site = site_of(request)
    if not site.requests.takes(caller(request)):
        raise HTTPException(429, "Too many requests; wait a while and try again")
    queries.entry(site.store, id)
    writes_review.ask_correction(site.store, id, name or "not named", contact, text, now=datetime.now(UTC))
    return _to(f"/corrections/{id}?sent=1")
