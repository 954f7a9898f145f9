"""A digest goes to a real mail server on this machine and says what changed, in both its forms."""

from __future__ import annotations

import email
import socket
from collections.abc import Iterator
from datetime import date, timedelta
from email import policy
from email.message import EmailMessage
from io import BufferedRWPair
from pathlib import Path
from threading import Thread

import pytest

from answerable.digest import Digest, Line, Part, Server, digest, html, message, plain, send
from answerable.errors import SendError, UsageError
from answerable.store import Store
from tests.web import ferry


class Mailbox:
    """A mail server for one message at a time (RFC 5321, the least of it); refuses addresses at nowhere.example."""

    def __init__(self) -> None:
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port = self.listening.getsockname()[1]
        self.taken: list[EmailMessage] = []
        Thread(target=self.serve, daemon=True).start()

    def serve(self) -> None:
        while True:
            try:
                client, _ = self.listening.accept()
            except OSError:
                return
            with client, client.makefile("rwb") as stream:
                self.talk(stream)

    def talk(self, stream: BufferedRWPair) -> None:
        def say(line: str) -> None:
            stream.write(f"{line}\r\n".encode())
            stream.flush()

        say("220 mailbox")
        while line := stream.readline().decode().strip():
            if line.upper().startswith("DATA"):
                say("354 go on")
                body = b"".join(iter(stream.readline, b".\r\n"))
                made = email.message_from_bytes(body, policy=policy.default)
                assert isinstance(made, EmailMessage)
                self.taken.append(made)
            refused = line.upper().startswith("RCPT") and "nowhere.example" in line
            say("550 nobody here" if refused else "221 bye" if line.upper() == "QUIT" else "250 done")
            if line.upper() == "QUIT":
                return


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    made = Mailbox()
    yield made
    made.listening.close()


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
    send(message(told, "record@paper.example", ["desk@paper.example"]), Server.of(f"127.0.0.1:{mailbox.port}"))
    (taken,) = mailbox.taken
    assert taken["Subject"] == "What changed in the record since 1 June 2025"
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
    made = message(Digest(date(2025, 1, 1), date(2025, 1, 8), "", ()), "a@b.example", ["x@nowhere.example"])
    with pytest.raises(SendError, match="did not take the message"):
        send(made, Server("127.0.0.1", mailbox.port))
    with pytest.raises(SendError, match="the password was not sent"):
        send(made, Server("127.0.0.1", mailbox.port, "edie", "secret"))
    mailbox.listening.close()
    with pytest.raises(SendError):
        send(made, Server("127.0.0.1", 1))


def test_the_address_of_a_server() -> None:
    assert Server.of("mail.example") == Server("mail.example", 25)
    assert Server.of("smtps://e%40x:p%3A@mail.example") == Server("mail.example", 465, "e@x", "p:", True)
    for wrong in ("http://mail.example", "smtp://", "mail.example:many"):
        with pytest.raises(UsageError):
            Server.of(wrong)


@pytest.mark.parametrize("wrong", ["nobody", "a@b.example\nBcc: c@d.example", "a@b.example,c@d.example"])
def test_what_is_no_address(wrong: str) -> None:
    with pytest.raises(UsageError):
        message(Digest(date(2025, 1, 1), date(2025, 1, 8), "", ()), "a@b.example", [wrong])
