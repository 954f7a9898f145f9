from __future__ import annotations

import pytest

from answerable.extract.coreference import resolve
from answerable.extract.mentions import find_mentions
from answerable.extract.works import maker
from answerable.model import Document, Medium, Source


@pytest.mark.parametrize(
    "text,name",
    [
        ("The authors of the report, which include the Tarn Trust and Piers Fund, met.", "Tarn Trust and Piers Fund"),
        ("On Monday a study published by the Tarn Trust came out.", "Tarn Trust"),
        ("A study by the Tarn Trust and a study by the Piers Fund differ.", None),
        ("The report was long. The Tarn Trust met.", None),
    ],
)
def test_whose_work_it_is(text: str, name: str | None) -> None:
    document = Document.of(text, Source("a", medium=Medium.NEWS))
    cast, resolved = resolve(document, find_mentions(text))
    made = maker(text, cast, resolved)
    assert (made.name if made else None) == name
