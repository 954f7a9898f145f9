"""Who said what: the model that ships, on sentences written for this test, and how contents are quoted."""

from __future__ import annotations

import pytest

from answerable.extract.onnx import load_tagger
from answerable.extract.quotations import quotations
from answerable.extract.statements import find_statements, how_quoted
from answerable.model import Act, Document, Part, PartKind, Quoted, Source, Statement, Voice
from answerable.text import Span
from tests.marks import marked


def found(text: str) -> tuple[Statement, ...]:
    return find_statements(Document.of(text, Source("a.txt")), load_tagger())


@pytest.mark.parametrize(
    ("string", "quoted"),
    [
        ("[S:The harbour master] [C:said] [T:that the ferry would not sail before the spring].", Quoted.INDIRECT),
        ("[T:“We were never asked,”] [C:said] [S:Ada Quill].", Quoted.DIRECT),
        ("[T:“We were never asked,”] [C:said] [S:Ada Quill]. [T:“Nobody came to see us.”]", Quoted.DIRECT),
        ("[S:Mr Bone] [C:said] [T:the plan was “a disgrace from start to finish”].", Quoted.MIXED),
        ("[C:According to] [S:the report], [T:the pier was unsafe].", Quoted.INDIRECT),
    ],
)
def test_one_statement(string: str, quoted: Quoted) -> None:
    text, marks = marked(string)
    (statement,) = found(text)
    assert statement.source == marks["S"]
    assert statement.cue == marks["C"]
    assert [s.of(text).rstrip(".") for s in statement.content] == [s.of(text).rstrip(".") for s in marks["T"]]
    assert (statement.quoted, statement.act, statement.voice) == (quoted, Act.STATE, Voice.REPORTED)
    assert statement.id == Statement.key(statement.document, statement.source, statement.cue, statement.content)


def test_several_in_one_sentence() -> None:
    text = "The minister said the bridge was safe, but the engineer warned that it would fall."
    assert [s.source[0].of(text) for s in found(text)] == ["The minister", "the engineer"]


def test_a_quotation_over_paragraphs_is_one_statement() -> None:
    text = "“We asked for help in May,” Ada Quill said. “Nobody answered us.\n\n“We asked again in June.”"
    (statement,) = found(text)
    assert statement.source[0].of(text) == "Ada Quill"
    assert statement.content[-1].end == len(text)


@pytest.mark.parametrize(
    ("string", "quoted"),
    [
        ("She said [T:it sank].", Quoted.INDIRECT),
        ("[T:“It sank,”] she said. [T:“All of it.”]", Quoted.DIRECT),
        ("[T:‘It sank,’] she said.", Quoted.DIRECT),
        ("She said [T:it “sank at once”].", Quoted.MIXED),
        ("She said: [T:“It sank.\n\n“All of it.”]", Quoted.DIRECT),
    ],
)
def test_how_quoted(string: str, quoted: Quoted) -> None:
    text, marks = marked(string)
    assert how_quoted(text, marks["T"], tuple(q.span for q in quotations(text))) is quoted


@pytest.mark.parametrize("kind", [PartKind.HEADING, PartKind.CELL])
def test_none_runs_out_of_a_heading_or_a_cell(kind: PartKind) -> None:
    text = "The harbour master said that the ferry would not sail before the spring."
    whole, part = (Document.of(text, Source("a.txt"), (Part(kind, Span(0, end)),)) for end in (len(text), 18))
    tagger = load_tagger()
    assert [s.source[0].of(text) for s in find_statements(whole, tagger)] == ["The harbour master"]
    assert find_statements(part, tagger) == ()
