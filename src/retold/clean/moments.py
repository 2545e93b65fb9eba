"""When an HTML page was published and updated, with how that was found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

from retold.clean.element_kinds import kind_of_marks
from retold.clean.labels import labelled
from retold.clean.markup import Block, Element, text_of
from retold.clean.outlet import Found
from retold.clean.people import starts_byline
from retold.clean.stamps import Stamp, orders, outside_stamps, stamps
from retold.clean.structured import Structured

_PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished", "datecreated datepublished", "dc.date.issued", "dc.date", "dcterms.created", "dcterms.date",
    "dcterms.issued", "dc.date.created", "dc.date.published", "pubdate", "og:pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "publication-date", "pub_date",
    "date-pub", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "article.published", "article_publish_date", "article:publication_date", "published-date",
    "published_date", "published_time", "mediator_published_time", "originalpublicationdate", "ptime", "article_date_original", "article.created", "weibo:article:create_at", "bt:pubdate",
    "vr:published_time", "rbpubdate", "shareaholic:article_published_time", "iso-8601-publish-date", "cse-pubdate", "citation_publication_date", "citation_date", "rnews:datepublished",
    "analyticsattributes.articledate", "dateposted", "datecreated", "date",
)  # fmt: skip
_UPDATED_META = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "article:modified", "article:updated_time", "datemodified", "dateupdated", "last-modified", "dcterms.modified",
    "dc.date.modified", "lastmod", "last_updated", "updated_time", "revision_date",
)  # fmt: skip
_ISO_DAY = re.compile(
    r"^\s*((?:19|20)\d\d)-?([01]\d)-?([0-3]\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?", re.IGNORECASE
)
_EPOCH = re.compile(r"^\s*(\d{10})(?:\d{3})?\s*$")
_WORDY = re.compile(r"^\s*((?:19|20)\d\d) ([A-Z][a-z]{2,8}) (\d{1,2})\s*$")
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-]([01]\d)[/-]([0-3]\d)(?:/|-|$)")
_URL_NAMED = re.compile(r"/((?:19|20)\d\d)/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/([0-3]\d)/", re.IGNORECASE)
_BELOW = 4  # blocks below the headline that speak of the page whatever their elements are called
_PROSE = 15  # spaces in a paragraph
_BEFORE, _AFTER = 8, 14  # blocks around the headline in which a page prints its own date
_CENTRAL = (".com", ".org", ".net", ".edu", ".gov", ".us", ".mil", ".ca", ".co", ".io", ".info", ".news")
_FARTHEST_ZONE = 14  # hours that a zone lies off UTC


@dataclass(frozen=True, slots=True)
class Dates:
    """What a page's dates are read from. `month_first` is how it writes dates in figures."""

    tree: Element
    said: Structured
    found: Sequence[Block]
    title: int
    url: str | None
    month_first: bool

    @classmethod
    def of(cls, tree: Element, said: Structured, found: Sequence[Block], title: int, url: str | None) -> Dates:
        return cls(tree, said, found, title, url, writes_month_first(tree, found, url))


def published(dates: Dates) -> Found | None:
    """The moment of publication: the page's data, corrected by an earlier or labelled date printed at its headline; else what is printed."""
    stated = _stated(dates)
    printed = _printed_near(dates)
    if stated is None:
        return _unstated(dates, printed)
    labelled = next((s for s in printed if s.kind == "published"), None) or _labelled_far(dates, stated)
    if labelled and _apart(labelled.value, stated.value) > 1:
        return Found(labelled.value, "stamp")
    plain = next((s for s in printed if s.kind == "plain"), None)
    if plain and plain.value[:10] < stated.value[:10] and _apart(plain.value, stated.value) > 31:
        return Found(plain.value, "stamp")
    by_url = of_url(dates.url)
    if local := _as_printed(stated, printed):
        return local
    return _on_day_of(stated, by_url) if by_url and _apart(by_url.value, stated.value) == 1 else stated


def _stated(dates: Dates) -> Found | None:
    said = dates.said
    own = [said.article.get("datePublished"), said.article.get("dateCreated")]
    others = [thing.get("datePublished") for thing in said.things]
    by_data = [Found(day, "json-ld") for value in own if (day := _moment(value, dates))]
    if by_data:
        return _finer(by_data[0], [day for value in others if (day := _moment(value, dates))])
    by_meta = (Found(day, "meta") for name in _PUBLISHED_META if (day := _moment(said.meta.get(name), dates)))
    return next(by_meta, None) or next((Found(day, "json-ld") for value in others if (day := _moment(value, dates))), None)


