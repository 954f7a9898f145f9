"""answerable actors"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from answerable.cli import options
from answerable.cli.messages import Failures
from answerable.cli.printing import counted, say, show, show_json
from answerable.errors import InputError, NotFoundError, UsageError
from answerable.model import Act, Actor

if TYPE_CHECKING:
    from answerable.store import Store
    from answerable.store.queries import ListedActor, Relation
    from answerable.store.search import Hit

IMPORT = "import"


def actors(
    db: options.Db,
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME | import FILE…]", help="An actor, or registries to import.")
    ] = None,
    on: Annotated[str, typer.Option(metavar="NAME", help="Only what was said of this actor.")] = "",
    act: Annotated[Act | None, typer.Option(help="Only statements of this kind.", show_default=False)] = None,
    as_of: Annotated[
        str,
        typer.Option(metavar="DAY", help="The day up to which an imported file is right.", show_default="its last day"),
    ] = "",
    limit: Annotated[int, typer.Option(min=1, help="How many to print.")] = 50,
    as_json: options.AsJson = False,
) -> None:
    """List the actors of the record, say what one said of another, or import who held which office when.

    A file to import is Popolo JSON (parlparse's people.json and ministers-2010.json among it), parlparse's people.xml
    or member-aliases.xml, or CSV: name, role and if known id, organisation, from, to; or alias, role, from, to.
    Documents that are already there learn of it by `answerable rebuild`.

    \b
    Examples:
      answerable actors
      answerable actors "Ada Hale"
      answerable actors "Ada Hale" --on "Jon Reva" --json
      answerable actors "Ada Hale" --on "Jon Reva" --act accuse
      answerable actors import people.json ministers-2010.json
      answerable actors import posts.csv --as-of 2026-11-01
    """
    from answerable.store import open_store

    if names and names[0] == IMPORT:
        _import(open_store(db), names[1:], as_of)
        return
    store = open_store(db, create=False)
    name = " ".join(names or ())
    if on and not name:
        raise UsageError("--on needs the name of the actor who speaks")
    if not name:
        _list(store, limit, as_json)
    elif on or act:
        _statements(store, actor_named(store, name), actor_named(store, on) if on else None, act, limit, as_json)
    else:
        _one(store, actor_named(store, name), limit, as_json)


def actor_named(store: Store, name: str) -> Actor:
    """The actor of the record with this id, this name, or alone in having these letters in its name.

    Says who else has them, since "Sandling" may be Greta Sandling in another document.
    Raises NotFoundError for nobody, UsageError that lists them for several.
    """
    from answerable.store import queries
    from answerable.store.queries import list_actors

    found = list_actors(store, named=name, limit=20)
    exact = [a for a in found if a.name.casefold() == name.casefold()]
    if not found:
        return _with_id(store, name)
    if len(exact or found) > 1:
        raise UsageError(f"several actors are called {name!r}, give the id of one: {_listed(exact or found)}")
    if exact and len(found) > 1:
        say(f"Taken by its exact name; also in the record: {_listed(a for a in found if a not in exact)}")
    return queries.actor(store, (exact or found)[0].id)


def _with_id(store: Store, name: str) -> Actor:
    from answerable.store import queries

    try:
        return queries.actor(store, name)
    except NotFoundError as error:
        raise NotFoundError(f"no actor is called {name!r}; `answerable actors` lists them") from error


def _listed(actors: Iterable[ListedActor]) -> str:
    return "; ".join(f"{a.name} ({a.id})" for a in actors)


# ---------------------------------------------------------------- what it prints


def _list(store: Store, limit: int, as_json: bool) -> None:
    from answerable.store.queries import count_actors, list_actors

    found = list_actors(store, limit=limit)
    if as_json:
        show_json([{"id": a.id, "name": a.name, "kind": a.kind, "said": a.said, "said_of": a.said_of} for a in found])
        return
    for a in found:
        show(f"{a.name} · {a.kind} · said {a.said}, said of {a.said_of}")
    say(f"{len(found)} of {count_actors(store)}")


def _one(store: Store, actor: Actor, limit: int, as_json: bool) -> None:
    from answerable.store.queries import relations

    found = relations(store, [actor.id], limit=limit)
    if as_json:
        show_json(_actor_json(actor) | {"relations": [_relation_json(r) for r in found]})
        return
    show(f"{actor.name} · {actor.kind}")
    for other in actor.names:
        if other != actor.name:
            show(f"    also {other}")
    for post in actor.posts:
        show(f"    {post.role}: {post.start or '?'} to {post.end or '?'}")
    for r in found:
        show(f"{r.speaker.name} · {r.act} · {r.target.name} · {r.count}")
    say(counted(len(found), "relation"))


def _statements(store: Store, speaker: Actor, target: Actor | None, act: Act | None, limit: int, as_json: bool) -> None:
    """What one said, of another or of anybody; and what the other answered."""
    from answerable.store.search import Wanted, search_statements

    said = search_statements(
        store, Wanted(act=act, speaker=speaker.id, target=target.id if target else None, by_day=True), limit=limit
    )
    answers = (
        search_statements(store, Wanted(act=act, speaker=target.id, target=speaker.id, by_day=True), limit=limit)
        if target
        else None
    )
    if as_json:
        told = {
            "speaker": _actor_json(speaker),
            "on": _actor_json(target) if target else None,
            "said": [_hit_json(hit) for hit in said.hits],
            "answered": [_hit_json(hit) for hit in answers.hits] if answers else [],
        }
        show_json(told)
        return
    hits = sorted([*said.hits, *(answers.hits if answers else ())], key=lambda h: h.published or date.max)
    for hit in hits:
        show(_told(hit))
    say(f"{len(hits)} of {said.total + (answers.total if answers else 0)}" if hits else "Nothing found")


def _told(hit: Hit) -> str:
    s = hit.statement
    aimed = ", ".join(t.name for t in s.targets) if s else ""
    head = [str(hit.published or "no day"), s.speaker.name if s and s.speaker else "?", s.act.value if s else "", aimed]
    return f"{' · '.join(filter(None, head))} · {hit.title}\n    {_words(hit)}"


def _words(hit: Hit) -> str:
    return " ".join("".join(piece for piece, _ in hit.shown).split())


def _hit_json(hit: Hit) -> dict[str, Any]:
    s = hit.statement
    return {
        "id": s.id if s else None, "day": hit.published.isoformat() if hit.published else None,
        "act": s.act.value if s else None, "targets": [t.name for t in s.targets] if s else [],
        "words": _words(hit), "place": [[span.start, span.end] for span in hit.place],
        "document": hit.document, "title": hit.title, "url": hit.url,
    }  # fmt: skip


def _actor_json(actor: Actor) -> dict[str, Any]:
    posts = [
        {"role": p.role, "organisation": p.organisation, "from": _iso(p.start), "to": _iso(p.end)} for p in actor.posts
    ]
    return {"id": actor.id, "name": actor.name, "kind": actor.kind, "names": list(actor.names), "posts": posts}


def _relation_json(r: Relation) -> dict[str, Any]:
    return {"speaker": r.speaker.name, "act": r.act.value, "target": r.target.name, "count": r.count}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


# ---------------------------------------------------------------- import


def _import(store: Store, files: list[str], as_of: str) -> None:
    """Adds registries to the one of the record."""
    from answerable.ingest import Failure
    from answerable.read.registry import read_registry
    from answerable.registry import merged
    from answerable.store import queries, writes

    if not files:
        raise UsageError("name the files to import")
    day = options.day(as_of, "--as-of")
    failures = Failures()

    def read(name: str) -> Any:
        try:
            return read_registry(Path(name).read_bytes(), name, day)
        except InputError as error:
            return Failure(error.name, error.reason)
        except OSError as error:
            return Failure(name, error.strerror or "cannot be read")

    registry = merged([queries.registry(store), *failures.taken_from(map(read, files))])
    writes.keep_registry(store, registry)
    count = f"{len(registry.persons)} persons, {len(registry.memberships)} posts and seats"
    show(f"{count}, {len(registry.aliases)} aliases; in {store.name}")
    failures.end()
