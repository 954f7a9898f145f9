"""What changed between two versions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from answerable.model import Source
from answerable.read import read
from answerable.store import Store, queries
from answerable.web.pages.changes import Kind, compared, paragraphs


def test_paragraphs_added_and_removed(site: TestClient, store: Store) -> None:
    update = next(d for d in queries.list_documents(store) if d.medium == "update")
    told = site.get(f"/documents/{update.id}/changes.json").json()
    kinds = {c["kind"]: c["paragraphs"] for c in told["changes"]}
    assert (told["added"], told["removed"], told["altered"]) == (1, 1, 0)
    assert kinds["removed"] == ["We are on time."]
    assert kinds["added"][0].startswith("Recommendation 1.")
    assert "What changed since the last version" in site.get(f"/documents/{update.id}").text
    assert "This address gives another text now" in site.get(f"/documents/{told['earlier']}").text


def test_a_first_version_has_none_before_it(site: TestClient, store: Store) -> None:
    news = next(d for d in queries.list_documents(store) if d.medium == "news")
    assert site.get(f"/documents/{news.id}/changes").status_code == 404


def test_a_paragraph_of_which_some_words_changed_shows_these() -> None:
    before = ["One.", "Alarms will be fitted to every ferry by March 2024.", "Gone.", "Last."]
    after = ["One.", "Alarms will now be fitted to every ferry by May 2025.", "Quite new words here.", "Last."]
    made = compared(before, after)
    assert [c.kind for c in made] == [Kind.SAME, Kind.ALTERED, Kind.ADDED, Kind.REMOVED, Kind.SAME]
    assert [(s.kind.value, s.words) for s in made[1].stretches] == [
        ("same", "Alarms will"),
        ("added", "now"),
        ("same", "be fitted to every ferry by"),
        ("removed", "March 2024."),
        ("added", "May 2025."),
    ]


@given(st.lists(st.text("ab .", max_size=6), max_size=8), st.lists(st.text("ab .", max_size=6), max_size=8))
def test_every_paragraph_of_both_texts_is_told_of(old: list[str], new: list[str]) -> None:
    made = compared(old, new)
    told = sum(len(c.paragraphs) for c in made if c.kind in (Kind.ADDED, Kind.ALTERED))
    kept = sum(len(c.paragraphs) + c.left_out for c in made if c.kind is Kind.SAME)
    gone = sum(len(c.paragraphs) for c in made if c.kind in (Kind.REMOVED, Kind.ALTERED))
    assert (told + kept, gone + kept) == (len(new), len(old))


def test_a_row_of_a_table_changes_as_one_paragraph() -> None:
    table = "<p>How it stands</p><table><tr><th>No.</th><th>State</th></tr><tr><td>4</td><td>{}</td></tr></table>"
    before, after = (
        paragraphs(read(f"<article>{table.format(state)}</article>".encode(), Source("pier.html")))
        for state in ("In progress", "Complete")
    )
    assert before[-2:] == ["No. · State", "4 · In progress"]
    assert after == [*before[:-1], "4 · Complete"]
