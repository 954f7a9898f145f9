"""Who is behind each statement: the head of its source, followed back to the fullest name that the document gives.

A source is a noun phrase. Its head is a name ("McCaul, the Republican chairman of …"), a pronoun, or a noun that points
to a person ("the minister"), a body ("the council"), a group ("voters") or a work ("the report"). Nobody named gives no
speaker.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from answerable.extract import gazetteer
from answerable.extract.cast import Cast, Member
from answerable.extract.coreference import resolve
from answerable.extract.mentions import Form, Noun, find_mentions
from answerable.extract.names import Sort
from answerable.extract.naming import Resolved
from answerable.extract.quotations import quotations
from answerable.model import Actor, ActorKind, Document, Mention, Ref, Statement
from answerable.registry import Registry
from answerable.text import Span, envelope

_BREAK = re.compile(
    r",|;|:|[–—]|\(| - |\b(?:of|for|from|at|in|on|with|to|by|about|who|whom|whose|that|which|and|including|according|worried|near)\b"
)
_ARTICLE = re.compile(r"(?:the|a|an|another|only|this|that)\s+", re.IGNORECASE)
_CLAUSE = re.compile(r",|\s(?:who|which|that|whose)\b|\s\(|[–—]")
_MADE = frozenset(
    ["submission", "filing", "complaint", "lawsuit", "request", "motion", "testimony", "remarks", "remark", "comments", "comment", "words", "letters", "tweets", "answer", "response", "reply", "message", "messages", "post", "posts", "analysis", "tally", "average", "averages", "count", "review", "investigation", "estimate", "report", "reports", "story", "article", "editorial", "column", "tweet", "letter", "statement", "memo", "email", "speech", "post", "ad", "book", "blog", "release", "spokesman's", "slide", "website", "team"]
)
_OWNED = re.compile(r"['’]s?\s")
_FROM = re.compile(
    r"(?:the )?(?:data|figures|numbers|statistics|results|findings|research|records) (?:from|by|of) ", re.IGNORECASE
)
_COUNTING = frozenset(["group", "number", "majority", "handful", "dozens", "series", "range", "coalition", "team", "pair", "crowd", "string", "lot"])
_NEWS = re.compile(r"(?:new|latest|recent|previous|separate|same) +")
_RELATIVE = frozenset({"that", "which", "who"})


def resolve_speakers(
    document: Document, statements: Sequence[Statement], registry: Registry | None = None
) -> tuple[tuple[Actor, ...], tuple[Mention, ...], tuple[Statement, ...]]:
    """The actors and mentions of `document`, and its statements with their speakers.

    A name that fits several people, a pronoun without an antecedent and a passive without an agent leave a mention's
    actor or a statement's speaker None.
    """
    cast, resolved = resolve(document, find_mentions(document.text), registry)
    sources = _Sources(document.text, cast, resolved)
    speakers = [sources.speaker(s) for s in statements]
    speakers = _continued(document.text, statements, speakers)
    actors = {id(m): m.actor(document.id) for m in cast}
    mentions = tuple(
        Mention(r.found.span, r.found.name, actors[id(r.member)].id if r.member else None) for r in resolved
    )
    told = tuple(
        replace(s, speaker=Ref(actors[id(m)].id, actors[id(m)].name)) if m else s
        for s, m in zip(statements, speakers, strict=True)
    )
    return tuple(dict.fromkeys(actors.values())), mentions, told


class _Sources:
    """Finds the member behind a source."""

    def __init__(self, text: str, cast: Cast, resolved: Sequence[Resolved]) -> None:
        self.text, self.cast, self.resolved = text, cast, resolved
        self.starts = [r.found.span.start for r in resolved]

    def speaker(self, statement: Statement) -> Member | None:
        """The member behind the source of `statement`, if it has one."""
        if not statement.source:
            return None
        return self.of(self._without_article(envelope(statement.source[:1])))

    def of(self, source: Span) -> Member | None:
        """The member whom the noun phrase at `source` names."""
        inside = self._inside(source)
        head = self._head(source)
        last = next(
            (r for r in reversed(inside) if r.found.span.start < head.end and r.found.head.end == head.end), None
        )
        if found := _FROM.match(source.of(self.text)):
            return self.of(Span(source.start + found.end(), source.end))
        if last and last.found.form is Form.PRONOUN and not last.found.owner:
            return last.member
        if (
            last
            and last.found.form is Form.NAME
            and last.found.sort is not Sort.OFFICE
            and not self._some(last, source)
        ):
            return last.member or self._noun(source, head, inside)
        apposed = self._apposed(source, head, inside)
        if apposed:
            return apposed
        if last and last.member and last.found.noun is not Noun.GROUP and not self._counted(source, head):
            return last.member
        return self._noun(source, head, inside)

    def _some(self, name: Resolved, source: Span) -> bool:
        """Whether the name is of a people and only some of it speaks: "many Mexicans"."""
        return name.found.sort is Sort.PEOPLE and name.found.span.start > source.start and not name.found.definite

    def _counted(self, source: Span, head: Span) -> bool:
        """Whether the head only counts what comes after it: "a small group of contributors"."""
        words = head.of(self.text).lower().split()
        return words[-1] in _COUNTING and words[0] != "the" and self.text[head.end : head.end + 4] == " of "

    def _inside(self, span: Span) -> list[Resolved]:
        first = bisect_left(self.starts, span.start)
        return [
            r
            for r in self.resolved[max(0, first - 2) : bisect_left(self.starts, span.end)]
            if r.found.head.end <= span.end and r.found.head.end > span.start
        ]

    def _without_article(self, span: Span) -> Span:
        """The source without quotation marks and white space at its ends."""
        words = span.of(self.text)
        start = span.start + len(words) - len(words.lstrip(" \"“‘'(,-–—\n\u00a0"))
        words = words.rstrip(" \"”’',-–—:\n\u00a0").removesuffix("'s").removesuffix("’s")
        end = span.start + len(words)
        return Span(start, end) if start < end else span

    def _head(self, source: Span) -> Span:
        """The phrase up to the first comma, preposition or relative clause that stands outside a name."""
        names = [r.found.span for r in self._inside(source) if r.found.form is Form.NAME]
        for match in _BREAK.finditer(self.text, source.start + 1, source.end):
            if not any(n.start < match.start() < n.end for n in names) and match.start() > source.start:
                end = match.start()
                while end > source.start + 1 and self.text[end - 1].isspace():
                    end -= 1
                return Span(source.start, end)
        return source

    def _apposed(self, source: Span, head: Span, inside: Sequence[Resolved]) -> Member | None:
        """The person named after a description: "An attorney for Doe, Jane Roe"."""
        for r in inside:
            f = r.found
            if (
                f.form is Form.NAME
                and r.member
                and r.member.kind is ActorKind.PERSON
                and f.span.start > head.end
                and not f.owner
            ):
                before = self.text[source.start : f.span.start].rstrip()
                if (
                    (before.endswith((",", ":", "–", "—"))
                    and f.span.end >= source.end - 1)
                    or (before.endswith(",")
                    and self.text[f.span.end : f.span.end + 1] == ",")
                ):
                    return r.member
        return None

    def _noun(self, source: Span, head: Span, inside: Sequence[Resolved]) -> Member | None:
        """The group, body or work that a noun phrase names, or the person or body that made the work."""
        words = head.of(self.text).lower().split()
        if not words or (words[0] in _RELATIVE and len(words) == 1):
            return self._antecedent(source) if words else None
        noun = words[-1].strip(".,'’")
        if noun in _MADE or (noun in gazetteer.words("work_nouns") and _OWNED.search(head.of(self.text))):
            maker = next((r.member for r in inside if r.found.form is not Form.NOUN and r.member and r.found.span.end < head.end
                          and r.member.kind in (ActorKind.PERSON, ActorKind.ORGANISATION)
                          and (r.found.sure or r.found.owner)), None)  # fmt: skip
            if maker:
                return maker
        return self._phrase(source, head, noun)

    def _antecedent(self, source: Span) -> Member | None:
        """Whom a relative pronoun means: the name or noun just before it."""
        before = [
            r for r in self.resolved[: bisect_left(self.starts, source.start)][-4:] if r.found.span.end <= source.start
        ]
        near = [r for r in before if r.member and source.start - r.found.span.end <= 3]
        return near[-1].member if near else None

    def _phrase(self, source: Span, head: Span, noun: str) -> Member | None:
        """An actor that the noun phrase itself names: "voters", "a new poll"; an earlier fuller one for "the poll"."""
        end = _CLAUSE.search(self.text, head.end, source.end)
        whole = Span(source.start, end.start() if end else source.end).of(self.text).strip(" ,")
        article = _ARTICLE.match(whole)
        name = whole[article.end() :] if article else whole
        if article and any(c.isupper() for c in name):
            name = _NEWS.sub("", name, count=1)
        work = noun in gazetteer.words("work_nouns")
        kind = ActorKind.WORK if work else ActorKind.GROUP
        if (article and article[0].lower().strip() in ("the", "this", "that")) or len(name.split()) == 1:
            for member in reversed(self.cast.members):
                if member.kind is kind and member.name.lower().split()[-1] == noun and member.start < source.start:
                    return member
        if not name:
            return None
        owner = next(
            (
                r
                for r in self._inside(source)[:2]
                if r.found.pronoun and r.found.owner and r.found.span.start == source.start
            ),
            None,
        )
        if owner and owner.member:
            name = f"{owner.member.name}'s {name.split(maxsplit=1)[-1]}"
        elif name[0].isupper() and not self._named(source) and not name[:2].isupper():
            name = name[0].lower() + name[1:]
        if not work and article and article[0].lower().strip() in ("a", "an", "the", "another"):
            name = article[0].lower() + name
        return self.cast.body(name, source.start, kind)

    def _named(self, source: Span) -> bool:
        """Whether a name, not only a sentence, makes the first letter a capital."""
        first = next((r for r in self._inside(source)), None)
        return bool(first and first.found.form is Form.NAME and first.found.span.start <= source.start + 4)


def _continued(text: str, statements: Sequence[Statement], speakers: Sequence[Member | None]) -> list[Member | None]:
    """Speakers, those of sourceless quotations taken over from the quotation that they go on with.

    A quotation that the same paragraph, or an unclosed one before it, gives to a speaker goes on with that speaker.
    """
    marks = quotations(text)
    opened = {q.span.start: q for q in marks}
    del opened
    order = sorted(range(len(statements)), key=lambda i: envelope(statements[i].content or statements[i].cue).start)
    result = list(speakers)
    last: int | None = None
    for i in order:
        content = envelope(statements[i].content or statements[i].cue)
        if result[i] is None and not statements[i].source and last is not None:
            before = envelope(statements[last].content or statements[last].cue)
            gap = text[min(before.end, content.start) : content.start]
            if text[content.start] in '"“‘' and len(gap) < 120 and gap.count("\n\n") <= 1:
                result[i] = result[last]
        if result[i] is not None:
            last = i
    return result
