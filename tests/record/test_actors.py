from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from answerable.model import Actor, ActorKind, Extraction, Judgement, Post, Source, Verdict
from answerable.record.actors import JoinedActors, join_actors
from answerable.registry import Person, Registry

PERSON, BODY, GROUP = ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.GROUP


def person(document: str, name: str, *roles: str, id: str | None = None) -> Actor:
    return Actor.of(
        document,
        name,
        PERSON,
        posts=tuple(Post(r) for r in roles),
        identifiers=(("person", id),) if id else (),
    )


def told(document: str, *actors: Actor, day: int = 1) -> Extraction:
    return Extraction(document, Source(document, published=date(2031, 4, day)), actors)


def names(joined: JoinedActors) -> list[tuple[str, int]]:
    return sorted((actor.name, len(members)) for actor, members in joined.members.items())


def judgement(verdict: Verdict, subject: str, *ids: str, name: str = "", minute: int = 0) -> Judgement:
    value = (("name", name),) if name else tuple((f"actor{i}", id) for i, id in enumerate(ids))
    at = datetime(2031, 5, 1, tzinfo=UTC) + timedelta(minutes=minute)
    return Judgement(f"j{verdict}{minute}", subject, verdict, "an editor", at, value=value)


def test_a_name_alone_joins_nobody_but_is_proposed() -> None:
    one, two = person("a", "Ada Hale"), person("b", "Ada Hale")
    joined = join_actors([told("a", one), told("b", two)])
    assert names(joined) == [("Ada Hale", 1), ("Ada Hale", 1)]
    (proposal,) = joined.proposals
    assert {proposal.first, proposal.second} == {one.id, two.id}
    assert proposal.reason == "the same name"


def test_name_and_office_join_and_the_reason_is_kept() -> None:
    one, two = person("a", "Michael Hale", "Pier Warden"), person("b", "Mike Hale", "the Pier Warden")
    joined = join_actors([told("a", one), told("b", two, day=2)])
    assert names(joined) == [("Michael Hale", 2)]
    ((actor, members),) = joined.members.items()
    assert actor.id == one.id  # the earliest
    assert members[1][2] == "the same name and office: Pier Warden"


def test_the_same_company_joins() -> None:
    others = ["Jon Reva", "Mina Osk", "Otto Lind", "Pia Berg"]
    docs = [told(d, person(d, "Ada Hale"), *(person(d, n) for n in others)) for d in "ab"]
    assert ("Ada Hale", 2) in names(join_actors(docs))


def test_the_registry_joins_and_keeps_apart() -> None:
    docs = [
        told("a", person("a", "Ada Hale", id="p1")),
        told("b", person("b", "A. Hale", id="p1")),
        told("c", person("c", "Ada Hale", "Pier Warden", id="p2")),
    ]
    joined = join_actors(docs, Registry((Person("p1", "Ada Mary Hale"),)))
    assert names(joined) == [("Ada Hale", 1), ("Ada Mary Hale", 2)]
    assert joined.proposals == ()


def test_bodies_of_one_name_join_groups_and_works_do_not() -> None:
    docs = [
        told(
            d,
            Actor.of(d, "Tarn Water Company", BODY),
            Actor.of(d, "critics", GROUP),
            Actor.of(d, "the report", ActorKind.WORK),
        )
        for d in "ab"
    ]
    assert (
        names(join_actors(docs))
        == [("Tarn Water Company", 2), ("critics", 1), ("critics", 1)] + [("the report", 1)] * 2
    )


def test_names_that_differ_in_a_part_are_two_people() -> None:
    docs = [told("a", person("a", "Jon B. Hale", "Warden")), told("b", person("b", "Jon C. Hale", "Warden"))]
    joined = join_actors(docs)
    assert len(joined.members) == 2
    assert not joined.proposals


