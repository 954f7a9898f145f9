from datetime import date
from time import process_time

import pytest

from answerable.errors import NoTextError, UnreadableError
from answerable.model import Document, Medium, PartKind, Source
from answerable.read.html import read_html

FILLER = "The crossing takes forty minutes in calm weather and the boat carries nine cars and sixty people a trip. "


def page(body: str, head: str = "", url: str = "https://echo.example/a.html") -> Document:
    markup = f"<!doctype html><html><head><title>T</title>{head}</head><body>{body}</body></html>"
    return read_html(markup.encode(), Source(url))


def labelled(document: Document, kind: PartKind) -> list[tuple[str, str]]:
    return [(part.label, part.span.of(document.text)) for part in document.parts_of(kind)]


def test_an_article_keeps_its_structure() -> None:
    document = page(
        f"<nav><a href='/'>Home</a></nav><article><h1>Ferry to stop</h1><p>{FILLER}</p><h2>Why</h2><p>{FILLER}</p>"
        f"<blockquote><p>“{FILLER}”</p></blockquote><ul><li>Fewer boats</li><li>Higher fares</li></ul></article>"
    )
    assert "Home" not in document.text
    assert [h for _, h in labelled(document, PartKind.HEADING)] == ["Ferry to stop", "Why"]
    assert labelled(document, PartKind.ITEM) == [("•", "Fewer boats"), ("•", "Higher fares")]
    assert len(document.parts_of(PartKind.QUOTATION)) == 1


def test_ordered_lists_show_their_numbers() -> None:
    document = page(
        f"<article><h1>Report</h1><p>{FILLER}</p><ol start='4'><li>The Board should meet.</li><li>It should publish:"
        "<ol type='a'><li>minutes;</li><li>accounts.</li></ol></li></ol></article>"
    )
    assert labelled(document, PartKind.ITEM) == [
        ("4", "4. The Board should meet."),
        ("5", "5. It should publish:"),
        ("a", "a. minutes;"),
        ("b", "b. accounts."),
    ]
    assert [p.level for p in document.parts_of(PartKind.ITEM)] == [0, 0, 1, 1]


def test_numbers_in_the_text_are_labels_and_raised_marks_are_raised() -> None:
    recommendations = "".join(
        f'<p class="r"><a href="#r{n}">{n}.</a> Body {n} should act.{FILLER}<sup><a href="#n{n}">{n}</a></sup></p>'
        for n in range(1, 30)
    )
    notes = "".join(f'<p class="footnote"><a>{n}</a>. See part {n}.</p>' for n in range(1, 30))
    document = page(f"<div class='content'><h1>Report</h1>{recommendations}</div><div id='footnotes'>{notes}</div>")
    assert [label for label, _ in labelled(document, PartKind.ITEM)] == [str(n) for n in range(1, 30)]
    assert "trip. ¹²" in document.text or "trip.¹²" in document.text
    assert [label for label, _ in labelled(document, PartKind.FOOTNOTE)] == [str(n) for n in range(1, 30)]
    assert all(document.text.count(f"Body {n} should act.") == 1 for n in range(1, 30))


def test_tables_have_rows_and_cells_with_their_headers() -> None:
    rows = "".join(f"<tr><td>{n}</td><td>{FILLER}</td><td>Done</td></tr>" for n in range(1, 4))
    document = page(
        f"<main><h1>Progress</h1><p>{FILLER}</p><table><thead><tr><th>No.</th><th>Text</th><th>Status</th></tr></thead>"
        f"<tbody>{rows}</tbody></table></main>"
    )
    assert len(document.parts_of(PartKind.ROW)) == 4
    cells = document.parts_of(PartKind.CELL)
    assert [(c.label, c.level, c.span.of(document.text)) for c in cells if c.label in ("No.", "Status")] == [
        cell for n in range(1, 4) for cell in (("No.", 0, str(n)), ("Status", 2, "Done"))
    ]


def test_a_page_says_who_published_it_and_when() -> None:
    head = (
        "<meta property='og:title' content='Ferry to stop'><meta property='og:site_name' content='The Ness Echo'>"
        "<meta name='author' content='Ann Vale, ferry editor'><script type='application/ld+json'>"
        '{"@type": "NewsArticle", "datePublished": "2021-05-03T09:00:00Z"}</script>'
    )
    source = page(f"<article><h1>Ferry to stop</h1><p>{FILLER}</p><p>{FILLER}</p></article>", head).source
    assert (source.title, source.publisher) == ("Ferry to stop", "The Ness Echo")
    assert source.author == "Ann Vale, ferry editor"
    assert (source.published, source.medium) == (date(2021, 5, 3), Medium.NEWS)


def test_no_date_is_made_up() -> None:
    assert page(f"<article><h1>Since 1998</h1><p>{FILLER}</p></article>").source.published is None


def test_declared_encodings() -> None:
    markup = f"<html><head><meta charset='iso-8859-1'></head><body><main><p>Café. {FILLER}</p></main></body></html>"
    assert "Café." in read_html(markup.encode("iso-8859-1"), Source("a.html")).text


def test_scripts_are_no_text_and_mark_up_in_text_stays_text() -> None:
    document = page(f"<main><p>{FILLER} 1 &lt; 2</p><script>alert('x')</script></main>")
    assert "alert" not in document.text
    assert "1 < 2" in document.text


def test_an_empty_page_is_refused() -> None:
    with pytest.raises(NoTextError, match="an empty page"):
        page("<div id='app'></div>")


def test_broken_mark_up_is_read() -> None:
    document = page(f"<main><p>{FILLER}<p>Second <b>bold<p>Third</main>")
    assert "Second bold" in document.text


@pytest.mark.parametrize("start", ["²", "9" * 5000, "x", ""])
def test_a_number_that_is_none_numbers_no_list(start: str) -> None:
    assert "1. Hello there" in page(f"<ol start='{start}' ><li value='{start}'>Hello there</ol>").text


def test_odd_declarations_do_not_stop_a_page() -> None:
    head = f"<script type='application/ld+json'>{'[' * 100_000}</script>"
    assert page("<p>The lock is shut.</p>", head).text == "The lock is shut."
    data = b"<meta charset='unicode_escape'><p>\xff\\ud800 The lock is shut.</p>"
    assert read_html(data, Source("a.html")).text.endswith("The lock is shut.")


def test_what_nests_too_deeply_is_refused_with_the_reason() -> None:
    with pytest.raises(UnreadableError, match="nested too deeply"):
        page("<ol><li>x" * 200)


def test_a_page_made_to_keep_it_busy_is_read_at_once() -> None:
    before = process_time()
    page(f"<div class='{'_' * 100_000}'>The lock is shut.</div>")
    assert process_time() - before < 5
