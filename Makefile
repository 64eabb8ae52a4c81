# The whole project in a few words: `make help`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
OUT ?= uitvoer

.DEFAULT_GOAL := help
.PHONY: help demo test check bench fuzz samples addin catalogue wheel clean

help: ## Show what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -m venv $(VENV) || { echo "On Debian: apt install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --group dev --editable '.[excel]'
	@touch $@

demo: $(READY) ## The main job on the sample board, into uitvoer/ (or OUT=…)
	$(BIN)/sop demo --out $(OUT) --force

test: $(READY) ## All tests
	$(BIN)/python -m pytest --numprocesses auto $(TESTS)

check: $(READY) ## Layers, style and types
	$(BIN)/lint-imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(READY) ## How fast, each beside its peer in the same run
	$(BIN)/python -m tests.bench

fuzz: $(READY) ## Read real files changed at random, FUZZ_SECONDS for each reader (60)
	FUZZ_SECONDS=$${FUZZ_SECONDS:-60} FUZZ_SEED=$${FUZZ_SEED:-$$(date +%s)} $(BIN)/python -m pytest --numprocesses auto tests/fuzz

samples: $(READY) ## Make the models and samples anew
	$(BIN)/sop model build haaglanden --force
	$(BIN)/sop model build haaglanden-speciaal --force
	$(BIN)/python -m tests.support.make_samples

addin: $(READY) ## Build the Excel add-in from macros/, and what the task pane in Word knows
	$(BIN)/python -m addin.build_excel_addin
	$(BIN)/python -m addin.build_word_pane

catalogue: $(READY) ## Gather the messages and compile the Dutch catalogue
	@mkdir -p build
	$(BIN)/pybabel -q extract -k N_ -k _ -k P_:1,2 --no-location --sort-output --project sop-templates -o build/sop_templates.pot sop_templates
	$(BIN)/pybabel -q update -N --no-wrap --ignore-obsolete -i build/sop_templates.pot -d sop_templates/locale -D sop_templates
	$(BIN)/pybabel -q compile -d sop_templates/locale -D sop_templates

wheel: $(READY) ## A wheel in dist/
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

clean: ## Remove what was made
	rm -rf $(VENV) $(OUT) dist build
