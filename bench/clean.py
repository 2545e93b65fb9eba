"""How fast pages are cleaned, against bare trafilatura on the same pages in the same run: `python bench/clean.py [PAGES]`.

Reads extraction/*.jsonl.gz under RETOLD_DATA (default ../shared/data); takes turns page by page, so that a busy machine slows both alike; counts
processor time. Prints pages a second of both and their ratio.
"""

from __future__ import annotations

import gzip
import json
import logging
import os
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import trafilatura

from retold.clean import clean
from retold.types import Page

WANTED = 0.8
# What is loaded lazily (models, tables of outlets and languages) is loaded before the clock starts.
WARM_UP = (
    f"<html><body><p>ESTMARK (Reuters) - {'The ferry left the quay at six in the morning, said the harbour master. ' * 9}</p></body></html>"
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
    ours = theirs = 0.0
    count = 0
    clean(Page(path="warm-up", content=WARM_UP))
    for html, url in islice(pages(), most):
        begin = time.process_time()
        clean(Page(path="page", content=html, url=url))
        middle = time.process_time()
        trafilatura.extract(html, url=url)
        theirs += time.process_time() - middle
        ours += middle - begin
        count += 1
    if not count:
        print("no pages: set RETOLD_DATA to a folder that holds data/extraction/*.jsonl.gz")
        return
    ratio = theirs / ours
    print(
        f"{count} pages | clean {count / ours:.1f} pages/s | trafilatura {count / theirs:.1f} pages/s | ratio {ratio:.2f} (wanted {WANTED})"
    )


if __name__ == "__main__":
    main()
