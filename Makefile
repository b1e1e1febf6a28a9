# The commands of this project. `make run` and `make test` are all you need; both do the set-up first.

BIN := .venv/bin
PYTEST_OPTIONS ?=
# `make test COVERAGE=1` also counts which lines ran, and fails under the limit in pyproject.toml
ifdef COVERAGE
PYTEST_OPTIONS += --cov --cov-report=term
endif

.DEFAULT_GOAL := help
.PHONY: help setup run test test-browsers check lint format benchmark faults lock images translations wheel clean

help:  ## show these lines
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 16

setup:  ## virtual environment, packages and system libraries
	@scripts/setup.sh

run:  ## open the program (without a display: show it by itself, offscreen)
	@scripts/run.sh

test: check  ## everything that must be in order: checks, tests (share packets in Chromium), content
	@scripts/browsers.sh chromium
	# one order of sets, so that all processes find the same tests
	PYTHONHASHSEED=0 $(BIN)/python -m pytest --numprocesses=auto --dist=loadfile $(PYTEST_OPTIONS)
	$(BIN)/logbook exercises check

test-browsers: setup  ## share packets in Chromium and Firefox, Word files in LibreOffice
	@scripts/browsers.sh chromium firefox writer
	LOGBOOK_BROWSERS="chromium firefox" LOGBOOK_WRITER=1 $(BIN)/python -m pytest tests/browser

check: lint  ## lint, types and who may import whom
	$(BIN)/mypy
	$(BIN)/lint-imports

lint: setup  ## style and layout of the code
	$(BIN)/ruff check
	$(BIN)/ruff format --check

format: setup  ## put the code in our layout
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

benchmark: setup  ## measure the goals of benchmarks/README.md
	$(BIN)/python -m benchmarks

faults: setup  ## the long version of the fault tests: 200 kills during typing
	LOGBOOK_KILLS=200 $(BIN)/python -m pytest -m fault

lock: setup  ## renew the lock files from pyproject.toml
	scripts/lock.sh

images: setup  ## renew the pictures in docs/images and docs/beelden
	$(BIN)/python -m scripts.make_images

translations: setup  ## compile the Dutch words that Qt leaves in English
	$(BIN)/pyside6-lrelease -silent logbook/ui/assets/translations/qt_rest_nl.ts -qm logbook/ui/assets/translations/qt_rest_nl.qm

wheel: setup  ## build the installable package in dist/
	$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --no-index --wheel-dir dist .

clean:  ## remove the virtual environment and what the tools left behind
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage htmlcov
