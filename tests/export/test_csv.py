import csv
from datetime import date
from io import StringIO

from answerable.export.csv import COLUMNS, write_csv
from answerable.model import Disposition, Matter, Ref, Status
from answerable.record import status_on
from tests.entries import ask, progress, response

DAY = date(2025, 1, 1)


def table(*matters: Matter) -> list[dict[str, str]]:
    stream = StringIO(newline="")
    write_csv(stream, [(matter, status_on(matter, DAY)) for matter in matters])
    stream.seek(0)
    return list(csv.DictReader(stream))


def test_one_row_an_ask_and_responder() -> None:
    asked = ask("4", "Lights\nshould be lit.", addressees=(Ref(None, "Ministry of Ports"), Ref(None, "Port of Lyle")))
    answers = response("4", Disposition.ACCEPTED), response("4", Disposition.REJECTED, by="Port of Lyle")
    claims = (progress("4", Status.IN_PROGRESS, "2024-01-01"),)
    first, second, silent = table(Matter("m", asked, answers, progress=claims), Matter("n", ask("5", "Pilots.")))
    assert (first["number"], first["ask"], first["responder"]) == ("4", "Lights should be lit.", "Ministry of Ports")
    assert (second["responder"], second["disposition"]) == ("Port of Lyle", "rejected")
    assert (first["status"], first["according_to"], first["as_of"]) == (
        "in_progress",
        "Ministry of Ports",
        "2024-01-01",
    )
    assert (silent["answered"], silent["responder"], silent["status"]) == ("no_response", "", "not_assessed")
    assert set(first) == set(COLUMNS)


def test_no_cell_is_a_formula() -> None:
    (row,) = table(Matter("m", ask("4", '=HYPERLINK("x")')))
    assert row["ask"].startswith("'=")
