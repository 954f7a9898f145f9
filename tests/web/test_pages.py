"""A page promises its fields in its docstring: JSON carries exactly these, and the template shows every one."""

from __future__ import annotations

import dataclasses
import importlib
import json
import pkgutil
import re
from itertools import groupby

import pytest
from jinja2 import nodes
from starlette.testclient import TestClient

from answerable.model import Ref
from answerable.store import Store, queries
from answerable.store.queries import list_disputes
from answerable.web import pages, render
from answerable.web.pages.entry import joined_ref
from answerable.web.routes import TEMPLATES

MODULES = [importlib.import_module(f"answerable.web.pages.{m.name}") for m in pkgutil.iter_modules(pages.__path__)]
PAGES: list[type] = [
    noun
    for module in MODULES
    for name, noun in vars(module).items()
    if name.endswith("Page")
    and isinstance(noun, type)
    and dataclasses.is_dataclass(noun)
    and noun.__module__ == module.__name__
]
UNSHOWN = {"title", "status"}
"""Fields that are for JSON or the frame alone: the frame shows the title."""


def documented(page: type) -> list[str]:
    """The names of the fields that a page's docstring tells of, in order."""
    return re.findall(r"^(\w+):", re.sub(r"^ {4}", "", page.__doc__ or "", flags=re.MULTILINE), re.MULTILINE)


def shown(template: str) -> set[str]:
    """The names of the page's fields that a template looks at, in itself and in what it extends."""
    source, _, _ = render.environment().loader.get_source(render.environment(), template)  # type: ignore[union-attr]
    tree = render.environment().parse(source)
    own = {n.attr for n in tree.find_all(nodes.Getattr) if isinstance(n.node, nodes.Name) and n.node.name == "page"}
    for extended in tree.find_all(nodes.Extends):
        assert isinstance(extended.template, nodes.Const)
        own |= shown(extended.template.value)
    return own


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.__name__)
def test_every_field_is_documented_once_in_order(page: type) -> None:
    assert documented(page) == [field.name for field in dataclasses.fields(page)]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.__name__)
def test_the_template_shows_every_documented_field(page: type) -> None:
    missing = set(documented(page)) - shown(TEMPLATES[page]) - UNSHOWN
    assert not missing, f"{TEMPLATES[page]} never looks at {missing}"


def addresses(store: Store) -> list[str]:
    """One address of every kind of page."""
    document = next(d for d in queries.list_documents(store) if d.statements)
    actors = {a.name: a.id for a in queries.actors(store)}
    return [
        "/",
        "/documents",
        f"/documents/{document.id}",
        f"/documents/{next(d.id for d in queries.list_documents(store) if d.medium == 'update')}/changes",
        "/search",
        "/search?q=inquiry",
        "/search?q=ferry&disposition=accepted",
        "/search?show=asks&kind=recommendation&status=in_progress&since=2020-01-01",
        "/actors",
        f"/actors/{actors['Mara Loxley']}",
        f"/actors/{actors['Department for Transport']}",
        "/matters",
        "/matters?kind=recommendation&q=ferry",
        "/matters?disposition=accepted&status=in_progress&overdue=1",
        *(f"/matters/{matter.id}" for matter in queries.matters(store)),
        "/decisions",
        "/disputes",
        *(f"/disputes/{link.id}" for link in list_disputes(store)),
        "/timeline",
        "/timeline?since=2025-01-01&until=2025-12-31",
        f"/timeline?actor={actors['Mara Loxley']}&since=2025-01-01",
        "/graph",
        f"/graph?actor={actors['Mara Loxley']}",
        "/method",
        "/briefing",
        "/briefing?about=Quill+Inquiry",
        f"/corrections/{queries.extraction(store, document.id).statements[0].id}",
        "/inquiries",
        *(f"/inquiries/{inquiry.id}" for inquiry in queries.inquiries(store)),
    ]


