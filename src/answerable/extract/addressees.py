"""Who is asked: "the Home Secretary should …", "we recommend that the Department …", "we urge ministers to …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from answerable.model import Actor, Ref
from answerable.text import Span

_MODAL = r"(?:should|must|ought\s+to|needs?\s+to|(?:is|are)\s+to|shall|will\s+need\s+to)"
_WORD = r"[\w’'&/-]+(?:\.\w+)*"
_SUBJECT = re.compile(
    rf"(?:^|(?<=[.;:!?)•●“\n])\s*|\b(?:that|Therefore|Furthermore|However|whether|and)\s*,?\s+)"
    rf"(?P<who>(?:{_WORD}(?:,\s+|\s+|\s*\([^)]{{1,40}}\)\s*,?\s*)){{1,28}}?)"
    rf"(?:(?:therefore|also|further|each|together|now|jointly|all)\s+){{0,2}}{_MODAL}\b"
)
_RECOMMENDED = re.compile(
    r"(?:\brecommend(?:s|ed|ing)?\s+(?:(?:further|also|strongly|therefore)\s+)?that,?|^\s*that)\s+"
    r"(?:(?:as|at|in|by|on|to|where|if|within)\b[^,.]{3,60},\s+)?(?P<who>[^.;:]{2,200})",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\b(?:urges?|invites?|encourages?|asks?|calls?\s+(?:on|upon)|requests?|requires?|directs?"
    r"|recommend(?:s|ed)?\s+(?:to|for))\s+(?P<who>[^.;:]{2,120}?)(?=\s+(?:to|that|in\s+particular)\b|,)",
    re.IGNORECASE,
)
_CONNECTORS = frozenset("of and for the in or to & on all each every".split())
_SPLIT = re.compile(r"\s*,\s*(?:and\s+|together\s+with\s+)?|\s+and\s+|\s*;\s*|\s+together\s+with\s+|\s+or\s+")
_SHARED = re.compile(
    r"(?:the\s+)?(?P<head>governments|parliaments|police forces|legislatures)\s+of\s+(?P<places>.+)", re.IGNORECASE
)
_STOP = frozenset(
    "this that these those it there they which who what such he she we i you if when where while as in on at "
    "for by with from to one under within given because any no not some many most once unless until since "
    "although though whether both".split()
)
_PLACES = frozenset(("UK", "US", "EU", "UN", "England", "Scotland", "Wales", "Northern Ireland", "Britain", "Ireland"))
_LEADING = re.compile(
    r"(?:(?:and|but|that|therefore|furthermore|however|in\s+addition|accordingly|finally|also|subsequently|moreover)\b"
    r",?\s*)+",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r",\s+(?:working|together|in|alongside|with|through|including|acting|as|led|where|once)\b.*$", re.DOTALL
)
_TAIL = re.compile(
    r"\s+(?:of|in|for|with|within|across|at|on|that|which|who|from|by|responsible|working|under|\()\s.*$", re.DOTALL
)


@cache
def _bodies() -> frozenset[str]:
    """Common nouns for bodies and offices, from the data file."""
    lines = (files("answerable.data") / "bodies.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def find_addressees(text: str, spans: Sequence[Span], actors: Sequence[Actor] = ()) -> tuple[Ref, ...]:
    """Whom the words at `spans` ask, in order, each once; "the governments of A and B" are two.

    A reference carries the id of the actor of that name, where the document has one.
    """
    named: dict[str, str] = {}
    for span in spans:
        for name in _names(span.of(text)):
            named.setdefault(_plain(name), name)
    known = {plain: a for a in actors for name in (a.name, *a.names) if (plain := _plain(name)) in named}
    return tuple(
        Ref(known[plain].id, known[plain].name) if plain in known else Ref(None, name) for plain, name in named.items()
    )


def _names(words: str) -> Iterator[str]:
    found = [(match.start("who"), match["who"]) for pattern in (_TO, _SUBJECT) for match in pattern.finditer(words)]
    for match in _RECOMMENDED.finditer(words):
        phrase = _leading_phrase(match["who"])
        if not match["who"].startswith(f"{phrase} be ") or _strong(phrase):
            found.append((match.start("who"), phrase))
    for _, phrase in sorted(found):
        yield from bodies(phrase)


def _leading_phrase(words: str) -> str:
    """The body that words begin with, up to its verb: "local authorities" of "local authorities train all staff"."""
    kept: list[str] = []
    last = 0  # how many of them end with a word for a body, a capital or an acronym
    for word in words.split():
        bare = word.strip("()[],")
        if bare.lower() in _bodies() or bare[:1].isupper():
            last = len(kept) + 1
        elif last and bare.lower() not in _CONNECTORS:
            break
        kept.append(word)
        if word.endswith(",") and last == len(kept) and bare.lower() in _bodies():
            break
    return " ".join(kept[:last]).strip(" ,")


def bodies(words: str) -> Iterator[str]:
    """The bodies that a noun phrase names: "the Home Office and all chief constables" gives two; none gives none."""
    phrase = " ".join(words.split())
    if leading := _LEADING.match(phrase):
        phrase = phrase[leading.end() :]
    if phrase.split(" ", 1)[0].lower() in _STOP and "," in phrase:
        phrase = phrase.split(",", 1)[1]
    phrase = _COMPANY.sub("", phrase).strip(" ,")
    first, comma, rest = phrase.partition(",")
    if comma and not _is_body(first.strip()) and _is_body(rest.rsplit(",", 1)[-1].strip()):
        phrase = re.sub(r"^(?:and|or)\s+", "", rest.rsplit(",", 1)[-1].strip())
    if shared := _SHARED.fullmatch(phrase):
        head = shared["head"].lower().removesuffix("s")
        yield from (f"{head} of {place.strip()}" for place in _SPLIT.split(shared["places"]) if place.strip())
    elif _is_body(phrase) and not _is_list(phrase):
        yield phrase
    else:
        pieces = [piece.strip() for piece in _SPLIT.split(phrase) if piece.strip()]
        if len(pieces) > 1 and all(_is_body(piece) for piece in pieces):
            yield from pieces


def _is_list(phrase: str) -> bool:
    """Whether a phrase joins several bodies, and is not one name with "and" in it ("the Department for A and B")."""
    pieces = [piece.strip() for piece in _SPLIT.split(phrase)]
    if len(pieces) < 2 or not all(_is_body(piece) and not _lone(piece) for piece in pieces):
        return False
    return _strong(pieces[0]) or not _strong(pieces[-1])


def _strong(piece: str) -> bool:
    """Whether the head of a phrase is a common word for a body or an acronym."""
    head = _TAIL.sub("", piece).split()
    return bool(head) and (head[-1].lower() in _bodies() or head[-1].isupper())


def _lone(piece: str) -> bool:
    """One capitalised word without the look of a body: the "Rivers" of "Water and Rivers"."""
    return " " not in piece and piece.lower() not in _bodies() and not piece.isupper()


def _is_body(phrase: str) -> bool:
    words = phrase.split()
    head = _TAIL.sub("", phrase).split()
    if not head or len(words) > 16 or words[0].lower() in _STOP or phrase.removeprefix("the ") in _PLACES:
        return False
    if head[-1].endswith(("’s", "'s")):
        return False
    last = re.sub(r"[^\w&-]", "", head[-1])
    named = sum(word[:1].isupper() for word in head[1:])
    return last.lower() in _bodies() or (last.isupper() and 2 <= len(last) <= 8) or (last[:1].isupper() and named > 0)


@lru_cache(65_536)
def _plain(name: str) -> str:
    return " ".join(re.sub(r"^(?:the|all|every|each)\s+", "", name.casefold()).replace("’", "'").split())
