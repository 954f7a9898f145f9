"""Where an answer begins, and who gives it: "Government response", "The Scottish Government accepts …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.extract.asking import asks_firmly
from answerable.extract.blocks import Block
from answerable.extract.dispositions import Verdict, judge_label
from answerable.text import Span, Spans

_BODY = (
    r"(?:(?=[A-Z])(?:The\s+)?(?:[A-Z][\w’'&-]*\s+|of\s+|and\s+|for\s+|the\s+|in\s+|&\s+){0,9}?"
    r"(?:Government|Governments|Executive|Council|Department|Ministry|Agency|Office|Commission|Authority|Trust|College|"
    r"Association|Board|Service|Services|Police|Inspectorate|Institute|Institution|Regulator|NHS|Treasury|Federation|"
    r"Brigade|Union|Bank|University|Company|Corporation|Society|Ombudsman|Parliament|Assembly|Senedd|Cabinet|Force|"
    r"Secretary|Minister|Group|Body|Panel|Committee|Forum|Network|Guild)(?:\s+(?:of|for)(?:\s+(?:the\s+)?[A-Z][\w’'-]*"
    r"|\s+and)+)*(?:\s+\([A-Z][\w& -]*\))?|[A-Z]{2,8}(?:\s+[A-Z][a-z]+)?)"
)
_RESPONSE = r"(?:[Rr]esponse|[Rr]eply|[Pp]osition|[Aa]nswer|[Cc]omments?)"
_LABEL = re.compile(
    rf"\W{{0,3}}(?:(?P<by>{_BODY})(?:['’]s?)?\s+{_RESPONSE}|(?:[Ff]ormal\s+|[Oo]ur\s+|[Ii]nterim\s+)?{_RESPONSE}"
    rf"|{_RESPONSE}\s+(?:of|from|by|on behalf of)\s+(?:the\s+)?(?P<from>{_BODY}))"
    r"(?:\s+to\s+(?:this\s+|the\s+)?(?:recommendations?|conclusions?)(?:\s+[\dR][\w.,()& -]*)?)?\s*(?:[:–—-]\s*|$|\n)",
)
_CAPITAL_LABEL = re.compile(
    r"\W{0,3}(?!YOUR)(?:(?P<by>[A-Z &’'-]*?)\s+)?(?:RESPONSE|REPLY)(?:\s+TO [A-Z \d]+)?\s*(?:[:–—-]\s*|$|\n)"
)
_NAME_LABEL = re.compile(rf"\W{{0,3}}(?!IS[BS]N|NOTE|URL|DOI)(?P<by>{_BODY})\s*(?::\s*|$|\n)")
_ANSWER_VERB = (
    r"(?:(?:\w+ly|all|both|each|also|therefore|has|have|is|are|does not|do not|cannot|will|would|can|remains?|already"
    r"|not|very)"
    r"\s+){0,4}"
    r"(?:accept(?:s|ed)?|agree[sd]?|support(?:s|ed|ive)?|welcom(?:es?|ed|ing)|not(?:es?|ed)|reject(?:s|ed)?|recognis(?:es?|ed)"
    r"|disagree[sd]?|acknowledg(?:es?|ed)|concur(?:s|red)?|endors(?:es?|ed)|committed|sympathetic|considers?|shares?"
    r"|grateful|declin(?:es?|ed)|exploring|considering|appreciat(?:es?|ed)|understands?|takes?\s+note|thanks?)\b"
)
_OPENING = re.compile(
    rf"(?:\d+(?:\.\d+)*\.?\s+)?(?:(?:(?:The|His|Her|Our)\s+)?(?:[\w’'&().,-]+\s+){{0,14}}?{_ANSWER_VERB}|(?:{_RESPONSE}))",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    rf"(?:\d+(?:\.\d+)*\.?\s+)?(?!(?:As|In|While|Whilst|Although|If|When|Since|For|On|At|To|By|With|This|That|It|There|Our)\b)(?P<by>(?:The\s+)?(?:UK\s+|HM\s+)?[Gg]overnment|We|{_BODY}(?:\s*(?:,|and|&)\s+(?:the\s+)?{_BODY})*)\s+{_ANSWER_VERB}"
)
_DECIDING = re.compile(r"\b(?:accept|agree|reject|disagree)", re.IGNORECASE)
_PROPER = r"[A-Z][\w’'-]*(?:\s+(?:of\s+|for\s+|and\s+|the\s+)*[A-Z][\w’'-]*)*"
_ABOUT = re.compile(
    r"Th(?:is|e|ese)\s+(?:sub-)?recommendations?\s+(?:is|are|has|have|was|were|will|cannot|falls?|relates?)\b"
)
_REPORTED = re.compile(
    rf"(?:(?P<by>{_PROPER})\s+(?:has|have)|,\s+(?:which|who)\s+(?:has|have))\s+"
    r"(?:told|informed|advised|confirmed(?:\s+to)?|written\s+to|assured|notified|indicated\s+to)\s*(?:us|the\s+[Gg]overnment)?"
    r"(?:\s+that\s+|:\s*|,\s*)"
)
_NAMED = re.compile(rf"\b(?P<by>{_PROPER})")
_QUOTES = {'"': '"', "“": "”", "‘": "’"}
_NAME_LENGTH = 90


@dataclass(frozen=True, slots=True)
class Answer:
    """One body's answer: its name as printed and where, the place of its words, and a disposition set as a label."""

    span: Span
    by: str = ""
    label: Verdict | None = None
    without: Spans = ()  # other bodies' words in it


