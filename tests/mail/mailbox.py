"""A mail server on this machine (RFC 5321, the least of it), with encryption (RFC 3207) and login (RFC 4954)."""

from __future__ import annotations

import base64
import email
import socket
import ssl
from email import policy
from email.message import EmailMessage
from io import BufferedRWPair
from pathlib import Path
from threading import Thread

CERTIFICATE = Path(__file__).parent / "mailbox.pem"


class Mailbox:
    """Takes one message at a time; refuses addresses at nowhere.example.

    `starttls`: offers to encrypt, and asks those who have for `login` (name, password). `tls`: encrypts from the first
    byte on. `taken` are the messages, `logins` who signed in, `heard` every line in the order that they came, each
    with whether it came encrypted.
    """

    def __init__(self, *, starttls: bool = False, tls: bool = False, login: tuple[str, str] | None = None) -> None:
        self.starttls, self.tls, self.login = starttls, tls, login
        self.taken: list[EmailMessage] = []
        self.logins: list[str] = []
        self.heard: list[tuple[str, bool]] = []
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self.listening.getsockname()[1]
        Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        """Listens no more."""
        self.listening.close()

    def _serve(self) -> None:
        while True:
            try:
                client, _ = self.listening.accept()
            except OSError:
                return
            try:
                self._talk(self._encrypted(client) if self.tls else client)
            except (OSError, ssl.SSLError):  # the caller went away, or does not trust us
                client.close()

    def _encrypted(self, client: socket.socket) -> ssl.SSLSocket:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        return context.wrap_socket(client, server_side=True)

    def _talk(self, client: socket.socket) -> None:
        stream = _stream(client)
        _say(stream, "220 mailbox")
        known = self.login is None
        while line := stream.readline().decode().strip():
            self.heard.append((line, isinstance(client, ssl.SSLSocket)))
            verb, _, rest = line.partition(" ")
            match verb.upper():
                case "EHLO":
                    _say(stream, *self._offers(client))
                case "STARTTLS":
                    _say(stream, "220 go on")
                    client = self._encrypted(client)
                    stream = _stream(client)
                case "AUTH":
                    known = self._signed_in(rest)
                    _say(stream, "235 welcome" if known else "535 no such name and password")
                case "DATA" if known:
                    _say(stream, "354 go on")
                    self._take(stream)
                    _say(stream, "250 taken")
                case "RCPT" if "nowhere.example" in rest:
                    _say(stream, "550 nobody here")
                case "QUIT":
                    _say(stream, "221 bye")
                    return
                case _:
                    _say(stream, "250 done" if known else "530 sign in first")

    def _offers(self, client: socket.socket) -> tuple[str, ...]:
        encrypted = isinstance(client, ssl.SSLSocket)
        offered = ["STARTTLS"] if self.starttls and not encrypted else []
        offered += ["AUTH PLAIN"] if self.login and encrypted else []
        lines = ["mailbox", *offered]
        return tuple(f"250{'-' if n < len(lines) else ' '}{line}" for n, line in enumerate(lines, 1))

    def _signed_in(self, rest: str) -> bool:
        _, name, password = base64.b64decode(rest.removeprefix("PLAIN ")).decode().split("\0")
        if (name, password) != self.login:
            return False
        self.logins.append(name)
        return True

    def _take(self, stream: BufferedRWPair) -> None:
        body = b"".join(iter(stream.readline, b".\r\n"))
        made = email.message_from_bytes(body, policy=policy.default)
        assert isinstance(made, EmailMessage)
        self.taken.append(made)


def _stream(client: socket.socket) -> BufferedRWPair:
    return client.makefile("rwb")


def _say(stream: BufferedRWPair, *lines: str) -> None:
    stream.write("".join(f"{line}\r\n" for line in lines).encode())
    stream.flush()
