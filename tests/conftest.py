"""Settings for all tests."""

from __future__ import annotations

from hypothesis import settings

# a busy machine is no failure: how long things take is measured in benchmarks/
settings.register_profile("answerable", deadline=None)
settings.load_profile("answerable")
