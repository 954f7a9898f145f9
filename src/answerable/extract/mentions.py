"""Every place of a document that names or points to an actor, before it is known to which.

Three forms: names (`names`), noun phrases whose head a list knows ("the minister", "backbench MPs", "the report"), and
pronouns. `coreference` decides who is meant.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from answerable.extract import gazetteer
from answerable.extract.names import Name, Sort, find_names
from answerable.extract.quotations import quotations
from answerable.extract.runs import ABBREVIATION
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

_WORD = re.compile(r"(?<!\w['’])[^\W_]+(?:[-‑’'](?!s\b)[^\W_]+)*")
_NOMINATIVE = frozenset({"i", "we", "he", "she", "they", "it"})
_DEFINITE = frozenset(["the", "this", "that", "these", "those"])
_DETERMINERS = frozenset(
    "the this these those a an his her their its my our your some many most several few other both all no any every "
    "each two three four five six seven eight nine ten dozens hundreds thousands another".split()
)
_POSSESSIVE = frozenset(["his", "her", "their", "its", "my", "our", "your"])
_PREPOSITIONS = frozenset("of for to by with against on from at about in into like than over under via".split())
_DESCRIBING = frozenset(
    "senior former local federal state backbench black white young many some several other current top leading "
    "campaign government opposition party ruling council house senate police union national foreign public "
    "independent exit recent new working-class registered likely undecided wealthy older younger ordinary junior "
    "shadow cabinet prime health home civil law-enforcement intelligence military religious community political "
    "trade human rights legal medical bereaved elected anonymous unnamed two three four five six administration "
    "fellow rival female male gay congressional parliamentary official".split()
)
_VERBS = frozenset(
    "said says say told tells added adds has have had is are was were will would could should may might must did "
    "does do can wrote writes asked asks called calls argued argues warned warns claimed claims denied denies "
    "accused accuses insisted insists tweeted announced thinks believes wants plans refused declined also then "
    "later".split()
)
_STOP = re.compile(r"[.!?]['\"”’)]*[^\S\n]+(?=[\"“‘'(]*[^\Wa-z])|\n+")


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


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    low: str


class Ground:
    """The text as the finder walks over it: where sentences, paragraphs and quotations run."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.sentences = [
            m.end() for m in _STOP.finditer(text) if not ABBREVIATION.search(text, max(0, m.start() - 7), m.start())
        ]
        self.paragraphs = [m.end() for m in re.finditer(r"\n+", text)]
        self.quotes = [q.span for q in quotations(text)]
        self.opened = [q.start for q in self.quotes]

    def sentence(self, at: int) -> int:
        return bisect_right(self.sentences, at)

    def paragraph(self, at: int) -> int:
        return bisect_right(self.paragraphs, at)

    def quoted(self, at: int) -> bool:
        i = bisect_right(self.opened, at) - 1
        return i >= 0 and at < self.quotes[i].end

    def owns(self, end: int) -> bool:
        return self.text[end : end + 2] in ("'s", "’s") or (
            self.text[end - 1 : end + 1] in ("s'", "s’") and self.text[end + 1 : end + 2] == " "
        )

    def subject(self, span: Span) -> bool:
        before = self.text[max(0, span.start - 14) : span.start].split()
        if (before and before[-1].lower() in _PREPOSITIONS) or self.owns(span.end):
            return False
        after = _WORD.search(self.text, span.end, span.end + 24)
        opens = (
            not before
            or before[-1][-1] in '.!?,:;“"”'
            or self.sentence(span.start) != self.sentence(max(0, span.start - 3))
        )
        return opens or bool(after and (after[0].lower() in _VERBS or after[0].endswith("ed")))


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
    tokens: list[_Token] = []
    noun: Found | None = None  # held back: it may be the first word of a compound ("campaign" of "campaign donors")
    for match in _WORD.finditer(text):
        token = _Token(match.start(), match.end(), match[0].lower())
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
                found = _of_noun(_phrase(text, tokens), token, ground)
                if noun and found.span.start > noun.span.start:
                    yield noun
                noun = found
    if noun:
        yield noun


def _of_pronoun(token: _Token, ground: Ground) -> Found:
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


@dataclass(frozen=True, slots=True)
class _Phrase:
    start: int
    words: tuple[str, ...]  # without the head
    determiner: str  # "" for none; "'s" for a possessor


def _phrase(text: str, tokens: Sequence[_Token]) -> _Phrase:
    """The noun phrase that ends with the last token: back to its determiner, over at most five words."""
    head = tokens[-1]
    plain = _breaking()
    start = head.start
    words: list[str] = []
    described, bare = head.start, 0
    for i in range(len(tokens) - 2, max(-1, len(tokens) - 8), -1):
        token = tokens[i]
        gap = text[token.end : start]
        if gap in ("'s ", "’s ", "' ", "’ "):
            owner = _possessor(text, tokens, i)
            return _Phrase(owner, tuple(reversed(words)), "'s")
        if gap not in (" ", "\u00a0", "-") or token.low in plain:
            break
        if token.low in _DETERMINERS:
            return _Phrase(token.start, tuple(reversed(words)), token.low)
        words.append(token.low)
        start = token.start
        if token.low in _DESCRIBING or token.low in gazetteer.peoples() or text[token.start].isupper():
            described, bare = token.start, len(words)
        elif bare < len(words) - 1:
            break
    return _Phrase(described, tuple(reversed(words[:bare])), "")


@cache
def _breaking() -> frozenset[str]:
    """Words that a noun phrase never runs over."""
    return gazetteer.words("function_words") - _DETERMINERS


def _possessor(text: str, tokens: Sequence[_Token], i: int) -> int:
    """Where the possessor that ends with token `i` starts: a run of capitalised words, or one word with its article."""
    start = tokens[i].start
    while i > 0 and text[tokens[i].start].isupper() and text[tokens[i - 1].end : tokens[i].start] in (" ", ". ", "-"):
        if not text[tokens[i - 1].start].isupper():
            break
        i -= 1
        start = tokens[i].start
    if i > 0 and tokens[i - 1].low in _DETERMINERS and text[tokens[i - 1].end : start] == " ":
        start = tokens[i - 1].start
    return start


def _of_noun(phrase: _Phrase, token: _Token, ground: Ground) -> Found:
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
