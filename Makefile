# twin-stats: `make run` starts it, `make test` tests it. All needs only Python 3.11 to 3.13, make and git.

PORT ?= 8501
PYTHON ?= python3
PYTEST_ARGS ?=
TWO_AT_ONCE := -n 2 --dist loadfile --max-worker-restart 0
VENV := .venv
PY := $(VENV)/bin/python
CHECKED := $(wildcard twin_stats pages streamlit_app.py)

.DEFAULT_GOAL := help
.PHONY: help run install test test-fast test-nightly bench lint format lock clean dev venv unit

help: ## these lines
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-14s %s\n", $$1, $$2}' Makefile

run: install ## the app on http://localhost:8501 (another port: make run PORT=8600)
	@$(PY) -c "$$PORT_IS_FREE" $(PORT)
	@$(PY) -m twin_stats demo --if-empty
	@echo "twin-stats is on http://localhost:$(PORT) (Ctrl+C stops it)"
	@exec $(PY) -m uvicorn streamlit_app:app --host 127.0.0.1 --port $(PORT) --log-level warning --no-access-log \
	  --ws-per-message-deflate false

install: venv ## sets up .venv/ with what the app needs
	$(call installed,requirements.txt)

test: lint ## all tests that this machine has the parts for
	@$(PY) -m pytest $(TWO_AT_ONCE) $(PYTEST_ARGS)

test-fast: dev ## the unit part: 20 seconds at most
	@$(MAKE) --no-print-directory -j2 lint unit

test-nightly: lint ## all tests with ten times the examples
	@TWIN_STATS_TEST_PROFILE=nightly $(PY) -m pytest $(TWO_AT_ONCE) $(PYTEST_ARGS)

bench: dev ## the benchmarks of benchmarks/README.md
	@$(PY) -m uv pip install --python $(PY) --quiet -c requirements-dev.txt --group bench
	@$(PY) -m benchmarks $(ARGS)

lint: dev ## ruff and mypy
	@$(PY) -m ruff check --quiet .
	@$(PY) -m ruff format --check --quiet . || { echo "Some files are not formatted: make format"; exit 1; }
	@test -z "$(CHECKED)" || $(PY) -m mypy $(CHECKED)

format: dev ## lays the code out and mends what ruff can mend
	@$(PY) -m ruff check --fix-only --quiet .
	@$(PY) -m ruff format .

lock: dev ## remakes the locks from pyproject.toml (newer versions: make lock UPGRADE=--upgrade)
	$(call compiled,requirements.txt)
	$(call compiled,requirements-dev.txt,--group dev -c requirements.txt)

clean: ## removes .venv/ and all caches, never var/ (the stores)
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -not -path './var/*' -prune -exec rm -rf {} +

dev: venv
	$(call installed,requirements-dev.txt)

unit: dev
	@$(PY) -m pytest $(TWO_AT_ONCE) tests/unit tests/architecture/test_house.py $(PYTEST_ARGS)

# A lock is installed when .venv/ holds a copy of it: no copy, or a different one, installs it.
# uv does in 10 seconds what takes pip 25; where it cannot reach a package index, pip knows the machine's own.
define installed
@cmp -s $(1) $(VENV)/$(1) || { echo "Installing $(1)" && \
	{ $(PY) -m uv pip install --python $(PY) --require-hashes --compile-bytecode --quiet -r $(1) || \
	  $(PY) -m pip install --require-hashes --no-deps --quiet -r $(1); } && cp $(1) $(VENV)/$(1); }
endef

define compiled
@$(PY) -m uv pip compile pyproject.toml $(2) --universal --python-version 3.11 --generate-hashes \
	--no-config --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
	$(UPGRADE) --quiet -o $(1)
endef

# The first of these Pythons that will do; the version of uv is the one that requirements-dev.txt locks.
venv:
	@test -f $(VENV)/made && $(PY) -c '' 2>/dev/null || { \
	for python in $(PYTHON) python3.13 python3.12 python3.11 none; do \
	  $$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && break; \
	done; \
	if test $$python = none; then \
	  echo "twin-stats needs Python 3.11, 3.12 or 3.13, and $(PYTHON) is" \
	    "`$(PYTHON) --version 2>&1 | head -n 1`. Name another one: make install PYTHON=/path/to/python3.12" >&2; \
	  exit 1; \
	fi; \
	echo "Making $(VENV)/ with `$$python --version`" && $$python -m venv --clear $(VENV) && \
	awk '/^uv==/{found=1} found{print} found&&!/\\$$/{exit}' requirements-dev.txt > $(VENV)/uv.txt && \
	$(PY) -m pip install --require-hashes -qq --disable-pip-version-check -r $(VENV)/uv.txt && \
	touch $(VENV)/made; }

define PORT_IS_FREE
import socket, sys
port = int(sys.argv[1])
with socket.socket() as probe:
    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        probe.bind(("127.0.0.1", port))
    except OSError:
        sys.exit(f"Port {port} is taken. Another one: make run PORT={port + 1}")
endef
export PORT_IS_FREE
