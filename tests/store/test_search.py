from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from answerable.model import Act, Medium
from answerable.store import Store, writes
from answerable.store.search import Wanted, pieces, search_sentences, search_statements
from tests.store.example import NOW, TEXT, document, extraction, sentences


@pytest.fixture
def filled(store: Store) -> Store:
    article = document()
    found = extraction(article)
    writes.add(store, article, found, sentences(), now=NOW)
    writes.replace_actors(store, {actor: [(actor.id, 1.0, "alone")] for actor in found.actors})
    return store


def shown(store: Store, words: str) -> list[str]:
    return ["".join(piece for piece, _ in hit.shown) for hit in search_sentences(store, Wanted(words)).hits]


def test_a_word_is_found_in_any_form_and_marked(filled: Store) -> None:
    hits = search_sentences(filled, Wanted("surveys"))
    assert hits.total == 3
    assert {piece for hit in hits.hits for piece, matches in hit.shown if matches} == {"survey", "surveys"}
    assert all(hit.place[0].of(TEXT) == "".join(piece for piece, _ in hit.shown) for hit in hits.hits)


def test_all_words_must_occur_and_accents_do_not_matter(filled: Store) -> None:
    assert [s.strip()[:3] for s in shown(filled, "cafe owners")] == ["Two"]
    assert shown(filled, "cafe survey") == []


def test_words_in_double_quotes_stand_together(filled: Store) -> None:
    assert len(shown(filled, '"harbour board"')) == 1
    assert shown(filled, '"board harbour"') == []


@pytest.mark.parametrize(
    "words", ["o'neill AND \"", "NEAR(", "a* OR -b:c ^", "{}[]", '"""', "\0\ud800", "text : board", "'", "¹", "¹ board"]
)
def test_nothing_that_a_user_types_is_an_error(filled: Store, words: str) -> None:
    search_sentences(filled, Wanted(words))
    search_statements(filled, Wanted(words))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.text())
def test_no_text_at_all_is_an_error(filled: Store, words: str) -> None:
    search_statements(filled, Wanted(words))


def test_statements_are_found_by_content_source_and_cue(filled: Store) -> None:
    for words in ("hiding", "Hale", "accuse"):
        (hit,) = search_statements(filled, Wanted(words)).hits
        assert hit.statement == extraction(document()).statements[0]
        assert (hit.title, hit.publisher, hit.published) == ("Ferry inquiry refused", "Tarn Herald", date(2031, 4, 1))


def test_without_words_everything_is_found_the_latest_first(filled: Store) -> None:
    hits = search_statements(filled, Wanted(), limit=1, offset=1)
    assert (hits.total, len(hits.hits)) == (2, 1)


def test_hits_are_narrowed(filled: Store) -> None:
    hale, board = extraction(document()).actors

    def total(**fields: object) -> int:
        return search_statements(filled, Wanted(**fields)).total  # type: ignore[arg-type]

    assert total(act=Act.ACCUSE) == total(speaker=hale.id) == total(target=board.id) == 1
    assert total(speaker=board.id) == total(words="survey", act=Act.DENY) == total(medium=Medium.POST) == 0
    assert total(publisher="Tarn Herald") == total(since=date(2031, 4, 1)) == total(until=date(2031, 4, 1)) == 2
    assert total(since=date(2031, 4, 2)) == total(until=date(2031, 3, 31)) == total(document="other") == 0


def test_facets_count_all_hits(filled: Store) -> None:
    facets = search_statements(filled, Wanted("survey"), limit=0).facets
    assert [(f.value, f.count) for f in facets["act"]] == [("accuse", 1), ("promise", 1)]
    assert [(f.name, f.count) for f in facets["speaker"]] == [("Ada Hale", 1)]
    assert [(f.name, f.count) for f in facets["publisher"]] == [("Tarn Herald", 2)]


def test_what_is_superseded_is_not_found(filled: Store) -> None:
    later = document("The survey is out.")
    writes.add(filled, later, None, sentences(later.text), now=NOW)
    assert search_statements(filled, Wanted("survey")).total == 0


def test_search_keeps_step_when_what_was_found_is_replaced(filled: Store) -> None:
    article = document()
    writes.replace_found(filled, article, extraction(article), ())
    assert shown(filled, "survey") == []
    assert search_statements(filled, Wanted("survey")).total == 2


def test_pieces() -> None:
    assert pieces("a \x02b\x03 c") == (("a ", False), ("b", True), (" c", False))
    assert pieces("\x02b\x03") == (("b", True),)
