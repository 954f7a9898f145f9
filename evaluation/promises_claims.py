"""Promise, claim or verdict: the sentences of campaign documents in `../shared/data/speech_acts`, in their own voice.

usage: python -m evaluation.promises_claims

Their labels map so: Commissive-A and -O (promises of an action, of an outcome) to promise, Assertive to claim,
Assertive-V (a verdict) to verdict; the rest (Expressive, Directive, Interrogative, Assertive-S) is dropped. Of our acts
promise, offer, threaten and announce count as promise, the judgements and warnings as verdict, all else as claim. The
names of the publishing party are passed as the words by which the speaker says itself. Nothing is tuned on these files.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

from answerable.extract.acts import decide
from answerable.model import Act
from answerable.text import Span
from evaluation.relations import macro_f1

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "speech_acts"
LABELS = {"Commissive-A": "promise", "Commissive-O": "promise", "Assertive": "claim", "Assertive-V": "verdict"}
PROMISES = frozenset({Act.PROMISE, Act.OFFER, Act.THREATEN, Act.ANNOUNCE})
VERDICTS = frozenset({Act.ACCUSE, Act.CRITICISE, Act.PRAISE, Act.DEFEND, Act.WARN, Act.DISPUTE})
PARTIES = {"Labor": frozenset({"labor"}), "Liberal": frozenset({"coalition", "liberals", "liberal"})}


def predicted(sentence: str, own: frozenset[str]) -> str:
    """Promise, claim or verdict."""
    act = decide(sentence, (), (), (Span(0, len(sentence)),), own).act
    return "promise" if act in PROMISES else "verdict" if act in VERDICTS else "claim"


def main() -> None:
    """Print macro-F1 and the majority baseline."""
    if not DATA.exists():
        print(f"skipped: no {DATA}")
        return
    gold, guess = [], []
    for path in sorted(DATA.glob("*.csv")):
        own = PARTIES[path.name.split("_")[0]]
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                label = LABELS.get((row["Categories"] or "").strip())
                if label and row["Sentence"].strip():
                    gold.append(label)
                    guess.append(predicted(row["Sentence"], own))
    classes = ["promise", "claim", "verdict"]
    mean, scores = macro_f1(gold, guess, classes)
    most = Counter(gold).most_common(1)[0][0]
    baseline, _ = macro_f1(gold, [most] * len(gold), classes)
    print(f"{len(gold)} sentences, macro-F1 {mean:.1f}, always {most} {baseline:.1f}")
    for name, score in scores.items():
        print(f"  {name:10}{score:6.1f}   of {gold.count(name)}, predicted {guess.count(name)}")


if __name__ == "__main__":
    main()