def opens_answer(text: str, span: Span) -> bool:
    """Whether a block begins an answer: a label ("Government response:"), a status, or "The Department accepts …"."""
    if _label(text, span) or judge_label(text, span) or _ABOUT.match(text, span.start, span.end):
        return True
    match = _SUBJECT.match(text, span.start, span.end)
    if match is None:
        return False
    sentence = text[span.start : text.find(".", match.end(), span.end)]
    committee = re.match(r"(?:The\s+)?(?:\w+\s+)?(?:Committee|Inquiry|Commission|Panel|Review)$", match["by"])
    own = match["by"] == "We" and not _DECIDING.search(sentence) and asks_firmly(text, span)
    return not committee and not own


def is_labelled(text: str, span: Span) -> bool:
    """Whether a block begins with a label that says that it answers: "Government response:"."""
    return _label(text, span) is not None


def find_answers(text: str, blocks: Sequence[Block]) -> tuple[Answer, ...]:
    """The answers in the blocks that follow an ask, one for each body that answers for itself."""
    found: list[Answer] = []
    by, label, start, end = "", None, None, None
    for at, named, verdict, stop in _runs(text, blocks):
        if named is not None or verdict is not None:
            if start is not None and end is not None and (named is not None or label is not None):
                found.append(Answer(Span(start, end), by, label))
                start, label = None, None
            by = named if named is not None else by
            label = verdict or label
        if start is None and at < stop:
            start = at
        end = max(stop, end or stop)
    if start is not None and end is not None:
        found.append(Answer(Span(start, end), by, label))
    return tuple(found)


def _runs(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, str | None, Verdict | None, int]]:
    """For each block: where its words begin, the body that a label or its subject names, its status, its end."""
    bodies: set[str] = set()
    for block in blocks:
        labelled = _label(text, block.span)
        short = block.end - block.start < _NAME_LENGTH
        if labelled:
            name, content = labelled
            rest = Span(content, block.end) if content < block.end else None
            yield content, name, judge_label(text, rest) if rest else None, block.end
        elif verdict := judge_label(text, block.span):
            yield block.start, None, verdict, block.end
        elif (named := _NAME_LABEL.match(text, block.start, block.end)) and (
            (block.set_apart and short and named.end() == block.end) or ":" in named[0]
        ):
            rest = Span(named.end(), block.end) if named.end() < block.end else None
            yield named.end(), _name(named["by"]), judge_label(text, rest) if rest else None, block.end
        else:
            subject = _own_subject(text, block, bodies)
            yield block.start, subject, None, block.end


def _own_subject(text: str, block: Block, bodies: set[str]) -> str | None:
    """The named body that this paragraph answers for, where another has answered before it."""
    match = _SUBJECT.match(text, block.start, block.end)
    name = _name(match["by"]) if match else ""
    if not re.search(r"\b(?:UK|Scottish|Welsh|Northern Ireland|Irish|Australian)\b", name):
        return None
    fresh = name not in bodies
    bodies.add(name)
    return name if fresh and len(bodies) > 1 else None


def find_reported(text: str, answer: Answer) -> tuple[Answer, ...]:
    """Answers of other bodies that an answer reports: "The Authority has told us that it accepts …"."""
    found = []
    for match in _REPORTED.finditer(text, answer.span.start, answer.span.end):
        end = _said_end(text, match.end(), answer.span.end)
        before = text[max(answer.span.start, match.start() - 200) : match.start()]
        named = match["by"] or next((m["by"] for m in reversed(list(_NAMED.finditer(before)))), "")
        if named and match.end() < end:
            found.append(Answer(Span(match.end(), end), _name(named)))
    return tuple(found)


def _said_end(text: str, start: int, end: int) -> int:
    """Where reported words end: with their quotation, or with their sentence."""
    opening = text[start : start + 1]
    if opening in _QUOTES:
        closing = text.find(_QUOTES[opening], start + 1, end)
        return closing + 1 if closing > 0 else end
    stop = re.compile(r"\.(?=\s|$)|\n[ \t]*\n").search(text, start, end)
    return stop.end() if stop else end


def subject(text: str, span: Span) -> str:
    """Who answers, as the subject of the answer's first sentence: "The Lantern Council"; empty for "We" or nobody."""
    match = _SUBJECT.match(text, span.start, span.end)
    name = _name(match["by"]) if match else ""
    return "" if name.lower() == "we" else name


def _label(text: str, span: Span) -> tuple[str, int] | None:
    """The body that a response label names ("" for a bare one), and where the words after the label begin."""
    for pattern in (_LABEL, _CAPITAL_LABEL):
        if match := pattern.match(text, span.start, span.end):
            groups = match.groupdict()
            return _name(groups.get("by") or groups.get("from") or ""), match.end()
    return None


def _name(words: str) -> str:
    return " ".join(words.split()).strip(" :–—-")
