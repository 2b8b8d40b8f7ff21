# Daikon's commands. Each one first makes .venv if it is missing or out of date.

VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready
PYTEST := OMP_NUM_THREADS=1 $(PY) -m pytest# one worker of -n auto for each core
PYTHONS := python3.12 python3.13 python3.11 python3 python
SUITABLE := import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
TORCH := cpu# make lab TORCH=cuda: for a GPU of NVIDIA's, on Linux
TORCH_INDEX_cpu := --extra-index-url https://download.pytorch.org/whl/cpu
TORCH_INDEX_cuda :=
$(if $(filter cpu cuda,$(TORCH)),,$(error TORCH=$(TORCH): give cpu or cuda))
PLAIN := --import-mode=importlib# without the checks of shapes and types, which cannot be compiled

# Where the shell forbids compiled files, each worker of the tests would compile all that it imports anew.
unexport PYTHONDONTWRITEBYTECODE

# The caption travels through the environment, so that quotes and dollars in it stay what they are.
export DAIKON_CAPTION := $(value CAPTION)
unexport CAPTION

.DEFAULT_GOAL := help
.PHONY: help lab app slides test check notebooks bench draw page clean

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile

lab: $(READY) ## Open the notebooks in JupyterLab, as copies in work/
	$(PY) -m helpers.lab $(LAB_OPTIONS)

app: $(READY) ## Studio, Sentence and Inspector as a page of their own, served on this computer alone
	JUPYTER_PREFER_ENV_PATH=1 $(PY) -m voila helpers/widgets/app.ipynb --Voila.ip=127.0.0.1 $(APP_OPTIONS)

slides: $(READY) ## Write slides/, notebooks as slides for a browser (ONLY="03 04" picks some)
	$(PY) -m nbconvert --to slides --SlidesExporter.reveal_scroll=True --output-dir slides $(if $(ONLY),$(foreach name,$(ONLY),notebooks/$(name)*.ipynb),notebooks/*.ipynb)

test: check ## Everything: check, the slow tests, all notebooks, the widgets in a browser
	$(PYTEST) -n auto --dist worksteal -m slow tests/fast tests/notebooks
	$(PYTEST) tests/devices
	$(PY) -m pytest -o addopts=$(PLAIN) tests/compiled
	$(PY) -m pytest tests/browser

check: $(READY) ## Lint, formatting and the fast tests
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PYTEST) -n auto --dist worksteal -m "not slow" tests/fast

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
# torch comes first and alone: PyPI's wheel for Linux brings gigabytes of CUDA; a CPU's stands in an index of its own,
# where its version ends in +cpu. A Mac's and, on PyPI, a Windows wheel have no CUDA in any case.
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
	$(PY) -m pip install --disable-pip-version-check --no-deps $(TORCH_INDEX_$(TORCH)) "$$(grep '^torch==' constraints.txt)"
	$(PY) -m pip install --disable-pip-version-check -c constraints.txt -e ".[test,sweep]"
	$(PY) -m pip install --disable-pip-version-check --no-deps "$$(grep '^DALL-E==' constraints.txt)"
	$(PY) -m jupyterlab.labextensions disable @jupyterlab/apputils-extension:announcements
	@touch $(READY)
