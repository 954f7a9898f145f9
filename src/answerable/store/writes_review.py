"""Editors and correction requests: what people enter beside their judgements."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select

from answerable.errors import NotFoundError, UsageError
from answerable.store import schema
from answerable.store.database import Store
from answerable.text import key


def add_editor(store: Store, name: str, password: str, *, now: datetime) -> None:
    """Lets somebody decide; `password` is already hashed (scrypt$salt$hash). A known name gets the new password."""
    if not name.strip() or len(name) > 80:
        raise UsageError("an editor needs a name of at most 80 characters")
    e = schema.editors
    with store.writing() as connection:
        if connection.scalar(select(e.c.name).where(e.c.name == name)):
            connection.execute(e.update().where(e.c.name == name).values(password=password, active=True))
        else:
            connection.execute(e.insert(), {"name": name, "password": password, "active": True, "added": now})


def remove_editor(store: Store, name: str) -> None:
    """Lets somebody decide no more; what they decided stays under their name. NotFoundError where nobody could."""
    e = schema.editors
    with store.writing() as connection:
        done = connection.execute(e.update().where(e.c.name == name, e.c.active).values(active=False))
        if not done.rowcount:
            raise NotFoundError(f"no editor {name!r}")


def ask_correction(store: Store, subject: str, name: str, contact: str, text: str, *, now: datetime) -> str:
    """Keeps a request for a correction and gives its id. The same request made twice is kept once."""
    if not text.strip():
        raise UsageError("a request for a correction needs words")
    id, r = key("correction", subject, name, text), schema.correction_requests
    row = {"id": id, "subject": subject, "name": name, "contact": contact, "text": text, "made": now}
    with store.writing() as connection:
        if not connection.scalar(select(r.c.id).where(r.c.id == id)):
            connection.execute(r.insert(), row)
    return id


def reply(store: Store, request: str, text: str, *, by: str, now: datetime) -> None:
    """Attaches a reply to a request. Raises NotFoundError where there is none."""
    if not text.strip():
        raise UsageError("a reply needs words")
    r = schema.correction_requests
    with store.writing() as connection:
        done = connection.execute(r.update().where(r.c.id == request).values(reply=text, replied=now, replied_by=by))
        if not done.rowcount:
            raise NotFoundError(f"no correction request {request}")


def keep_rejected(store: Store, ids: Iterable[str]) -> None:
    """Puts the entries and links that people reject in the place of the earlier ones, so that lists leave them out."""
    rows = [{"entry": id} for id in sorted(ids)]
    with store.writing() as connection:
        connection.execute(schema.rejected.delete())
        if rows:
            connection.execute(schema.rejected.insert(), rows)


def secret(store: Store) -> str:
    """The secret that signs the cookies of this record's editors, made once and kept: sign-ins outlive a restart."""
    a = schema.about
    with store.writing() as connection:
        held = connection.scalar(select(a.c.value).where(a.c.name == "secret"))
        if held is None:
            held = secrets.token_hex(32)
            connection.execute(a.insert(), {"name": "secret", "value": held})
    return str(held)
