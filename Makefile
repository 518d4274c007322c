# `make run` and `make test` set everything up by themselves; CONTRIBUTING.md says more.
PYTHON ?= python3.11
VENV := .venv
PY := $(VENV)/bin/python
STAMP := $(VENV)/ready
WORDS := $(patsubst %.ts,%.qm,$(wildcard resources/i18n/*.ts))
export PYTHONUTF8 := 1

# An environment whose Python has gone is no environment.
$(shell $(PY) -c "" 2>/dev/null || rm -f $(STAMP))

# What is covered to the last branch: the rules, the file, the operations, and what reads and writes other systems' bytes.
WHOLE := eventkit/domain/*,eventkit/models/*,eventkit/services/*,eventkit/formats/schedule/*,eventkit/formats/ical/*,eventkit/formats/table/*

.PHONY: setup run test check interop bench screenshots package lock clean

setup: $(STAMP) $(VENV)/window.packages $(WORDS)

$(STAMP): requirements.lock packaging/setup.sh
	@sh packaging/setup.sh "$(PYTHON)" $(VENV)

$(VENV)/%.packages: packaging/linux/%.packages | $(STAMP)
	@sh packaging/system_packages.sh $$(grep -v '^#' $<) && touch $@ || \
	  echo "setup: going on without them, but the window or some tests may not start"

resources/i18n/%.qm: resources/i18n/%.ts | $(STAMP)
	@$(VENV)/bin/pyside6-lrelease -silent $< -qm $@ || echo "setup: could not compile $<: the window stays English"

run: setup
	@$(PY) packaging/run_sample.py

test: setup $(VENV)/test.packages check
	@$(PY) -m coverage erase
	@$(PY) -m coverage run -m pytest -m "not interop and not e2e"
	@$(PY) -m coverage combine -q
	@$(PY) -m coverage report --skip-covered | tail -n 30
	@$(PY) -m coverage report --skip-covered --show-missing --fail-under=100 --include='$(WHOLE)'

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

# Keeps the versions that still fit pyproject.toml; UPGRADE=--upgrade takes the newest.
lock:
	@sh packaging/lock.sh "$(PYTHON)" $(UPGRADE)

clean:
	rm -rf $(VENV) build dist
