"""How fast grouping is, and how well it holds on streams of any size: bench/group.py [ARTICLES ...] [--side-by-side] [--profile] [--index].

Makes synthetic news with known stories (Zipfian words, names, places, copies, look-alike events, singletons, dates), groups it on
one core, and prints articles a second, growth when the number doubles, BCubed F1, peak memory, and the floor: merely cutting the text into words.
Articles are made as they are read, so that a million of them need no memory; the time of making them is not counted.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import random
import resource
import tempfile
import time
from bisect import bisect
from collections import Counter
from collections.abc import Iterator, MutableMapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate, islice
from pathlib import Path

from retold.group import GroupIndex, group
from retold.group.vocabulary import words_of
from retold.types import Article, Story

# A stream of about 500 articles a day, as a monitor of some dozen outlets sees it.
PER_DAY = 500
WORDS = 400
VOCABULARY = 60_000
START = datetime(2024, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Event:
    """What a story is about: its kind's words are shared with look-alikes, the rest is its own."""

    kind: int
    names: tuple[str, ...]
    words: tuple[str, ...]
    numbers: tuple[str, ...]
    start: datetime


class Newsroom:
    """Makes the same news from the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.words = [self._syllables(i) for i in range(VOCABULARY)]
        self.weights = list(accumulate(1 / (rank + 3) for rank in range(VOCABULARY)))
        self.kinds = [tuple(self.random.sample(self.words[300:8000], 40)) for _ in range(60)]
        self.places = [word.capitalize() for word in self.random.sample(self.words[2000:], 3000)]
        self.people = [word.capitalize() for word in self.random.sample(self.words[2000:], 20_000)]

    @staticmethod
    def _syllables(number: int) -> str:
        consonants, vowels, word = "bdfgklmnprstvz", "aeiou", ""
        number += 71
        while number:
            number, rest = divmod(number, 70)
            word += consonants[rest % 14] + vowels[rest // 14]
        return word

    def stream(self, articles: int) -> Iterator[tuple[Article, int]]:
        """Articles with the number of their story: half of the stories are singletons, one in a hundred has dozens of articles."""
        made, story = 0, 0
        past: list[Event] = []
        while made < articles:
            event = self._event(START + timedelta(days=made / PER_DAY), past)
            past = [*past[-30:], event]
            size = min(self._size(), articles - made)
            for article in self._tellings(event, size, story):
                yield article, story
            made += size
            story += 1

    def _size(self) -> int:
        return 1 if self.random.random() < 0.5 else min(60, 2 + int(self.random.paretovariate(1.1)))

    def _event(self, start: datetime, past: list[Event]) -> Event:
        """One event in four looks like one of the days before: the same kind, sometimes the same place."""
        model = self.random.choice(past) if past and self.random.random() < 0.25 else None
        place = model.names[0] if model and self.random.random() < 0.5 else self.random.choice(self.places)
        kind = model.kind if model else self.random.randrange(len(self.kinds))
        people = tuple(self.random.sample(self.people, 5))
        numbers = tuple(str(self.random.randint(2, 999)) for _ in range(3))
        return Event(kind, (place, *people), tuple(self.random.sample(self.words[500:20_000], 25)), numbers, start)

    def _tellings(self, event: Event, size: int, story: int) -> Iterator[Article]:
        texts: list[str] = []
        for number in range(size):
            text = self._text(event) if not texts or self.random.random() < 0.6 else self._copied(self.random.choice(texts))
            texts.append(text)
            published = (event.start + timedelta(hours=self.random.expovariate(1 / 15))).isoformat() if self.random.random() < 0.9 else None
            title = " ".join([*event.names[:2], *self.random.sample(event.words[:12], 4)]) if self.random.random() < 0.9 else None
            yield Article.from_text(text, id=f"{story}-{number}", title=title, published=published)

    def _text(self, event: Event) -> str:
        words = [self.words[bisect(self.weights, self.random.random() * self.weights[-1])] for _ in range(WORDS - 130)]
        own = [*self.random.choices(event.names, k=40), *self.random.choices(event.words, k=45), *self.random.choices(event.numbers, k=5)]
        shared = self.random.choices(self.kinds[event.kind], k=40)
        body = words + own + shared
        self.random.shuffle(body)
        lead = [*event.names[:3], *self.random.sample(event.words, 8), event.numbers[0], *self.random.sample(self.kinds[event.kind], 6)]
        return " ".join(lead + body)

    def _copied(self, text: str) -> str:
        """A copy with some words changed and the end cut off."""
        words = text.split()
        for place in self.random.sample(range(len(words)), len(words) // 20):
            words[place] = self.random.choice(self.words)
        return " ".join(words[: self.random.randint(len(words) // 2, len(words))])


def bcubed(true: list[int], made: list[int]) -> float:
    """BCubed F1 (Bagga and Baldwin 1998)."""
    both, by_true, by_made = Counter(zip(true, made, strict=True)), Counter(true), Counter(made)
    precision = sum(count * count / by_made[m] for (_, m), count in both.items()) / len(true)
    recall = sum(count * count / by_true[t] for (t, _), count in both.items()) / len(true)
    return 2 * precision * recall / (precision + recall)


class Metered:
    """A stream of articles, with the seconds that making them and cutting them into words took, and their stories."""

    def __init__(self, articles: int) -> None:
        self.stream = Newsroom(7).stream(articles)
        self.making = self.floor = 0.0
        self.story: dict[str, int] = {}

    def __iter__(self) -> Iterator[Article]:
        while True:
            start = time.process_time()
            article, story = next(self.stream, (None, 0))
            if article is None:
                return
            made = time.process_time()
            words_of(article.text)
            self.story[article.id] = story
            cut = time.process_time()
            self.making += cut - start
            self.floor += cut - made
            yield article


def timed(articles: int, *, index: bool) -> float:
    """Seconds that grouping a stream of so many articles takes; prints what there is to know."""
    stream = Metered(articles)
    start = time.process_time()
    stories = indexed(stream) if index else group(stream)
    seconds = time.process_time() - start - stream.making
    made = {article: number for number, story in enumerate(stories) for article in story.articles}
    quality = bcubed(list(stream.story.values()), [made[article] for article in stream.story])
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    floor = stream.floor
    print(
        f"{articles:>9} articles  {seconds:7.1f} s  {articles / seconds:6.0f} articles/s  floor {floor:5.1f} s ({seconds / floor:.1f}x)"
        f"  BCubed F1 {quality:.3f}  stories {len(stories)} of {len(set(stream.story.values()))}  peak {memory:.2f} GiB",
        flush=True,
    )
    return seconds


def indexed(stream: Metered) -> Sequence[Story]:
    """Day after day into an index that keeps older days on disk."""
    with tempfile.TemporaryDirectory() as folder:
        index = GroupIndex(away=Files(Path(folder)))
        articles = iter(stream)
        while batch := list(islice(articles, 10 * PER_DAY)):
            index.add(batch)
        return index.stories


class Files(MutableMapping[int, bytes]):
    """Bytes by number, each in a file of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __getitem__(self, number: int) -> bytes:
        if number not in self:
            raise KeyError(number)
        return (self.folder / str(number)).read_bytes()

    def __setitem__(self, number: int, data: bytes) -> None:
        (self.folder / str(number)).write_bytes(data)

    def __delitem__(self, number: int) -> None:
        (self.folder / str(number)).unlink()

    def __contains__(self, number: object) -> bool:
        return (self.folder / str(number)).exists()

    def __iter__(self) -> Iterator[int]:
        return (int(path.name) for path in self.folder.iterdir())

    def __len__(self) -> int:
        return len(list(self.folder.iterdir()))


