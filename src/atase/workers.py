"""Processes that share a work, and end with the one that they work for."""

import os
import signal
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from threading import Thread, current_thread, main_thread

from atase.errors import AtaseError
from atase.i18n import _


@contextmanager
def workers(jobs: int, start: str | None = None) -> Iterator[Executor]:
    """A pool of `jobs` processes. However the block ends, tasks that are not begun by then are left undone.

    `start` is multiprocessing's way to start a process, the platform's own without: "spawn" takes a second longer,
    and lets it share no connection.

    Raises:
        AtaseError: one of them was ended from outside.
    """
    pool = ProcessPoolExecutor(jobs, get_context(start), _begin)
    try:
        with _ignoring_interrupts():
            for _job in range(jobs):  # each task starts a process, while none is idle
                pool.submit(_nothing)
        yield pool
    except BrokenProcessPool as error:
        raise AtaseError(
            _("a process that reads was ended from outside, perhaps for want of memory; run again with --jobs 1")
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _ignoring_interrupts() -> Iterator[None]:
    """Have processes that are started within ignore Ctrl-C, which reaches them all: it is for their parent to act."""
    if current_thread() is not main_thread():  # only the main one may say what a signal does
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _begin() -> None:
    """Have this process end when the one that it works for is killed, for nobody else would end it."""

    def watch() -> None:
        if parent := parent_process():
            parent.join()
            os._exit(1)

    Thread(target=watch, daemon=True).start()


def _nothing() -> None:
    pass
