from __future__ import annotations

from dataclasses import replace

from answerable.extract.authorial import authorial_statements, own_voices, signatory, telling
from answerable.extract.sentences import sentences
from answerable.model import Act, ActorKind, Document, Medium, Part, PartKind, Source, Statement, Voice
from answerable.text import Span


def test_a_letter_is_its_authors_and_a_response_its_publishers() -> None:
    letter = Document.of("I resign.", Source("l", author="Ada Hale", publisher="Tarn Council", medium=Medium.LETTER))
    response = Document.of("We accept.", Source("r", publisher="Tarn Council", medium=Medium.RESPONSE))
    assert [(o.name, o.kind, o.plural) for d in (letter, response) for o in own_voices(d)] == [
        ("Ada Hale", ActorKind.PERSON, True),
        ("Tarn Council", ActorKind.ORGANISATION, True),
    ]


def test_a_report_in_the_news_is_in_nobodys_voice_but_its_i_is_the_writers() -> None:
    for text in (
        "By Ada Hale\n\nI was there.",
        "By ADA HALE\n\nI was there.",
        "I was there.\n\nAda Hale is a ferry pilot in Tarn.",
        "# The wall must go\n\n**Ada Hale**\n\n3 May 2031\n\nI was there.",
    ):
        document = Document.of(text, Source("n", medium=Medium.NEWS))
        assert [o.name for o in own_voices(document)] == ["Ada Hale"]
        assert authorial_statements(document, (), sentences(text)) == ()


def test_a_name_in_the_prose_or_for_a_title_is_no_byline() -> None:
    for text in (
        "Ada Hale\n\nI was there.",
        "The wall must go\n\nI went to the harbour in May and saw it.\n\nAda Hale\n\nShe was there.",
        "The wall must go\n\nTarn Council\n\nI was there.",
        "# Five pilots\n\n## Ada Hale\n\nI was there.",
    ):
        assert own_voices(Document.of(text, Source("n", medium=Medium.NEWS))) == ()


def test_turns_are_their_speakers() -> None:
    text = "Ada Hale (Tarn):\nWe shall publish the survey."
    document = Document.of(text, Source("h"), (Part(PartKind.TURN, Span(17, len(text)), "Ada Hale (Tarn):", ref="p1"),))
    (own,) = own_voices(document)
    assert (own.name, own.ref, own.plural) == ("Ada Hale", "p1", False)


def test_the_documents_own_sentences_are_statements_but_not_what_it_reports_nor_its_headings() -> None:
    text = (
        "A heading of four words\nWe accept the first recommendation. The council said that the ferry leaks badly. Yes."
    )
    heading = Part(PartKind.HEADING, Span(0, 23))
    document = Document.of(text, Source("r", publisher="Tarn", medium=Medium.RESPONSE), (heading,))
    at = text.index("that the ferry")
    said = Statement("s", document.id, (), (), (Span(at, at + 27),))
    found = authorial_statements(document, (said,), sentences(text))
    assert [s.content[0].of(text) for s in found] == ["We accept the first recommendation."]
    assert (found[0].voice, found[0].source, found[0].cue) == (Voice.AUTHORIAL, (), ())


def test_what_the_author_is_the_source_of_is_not_stated_twice() -> None:
    text = "We accept this plan in full. The council said that we accept this plan in full."
    document = Document.of(text, Source("r", publisher="Tarn", medium=Medium.RESPONSE))
    for at in (text.index("We"), text.index("The council")):
        sentence = next(s for s in sentences(text) if s.start == at)
        source = Span(at, text.index(" ", at + 3 if text.startswith("The", at) else at))
        content = Span(text.index("this plan", at), text.index(" in full", at))
        said = Statement("s", document.id, (source,), (), (content,))
        found = [s.content[0] for s in authorial_statements(document, (said,), sentences(text))]
        assert (sentence in found) == text.startswith("The", at)


def test_a_report_keeps_what_it_does_a_letter_all_that_it_says() -> None:
    own = Statement("s", "d", (), (), (Span(0, 9),), voice=Voice.AUTHORIAL)
    both = (own, replace(own, act=Act.FIND))
    report = Document.of("We saw it.", Source("r", publisher="Tarn", medium=Medium.REPORT))
    letter = Document.of("We saw it.", Source("l", author="Ada Hale", medium=Medium.LETTER))
    assert telling(report, both) == both[1:]
    assert telling(letter, both) == both


def test_a_signature_gives_the_post_too() -> None:
    source = Source("l", author="Ada Hale, Secretary of State for Piers", publisher="Tarn", medium=Medium.LETTER)
    (own,) = own_voices(Document.of("I resign.", source))
    assert (own.name, own.kind, own.role) == ("Ada Hale", ActorKind.PERSON, "Secretary of State for Piers")


def test_who_signs_and_in_which_post() -> None:
    assert signatory("Ada Hale, Secretary of State for Piers") == ("Ada Hale", "Secretary of State for Piers")
    assert signatory("Ada Hale") == ("Ada Hale", "")
    assert signatory("Department for Piers, Ports and Rivers") == ("Department for Piers, Ports and Rivers", None)
    assert signatory("") == ("", None)


def test_the_address_and_the_signature_of_a_letter_say_nothing() -> None:
    text = (
        "Harbour House, Quay Street, Tarn\n\nDear Mr Reva and others,\n\nWe shall not publish the survey.\n\n"
        "Yours sincerely,\n\nLeader of the Harbour Council"
    )
    letter = Document.of(text, Source("l", author="Ada Hale", medium=Medium.LETTER))
    lines = [Span(text.index(line), text.index(line) + len(line)) for line in text.split("\n\n")]
    found = authorial_statements(letter, (), lines)
    assert [s.content[0].of(text) for s in found] == ["We shall not publish the survey."]
