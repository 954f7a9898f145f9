"""The member behind a source: which word of the noun phrase is its head, and whom that means."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from answerable.extract import gazetteer
from answerable.extract.cast import Cast, Member
from answerable.extract.mentions import Form, Found, Noun
from answerable.extract.names import Sort
from answerable.extract.naming import Resolved
from answerable.extract.phrases import bare, happens, unsigned
from answerable.extract.runs import SIGNS
from answerable.extract.works import STUDIED, maker
from answerable.model import ActorKind, Statement
from answerable.text import Span, envelope

_BREAK = re.compile(
    r",|;|:|[–—]|\(| - |\b(?:of|for|from|at|in|on|with|to|by|about|who|whom|whose|that|which|and|including|according|"
    r"worried|near)\b"
)
_ARTICLE = re.compile(r"(?:the|a|an|another|only|this|that)\s+", re.IGNORECASE)
_CLAUSE = re.compile(r",|\s(?:who|which|that|whose)\b|\s\(|[–—]")
_PARTICIPLE = re.compile(r"\s\w{3,}ing\b")
_WHEN = re.compile(
    r"\s(?:in|since|from|of|on)\s(?:\d{4}|[A-Z][a-z]+day|(?:early|late) [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2})$"
)
_FROM = re.compile(
    r"(?:the )?(?:data|figures|numbers|statistics|results|findings|research|records) (?:from|by|of) (?:the )?", re.I
)
_NEWS = re.compile(r"(?:new|latest|recent|previous|separate|same) +")
_OWNED = re.compile(r"['’]s?\s|^(?:his|her|their|its|my|our)\s", re.IGNORECASE)
_MADE = frozenset(
    "submission filing complaint lawsuit request motion testimony remarks remark comments comment words letters tweets "
    "answer response reply message messages post posts analysis tally average averages count review investigation "
    "estimate report reports story article editorial column tweet letter statement memo email speech ad book blog "
    "release website".split()
)
_SIGNED = re.compile(r"(?:(?<=[\"”])|[.,!?]?[\"”])\s*[―—–]\s*(?=[^\W\d_])")
_BY = re.compile(r" (?:from|by) ")
_NOBODY = re.compile(
    r"(?:they['’]re|(?:one|some|several|many|both|all) of (?:them|us|you)|"
    r"recommendations? \d+|(?:the )?(?:(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December)|spring|summer|autumn|winter)(?: \d{1,2},?)?(?: \d{4})?|[\d.,%]+)",
    re.IGNORECASE,
)
_AND = re.compile(r" and (?:the )?")
_COUNTING = frozenset("group number majority handful dozens series range coalition pair crowd string lot".split())
_RELATIVE = (" that ", " which ")
_MAKING = frozenset({"authors", "researchers"})
_SPACE = f" \n\u00a0{SIGNS}"
_POINTING = frozenset({"the", "this", "that"})
_OF = re.compile(r" (?:for|of) (?:the )?[A-Z][\w’'-]*(?: (?:of |and |for )?[A-Z][\w’'-]*)*")
_LONG = 8  # words from which a noun phrase is cut at a participle


class Sources:
    """Finds the members behind the sources of one document's statements."""

    def __init__(self, text: str, cast: Cast, resolved: Sequence[Resolved]) -> None:
        self.text, self.cast, self.resolved = text, cast, resolved
        self.starts = [r.found.span.start for r in resolved]
        self.maker = maker(text, cast, resolved)
        self._met: dict[int, Member | None] = {}  # those only described, by id, once a source has made actors of them

    def speakers(self, statements: Sequence[Statement]) -> list[Member | None]:
        """The member behind each source; those that only point ("the poll", "Poll") are looked up last."""
        places = [bare(self.text, envelope(s.source[:1])) if s.source else self._from(s) for s in statements]
        found: dict[int, Member | None] = {}
        for i in sorted(range(len(places)), key=lambda i: self._points(places[i])):
            place = places[i]
            told = self._signed(statements[i]) or (self.of(place) if place else None)
            found[i] = told or (self._told_of(place, statements[i]) if place else None)
        return [found[i] for i in range(len(places))]

    def _from(self, statement: Statement) -> Span | None:
        """The phrase after a noun that reports: "repeated warnings from his lawyer"."""
        after = _BY.match(self.text, statement.cue[-1].end) if statement.cue else None
        if after is None:
            return None
        first = bisect_left(self.starts, after.end())
        near = self.resolved[first].found.span if first < len(self.resolved) else None
        return near if near and near.start == after.end() else None

    def _signed(self, statement: Statement) -> Member | None:
        """Who signs a quotation after it: "“Let it open.” — Jane Doe"; a name before it then signs the one before."""
        after = _SIGNED.match(self.text, statement.content[-1].end) if statement.content else None
        if after is None:
            return None
        first = bisect_left(self.starts, after.end())
        near = self.resolved[first] if first < len(self.resolved) else None
        signs = near and near.found.form is Form.NAME and near.found.span.start == after.end()
        return near.member if near and signs else None

    def _told_of(self, place: Span, statement: Statement) -> Member | None:
        """Who acts in what is told of a happening: "the row began with a letter that the council sent, asking …"."""
        if not happens(self._head(place).of(self.text)) or not statement.cue:
            return None
        first, end = bisect_left(self.starts, place.end), bisect_left(self.starts, statement.cue[0].start)
        acting = (r.member for r in self.resolved[first:end] if self.text.endswith(_RELATIVE, 0, r.found.span.start))
        return next((m for m in acting if m and m.kind in (ActorKind.PERSON, ActorKind.ORGANISATION)), None)

    def _points(self, source: Span | None) -> bool:
        words = source.of(self.text).split() if source else []
        return len(words) == 1 or (len(words) == 2 and words[0].lower() in _POINTING)

    def of(self, source: Span) -> Member | None:
        """The member whom the noun phrase at `source` means; a phrase that names nobody else is an actor of its own."""
        if found := _FROM.match(source.of(self.text)):
            rest = Span(source.start + found.end(), source.end) if found.end() < source.end - source.start else source
            return self.of(rest) if not rest.of(self.text)[0].isdigit() else self._phrase(rest, rest)
        inside, head = self._inside(source), self._head(source)
        if both := self._joined(source, inside):
            return both
        addressed = next((r for r in inside if r.found.form is Form.NOUN and not r.found.noun), None)
        if addressed and addressed.found.span.start == source.start:  # "my hon. Friend the Member for Tarn"
            return addressed.member
        last = next(
            (r for r in reversed(inside) if r.found.span.start < head.end and r.found.head.end == head.end), None
        )
        if last is None:
            return self._apposed(source, head, inside) or self._noun(source, head, inside)
        f = last.found
        if f.form is Form.PRONOUN and f.pronoun and not f.pronoun.possessive:
            return self._introduced(last.member)
        if f.sort is Sort.PEOPLE and f.span.start > source.start and not f.definite:
            return self._phrase(source, head)  # only some of them: "many Mexicans"
        if f.form is Form.NAME and f.sort is not Sort.OFFICE:
            several = last.member is None and self.cast.surnamed(f.name)
            return None if several else last.member or self._unsettled(source, head, inside, f)
        if apposed := self._apposed(source, head, inside):
            return apposed
        if last.member and not last.member.nameless and f.noun is not Noun.GROUP and not self._counts(head):
            return last.member
        named = self._noun(source, head, inside)
        if last.member and last.member.nameless:
            self._met[id(last.member)] = named
        return named

    def _unsettled(self, source: Span, head: Span, inside: Sequence[Resolved], found: Found) -> Member | None:
        """Whoever a run of capitals names that nothing but its speaking shows to be a name."""
        words = found.name.split()
        if found.sort is not Sort.UNKNOWN or len(words) < 2 or words[-1].lower() in _opening():
            return self._noun(source, head, inside)
        return self.cast.body(found.name, found.span.start)

    def _joined(self, source: Span, inside: Sequence[Resolved]) -> Member | None:
        """Two names that speak as one: "Ada Hale and Jon Reva", "the Tarn Gazette and the Osk newspaper chain"."""
        names = [r for r in inside if r.found.form is Form.NAME and r.found.sort is not Sort.PEOPLE]
        called = [r.member.name if r.member else r.found.name for r in names]
        if len(names) != 2 or called[0] == called[1]:
            return None
        article = _ARTICLE.match(self.text, source.start)
        opens = names[0].found.span.start in (source.start, article.end() if article else source.start)
        gap = self.text[names[0].found.span.end : names[1].found.span.start]
        tail = self.text[names[1].found.span.end : source.end]
        if not (opens and _AND.fullmatch(gap) and re.fullmatch(r"(?: [a-z]+){0,2}", tail)):
            return None
        return self.cast.body(" and ".join(called), source.start, ActorKind.GROUP)

    def _introduced(self, member: Member | None) -> Member | None:
        """The actor for somebody whom a pronoun means; for one only described, by the words that describe."""
        if member is None or not member.nameless:
            return member
        if id(member) not in self._met:
            at = bisect_left(self.starts, member.start)
            described = next(r.found.span for r in self.resolved[at:] if r.member is member)
            told = _OF.match(self.text, described.end)
            self._met[id(member)] = self.of(Span(described.start, told.end() if told else described.end))
        return self._met[id(member)]

    def _counts(self, head: Span) -> bool:
        """Whether the head only counts what comes after it: "a small group of contributors"."""
        words = head.of(self.text).lower().split()
        return words[-1] in _COUNTING and words[0] != "the" and self.text.startswith(" of ", head.end)

    def _inside(self, span: Span) -> list[Resolved]:
        first, end = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        return [r for r in self.resolved[max(0, first - 2) : end] if span.start < r.found.head.end <= span.end]

    def _head(self, source: Span) -> Span:
        """The phrase up to the first comma, preposition or relative clause that stands outside a name."""
        names = [r.found.span for r in self._inside(source) if r.found.form is Form.NAME]
        for match in _BREAK.finditer(self.text, source.start + 1, source.end):
            if not any(n.start < match.start() < n.end for n in names):
                return Span(source.start, source.start + len(self.text[source.start : match.start()].rstrip(_SPACE)))
        return source

    def _apposed(self, source: Span, head: Span, inside: Sequence[Resolved]) -> Member | None:
        """The person named after a description: "An attorney for Doe, Jane Roe"."""
        for r in inside:
            f = r.found
            if f.form is not Form.NAME or f.owner or f.span.start <= head.end or not _is_person(r.member):
                continue
            before = self.text[source.start : f.span.start].rstrip()
            closed = f.span.end >= source.end - 1 or self.text.startswith(",", f.span.end)
            if closed and before.endswith((",", ":", "–", "—")):
                return r.member
        return None

    def _noun(self, source: Span, head: Span, inside: Sequence[Resolved]) -> Member | None:
        """The group, body or work that a noun phrase names, or whoever made the work."""
        words = head.of(self.text).lower().split()
        if words in (["that"], ["which"], ["who"]):
            return self._antecedent(source)
        noun = words[-1].strip(".,'’")
        if noun in _MADE or (noun in gazetteer.words("work_nouns") and _OWNED.search(head.of(self.text))):
            for r in inside:
                maker = r.member if r.found.form is not Form.NOUN and r.found.span.end < head.end else None
                if (
                    maker
                    and maker.kind in (ActorKind.PERSON, ActorKind.ORGANISATION)
                    and (r.found.sure or r.found.owner)
                ):
                    return maker
        return self._phrase(source, head)

    def _antecedent(self, source: Span) -> Member | None:
        """Whom a relative pronoun means: the name or noun just before it, or whom that noun is in apposition to."""
        first = bisect_left(self.starts, source.start)
        before = [r for r in self.resolved[max(0, first - 6) : first] if r.found.span.end <= source.start]
        near = [r for r in before if source.start - r.found.span.end <= 3]
        if not near:
            return None
        last = near[-1]
        if source.of(self.text).lower() == "who" and last.found.sort is Sort.PLACE:  # "Jane Doe, 24, of Tarn, who"
            persons = [r for r in before if r.found.form is Form.NAME and _is_person(r.member)]
            return persons[-1].member if persons else None
        for r in before:
            between = self.text[r.found.span.end : last.found.span.start]
            if r.member and r.found.form is Form.NAME and re.fullmatch(r", (?:an?|the) (?:[\w-]+ ){0,4}", between):
                return r.member
        return last.member or (None if last.found.form is Form.PRONOUN else self.of(last.found.span))

    def _phrase(self, source: Span, head: Span) -> Member | None:
        """An actor that the noun phrase itself names: "voters", "a new poll"; an earlier fuller one for "the poll"."""
        whole = self._whole(source, head)
        noun = head.of(self.text).lower().split()[-1].strip(".,'’")
        if _NOBODY.fullmatch(whole) or happens(noun):
            return None
        article = _ARTICLE.match(whole)
        name = whole[article.end() :] if article else whole
        work = noun in gazetteer.words("work_nouns")
        if self.maker and noun in STUDIED | _MAKING and article and article[0].lower().strip() in _POINTING:
            return self.maker
        role = noun in gazetteer.role_nouns() and article is not None
        kind = ActorKind.WORK if work else ActorKind.OFFICE if role else ActorKind.GROUP
        told = article[0].lower().strip() if article else ""
        if (told in _POINTING or len(name.split()) == 1) and (fuller := self._fuller(noun, kind, source.start)):
            return fuller
        if not name:
            return None
        if told and any(c.isupper() for c in name):
            name = _NEWS.sub("", name, count=1)
        name = self._owned(source, name) or (name if told else self._lowered(source, name))
        if told in ("a", "an", "the", "another") and not work:
            name = f"{told} {name}"
        return self.cast.body(name, source.start, kind)

    def _whole(self, source: Span, head: Span) -> str:
        """The noun phrase with what follows its head, up to a comma or a clause."""
        end = _CLAUSE.search(self.text, head.end, source.end)
        whole = " ".join(self.text[source.start : end.start() if end else source.end].split()).strip(" ,")
        whole = _WHEN.sub("", unsigned(whole))
        cut = _PARTICIPLE.search(whole) if len(whole.split()) > _LONG else None
        return whole[: cut.start()] if cut else whole

    def _fuller(self, noun: str, kind: ActorKind, start: int) -> Member | None:
        """A group or work already known by a phrase with this head: the last before this place, or else the first."""
        alike = [m for m in self.cast if m.kind is kind and m.name.lower().split()[-1] == noun]
        before = [m for m in alike if m.start < start]
        return before[-1] if before else next(iter(alike), None)

    def _owned(self, source: Span, name: str) -> str | None:
        """ "Jane Doe's allies" for "her allies"."""
        owner = next((r for r in self._inside(source) if r.found.span.start == source.start and r.found.pronoun), None)
        if owner is None or owner.member is None or owner.member.nameless or " " not in name:
            return None
        return f"{owner.member.name}'s {name.split(maxsplit=1)[1]}"

    def _lowered(self, source: Span, name: str) -> str:
        """The phrase as it reads inside a sentence, unless a name begins it."""
        named = any(r.found.form is Form.NAME and r.found.span.start == source.start for r in self._inside(source))
        common = name.split()[0].lower() in _opening()
        return name[0].lower() + name[1:] if common and not named and not name[:2].isupper() else name


@cache
def _opening() -> frozenset[str]:
    """Words that open a noun phrase and are no names."""
    lists = ("function_words", "group_nouns", "work_nouns", "body_nouns", "title_words")
    return frozenset().union(*map(gazetteer.words, lists), gazetteer.role_nouns())


def _is_person(member: Member | None) -> bool:
    return member is not None and member.kind is ActorKind.PERSON
