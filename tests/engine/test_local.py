"""Running here: the same results in the same order, in one process or two, and never more under way than fits."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pytest

from retold.engine.local import BATCH, WAITING_BATCHES_A_JOB, LocalEngine


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("count", [0, 3, 50])
def test_results_come_in_the_order_of_the_items(jobs: int, count: int) -> None:
    with LocalEngine(jobs) as engine:
        assert list(engine.map(math.sqrt, range(count))) == [math.sqrt(n) for n in range(count)]


def test_an_endless_source_is_read_no_further_than_the_work_keeps_up() -> None:
    taken = 0

    def endless() -> Iterator[int]:
        nonlocal taken
        while True:
            taken += 1
            yield taken

    with LocalEngine(2) as engine:
        results = engine.map(math.sqrt, endless())
        assert [next(results) for _ in range(4)] == [1.0, math.sqrt(2), math.sqrt(3), 2.0]
        assert taken <= BATCH * (2 * WAITING_BATCHES_A_JOB + 5)


def test_an_error_in_a_process_reaches_the_caller() -> None:
    with LocalEngine(2) as engine, pytest.raises(ValueError, match=r"nonnegative|domain"):
        list(engine.map(math.sqrt, [-1.0] * 40))
