"""Keeps the number crunching of this process to one thread."""

from threadpoolctl import threadpool_limits

__all__ = ["use_one_thread"]


def use_one_thread() -> None:
    """Let BLAS and OpenMP use one thread from here on, in the whole process.

    The products of one question are small: with two threads on two busy cores they took 330 ms
    instead of 10, since each waits for the other.
    """
    threadpool_limits(limits=1)
