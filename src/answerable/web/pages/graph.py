"""Who says what of whom: a picture, and the same as a table."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from answerable.model import Act, Ref
from answerable.store import Store, queries
from answerable.store.queries import Relation, relations
from answerable.web.acts import Family, family, verb
from answerable.web.charts import Arrow, Graph, column, graph

MOST = 14
"""People and bodies in one picture: more cannot be told apart."""


@dataclass(frozen=True, slots=True)
class GraphPage:
    """Who says what of whom.

    title: heading of the page
    actors: whose relations are shown, empty for those who say most of each other
    relations: who did what to whom, how often
    families: of which families of acts they are
    picture: the same as places in a drawing
    narrow: the same in a drawing for a narrow screen
    """

    title: str
    actors: tuple[Ref, ...]
    relations: tuple[Relation, ...]
    families: tuple[Family, ...]
    picture: Graph
    narrow: Graph


def graph_page(store: Store, actors: tuple[str, ...] = ()) -> GraphPage:
    """The relations of some actors of the record, or the most frequent of all. Plain reporting is left out."""
    found = tuple(r for r in relations(store, actors, limit=120) if r.act is not Act.STATE)
    names: dict[str, str] = {}
    kept = []
    for r in found:
        wanted = {x.id: x.name for x in (r.speaker, r.target) if x.id}
        if len({**names, **wanted}) <= MOST:
            names |= wanted
            kept.append(r)
    arrows: list[Arrow] = [
        (
            r.speaker.id or "",
            r.target.id or "",
            r.count,
            family(r.act).value,
            f"{r.speaker.name} {verb(r.act, aimed=True)} {r.target.name}: {r.count}",
            "/search?" + urlencode({"speaker": r.speaker.id, "target": r.target.id, "act": r.act.value}),
        )
        for r in kept
    ]
    chosen = tuple(Ref(id, queries.actor(store, id).name) for id in actors)
    return GraphPage(
        title="Who says what of whom",
        actors=chosen,
        relations=tuple(kept),
        families=tuple(f for f in Family if any(family(r.act) is f for r in kept)),
        picture=graph(list(names.items()), arrows, actors[0] if len(actors) == 1 else None),
        narrow=column(list(names.items()), arrows),
    )
