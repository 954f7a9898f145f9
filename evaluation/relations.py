"""Relations between two actors: how the speech acts fare on PLOVER's `../shared/data/relations/PLV_train.tsv`.

usage: python -m evaluation.relations

A row is a sentence with its source and its target actor marked and a root code. Of the codes six say what one actor
says to another and map to our acts: ACCUSE (accuse, criticise), REJECT (reject, refuse, deny, dispute), REQUEST
(request, call_for, recommend, order), SUPPORT (praise, defend, apologise), AGREE (accept, promise, offer), THREATEN
(threaten, warn); the rows of the other codes (deeds: aid, assault, coercion …) are dropped. The rows are whole
sentences without a cue: the words between the two actors stand as cue, those from the target on as content. An act that
maps to no code is a miss. Nothing is tuned on this file.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from answerable.extract.acts import decide
from answerable.model import Act
from answerable.text import Span, Spans

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "relations" / "PLV_train.tsv"
CODES: dict[str, tuple[Act, ...]] = {
    "ACCUSE": (Act.ACCUSE, Act.CRITICISE),
    "REJECT": (Act.REJECT, Act.REFUSE, Act.DENY, Act.DISPUTE),
    "REQUEST": (Act.REQUEST, Act.CALL_FOR, Act.RECOMMEND, Act.ORDER),
    "SUPPORT": (Act.PRAISE, Act.DEFEND, Act.APOLOGISE),
    "AGREE": (Act.ACCEPT, Act.PROMISE, Act.OFFER),
    "THREATEN": (Act.THREATEN, Act.WARN),
}
CODE_OF = {act: code for code, acts in CODES.items() for act in acts}


def predicted(marked: str) -> str:
    """The code of a sentence with `<s>…</s>` and `<t>…</t>`; empty where the act maps to none, or a mark is missing."""
    text, source, target = unmarked(marked)
    if source is None or target is None:
        return ""
    if source.end <= target.start:
        cue, content = between(source.end, target.start), (Span(target.start, len(text)),)
    else:
        cue, content = between(target.end, source.start), (target,)
    return CODE_OF.get(decide(text, (source,), cue, content).act, "")


def between(start: int, end: int) -> Spans:
    """The span between two places, if there is any."""
    return (Span(start, end),) if start < end else ()


def unmarked(marked: str) -> tuple[str, Span | None, Span | None]:
    """The sentence without its marks, and the places of its source and target."""
    text, opened = "", 0
    places: dict[str, Span] = {}
    rest = marked
    while "<" in rest:
        before, _, rest = rest.partition("<")
        mark, closed, after = rest.partition(">")
        text += before
        if not closed or mark not in {"s", "/s", "t", "/t"}:
            text += "<"
            continue
        rest = after
        if mark.startswith("/"):
            places[mark[1]] = Span(opened, len(text))
        else:
            opened = len(text)
    return text + rest, places.get("s"), places.get("t")


def macro_f1(gold: Sequence[str], guess: Sequence[str], classes: Sequence[str]) -> tuple[float, dict[str, float]]:
    """The mean F1 over `classes`, in per cent, and that of each."""
    scores = {}
    right = Counter(g for g, p in zip(gold, guess, strict=True) if g == p)
    of, said = Counter(gold), Counter(guess)
    for name in classes:
        scores[name] = 200 * right[name] / max(1, of[name] + said[name])
    return sum(scores.values()) / len(classes), scores


def main() -> None:
    """Print macro-F1 and the majority baseline."""
    if not DATA.exists():
        print(f"skipped: no {DATA}")
        return
    with DATA.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["gold_root"] in CODES]
    gold = [row["gold_root"] for row in rows]
    guess = [predicted(row["marked_sentence"]) for row in rows]
    mean, scores = macro_f1(gold, guess, list(CODES))
    most = Counter(gold).most_common(1)[0][0]
    baseline, _ = macro_f1(gold, [most] * len(gold), list(CODES))
    print(f"{len(rows)} rows, macro-F1 {mean:.1f}, always {most} {baseline:.1f}, mapped {sum(map(bool, guess))}")
    for name, score in scores.items():
        print(f"  {name:10}{score:6.1f}   of {gold.count(name)}, predicted {guess.count(name)}")


if __name__ == "__main__":
    main()
