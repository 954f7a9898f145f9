"""The tagger that ships and the scripted one are both taggers."""

from __future__ import annotations

from answerable.extract.onnx import load_tagger
from answerable.extract.tagger import Tagger
from answerable.model import Document, Source
from tests.scripted import Scripted


def test_both_do_what_the_protocol_promises() -> None:
    taggers: tuple[Tagger, ...] = (Scripted(), load_tagger())
    document = Document.of("Ada Quill said the ferry was late.", Source("a.txt"))
    for tagger in taggers:
        (tagged,) = tagger.tag(document)
        assert [s.of(document.text) for s in tagged.source] == ["Ada Quill"]
        assert 0 < tagged.score <= 1
