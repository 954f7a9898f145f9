from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from answerable.errors import NotFoundError, UnreadableError
from answerable.model import Judgement, Link, LinkKind, Matter, Verdict
from answerable.registry import Alias, Membership, OtherName, Person, Registry
from answerable.store import Store, queries, writes
from answerable.store.writes import Added
from tests.store.example import NOW, TEXT, document, extraction, sentences


def add(store: Store, text: str = TEXT, url: str = "https://herald.example/ferry", name: str | None = None) -> Added:
    article = document(text, url, name)
    return writes.add(store, article, extraction(article), sentences(text), now=NOW)


def test_what_went_in_comes_out_equal(store: Store) -> None:
    assert add(store) is Added.NEW
    article = document()
    assert queries.document(store, article.id) == article
    assert queries.extraction(store, article.id) == extraction(article)
    assert list(queries.extractions(store)) == [extraction(article)]
    assert queries.entries_in(store, article.id) == replace(extraction(article), actors=(), mentions=(), inquiries=())
    with pytest.raises(NotFoundError):
        queries.entries_in(store, "none")


def test_the_same_text_at_the_same_address_is_there_already(store: Store) -> None:
    assert [add(store), add(store)] == [Added.NEW, Added.PRESENT]
    assert queries.totals(store).documents == 1
    assert queries.totals(store).statements == 2


def test_another_text_at_the_same_address_is_a_new_version(store: Store) -> None:
    add(store)
    assert add(store, TEXT + " The board replied.") is Added.VERSION
    old, new = queries.versions(store, document().id)
    assert (old.version, old.current, old.document) == (1, False, document().id)
    assert (new.version, new.current, new.document) == (2, True, document(TEXT + " The board replied.").id)
    assert [listed.id for listed in queries.list_documents(store)] == [new.document]
    assert queries.document(store, old.document).text == TEXT, "the old version stays readable"
    assert [e.document for e in queries.extractions(store)] == [new.document]


def test_a_text_that_returns_to_its_earlier_form_is_current_again(store: Store) -> None:
    assert [add(store), add(store, TEXT + " More."), add(store)] == [Added.NEW, Added.VERSION, Added.VERSION]
    assert [listed.id for listed in queries.list_documents(store)] == [document().id]
    assert [v.version for v in queries.versions(store, document().id)] == [1, 2, 3]


def test_one_text_at_two_addresses_is_one_document_with_two_sources(store: Store) -> None:
    assert add(store) is Added.NEW
    assert add(store, url="https://mirror.example/ferry") is Added.SOURCE
    assert queries.totals(store).documents == 1
    assert [v.source.url for v in queries.versions(store, document().id)] == [
        "https://herald.example/ferry",
        "https://mirror.example/ferry",
    ]


def test_a_text_stays_current_while_one_address_gives_it(store: Store) -> None:
    add(store)
    add(store, url="https://mirror.example/ferry")
    add(store, TEXT + " More.")
    assert queries.totals(store).documents == 2


def test_the_texts_of_one_file_have_each_an_address(store: Store) -> None:
    assert add(store, "One thing. " + TEXT, "articles.jsonl#a1", "a1") is Added.NEW
    assert add(store, "Another thing. " + TEXT, "articles.jsonl#a2", "a2") is Added.NEW
    assert queries.totals(store).documents == 2


def test_a_text_that_no_database_can_keep_is_refused(store: Store) -> None:
    with pytest.raises(UnreadableError, match="null character at character 3"):
        add(store, "abc\0" + TEXT)
    with pytest.raises(UnreadableError, match="surrogate"):
        add(store, TEXT + "\ud800")
    assert queries.totals(store).documents == 0


def test_a_failure_half_way_leaves_nothing_behind(store: Store) -> None:
    article = document()
    broken = replace(extraction(article), counts=(replace(extraction(article).counts[0], of=None),))  # type: ignore[arg-type]
    with pytest.raises(Exception, match="of"):
        writes.add(store, article, broken, sentences(), now=NOW)
    assert queries.totals(store).documents == 0
    assert add(store) is Added.NEW


def test_an_entry_that_occurs_twice_is_stored_once(store: Store) -> None:
    article = document()
    found = extraction(article)
    writes.add(store, article, replace(found, statements=found.statements * 2), sentences(), now=NOW)
    assert queries.extraction(store, article.id) == found


