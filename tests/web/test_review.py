"""Sign in, decide, see the change, undo it; ask for a correction and get a reply."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

import pytest
from starlette.testclient import TestClient

from answerable.errors import NotFoundError
from answerable.store import Store, queries, writes_review
from answerable.store.queries import password_of, requests
from answerable.store.search import Wanted, search_statements
from answerable.web.app import create_app
from answerable.web.limits import Bucket, Turns
from answerable.web.session import Sessions, hashed, matches
from tests.web import ferry

PASSWORD = "correct horse battery"


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Store]:
    store = ferry.record(tmp_path / "own.db")
    writes_review.add_editor(store, "Edie", hashed(PASSWORD), now=datetime.now(UTC))
    yield store
    store.close()


@pytest.fixture
def editor(own: Store) -> TestClient:
    client = TestClient(create_app(own, today=lambda: ferry.TODAY), follow_redirects=True)
    answer = client.post("/sign-in", data={"name": "Edie", "password": PASSWORD})
    assert answer.url.path == "/review"
    return client


def token(client: TestClient) -> str:
    found = re.search(r'name="token" value="(\w+)"', client.get("/review").text)
    assert found
    return found[1]


def test_passwords() -> None:
    stored = hashed("secret")
    assert stored.startswith("scrypt$") and "secret" not in stored
    assert matches("secret", stored)
    assert not matches("Secret", stored)
    assert not matches("secret", None)


def test_a_cookie_of_another_site_is_nobody() -> None:
    ours, theirs = (Sessions(secret, {"Edie": hashed(PASSWORD)}.get) for secret in "ab")
    assert ours.editor(ours.cookie("Edie")) == "Edie"
    assert ours.editor(theirs.cookie("Edie")) is None
    assert ours.editor("rubbish") is None
    assert ours.editor(None) is None


def test_a_cookie_ends_with_the_password_and_with_the_editor(editor: TestClient, own: Store) -> None:
    def signed_in() -> bool:
        return editor.get("/review").url.path == "/review"

    assert signed_in()
    writes_review.add_editor(own, "Edie", hashed(PASSWORD), now=datetime.now(UTC))  # the same, given anew
    assert not signed_in()
    editor.post("/sign-in", data={"name": "Edie", "password": PASSWORD})
    assert signed_in()
    writes_review.remove_editor(own, "Edie")
    assert not signed_in()
    assert editor.post("/sign-in", data={"name": "Edie", "password": PASSWORD}).status_code == 401
    with pytest.raises(NotFoundError):
        writes_review.remove_editor(own, "Edie")


def test_a_cookie_of_a_removed_editor_stays_dead_when_another_is_let_in(own: Store) -> None:
    sessions = Sessions("a", lambda name: password_of(own, name))
    writes_review.remove_editor(own, "Edie")
    cookie = sessions.cookie("Edie")
    assert sessions.editor(cookie) is None
    writes_review.add_editor(own, "Edie", hashed("another one"), now=datetime.now(UTC))
    assert sessions.editor(cookie) is None


def test_tries_under_one_name_wait_whoever_makes_them() -> None:
    turns = Turns(free=2, every=1000, wait=0.05, most=2)

    async def tries() -> None:
        turns.knows("Edie", "her own network")
        began = monotonic()
        assert [await turns.comes("Edie", f"stranger {n}") for n in range(2)] == [True, True]
        assert monotonic() - began < 0.05
        at_once = await asyncio.gather(*(turns.comes("Edie", f"stranger {n}") for n in range(5)))
        assert at_once == [True, True, False, False, False]
        assert monotonic() - began >= 0.05
        began = monotonic()
        assert await turns.comes("Edie", "her own network") and await turns.comes("Ann", "stranger 1")
        assert monotonic() - began < 0.05
        assert await turns.comes("Edie", "her new network")  # waits a little, and is let in

    asyncio.run(tries())


def test_strangers_slow_an_editor_down_but_lock_nobody_out(own: Store) -> None:
    app = create_app(own)
    app.state.site = replace(app.state.site, turns=Turns(free=1, every=1000, wait=0.01))
    for n in range(8):
        stranger = TestClient(app, client=(f"192.0.2.{n}", 1))
        assert stranger.post("/sign-in", data={"name": "Edie", "password": "guess"}).status_code == 401
    edie = TestClient(app, client=("198.51.100.1", 1), follow_redirects=False)
    assert edie.post("/sign-in", data={"name": "Edie", "password": PASSWORD}).status_code == 303


def test_a_bucket_fills_again() -> None:
    now = [0.0]
    bucket = Bucket(2, 10, lambda: now[0])
    assert [bucket.takes("a") for _ in range(3)] == [True, True, False]
    assert bucket.takes("b")
    now[0] = 10
    assert [bucket.takes("a") for _ in range(2)] == [True, False]


def test_only_editors_decide(own: Store) -> None:
    client = TestClient(create_app(own), follow_redirects=False)
    assert client.get("/review").headers["location"] == "/sign-in"
    assert client.get("/review.json").status_code == 401
    assert client.post("/review/judge", data={"token": "x", "subject": "x", "verdict": "reject"}).status_code == 401
    assert client.post("/sign-in", data={"name": "Edie", "password": "guess"}).status_code == 401
    for _ in range(5):
        last = client.post("/sign-in", data={"name": "Edie", "password": "guess"})
    assert last.status_code == 429


def test_a_form_from_elsewhere_is_refused(editor: TestClient) -> None:
    assert editor.post("/review/judge", data={"token": "x", "subject": "x", "verdict": "reject"}).status_code == 403


def test_correct_see_it_undo_it(editor: TestClient, own: Store) -> None:
    hit = search_statements(own, Wanted(words="vessel")).hits[0]
    assert hit.statement
    page = f"/documents/{hit.document}.json"

    def act() -> str:
        notes = [n for p in editor.get(page).json()["paragraphs"] for n in p["notes"]]
        return next((n["act"] for n in notes if n["id"] == hit.statement.id), "gone")  # type: ignore[union-attr]

    assert act() == "state"
    given = {"token": token(editor), "subject": hit.statement.id}
    done = editor.post("/review/judge", data={**given, "verdict": "correct", "act": "deny", "reason": "she denied it"})
    assert act() == "deny"
    assert "she denied it" in editor.get("/decisions").text
    id = re.search(r"done=(\w+)", str(done.url))
    assert id
    editor.post("/review/judge", data={**given, "subject": id[1], "verdict": "undo"})
    assert act() == "state"
    editor.post("/review/judge", data={**given, "verdict": "reject"})
    assert act() == "gone"
    assert hit.statement.id not in [e["id"] for e in editor.get("/search.json?q=vessel").json()["entries"]]


def test_a_correction_must_say_what_it_should_be(editor: TestClient) -> None:
    given = {"token": token(editor), "subject": "x", "verdict": "correct"}
    assert editor.post("/review/judge", data=given).status_code == 400
    assert editor.post("/review/judge", data={**given, "act": "shout"}).status_code == 400


def test_a_request_and_its_reply(editor: TestClient, own: Store) -> None:
    hit = search_statements(own, Wanted(words="hiding")).hits[0]
    assert hit.statement
    path = f"/corrections/{hit.statement.id}"
    asked = editor.post(
        path, data={"text": "I never said <b>that</b>", "name": "Ivo Tarrant", "contact": "ivo@ferry.example"}
    )
    assert "Your request has been kept" in asked.text
    assert "I never said &lt;b&gt;that" in asked.text and "ivo@ferry.example" not in asked.text
    assert "ivo@ferry.example" in editor.get("/review").text
    (request,) = requests(own, open_only=True)
    editor.post("/review/reply", data={"token": token(editor), "id": request.id, "text": "We looked again."})
    assert "We looked again." in editor.get(path).text
    assert requests(own, open_only=True) == ()


def test_a_disposition_corrected_shows_in_the_matter(editor: TestClient, own: Store) -> None:
    matter = next(m for m in queries.matters(own) if m.responses)
    given = {"token": token(editor), "subject": matter.responses[0].id, "verdict": "correct", "disposition": "rejected"}
    assert editor.post("/review/judge", data=given).status_code == 200
    found = editor.get("/matters.json").json()["matters"]
    shown = [a["disposition"] for m in found for a in m["answers"] if a["entry"]["id"] == matter.responses[0].id]
    assert shown == ["rejected"]
