import pytest

from retold.show.moments import day_of, moment, time_of, when_of


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        ("2024-09-20T07:55:00+01:00", "20 September 2024, 07:55 UTC+1"),
        ("2024-09-20T07:55:00Z", "20 September 2024, 07:55 UTC"),
        ("2024-09-20T07:55:00.250-03:30", "20 September 2024, 07:55 UTC−3:30"),
        ("2024-09-20 07:55", "20 September 2024, 07:55"),
        ("2024-09-20", "20 September 2024"),
        ("2024-09", "September 2024"),
        ("2024", "2024"),
        (None, "unknown"),
        ("", "unknown"),
        ("last Tuesday", "last Tuesday"),
        ("2024-13-40", "2024-13-40"),
    ],
)
def test_dates_are_written_out_as_precisely_as_the_page_gave_them(published: str | None, shown: str) -> None:
    assert when_of(published) == shown


def test_a_bare_date_has_no_time() -> None:
    assert (day_of("2024-09-20"), time_of("2024-09-20")) == ("20 September 2024", "")


def test_moments_of_all_zones_are_on_one_scale() -> None:
    assert moment("2024-09-20T07:55:00+01:00") == moment("2024-09-20T06:55:00Z")
    assert moment("2024-09-20") == moment("2024-09-20T12:00:00Z")


@pytest.mark.parametrize("published", [None, "", "soon", "2024-02-31", "2024-01-01T25:00", "0000-01-01"])
def test_impossible_dates_have_no_moment(published: str | None) -> None:
    assert moment(published) is None
