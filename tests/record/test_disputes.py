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


def test_a_count_told_twice_of_one_speaker_stands_once_as_told_last() -> None:
    claim = progress("4", Status.IN_PROGRESS, "2024-08-31", by="Bo Ray, Secretary of State for Ports")
    told = count(0, 20, "2025-01-08", "Lind"), count(0, 20, "2025-06-19", "Ruth Lind")
    (found,) = conflicts((claim,), told)
    assert found.later is told[1]
    assert found.reason == "Bo Ray: in progress; Ruth Lind: 0 of 20 recommendations complete"
    assert [c.later for c in conflicts((claim,), told[:1])] == [told[0]]  # before she was told to say it again


def test_a_surname_that_two_bear_is_neither_of_them() -> None:
    claim = progress("4", Status.IN_PROGRESS, "2024-08-31")
    said = (("2025-03-01", "Petrel"), ("2025-01-08", "Joan Petrel"), ("2025-02-01", "Edmund Petrel"))
    told = tuple(count(0, 20, day, name) for day, name in said)
    assert {c.later for c in conflicts((claim,), told)} == set(told)


def test_counts_of_one_total_only() -> None:
    may, december = count(57, 58, "2024-05-01", "Ann Lee"), count(53, 61, "2024-12-01", "Bo Ray")
    assert conflicting_counts((may, december)) == ()
    chair, minister = count(0, 20, "2024-05-01", "Ann Lee"), count(3, 20, "2024-05-02", "Bo Ray")
    (found,) = conflicting_counts((minister, chair))
    assert found.reason == "Ann Lee: 0 of 20 recommendations complete; Bo Ray: 3 of 20 recommendations complete"
