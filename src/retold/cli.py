"""The commands: one thin function each. Results go to standard output, everything else to standard error.

Exit codes: 0 the run did its job, 1 it could not, 2 it was asked wrongly.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Annotated, Literal

import cyclopts
from cyclopts import Parameter

from retold import commands
from retold.errors import RetoldError, UsageError
from retold.version import __version__

StoreFile = Annotated[Path, Parameter(help="The ledger: one SQLite file.")]
AsJson = Annotated[bool, Parameter(name="--json", negative="", help="Print JSON for programs instead.")]
Evidence = Annotated[Path, Parameter(help="The web archive (WARC) that keeps the pages as they came.")]
Private = Annotated[bool, Parameter(negative="", help="Also ask addresses of this machine and of private networks.")]
Who = Annotated[str | None, Parameter(help="Who decides; you, by default.")]
Because = Annotated[str, Parameter(name=["--why", "-m"], help="The reason, for those who come later.")]
DEFAULT_STORE = Path("retold.db")
DEFAULT_EVIDENCE = Path("retold.warc.gz")

WORK = cyclopts.Group("Bring pages in", sort_key=1)
LOOK = cyclopts.Group("Look at what was found", sort_key=2)
GIVE = cyclopts.Group("Pass it on", sort_key=3)
KEEP = cyclopts.Group("Decide and keep in order", sort_key=4)

app = cyclopts.App(
    name="retold",
    version=__version__,
    help="How a news story was retold: who told it first, who copied whom, how many independent origins stand behind each claim, and what changed on the way.",
    help_epilogue="Try it: retold demo",
    result_action="return_value",
    suppress_keyboard_interrupt=False,  # `run` says what is kept
)


@app.command(group=WORK)
def trace(
    *paths: str,
    store: StoreFile = DEFAULT_STORE,
    json: Annotated[
        Path | None, Parameter(allow_leading_hyphen=True, help="Write the whole ledger as JSON; - means standard output.")
    ] = None,
    jobs: Annotated[int, Parameter(help="Processes to share the work among; 0 means one for each processor.")] = 0,
    until: Annotated[Literal["group", "trace", "all"], Parameter(help="Stop after this step.")] = "all",
    map: Annotated[str | None, Parameter(help="Which columns hold what, for tables: text=body,url=link.")] = None,
) -> int:
    """Read pages, work everything out, and keep it in the ledger.

    Pages are HTML or plain-text files, folders of them, tables, feeds or web archives. Running it again adds only what is new;
    interrupted, it goes on where it stopped.

    Parameters
    ----------
    paths
        Files, folders or globs.

    """
    return commands.trace(paths, store, commands.TraceOptions(json, jobs, until, map))


@app.command(group=LOOK)
def stories(*, store: StoreFile = DEFAULT_STORE, json: AsJson = False) -> int:
    """List the stories: who told each first, how many tellings, how many independent origins."""
    return commands.stories(store, as_json=json)


@app.command(group=LOOK)
def story(id: str, /, *, store: StoreFile = DEFAULT_STORE, json: AsJson = False) -> int:
    """Show one story: the tree of tellings, the claims and their origins, what changed.

    Parameters
    ----------
    id
        The story's id, or its beginning, as `retold stories` shows it.

    """
    return commands.story(id, store, as_json=json)


@app.command(group=LOOK)
def compare(a: str, b: str, /, *, store: StoreFile = DEFAULT_STORE, json: AsJson = False) -> int:
    """Show two articles side by side, with what the later one took and what it changed.

    Parameters
    ----------
    a
        An article: its id, the beginning of it, or the path of its page.
    b
        Another.

    """
    return commands.compare(a, b, store, as_json=json)


@app.command(group=GIVE)
def report(
    id: str,
    /,
    *,
    output: Annotated[Path, Parameter(name=["--output", "-o"], allow_leading_hyphen=True)] = Path("story.html"),
    store: StoreFile = DEFAULT_STORE,
) -> int:
    """Write one story as a single HTML file that needs nothing else.

    Parameters
    ----------
    id
        The story's id, or its beginning.
    output
        The file to write.

    """
    return commands.report(id, output, store)


@app.command(group=LOOK)
def statements(
    file: str,
    /,
    *,
    model: Annotated[Path | None, Parameter(help="A model of your own, made by `retold train statements`.")] = None,
    json: AsJson = False,
) -> int:
    """List who says what in the article of a page, or of each page of a folder.

    Parameters
    ----------
    file
        An HTML or plain-text file, or anything else that `retold trace` reads.

    """
    return commands.statements(file, model, as_json=json)


@app.command(group=LOOK)
def speakers(
    *,
    store: StoreFile = DEFAULT_STORE,
    json: AsJson = False,
    limit: Annotated[int, Parameter(help="Show so many, the most quoted first; 0 shows all.")] = 50,
) -> int:
    """List who is quoted in the collection, how often, and by which outlets."""
    return commands.speakers(store, limit, as_json=json)


@app.command(group=LOOK)
def why(*ids: str, store: StoreFile = DEFAULT_STORE, json: AsJson = False) -> int:
    """Show the way back of a claim to its origins, step by step, or why two articles are, or are not, one story.

    Parameters
    ----------
    ids
        One claim, or two articles: ids, or the beginnings of them; pages' paths for articles.

    """
    return commands.why(ids, store, as_json=json)


@app.command(group=GIVE)
def export(
    *,
    kind: Annotated[str, Parameter(name="--as", help="json, csv, parquet, graphml, gexf, prov or schema (schema.org claims).")],
    output: Annotated[
        Path,
        Parameter(
            name=["--output", "-o"],
            allow_leading_hyphen=True,
            help="The file to write, - for standard output; for csv and parquet a folder, or a file that ends in .zip.",
        ),
    ],
    store: StoreFile = DEFAULT_STORE,
) -> int:
    """Write the ledger for other programs."""
    return commands.export(kind, output, store)


@app.command(group=LOOK)
def serve(
    *,
    store: StoreFile = DEFAULT_STORE,
    host: Annotated[str, Parameter(help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, Parameter(help="The port to listen at.")] = 8000,
) -> int:
    """Show the ledger as a web app on this machine, until Ctrl-C."""
    return commands.serve(store, host, port)


@app.command(group=KEEP)
def merge(*stories: str, store: StoreFile = DEFAULT_STORE, who: Who = None, because: Because = "") -> int:
    """Decide that stories are one; it holds through every later run.

    Parameters
    ----------
    stories
        Two or more stories: their ids, or the beginnings of them.

    """
    return commands.merge(stories, store, commands.By(who, because))


@app.command(group=KEEP)
def split(*articles: str, store: StoreFile = DEFAULT_STORE, who: Who = None, because: Because = "") -> int:
    """Decide that articles are a story of their own.

    Parameters
    ----------
    articles
        Articles: their ids, the beginnings of them, or their pages' paths.

    """
    return commands.split(articles, store, commands.By(who, because))


@app.command(group=KEEP)
def move(article: str, story: str, /, *, store: StoreFile = DEFAULT_STORE, who: Who = None, because: Because = "") -> int:
    """Decide that an article belongs to another story.

    Parameters
    ----------
    article
        The article: its id, the beginning of it, or its page's path.
    story
        The story that it goes to.

    """
    return commands.move(article, story, store, commands.By(who, because))


@app.command(group=KEEP)
def undo(decision: str, /, *, store: StoreFile = DEFAULT_STORE, who: Who = None, because: Because = "") -> int:
    """Take a decision back.

    Parameters
    ----------
    decision
        Its id, or the beginning of it, as `retold decisions` shows it.

    """
    return commands.undo(decision, store, commands.By(who, because))


@app.command(group=KEEP)
def decisions(*, store: StoreFile = DEFAULT_STORE, json: AsJson = False) -> int:
    """List what people decided: who, when and why."""
    return commands.decisions(store, as_json=json)


@app.command(group=KEEP)
def check(*, store: StoreFile = DEFAULT_STORE) -> int:
    """Check that a ledger is sound: the file, its references, its spans."""
    return commands.check(store)


@app.command(group=WORK)
def fetch(
    *urls: str,
    store: StoreFile = DEFAULT_STORE,
    warc: Evidence = DEFAULT_EVIDENCE,
    allow_private: Private = False,
) -> int:
    """Fetch pages politely, keep them as they came in a web archive, and trace them.

    Parameters
    ----------
    urls
        Addresses of pages.

    """
    return commands.fetch_pages(urls, store, commands.FetchOptions(warc, allow_private))


@app.command(group=WORK)
def watch(
    *feeds: str,
    store: StoreFile = DEFAULT_STORE,
    warc: Evidence = DEFAULT_EVIDENCE,
    every: Annotated[float, Parameter(help="Seconds between two rounds.")] = 900.0,
    rounds: Annotated[int | None, Parameter(help="Stop after so many rounds; without it, Ctrl-C does.")] = None,
    allow_private: Private = False,
) -> int:
    """Poll feeds politely and trace what is new, until Ctrl-C.

    Parameters
    ----------
    feeds
        Addresses of RSS, Atom or JSON feeds or of OPML lists, or OPML files.

    """
    return commands.watch_feeds(feeds, store, commands.FetchOptions(warc, allow_private, every, rounds))


@app.command(group=WORK)
def demo(*, output: Annotated[Path | None, Parameter(name=["--output", "-o"], help="Where the HTML report goes.")] = None) -> int:
    """Trace a bundled sample of invented news, print the story and write its HTML report."""
    return commands.demo(output)


train = cyclopts.App(name="train", help="Teach Retold from your own annotated data.", group=KEEP)
app.command(train)


@train.command(name="statements")
def train_statements(data: Path, /, *, output: Annotated[Path, Parameter(name=["--output", "-o"])] = Path("statements.model")) -> int:
    """Learn who says what from annotated articles; needs the extra retold[learn].

    Parameters
    ----------
    data
        JSON Lines (also .gz): objects with "text" and "attributions", each with lists of character spans "source", "cue", "content".
    output
        The file that the model goes to.

    """
    return commands.train_statements(data, output)


def main() -> None:
    """Run the command line and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter gets a question mark, not the end of the run
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    asked = [*arguments[1:], "--help"] if arguments[:1] == ["help"] else arguments
    try:
        answer = app(asked, print_error=False, exit_on_error=False)
    except cyclopts.CycloptsError as error:
        return complain(misunderstood(error), 2)
    except UsageError as error:
        return complain(str(error), 2)
    except RetoldError as error:
        return complain(str(error), 1)
    except KeyboardInterrupt:
        return complain("stopped. What was read is kept; run the same command again to go on.", 1)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has left: nothing to say, and nobody to say it to
        return 1
    return answer if isinstance(answer, int) else 0


def misunderstood(error: cyclopts.CycloptsError) -> str:
    """What is wrong with the words of a command, and where to read on."""
    command = " ".join(["retold", *(error.command_chain or ())])
    if isinstance(error, cyclopts.MissingArgumentError) and error.argument:
        said = f"{command} needs {error.argument.name}."
    elif isinstance(error, cyclopts.UnusedCliTokensError):
        said = f"{command} has no use for {' '.join(error.unused_tokens or ())}."
    else:
        said = str(error)
    return f"{said} See: {command} --help"


def complain(message: str, code: int) -> int:
    sys.stderr.write(f"retold: {message}\n")
    return code


if __name__ == "__main__":
    main()
