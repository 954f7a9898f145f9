"""What changed in the record since a day, as a message: plain text and HTML that say the same. `smtplib` lives here."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from email.message import EmailMessage
from email.utils import make_msgid
from html import escape
from urllib.parse import unquote, urlsplit

from answerable.errors import SendError, UsageError
from answerable.store import Store, queries
from answerable.store.queries import additions, matters_due
from answerable.web.pages.asked import Asked, asked
from answerable.web.pages.decided import corrected
from answerable.web.pages.lately import changes
from answerable.web.pages.pinned import Pinned, pinned
from answerable.web.render import counted, day

SHOWN = 20
"""Lines of a part; the rest is counted."""
MANY = 1000
"""So many matters that fall due are looked at and counted."""
SOON = timedelta(days=30)
SECONDS = 30
"""How long a server may take to answer."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to tell: what it is, the words (empty where there are none), and the path of its page."""

    title: str
    words: str
    path: str


@dataclass(frozen=True, slots=True)
class Part:
    """Things of one kind, at most twenty of `total`."""

    title: str
    total: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """What changed from `since` to `until`, both inclusive. `base` is the address of the site, empty where unknown."""

    since: date
    until: date
    base: str
    parts: tuple[Part, ...]

    @property
    def subject(self) -> str:
        """The subject of the message."""
        return f"What changed in the record since {day(self.since)}"


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server. `user` signs in with `password`, over an encrypted connection alone; `tls` encrypts at once."""

    host: str
    port: int
    user: str = ""
    password: str = ""
    tls: bool = False

    @classmethod
    def of(cls, address: str) -> Server:
        """The server at smtp://[user:password@]host[:port] or smtps://…; the scheme may be left out.

        Raises UsageError for an address that is none.
        """
        parts = urlsplit(address if "://" in address else f"smtp://{address}")
        try:
            port = parts.port
        except ValueError as error:
            raise UsageError(f"{address!r} is no mail server: {error}") from error
        if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
            raise UsageError("a mail server is given as smtp://[user:password@]host[:port] or smtps://…")
        tls = parts.scheme == "smtps"
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        return cls(parts.hostname, port or (465 if tls else 25), user, password, tls)


def digest(store: Store, since: date, today: date, base: str = "") -> Digest:
    """What came into the record since the beginning of a day (UTC), what falls due within a month, what is overdue."""
    moment = datetime.combine(since, time(), UTC)
    new = [queries.extraction(store, a.id) for a in additions(store, since=moment)]
    said = (
        ("Asked", [p for x in new for p in pinned(store, corrected(store, x.asks))]),
        ("Answered", [p for x in new for p in pinned(store, corrected(store, x.responses))]),
        ("Promised", [p for x in new for p in pinned(store, corrected(store, x.commitments))]),
        ("Said to have been done, according to", [p for x in new for p in pinned(store, corrected(store, x.progress))]),
    )
    told = [Line(f"{c.what}: {c.name}", "", c.path) for c in changes(store, since=moment)]
    parts = [_part("Added and decided", told), *(_part(title, map(_pin, pins)) for title, pins in said)]
    if any(part.total for part in parts):  # days that come and go alone are no news
        ids = matters_due(store, today - SOON, today + SOON, limit=MANY)
        rows = asked(store, queries.matters(store, ids=ids), today)
        parts.append(_part("Overdue since less than a month", (_due(r) for r in rows if r.overdue)))
        parts.append(_part("Due within a month", (_due(r) for r in rows if r.due and r.due >= today)))
    return Digest(since, today, base.rstrip("/"), tuple(part for part in parts if part.total))


def _part(title: str, lines: Iterable[Line]) -> Part:
    listed = tuple(lines)
    return Part(title, len(listed), listed[:SHOWN])


def _pin(pin: Pinned) -> Line:
    who = pin.by.name if pin.by else "somebody not named"
    return Line(f"{who}: {pin.label} ({pin.document_title})", pin.words, f"/entries/{pin.id}")


def _due(row: Asked) -> Line:
    return Line(f"{day(row.due)}: {row.ask.label}", row.ask.words, f"/matters/{row.id}")


# ---------------------------------------------------------------- forms


def plain(told: Digest) -> str:
    """The digest as plain text."""
    lines = [told.subject, ""]
    for part in told.parts:
        lines += [f"{part.title} ({part.total})", ""]
        for line in part.lines:
            lines.append(f"* {' '.join(line.title.split())}")
            lines += [f"  “{line.words}”"] if line.words else []
            lines += [f"  {told.base}{line.path}"] if told.base else []
        lines += [_more(part), ""] if part.total > len(part.lines) else [""]
    return "\n".join([*lines, _CLOSING, ""])


def html(told: Digest) -> str:
    """The digest as HTML without pictures, styles from elsewhere or script."""
    made = [f'<!doctype html><html lang="en"><title>{escape(told.subject)}</title><h1>{escape(told.subject)}</h1>']
    for part in told.parts:
        made.append(f"<h2>{escape(part.title)} ({part.total})</h2><ul>")
        for line in part.lines:
            name = escape(line.title)
            title = f'<a href="{escape(told.base + line.path)}">{name}</a>' if told.base else name
            words = f"<blockquote>{escape(line.words)}</blockquote>" if line.words else ""
            made.append(f"<li>{title}{words}</li>")
        made.append(f"</ul><p>{_more(part)}</p>" if part.total > len(part.lines) else "</ul>")
    return "\n".join([*made, f"<p>{_CLOSING}</p></html>"])


_CLOSING = "This record says who said what, and shows the words. It gives no verdict of its own."


def _more(part: Part) -> str:
    return f"and {counted(part.total - len(part.lines), 'more', 'more')}"


def message(told: Digest, sender: str, to: Sequence[str], now: datetime) -> EmailMessage:
    """The digest as a message (RFC 5322) of two forms, sent `now`. Raises UsageError for what is no address."""
    for address in (sender, *to):
        name, at, domain = address.rpartition("@")
        if not (name and at and domain) or not address.isprintable() or set(address) & set(' <>(),;:"\\'):
            raise UsageError(f"{address!r} is no mail address")
    made = EmailMessage()
    made["Subject"], made["From"], made["To"] = told.subject, sender, ", ".join(to)
    made["Date"], made["Message-ID"] = now, make_msgid(domain=sender.rpartition("@")[2])
    made["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's absence replies to it
    made.set_content(plain(told))
    made.add_alternative(html(told), subtype="html")
    return made


def send(made: EmailMessage, server: Server) -> None:
    """Hands a message to a server. Raises SendError where it does not take it for every recipient."""
    secure = ssl.create_default_context()
    try:
        if server.tls:
            opened: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=SECONDS, context=secure)
        else:
            opened = smtplib.SMTP(server.host, server.port, timeout=SECONDS)
        with opened as smtp:
            smtp.ehlo()
            if not server.tls and smtp.has_extn("starttls"):
                smtp.starttls(context=secure)
                smtp.ehlo()
            elif server.user and not server.tls:
                raise SendError(f"{server.host} offers no encryption: the password was not sent")
            if server.user:
                smtp.login(server.user, server.password)
            refused = smtp.send_message(made)
    except (OSError, smtplib.SMTPException) as error:
        raise SendError(f"{server.host}:{server.port} did not take the message: {error}") from error
    if refused:
        raise SendError(f"{server.host} refused {', '.join(sorted(refused))}")
