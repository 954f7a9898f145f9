"""Statements that stand inside other words: nominal ones, participles at the head of a sentence, reports in reports.

"After Doe's rejection of the plan" is a rejection by Doe; "While conceding the delay, she denied …" is two statements
with one speaker; in "the paper says that the minister told MPs …" both layers stand, the inner with the outer as its
parent. Only forms that say so plainly are taken, and none that the tagger has found already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from answerable.extract.lemmas import table
from answerable.model import Document, Statement
from answerable.text import Span, Spans, envelope

# words parted by one blank each: were the blank optional, a run of capitals would be tried in every division
_WORD = r"(?!After\b|Despite\b|While\b|Since\b)\b(?:(?:[A-Z]\.)+|[A-Z][\w’'\-]*[a-z]|[A-Z]{2,})"
_NAME = rf"{_WORD}(?: {_WORD}){{0,9}}"
_BODY = r"[Tt]he (?:[a-z]+ )?(?:government|council|minister|committee|party|company|department|board)"
_OWNER = rf"(?P<source>{_BODY}|{_NAME}(?=['’]s?\b)|\b(?:[Hh]is|[Hh]er|[Tt]heir)\b)(?:['’]s?)?"
_HEAD = r"(?:^|[.?!]['\"”’]?\s|\n)(?:(?:[Ww]hile|[Dd]espite|[Aa]lthough|[Bb]y|[Aa]fter) )?"
_ADJECTIVE = r"(?:(?:repeated|own|earlier|previous|continued|public|flat|outright|initial|recent|strong|sharp|firm) )?"
_BY = r"(?:by|from)"
_REST = re.compile(r"[^.,;:?!\n“”\"()–—]+")
_AFTER = r"\s(?:and|but|while|when|after|before|as)\b"
_VERB = r"\s(?:is|was|were|are|has|had|have|will|would|could|should|came|drew|led|grew|did|\w{3,}ed)\b"
_END_OF_CLAUSE = re.compile(_AFTER)
_END_OF_PHRASE = re.compile(f"{_AFTER}|{_VERB}")  # a noun phrase ends where the verb of its sentence begins
_LEAST = 2  # words of a content, not counting the "to" or "that" it may begin with
_JOINTS = frozenset({"for", "that", "to"})
_SCORE = 0.5  # by form alone, not by the model


def find_embedded(document: Document, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """`statements` with those that they and the words around them hold, in order, each inner one with its parent."""
    text, found = document.text, list(statements)
    for source, cue, content in (*_nominal(text), *_agents(text), *_participles(text, statements)):
        if not _known(cue, content, found):
            key = Statement.key(document.id, source, cue, content)
            found.append(Statement(key, document.id, source, cue, content, score=_SCORE))
    found.sort(key=lambda s: (_order(s).start, -_order(s).end))
    return _with_parents(found)


def _order(statement: Statement) -> Span:
    return envelope((*statement.source, *statement.cue, *statement.content))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The possessive form, the form with "by" or "from", and the participle at the head of a sentence."""
    nouns = table("nominal.txt")
    joints = [j for j in nouns if j != "participles"]
    # "of" and "for" belong to the cue, "to" and "that" to the content, as in "refusal [to answer]"
    either = "|".join(f"(?P<{j}>(?:{'|'.join(nouns[j])}){f' {j})' if j in ('of', 'for') else f') {j}'}" for j in joints)
    calls = "|".join((*nouns["of"], *nouns["for"], *nouns["that"]))
    heads = "|".join(nouns["participles"])
    return (
        re.compile(rf"{_OWNER} {_ADJECTIVE}(?:{either})\b "),
        re.compile(
            rf"\b(?P<cue>{calls}) {_BY} (?P<source>(?:the )?{_NAME}|[a-z]+(?: [a-z]+)?) (?P<joint>for|of|that|to) "
        ),
        re.compile(rf"{_HEAD}(?P<cue>(?i:{heads}))(?: that)? "),
    )


def _nominal(text: str) -> Iterator[tuple[Spans, Spans, Spans]]:
    """ "Doe's rejection of the plan"."""
    for match in _patterns()[0].finditer(text):
        joint = next(j for j in ("of", "to", "for", "that") if match[j])
        cue = Span(*match.span(joint))
        if content := _content(text, cue.end + 1, _END_OF_CLAUSE if joint == "that" else _END_OF_PHRASE):
            yield (Span(*match.span("source")),), (cue,), (content,)


def _agents(text: str) -> Iterator[tuple[Spans, Spans, Spans]]:
    """ "calls from campaigners for an inquiry"."""
    for match in _patterns()[1].finditer(text):
        if content := _content(text, match.start("joint"), _END_OF_PHRASE):
            yield (Span(*match.span("source")),), (Span(*match.span("cue")),), (content,)


def _participles(text: str, statements: Sequence[Statement]) -> Iterator[tuple[Spans, Spans, Spans]]:
    """ "While conceding the delay, she denied …": the speaker is that of the statement that the comma leads to."""
    starts = {s.source[0].start: s.source for s in statements if s.source}
    for match in _patterns()[2].finditer(text):
        comma = text.find(", ", match.end())
        if comma > match.end() and comma + 2 in starts and len(text[match.end() : comma].split()) >= _LEAST:
            yield starts[comma + 2], (Span(*match.span("cue")),), (Span(match.end(), comma),)


def _content(text: str, start: int, end: re.Pattern[str]) -> Span | None:
    """The words from `start` up to `end` or a mark; None where they are too few."""
    rest = _REST.match(text, start)
    if rest is None:
        return None
    tail = end.search(rest[0])
    words = (rest[0][: tail.start()] if tail else rest[0]).rstrip()
    said = words.split()
    return Span(start, start + len(words)) if len(said) - bool(_JOINTS.intersection(said[:1])) >= _LEAST else None


def _known(cue: Spans, content: Spans, statements: Sequence[Statement]) -> bool:
    """Whether a statement has this cue already, or its content and this one overlap without one holding the other."""
    whole = envelope((*cue, *content))
    for statement in statements:
        if any(place.overlaps(cue[0]) for place in (*statement.cue, *statement.source)):
            return True
        if statement.content:
            other = envelope(statement.content)
            if other.overlaps(content[0]) and not other.contains(whole):
                return True
    return False


def _with_parents(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Each statement, in order of start, with the innermost one whose content holds it all as its parent."""
    contents = sorted((span.start, -span.end, s.id) for s in statements for span in s.content)
    result: list[Statement] = []
    opened: list[tuple[int, str]] = []  # ends and ids of the contents that have begun
    at = 0
    for statement in statements:
        place = _order(statement)
        while at < len(contents) and contents[at][0] <= place.start:
            opened.append((-contents[at][1], contents[at][2]))
            at += 1
        opened = [o for o in opened if o[0] > place.start]
        around = [o for o in opened if o[0] >= place.end and o[1] != statement.id]
        result.append(replace(statement, parent=min(around)[1]) if around else statement)
    return tuple(result)
