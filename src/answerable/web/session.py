"""Who is signed in: scrypt passwords, a signed cookie that holds as long as the password, and a token for forms."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from itsdangerous import BadSignature, URLSafeTimedSerializer

COOKIE = "answerable_editor"
LASTS = 12 * 60 * 60
"""Seconds that a sign-in lasts."""

_COST = {"n": 2**14, "r": 8, "p": 1, "dklen": 32}


def hashed(password: str, salt: bytes | None = None) -> str:
    """A password as it is stored: scrypt$salt$hash (RFC 7914; n 2^14, r 8, p 1), salt and hash in hexadecimal."""
    salt = salt or secrets.token_bytes(16)
    made = hashlib.scrypt(password.encode(), salt=salt, **_COST)
    return f"scrypt${salt.hex()}${made.hex()}"


NOBODY = hashed(secrets.token_hex())
"""Compared with when there is no such editor, so that the answer takes as long."""


def matches(password: str, stored: str | None) -> bool:
    """Whether a password is the one that was stored."""
    _, salt, _ = (stored or NOBODY).split("$")
    same = hmac.compare_digest(hashed(password, bytes.fromhex(salt)), stored or NOBODY)
    return same and stored is not None


@dataclass(frozen=True, slots=True)
class Sessions:
    """Makes and reads the cookies of one site.

    `secret` signs them; `passwords` gives an editor's password as it is stored, or None for who may not sign in.
    """

    secret: str
    passwords: Callable[[str], str | None]

    def cookie(self, editor: str) -> str:
        """The cookie of an editor who has just signed in; no two are equal."""
        return str(self._signer("session").dumps([editor, self._mark(editor), secrets.token_urlsafe(8)]))

    def editor(self, cookie: str | None) -> str | None:
        """Who the cookie was made for, or None if it is not ours, altered, too old or from before the password."""
        if not cookie:
            return None
        try:
            name, mark, _ = self._signer("session").loads(cookie, max_age=LASTS)
        except (BadSignature, ValueError):
            return None
        return str(name) if hmac.compare_digest(str(mark), self._mark(str(name))) and self.passwords(name) else None

    def token(self, cookie: str) -> str:
        """The token of the forms of a session: whoever cannot read the pages cannot make it."""
        return hmac.new(self.secret.encode(), b"form " + cookie.encode(), "sha256").hexdigest()

    def holds(self, cookie: str, token: str) -> bool:
        """Whether a form came from a page of this session."""
        return hmac.compare_digest(self.token(cookie).encode(), token.encode())

    def _mark(self, editor: str) -> str:
        """Changes with the password; tells nothing of it."""
        return hmac.new(self.secret.encode(), f"password {self.passwords(editor)}".encode(), "sha256").hexdigest()[:16]

    def _signer(self, use: str) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(self.secret, salt=f"answerable {use}")
