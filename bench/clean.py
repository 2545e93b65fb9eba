"""How fast pages are cleaned, against bare trafilatura on the same pages in the same run: `python bench/clean.py [PAGES]`.

Reads extraction/*.jsonl.gz under RETOLD_DATA (default ../shared/data); takes turns page by page, so that a busy machine slows both alike; counts
processor time. Each side gets the page as a string and its address. What each does in its turn:

- clean: body, furniture by kind, credits, title, byline, outlet, dates, section, language. It cannot be asked for less.
- trafilatura's body: `extract(html, url=url)`, its own default: the text, with its two fallback algorithms; no facts.
- trafilatura's body and facts: `extract(html, url=url, with_metadata=True)`: the same and title, author, site, date, tags. This is the same work.

Prints pages a second of each and the ratio of ours to both of theirs; the first is the one that is wanted.
"""

from __future__ import annotations

import gzip
import json
import logging
import os
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import trafilatura

from retold.clean import clean
from retold.types import Page

WANTED = 0.8
# What is loaded lazily (models, tables of outlets and languages) is loaded before the clock starts.
WARM_UP = (
    f"<html><body><p>ESTMARK (Reuters) - {'The ferry left the quay at six in the morning, said the harbour master. ' * 9}</p></body></html>",
    f"<html><body><p>{'De veerboot vertrok om zes uur van de kade, zei de havenmeester gisteren tegen de krant. ' * 9}</p></body></html>",
)


def pages() -> Iterator[tuple[str, str | None]]:
    """HTML and address of every page of the extraction sets, a set after the other in turns."""
    base = Path(os.environ.get("RETOLD_DATA", "../shared"))
    for path in sorted((*base.glob("data/extraction/*.jsonl.gz"), *base.glob("extraction/*.jsonl.gz"))):
        with gzip.open(path, "rt", encoding="utf-8") as rows:
            for line in rows:
                row = json.loads(line)
                yield row["html"], row.get("url")


def main() -> None:
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    most = int(sys.argv[1]) if len(sys.argv) > 1 else None
    for html in WARM_UP:
        for side in SIDES.values():
            side(html, "https://courier.example/2024/03/11/ferry")
    spent = dict.fromkeys(SIDES, 0.0)
    count = 0
    for html, url in islice(pages(), most):
        for name, side in SIDES.items():
            begin = time.process_time()
            side(html, url)
            spent[name] += time.process_time() - begin
        count += 1
    if not count:
        print("no pages: set RETOLD_DATA to a folder that holds data/extraction/*.jsonl.gz")
        return
    rates = " | ".join(f"{name} {count / seconds:.1f} pages/s" for name, seconds in spent.items())
    ours, body, facts = spent.values()
    print(f"{count} pages | {rates} | ratio {body / ours:.2f} (wanted {WANTED}), with facts on both sides {facts / ours:.2f}")


SIDES: dict[str, Callable[[str, str | None], object]] = {
    "clean": lambda html, url: clean(Page(path="page", content=html, url=url)),
    "trafilatura's body": lambda html, url: trafilatura.extract(html, url=url),
    "trafilatura's body and facts": lambda html, url: trafilatura.extract(html, url=url, with_metadata=True),
}


if __name__ == "__main__":
    main()
