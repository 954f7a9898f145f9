"""Labels: the number, letter or bullet that a paragraph begins with, as printed."""

from __future__ import annotations

import re

_BULLETS = "•●○▪■◦‣–—·▶►➢✓o*-"
_LABEL = re.compile(
    rf"""(?P<label>
        [{re.escape(_BULLETS)}]                                   # • – o
      | \d{{1,3}}(?:\.\d{{1,3}})+\.?(?:\([a-z]{{1,4}}\))*         # 2.15  113.4  6.1.2.  4.3(b)
      | [A-Z]\d{{1,2}}(?:\.\d{{1,3}})+\.?                          # A4.1.
      | \d{{1,3}}[.)]                                             # 12.  3)
      | \(\d{{1,3}}\)                                             # (4)
      | \(?[a-z]\)(?:\([ivx]{{1,5}}\))?                           # a)  (b)  (c)(ii)
      | \(?(?:x{{0,3}})(?:ix|iv|v?i{{1,3}}|v|x)[.)]               # iv)  (ii)  iii.
      | [a-zA-Z]\.                                                # a.  B.
      | \d{{1,3}}(?:\([a-z]+\))+                                  # 12(b)
    )(?:\s+(?=\S)|(?:(?<=\.\d\.)|(?<=\d\d\.))(?=[A-Z“‘]))     # 2.17.It, where print is tight
    """,
    re.VERBOSE,
)
_BARE = re.compile(r"(?P<label>\d{1,3}|[A-Z]\d{1,3})\s+(?=[^\W\d_]|[“‘\"'(])")


def label(text: str, *, tabbed: bool = False) -> str:
    """The label at the start of `text`, "" if there is none.

    `tabbed` says that white space parts the first word from the rest: then a bare number is a label too.
    """
    match = _LABEL.match(text) or (_BARE.match(text) if tabbed else None)
    if not match:
        return ""
    found = match["label"]
    loose = found in "–—-o*·" or (found[0].isupper() and len(found) == 2)
    return "" if loose and not tabbed else found


def is_name(text: str) -> bool:
    """Whether a text is short enough, and no sentence, so that it may name a column."""
    return len(text) < 60 and (len(text.split()) <= 3 or not text.rstrip().endswith((".", ";")))


def cited(found: str) -> str:
    """A label as one would cite it: without its full stop; every bullet a "•"."""
    return "•" if found and found in _BULLETS else found.rstrip(".")
