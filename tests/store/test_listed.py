"""Lists of matters: narrowed, counted, sorted and overdue by indexed queries, on both databases."""

from __future__ import annotations

from datetime import date

from answerable.model import Ask, AskKind, Disposition, Matter, Status
from answerable.store import Store, queries, writes
from answerable.store.queries import Narrowed, Order, search_matters
from answerable.store.writes_standings import Summed, keep_summed
from answerable.text import Span

DAY = date(2025, 6, 1)


def fill(store: Store) -> None:
    """Four calls: for a ferry, for ferries, for a bridge, for a school; who asked has no name."""
    texts = {"a": "A new ferry.", "b": "More ferries, and a ferry pier.", "c": "A bridge.", "d": "A school."}
    matters = [Matter(id, Ask(f"ask {id}", "doc", AskKind.CALL, Span(0, 5), text)) for id, text in texts.items()]
    call, yes, no = ("kind", "call"), ("disposition", "accepted"), ("disposition", "rejected")
    done = ("status", "complete")
    summed = (
        Summed("a", date(2024, 1, 1), date(2025, 1, 1), False, date(2024, 5, 1), (call, yes)),
        Summed("b", date(2024, 2, 1), date(2025, 2, 1), True, None, (call, yes, done)),
        Summed("c", date(2024, 3, 1), date(2025, 9, 1), False, None, (call, no)),
        Summed("d", None, date(2025, 5, 1), False, date(2025, 7, 1), (call,)),
    )
    writes.replace_matters(store, matters, {}, summed)


def ids(store: Store, order: Order = Order.RECORD, **wanted: object) -> str:
    return "".join(search_matters(store, Narrowed(**wanted), order=order).ids)  # type: ignore[arg-type]


def test_narrowed_by_words_values_and_days(store: Store) -> None:
    fill(store)
    assert ids(store) == "abcd"
    assert ids(store, words="ferries") == "ab"
    assert ids(store, words="“!”") == ""
    assert ids(store, disposition=Disposition.ACCEPTED, status=Status.COMPLETE) == "b"
    assert ids(store, since=date(2024, 2, 1), until=date(2024, 2, 29)) == "b"
    assert ids(store, Order.DAY) == "cbad"
    assert ids(store, Order.RELEVANCE, words="ferry")[0] in "ab"
    assert queries.count_matters(store, Narrowed(kind=AskKind.CALL)) == 4


def test_overdue_by_a_day(store: Store) -> None:
    fill(store)
    assert ids(store, overdue=DAY) == "a"  # b is settled, c is not due yet, of d something is said later
    assert queries.matters_after(store, DAY) == ("d",)
    assert ids(store, overdue=DAY, late=("d",)) == "ad"
    assert ids(store, overdue=date(2025, 8, 1)) == "ad"
    assert queries.matters_due(store, date(2025, 1, 1), date(2025, 12, 31), limit=2) == ("a", "d")
    assert queries.matters_due(store, date(2025, 1, 1), DAY, limit=1, latest=True) == ("d",)


def test_counted_by_value_and_counted_anew(store: Store) -> None:
    fill(store)

    def counts(**wanted: object) -> dict[str, int]:
        found = search_matters(store, Narrowed(**wanted), limit=0)  # type: ignore[arg-type]
        return {f.value: f.count for f in found.facets["disposition"]}

    assert counts() == {"accepted": 2, "rejected": 1}
    assert counts(words="ferry") == {"accepted": 2}
    keep_summed(store, [Summed("a", None, None, True, None, (("kind", "call"), ("disposition", "rejected")))])
    assert counts() == {"rejected": 2, "accepted": 1}
    assert ids(store, overdue=DAY) == ""


def test_found_for_a_briefing(store: Store) -> None:
    fill(store)
    assert queries.matters_about(store, "ferry", DAY, limit=9) == (2, ("a", "b"))
    assert queries.matters_about(store, "ferry", DAY, limit=1) == (2, ("b",))  # the latest
    assert queries.matters_about(store, "ferry", date(2024, 1, 31), limit=9) == (1, ("a",))
    assert queries.matters_about(store, "", DAY, limit=9) == (0, ())