def test_replacing_what_was_found_leaves_decisions_alone(store: Store) -> None:
    add(store)
    article = document()
    statement = extraction(article).statements[0].id
    decision = Judgement("j1", statement, Verdict.CONFIRM, "mina", NOW, "read it", (("act", "accuse"),))
    writes.judge(store, decision)
    writes.judge(store, decision)
    less = replace(extraction(article), statements=extraction(article).statements[:1], asks=())
    writes.replace_found(store, article, less, sentences())
    assert queries.extraction(store, article.id) == less
    assert queries.judgements(store, statement) == (decision,)


def test_the_record_is_put_in_the_place_of_the_earlier_one(store: Store) -> None:
    add(store)
    found = extraction(document())
    (ask,), (response,), (commitment,) = found.asks, found.responses, found.commitments
    link = Link.of(LinkKind.ANSWERS, response.id, ask.id, 0.9, "same number")
    matter = Matter("m1", ask, (response,), (commitment,), found.progress, found.counts, (ask,), (link,))
    hale, board = found.actors
    joined = replace(hale, id="r1")
    (inquiry,) = found.inquiries
    told = replace(inquiry, id="q1", mentions=())
    for _ in range(2):
        writes.replace_links(store, [link])
        writes.replace_actors(store, {joined: [(hale.id, 1.0, "one name")], board: [(board.id, 1.0, "alone")]})
        writes.replace_inquiries(store, {told: [inquiry.id]})
        writes.replace_matters(store, [matter], {"m1": "q1"})
    assert queries.links(store, ask.id) == (link,)
    assert queries.matters(store) == queries.matters(store, inquiry="q1") == (matter,)
    (count,) = found.counts  # it is of many matters
    assert queries.matters_with(store, [count.id, response.id, ask.id]) == {response.id: "m1", ask.id: "m1"}
    assert queries.actors(store) == (joined, board)
    assert queries.actor_of(store, [hale.id]) == {hale.id: "r1"}
    assert queries.statements_by(store, "r1") == queries.statements_on(store, board.id) == found.statements[:1]
    assert queries.inquiries(store) == (told,)


def test_matters_leave_out_what_a_rebuild_took_away(store: Store) -> None:
    add(store)
    article, found = document(), extraction(document())
    writes.replace_matters(store, [Matter("m1", found.asks[0], found.responses, found.commitments)])
    writes.replace_found(store, article, replace(found, responses=()), sentences())
    assert queries.matters(store) == (Matter("m1", found.asks[0], (), found.commitments),)
    writes.replace_found(store, article, replace(found, asks=()), sentences())
    assert queries.matters(store) == ()
    with pytest.raises(NotFoundError):
        queries.matter(store, "m1")


@pytest.mark.parametrize("broken", ["\ud800", "a\0b"])
@pytest.mark.parametrize("field", ["url", "title", "publisher", "author"])
def test_what_no_database_keeps_is_refused_wherever_it_stands(store: Store, field: str, broken: str) -> None:
    article = document()
    told: dict[str, Any] = {field: broken}
    odd = replace(article, source=replace(article.source, **told))
    with pytest.raises(UnreadableError, match=f"in its {field}"):
        writes.standing(store, odd)
    with pytest.raises(UnreadableError, match=f"in its {field}"):
        writes.add(store, odd, extraction(article), sentences(), now=NOW)
    with pytest.raises(UnreadableError, match="in its name"):
        writes.add(store, replace(article, name=broken), extraction(article), sentences(), now=NOW)


def test_documents_are_listed_in_order_of_entry(store: Store) -> None:
    first, second = document("Later alphabetically."), document("Earlier.", "b")
    writes.add(store, first, extraction(document()), (), now=NOW)
    writes.add(store, second, None, (), now=NOW + timedelta(seconds=1))
    assert list(queries.documents(store)) == [first, second]


def test_the_file_is_legible_to_other_tools(store: Store) -> None:
    add(store)
    with store.reading() as connection:
        shown = connection.execute(
            text("SELECT speaker_name, act, cue_words, content_words, date_start FROM statements ORDER BY seq")
        ).first()
    assert shown is not None
    assert [str(cell) for cell in shown] == [
        "Ada Hale",
        "accuse",
        "accused",
        "the harbour board of hiding the survey",
        "2031-04-01",
    ]


def test_the_registry_comes_back_equal(store: Store) -> None:
    held = Registry(
        (Person("p1", "Ada Hale", ("Ada Hale", "Mayor Hale"), (("tarn", "7"),)),),
        (Membership("p1", "Mayor", "Tarn", date(2029, 5, 4), None, date(2031, 1, 1)),),
        (Alias("the mayor", "Mayor", date(2000, 1, 1)),),
        (OtherName("Ada Hale", "A. Hale"),),
    )
    assert queries.registry(store) == Registry()
    for _ in range(2):
        writes.keep_registry(store, held)
    assert queries.registry(store) == held
