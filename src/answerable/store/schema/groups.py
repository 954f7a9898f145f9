"""The two lots of tables: what is moved to a new form by migrations, and what is made anew."""

from __future__ import annotations

from sqlalchemy import MetaData

KEPT = MetaData()
FOUND = MetaData()
