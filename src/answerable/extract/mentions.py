"""Every place of a document that names or points to an actor, before it is known to which.

Three forms: names (`names`), noun phrases whose head a list knows ("the minister", "backbench MPs", "the report"), and
pronouns. `coreference` decides who is meant.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from answerable.extract import gazetteer
from answerable.extract.ground import WORD, Ground
from answerable.extract.names import Name, Sort, find_names
from answerable.extract.phrases import Phrase, Token, phrase_before
from answerable.text import Span


class Form(StrEnum):
    """How a mention points."""

    NAME = "name"
    NOUN = "noun"
    PRONOUN = "pronoun"


class Noun(StrEnum):
    """What the head of a noun phrase is."""

    ROLE = "role"  # one person: "the minister"
    BODY = "body"  # "the committee"
    GROUP = "group"  # "voters"
    WORK = "work"  # "the report"


@dataclass(frozen=True, slots=True)
class Pronoun:
    """Person (1, 2, 3), gender ("m", "f", "n" for things, "" for any), number, and whether it is a possessive."""

    person: int
    gender: str
    plural: bool
    possessive: bool = False


PRONOUNS = {
    "i": Pronoun(1, "", False), "me": Pronoun(1, "", False), "my": Pronoun(1, "", False, True),
    "myself": Pronoun(1, "", False), "mine": Pronoun(1, "", False, True),
    "we": Pronoun(1, "", True), "us": Pronoun(1, "", True), "our": Pronoun(1, "", True, True),
    "he": Pronoun(3, "m", False), "him": Pronoun(3, "m", False), "his": Pronoun(3, "m", False, True),
    "himself": Pronoun(3, "m", False), "she": Pronoun(3, "f", False), "her": Pronoun(3, "f", False, True),
    "hers": Pronoun(3, "f", False, True), "herself": Pronoun(3, "f", False),
    "they": Pronoun(3, "", True), "them": Pronoun(3, "", True), "their": Pronoun(3, "", True, True),
    "it": Pronoun(3, "n", False), "its": Pronoun(3, "n", False, True),
}  # fmt: skip

_NOMINATIVE = frozenset({"i", "we", "he", "she", "they", "it"})
_DEFINITE = frozenset(["the", "this", "that", "these", "those"])
_POSSESSIVE = frozenset(["his", "her", "their", "its", "my", "our", "your"])


@dataclass(frozen=True, slots=True)
class Found:
    """A place that names or points to an actor.

    `span` is the whole phrase, `head` the words that name ("Jane Doe" of "Transport Secretary Jane Doe"), `name`
    those words. `noun` is set for noun phrases, `pronoun` for pronouns, `sort` for names. `words` are the describing
    words, lower case; `owner` that a possessive follows ("Doe's"); `subject` that it stands where a subject stands;
    `first` that it opens a sentence, where its capital tells nothing.
    """

    span: Span
    head: Span
    form: Form
    name: str
    sort: Sort = Sort.UNKNOWN
    noun: Noun | None = None
    pronoun: Pronoun | None = None
    gender: str = ""
    roles: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    definite: bool = False
    owner: bool = False
    subject: bool = False
    quoted: bool = False
    sure: bool = False
    first: bool = False
    sentence: int = 0
    paragraph: int = 0


def find_mentions(text: str) -> tuple[Found, ...]:
    """The mentions of `text`, in order of start. Phrases may hold names ("his opponent Jane Doe's allies")."""
    names = find_names(text)
    ground = Ground(text)
    found = [_of_name(name, ground) for name in names]
    found += _of_words(text, names, ground)
    return tuple(sorted(found, key=lambda f: (f.span.start, -f.span.end)))


def _of_name(name: Name, ground: Ground) -> Found:
    at = name.span.start
    return Found(
        name.span,
        name.head,
        Form.NAME,
        name.name,
        name.sort,
        gender=name.gender,
        roles=name.roles,
        words=frozenset(name.title.lower().split()),
        definite=ground.text[max(0, at - 4) : at].lower() == "the ",
        owner=ground.owns(name.span.end),
        subject=ground.subject(name.span),
        quoted=ground.quoted(at),
        sure=name.sure,
        first=name.first,
        sentence=ground.sentence(at),
        paragraph=ground.paragraph(at),
    )


def _of_words(text: str, names: Sequence[Name], ground: Ground) -> Iterator[Found]:
    """Pronouns and noun phrases."""
    starts = [n.span.start for n in names]
    heads = _heads()
    tokens: list[Token] = []
    noun: Found | None = None  # held back: it may be the first word of a compound ("campaign" of "campaign donors")
    for match in WORD.finditer(text):
        token = Token(match.start(), match.end(), match[0].lower())
        tokens.append(token)
        if noun and noun.span.end + 1 < token.start:
            yield noun
            noun = None
        if token.low in PRONOUNS:
            yield _of_pronoun(token, ground)
        elif _bare(token.low) in heads:
            i = bisect_right(starts, token.start) - 1
            if (
                i < 0
                or token.start >= names[i].span.end
                or (names[i].sort is Sort.UNKNOWN and names[i].head.end == token.end)
            ):
                found = _of_noun(phrase_before(text, tokens), token, ground)
                if noun and found.span.start > noun.span.start:
                    yield noun
                noun = found
    if noun:
        yield noun


def _of_pronoun(token: Token, ground: Ground) -> Found:
    span, pronoun = Span(token.start, token.end), PRONOUNS[token.low]
    return Found(
        span,
        span,
        Form.PRONOUN,
        token.low,
        pronoun=pronoun,
        gender=pronoun.gender.strip("n"),
        owner=pronoun.possessive,
        subject=token.low in _NOMINATIVE and ground.subject(span),
        quoted=ground.quoted(span.start),
        sentence=ground.sentence(span.start),
        paragraph=ground.paragraph(span.start),
    )


def _of_noun(phrase: Phrase, token: Token, ground: Ground) -> Found:
    span = Span(phrase.start, token.end)
    noun, family, gender = _heads()[_bare(token.low)]
    return Found(
        span, Span(token.start, token.end), Form.NOUN, span.of(ground.text), noun=noun, gender=gender,
        roles=frozenset({family}), words=frozenset(phrase.words) | {token.low, phrase.determiner} - {""},
        definite=phrase.determiner in _DEFINITE | _POSSESSIVE or phrase.determiner == "'s",
        owner=ground.owns(token.end), subject=ground.subject(span), quoted=ground.quoted(token.start),
        sentence=ground.sentence(token.start), paragraph=ground.paragraph(token.start),
    )  # fmt: skip


def _bare(word: str) -> str:
    """A noun without the prefix that leaves its role as it is: "ex-wife", "vice-chair"."""
    return word.removeprefix("ex-").removeprefix("vice-").removeprefix("co-")


@cache
def _heads() -> dict[str, tuple[Noun, str, str]]:
    """{head noun: what it is, the family of roles or bodies it belongs to, gender}."""
    heads = {w: (Noun.WORK, w.removesuffix("s"), "n") for w in gazetteer.words("work_nouns")}
    heads |= {w: (Noun.BODY, w, "n") for w in gazetteer.words("body_nouns")}
    heads |= {w: (Noun.GROUP, w, "") for w in gazetteer.words("group_nouns")}
    return heads | {w: (Noun.ROLE, r.family, r.gender) for w, r in gazetteer.role_nouns().items()}
