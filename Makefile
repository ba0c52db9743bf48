# Everything sets itself up: the first target creates .venv, and a changed pyproject.toml renews it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help demo test lint types imports rules check accuracy bench bench-beside screenshots reference docs clean

# Labelled cases, which are not part of the checkout, and invented ones for strength, polarity and attribution.
CASES ?=
TRAINING ?= $(wildcard training/*)

BENCH = $(if $(CORPUS),--corpus '$(CORPUS)') $(if $(SIZE),--size $(SIZE)) $(if $(SAMPLE),--sample $(SAMPLE)) $(if $(RUNS),--runs $(RUNS))

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /make \1: /p' Makefile

$(INSTALLED): pyproject.toml
	@echo "Installing claimlint and its language model into $(VENV): a minute or two, once."
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

# The day is fixed, because certificates and launch dates decide some findings: the demonstration shows the same ones in any year.
demo: $(INSTALLED) ## check the example campaign
	@status=0; \
	$(BIN)/claimlint check --as-of 2026-11-23 examples/campaign || status=$$?; \
	if [ $$status -gt 1 ]; then echo "The check did not finish (exit status $$status)." >&2; exit $$status; fi; \
	echo; echo "The check ended with status $$status. 1 is intended here: findings block this copy, and examples/README.md explains each."

test: $(INSTALLED) ## run every test
	$(BIN)/python -m pytest

lint: $(INSTALLED) ## style and formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/shellcheck .ci/run

types: $(INSTALLED) ## types, strictly
	$(BIN)/mypy --strict

imports: $(INSTALLED) ## does each stage know only the stages before it?
	$(BIN)/lint-imports

rules: $(INSTALLED) ## run the examples that every rule carries
	$(BIN)/claimlint rules test

check: lint types imports rules test ## all of the above

accuracy: $(INSTALLED) ## measure accuracy: make accuracy CASES='../cases/*'; WRITE=1 writes docs/accuracy.md
	@$(BIN)/python scripts/accuracy.py $(CASES) --training $(TRAINING) $(if $(WRITE),--write)

bench: $(INSTALLED) ## speed as ratios, on made text or with CORPUS=folder; RUNS=5, SIZE=1 and SAMPLE=1 in megabytes, ONLY="starts growth"
	@$(BIN)/python -m benchmarks $(BENCH) $(if $(ONLY),--only $(ONLY))

bench-beside: $(INSTALLED) ## speed beside proselint, textlint, alex and write-good, which it installs below build/ with pip and npm
	@$(BIN)/python -m benchmarks $(BENCH) --only beside

screenshots: $(INSTALLED) ## make the pictures of the HTML report in docs/images again; needs Chromium
	@$(BIN)/python scripts/screenshots.py

reference: $(INSTALLED) ## write the pages of docs/reference anew, from the data
	@$(BIN)/python scripts/reference.py

docs: $(INSTALLED) reference ## build the documentation as a site, in build/docs
	@$(BIN)/python -m sphinx -E -a -W --keep-going -n -q -b html docs build/docs
	@echo "The site is built: open build/docs/index.html"

clean: ## remove what the other targets made
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find action benchmarks claimlint scripts tests -name __pycache__ -type d -prune -exec rm -rf {} +
