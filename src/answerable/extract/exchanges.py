"""Whom a statement means that names nobody, by the statements around it: whoever asked, accused or is blamed before.

An answer is aimed at whoever asked or accused last, a question to "you" at the other one who speaks, a judgement at
whom its speaker judges most.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence

from answerable.model import ASKING, Act, Quoted, Ref, Statement
from answerable.text import words

BLAMING = frozenset({Act.ACCUSE, Act.CRITICISE})
_CLAIMS = BLAMING | {Act.QUESTION}
_PROPOSALS = ASKING | {Act.OFFER}
ANSWERED = {
    Act.DENY: (_CLAIMS, _PROPOSALS),
    Act.DISPUTE: (_CLAIMS, _PROPOSALS),
    Act.REJECT: (_PROPOSALS, _CLAIMS),
    Act.REFUSE: (_PROPOSALS, _CLAIMS),
    Act.ACCEPT: (_PROPOSALS, _CLAIMS),
}  # what each answers, the likelier first
_BACK = 30  # statements back in which an answer looks for what it answers
_KNOWN = frozenset("the that this these those it to him her them his their its such all any".split())  # open an answer
TO_YOU = BLAMING | ASKING | {Act.PRAISE, Act.QUESTION}
YOU = frozenset({"you", "your"})
OBJECTS = frozenset({"him", "them"})


def by_cue(statement: Statement) -> bool:
    """Whether the cue decided the act, and not the content."""
    return any(span.overlaps(cue) for span in statement.act_spans for cue in statement.cue)


def answered(statements: Sequence[Statement], index: int, text: str) -> tuple[Ref, ...]:
    """Whom an answer answers: whoever else last asked or accused, if it is of something said before.

    "Rejected the claim" is, "rejected claims of fraud" may be the first that is heard of them.
    """
    statement = statements[index]
    anew = by_cue(statement) and words(text, statement.content).lower().split(" ")[0] not in _KNOWN
    if statement.speaker is None or anew:
        return ()
    for acts in ANSWERED.get(statement.act, ()):
        for earlier in reversed(statements[max(0, index - _BACK) : index]):
            if earlier.act in acts and earlier.speaker and earlier.speaker != statement.speaker:
                return (earlier.speaker,)
    return ()


def denied(statements: Sequence[Statement], index: int, text: str) -> tuple[Ref, ...]:
    """Whom a denial answers whose content alone denies: "Nobody in this office knew" is not aimed at the office."""
    statement = statements[index]
    if statement.act is not Act.DENY or by_cue(statement):
        return ()
    return answered(statements, index, text)


def asked(statements: Sequence[Statement], index: int, text: str) -> tuple[Ref, ...]:
    """Whom "you" means: of a question the other one who speaks next, or spoke last; in a dialogue of any words."""
    statement = statements[index]
    if statement.act not in TO_YOU:
        return ()
    said = words(text, statement.content).lower().replace("you know", "")
    dialogue, to_you = _in_dialogue(statement, text), not YOU.isdisjoint(said.split())
    after, before = statements[index + 1 : index + 3], statements[max(0, index - 2) : index][::-1]
    if statement.act is Act.QUESTION:
        return _other(statement, (*after, *before)) if dialogue or to_you else ()
    near = [s for s in (*before, *after) if _in_dialogue(s, text)]
    return _other(statement, near) if dialogue and to_you else ()


def replied(statements: Sequence[Statement], index: int, text: str) -> tuple[Ref, ...]:
    """Whom somebody asks who is only said to ask ("She asked why …"): who speaks next, in answer."""
    statement = statements[index]
    if statement.act is not Act.QUESTION or not by_cue(statement) or "ask" not in words(text, statement.cue).lower():
        return ()
    return _other(statement, [s for s in statements[index + 1 : index + 2] if s.quoted is not Quoted.INDIRECT])


def _in_dialogue(statement: Statement, text: str) -> bool:
    return words(text, statement.cue) == ":"


def _other(statement: Statement, near: Sequence[Statement]) -> tuple[Ref, ...]:
    """The first speaker of those near who is another."""
    return next(((s.speaker,) for s in near if s.speaker and s.speaker != statement.speaker), ())


def meant(statements: Sequence[Statement], index: int, text: str) -> tuple[Ref, ...]:
    """Whom "defended him" means where it cannot be the speaker: whom the statements before are aimed at."""
    statement = statements[index]
    if statement.act is not Act.STATE and words(text, statement.content).split(" ")[0].strip(".,") in OBJECTS:
        for earlier in reversed(statements[max(0, index - 3) : index]):
            if others := tuple(ref for ref in earlier.targets[:1] if ref != statement.speaker):
                return others
    return ()


def blamed(
    statements: Sequence[Statement], sides: Mapping[str, Collection[str]]
) -> Callable[[Statement], tuple[Ref, ...]]:
    """Whom words of blame without a name mean: whom their speaker blames most; `sides` are whom each speaks for."""
    by_speaker: dict[Ref | None, Counter[Ref]] = defaultdict(Counter)
    for s in statements:
        if s.act in BLAMING and s.targets:
            by_speaker[s.speaker][s.targets[0]] += 1

    def most(statement: Statement) -> tuple[Ref, ...]:
        if not statement.speaker or statement.act not in BLAMING or by_cue(statement):
            return ()
        own = {statement.speaker.id, *sides.get(statement.speaker.id or "", ())}
        return next(((ref,) for ref, _ in by_speaker[statement.speaker].most_common(2) if ref.id not in own), ())

    return most
