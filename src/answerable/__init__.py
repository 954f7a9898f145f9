"""answerable: who said what of whom, what was asked, answered, promised and done, pinned to the exact words."""

from __future__ import annotations

from importlib.metadata import version

__version__ = version("answerable")
