# specmill's own tasks; `make help` lists them.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
READY := $(VENV)/.generates
JOBS ?= 2

.DEFAULT_GOAL := help
.PHONY: help install generate check lint format types test live frameworks fuzz golden corpus corpus-openapi corpus-directory corpus-names histories docs docs-pages docs-site dist bench soak e2e clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: $(STAMP) ## make .venv with specmill and everything its tests need

# `--no-compile`: Python compiles what is imported, and most of what is installed never is.
$(READY): pyproject.toml # what generation needs, and no more
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --editable .
	@touch $@

$(STAMP): $(READY)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --editable '.[dev]'
	@touch $@

generate: $(READY) ## bring specs/*/openapi.json and generated/ up to date
	@$(BIN)/specmill generate

check: $(READY) ## fail with a diff when generated files are stale; writes nothing
	@$(BIN)/specmill check --rebuild

format: $(STAMP) ## format hand-written code
	@$(BIN)/ruff check --quiet --fix-only generator templates tests docs hatch_build.py
	@$(BIN)/ruff format --quiet generator templates tests docs hatch_build.py

lint: $(STAMP) ## style, import layers, layout, formatting of hand-written and generated code
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/black --quiet --check generator templates generated benchmarks docs hatch_build.py
	@$(BIN)/lint-imports > $(VENV)/lint-imports.log || { cat $(VENV)/lint-imports.log; exit 1; }
	@$(BIN)/python tests/architecture/rooms.py

types: $(STAMP) ## mypy --strict and basedpyright over generator, runtime and generated code
	@$(BIN)/mypy --no-error-summary generator templates/python/runtime generated/python benchmarks docs hatch_build.py
	@$(BIN)/basedpyright --level error > $(VENV)/basedpyright.log || { cat $(VENV)/basedpyright.log; exit 1; }

test: $(STAMP) ## the tests
	@$(BIN)/pytest -q -n $(JOBS)

live: $(STAMP) ## the clients against running servers: KFP_SERVER, PADDLEFLOW_SERVER and PADDLEFLOW_PASSWORD
	@$(BIN)/pytest -q -n 0 -rs tests/live

frameworks: $(STAMP) ## build and call the applications of tests/frameworks, NestJS and Fastify too, whose toolchain is here (Go, Java with Maven, Rust, Node; network once)
	@SPECMILL_FRAMEWORKS=live $(BIN)/pytest -q -n 0 tests/frameworks tests/e2e/test_node_frameworks.py

fuzz: $(STAMP) ## 20,000 documents with one mistake each: files or an error with a place, in 10 minutes
	@PYTHONPATH=tests JOBS=$(JOBS) $(BIN)/python -m mutations

golden: $(STAMP) ## rewrite the expected output of tests/golden
	@SPECMILL_GOLDEN=rewrite $(BIN)/pytest tests/golden

corpus: $(STAMP) ## every Discovery document of Google's wheel through everything; keeps benchmarks/corpus.md
	@PYTHONPATH=tests JOBS=$(JOBS) $(BIN)/python -m corpus

corpus-openapi: $(STAMP) ## real OpenAPI and Swagger specs through everything (network once; Node for Prism); keeps benchmarks/corpus-openapi.md
	@PYTHONPATH=tests JOBS=$(JOBS) $(BIN)/python -m corpus_openapi

corpus-directory: $(STAMP) ## every description of APIs.guru's directory (network once, 400 MB unpacked); keeps benchmarks/corpus-directory.md
	@PYTHONPATH=tests JOBS=$(JOBS) $(BIN)/python -m corpus_openapi.directory

corpus-names: $(STAMP) ## count names that read badly and lists that might be pages (as corpus-directory; EVERY=1 for all of it)
	@PYTHONPATH=tests JOBS=$(JOBS) $(BIN)/python -m corpus_openapi.names $(EVERY)

histories: $(STAMP) ## real updates of specs: `diff` against syntax trees, griffe and oasdiff, if it is installed, and packages generated again (network once; HISTORIES=folder for local files); keeps benchmarks/histories.md
	@PYTHONPATH=tests $(BIN)/python -m histories

docs-pages: $(STAMP) ## pages of docs/ that are made from the code: commands, template variables, the picture
	@$(BIN)/python -m docs.tools

docs-site: $(STAMP) ## the site of the hand-written pages in build/docs-site, on http://127.0.0.1:8001; warnings are errors
	@$(BIN)/python -m docs.tools.site build/docs-site
	@test -n "$(CI)" || $(BIN)/python -m http.server --bind 127.0.0.1 --directory build/docs-site 8001

dist: $(STAMP) ## source archive and wheel in dist/
	@rm -rf dist
	@$(BIN)/python -m hatchling build

docs: $(STAMP) ## the site of generated/docs in build/site; warnings are errors
	@$(BIN)/specmill site

bench: $(STAMP) ## measure against the peers; needs network once (peers, GitHub's spec), Java, Node
	@$(BIN)/python -m benchmarks

soak: $(STAMP) ## 20,000 calls of one async client against a server on loopback that breaks some (minutes)
	@$(BIN)/python -m benchmarks.soak

e2e: $(STAMP) ## against a Prism mock server (needs Node 20 and network once), the site in Chromium, builds on a Dask cluster
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[e2e]'
	@$(BIN)/pytest -rs tests/e2e

clean: ## remove .venv and caches
	@rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
