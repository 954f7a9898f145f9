"""What every answer carries so that a browser trusts nothing but this site: a nonce policy and its companions."""

from __future__ import annotations

import secrets

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from answerable.web.session import COOKIE

POLICY = (
    "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def safe_headers(nonce: str) -> dict[str, str]:
    """The headers, with the content-security policy that allows scripts with this nonce."""
    return {
        "Content-Security-Policy": POLICY.format(nonce=nonce),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    }


class SafeHeaders:
    """ASGI middleware: puts a fresh nonce into `request.state.nonce` and the headers on every response."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and add the headers to what comes back."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        nonce = secrets.token_urlsafe(16)
        scope.setdefault("state", {})["nonce"] = nonce
        cookies = Headers(scope=scope).get("cookie", "")

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(safe_headers(nonce))
                headers.add_vary_header("Cookie")
                if COOKIE in cookies or "set-cookie" in headers:
                    headers["Cache-Control"] = "no-store"  # what editors see stays with them
            await send(message)

        return await self.app(scope, receive, send_with_headers)
