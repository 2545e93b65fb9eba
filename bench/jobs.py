"""How much faster two processes read and clean than one: `python bench/jobs.py [--pages 400] [--turns 3]`.

Makes a WARC.gz of the pages of extraction/*.jsonl.gz under RETOLD_DATA (default ../shared), each as often as it takes, and reads it the way `retold
trace` does: `engine.read_pages` with 1 and 2 jobs in turns, keeping the readings in a store. Every turn is a process of its own and counts its
start-up. Prints pages a second (the best turn, since other work slows some), the ratio, the ratio that two processors with nothing else to do
would give at most (by the processor time that all processes took), and the load of the machine.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, response

from clean import pages

WANTED = 1.7


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory() as scratch:
        archive = Path(scratch) / "bench.warc.gz"
        make_archive(archive, options.pages)
        turns: dict[int, list[dict[str, float]]] = {1: [], 2: []}
        for jobs in islice(cycle(turns), 2 * options.turns):
            turns[jobs].append(_turn(archive, jobs))
            print(json.dumps(turns[jobs][-1]), file=sys.stderr)
    best = {jobs: max(taken, key=lambda turn: turn["pages_per_second"]) for jobs, taken in turns.items()}
    one, two = best[1], best[2]
    ratio = two["pages_per_second"] / one["pages_per_second"]
    bound = 2 * one["processor_seconds"] / two["processor_seconds"]
    print(
        f"{options.pages} pages | 1 job {one['pages_per_second']:.1f} pages/s | 2 jobs {two['pages_per_second']:.1f} pages/s | ratio {ratio:.2f}"
        f" (wanted {WANTED}; two free processors would give {bound:.2f}) | load {os.getloadavg()[0]:.1f}"
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=400)
    parser.add_argument("--turns", type=int, default=3, help="how often with each number of jobs")
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--jobs", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.read:
        print(json.dumps(read_archive(options.read, options.jobs)))
        raise SystemExit
    return options


def _turn(archive: Path, jobs: int) -> dict[str, float]:
    command = [sys.executable, __file__, "--read", str(archive), "--jobs", str(jobs)]
    found: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True, start_new_session=True).stdout)
    return found


def make_archive(path: Path, count: int) -> None:
    """Writes that many pages, the sample over and over, each with a last line of its own."""
    sample = list(islice(pages(), count))
    if not sample:
        raise SystemExit("no pages: set RETOLD_DATA to a folder that holds data/extraction/*.jsonl.gz")
    with path.open("wb") as file:
        for number, (html, url) in enumerate(islice(cycle(sample), count)):
            record = WarcRecord()
            record.init_headers(response)
            record.is_http = True
            record.headers["WARC-Target-URI"] = url or f"https://courier.example/{number}"
            body = f"{html}<!-- {number} -->".encode("utf-8", "replace")
            record.set_bytes_content(b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body)
            writer = GzipWriter(file, compression_level=1)
            record.write(writer)
            writer.finish()


def read_archive(path: Path, jobs: int) -> dict[str, float]:
    """Pages a second by the clock, and the processor seconds of this process and of all that it started."""
    from retold.engine import LocalEngine, read_pages
    from retold.read import read
    from retold.store import Store

    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as scratch, Store(str(Path(scratch) / "bench.db")) as store, LocalEngine(jobs) as engine:
        kept = read_pages(read([str(path)]), engine, keep=lambda batch: store.save_readings(batch, "bench"))
        seconds = time.perf_counter() - start
        spent = spent_by_session()
    return {
        "jobs": jobs,
        "pages_per_second": round(len(kept) / seconds, 2),
        "seconds": round(seconds, 2),
        "processor_seconds": round(spent, 2),
    }


def spent_by_session() -> float:
    """Processor seconds of every process of this session, workers that are nobody's children among them (Linux)."""
    spent = 0
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = status.read_text().rpartition(")")[2].split()
            if int(fields[3]) == os.getsid(0):
                spent += int(fields[11]) + int(fields[12])
    return spent / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
