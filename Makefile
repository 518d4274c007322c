# `make run` and `make test` set everything up by themselves; CONTRIBUTING.md says more.
PYTHON ?= python3.11
VENV := .venv
PY := $(VENV)/bin/python
STAMP := $(VENV)/ready
export PYTHONUTF8 := 1

.PHONY: setup run test check interop bench screenshots package clean

setup: $(STAMP)

$(STAMP): requirements.lock packaging/setup.sh packaging/system_libraries.txt resources/i18n/eventkit_de.ts
	@sh packaging/setup.sh "$(PYTHON)" "$(VENV)"
	@touch $(STAMP)

run: setup
	@$(PY) packaging/run_sample.py

test: setup check
	@$(PY) -m coverage erase
	@$(PY) -m coverage run -m pytest -m "not interop and not e2e"
	@$(PY) -m coverage combine -q
	@$(PY) -m coverage report --skip-covered | tail -n 30

check: setup
	@$(VENV)/bin/ruff format --check --quiet .
	@$(VENV)/bin/ruff check --quiet .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports

interop: setup
	@sh tests/interop/setup.sh
	@sh tests/e2e/setup.sh
	@$(PY) -m pytest -m "interop or e2e" tests/interop tests/e2e

bench: setup
	@for script in bench/[a-z]*.py; do \
	  name=$$(basename $$script .py); [ $$name = measure ] || $(PY) -m bench.$$name || exit 1; done

screenshots: setup
	@$(PY) packaging/screenshots.py

package: setup
	@$(PY) packaging/build.py

clean:
	rm -rf $(VENV) build dist
