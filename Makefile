# Two commands set everything up on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
DEMO := demo
GOLD := ../shared/gold

.PHONY: demo test test-postgres lint bench train accuracy translations clean

demo: .venv/base.stamp ## read the bundled documents, print the Indonesia-Australia brief, write its PDF
	$(BIN)/atase demo --folder $(DEMO)

test: lint ## every check and every test
	$(BIN)/pytest

test-postgres: .venv/dev.stamp ## the register's tests on a PostgreSQL of their own (Debian: apt-get install postgresql)
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[server]'
	.ci/postgres tests/register

lint: .venv/dev.stamp ## style, types, migrations, translations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/django-admin makemigrations --check --dry-run --settings atase.register.settings

bench: .venv/dev.stamp ## the figures of docs/benchmarks.md
	for script in benchmarks/*.py; do $(BIN)/python $$script || exit 1; done

train: .venv/train.stamp ## learn the reader's model anew from the training texts and, where it is at hand, the gold set
	$(BIN)/python training/check.py --gold training/items.jsonl
	$(BIN)/python training/train.py $(wildcard $(GOLD)/dev-*.jsonl) --extra training/items.jsonl -o src/atase/reader/model.json
	rm training/items.jsonl

accuracy: .venv/train.stamp ## cross-validated by publisher, and the shipped model, on the gold set
	$(BIN)/python training/check.py --gold training/items.jsonl
	$(BIN)/python training/train.py $(wildcard $(GOLD)/dev-*.jsonl) --extra training/items.jsonl --predict crossvalidated.jsonl
	$(BIN)/atase code $(wildcard $(GOLD)/dev-*.jsonl) -o fitted.jsonl
	for lang in id en; do for said in crossvalidated fitted; do echo "$$lang, $$said"; \
		$(BIN)/python $(GOLD)/score.py $(GOLD)/dev-$$lang.jsonl $$said.jsonl || exit 1; done; done
	rm crossvalidated.jsonl fitted.jsonl training/items.jsonl

translations: .venv/dev.stamp ## collect the interface texts and compile their translations
	$(BIN)/pybabel -q extract -F babel.cfg -o messages.pot --no-location --sort-output --project atase --copyright-holder "Atase developers" src
	$(BIN)/pybabel -q update -i messages.pot -d src/atase/locale -D atase --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date -l id
	$(BIN)/pybabel -q compile -d src/atase/locale -D atase
	rm messages.pot

clean: ## remove what the targets above made
	rm -rf .venv $(DEMO)

.venv/base.stamp: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Atase needs Python 3.11 or newer: set PYTHON=python3.11 (or newer) and run again")'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

.venv/dev.stamp: .venv/base.stamp
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@

.venv/train.stamp: .venv/dev.stamp
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[train]'
	touch $@
