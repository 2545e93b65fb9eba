"""How fast a web archive is read and how much memory that takes.

    python bench/read.py [--gigabytes 0.05] [--plain] [--keep FILE]

Makes a WARC.gz (one member a record, as Common Crawl ships it) of pages of our own writing until it holds that many gigabytes of
records, reads it in a process of its own with `retold.read`, and prints pages a second and the most memory that process held.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, response

_WORDS = (
    "ferry harbour minister court storm bridge council report police border river market school engine witness village vote "
    "said told sank burned opened closed reached warned denied confirmed near before after against along the a of in on by with"
).split()


def main() -> None:
    """Makes the archive, reads it in another process, prints one line of JSON."""
    options = _options()
    with tempfile.TemporaryDirectory() as scratch:
        archive = options.keep or Path(scratch) / ("bench.warc" if options.plain else "bench.warc.gz")
        pages = make_archive(archive, int(options.gigabytes * 1e9))
        child = subprocess.run([sys.executable, __file__, "--read", str(archive)], check=True, capture_output=True, text=True)
        print(json.dumps({"file_mb": round(archive.stat().st_size / 1e6), "made": pages, **json.loads(child.stdout)}))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gigabytes", type=float, default=0.05)
    parser.add_argument("--plain", action="store_true", help="no gzip: then the file itself has that size")
    parser.add_argument("--keep", type=Path, help="where to keep the archive")
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.read:
        print(json.dumps(read_archive(options.read)))
        raise SystemExit
    return options


def make_archive(path: Path, size: int) -> int:
    """Writes pages until the records have `size` bytes; how many there are."""
    written = count = 0
    with path.open("wb") as file:
        for content in pages():
            record = WarcRecord()
            record.init_headers(response)
            record.is_http = True
            record.headers["WARC-Target-URI"] = f"https://courier.example/{count}"
            record.set_bytes_content(b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + content)
            if path.suffix == ".gz":
                writer = GzipWriter(file, compression_level=1)
                record.write(writer)
                writer.finish()
            else:
                record.write(file)
            written, count = written + len(content), count + 1
            if written >= size:
                break
    return count


def pages() -> Iterator[bytes]:
    """Pages of 20 to 200 kB, as news pages have them: an article, much markup around it."""
    chance = random.Random(7)
    while True:
        paragraphs = "".join(f"<p>{' '.join(chance.choices(_WORDS, k=60))}.</p>" for _ in range(chance.randint(8, 40)))
        around = f"<div class='related'><a href='/{chance.random()}'>More</a></div>" * chance.randint(300, 2500)
        yield f"<!doctype html><html><head><title>Page</title></head><body><article>{paragraphs}</article>{around}</body></html>".encode()


def read_archive(path: Path) -> dict[str, float]:
    """Pages a second and the peak of memory, in MB, of this process."""
    from retold.read import read
    from retold.types import Page

    start = time.perf_counter()
    count = size = 0
    for item in read([str(path)]):
        count += isinstance(item, Page)
        size += len(item.content) if isinstance(item, Page) else 0
    seconds = time.perf_counter() - start
    return {
        "pages": count,
        "seconds": round(seconds, 2),
        "pages_per_second": round(count / seconds),
        "mb_per_second": round(size / 1e6 / seconds),
        "peak_memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


if __name__ == "__main__":
    main()