def _finer(stated: Found, others: Sequence[str]) -> Found:
    """The same moment with its time of day, where the page's data tell it only elsewhere (a bare day is written as its midnight)."""
    if not re.search(r"T00:00(?::00)?(?:Z|[+-]\d\d:\d\d)?$", stated.value) and "T" in stated.value:
        return stated
    finer = (day for day in others if "T" in day and "T00:00" not in day and _apart(day, stated.value) <= 1)
    return Found(next(finer, stated.value), stated.evidence)


def _as_printed(stated: Found, printed: Sequence[Stamp]) -> Found | None:
    """The same moment in the zone of the page's readers, where the data give it in UTC and the page prints it in its own time."""
    if not stated.value.endswith("+00:00") or "T" not in stated.value:
        return None
    moment = datetime.fromisoformat(stated.value)
    for stamp in printed:
        if "T" not in stamp.value or stamp.kind == "updated":
            continue
        shown = datetime.fromisoformat(stamp.value)
        ahead = shown.utcoffset() or (
            shown.replace(tzinfo=UTC) - moment.replace(second=0, microsecond=0) if shown.tzinfo is None else timedelta()
        )
        hours = ahead.total_seconds() / 3600
        local = moment.astimezone(timezone(ahead)) if abs(hours) <= _FARTHEST_ZONE else None
        if local and (hours * 2).is_integer() and local.replace(tzinfo=None, second=0) == shown.replace(tzinfo=None, second=0):
            return Found(local.isoformat(), stated.evidence)
    return None


def _on_day_of(stated: Found, by_url: Found) -> Found:
    """The stated moment in the zone nearest to its own in which its day is the address's; the address's day where none is."""
    try:
        moment = datetime.fromisoformat(stated.value)
    except ValueError:
        return by_url
    if moment.tzinfo is None or "T" not in stated.value:
        return by_url
    later = by_url.value > stated.value[:10]
    for hours in range(1, _FARTHEST_ZONE + 1):
        shifted = moment.astimezone(timezone(timedelta(hours=hours if later else -hours)))
        if shifted.date().isoformat() == by_url.value:
            return Found(shifted.isoformat(), stated.evidence)
    return by_url


def _unstated(dates: Dates, printed: Sequence[Stamp]) -> Found | None:
    """The moment of a page whose data tells none: the best of what is printed, near before far, labelled before plain, published before updated."""
    short = [b for b in dates.found if len(b.text) < 200 and kind_of_marks(b) not in ("related", "comments")]
    far = [s for b in short for s in stamps(b.text, dates.month_first) if len(outside_stamps(b.text, [s]).split()) <= 8][:20]
    by_script = iso(dates.said.serialised)
    plain_far = [s for s in far if s.kind == "plain"]
    alone = len({s.value[:10] for s in plain_far}) == 1
    candidates = (
        next((Found(_with_time(s.value, dates.tree), "stamp") for kind in ("published", "plain") for s in printed if s.kind == kind), None),
        of_url(dates.url),
        Found(by_script, "script") if by_script else None,
        next((Found(s.value, "stamp") for s in far if s.kind == "published"), None),
        _by_time_element(dates),
        next((Found(s.value, "updated stamp") for s in printed if s.kind == "updated"), None),
        Found(plain_far[0].value, "stamp") if alone else None,
        _modified(dates),
        next((Found(s.value, "updated stamp") for s in far if s.kind == "updated"), None),
        next((Found(s.value, "stamp") for s in plain_far), None),
    )
    return next((found_date for found_date in candidates if found_date), None)


def _by_time_element(dates: Dates) -> Found | None:
    for element in dates.tree.iter("time"):
        marks = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()
        only_updated = ("update" in marks or "modif" in marks) and "publish" not in marks
        if not only_updated and (day := iso(element.get("datetime"))):
            return Found(day, "time element")
    return None


def _printed_near(dates: Dates) -> list[Stamp]:
    """The dates printed around the headline, nearest first, in blocks that say little else."""
    found, title = dates.found, dates.title
    behind, before = (found[title : title + _AFTER], found[max(0, title - _BEFORE) : title]) if title >= 0 else (found[:30], [])
    above = _up_to_the_text(labelled(behind))
    near = [
        b for i, b in enumerate([*above, *reversed(labelled(before))]) if i <= _BELOW or kind_of_marks(b) not in ("related", "comments")
    ]
    listed: list[Stamp] = []
    for block in near:
        if len(block.text) > 250:
            if block.text.count(" ") > 40 and listed:
                break
            continue
        printed = stamps(block.text, dates.month_first)
        if printed and _is_about_the_page(block.text, printed):
            listed.extend(printed)
    return listed


