"""Writing the store. Every function is one transaction: after an interruption it has happened or it has not.

What other rooms need of the modules here is named below.
"""

from __future__ import annotations

from answerable.store.writes._documents import Added, add, given, replace_found, standing
from answerable.store.writes._entered import judge, keep_registry
from answerable.store.writes._record import replace_actors, replace_inquiries, replace_links, replace_matters

__all__ = [
    "Added",
    "add",
    "given",
    "judge",
    "keep_registry",
    "replace_actors",
    "replace_found",
    "replace_inquiries",
    "replace_links",
    "replace_matters",
    "standing",
]
