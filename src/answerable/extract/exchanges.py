"""Whom a statement means that names nobody, by the statements around it: whoever asked, accused or is blamed before.

An answer is aimed at whoever asked or accused last, a question to "you" at the other one who speaks, a judgement at
whom its speaker, or else the document, judges most.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from answerable.model import ASKING, Act, Ref, Statement
from answerable.text import words

BLAMING = frozenset({Act.ACCUSE, Act.CRITICISE})
_CLAIMS = BLAMING | {Act.QUESTION}
_PROPOSALS = ASKING | {Act.OFFER}
_ANSWERED = {
    Act.DENY: (_CLAIMS, _PROPOSALS),
    Act.DISPUTE: (_CLAIMS, _PROPOSALS),
    Act.REJECT: (_PROPOSALS, _CLAIMS),
    Act.REFUSE: (_PROPOSALS, _CLAIMS),
    Act.ACCEPT: (_PROPOSALS, _CLAIMS),
}  # what each answers, the likelier first
_BACK = 30  # statements back in which an answer looks for what it answers
_YOU = frozenset({"you", "your"})
OBJECTS = frozenset({"him", "them"})


def by_cue(statement: Statement) -> bool:
    """Whether the cue decided the act, and not the content."""
    return any(span.overlaps(cue) for span in statement.act_spans for cue in statement.cue)


def answered(statements: Sequence[Statement], index: int) -> tuple[Ref, ...]:
    """Whom an answer answers: whoever else last asked or accused."""
    statement = statements[index]
    for acts in _ANSWERED.get(statement.act, ()):
        for earlier in reversed(statements[max(0, index - _BACK) : index]):
            if earlier.act in acts and earlier.speaker and earlier.speaker != statement.speaker:
                return (earlier.speaker,)
    return ()


def denied(statements: Sequence[Statement], index: int) -> tuple[Ref, ...]:
    """Whom a denial answers whose content alone denies: "Nobody in this office knew" is not aimed at the office."""
    statement = statements[index]
    if statement.act is not Act.DENY or by_cue(statement):
        return ()
    return answered(statements, index)


def asked(statements: Sequence[Statement], index: int, text: str) -> tuple[Ref, ...]:
    """Whom a question means by "you", or in a dialogue: the other one who speaks next, or spoke last."""
    statement = statements[index]
    if statement.act is not Act.QUESTION:
        return ()
    if words(text, statement.cue) == ":" or _YOU & set(words(text, statement.content).lower().split()):
        for other in (*statements[index + 1 : index + 3], *reversed(statements[max(0, index - 2) : index])):
            if other.speaker and other.speaker != statement.speaker:
                return (other.speaker,)
    return ()


def meant(statements: Sequence[Statement], index: int, text: str) -> tuple[Ref, ...]:
    """Whom "defended him" means where it cannot be the speaker: whom the statements before are aimed at."""
    statement = statements[index]
    if statement.act is not Act.STATE and words(text, statement.content).split(" ")[0].strip(".,") in OBJECTS:
        for earlier in reversed(statements[max(0, index - 3) : index]):
            if others := tuple(ref for ref in earlier.targets[:1] if ref != statement.speaker):
                return others
    return ()


def blamed(statements: Sequence[Statement]) -> Callable[[Statement], tuple[Ref, ...]]:
    """Whom words of blame without a name mean: whom their speaker, or else the whole document, blames most."""
    by_speaker: dict[Ref | None, Counter[Ref]] = defaultdict(Counter)
    for s in statements:
        if s.act in BLAMING and s.targets:
            by_speaker[s.speaker][s.targets[0]] += 1
    overall = sum(by_speaker.values(), Counter[Ref]())

    def most(statement: Statement) -> tuple[Ref, ...]:
        if statement.act in BLAMING and not by_cue(statement):
            for counts in (by_speaker.get(statement.speaker), overall):
                for ref, _ in counts.most_common(2) if counts else ():
                    if ref != statement.speaker:
                        return (ref,)
        return ()

    return most
