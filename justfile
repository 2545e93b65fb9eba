# The tasks of the house: `just` lists them.

default:
    @just --list

# install everything into .venv
install:
    .ci/install --all-extras

# all tests
test *args:
    .venv/bin/pytest {{args}}

# style and types
lint:
    .venv/bin/ruff check .
    .venv/bin/ruff format --check .

# put the style right
format:
    .venv/bin/ruff check --fix .
    .venv/bin/ruff format .

# strict types
types:
    .venv/bin/mypy

# quality against its floor (data under RETOLD_DATA, see docs/measuring.md)
eval *args:
    .venv/bin/python eval/run.py {{args}}

# speed and memory, one bench or all: just bench group
bench name="*":
    for bench in bench/{{name}}.py; do .venv/bin/python $bench; done

# the app in the browser
serve:
    .venv/bin/retold serve
