# Everything a developer or a new machine needs. Works with make, python3 (3.11 or newer) and
# python3-venv alone; uv is used where it is on the PATH, because it is faster.

VENV := .venv
BIN := $(VENV)/bin
PYTEST := $(BIN)/pytest -n 2 -m "not browser"
# Packages that know no database: once is enough.
PURE := documents intake lawbook
EXPORT := uv export --frozen --quiet --no-emit-project
# Reads and checks the whole law once, and keeps it beside the compiled files.
READ_LAW := $(BIN)/vinhdanh law check > /dev/null
PIP := $(BIN)/pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help run install dev check test test-sqlite test-postgres test-browser lock
.DELETE_ON_ERROR:

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' Makefile | awk -F'|' '{printf "make %-14s %s\n", $$1, $$2}'

run: install ## Start the program with demonstration data, for looking around
	@$(BIN)/vinhdanh demo --serve

# --- packages: a stamp in the environment remembers what was installed -----------------------

install: $(VENV)/.run-stamp ## Install what the program needs to run
dev: $(VENV)/.dev-stamp ## Install what its developers need as well

$(VENV)/.run-stamp: pyproject.toml uv.lock requirements.txt
	@if command -v uv >/dev/null; then uv sync --frozen --inexact --no-dev; \
	else $(MAKE) --no-print-directory pip-install LIST=requirements.txt; fi
	@$(READ_LAW)
	@touch $@

$(VENV)/.dev-stamp: pyproject.toml uv.lock requirements-dev.txt
	@if command -v uv >/dev/null; then uv sync --frozen --inexact; \
	else $(MAKE) --no-print-directory pip-install LIST=requirements-dev.txt; fi
	@$(READ_LAW)
	@touch $(VENV)/.run-stamp $@

.PHONY: pip-install
pip-install:
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; this is `python3 --version`." >&2; exit 1; }
	@echo "Installing the packages of $(LIST) into $(VENV); the first time takes about a minute."
	@test -x $(BIN)/pip || python3 -m venv --clear $(VENV)
	@$(PIP) install --require-hashes -r $(LIST)
	@$(PIP) install --no-deps --editable .

# --- checks and tests ------------------------------------------------------------------------

check: dev ## Format, lint, types, import contracts, migrations, lock files
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	find src -name '*.html' -exec $(BIN)/djade --check --target-version 5.2 {} +
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/vinhdanh manage makemigrations --check --dry-run
	$(BIN)/uv lock --check
	$(BIN)/$(EXPORT) --no-dev | diff requirements.txt -
	$(BIN)/$(EXPORT) | diff requirements-dev.txt -

test: test-sqlite test-postgres ## Every test but the browser's, on SQLite and on PostgreSQL

test-sqlite: dev ## ... on SQLite
	$(PYTEST)

test-postgres: dev ## ... on a throw-away PostgreSQL, where its programs are installed
	$(BIN)/python tests/postgres.py $(PYTEST) $(PURE:%=--ignore=tests/%)

test-browser: dev ## Walk through the pages in the system's Chromium
	$(BIN)/pytest -m browser

lock: dev ## Resolve the packages anew and write the three lock files
	$(BIN)/uv lock
	$(BIN)/$(EXPORT) --no-dev > requirements.txt
	$(BIN)/$(EXPORT) > requirements-dev.txt
