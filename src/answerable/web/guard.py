"""What is refused before it reaches a page: forms from elsewhere, too large a body, characters that nobody types."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Form
from pydantic import AfterValidator
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST = 64 * 1024
"""Bytes of a request's body: the largest form has some 20 KB."""

OWN = ("same-origin", "none")
SAFE = ("GET", "HEAD", "OPTIONS")


async def guard(request: Request) -> None:
    """Raises HTTPException 400 for a null in the address, 403 for a form that another site sends.

    Browsers say where a request comes from (Sec-Fetch-Site, else Origin); programs that say nothing carry nobody's
    cookies without their knowledge.
    """
    if "\0" in request.url.path or "%00" in request.url.query:
        raise HTTPException(400, "No address holds a null character")
    if request.method not in SAFE and not _is_own(request):
        raise HTTPException(403, "This form came from elsewhere")


def _is_own(request: Request) -> bool:
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None:
        return site in OWN
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")


class SmallBodies:
    """ASGI middleware: reading a body of more than LARGEST bytes raises HTTPException 413."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and count its body while it is read."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        read = 0

        async def counted() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > LARGEST:
                raise HTTPException(413, "This is more than the form takes")
            return message

        return await self.app(scope, counted, send)


def clean(text: str) -> str:
    """A text without nulls, other control characters and halves of surrogate pairs; lines and tabs stay."""
    return "".join(c for c in text if c in "\n\t" or not ("\ud800" <= c <= "\udfff" or c < " " or "\x7f" <= c < "\xa0"))


Words = Annotated[str, Form(max_length=4000), AfterValidator(clean)]
"""A field of a form for some paragraphs."""
Line = Annotated[str, Form(max_length=200), AfterValidator(clean)]
"""A field of a form for a line."""
