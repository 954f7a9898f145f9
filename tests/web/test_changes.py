"""What changed between two versions."""

from __future__ import annotations

from starlette.testclient import TestClient

from answerable.store import Store, queries


def test_paragraphs_added_and_removed(site: TestClient, store: Store) -> None:
    update = next(d for d in queries.list_documents(store) if d.medium == "update")
    told = site.get(f"/documents/{update.id}/changes.json").json()
    kinds = {c["kind"]: c["paragraphs"] for c in told["changes"]}
    assert kinds["removed"] == ["We are on time."]
    assert kinds["added"][0].startswith("Recommendation 1.")
    assert "What changed since the last version" in site.get(f"/documents/{update.id}").text
    assert "This address gives another text now" in site.get(f"/documents/{told['earlier']}").text


def test_a_first_version_has_none_before_it(site: TestClient, store: Store) -> None:
    news = next(d for d in queries.list_documents(store) if d.medium == "news")
    assert site.get(f"/documents/{news.id}/changes").status_code == 404
