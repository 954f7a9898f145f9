"""What words decide a disposition: every row of the table against its example, and layouts of real answers."""

from __future__ import annotations

import pytest

from answerable.extract.dispositions import judge, judge_label, table
from answerable.model import Disposition
from answerable.text import Span


def said(text: str) -> Disposition:
    return judge(text, Span(0, len(text))).disposition


def labelled(text: str) -> Disposition | None:
    verdict = judge_label(text, Span(0, len(text)))
    return verdict.disposition if verdict else None


@pytest.mark.parametrize(("scope", "name", "example"), [(scope, name, example) for scope, name, _, example in table()])
def test_every_row_reads_its_own_example(scope: str, name: str, example: str) -> None:
    found = labelled(example) if scope == "label" else said(example)
    assert found == Disposition(name)


@pytest.mark.parametrize(
    ("text", "disposition"),
    [
        ("The government accepts this recommendation. Work has begun.", "accepted"),
        ("The Lantern Council and the Guild accept this recommendation.", "accepted"),
        ("The Lantern Council accepts this recommendation for all lamp services.", "accepted"),
        ("1.1 The government agrees with the Committee’s recommendation.", "accepted"),
        ("1.1 The government disagrees with the Committee’s recommendation.", "rejected"),
        ("We accept this recommendation.\n\nWe do not accept part two of the recommendation.", "accepted_in_part"),
        ("The Department accepts the recommendation in part.", "accepted_in_part"),
        ("The government accepts this recommendation made towards districts in principle.", "accepted_in_principle"),
        ("The Government supports this recommendation.", "supported"),
        ("The Government supports this recommendation in principle.", "accepted_in_principle"),
        ("The Government accepts the need for better lamps.", "need_accepted"),
        ("The Government agrees that lamps are important.", "need_accepted"),
        ("The Government accepts the intention behind the recommendation.", "accepted_in_principle"),
        ("The Government has noted the recommendation.", "noted"),
        ("The Ministry is not able to accept this recommendation.", "rejected"),
        ("Recommendation 3 has been accepted.", "accepted"),
        ("The Government wishes to see lamps lit and will publish a plan.", "unclear"),
        ("In 2011 the Government accepted the recommendation of another review on lamps.", "unclear"),
        ("The Inquiry accepted that lamps had failed. We have bought new ones.", "unclear"),
        ("We would accept this recommendation if funds allowed.", "unclear"),
        ("The Government is minded to accept this recommendation.", "unclear"),
        ("Lamps matter. The Board has met. A report came. It was read. The Lamp Act followed. "
         "We accepted the recommendations of the Wick Review.", "unclear"),
    ],
)  # fmt: skip
def test_sentences(text: str, disposition: str) -> None:
    assert said(text) == disposition


@pytest.mark.parametrize(
    ("text", "disposition"),
    [
        ("Accepted", "accepted"),
        ("ACCEPT", "accepted"),
        ("Status: Accepted in principle.", "accepted_in_principle"),
        ("Government response: Agree", "accepted"),
        ("Agreed-in-principle", "accepted_in_principle"),
        ("Support in principle", "accepted_in_principle"),
        ("Not supported", "rejected"),
        ("Partly accepted", "accepted_in_part"),
        ("Accept in part", "accepted_in_part"),
        ("Subject to further consideration", "under_consideration"),
        ("Noted.", "noted"),
        ("A lamp on every corner", None),
    ],
)
def test_labels(text: str, disposition: str | None) -> None:
    assert labelled(text) == disposition


def test_the_deciding_words_are_pinned() -> None:
    text = "Thank you. The Guild does not accept this recommendation because of cost."
    verdict = judge(text, Span(0, len(text)))
    assert [span.of(text) for span in verdict.deciding] == ["does not accept this recommendation"]
