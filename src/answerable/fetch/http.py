"""The web: one address at a time, politely and within limits."""

from __future__ import annotations

from types import TracebackType
from typing import Self

import httpx2

from answerable.errors import FetchError
from answerable.fetch.deadline import Deadline
from answerable.fetch.fetched import Fetched

LARGEST = 100 * 1024 * 1024
"""Bytes up to which an answer is taken."""
SECONDS = 30.0
"""How long to wait for a connection or for the next bytes."""
LONGEST = 600.0
"""Seconds in which the whole answer, redirects included, must be there."""
REDIRECTS = 8
_SCHEMES = frozenset(("http", "https"))
_AGENT = "answerable (reads public documents on behalf of a person)"


class Web:
    """Fetches addresses over one pool of connections. Use as a context manager.

    Only http and https, redirects included. `transport` takes the place of the network, for tests.
    """

    def __init__(
        self, *, transport: httpx2.BaseTransport | None = None, largest: int = LARGEST, longest: float = LONGEST
    ) -> None:
        self._largest, self._longest = largest, longest
        self._client = httpx2.Client(
            transport=transport,
            timeout=httpx2.Timeout(SECONDS),
            follow_redirects=True,
            max_redirects=REDIRECTS,
            headers={"User-Agent": _AGENT, "Accept-Language": "en"},
            event_hooks={"request": [_only_the_web]},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._client.close()

    def get(self, url: str) -> Fetched:
        """The bytes at `url`.

        Raises FetchError if the address is none, if it cannot be reached in time, if the answer is an error, or if it
        is larger than the limit.
        """
        with Deadline(self._longest) as deadline:
            try:
                return self._get(url, deadline)
            finally:
                if deadline.over:  # also where what had come by then looks whole
                    raise FetchError(url, f"not all there within {self._longest:.0f} seconds") from None

    def _get(self, url: str, deadline: Deadline) -> Fetched:
        try:
            if httpx2.URL(url).scheme not in _SCHEMES:
                raise FetchError(url, "not an http or https address")
            with self._client.stream("GET", url, extensions={"trace": deadline.trace}) as response:
                if response.is_error:
                    raise FetchError(url, f"the server answers {response.status_code} {response.reason_phrase}".strip())
                data = self._body(url, response)
                media_type = response.headers.get("content-type", "").split(";")[0].strip().lower()
                return Fetched(str(response.url), data, media_type or None)
        except httpx2.InvalidURL:
            raise FetchError(url, "not an address") from None
        except httpx2.UnsupportedProtocol:
            raise FetchError(url, "leads to an address that is not http or https") from None
        except httpx2.TooManyRedirects:
            raise FetchError(url, f"redirects more than {REDIRECTS} times") from None
        except httpx2.TimeoutException:
            raise FetchError(url, f"no answer within {SECONDS:.0f} seconds") from None
        except httpx2.HTTPError as error:
            raise FetchError(url, f"cannot be reached ({error or type(error).__name__})") from None

    def _body(self, url: str, response: httpx2.Response) -> bytes:
        data = bytearray()
        for piece in response.iter_bytes():
            data += piece
            if len(data) > self._largest:
                raise FetchError(url, f"more than {self._largest // 1_000_000} MB")
        return bytes(data)


def _only_the_web(request: httpx2.Request) -> None:
    """Redirects may not lead elsewhere either."""
    if request.url.scheme not in _SCHEMES:
        raise httpx2.UnsupportedProtocol("not http or https", request=request)