def _up_to_the_text(blocks: Sequence[Block]) -> list[Block]:
    """The blocks before the second paragraph: a standfirst may stand above the date, the text does not."""
    prose = [i for i, b in enumerate(blocks) if b.text.count(" ") >= _PROSE and b.text.endswith((".", "”", '"', "!", "?"))]
    return list(blocks[: prose[1]] if len(prose) > 1 else blocks)


def _is_about_the_page(text: str, printed: list[Stamp]) -> bool:
    """Whether a short line with a date is a byline or stamp rather than a caption or a sentence about that day."""
    rest = len(outside_stamps(text, printed).split())
    labelled = any(s.kind != "plain" for s in printed) or starts_byline(text)
    return rest <= (14 if labelled else 9) and (labelled or rest <= 4 or not text.rstrip().endswith("."))


def _labelled_far(dates: Dates, stated: Found) -> Stamp | None:
    """The one "Published …" that a page prints, where its data call the day of the last change its day of publication."""
    if _modified(dates) is None or _modified(dates) != Found(stated.value, "updated json-ld"):
        return None
    short = (b for b in dates.found if len(b.text) < 80 and kind_of_marks(b) not in ("related", "comments"))
    far = [s for b in short for s in stamps(b.text, dates.month_first) if s.kind == "published"]
    return far[0] if len({s.value for s in far}) == 1 and far[0].value < stated.value else None


def _with_time(value: str, tree: Element) -> str:
    """The same day with its time, where a time element tells it."""
    if "T" in value:
        return value
    for element in tree.iter("time"):
        if (precise := iso(element.get("datetime"))) and precise[:10] == value and "T" in precise:
            return precise
    return value


def updated(dates: Dates) -> str | None:
    """The moment of the last update that the page states or prints."""
    by_data = _modified(dates)
    return by_data.value if by_data else next((s.value for s in _printed_near(dates) if s.kind == "updated"), None)


def _modified(dates: Dates) -> Found | None:
    if day := _moment(dates.said.article.get("dateModified"), dates):
        return Found(day, "updated json-ld")
    return next((Found(day, "updated meta") for name in _UPDATED_META if (day := _moment(dates.said.meta.get(name), dates))), None)


def _moment(value: object, dates: Dates) -> str | None:
    return iso(value, dates.month_first) if isinstance(value, str) else None


def of_url(url: str | None) -> Found | None:
    """The day in an address such as "/2019/11/18/" or "/2019/nov/18/"."""
    found = _URL_DAY.search(url or "")
    if found and _valid(day := "-".join(found.groups())):
        return Found(day, "url")
    named = _URL_NAMED.search(url or "")
    printed = stamps(f"{named[3]} {named[2]} {named[1]}") if named else []
    return Found(printed[0].value, "url") if printed else None


def iso(value: str | None, month_first: bool = False) -> str | None:
    """A machine's date as ISO 8601, with a time and an offset only where it has them; seconds since 1970 as well."""
    if not value:
        return None
    if wordy := _WORDY.match(value):
        value = f"{wordy[2]} {wordy[3]}, {wordy[1]}"
    if epoch := _EPOCH.match(value):
        return datetime.fromtimestamp(int(epoch[1]), UTC).isoformat()
    found = _ISO_DAY.match(value)
    if found is None:
        printed = stamps(value, month_first)
        return printed[0].value if printed else None
    year, month, day, hour, minute, second, zone = found.groups()
    if not _valid(f"{year}-{month}-{day}"):
        return None
    time = f"T{hour}:{minute}" + (f":{second}" if second else "") if hour else ""
    zone = "+00:00" if zone and zone[0].isalpha() else (zone if not zone or ":" in zone else zone[:3] + ":" + zone[3:])
    return f"{year}-{month}-{day}{time}{zone or ''}"


def writes_month_first(tree: Element, found: Sequence[Block], url: str | None) -> bool:
    """Whether "3/4/2024" is in March: by the page's own time elements and clear dates, else for English pages of addresses without a country."""
    for element in tree.iter("time"):
        day, text = iso(element.get("datetime")), text_of(element)
        first, second = ([s.value for s in stamps(text, order)[:1]] for order in (True, False))
        if day and first != second and day[:10] in (first[0][:10], second[0][:10]):
            return day[:10] == first[0][:10]
    seen = [order for b in found if len(b.text) < 200 and "/" in b.text for order in orders(b.text)]
    if seen:
        return sum(seen) * 2 > len(seen)
    host = re.sub(r"^[a-z]+://([^/:?#]+).*$", r"\1", url or "", flags=re.IGNORECASE | re.DOTALL).lower()
    return (tree.get("lang") or "en").lower().startswith("en") and host.endswith(_CENTRAL)


def _valid(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _apart(a: str, b: str) -> int:
    """Days between two moments."""
    return abs((date.fromisoformat(a[:10]) - date.fromisoformat(b[:10])).days)
