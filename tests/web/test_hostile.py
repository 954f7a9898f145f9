"""What somebody tries who means harm: no fault of ours, nothing of anybody else's, no form in another's name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.requests import Request
from starlette.testclient import TestClient

from answerable.store import Store, queries, writes_review
from answerable.store.queries import requests
from answerable.web.app import create_app
from answerable.web.guard import LARGEST, clean
from answerable.web.limits import caller
from answerable.web.session import COOKIE, hashed
from tests.web import ferry
from tests.web.test_review import PASSWORD, token

PAGES = (
    "/documents?page={}",
    "/documents/{}",
    "/documents/{}/changes",
    "/statements/{}",
    "/entries/{}",
    "/actors/{}",
    "/actors/{}.atom",
    "/actors?named={}",
    "/actors?page={}",
    "/search?q={}",
    "/search?speaker={}",
    "/search?publisher={}",
    "/search?inquiry={}",
    "/search?document={}",
    "/search?since={}",
    "/search?page={}",
    "/search.csv?q={}",
    "/search.atom?publisher={}",
    "/matters/{}",
    "/matters/{}.ics",
    "/matters?q={}",
    "/matters?page={}",
    "/inquiries/{}.feed.json",
    "/inquiries/{}?addressee={}",
    "/disputes?page={}",
    "/timeline?actor={}",
    "/timeline?since={}&until={}",
    "/timeline?until={}",
    "/graph?actor={}",
    "/briefing?about={}",
    "/briefing.md?about={}",
    "/corrections/{}",
    "/review?done={}",
    "/static/{}",
)
STRANGE = (
    "",
    "0",
    "-1",
    "9" * 30,
    "0001-01-01",
    "9999-12-31",
    "%00",
    "a%00b",
    "%ff%fe",
    "%ed%a0%80",
    "%F0%9F%98%80",
    "\u202e",
    "..%2f..%2fapp.py",
    "%2e%2e/%2e%2e/app.py",
    "' OR 1=1 --",
    '"; DROP TABLE statements; --',
    "%25%5F",
    "%0d%0aSet-Cookie:%20x=y",
    "//evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "<script>alert(1)</script>",
    "{{7*7}}",
    "a " * 199,
    '"' * 399,
    "x" * 5000,
)


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Store]:
    store = ferry.record(tmp_path / "own.db")
    writes_review.add_editor(store, "Edie", hashed(PASSWORD), now=datetime.now(UTC))
    yield store
    store.close()


@pytest.fixture
def editor(own: Store) -> TestClient:
    client = TestClient(create_app(own, today=lambda: ferry.TODAY), follow_redirects=False)
    assert client.post("/sign-in", data={"name": "Edie", "password": PASSWORD}).status_code == 303
    return client


@pytest.mark.parametrize("page", PAGES)
def test_no_address_breaks_a_page(site: TestClient, page: str) -> None:
    for value in STRANGE:
        answer = site.get(page.replace("{}", quote(value, safe="%/")))
        assert answer.status_code < 500, (page, value, answer.text[:300])
        assert "<script>alert" not in answer.text
        assert "set-cookie" not in answer.headers and "/evil.example" not in answer.headers.get("location", "")


@given(st.text(), st.sampled_from(PAGES))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_words_break_a_page(site: TestClient, words: str, page: str) -> None:
    value = quote(words.encode("utf-8", "surrogatepass"), safe="")
    assert site.get(page.replace("{}", value)).status_code < 500


def test_nothing_but_what_is_public_is_served_as_a_file(site: TestClient) -> None:
    for path in ("../app.py", "..%2fapp.py", "%2e%2e/app.py", "vendor/../../app.py", "/etc/passwd", "%2fetc%2fpasswd"):
        answer = site.get(f"/static/{path}")
        assert answer.status_code == 404 and "create_app" not in answer.text and "root:" not in answer.text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 303),  # a program: it has no cookies but those that it was given
        ({"sec-fetch-site": "same-origin"}, 303),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "http://testserver"}, 303),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "https://testserver.evil.example"}, 403),
        ({"origin": "https://evil.example", "sec-fetch-site": "same-origin"}, 303),  # a proxy renames the host
    ],
)
def test_forms_come_from_this_site(own: Store, headers: dict[str, str], status: int) -> None:
    client = TestClient(create_app(own), follow_redirects=False)
    path = f"/corrections/{queries.extraction(own, queries.list_documents(own)[0].id).statements[0].id}"
    assert client.post(path, data={"text": "Not so."}, headers=headers).status_code == status
    assert len(requests(own)) == (status == 303)


def test_every_form_of_an_editor_wants_the_token_of_the_session(editor: TestClient, own: Store) -> None:
    for path, data in (
        ("/review/judge", {"subject": "x", "verdict": "reject"}),
        ("/review/reply", {"id": "x", "text": "x"}),
        ("/sign-out", {}),
    ):
        assert editor.post(path, data={**data, "token": "0" * 64}).status_code == 403
        assert editor.post(path, data={**data, "token": "ä"}).status_code == 403
        assert editor.post(path, data=data).status_code == 400
    assert queries.judgements(own) == ()


def test_the_cookie_is_for_this_site_alone(own: Store) -> None:
    app = create_app(own)
    for base, secure in (("http://record.example", False), ("https://record.example", True)):
        client = TestClient(app, base_url=base, follow_redirects=False)
        told = client.post("/sign-in", data={"name": "Edie", "password": PASSWORD}).headers["set-cookie"].lower()
        assert "httponly" in told and "samesite=strict" in told and ("secure" in told) is secure


def test_what_an_editor_sees_is_kept_by_no_cache(editor: TestClient, site: TestClient) -> None:
    assert editor.get("/review").headers["cache-control"] == "no-store"
    assert editor.get("/").headers["cache-control"] == "no-store"
    assert "no-store" not in site.get("/").headers.get("cache-control", "")
    assert "Cookie" in site.get("/").headers["vary"]


@pytest.mark.parametrize("cookie", ["", "x", "a.b.c", "\x7f", "WyJFZGllIiwgIngiXQ.aa.bb", "[" * 4000])
def test_a_made_up_cookie_is_nobody(own: Store, cookie: str) -> None:
    client = TestClient(create_app(own), follow_redirects=False)
    assert client.get("/review", headers={"cookie": f"{COOKIE}={cookie}"}).headers["location"] == "/sign-in"


def test_a_large_body_is_refused_before_it_is_read(own: Store) -> None:
    client = TestClient(create_app(own), follow_redirects=False)
    read = 0

    def flood() -> Iterator[bytes]:
        nonlocal read
        yield b"name=Edie&password="
        for _ in range(10_000):
            read += 1024
            yield b"x" * 1024

    form = {"content-type": "application/x-www-form-urlencoded"}
    assert client.post("/sign-in", data={"name": "x" * LARGEST, "password": "x"}).status_code == 413
    assert client.post("/sign-in", content=flood(), headers=form).status_code == 413
    many = "&".join(f"f{n}=" for n in range(5000))
    assert client.post("/sign-in", content=many, headers=form).status_code == 400


def test_a_form_in_a_strange_encoding_breaks_nothing(own: Store) -> None:
    client = TestClient(create_app(own), follow_redirects=False)
    path = f"/corrections/{queries.extraction(own, queries.list_documents(own)[0].id).statements[0].id}"
    for charset in ("unicode_escape", "utf-7", "utf-16", "rot13", "idna", "nonsense", "utf-8"):
        part = 'Content-Disposition: form-data; name="text"\r\n\r\n'
        body = f"--b\r\n{part}a\\ud800\\x00b +2AA-\0\r\n--b--\r\n".encode("latin-1")
        headers = {"content-type": f"multipart/form-data; boundary=b; charset={charset}"}
        assert client.post(path, content=body, headers=headers).status_code in (303, 400, 429), charset
        sign = body.replace(b'"text"', b'"password"') + b""
        assert client.post("/sign-in", content=sign, headers=headers).status_code in (400, 401, 429), charset
    assert all("\0" not in r.text for r in requests(own))


@given(st.text())
def test_clean_words_can_be_kept(words: str) -> None:
    kept = clean(words)
    kept.encode()
    assert "\0" not in kept and clean(kept) == kept
    assert clean("Lines\nand\ttabs, “ä” 日本 👩‍👧") == "Lines\nand\ttabs, “ä” 日本 👩‍👧"


def test_a_caller_is_a_network() -> None:
    def of(host: str) -> str:
        return caller(Request({"type": "http", "client": (host, 1)}))

    assert of("192.0.2.1") != of("192.0.2.2")
    assert of("2001:db8:1:2::1") == of("2001:db8:1:2:ffff::9") != of("2001:db8:1:3::1")
    assert of("::ffff:192.0.2.1") == of("192.0.2.1")
    assert caller(Request({"type": "http", "client": None})) == ""


def test_a_password_cannot_be_guessed_fast(own: Store) -> None:
    client = TestClient(create_app(own), follow_redirects=False)
    answers = [client.post("/sign-in", data={"name": "Edie", "password": str(n)}).status_code for n in range(8)]
    assert answers == [401] * 5 + [429] * 3
    assert client.post("/sign-in", data={"name": "Edie", "password": PASSWORD}).status_code == 429


def test_a_token_is_of_one_session(editor: TestClient, own: Store) -> None:
    other = TestClient(create_app(own), follow_redirects=False)
    other.post("/sign-in", data={"name": "Edie", "password": PASSWORD})
    given = {"subject": "x", "verdict": "reject", "token": token(other)}
    assert editor.post("/review/judge", data=given).status_code == 403
