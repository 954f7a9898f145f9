from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from answerable.errors import AnswerableError
from answerable.scale import cores, executor, in_order, settled

ROOT = Path(__file__).parent.parent


def slowly(number: int) -> tuple[int, int]:
    time.sleep(0.2 if number == 0 else 0)
    return number, os.getpid()


def die(_: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_the_order_of_the_work(workers: int) -> None:
    with executor(workers) as pool:
        found = list(in_order((pool.submit(slowly, number) for number in range(6)), ahead=4))
    assert [number for number, _ in found] == list(range(6))
    assert (os.getpid() in {pid for _, pid in found}) is (workers == 1)


def test_no_more_is_under_way_than_was_said() -> None:
    handed_out = 0

    def futures() -> Iterator[Future[int]]:
        nonlocal handed_out
        for number in range(10):
            handed_out += 1
            yield settled(number)

    results = in_order(futures(), ahead=3)
    assert next(results) == 0
    assert handed_out == 3


def test_a_worker_that_dies_is_named() -> None:
    with pytest.raises(AnswerableError, match="worker process died"), executor(2) as pool:
        list(in_order((pool.submit(die, number) for number in range(2)), ahead=2))


def test_workers_end_when_their_parent_is_killed() -> None:
    parent = subprocess.Popen([sys.executable, __file__], stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert parent.stdout
    worker = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    deadline = time.monotonic() + 20
    while alive(worker) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not alive(worker)


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not stat.exists() or stat.read_text().rsplit(")", 1)[1].split()[0] != "Z"


def test_cores() -> None:
    assert cores() >= 1


if __name__ == "__main__":  # the parent of test_workers_end_when_their_parent_is_killed
    with executor(2) as pool:
        sys.stdout.write(f"{pool.submit(os.getpid).result()}\n")
        sys.stdout.flush()
        time.sleep(60)
