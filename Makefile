# Daikon's commands. Each one first makes .venv if it is missing or out of date.

VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready
PYTEST := OMP_NUM_THREADS=1 $(PY) -m pytest# one worker of -n auto for each core
PYTHONS := python3.12 python3.13 python3.11 python3 python
SUITABLE := import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
LAB_SETTINGS := $(VENV)/share/jupyter/lab/settings
NO_NEWS := {"@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": false}}
PLAIN := --import-mode=importlib# without the checks of shapes and types, which cannot be compiled
ROOT_FLAG := $(shell [ "$$(id -u)" = 0 ] && echo --allow-root)

# The caption travels through the environment, so that quotes and dollars in it stay what they are.
export DAIKON_CAPTION := $(value CAPTION)
unexport CAPTION

.DEFAULT_GOAL := help
.PHONY: help lab test check notebooks bench draw page clean

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile

lab: $(READY) ## Open the notebooks in JupyterLab
	JUPYTER_PREFER_ENV_PATH=1 $(PY) -m jupyterlab $(ROOT_FLAG) --LabApp.default_url=/lab/tree/notebooks/00_first_picture.ipynb $(LAB_OPTIONS)

test: check ## Everything: check, the slow tests, all notebooks, the widgets in a browser
	$(PYTEST) -n auto -m slow tests/fast
	$(PY) -m pytest -o addopts=$(PLAIN) tests/compiled
	$(PYTEST) -n auto tests/notebooks
	$(PY) -m pytest tests/browser

check: $(READY) ## Lint, formatting and the fast tests
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PYTEST) -n auto -m "not slow" tests/fast

notebooks: $(READY) ## Run the notebooks in place, figures included (ONLY="00 05" picks some)
	$(PY) -m tests.notebooks $(ONLY)

bench: $(READY) ## Speed and memory beside other libraries, a report in runs/benchmark.md
	$(PY) -m tests.benchmarks $(BENCH_OPTIONS)

draw: $(READY) ## Draw CAPTION="a penguin in a blue hat" into exports/ (DRAW_OPTIONS="--n 8 --seed 3")
	@$(PY) -m helpers.draw $(DRAW_OPTIONS) -- "$$DAIKON_CAPTION"

page: $(READY) ## Write page/: the announcement's figures and the model in one folder for any browser (PAGE_OPTIONS="--checkpoint nano --out page")
	$(PY) -m helpers.page $(PAGE_OPTIONS)

clean: ## Remove .venv and caches; drawings and runs stay
	rm -rf $(VENV) .pytest_cache .ruff_cache *.egg-info
	find helpers tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamp is written last: an install that was cut off is taken up again by the next make.
# Of DALL-E a parity test needs the network alone, not the torchvision and mypy that it asks for.
$(READY): pyproject.toml constraints.txt
	@if $(PY) -c '$(SUITABLE)' 2>/dev/null && $(PY) -m pip --version >/dev/null 2>&1; then exit 0; fi; \
	for python in $(PYTHONS); do \
	    if $$python -c '$(SUITABLE)' >/dev/null 2>&1; then \
	        echo "Making $(VENV) with $$($$python --version)"; \
	        exec $$python -m venv --clear $(VENV); \
	    fi; \
	done; \
	echo "Daikon needs Python 3.11, 3.12 or 3.13 with its venv module; install one (python3 and python3-venv on Debian, python@3.12 with Homebrew) and run make again." >&2; \
	exit 1
	$(PY) -m pip install --disable-pip-version-check "$$(grep '^torch==' constraints.txt)"
	$(PY) -m pip install --disable-pip-version-check -c constraints.txt -e ".[test]"
	$(PY) -m pip install --disable-pip-version-check --no-deps "$$(grep '^DALL-E==' constraints.txt)"
	@mkdir -p $(LAB_SETTINGS)
	@echo '$(NO_NEWS)' > $(LAB_SETTINGS)/overrides.json
	@touch $(READY)
