"""Who held an office on a day, against `../shared/data/registry/role_at_date.csv`.

Run: python -m evaluation.registry
"""

from __future__ import annotations

import csv
import sys
from datetime import date, timedelta
from pathlib import Path

from answerable.read.registry import everyday_aliases, read_registry
from answerable.registry import Registry, merged

DATA = Path(__file__).parent.parent.parent / "shared" / "data" / "registry"
FILES = (
    "people_2015-03-31.xml",
    "speaker_names_from_hansard_xml.json",
    "member-aliases_2013-05-12.xml",
    "ministers-2010_2020-10-21.json",
)
FLOOR = 70


def load(folder: Path = DATA) -> Registry:
    """The registry of parlparse's files with the everyday names of offices."""
    return merged([*(read_registry((folder / name).read_bytes(), name) for name in FILES), everyday_aliases()])


def main() -> int:
    """Print right, wrong and nobody; 1 if fewer than the floor are right or any is wrong."""
    if not DATA.exists():
        print(f"skipped: {DATA} is not here")
        return 0
    registry = load()
    right = wrong = 0
    with (DATA / "role_at_date.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    for row in rows:
        holder = registry.holder(row["role_phrase"], date.fromisoformat(row["date"]))
        right += holder is not None and holder.id == row["person_id"]
        if holder is None or holder.id != row["person_id"]:
            wrong += holder is not None
            print(f"{row['role_phrase']} on {row['date']}: {row['name']}, got {holder.name if holder else 'nobody'}")
    print(f"right {right} of {len(rows)}, wrong {wrong}")
    ends = [m.as_of for m in registry.memberships if m.as_of]
    after = max(ends) + timedelta(days=1)
    gaps = sum(registry.holder(row["role_phrase"], after) is not None for row in rows)
    print(f"named on {after}, the day after the registry ends: {gaps}")
    return 0 if right >= FLOOR and not wrong and not gaps else 1


if __name__ == "__main__":
    sys.exit(main())
