from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from answerable.extract.speakers import resolve_speakers
from answerable.model import ActorKind, Document, Medium, Part, PartKind, Source, Statement, Voice
from answerable.registry import Alias, Membership, Person, Registry
from answerable.text import Span
from tests.marks import marked

NEWS = Source("a.html", medium=Medium.NEWS, published=date(2031, 4, 1))


def speakers(text: str, source: Source = NEWS, registry: Registry | None = None) -> list[str | None]:
    """Whom the sources marked S mean: each is a statement whose content is what stands after it."""
    plain, marks = marked(text)
    document = Document.of(plain, source)
    statements = [
        Statement(str(i), document.id, (span,), (), (Span(span.end, span.end + 1),))
        for i, span in enumerate(marks["S"])
    ]
    _, _, told = resolve_speakers(document, statements, registry)
    return [s.speaker.name if s.speaker else None for s in told]


@pytest.mark.parametrize(
    "text,speaker",
    [
        ("[S:Hale, the chair of the board,] spoke. Earlier, Ada Hale had left.", "Ada Hale"),
        ("[S:A lawyer for Reva, Ada Hale,] said so. Jon Reva left.", "Ada Hale"),
        ("[S:Reva spokeswoman Ada Hale] said so. Jon Reva left.", "Ada Hale"),
        ("Rep. Ada Hale (R-Ohio) came. [S:The Republican lawmaker] said no.", "Ada Hale"),
        ("Ada Hale met Jon Reva. [S:She] said no.", "Ada Hale"),
        ("Ada Hale met Jon Reva. [S:He] said no.", "Jon Reva"),
        ("[S:Ada Hale’s] tweet was short.", "Ada Hale"),
        (
            "[S:A Tarn Gazette analysis of the ferry accounts] found it. The Tarn Gazette is a newspaper.",
            "Tarn Gazette",
        ),
        ("On Monday [S:many Mexicans] said no.", "many Mexicans"),
        ("[S:Critics] say that it leaks.", "critics"),
        ("Ada Hale met Jon Reva. [S:Hale and Reva] said no.", "Ada Hale and Jon Reva"),
        ("[S:The Tarn Gazette and the Osk newspaper chain] sued.", "Tarn Gazette and Osk"),
        ("Ada Hale came. [S:Hale herself] said no.", "Ada Hale"),
        ("[S:a small group of wealthy donors] promised it.", "a small group of wealthy donors"),
        ("The Tarn Gazette poll of May is out. [S:A Tarn Gazette poll] said so.", "Tarn Gazette poll"),
        ("Data came. [S:Data from the 2014 Tarn Harbour Survey] show it.", "2014 Tarn Harbour Survey"),
    ],
)
def test_the_head_of_the_source_speaks(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Jon Reva came. A spokesman for Otto Lind said yes. [S:He] said no.",
        "Jon Reva came. [S:A spokesman for Otto Lind] said yes. [S:He] said no.",
    ],
)
def test_a_pronoun_may_mean_somebody_only_described(text: str) -> None:
    assert set(speakers(text)) == {"a spokesman for Otto Lind"}


def test_the_report_is_whose_the_text_says() -> None:
    text = (
        "The authors of the report, which include the Tarn Trust and Citizens for Quiet Piers, met.\n\n"
        "Later [S:the report] said no. [S:It] added more."
    )
    assert speakers(text) == ["Tarn Trust and Citizens for Quiet Piers"] * 2


def test_who_signs_a_quotation_said_it() -> None:
    text, marks = marked("“It leaks.” — [S:Ada Hale]\n[T:“It floats.”] — Jon Reva")
    document = Document.of(text, NEWS)
    statement = Statement("a", document.id, marks["S"], (), marks["T"])
    (told,) = resolve_speakers(document, [statement])[2]
    assert told.speaker and told.speaker.name == "Jon Reva"


def test_a_noun_that_reports_says_from_whom() -> None:
    text, marks = marked("On Monday came [C:repeated warnings] from Ada Hale [T:that the pier leaked].")
    document = Document.of(text, NEWS)
    (told,) = resolve_speakers(document, [Statement("a", document.id, (), marks["C"], marks["T"])])[2]
    assert told.speaker and told.speaker.name == "Ada Hale"


