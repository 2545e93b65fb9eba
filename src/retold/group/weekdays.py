"""The days of the week that title and lead name: two events of one week are told apart by little else."""

from __future__ import annotations

# In full and by language, not as stems: German Thursday and French "to give" begin alike. Portuguese says "second" for Monday and is left out.
_NAMES = (
    "monday montag lunes lundi lunedì",
    "tuesday dienstag martes mardi martedì",
    "wednesday mittwoch miércoles mercredi mercoledì",
    "thursday donnerstag jueves jeudi giovedì",
    "friday freitag viernes vendredi venerdì",
    "saturday samstag sonnabend sábado samedi sabato",
    "sunday sonntag domingo dimanche domenica",
)
_BITS = {name: 1 << number for number, names in enumerate(_NAMES) for name in names.split()}


def weekday_of(spelling: str) -> int:
    """A bit for the day of the week that a word is, 0 for any other word."""
    return _BITS.get(spelling.casefold(), 0)
