from __future__ import annotations

import pytest

from answerable.extract.origin import responder
from answerable.model import Document, Source


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("The Government response to the Tarn Inquiry", "The Government"),
        ("Response of the Ferry Authority to the Tarn Inquiry", "Ferry Authority"),
        ("Tarn Ferries: statement on the Government's response to the Tarn Inquiry", "Tarn Ferries"),
        ("Our view after the Government's response", "Tarn Ferries"),
    ],
)
def test_a_title_tells_who_answers_but_not_when_it_is_about_an_answer(title: str, body: str) -> None:
    document = Document.of("Text.", Source("x", publisher="Tarn Ferries", title=title))
    assert responder(document) == body


def test_a_text_without_headings_that_welcomes_an_answer_is_none() -> None:
    source = Source("x", publisher="Tarn Ferries", title="Tarn Ferries on its piers")
    assert responder(Document.of("Tarn Ferries welcomes the Government's response.", source)) == "Tarn Ferries"
