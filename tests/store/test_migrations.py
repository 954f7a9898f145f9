"""The steps lead to the tables that `schema` describes."""

from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import answerable.store.migrations as migrations
from answerable.store import Store
from answerable.store.schema import KEPT


def test_the_steps_lead_to_the_schema(store: Store) -> None:
    def kept(name: str | None, kind: str, _: object) -> bool:
        return kind != "table" or name in KEPT.tables  # FOUND and the tables of full-text search are not migrated

    with store.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": kept})
        assert compare_metadata(context, KEPT) == []


def test_head_is_the_latest_step() -> None:
    config = Config()
    config.set_main_option("script_location", migrations.__path__[0])
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_current_head() == migrations.HEAD
