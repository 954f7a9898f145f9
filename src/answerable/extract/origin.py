"""Whose recommendations a document carries: the inquiry that makes them, and whether the document answers them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from answerable.extract.authorial import in_office, signatory
from answerable.model import Document, Inquiry, Medium, PartKind, Ref
from answerable.text import Span

_RESPONSE = re.compile(
    r"\b(?:response|responses|reply|replies|responding)\s+(?:to|of|from|by|presented)\b|treasury\s+minutes?\b"
    r"|views\s+on\s+conclusions|\bgovernment\s+response\b|(?:progress|implementation)\s+(?:report|update)\s+on",
    re.IGNORECASE,
)
_RESPONDS = re.compile(
    r"views\s+on\s+conclusions|this\s+(?:document|paper|letter|memorandum)\s+(?:is|contains|sets\s+out)\s+(?:the|our)\s+(?:\w+\s+){0,3}response",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?P<by>(?:(?:The|UK|HM|His|Her|Majesty['’]s|Scottish|Welsh|Irish|Australian|Northern|Ireland|New|Zealand|Canadian|of|[A-Z][\w’'-]+)\s+)*?"
    r"(?:Government|Executive|Department(?:\s+(?:of|for)(?:\s+[A-Z][\w-]+|\s+and|\s+the|,)+)?|Council|Authority|Agency|Ministry(?:\s+of(?:\s+[A-Z]\w+|\s+and)+)?|Trust|Board|Commission|Police|[A-Z]{2,6}))"
    r"(?:['’]s?)?\s+(?:[Ff]ormal\s+|[Ii]nitial\s+|[Ff]inal\s+|[Ii]nterim\s+)?[Rr]esponse"
)
_FROM = re.compile(
    r"\b(?:[Rr]esponse|[Rr]eply) (?:of|from|by) (?:the )?(?P<by>(?:[A-Z][\w’'-]* |of |and |for )*[A-Z][\w’'-]*)"
)
_ABOUT = re.compile(  # "statement on the Government's response", "we welcome the Government's response"
    r"\b(?:on|about|after|following|to|of|welcom\w+|regret\w*|await\w*|read|seen|considered|not(?:es?|ed|ing))"
    r" (?:the )?$"
)
_NAME = r"(?:[A-Z][\w’'.-]*|of|the|into|and|on|for|to|in|&|\d+)"
_INQUIRY = re.compile(
    rf"\b(?P<name>(?:the\s+)?(?:[A-Z][\w’'-]*\s+)(?:{_NAME}\s+){{0,8}}?(?:Inquiry|Enquiry|Commission|Review|Panel|Committee|Tribunal|Inquest|Ombudsman|Audit|Working\s+Group)"
    r"(?:(?: (?:into|on|of|the|and|in|for|to|at))+(?: [A-Z][\w’'-]*)+)*)"
)
_PREFACE = re.compile(
    r".*?\b(?:(?:[Rr]esponses?|RESPONSES?|[Rr]eply|[Rr]eplies|[Uu]pdate)\s+(?:to|on)|[Rr]eport\s+(?:of|by|from))\s+(?:the\s+)?"
)
_OPENING = 6000


def is_response(document: Document) -> bool:
    """Whether the document answers somebody else's recommendations."""
    if document.source.medium in (Medium.RESPONSE, Medium.UPDATE):
        return True
    if document.source.medium in (Medium.REPORT, Medium.NEWS, Medium.POST, Medium.HANSARD, Medium.TRANSCRIPT):
        return False
    if _RESPONDS.search(document.text[:_OPENING]):
        return True
    return any(_RESPONSE.search(words) for words in _titles(document))


def responder(document: Document) -> str:
    """The body whose response the document is, by its title, else its publisher or author; empty where unknown."""
    for words in _titles(document):
        match = _BY.search(words) or _FROM.search(words)
        if match and (match.re is _FROM or not _ABOUT.search(words[: match.start()])):
            return " ".join(match["by"].split())
    return document.source.publisher or in_office(document.source.author or "")


def inquiry_name(document: Document, inquiries: Sequence[Inquiry]) -> str | None:
    """The inquiry whose recommendations the document carries or answers.

    It is the one that the title names; else the one that the document names most; else the name that comes most often
    in its first pages.
    """
    titles = [" ".join(title.split()) for title in _titles(document)]
    above = " ".join(titles).lower()
    named = [i for i in inquiries if any(name and name.lower() in above for name in (i.name, *i.names))]
    if named:
        return max(named, key=lambda i: (len(i.mentions), len(i.name))).name
    for title in titles:
        if match := _INQUIRY.search(_PREFACE.sub("", title)):
            return match["name"].removeprefix("the ").removeprefix("The ")
    if inquiries:
        return max(inquiries, key=lambda i: len(i.mentions)).name
    found = Counter(
        " ".join(m["name"].split()).removeprefix("the ") for m in _INQUIRY.finditer(document.text[:_OPENING])
    )
    return next((name for name, _ in found.most_common() if "Response" not in name), None)


def author(document: Document, inquiry: str | None) -> Ref | None:
    """Who makes the recommendations of a report: its inquiry, else its publisher or author."""
    name = inquiry or document.source.publisher or signatory(document.source.author or "")[0]
    return Ref(None, name) if name else None


def _titles(document: Document) -> list[str]:
    """The title and the first headings; of a text without parts, its first lines."""
    found = [document.source.title] if document.source.title else []
    headings = [part.span for part in document.parts_of(PartKind.HEADING)[:4] if part.span.start < _OPENING]
    if headings:
        return found + [span.of(document.text) for span in headings]
    return [*found, Span(0, min(700, len(document.text))).of(document.text)] if document.text else found