def side_by_side(articles: int) -> None:
    """The same stream by scikit-learn's TF-IDF and agglomerative clustering (average linkage, cosine): quadratic in memory."""
    from sklearn.cluster import AgglomerativeClustering
    from sklearn.feature_extraction.text import TfidfVectorizer

    stream = list(Newsroom(7).stream(articles))
    start = time.process_time()
    matrix = TfidfVectorizer(sublinear_tf=True).fit_transform([f"{article.title or ''} {article.text}" for article, _ in stream])
    distances = 1 - (matrix @ matrix.T).toarray()
    labels = AgglomerativeClustering(None, metric="precomputed", linkage="average", distance_threshold=0.78).fit_predict(distances)
    seconds = time.process_time() - start
    quality = bcubed([story for _, story in stream], labels.tolist())
    print(
        f"{articles:>9} articles  {seconds:7.1f} s  {articles / seconds:6.0f} articles/s  scikit-learn  BCubed F1 {quality:.3f}", flush=True
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="*", type=int, default=[5000, 10_000, 20_000])
    parser.add_argument("--side-by-side", action="store_true", help="also scikit-learn, up to 10,000 articles")
    parser.add_argument("--index", action="store_true", help="batch after batch into an index that keeps older days on disk")
    parser.add_argument("--profile", action="store_true", help="where the time goes, for the last size")
    asked = parser.parse_args()
    before: tuple[int, float] | None = None
    for articles in asked.articles:
        seconds = timed(articles, index=asked.index)
        if before and articles == 2 * before[0]:
            print(f"          doubling costs {seconds / before[1]:.2f} times")
        if asked.side_by_side and articles <= 10_000:
            side_by_side(articles)
        before = articles, seconds
    if asked.profile:
        news = [article for article, _ in Newsroom(7).stream(asked.articles[-1])]
        with cProfile.Profile() as profile:
            group(news)
        pstats.Stats(profile).sort_stats("cumulative").print_stats(30)


if __name__ == "__main__":
    main()
