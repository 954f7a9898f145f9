"""answerable search"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from answerable.cli import options
from answerable.cli.printing import say, show_found, show_json
from answerable.model import Act

if TYPE_CHECKING:
    from answerable.store.search import Hit


def search(
    query: Annotated[list[str], typer.Argument(metavar="QUERY", help='Words; "words together" in double quotes.')],
    db: options.Db,
    act: Annotated[Act | None, typer.Option(help="Only statements of this kind.", show_default=False)] = None,
    sentences: Annotated[bool, typer.Option("--sentences", help="Search all sentences, not statements alone.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="How many to print.")] = 20,
    as_json: options.AsJson = False,
) -> None:
    """Find statements by their words, in any form of the word.

    \b
    Examples:
      answerable search lead pipes
      answerable search inquiry --act refuse
      answerable search '"national inquiry"' --json
      answerable search minutes --sentences --db water.db
    """
    from answerable.store import open_store
    from answerable.store.search import Wanted, search_sentences, search_statements

    store = open_store(db, create=False)
    find = search_sentences if sentences else search_statements
    found = find(store, Wanted(" ".join(query), act=act), limit=limit)
    if as_json:
        show_json({"total": found.total, "hits": [_json(hit) for hit in found.hits]})
        return
    for hit in found.hits:
        show_found(_head(hit), hit.shown)
    say(f"{len(found.hits)} of {found.total}" if found.hits else "Nothing found")


def _json(hit: Hit) -> dict[str, Any]:
    statement = hit.statement
    return {
        "id": statement.id if statement else None,
        "document": hit.document,
        "title": hit.title,
        "url": hit.url,
        "published": hit.published.isoformat() if hit.published else None,
        "speaker": statement.speaker.name if statement and statement.speaker else None,
        "act": statement.act.value if statement else None,
        "place": [[span.start, span.end] for span in hit.place],
        "words": "".join(piece for piece, _ in hit.shown),
    }


def _head(hit: Hit) -> str:
    head = [str(hit.published or "no day"), hit.title]
    if hit.statement:
        head = [hit.statement.speaker.name if hit.statement.speaker else "?", hit.statement.act.value, *head]
    return " · ".join(head)
