"""A search that finds more than is counted says so."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from answerable.store import Store
from answerable.store.search import Wanted, search_statements
from answerable.web.pages import search
from answerable.web.pages.search import search_page
from tests.web import ferry


def test_no_more_than_so_many_are_counted(store: Store) -> None:
    whole = search_statements(store, Wanted("the"))
    assert whole.total > 2
    some = search_statements(store, Wanted("the"), most=2)
    assert some.total == 2 and some.hits == whole.hits
    assert sum(f.count for f in some.facets["act"]) == 2
    assert search_statements(store, Wanted("the"), most=1000) == whole
    assert search_statements(store, Wanted(), most=2) == search_statements(store, Wanted())  # counted before


def test_a_page_says_that_there_may_be_more(store: Store, site: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not search_page(store, Wanted("the"), ferry.TODAY).more
    assert "or more" not in site.get("/search?q=the").text
    monkeypatch.setattr(search, "COUNTED", 2)
    assert search_page(store, Wanted("the"), ferry.TODAY).more
    told = site.get("/search?q=the").text
    assert "2 statements or more" in told and "2 sentences or more" in told
    assert not search_page(store, Wanted(), ferry.TODAY).more
    assert not search_page(store, Wanted("the", asks=True), ferry.TODAY).more