def test_people_merge_split_and_rename_and_it_lasts() -> None:
    one, two, three = person("a", "Ada Hale"), person("b", "Ada Hale"), person("c", "Ada Hale", "Warden")
    docs = [
        told("a", one),
        told("b", two, day=2),
        told("c", three, day=3),
        told("d", person("d", "Ada Hale", "Warden"), day=4),
    ]
    merge = judgement(Verdict.MERGE, one.id, two.id)
    rename = judgement(Verdict.RENAME, two.id, name="Dame Ada Hale", minute=1)
    for order in (docs, docs[::-1]):
        joined = join_actors(order, judgements=[merge, rename])
        assert names(joined) == [("Ada Hale", 2), ("Dame Ada Hale", 2)]
        assert one.id in {a.id for a in joined.members}
    four = docs[3].actors[0]
    split = judgement(Verdict.SPLIT, three.id, four.id, minute=2)
    assert sorted(n for _, n in names(join_actors(docs, judgements=[merge, split]))) == [1, 1, 2]
    again = judgement(Verdict.MERGE, three.id, four.id, minute=3)
    assert sorted(n for _, n in names(join_actors(docs, judgements=[split, again]))) == [1, 1, 2]
    undo = judgement(Verdict.UNDO, merge.id, minute=4)
    assert len(join_actors(docs, judgements=[merge, undo]).members) == 3


def test_a_judgement_on_what_is_gone_is_passed_over() -> None:
    one = person("a", "Ada Hale")
    gone = [judgement(Verdict.MERGE, one.id, "gone"), judgement(Verdict.SPLIT, "gone", one.id, minute=1)]
    assert names(join_actors([told("a", one)], judgements=gone)) == [("Ada Hale", 1)]


def test_one_inquiry_is_one_actor_whatever_it_is_called() -> None:
    called = ["the Hale inquiry", "Professor Ada Hale’s inquiry", "Professor Hale's Inquiry into the piers"]
    joined = join_actors([told(str(n), Actor.of(str(n), name, BODY), day=n + 1) for n, name in enumerate(called)])
    ((actor, members),) = joined.members.items()
    assert actor.name == "the Hale inquiry"
    assert [reason for _, _, reason in members[1:]] == ["the same inquiry, called after Hale"] * 2
    other = ["the Tarn inquiry", "the Osk inquiry", "the inquiry"]
    apart = join_actors([told(str(n), Actor.of(str(n), name, BODY)) for n, name in enumerate(other)])
    assert len(apart.members) == 3


def test_a_surname_in_the_same_company_is_the_one_person_who_bears_it() -> None:
    others = ["Jon Reva", "Mina Osk", "Otto Lind", "Pia Berg"]
    docs = [told(d, person(d, name), *(person(d, n) for n in others)) for d, name in (("a", "Hale"), ("b", "Ada Hale"))]
    joined = join_actors(docs)
    assert ("Ada Hale", 2) in names(joined)
    (members,) = (m for actor, m in joined.members.items() if actor.name == "Ada Hale")
    assert {(score, reason) for _, score, reason in members} == {(0.8, "the same surname in the same company")}


def test_a_surname_that_two_people_bear_is_joined_to_neither() -> None:
    others = ["Jon Reva", "Mina Osk", "Otto Lind", "Pia Berg"]
    docs = [told(d, person(d, name), *(person(d, n) for n in others)) for d, name in (("a", "Hale"), ("b", "Ada Hale"))]
    joined = join_actors([*docs, told("c", person("c", "Rufus Hale"))])
    assert {("Hale", 1), ("Ada Hale", 1), ("Rufus Hale", 1)} <= set(names(joined))
    assert {p.reason for p in joined.proposals} == {"a surname that several people bear"}


def test_a_surname_without_company_or_office_is_only_proposed() -> None:
    one, two = person("a", "Hale", "Pier Warden"), person("b", "Ada Hale", "Pier Warden")
    assert names(join_actors([told("a", one), told("b", two)])) == [("Ada Hale", 2)]  # the office joins
    joined = join_actors([told("a", person("a", "Hale")), told("b", two)])
    assert names(joined) == [("Ada Hale", 1), ("Hale", 1)]
    assert [p.reason for p in joined.proposals] == ["the same surname"]
