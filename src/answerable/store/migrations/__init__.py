"""How the KEPT and ENTERED tables came to their present form, one file a step (Alembic), run when a store is opened.

A step is frozen: it says what the tables were like at its time and never imports `schema`. A test compares where the
steps lead with what `schema` says.
"""

from __future__ import annotations

HEAD = "0001"
"""The latest step. Stated here because to ask Alembic takes a second."""
