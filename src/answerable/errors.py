"""Everything that answerable raises on purpose.

    AnswerableError
    ├── InputError              an input that cannot be used; names it and says why
    │   ├── UnreadableError     the bytes are broken, encrypted, empty, or in the wrong encoding
    │   ├── NoTextError         nothing to read: a scan without a text layer, an empty page
    │   ├── UnsupportedError    a type of file that no reader takes
    │   └── FetchError          an address that could not be fetched
    ├── UsageError              options or a query that make no sense together
    ├── StoreError              the database is missing, newer than this program, or locked
    ├── SendError               a message could not be handed to the mail server
    └── NotFoundError           no such document, statement, actor, inquiry or matter

Translated once for the command line (`cli/__init__.py`) and once for the web (`web/app.py`). The library never exits.
"""

from __future__ import annotations


class AnswerableError(Exception):
    """The root of the tree."""


class InputError(AnswerableError):
    """An input that cannot be used.

    `name` is the path or address as the user gave it; `reason` is one clause in plain English, without a full stop.
    """

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str]]:
        return type(self), (self.name, self.reason)


class UnreadableError(InputError):
    """The bytes are broken, encrypted, empty, or in the wrong encoding."""


class NoTextError(InputError):
    """There is nothing to read: a scan without a text layer, an empty page."""


class UnsupportedError(InputError):
    """A type of file that no reader takes."""


class FetchError(InputError):
    """An address that could not be fetched."""


class UsageError(AnswerableError):
    """Options or a query that make no sense together."""


class StoreError(AnswerableError):
    """The database is missing, newer than this program, or locked."""


class SendError(AnswerableError):
    """A message could not be handed to the mail server."""


class NotFoundError(AnswerableError):
    """No such document, statement, actor, inquiry or matter."""
