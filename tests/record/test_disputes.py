from answerable.model import Status
from answerable.record import conflicting_counts, conflicts
from tests.entries import count, progress


def test_a_later_step_forward_is_no_conflict() -> None:
    start = progress("4", Status.NOT_STARTED, "2024-01-01", by="Audit Board")
    assert conflicts((start, progress("4", Status.COMPLETE, "2025-01-01"))) == ()


def test_a_later_step_back_is_one() -> None:
    done, not_done = (
        progress("4", Status.COMPLETE, "2024-01-01"),
        progress("4", Status.NOT_STARTED, "2025-01-01", by="Board"),
    )
    (found,) = conflicts((done, not_done))
    assert found.reason == "Ministry of Ports: complete; Board: not started"


def test_a_department_and_its_minister_do_not_contradict_each_other() -> None:
    department = progress("4", Status.COMPLETE, "2024-01-01")
    minister = progress("4", Status.IN_PROGRESS, "2024-02-01", by="Bo Ray, Secretary of State for Ports")
    assert conflicts((department, minister)) == ()


def test_counts_of_one_total_only() -> None:
    may, december = count(57, 58, "2024-05-01", "Ann Lee"), count(53, 61, "2024-12-01", "Bo Ray")
    assert conflicting_counts((may, december)) == ()
    chair, minister = count(0, 20, "2024-05-01", "Ann Lee"), count(3, 20, "2024-05-02", "Bo Ray")
    (found,) = conflicting_counts((minister, chair))
    assert found.reason == "Ann Lee: 0 of 20 recommendations complete; Bo Ray: 3 of 20 recommendations complete"
