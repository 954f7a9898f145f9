"""The same work in one process, in several, or over a cluster: everything behind `concurrent.futures.Executor`.

Any executor will do that can carry a function by its name to where it runs: a process pool here, Dask's
`client.get_executor()`, Ray's or MPI's. What comes out is the same, in the same order.
"""

from __future__ import annotations

import logging
import multiprocessing
import multiprocessing.process
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, TypeVar

from answerable.errors import AnswerableError

T = TypeVar("T")

AHEAD = 8
"""Pieces of work for each worker that may wait or be finished before their turn: enough to keep all busy beside one
long document, few enough to bound memory."""


class Here(Executor):
    """Runs each piece of work at once, in this process."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """The work, done."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


@contextmanager
def executor(workers: int) -> Iterator[Executor]:
    """Works in this process for one worker, else in so many fresh ones, each with one thread for arithmetic.

    If an exception leaves the block, the processes end at once.
    """
    if workers == 1:
        yield Here()
        return
    others = set(multiprocessing.active_children())
    spawn = multiprocessing.get_context("spawn")  # a fork of a process with threads can hang
    pool = ProcessPoolExecutor(workers, mp_context=spawn, initializer=settle_in)
    try:
        yield pool
        pool.shutdown()
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for child in set(multiprocessing.active_children()) - others:
            child.terminate()
        raise


def settle_in() -> None:
    """Prepares a fresh worker: one thread for arithmetic, an end with its parent's, and Ctrl-C left to the parent."""
    os.environ |= {"OMP_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false"}
    logging.basicConfig(
        level=logging.ERROR
    )  # libraries' warnings about an input are told as its failure, or not at all
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def settled(value: T) -> Future[T]:
    """Work that needs no doing: its result is there."""
    future: Future[T] = Future()
    future.set_result(value)
    return future


def in_order(futures: Iterable[Future[T]], ahead: int) -> Iterator[T]:
    """The results of work in the order in which it was handed out, with at most `ahead` pieces under way.

    `futures` is taken from lazily: handing out goes on only as results are taken. Raises AnswerableError if a worker
    process dies; what was taken before stands.
    """
    under_way: deque[Future[T]] = deque()
    try:
        for future in futures:
            under_way.append(future)
            if len(under_way) >= ahead:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    except BrokenProcessPool as error:
        raise AnswerableError("a worker process died, perhaps for want of memory: try --workers 1") from error
    finally:
        for future in under_way:
            future.cancel()
