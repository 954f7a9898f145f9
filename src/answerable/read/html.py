"""HTML pages: what they say of themselves, and their main content through trafilatura or, where that loses, whole.

docs/decisions/reading-html.md tells when which, with the figures.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

from lxml import etree, html

from answerable.errors import NoTextError, UnreadableError
from answerable.model import Document, Medium, Source
from answerable.read.draft import Draft
from answerable.read.encoding import decode
from answerable.read.markup import is_note, prepare, written
from answerable.read.metadata import day, filled, medium_of

_KEPT = 0.95
"""trafilatura's content is taken if it keeps this share of the words of the page's prose, and most of its notes …"""
_NOTES = 0.8
_DOUBLED = 0.005
"""… and no more than this share of its words is there twice."""
_PROSE = 80
"""Characters from which a paragraph counts as prose."""
_AROUND = (
    *("nav", "aside", "footer", "form", "button", "select"),
    *("script", "style", "noscript", "template", "svg", "iframe"),
)

_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:nav|navigation|navbar|menu|breadcrumbs?|sidebar|[^\W_]*footer|cookies?|share|social|related|comments?|skip|"
    r"advert|promo|newsletter|subscribe)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Names of what stands beside the content."""
_CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?\s*([\w-]+)", re.I)
_WORD = re.compile(r"\w+")
_TOKEN = re.compile(r"\S+")
_DATES = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//meta[translate(@name,'DCTERMSIUPBLAHN','dctermsiupblahn')='dcterms.issued']/@content",
    "//meta[@name='date' or @name='DC.date' or @name='dc.date' or @name='DC.date.issued' or @name='pubdate']/@content",
    "//meta[@name='govuk:first-published-at' or @name='parsely-pub-date' or @name='publication_date']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//time[@pubdate]/@datetime",
    "(//article//time | //main//time | //time)[1]/@datetime",
)
_PLACES = ("//main | //*[@role='main']", "//article[not(//article[2])]", "//body")
_MEDIA = (("NewsArticle", Medium.NEWS), ("SocialMediaPosting", Medium.POST), ("Report", Medium.REPORT))


def read_html(data: bytes, source: Source) -> Document:
    """A page's main content with HEADING, PARAGRAPH, ITEM, QUOTATION, EMPHASIS, ROW, CELL and FOOTNOTE parts.

    Numbers that a browser prints before the items of an ordered list are written into the text.
    Raises UnreadableError if nothing can be parsed, NoTextError if there is no text on the page.
    """
    declared = _CHARSET.search(data[:4096])
    text = decode(data, source.url, declared[1].decode("ascii") if declared else None)
    try:
        parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise UnreadableError(source.url, "no HTML that can be parsed") from None
    told = _described(source, tree)
    try:
        prepare(tree)
        document = _content(tree).document(told)
    except RecursionError:
        raise UnreadableError(source.url, "its elements are nested too deeply") from None
    if not document.text.strip():
        raise NoTextError(source.url, "an empty page")
    return document


# ---------------------------------------------------------------- content


def _content(tree: Any) -> Draft:
    """The main content: as trafilatura finds it, or the whole main part where that would lose or double text."""
    main = _main(tree)
    prose = [words for block in main.iter("p", "li", "td", "dd", "blockquote") if (words := _prose(block))]
    notes = [" ".join(block.itertext()) for block in main.iter("p", "li") if is_note(block)]
    found = _trafilatura(tree)
    if found is None:
        return written(main)
    words = " ".join(found.itertext())
    kept = _keeps(words, prose, _KEPT) and _keeps(words, notes, _NOTES)
    return written(found if kept and not _doubles(prose, words) else main)


def _trafilatura(tree: Any) -> Any | None:
    import trafilatura

    result: Any = trafilatura.bare_extraction(
        html.tostring(tree, encoding="unicode"), favor_recall=True, include_formatting=True, include_comments=False
    )
    return None if result is None or result.body is None else result.body


def _main(tree: Any) -> Any:
    """The element that holds the page's content, stripped of what stands around it."""
    places: list[Any] = next((found for path in _PLACES if (found := tree.xpath(path))), [tree])
    main = max(places, key=lambda place: len(" ".join(place.itertext())))
    for element in [e for e in main.iter(*_AROUND, etree.Comment) if e is not main]:
        if element.tag != "figure" or not element.xpath(".//figcaption | .//table | .//blockquote"):
            _drop(element)
    for element in main.xpath("./header[not(.//h1)] | .//*[@hidden or @aria-hidden='true'] | .//div | .//ul"):
        named = _BESIDE.search(f"{element.get('id') or ''} {element.get('class') or ''}")
        if element.tag not in ("div", "ul") or named or (element.tag == "ul" and _is_menu(element)):
            _drop(element)
    return main