def test_two_people_of_one_surname_are_kept_apart() -> None:
    text = "Ada Hale and Jon Hale came. [S:Mrs. Hale] said yes. [S:Mr. Hale] said no. [S:Hale] said both."
    assert speakers(text) == ["Ada Hale", "Jon Hale", None]


def test_a_short_form_goes_on_meaning_whom_the_text_first_meant_by_it() -> None:
    text = "Ada Hale came. [S:Hale] said yes. Her brother Jon Hale left. [S:Hale] said it again."
    assert speakers(text) == ["Ada Hale", "Ada Hale"]


def test_an_office_is_whoever_the_text_gives_it_to_and_else_whoever_held_it_that_day() -> None:
    registry = Registry(
        (Person("p1", "Ada Hale"), Person("p2", "Jon Reva")),
        (
            Membership("p1", "Secretary of State for Harbours", None, date(2028, 1, 1), date(2030, 5, 1)),
            Membership("p2", "Secretary of State for Harbours", None, date(2030, 5, 2), None),
        ),
        (Alias("Harbours Secretary", "Secretary of State for Harbours"),),
    )
    assert speakers("Today [S:the Harbours Secretary] said no.", NEWS, registry) == ["Jon Reva"]
    earlier = replace(NEWS, published=date(2029, 6, 1))
    assert speakers("Today [S:the Harbours Secretary] said no.", earlier, registry) == ["Ada Hale"]
    told = "The Harbours Secretary, Mina Osk, came. [S:The Harbours Secretary] said no."
    assert speakers(told, NEWS, registry) == ["Mina Osk"]
    assert speakers("Today [S:the former Harbours Secretary] said no.", NEWS, registry) != ["Jon Reva"]
    unknown = replace(NEWS, published=date(2027, 6, 1))
    assert speakers("Today [S:the Harbours Secretary] said no.", unknown, registry) == ["the Harbours Secretary"]


def test_a_quotation_that_runs_on_keeps_its_speaker() -> None:
    text = "“We waited,” Ada Hale said. “Nobody came.”"
    document = Document.of(text, NEWS)
    first = Statement("1", document.id, (Span(13, 21),), (Span(22, 26),), (Span(0, 12),))
    second = Statement("2", document.id, (), (), (Span(28, 42),))
    told = resolve_speakers(document, (first, second))[2]
    assert [s.speaker and s.speaker.name for s in told] == ["Ada Hale", "Ada Hale"]


def test_every_place_is_inside_the_text_and_every_actor_known() -> None:
    text = "Mayor Ada Hale accused the Tarn council. “They lied,” she said of its members. Critics agreed."
    actors, mentions, _ = resolve_speakers(Document.of(text, NEWS), ())
    assert {m.actor for m in mentions} - {None} <= {a.id for a in actors}
    assert [a.name for a in actors if a.kind is ActorKind.PERSON] == ["Ada Hale"]
    assert all(m.span.end <= len(text) for m in mentions)


def test_a_turn_is_spoken_by_its_speaker_and_a_letter_by_its_author() -> None:
    text = "Ada Hale\n\nI shall publish the survey.\n\nJon Reva\n\nI thank the hon. Lady for it."
    turns = (
        Part(PartKind.TURN, Span(10, 37), "Ada Hale", ref="person/1"),
        Part(PartKind.TURN, Span(49, len(text)), "Jon Reva", ref="person/2"),
    )
    document = Document.of(text, replace(NEWS, medium=Medium.HANSARD), turns)
    place = (Span(10, 37),)
    own = Statement("1", document.id, (), (), place, voice=Voice.AUTHORIAL)
    actors, mentions, told = resolve_speakers(document, (own,))
    names = {a.id: a.name for a in actors}
    assert told[0].speaker and told[0].speaker.name == "Ada Hale"
    assert [
        (m.span.of(text), names.get(m.actor or "")) for m in mentions if m.span.of(text) in ("I", "the hon. Lady")
    ] == [
        ("I", "Ada Hale"),
        ("I", "Jon Reva"),
        ("the hon. Lady", "Ada Hale"),
    ]
    letter = Document.of("We accept this in full.", Source("l.txt", publisher="Tarn Council", medium=Medium.LETTER))
    we = Statement("2", letter.id, (), (), (Span(0, 23),), voice=Voice.AUTHORIAL)
    assert resolve_speakers(letter, (we,))[2][0].speaker == replace(
        told[0].speaker, id=resolve_speakers(letter, ())[0][0].id, name="Tarn Council"
    )


