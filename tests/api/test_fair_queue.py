import asyncio
from collections.abc import Callable, Coroutine

import pytest

from api.fair_queue import FairQueue
from ontology.errors import BusyError
from tests.event_loops import run


async def served(queue: FairQueue, client: str, order: list[str], done: asyncio.Event) -> None:
    async with queue.place(client):
        order.append(client)
        await done.wait()


async def settle() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


def test_clients_take_turns_however_many_queries_one_of_them_sends() -> None:
    async def story() -> list[str]:
        queue, order = FairQueue(1, max_waiting=50, patience_s=5), list[str]()
        done = asyncio.Event()
        tasks = [
            asyncio.create_task(served(queue, client, order, done))
            for client in ("greedy",) * 5 + ("modest", "other", "modest")
        ]
        await settle()
        assert order == ["greedy"]
        done.set()
        await asyncio.gather(*tasks)
        return order

    assert run(story()) == [
        *("greedy", "greedy", "modest", "other"),
        *("greedy", "modest", "greedy", "greedy"),
    ]


def test_one_client_never_holds_every_place() -> None:
    async def story() -> list[str]:
        queue, order = FairQueue(3, max_waiting=50, patience_s=5), list[str]()
        done = asyncio.Event()
        tasks = [asyncio.create_task(served(queue, "greedy", order, done)) for _ in range(9)]
        await settle()
        before = list(order)
        tasks.append(asyncio.create_task(served(queue, "modest", order, done)))
        await settle()
        done.set()
        await asyncio.gather(*tasks)
        return [*before, "|", *order[2:3]]

    assert run(story()) == ["greedy", "greedy", "|", "modest"]


async def _too_many(queue: FairQueue) -> None:
    tasks = [asyncio.create_task(served(queue, "a", [], asyncio.Event())) for _ in range(3)]
    await settle()
    try:
        async with queue.place("b"):
            pass
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        async with queue.place("c"):  # whoever gave up left no trace
            pass


async def _too_long(queue: FairQueue) -> None:
    async with queue.place("a"), queue.place("b"):
        pass


@pytest.mark.parametrize(
    ("story", "waiting", "message"),
    [
        pytest.param(_too_many, 2, "2 queries wait already", id="too many"),
        pytest.param(_too_long, 9, "No place was free", id="too long"),
    ],
)
def test_who_cannot_be_served_is_told_to_come_back(
    story: Callable[[FairQueue], Coroutine[None, None, None]], waiting: int, message: str
) -> None:
    async def told() -> None:
        await story(FairQueue(1, max_waiting=waiting, patience_s=0.05))

    with pytest.raises(BusyError, match=message):
        run(told())
