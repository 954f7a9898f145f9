import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing, suppress

import httpx2
import pytest

from answerable.errors import FetchError
from answerable.fetch.http import REDIRECTS, Web


def answer(request: httpx2.Request) -> httpx2.Response:
    match request.url.path:
        case "/page":
            return httpx2.Response(200, content=b"<p>One", headers={"Content-Type": "Text/HTML; charset=utf-8"})
        case "/moved":
            return httpx2.Response(301, headers={"Location": "/page"})
        case "/round":
            return httpx2.Response(302, headers={"Location": "/round"})
        case "/file":
            return httpx2.Response(302, headers={"Location": "file:///etc/passwd"})
        case "/slow":
            raise httpx2.ReadTimeout("slow")
        case "/large":
            return httpx2.Response(200, content=b"x" * 2000)
    return httpx2.Response(404)


@pytest.fixture
def web() -> Web:
    return Web(transport=httpx2.MockTransport(answer), largest=1000)


def test_a_page_comes_with_its_type(web: Web) -> None:
    fetched = web.get("https://a.example/page")
    assert (fetched.data, fetched.media_type) == (b"<p>One", "text/html")


def test_redirects_are_followed(web: Web) -> None:
    assert web.get("https://a.example/moved").url == "https://a.example/page"


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("https://a.example/gone", "the server answers 404 Not Found"),
        ("https://a.example/round", f"redirects more than {REDIRECTS} times"),
        ("https://a.example/file", "not http or https"),
        ("https://a.example/slow", "no answer within"),
        ("https://a.example/large", "more than 0 MB"),
        ("file:///etc/passwd", "not an http or https address"),
        ("https://a.example:port/", "not an address"),
    ],
)
def test_what_cannot_be_had_is_named(web: Web, url: str, reason: str) -> None:
    with pytest.raises(FetchError, match=reason) as error:
        web.get(url)
    assert error.value.name == url


SLOW = {
    "headers": b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 200,
    "body": b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 200,  # ends where the connection does: cut off it looks whole
    "counted": b"HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\n" + b"x" * 200,
}


@pytest.fixture(params=SLOW)
def trickling(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a server that sends its answer in drops, far more often than any time limit for the next bytes."""

    def serve(listening: socket.socket) -> None:
        with suppress(OSError):
            connection, _ = listening.accept()
            with closing(connection):
                answer = SLOW[request.param]
                connection.recv(1000)
                connection.sendall(answer[:30])
                for byte in answer[30:]:
                    time.sleep(0.1)
                    connection.sendall(bytes((byte,)))

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=serve, args=(listening,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
        thread.join(30)


def test_a_server_that_never_ends_is_left(trickling: str) -> None:
    began = time.monotonic()
    with Web(longest=0.5) as web, pytest.raises(FetchError, match="not all there within"):
        web.get(trickling)
    assert time.monotonic() - began < 10
