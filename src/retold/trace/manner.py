"""The manner of a derivation, from the measures of the pair."""

from __future__ import annotations

from retold.trace.comparison import Comparison
from retold.trace.settings import TraceSettings
from retold.types import How


def manner(pair: Comparison, settings: TraceSettings) -> How:
    """What was done to the earlier text: the first of the descriptions below that fits."""
    profile = pair.profile
    if pair.coverage >= 0.9 and profile.kept + profile.moved >= settings.verbatim_kept and pair.resized <= settings.verbatim_resized:
        return "verbatim"
    through = (
        pair.coverage >= settings.translated_coverage
        and pair.ordered >= settings.translated_ordered
        and profile.inserted <= settings.translated_inserted
    )
    if through and pair.untouched < settings.untouched_limit and profile.swapped >= settings.swapped_least:
        return "spun" if pair.word_order >= settings.spun_order else "translated"
    if pair.exact >= settings.heavily_exact or (
        pair.untouched >= settings.edited_untouched and pair.exact_of_covered >= settings.edited_exact
    ):
        return "light-edit"
    told_again = pair.length_ratio < settings.summary_ratio and pair.own_quotes < settings.summary_quotes
    return "summary" if told_again else "reworded"


def follow_up_manner(pair: Comparison, settings: TraceSettings) -> How:
    """An outlet that tells its own report again carries sentences over, or words it anew."""
    made = manner(pair, settings)
    return made if made in ("verbatim", "light-edit") else "reworded"
