"""Inquiries as a text names them: "the Halloran Inquiry", "Professor Ruth Halloran's inquiry", "a national inquiry"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.model import InquiryKind
from answerable.text import Span

_HEAD = re.compile(
    r"\b(?:[Ii]nquir(?:y|ies)|INQUIRY|[Ee]nquiry|[Ii]nquests?|Review|review|Panel|panel|Commission|commission"
    r"|Investigation|investigation|Audit|audit)(?![\w-])"
)
_ADDRESS = re.compile(r"[.@/-]?\w*[.@/]\w")  # "write to desk@ferry-inquiry.example"
_FREE_HEADS = frozenset(["inquiry", "enquiry", "inquiries", "inquest", "inquests"])
_BEFORE = re.compile(r"(?:[^\W_][\w’'.&-]*[ \n]){1,9}$")
_TOKEN = re.compile(r"[^\W_][\w’'.&-]*")
_DETERMINERS = frozenset(
    ["the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "any", "no", "another", "such", "my"]
)
_INDEFINITE = frozenset(["a", "an", "any", "no", "another", "such", ""])
# What stands before the noun and says what kind of inquiry it is, the most telling first.
_KINDS: tuple[tuple[InquiryKind, frozenset[str]], ...] = (
    (InquiryKind.LOCAL, frozenset(["local", "council-led", "locally-led", "own"])),
    (InquiryKind.NON_STATUTORY, frozenset(["non-statutory"])),
    (InquiryKind.ROYAL_COMMISSION, frozenset(["royal"])),
    (InquiryKind.COMMITTEE, frozenset(["committee", "parliamentary", "congressional", "committee's", "committee’s"])),
    (InquiryKind.STATUTORY, frozenset(["statutory", "public", "national", "judge-led", "full"])),
    (InquiryKind.REVIEW, frozenset(["independent", "rapid", "external"])),
)
_QUALIFIERS = frozenset().union(*(words for _, words in _KINDS)) | frozenset(
    ["further", "new", "second", "proper", "wider", "urgent", "formal", "select", "separate", "fresh", "first", "third",
     "official", "thorough", "internal", "international", "joint", "similar", "planned", "long", "promised"]
)  # fmt: skip
_BY_HEAD = {
    "review": InquiryKind.REVIEW,
    "audit": InquiryKind.REVIEW,
    "panel": InquiryKind.PANEL,
    "inquest": InquiryKind.INQUEST,
    "inquests": InquiryKind.INQUEST,
    "investigation": InquiryKind.UNKNOWN,
}
_NOT_NAMES = re.compile(
    r"(?:National|Law|Literary|Political|Technology|Business|Book|Budget|Spending|Defence|Defense|Judicial|Peer"
    r"|Price|Performance"
    r"|Ombudsman|Police|Trade|Electoral|Election|European|Exchange|Charity|Civil|Competition)$"
)
_TITLES = frozenset(
    ["professor", "prof", "sir", "dame", "lord", "lady", "baroness", "justice", "mr", "mrs", "ms", "miss", "dr",
     "judge", "the", "rt", "hon", "kc", "qc", "bishop"]
)  # fmt: skip
_LED = r"(?:,? (?:which|that) (?:was|is|will be))?,? (?:led|chaired|headed|conducted|carried out|overseen|run) by "
_STYLE = r"(?:Professor|Prof\.?|Sir|Dame|Lord|Lady|Baroness|Mr|Mrs|Ms|Dr|Judge|Justice|Rt Hon)"
PERSON = rf"(?:{_STYLE}\s+)*[A-Z][\w’'-]+(?:\s+(?:of\s+)?[A-Z][\w’'.-]+){{0,3}}"
_CHAIR = re.compile(_LED.replace(" ", r"\s+") + rf"(?P<chair>{PERSON})")
_SUBJECT = re.compile(r"\s+(?:into|on)\s+(?P<topic>(?:[^\s.,;:()“”\"#]+[ \n](?!\s)){0,11}[^\s.,;:()“”\"#]+)")
_TOPIC_END = re.compile(
    r"\s+(?:which|that|who|and into|and (?:said|says|it|he|she|they|must|would|will)|is|was|were|are|has|have"
    r"|had|must|should|would|will|said|says"
    r"|by|after|because|before|but|as|when|where|led|chaired|with|to|since|from|than|if|for|at|it|recommend\w*"
    r"|found|report\w*)\b.*",
    re.DOTALL,
)
_OFFICE = re.compile(r" (?:Board|Office|Committee|Group|Service)\b")
_OWN = re.compile(r"\s+of\s+(?:its|their|his|her)\s+own\b")
_IN_YEAR = re.compile(r"[^.;]{0,60}?\bin\s+(?:\w+\s+)?(?P<year>(?:19|20)\d\d)\b")
_ITS_PLACE = re.compile(r"(?P<place>[A-Z]\w+)['’]s? own$")


@dataclass(frozen=True, slots=True)
class Naming:
    """A place that names an inquiry. `label` are the words of its proper name, lower case, without titles.

    `span` covers the noun and what qualifies it, without the determiner; `definite` whether the text takes it as known.
    """

    span: Span
    kind: InquiryKind
    label: frozenset[str]
    definite: bool
    qualified: bool
    plural: bool = False
    chair: Span | None = None
    topic: Span | None = None
    year: int | None = None
    place: str | None = None


def namings(text: str) -> Iterator[Naming]:
    """Every place that names or points to an inquiry, in order. Boards, journals and electoral commissions are none."""
    for head in _HEAD.finditer(text):
        if not _ADDRESS.match(text, head.end()) and (naming := _naming(text, head)):
            yield naming


def _naming(text: str, head: re.Match[str]) -> Naming | None:
    determiner, qualifiers, names, start = _leftwards(text, head.start())
    noun = head[0].lower()
    capital = head[0][0].isupper()
    topic = _topic(text, head.end())
    titled = capital and topic is not None and text[topic.start : topic.start + 4].lstrip("the ")[:1].isupper()
    label = frozenset(n for n in (_plain(name) for name in names) if n not in _TITLES and n not in _QUALIFIERS)
    if not determiner and len(label) == 1 and _opens(text, start):
        label = frozenset()  # a capital that the start of a sentence explains: "Water inquiry chair speaks"
    if titled and topic is not None and not label:
        label = frozenset(w.lower() for w in _TOKEN.findall(topic.of(text)) if w[0].isupper())
    if _OWN.match(text, head.end()):
        qualifiers |= {"own"}
    kind = _kind(noun, qualifiers | {n.lower() for n in names}, label)
    if noun not in _FREE_HEADS and not _known_head(noun, qualifiers, names, capital):
        return None
    if _OFFICE.match(text, head.end()):
        return None
    if noun == "inquiries" and not (qualifiers or names):
        return None
    chair = _CHAIR.match(text, head.end()) or (_CHAIR.match(text, topic.end) if topic else None)
    year = _IN_YEAR.match(text, chair.end() if chair else head.end())
    place = _ITS_PLACE.search(text[max(0, head.start() - 80) : head.start()].removesuffix(" ").removesuffix(" local"))
    return Naming(
        span=Span(start, head.end()),
        kind=kind,
        label=label,
        definite=determiner not in _INDEFINITE or bool(label),
        qualified=bool(qualifiers or label),
        plural=noun.endswith("ies"),
        chair=Span(*chair.span("chair")) if chair else None,
        topic=topic,
        year=int(year["year"]) if year else None,
        place=place["place"] if place else None,
    )


def _leftwards(text: str, head: int) -> tuple[str, frozenset[str], tuple[str, ...], int]:
    """The determiner, the lower-case qualifiers, the proper names before a noun, and where its phrase begins."""
    before = _BEFORE.search(text, max(0, head - 80), head)
    qualifiers: set[str] = set()
    names: list[str] = []
    start, determiner = head, ""
    tokens = list(_TOKEN.finditer(text, before.start(), head)) if before else []
    for token in reversed(tokens):
        word = token[0]
        if word.lower() in _DETERMINERS:
            determiner = word.lower()
            break
        if word.lower() in _QUALIFIERS:
            qualifiers.add(word.lower())
        elif word[0].isupper() and not (word.endswith(".") and len(word) > 4):
            names.insert(0, word)
        elif word.endswith(("'s", "’s", "s'", "s’")):
            determiner = "the"
            break
        else:
            break
        start = token.start()
        if word.endswith(("'s", "’s")):
            determiner = "the"
    return determiner, frozenset(qualifiers), tuple(names), start


def _opens(text: str, start: int) -> bool:
    """Whether a sentence or a line begins at `start`."""
    before = text[max(0, start - 3) : start].rstrip(" ")
    return not before or before[-1] in '.?!\n“":'


def _plain(name: str) -> str:
    return re.sub(r"['’]s?$", "", name).strip(".").lower()


def _known_head(noun: str, qualifiers: frozenset[str], names: tuple[str, ...], capital: bool) -> bool:
    """Whether "review", "panel", "commission" … is an inquiry here, and not a body or a journal of that name."""
    lower = qualifiers | {name.lower() for name in names}
    if noun == "commission":
        return "royal" in lower or ("independent" in lower and capital)
    if noun in ("panel", "investigation", "audit"):
        return "independent" in lower or ("national" in lower and noun == "audit" and capital)
    if "independent" in lower:
        return True
    return capital and bool(names) and not _NOT_NAMES.search(_plain(names[-1]).title())


def _kind(noun: str, words: frozenset[str], label: frozenset[str]) -> InquiryKind:
    if noun in _BY_HEAD:
        return _BY_HEAD[noun]
    for kind, telling in _KINDS:
        if words & telling and not (noun == "commission" and kind is not InquiryKind.ROYAL_COMMISSION):
            return kind
    return InquiryKind.UNKNOWN


def _topic(text: str, end: int) -> Span | None:
    match = _SUBJECT.match(text, end)
    if not match:
        return None
    words = _TOPIC_END.sub("", match["topic"])
    return Span(match.start("topic"), match.start("topic") + len(words)) if words else None