def _is_menu(items: Any) -> bool:
    """Whether a list is a row of short links."""
    words = [" ".join(item.itertext()).strip() for item in items.iterchildren("li")]
    linked = sum(1 for item in items.iterchildren("li") if item.find(".//a") is not None)
    return len(words) >= 3 and linked == len(words) and sum(map(len, words)) < 20 * len(words)


def _drop(element: Any) -> None:
    if element.getparent() is not None:
        tail, element.tail = element.tail, None
        previous, parent = element.getprevious(), element.getparent()
        parent.remove(element)
        if tail and previous is not None:
            previous.tail = (previous.tail or "") + tail
        elif tail:
            parent.text = (parent.text or "") + tail


def _prose(block: Any) -> str:
    """The words of a block of running text, "" for a short one or one made of links."""
    if block.find(".//p") is not None or block.find(".//li") is not None:
        return ""
    words = " ".join(block.itertext())
    linked = sum(len(" ".join(link.itertext())) for link in block.iter("a"))
    return words if len(words) >= _PROSE and linked < 0.3 * len(words) else ""


def _keeps(found: str, blocks: list[str], share: float) -> bool:
    """Whether `found` has at least a share of the words of some blocks."""
    want = Counter(_WORD.findall(" ".join(blocks)))
    return (want & Counter(_WORD.findall(found))).total() >= share * want.total()


def _doubles(prose: list[str], found: str) -> bool:
    """Whether the beginnings of paragraphs stand in `found` more often than on the page."""
    settled = " ".join(found.split())
    beginnings = Counter(" ".join(block.split())[:_PROSE] for block in prose)
    standing = Counter(settled[word.start() : word.start() + _PROSE] for word in _TOKEN.finditer(settled))
    twice = sum(len(start) for start, count in beginnings.items() if standing[start] > count)
    return twice > _DOUBLED * len(settled)


# ---------------------------------------------------------------- what the page says of itself


def _described(source: Source, tree: Any) -> Source:
    import trafilatura

    told = trafilatura.extract_metadata(tree, default_url=source.url if "://" in source.url else None)
    linked = list(_linked_data(tree))
    published = next((d for d in map(day, _dates(tree, linked)) if d), None)
    publisher = told.sitename or (told.hostname if "://" in source.url else None)
    return filled(
        source,
        title=told.title,
        author=_author(tree, linked) or told.author,
        publisher=publisher,
        published=published,
        medium=_medium(tree, linked, told.title),
        media_type="text/html",
    )


def _linked_data(tree: Any) -> list[dict[str, Any]]:
    """The JSON-LD objects of a page."""
    found: list[dict[str, Any]] = []
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            value = json.loads(script)
        except (ValueError, RecursionError):
            continue
        listed = value.get("@graph", [value]) if isinstance(value, dict) else value
        found += [item for item in listed if isinstance(item, dict)] if isinstance(listed, list) else []
    return found


def _dates(tree: Any, linked: list[dict[str, Any]]) -> list[str]:
    told = [str(item["datePublished"]) for item in linked if item.get("datePublished")]
    return told + [str(value) for path in _DATES for value in tree.xpath(path)]


def _author(tree: Any, linked: list[dict[str, Any]]) -> str | None:
    """The byline as the page words it."""
    told = tree.xpath("//meta[@name='author' or @property='article:author']/@content")
    authors = [item.get("author") for item in linked]
    each = [author for group in authors for author in (group if isinstance(group, list) else [group])]
    named = [author.get("name") for author in each if isinstance(author, dict)]
    return next((str(name) for name in [*named, *told] if name and "://" not in str(name)), None)


def _medium(tree: Any, linked: list[dict[str, Any]], title: str | None) -> Medium:
    kinds = " ".join(str(item.get("@type")) for item in linked)
    declared = next((medium for word, medium in _MEDIA if word in kinds), None)
    if declared:
        return declared
    named = medium_of(title)
    if named in (Medium.UNKNOWN, Medium.REPORT) and tree.xpath("//meta[@property='og:type' and @content='article']"):
        return Medium.NEWS
    return named