def test_json_is_the_page(site: TestClient, store: Store) -> None:
    for address in addresses(store):
        path, _, query = address.partition("?")
        body = site.get(("/home" if path == "/" else path) + ".json?" + query)
        assert body.status_code == 200, address
        fields = set(json.loads(body.text))
        assert any(fields == set(documented(page)) for page in PAGES), address
        assert site.get(address).status_code == 200, address


def test_an_empty_record_has_words_for_it(empty_site: TestClient) -> None:
    assert "This record is empty" in empty_site.get("/").text
    assert "No document has been added yet" in empty_site.get("/documents").text
    assert "No statement matches" in empty_site.get("/search?q=ferry").text


def test_a_document_leads_from_an_entry_to_what_became_of_it(site: TestClient, store: Store) -> None:
    matter = next(m for m in queries.matters(store) if m.progress)
    page = json.loads(site.get(f"/documents/{matter.progress[0].document}.json").text)
    assert page["threads"][matter.progress[0].id] == matter.id
    assert f"/matters/{matter.id}" in site.get(f"/documents/{matter.progress[0].document}").text


def test_an_actor_goes_by_the_name_that_the_record_has(store: Store) -> None:
    (actor,) = (a for a in queries.actors(store) if a.name == "Mara Loxley")
    joined = {"here": Ref(actor.id, actor.name)}
    assert joined_ref(Ref("here", "Ms Loxley, Minister for Transport"), joined) == Ref(actor.id, "Mara Loxley")
    assert joined_ref(Ref(None, "Joan Petrel, Leader, Harbour Council"), joined) == Ref(None, "Joan Petrel")
    assert joined_ref(Ref("there", "Ports, Piers and Docks Board"), joined) == Ref(None, "Ports, Piers and Docks Board")


def test_a_part_is_known_as_its_actor(store: Store) -> None:
    parts = [actor.id for d in queries.list_documents(store) for actor in queries.extraction(store, d.id).actors]
    known, names = queries.known_as(store, [*parts, "nobody"]), {a.id: a.name for a in queries.actors(store)}
    assert {part: ref.id for part, ref in known.items()} == queries.actor_of(store, parts)
    assert known and all(ref.id and names[ref.id] == ref.name for ref in known.values())


def test_a_document_is_named_once_above_statements_that_follow_each_other(site: TestClient) -> None:
    entries = site.get("/search.json").json()["entries"]
    titles = [title for title, _ in groupby(e["document_title"] for e in entries)]
    assert len(titles) < len(entries)
    listed = site.get("/search").text.partition('<ol class="entries">')[2]
    assert [listed.count(f">{title}</a>") for title in titles] == [titles.count(title) for title in titles]
    assert all(listed.count(f'href="/statements/{e["id"]}"') == 1 for e in entries)


def test_people_are_listed_with_their_office_and_counted_by_kind(site: TestClient, store: Store) -> None:
    page = site.get("/actors.json").json()
    offices = {a["name"]: a["office"] for a in page["actors"]}
    assert offices["Mara Loxley"]["role"] == "Minister for Transport" and offices["Nessa Quill"] is None
    kinds = {k["kind"]: k["count"] for k in page["kinds"]}
    assert sum(kinds.values()) == page["total"]
    (kind, count), *_ = kinds.items()
    assert site.get(f"/actors.json?kind={kind}").json()["total"] == count


def test_an_inquiry_is_listed_with_what_is_last_told_of_it(site: TestClient) -> None:
    (quill,) = site.get("/inquiries.json").json()["inquiries"]
    assert (quill["events"], quill["last"]) == (1, "final_report")


def test_the_years_of_a_timeline_count_what_is_shown(site: TestClient) -> None:
    page = site.get("/timeline.json").json()
    assert sum(y["count"] for y in page["years"]) == len(page["moments"])
    years = [y["year"] for y in page["years"]]
    assert years == sorted(set(years))
    assert site.get(f"/timeline.json?inquiry={page['inquiries'][0]['id']}").json()["total"] == 0