def test_what_points_back_to_a_thing_never_named_may_speak() -> None:
    text = "The Tarn Trust published “Piers in danger”, a report [S:which] warned that the engines were old."
    assert speakers(text) == ["a report"]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Hale, who chaired the pier inquiry, came. Jon Reva left. [S:The chair] said no.",
        "[S:Pier inquiry chair]: “No”\n\nThe professor who led the inquiry into the pier spoke.\n\n"
        "Ada Hale, 61, came. “I wait,” Professor Hale said.",
        "The Hale inquiry met. Ada Hale wrote to Jon Reva. [S:The chair of the inquiry] said no.",
        "Councils spoke of Ada Hale on Monday after [S:the investor] used a bridge to bait them.",
        "Ada Hale spoke for an hour. [S:The billionaire] said no.",
    ],
)
def test_a_role_points_back_to_whom_the_text_gives_it(text: str) -> None:
    assert speakers(text) == ["Ada Hale"]


@pytest.mark.parametrize(
    "text,speaker",
    [
        (
            "The Hale inquiry met, then the Reva inquiry. Ada Hale met Jon Reva. [S:The chair of the inquiry] sat.",
            "the chair of the inquiry",
        ),
        ("Ada Hale met Jon Reva. [S:The billionaire] said no.", "the billionaire"),
        ("Ada Hale spoke. [S:The judge] said no.", "the judge"),
    ],
)
def test_a_role_that_may_be_anybodys_stays_nobodys(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_some_of_them_are_nobody_known() -> None:
    assert speakers("Ada Hale met critics. [S:Several of them] said no.") == [None]


@pytest.mark.parametrize(
    "text",
    [
        "[S:**Ada Hale**] said no.",
        "“No,” said [S:*Ada Hale*].",
        "[S:**Ada Hale**, the harbour pilot,] said no.",
        "__[S:Ada Hale__] said no.",
        "[S:``Ada Hale``] said no.",
        "Ada Hale came. [S:**Hale’s**] letter was short.",
        "Jon Reva\n\n[S:**Ada Hale**] said no.",
        "[S:Reva\n\nAda Hale] said no.",
    ],
)
def test_signs_of_markdown_are_no_part_of_a_name(text: str) -> None:
    plain, marks = marked(text)
    document = Document.of(plain, NEWS)
    statement = Statement("1", document.id, marks["S"], (), (Span(len(plain) - 1, len(plain)),))
    actors, mentions, (told,) = resolve_speakers(document, [statement])
    assert told.speaker and told.speaker.name == "Ada Hale"
    assert not any(set("*_`") & set(name) for a in actors for name in a.names)
    assert {m.span.of(plain) for m in mentions if "Hale" in m.span.of(plain)} <= {"Ada Hale", "Hale"}


def test_a_name_under_which_a_role_stands_is_whom_the_role_means() -> None:
    text = "4. Jon Reva.\n\nThe pilot stayed.\n\n5. Ada Hale.\n\n[S:The lawyer] denied it. [S:She] left."
    assert speakers(text) == ["Ada Hale", "Ada Hale"]


@pytest.mark.parametrize("text", ["[S:The row] says much.", "According to [S:the ferry debate], no."])
def test_what_happens_says_nothing(text: str) -> None:
    assert speakers(text) == [None]


def test_who_acts_in_what_is_told_of_a_happening_speaks() -> None:
    text = "[S:The row] began with a letter that Ada Hale sent to Jon Reva, [C:asking for] a ferry."
    plain, marks = marked(text)
    document = Document.of(plain, NEWS)
    asked = Statement("1", document.id, marks["S"], marks["C"], (Span(len(plain) - 8, len(plain) - 1),))
    (told,) = resolve_speakers(document, [asked])[2]
    assert told.speaker and told.speaker.name == "Ada Hale"
