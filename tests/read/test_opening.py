"""The first lines of an article tell its headline, author, paper and day."""

from datetime import date

import pytest

from answerable.model import Source
from answerable.read import read
from answerable.read.opening import Opening, opening

MARCH = date(2025, 3, 4)
STORY = "\n\nThe harbour wall fell on 2 March 2025, the harbour master told the council on Monday evening.\n"


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (
            "Wall fell, says master\nBy Nell Ormsby\nWivelport Gazette, 4 March 2025",
            Opening("Wall fell, says master", "Nell Ormsby", "Wivelport Gazette", MARCH),
        ),
        (
            "# Wall fell\n\n*By Tamsin Oake, harbour editor, 4 March 2025*",
            Opening("Wall fell", "Tamsin Oake", None, MARCH),
        ),
        (
            "Wall fell\nBy Tamsin Oake\nPublished: Tuesday 4 March 2025 09:00",
            Opening("Wall fell", "Tamsin Oake", None, MARCH),
        ),
        ("By Nell Ormsby and Ben van Aalst", Opening(None, "Nell Ormsby and Ben van Aalst", None, None)),
        ("Quay House\nWivelport\n4th March 2025\n\nDear Ms Sandling,", Opening(published=MARCH)),
        ("Opinion: come to the quay\nThe Estuary Post, March 4, 2025", Opening(published=MARCH)),
    ],
)
def test_first_lines_tell(head: str, told: Opening) -> None:
    assert opening(head + STORY) == told


@pytest.mark.parametrize(
    "head",
    [
        "",
        "Review to be published by 30 June 2025",
        "By the end of June we shall know",
        "By Monday the wall had gone",
        "Minutes of the meeting that was held on 4 March 2025",
        "Wall fell\nUpdated 4 March 2025",
    ],
)
def test_other_lines_tell_nothing(head: str) -> None:
    assert opening(head + STORY) == Opening()


def test_what_is_told_otherwise_stays() -> None:
    text = ("Wall fell\nBy Nell Ormsby\n4 March 2025" + STORY).encode()
    told = read(text, Source("wall.txt", author="The desk", published=date(2025, 3, 5))).source
    assert (told.title, told.author, told.published) == ("Wall fell", "The desk", date(2025, 3, 5))


def test_a_page_without_metadata_is_told_by_its_lines() -> None:
    lines = ("By Nell Ormsby", "Published 4 March 2025", *([STORY] * 3))
    body = "<h1>Wall fell</h1>" + "".join(f"<p>{line}</p>" for line in lines)
    page = f"<html><head><title>Wall fell</title></head><body>{body}</body></html>"
    told = read(page.encode(), Source("wall.html")).source
    assert (told.title, told.author, told.published) == ("Wall fell", "Nell Ormsby", MARCH)
