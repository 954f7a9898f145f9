"""Laying an editor's decision over the record: at once where entries are read, in the background where much hangs on
it. Entries are corrected as they are read; only counts, joins and names have to be made anew."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock

from answerable.errors import NotFoundError
from answerable.ingest import build_record
from answerable.model import Ask, Judgement, Verdict
from answerable.record.judgements import Decided
from answerable.standings import summed
from answerable.store import Store, facets, queries, writes_review, writes_standings
from answerable.web.pages.decided import corrected_matters

LOG = logging.getLogger("answerable.web")
SMALL = 5_000
"""Statements: so few are joined anew within about a second, while the editor waits."""

_ON_ENTRIES = frozenset({Verdict.CONFIRM, Verdict.CORRECT, Verdict.REJECT})

Work = Callable[[Store], None]


class Rebuilder:
    """Makes anew what decisions touch: in the request for a record of at most `small` statements, else in one thread.

    Decisions that are taken while it works are taken up together when it is done.
    """

    def __init__(self, store: Store, small: int = SMALL) -> None:
        self._store, self._small = store, small
        self._due: set[Work] = set()
        self._lock = Lock()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="rebuild")
        self._last: Future[None] | None = None

    @property
    def busy(self) -> bool:
        """Whether joins and counts do not yet show every decision."""
        return self._last is not None and not self._last.done()

    def after(self, judgement: Judgement) -> None:
        """Makes anew what a decision, stored already, touches."""
        writes_review.keep_rejected(self._store, Decided.of(queries.judgements(self._store)).rejected)
        stand_again(self._store, judgement)
        work = build_record if touches_joins(self._store, judgement) else facets.count_up
        if queries.totals(self._store).statements <= self._small:
            work(self._store)
            return
        with self._lock:
            self._due.add(work)
            self._last = self._thread.submit(self._work)

    def wait(self) -> None:
        """Returns when every decision is in; for tests and orderly ends."""
        if self._last:
            self._last.result()

    def _work(self) -> None:
        with self._lock:
            due, self._due = self._due, set()
        try:
            for work in [build_record] if build_record in due else due:  # building the record counts as well
                work(self._store)
        except Exception:  # the thread lives on: the next decision tries again
            LOG.exception("the record could not be made anew")


def stand_again(store: Store, judgement: Judgement) -> None:
    """Sums up anew how the matter stands that a decision is about, for lists of matters."""
    first = _first(store, judgement)
    ids = list(queries.matters_with(store, [first.subject]).values()) if first else []
    matters = corrected_matters(store, queries.matters(store, ids=ids))
    writes_standings.keep_summed(store, summed(store, matters, queries.inquiry_of(store, ids)))


def _first(store: Store, judgement: Judgement) -> Judgement | None:
    """The decision that is undone, or done again, at the end of a chain of undoing; None where it is not known."""
    while judgement.verdict is Verdict.UNDO:
        undone = [j for j in queries.judgements(store) if j.id == judgement.subject]
        if not undone:
            return None
        judgement = undone[0]
    return judgement


def touches_joins(store: Store, judgement: Judgement) -> bool:
    """Whether actors, links or matters depend on a decision; one on a statement, answer, promise or claim is laid over
    it when it is read."""
    first = _first(store, judgement)
    if first is None:
        return False
    if first.verdict not in _ON_ENTRIES:
        return True
    try:
        return isinstance(queries.entry(store, first.subject), Ask)
    except NotFoundError:  # a link
        return True
