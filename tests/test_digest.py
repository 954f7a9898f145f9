"""A digest goes to a real mail server on this machine and says what changed, in both its forms."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from answerable.digest import Digest, Line, Part, Server, digest, html, message, plain, send
from answerable.errors import SendError, UsageError
from answerable.store import Store
from tests.mail.mailbox import CERTIFICATE, Mailbox
from tests.web import ferry

NOW = datetime(2025, 6, 1, 9, 0, tzinfo=UTC)
EMPTY = Digest(date(2025, 1, 1), date(2025, 1, 8), "", ())


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    made = Mailbox()
    yield made
    made.close()


@pytest.fixture
def trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    """The certificate of the mailbox is one that this machine trusts."""
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = ferry.record(tmp_path / "ferry.db")
    yield made
    made.close()


def test_what_changed_since_a_day(store: Store) -> None:
    told = digest(store, ferry.TODAY, ferry.TODAY, "https://record.example/")
    parts = {part.title: part for part in told.parts}
    assert parts["Added and decided"].total == 4
    assert parts["Answered"].total == 2 and parts["Promised"].total == 2
    assert "a new version of a document: Progress on the Quill Inquiry" in plain(told)
    assert "https://record.example/entries/" in plain(told)
    assert digest(store, ferry.TODAY + timedelta(days=1), ferry.TODAY).parts == ()


def test_sent_and_received_in_two_forms(store: Store, mailbox: Mailbox) -> None:
    told = digest(store, ferry.TODAY, ferry.TODAY)
    send(message(told, "record@paper.example", ["desk@paper.example"], NOW), Server.of(f"127.0.0.1:{mailbox.port}"))
    (taken,) = mailbox.taken
    assert taken["Subject"] == "What changed in the record since 1 June 2025"
    assert taken["Date"] == "Sun, 01 Jun 2025 09:00:00 +0000"
    assert taken["Message-ID"].endswith("@paper.example>") and taken["Auto-Submitted"] == "auto-generated"
    text, marked = taken.get_body(("plain",)), taken.get_body(("html",))
    assert text and marked
    assert "“We accept this recommendation." in text.get_content()
    assert "<blockquote>We accept this recommendation." in marked.get_content()


def test_words_of_others_are_no_markup() -> None:
    line = Line("<b>A</b>", "<script>alert(1)</script>", "/x")
    told = Digest(date(2025, 1, 1), date(2025, 1, 8), "", (Part("Asked", 22, (line,)),))
    assert "<script>" not in html(told) and "&lt;b&gt;A" in html(told)
    assert "and 21 more" in html(told) and "and 21 more" in plain(told)


def test_a_refused_recipient_and_a_silent_server(mailbox: Mailbox) -> None:
    made = message(EMPTY, "a@b.example", ["x@nowhere.example"], NOW)
    with pytest.raises(SendError, match="did not take the message"):
        send(made, Server("127.0.0.1", mailbox.port))
    with pytest.raises(SendError, match="the password was not sent"):
        send(made, Server("127.0.0.1", mailbox.port, "edie", "secret"))
    mailbox.close()
    with pytest.raises(SendError):
        send(made, Server("127.0.0.1", 1))


def test_the_address_of_a_server() -> None:
    assert Server.of("mail.example") == Server("mail.example", 25)
    assert Server.of("smtps://e%40x:p%3A@mail.example") == Server("mail.example", 465, "e@x", "p:", True)
    for wrong in ("http://mail.example", "smtp://", "mail.example:many"):
        with pytest.raises(UsageError):
            Server.of(wrong)


@pytest.mark.parametrize("scheme", ["smtp", "smtps"])
def test_a_password_is_sent_over_an_encrypted_connection_alone(scheme: str, trusted: None) -> None:
    mailbox = Mailbox(starttls=scheme == "smtp", tls=scheme == "smtps", login=("edie", "p: w"))
    server = Server.of(f"{scheme}://edie:p%3A%20w@127.0.0.1:{mailbox.port}")
    send(message(EMPTY, "a@b.example", ["c@d.example"], NOW), server)
    assert mailbox.logins == ["edie"] and len(mailbox.taken) == 1
    assert all(encrypted for line, encrypted in mailbox.heard if line.startswith(("AUTH", "MAIL", "RCPT", "DATA")))
    with pytest.raises(SendError, match="535"):
        send(
            message(EMPTY, "a@b.example", ["c@d.example"], NOW),
            Server.of(f"{scheme}://edie:no@127.0.0.1:{server.port}"),
        )
    mailbox.close()


@pytest.mark.parametrize("scheme", ["smtp", "smtps"])
def test_a_server_that_nobody_vouches_for_is_told_nothing(scheme: str) -> None:
    mailbox = Mailbox(starttls=scheme == "smtp", tls=scheme == "smtps", login=("edie", "secret"))
    with pytest.raises(SendError, match="CERTIFICATE_VERIFY_FAILED"):
        send(
            message(EMPTY, "a@b.example", ["c@d.example"], NOW),
            Server.of(f"{scheme}://edie:secret@127.0.0.1:{mailbox.port}"),
        )
    assert not mailbox.logins and not any(line.startswith(("AUTH", "MAIL")) for line, _ in mailbox.heard)
    mailbox.close()


WRONG = [
    "nobody",
    "a@b.example\nBcc: c@d.example",
    "a@b.example,c@d.example",
    "a@b\0.example",
    "A <a@b.example>",
    "@b.example",
]


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_no_address(wrong: str) -> None:
    for sender, to in (("a@b.example", wrong), (wrong, "a@b.example")):
        with pytest.raises(UsageError):
            message(EMPTY, sender, [to], NOW)


def test_a_title_cannot_pass_for_lines_of_the_digest() -> None:
    line = Line("A title\n\nOverdue (7)", "words", "/x")
    assert "* A title Overdue (7)\n" in plain(
        Digest(date(2025, 1, 1), date(2025, 1, 8), "", (Part("Asked", 1, (line,)),))
    )
