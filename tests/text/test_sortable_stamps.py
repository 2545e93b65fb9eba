"""Stamps of several zones and precisions, in the order of time."""

from __future__ import annotations

import pytest

from retold.text.stamps import sortable


def test_stamps_sort_by_time_and_not_by_their_letters() -> None:
    in_order = ["2024-03-10T23:30:00-05:00", "2024-03-11T06:00:00+00:00", "2024-03-11T09:00:00+02:00", "2024-03-11", "2024-03-11T12:30"]
    mixed = [in_order[place] for place in (3, 0, 4, 2, 1)]
    assert sorted(mixed, key=sortable) == in_order


@pytest.mark.parametrize("published", [None, "", "last Sunday", "2024-13-40", "0001-01-01T00:00:00+14:00"])
def test_what_is_no_stamp_has_no_place(published: str | None) -> None:
    assert sortable(published) == ""
