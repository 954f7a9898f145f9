"""Pages that are tables, as comma-separated values (RFC 4180) that a spreadsheet cannot be made to run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from answerable.web.acts import verb, worded
from answerable.web.pages.asked import Asked
from answerable.web.pages.entry import Entry

RECOMMENDATIONS = (
    "matter",
    "number",
    "words",
    "addressees",
    "responder",
    "disposition",
    "response",
    "due",
    "overdue",
    "status",
    "according to",
    "as of",
    "disputed",
)
STATEMENTS = ("statement", "speaker", "act", "targets", "words", "said", "published", "document", "publisher", "score")


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Rows as CSV. A cell that a spreadsheet would take for a formula is made text by an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(heads)
    for row in rows:
        writer.writerow(["" if cell is None else _safe(str(cell)) for cell in row])
    return out.getvalue()


def _safe(cell: str) -> str:
    return "'" + cell if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def recommendations(rows: Iterable[Asked]) -> str:
    """One row for each recommendation and responder; one without a responder where nobody answered."""

    def lines() -> Iterable[Sequence[object]]:
        for r in rows:
            claim = r.claims[0] if r.claims else None
            asked = (r.id, r.number, r.ask.words, "; ".join(a.name for a in r.ask.addressees))
            stands = (
                r.due,
                "yes" if r.overdue else "no",
                worded(claim.status) if claim else None,
                claim.by.name if claim and claim.by else None,
                claim.entry.day if claim else None,
                "yes" if r.disputes else "no",
            )
            for a in r.answers or (None,):
                told = (a.by.name if a.by else None, worded(a.disposition), a.entry.words) if a else (None, None, None)
                yield (*asked, *told, *stands)

    return table(RECOMMENDATIONS, lines())


def statements(entries: Iterable[Entry]) -> str:
    """One row for each statement."""
    return table(
        STATEMENTS,
        (
            (
                e.id,
                e.speaker.name if e.speaker else None,
                verb(e.act),
                "; ".join(t.name for t in e.targets),
                e.words,
                (e.said.start or e.said.end) if e.said else None,
                e.published,
                e.document_title,
                e.publisher,
                f"{e.score:.2f}",
            )
            for e in entries
        ),
    )
