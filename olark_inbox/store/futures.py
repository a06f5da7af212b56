"""Futures made of futures, without a thread that waits."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def done(value: T) -> "Future[T]":
    """Return a future that has its result."""
    future: Future[T] = Future()
    future.set_result(value)
    return future


def gather(parts: "Sequence[Future[T]]", combine: Callable[[list[T]], R]) -> "Future[R]":
    """Return a future of all parts together; the first failure among them is its failure."""
    whole: Future[R] = Future()
    whole.set_running_or_notify_cancel()
    left = len(parts)
    lock = threading.Lock()

    def one_is_done(_: "Future[T]") -> None:
        nonlocal left
        with lock:
            left -= 1
            last = left == 0
        if last:
            resolve(whole, lambda: combine([part.result() for part in parts]))

    if not parts:
        resolve(whole, lambda: combine([]))
    for part in parts:
        part.add_done_callback(one_is_done)
    return whole


def then(first: "Future[T]", follow: "Callable[[T], Future[R]]") -> "Future[R]":
    """Return a future of what `follow` starts once `first` is there."""
    whole: Future[R] = Future()
    whole.set_running_or_notify_cancel()

    def second_is_done(second: "Future[R]") -> None:
        resolve(whole, second.result)

    def first_is_done(_: "Future[T]") -> None:
        try:
            second = follow(first.result())
        except Exception as error:  # noqa: BLE001 - the future carries it to who asked
            whole.set_exception(error)
        else:
            second.add_done_callback(second_is_done)

    first.add_done_callback(first_is_done)
    return whole


def resolve(future: "Future[R]", value: Callable[[], R]) -> None:
    """Give a future what `value` returns or raises."""
    try:
        future.set_result(value())
    except Exception as error:  # noqa: BLE001 - the future carries it to who asked
        future.set_exception(error)
