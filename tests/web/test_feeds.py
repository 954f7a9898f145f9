"""Feeds and calendars that readers' programs can read, whatever the words hold."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from xml.etree import ElementTree

import feedparser
from hypothesis import given
from hypothesis import strategies as st

from answerable.web.feeds import ATOM, Due, Feed, Item, atom, calendar, json_feed

NOW = datetime(2025, 6, 1, 9, 0, tzinfo=UTC)


def feed(words: str) -> Feed:
    item = Item("a1", words, words, "/statements/a1", date(2025, 5, 6), "Ann")
    return Feed(words, "http://record.example", "/search.atom", "/search", (item,))


@given(st.text())
def test_atom_is_well_formed_whatever_the_words(words: str) -> None:
    root = ElementTree.fromstring(atom(feed(words)))
    assert root.tag == f"{{{ATOM}}}feed"


def test_atom_as_a_reader_reads_it() -> None:
    read = feedparser.parse(atom(feed("“Sound” & <b>safe</b>")))
    assert not read.bozo
    (entry,) = read.entries
    assert entry.title == "“Sound” & <b>safe</b>"
    assert entry.link == "http://record.example/statements/a1"
    assert entry.author == "Ann"


def test_json_feed() -> None:
    told = json.loads(json_feed(feed("Words")))
    assert told["version"].endswith("1.1")
    assert told["items"][0]["content_text"] == "Words"
    assert told["items"][0]["date_published"] == "2025-05-06T00:00:00+00:00"


@given(st.text())
def test_a_calendar_keeps_its_lines_short_and_its_words_inside(words: str) -> None:
    made = calendar(words, "http://x", [Due("a", date(2025, 5, 31), words, words, "/matters/a")], NOW).decode()
    lines = made.split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert sum(line == "BEGIN:VEVENT" for line in lines) == 1
    assert "DTSTART;VALUE=DATE:20250531" in lines
