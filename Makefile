# Every target makes and reuses .venv by itself; `make demo` is the place to start.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# tests wait for servers and processes half of the time
WORKERS ?= $(shell $(PYTHON) -c "import os; print(2 * (os.cpu_count() or 1))")

export NO_MKDOCS_2_WARNING := 1

# pip says nothing while it unpacks, which may take minutes: a line every few seconds tells that it goes on
BEAT ?= 8
ALIVE := sh -c 'while sleep $(BEAT) >/dev/null 2>&1; do echo "… still installing"; done & beat=$$!; \
	trap "kill $$beat" EXIT; trap "exit 130" INT TERM; "$$@"' alive

.PHONY: demo test test-lowest test-slow lint format bench docs clean
.DEFAULT_GOAL := demo

$(VENV)/.installed: pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(ALIVE) $(BIN)/python -m pip install --disable-pip-version-check --progress-bar on --no-compile -c constraints.txt -e '.[dev]'
	# on all cores, which pip does not; compiled inside a test, a library's own warnings would fail that; some have files
	# for other Pythons, which can't be. Of a third little is ever imported, and that is compiled then
	$(BIN)/python -m compileall -qq -j 0 -x '/tests?/|/transformers/models/|/torch/(_inductor|testing)/' $(VENV)/lib || true
	touch $@ $(VENV)/.demo

# without what only developers need, and compiled as it is used, so that a newcomer waits less
$(VENV)/.demo: pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(ALIVE) $(BIN)/python -m pip install --disable-pip-version-check --progress-bar on --no-compile -c constraints.txt -e '.[train,hub,picture]'
	touch $@

demo: $(VENV)/.demo
	PYTHONWARNINGS=ignore::SyntaxWarning $(BIN)/hubtweets demo

# what a change is tried with as it is written: nearly all of the tests, those that take a second or less; with whole
# runs, matrices of faults, kills and property tests, as CI runs them: make test MARKS="not slow"
MARKS ?= not slow and not thorough
test: $(VENV)/.installed
	$(BIN)/python -m pytest -n $(WORKERS) -m "$(MARKS)" --durations 20

# the oldest versions that pyproject.toml admits, as uv resolves them
test-lowest:
	test -x .venv-lowest/bin/python || $(PYTHON) -m venv .venv-lowest
	.venv-lowest/bin/python -m pip install --quiet --disable-pip-version-check uv
	.venv-lowest/bin/uv pip install --quiet --python .venv-lowest/bin/python --resolution lowest-direct -e '.[dev]'
	.venv-lowest/bin/python -m pytest -n $(WORKERS) -m "not slow"

# with Ray (80 MB), which nothing else needs
test-slow: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,ray]'
	$(BIN)/python -m pytest -n $(WORKERS) -m slow

lint: $(VENV)/.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/cog --check -I . docs/*.md
	$(BIN)/mkdocs build --strict
	$(BIN)/zizmor --quiet --offline --config .github/zizmor.yml action.yml .github/workflows/*.yml examples/workflows/*.yml
	$(BIN)/actionlint .github/workflows/*.yml examples/workflows/*.yml

format: $(VENV)/.installed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,ray]'
	$(BIN)/python -m benchmarks

# the generated parts of docs/, and the site in build/site
docs: $(VENV)/.installed
	$(BIN)/cog -r -I . docs/*.md
	$(BIN)/mkdocs build --strict

clean:
	rm -rf $(VENV) .venv-lowest hubtweets-demo build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
