# Nothing is needed but make, Python 3.11 or newer and a package index.
# Standard output belongs to the program that runs: installing speaks on standard error.

PYTHON ?= python3

.DEFAULT_GOAL := run
.DELETE_ON_ERROR:
.SILENT:
.PHONY: run sandbox test lint check tables screenshot bench soak lock clean test-whoosh

# Two words, such as "3.12.1 new"; none when there is no such interpreter.
FOUND := $(shell $(PYTHON) -c 'import sys; print("%d.%d.%d" % sys.version_info[:3] \
	+ (" new" if sys.version_info >= (3, 11) else " old"))' 2>/dev/null)
VERSION := $(firstword $(FOUND))

# One environment a purpose. Its stamp names the interpreter, so that another
# PYTHON, like a changed lock, makes it anew, and nothing else does.
RUN := .venv
TEST := .venv-test
BENCH := .venv-bench
WHOOSH := .venv-whoosh-2.7.4
LOCK := .venv-lock
INSTALLED := installed-$(VERSION)

# Wheels a week old at least: raise the day, then `make lock`.
LOCK_DAY := 2026-11-14
UV := uv==0.13.9

run: $(RUN)/$(INSTALLED)
	$(RUN)/bin/python -m bot run

# The Telegram bot on a page for the browser; PAGE_PORT=8090 names its port.
sandbox: $(RUN)/$(INSTALLED)
	$(RUN)/bin/python -m bot sandbox $(if $(PAGE_PORT),--port $(PAGE_PORT))

test: lint
	$(TEST)/bin/python -m index check
	$(TEST)/bin/python -m pytest --numprocesses 2 --dist loadfile

lint: $(TEST)/$(INSTALLED)
	$(TEST)/bin/python -m ruff format --check
	$(TEST)/bin/python -m ruff check
	$(TEST)/bin/python -m mypy

check: $(RUN)/$(INSTALLED)
	$(RUN)/bin/python -m index check

# The tables of data/README.md.
tables: $(RUN)/$(INSTALLED)
	$(RUN)/bin/python -m index coverage --write

# The picture in README; takes a Chromium.
screenshot: $(TEST)/$(INSTALLED)
	$(TEST)/bin/python -m tests.e2e.page.screenshot

bench: $(BENCH)/$(INSTALLED)
	$(BENCH)/bin/python -m benchmarks
	$(BENCH)/bin/python -m benchmarks.rebuilding

soak: $(TEST)/$(INSTALLED)
	$(TEST)/bin/python -m pytest -m "" --hypothesis-profile=soak

# The old Whoosh has escapes in its strings that newer Pythons warn of.
test-whoosh: $(WHOOSH)/$(INSTALLED)
	$(WHOOSH)/bin/python -m pytest

lock: $(LOCK)/$(INSTALLED)
	$(call compile,requirements.txt)
	$(call compile,tests/requirements.txt,--group dev --constraint requirements.txt)
	$(call compile,benchmarks/requirements.txt,--group bench --constraint requirements.txt)

clean:
	rm -rf .venv .venv-* build dist var/index .hypothesis
	rm -rf .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(RUN)/$(INSTALLED): requirements.txt
	$(call install,$(RUN),--require-hashes -r requirements.txt)
	touch $@

$(TEST)/$(INSTALLED): tests/requirements.txt
	$(call install,$(TEST),--require-hashes -r tests/requirements.txt)
	touch $@

$(BENCH)/$(INSTALLED): benchmarks/requirements.txt
	$(call install,$(BENCH),--require-hashes -r benchmarks/requirements.txt)
	touch $@

$(WHOOSH)/$(INSTALLED): tests/requirements.txt tests/whoosh-2.7.4.txt
	$(call install,$(WHOOSH),--require-hashes -r tests/requirements.txt)
	$(WHOOSH)/bin/python -m pip uninstall --quiet --yes whoosh3 >&2
	$(call pip,$(WHOOSH),--require-hashes -r tests/whoosh-2.7.4.txt)
	touch $@

$(LOCK)/$(INSTALLED):
	$(call install,$(LOCK),$(UV))
	touch $@

# $(call install,ENVIRONMENT,WHAT): a fresh environment with WHAT in it.
define install
	$(if $(filter new,$(FOUND)),,$(error PYTHON=$(PYTHON) is $(if $(FOUND),Python \
		$(VERSION),no Python), but Palermo needs 3.11 or newer; \
		name one, such as: make $(MAKECMDGOALS) PYTHON=python3.12))
	echo "Installing the locked dependencies into $(1) ..." >&2
	$(PYTHON) -m venv --clear $(1) </dev/null >&2
	$(call pip,$(1),$(2))
endef

# $(call pip,ENVIRONMENT,WHAT)
pip = $(1)/bin/python -m pip install --quiet --no-input \
	--disable-pip-version-check $(2) </dev/null >&2

# $(call compile,FILE,OPTIONS): the lock of FILE, with hashes, for every Python.
compile = UV_NO_CONFIG=1 $(LOCK)/bin/uv pip compile pyproject.toml $(2) \
	--quiet --system-certs --exclude-newer $(LOCK_DAY) \
	--universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links \
	--custom-compile-command "make lock" --output-file $(1)
