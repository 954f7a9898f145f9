"""Matters as JSON: the ask, everything that hangs on it, and how it stands on a day."""

from __future__ import annotations

from typing import Any

from answerable.export.jsonl import edtf, entry_json
from answerable.export.standing import Stands
from answerable.model import Matter


def matter_json(matter: Matter, standing: Stands) -> dict[str, Any]:
    """A matter; `standing` says how it stood on its day, and according to whom."""
    return {
        "id": matter.id,
        "ask": entry_json(matter.ask),
        "responses": [entry_json(entry) for entry in matter.responses],
        "commitments": [entry_json(entry) for entry in matter.commitments],
        "progress": [entry_json(entry) for entry in matter.progress],
        "counts": [entry_json(entry) for entry in matter.counts],
        "repeats": [ask.id for ask in matter.repeats],
        "standing": {
            "day": standing.day.isoformat(),
            "status": standing.status.value,
            "according_to": standing.according_to.name if standing.according_to else None,
            "as_of": edtf(standing.as_of),
            "answered": str(standing.answered),
            "due": standing.due.isoformat() if standing.due else None,
            "overdue": standing.overdue,
            "self_reported": standing.self_reported,
            "moved": [
                {
                    "from": edtf(moved.earlier.due),
                    "to": edtf(moved.later.due),
                    "by": moved.by.name if moved.by else None,
                    "reason": [moved.reason.start, moved.reason.end] if moved.reason else None,
                    "earlier": moved.earlier.id,
                    "later": moved.later.id,
                }
                for moved in standing.slips
            ],
            "disputed": [{"claims": [c.earlier.id, c.later.id], "reason": c.reason} for c in standing.disputed],
        },
        "links": [
            {"kind": link.kind.value, "subject": link.subject, "object": link.object, "score": link.score}
            | {"reason": link.reason}
            for link in matter.links
        ],
    }
