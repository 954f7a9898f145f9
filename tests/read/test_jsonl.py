import json
from datetime import date

import pytest

from answerable.errors import UnreadableError, UnsupportedError
from answerable.model import Document, Medium, Source
from answerable.read import read, read_many


def lines(*rows: object) -> bytes:
    return "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows).encode()


def test_text_is_taken_as_it_is() -> None:
    text = "  One\r\n\u2028two\u00a0“three” \U0001f600 \n"
    [document] = read_many(lines({"id": 7, "text": text}), Source("a.jsonl"))
    assert (document.text, document.name) == (text, "7")


def test_a_line_says_what_it_is() -> None:
    row = {"id": "x", "text": "T", "title": "A", "published": "2021-05-03", "medium": "post", "url": "https://a.example"}
    [document] = read_many(lines(row), Source("a.jsonl", publisher="P"))
    assert document.source == Source(
        "https://a.example", publisher="P", title="A", published=date(2021, 5, 3), medium=Medium.POST
    )


def test_good_lines_come_before_the_error_that_names_the_bad_ones() -> None:
    data = lines({"text": "one"}, "{not json", {"text": "two"}, {"id": 4}, {"text": "\ud800"}, {"text": "three"})
    found: list[Document] = []
    with pytest.raises(UnreadableError) as error:
        for document in read_many(data, Source("a.jsonl")):
            found.append(document)
    assert [d.text for d in found] == ["one", "two", "three"]
    assert error.value.name == "a.jsonl:2"
    assert error.value.reason.startswith("not JSON")
    assert error.value.reason.endswith("also bad: lines 4, 5")


@pytest.mark.parametrize("field", ["text", "id", "title", "author", "publisher", "url"])
def test_half_a_surrogate_pair_is_refused_wherever_it_stands(field: str) -> None:
    with pytest.raises(UnreadableError, match="surrogate"):
        list(read_many(lines({"text": "One"} | {field: "\ud800"}), Source("a.jsonl")))


def test_a_line_that_is_nested_too_deeply_is_bad_and_the_others_are_good() -> None:
    deep = '{"text": "x", "a": ' + "[" * 100_000 + "}"
    found: list[Document] = []
    with pytest.raises(UnreadableError, match="nested too deeply"):
        for document in read_many(lines({"text": "one"}, deep, {"text": "two"}), Source("a.jsonl")):
            found.append(document)
    assert [d.text for d in found] == ["one", "two"]


def test_of_many_bad_lines_some_are_named() -> None:
    with pytest.raises(UnreadableError) as error:
        list(read_many(b"{}\n" * 1000, Source("a.jsonl")))
    assert error.value.name == "a.jsonl:1"
    assert error.value.reason.endswith("19, 20, 21 and 979 more")


def test_it_is_told_by_its_first_line() -> None:
    assert [d.text for d in read_many(lines({"text": "one"}), Source("stdin"))] == ["one"]


def test_one_document_can_be_read_as_one() -> None:
    assert read(lines({"text": "one"}), Source("a.jsonl")).text == "one"
    with pytest.raises(UnsupportedError, match="holds 2 documents"):
        read(lines({"text": "one"}, {"text": "two"}), Source("a.jsonl"))
