import pytest

from answerable.errors import NoTextError, UnreadableError, UnsupportedError
from answerable.model import Source
from answerable.read.kinds import Kind, kind_of


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.7 ...", "a.txt", Kind.PDF),
        (b"<!DOCTYPE html><html>", "a", Kind.HTML),
        (b"<?xml version='1.0'?>\n<html xmlns='x'>", "a.php", Kind.HTML),
        (b"<p>One", "https://a.example/b.html?c=d.txt", Kind.HTML),
        (b"<publicwhip><speech/>", "a.xml", Kind.HANSARD),
        (b'{"text": "a"}\n', "a.txt", Kind.JSONL),
        (b"# One", "a.md", Kind.PLAIN),
        (b"One", "letter", Kind.PLAIN),
        (b"<b>not</b> a page", "a.md", Kind.PLAIN),
        (b"<!-- one --> <!-- two --><html>", "a", Kind.HTML),
        (b"<p>not a page", "Minutes #3.md", Kind.PLAIN),
        (b"<!---->" * 500 + b"x", "a", Kind.PLAIN),  # at once, however many ways there are to pair them
        (b'{"text":' + b"[" * 100_000, "a", Kind.PLAIN),
    ],
)
def test_the_bytes_speak_first(data: bytes, name: str, kind: Kind) -> None:
    assert kind_of(data, Source(name)) is kind


def test_the_media_type_helps() -> None:
    assert kind_of(b"One", Source("https://a.example/x", media_type="text/html; charset=utf-8")) is Kind.HTML


@pytest.mark.parametrize(
    ("data", "name", "error", "reason"),
    [
        (b"", "a.txt", NoTextError, "is empty"),
        (b"\x89PNG\r\n", "a.png", UnsupportedError, "a picture"),
        (b"PK\x03\x04rubbish", "a.docx", UnreadableError, "a broken DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...", "a.doc", UnsupportedError, "an old Office file"),
        ("EncryptedPackage".encode("utf-16-le").join((b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"")), "a.docx",
         UnreadableError, "encrypted"),
        (b"One", "a.pdf", UnreadableError, "it is not"),
        (b"a,b\n1,2\n", "a.csv", UnsupportedError, "no reader takes"),
        (b"<?xml version='1.0'?><rss/>", "a.xml", UnsupportedError, "XML of a kind"),
        (b"MZ\x00\x01\x02", "a.exe", UnsupportedError, "no reader takes"),
    ],
)  # fmt: skip
def test_what_no_reader_takes_is_named(data: bytes, name: str, error: type[Exception], reason: str) -> None:
    with pytest.raises(error, match=reason) as raised:
        kind_of(data, Source(name))
    assert str(raised.value).startswith(f"{name}: ")
