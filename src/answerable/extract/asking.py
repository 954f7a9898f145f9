"""Whether words ask for something: "we recommend", "should", "must", "we urge", "to ensure that"."""

from __future__ import annotations

import re

from answerable.text import Span

_OUTRIGHT = re.compile(
    r"\b(?:(?:we|I|it is|committee|inquiry|commission|panel|review|board|coroner|ombudsman|jury)\s+"
    r"(?:(?:also|therefore|further|strongly|would|again|hereby|accordingly|have|has|do)\s+){0,3}"
    r"(?:recommend(?:s|ed)?|urges?|calls?\s+(?:on|upon|for)|invites?|proposes?)\b"
    r"|\band\s+(?:(?:also|therefore|strongly)\s+)?(?:urge|recommend|call\s+on|invite)\b"
    r"|(?:recommends?|recommended)\s+(?:further\s+)?that\b|recommendation\s+is\s+(?:that|to)\b)",
    re.IGNORECASE,
)
_WEAKER = re.compile(
    r"\b(?:should|must|ought\s+to|needs?\s+to|(?:has|have)\s+to|(?:is|are)\s+to|will\s+need|shall|we\s+(?:strongly\s+)?"
    r"(?:encourage|request|ask|affirm|support|endorse|look\s+to|expect|would\s+like|believe\s+that\s+\w+\s+should)"
    r"|(?:is|are)\s+(?:urgently\s+)?required\s+to|requires?\s+serious\s+consideration|in\s+order\s+to\s+improve)\b",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"\b(?:(?-i:should)(?!\s+(?:be\s+(?:noted|commended)|not\s+be\s+surpris))|must|ought\s+to|needs?\s+to|will\s+need|(?:has|have)\s+a\s+responsibility\s+to"
    r"|we\s+(?:(?:also|therefore|further|strongly|endorse\s+and)\s+){0,2}(?:encourage|request|ask|affirm|look\s+to|expect|would\s+like|call))\b",
    re.IGNORECASE,
)
_DIRECTIVE = re.compile(r"\b(?:should|must)\b")  # "Should the Board decide" is a condition
_IMPERATIVE = re.compile(
    r"(?:that\b|(?:to\s+)?(?:ensur|establish|creat|introduc|publish|review|develop|provid|requir|consider|adopt|implement|"
    r"ratify|amend|strengthen|continu|tak|mak|set|appoint|commission|improv|increas|reduc|remov|extend|expand|conven|"
    r"prohibit|ban|repeal|enact|put|mandat|clarify|carry|conduct|undertak|updat|produc|support|promot|encourag|work|"
    r"repor|issu|giv|allow|enabl|invest|fund|build|prepar|maintain|monitor|investigat|replac|restor|us|train|"
    r"accede|accelerat|intensify|step|bring|abolish|refrain|enhanc|address|combat|prevent|protect|guarantee|revis|"
    r"draft|incorporat|harmoniz|harmonis|cooperat|collaborat|engag|facilitat|finaliz|finalis|withdraw|sign|consolidat)"
    r"(?:e|es|ing)?\b)",
    re.IGNORECASE,
)


def recommends(text: str, span: Span) -> bool:
    """Whether the words say outright that they recommend, urge, invite or call for something."""
    return _OUTRIGHT.search(text, span.start, span.end) is not None


def asks(text: str, span: Span) -> bool:
    """Whether the words ask for something to be done: outright, by "should" or "must", or as an instruction."""
    return (
        recommends(text, span)
        or _WEAKER.search(text, span.start, span.end) is not None
        or _IMPERATIVE.match(text, span.start, span.end) is not None
    )


def asks_firmly(text: str, span: Span) -> bool:
    """Whether a paragraph among conclusions asks: outright, by "should" or "must", or by encouraging."""
    return recommends(text, span) or _FIRM.search(text, span.start, span.end) is not None


def directs(text: str, span: Span) -> bool:
    """Whether the words say what should or must be done."""
    return recommends(text, span) or _DIRECTIVE.search(text, span.start, span.end) is not None
